"""A passage of an article -> an anchor; an anchor and the texts of a later run -> where the passage is in them, if it is found.

The selectors are those of the W3C Web Annotation Data Model: position, and quote with prefix and suffix. Nothing moves silently: a passage
that is not found by its position in an unchanged text, or by its exact quote in the same surroundings, is only proposed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from compare.model import ArticleId, FieldName, Passage, Span
from compare.text.tokens import checksum

_SURROUNDING_CHARS = 32  # code points on either side of the quote
# The likeness (rapidfuzz partial ratio, 0..1) from which another wording is worth proposing.
_MIN_LIKENESS = 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A passage as a decision stores it: ``sha256`` is of the whole field, ``before`` and ``after`` are up to 32 code points beside it."""

    article: ArticleId
    outlet: str
    field: FieldName
    sha256: str
    span: Span
    quote: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Found:
    """The passage is where it was, or its quote is in the same surroundings exactly once."""

    passage: Passage


@dataclass(frozen=True, slots=True)
class Proposed:
    """A passage that may be the right one; a person has to accept it. ``likeness`` is 0..1, 1 for equal words."""

    passage: Passage
    likeness: float


@dataclass(frozen=True, slots=True)
class Orphan:
    """Nothing in this run is similar to the passage."""


Location = Found | Proposed | Orphan


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldText:
    """One field of one article of a run."""

    article: ArticleId
    outlet: str
    field: FieldName
    text: str
    sha256: str


def make_field_text(article: ArticleId, outlet: str, field: FieldName, text: str) -> FieldText:
    """A field of an article with its checksum."""
    return FieldText(article=article, outlet=outlet, field=field, text=text, sha256=checksum(text))


FieldTexts = Mapping[tuple[ArticleId, FieldName], FieldText]


def texts_by_field(texts: Iterable[FieldText]) -> FieldTexts:
    """The texts of a run, by article and field."""
    return {(text.article, text.field): text for text in texts}


def anchor_of(passage: Passage, field_texts: FieldTexts) -> Anchor:
    """The anchor of a passage of this run; ``KeyError`` if the run has no such article."""
    field_text = field_texts[passage.article, passage.field]
    start, end = passage.span.start, passage.span.end
    return Anchor(
        article=passage.article,
        outlet=field_text.outlet,
        field=passage.field,
        sha256=field_text.sha256,
        span=passage.span,
        quote=field_text.text[start:end],
        before=field_text.text[max(0, start - _SURROUNDING_CHARS) : start],
        after=field_text.text[end : end + _SURROUNDING_CHARS],
    )


def locate(anchor: Anchor, field_texts: FieldTexts) -> Location:
    """Where the passage of the anchor is in this run.

    It is looked for in the article with the same id, else in those of its outlet: by checksum and position, else by the exact quote if it
    is in the same surroundings exactly once. Else the likeliest location is proposed; in an article of another outlet only for equal words.
    """
    candidates = _candidate_texts(anchor, field_texts)
    same = [
        field_text for field_text in candidates if field_text.sha256 == anchor.sha256 and anchor.span.of(field_text.text) == anchor.quote
    ]
    if len(same) == 1:
        return Found(_passage(same[0], anchor.span.start, anchor.quote))
    exact = [_passage(field_text, at, anchor.quote) for field_text in candidates for at in _in_same_surroundings(anchor, field_text.text)]
    if len(exact) == 1 and not same:
        return Found(exact[0])
    return _proposed(anchor, candidates, field_texts)


def _candidate_texts(anchor: Anchor, field_texts: FieldTexts) -> list[FieldText]:
    by_id = field_texts.get((anchor.article, anchor.field))
    if by_id is not None:
        return [by_id]
    return sorted(
        (field_text for field_text in field_texts.values() if field_text.field == anchor.field and field_text.outlet == anchor.outlet),
        key=lambda field_text: field_text.article,
    )


def _passage(field_text: FieldText, start: int, quote: str) -> Passage:
    return Passage(field_text.article, field_text.field, Span(start, start + len(quote)))


def _occurrences(quote: str, text: str) -> list[int]:
    occurrences = []
    at = text.find(quote) if quote else -1
    while at >= 0:
        occurrences.append(at)
        at = text.find(quote, at + 1)
    return occurrences


def _in_same_surroundings(anchor: Anchor, text: str) -> list[int]:
    """The positions of the quote in the same surroundings; at an end of the text if it was at one."""
    found = []
    for at in _occurrences(anchor.quote, text):
        end = at + len(anchor.quote)
        if text[max(0, at - _SURROUNDING_CHARS) : at] == anchor.before and text[end : end + _SURROUNDING_CHARS] == anchor.after:
            found.append(at)
    return found


def _proposed(anchor: Anchor, candidates: Sequence[FieldText], field_texts: FieldTexts) -> Proposed | Orphan:
    others = sorted(
        (field_text for field_text in field_texts.values() if field_text.field == anchor.field and field_text not in candidates),
        key=lambda field_text: (field_text.outlet, field_text.article),
    )
    for texts in (candidates, others):
        for field_text in texts:
            occurrences = _occurrences(anchor.quote, field_text.text)
            if occurrences:
                nearest = min(occurrences, key=lambda at: (abs(at - anchor.span.start), at))
                return Proposed(_passage(field_text, nearest, anchor.quote), 1.0)
    similar = [found for field_text in candidates for found in _most_similar(anchor.quote, field_text)]
    return max(similar, key=lambda found: (found.likeness, -found.passage.span.start), default=Orphan())


def _most_similar(quote: str, field_text: FieldText) -> list[Proposed]:
    """The stretch of the text that is most similar to the quote, if it is similar enough."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    if len(field_text.text) < len(quote):  # the alignment would then look for the text in the quote
        return []
    best = partial_ratio_alignment(quote, field_text.text, score_cutoff=100 * _MIN_LIKENESS)
    if best is None or best.dest_end <= best.dest_start:
        return []
    return [Proposed(Passage(field_text.article, field_text.field, Span(best.dest_start, best.dest_end)), round(best.score / 100, 3))]
