"""A passage of an article -> an anchor that finds it again in a later run, or says that it cannot.

The selectors are those of the W3C Web Annotation Data Model: position, and quote with prefix and suffix. Nothing is moved silently: what
is not found by its place in an unchanged text, or by its exact quote in its exact surroundings, is only proposed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from compare.model import ArticleId, FieldName, Passage, Span
from compare.text.tokens import checksum

_CONTEXT = 32  # code points on either side of the quote
# Likeness (rapidfuzz partial ratio, 0..1) from which another wording is worth proposing.
_LIKE = 0.75


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage as a decision names it: ``sha256`` is of the whole field, ``before`` and ``after`` are up to 32 code points beside it."""

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
    """The passage stands where it stood, or is the only one of its words in its surroundings."""

    passage: Passage


@dataclass(frozen=True, slots=True)
class Proposed:
    """A passage that may be the one meant: a person has to say so. ``likeness`` is 0..1, 1 for equal words."""

    passage: Passage
    likeness: float


@dataclass(frozen=True, slots=True)
class Orphan:
    """Nothing in this run is like the passage."""


Located = Found | Proposed | Orphan


@dataclass(frozen=True, slots=True)
class Text:
    """One field of one article of a run."""

    article: ArticleId
    outlet: str
    field: FieldName
    text: str
    sha256: str


def text_of(article: ArticleId, outlet: str, field: FieldName, text: str) -> Text:
    """A field with its checksum."""
    return Text(article, outlet, field, text, checksum(text))


Shelf = Mapping[tuple[ArticleId, FieldName], Text]


def shelf_of(texts: Iterable[Text]) -> Shelf:
    """The texts of a run, by article and field."""
    return {(text.article, text.field): text for text in texts}


def anchor_of(passage: Passage, shelf: Shelf) -> Anchor:
    """The anchor of a passage of this run; ``KeyError`` if the run has no such article."""
    held = shelf[passage.article, passage.field]
    start, end = passage.span.start, passage.span.end
    return Anchor(
        passage.article,
        held.outlet,
        passage.field,
        held.sha256,
        passage.span,
        held.text[start:end],
        held.text[max(0, start - _CONTEXT) : start],
        held.text[end : end + _CONTEXT],
    )


def locate(anchor: Anchor, shelf: Shelf) -> Located:
    """Where the passage is in this run.

    In the article of its id, else in those of its outlet: by checksum and position, else by the one place where its exact quote stands in
    its exact surroundings. Else the likeliest place is proposed, in another outlet's article only if its words are the same.
    """
    own = _own_texts(anchor, shelf)
    same = [held for held in own if held.sha256 == anchor.sha256 and anchor.span.of(held.text) == anchor.quote]
    if len(same) == 1:
        return Found(_passage(same[0], anchor.span.start, anchor.quote))
    exact = [_passage(held, at, anchor.quote) for held in own for at in _in_context(anchor, held.text)]
    if len(exact) == 1 and not same:
        return Found(exact[0])
    return _proposed(anchor, own, shelf)


def _own_texts(anchor: Anchor, shelf: Shelf) -> list[Text]:
    by_id = shelf.get((anchor.article, anchor.field))
    if by_id is not None:
        return [by_id]
    return sorted(
        (held for held in shelf.values() if held.field == anchor.field and held.outlet == anchor.outlet), key=lambda held: held.article
    )


def _passage(held: Text, start: int, quote: str) -> Passage:
    return Passage(held.article, held.field, Span(start, start + len(quote)))


def _places(quote: str, text: str) -> list[int]:
    places = []
    at = text.find(quote) if quote else -1
    while at >= 0:
        places.append(at)
        at = text.find(quote, at + 1)
    return places


def _in_context(anchor: Anchor, text: str) -> list[int]:
    """Where the quote stands with its exact surroundings; at an end of the text where it stood at one."""
    found = []
    for at in _places(anchor.quote, text):
        end = at + len(anchor.quote)
        if text[max(0, at - _CONTEXT) : at] == anchor.before and text[end : end + _CONTEXT] == anchor.after:
            found.append(at)
    return found


def _proposed(anchor: Anchor, own: Sequence[Text], shelf: Shelf) -> Proposed | Orphan:
    others = sorted(
        (held for held in shelf.values() if held.field == anchor.field and held not in own), key=lambda held: (held.outlet, held.article)
    )
    for texts in (own, others):
        for held in texts:
            places = _places(anchor.quote, held.text)
            if places:
                nearest = min(places, key=lambda at: (abs(at - anchor.span.start), at))
                return Proposed(_passage(held, nearest, anchor.quote), 1.0)
    like = [found for held in own for found in _like(anchor.quote, held)]
    return max(like, key=lambda found: (found.likeness, -found.passage.span.start), default=Orphan())


def _like(quote: str, held: Text) -> list[Proposed]:
    """The stretch of the text that is likest to the quote, if it is like enough."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    if len(held.text) < len(quote):  # the alignment would then look for the text in the quote
        return []
    best = partial_ratio_alignment(quote, held.text, score_cutoff=100 * _LIKE)
    if best is None or best.dest_end <= best.dest_start:
        return []
    return [Proposed(Passage(held.article, held.field, Span(best.dest_start, best.dest_end)), round(best.score / 100, 3))]
