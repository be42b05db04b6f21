"""A reviewed claim -> what its screen shows: numbered passages compared with a base, the relation of each, and who set it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from compare.model import Claim as Sentence
from compare.model import ClaimGroup, Passage, RelationKind, Span
from compare.review.app.claim.queue import wording_language
from compare.review.app.display.article_labels import article_columns
from compare.review.app.display.highlights import Fragment, fragments
from compare.review.app.display.messages import translatable
from compare.review.app.requests.passage_ids import passage_id
from compare.review.app.runs.story_review import StoryReview
from compare.review.review_run import BY_REVIEWER, passage_of
from compare.review.review_state import ReviewedClaim
from reports.date_order import date_sort_key
from reports.differences import Piece, difference
from reports.labels import Column

# A part of the score -> its words on the screen; a part that is not here is shown by its own name.
SCORE_PART_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "words": translatable("Wording overlap"),
        "characters": translatable("Spelling overlap"),
        "tokens": translatable("Words in common"),
        "names": translatable("Names match"),
        "numbers": translatable("Numbers match"),
        "dates": translatable("Dates match"),
        "meaning": translatable("Meaning"),
    }
)
_SURROUNDING_CHARS = 160  # code points on either side of a passage that is shown in context


@dataclass(frozen=True, slots=True)
class ClaimMember:
    """One passage of the claim; ``passage_id`` stands for it in forms.

    ``fragments`` are its words, with their differences from the base and with numbers, dates and names marked. If the reviewer ``set_by``
    set the relation, ``machine_relation`` is the one that the machine found.
    """

    number: int
    passage: Passage
    passage_id: str
    column: Column
    location: str
    quote: str
    before: str
    after: str
    fragments: tuple[Fragment, ...]
    relation: RelationKind
    set_by: str | None
    machine_relation: RelationKind | None
    score: float | None
    is_base: bool
    is_new: bool
    is_foreign: bool  # in another language than the base


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim as its screen shows it."""

    id: str
    wording: str
    language: str
    voices: int
    members: tuple[ClaimMember, ...]
    parts: tuple[tuple[str, float], ...]
    reviewed: ReviewedClaim
    unknown: tuple[Column, ...]  # articles that are cut, and may tell the claim in the part that is missing

    @property
    def base(self) -> ClaimMember:
        """The passage that the others are compared with."""
        return next(member for member in self.members if member.is_base)


def claim_view(story_review: StoryReview, claim: ReviewedClaim) -> ClaimView:
    """The claim with its passages in order of publication."""
    columns = article_columns(story_review.run)
    sentences = sorted(
        claim.group.members, key=lambda s: (date_sort_key(columns[s.article].published), columns[s.article].label, s.span.start)
    )
    base = next((s for s in sentences if passage_of(s) == claim.review.base), sentences[0])
    return ClaimView(
        id=claim.id,
        wording=claim.wording,
        language=wording_language(claim),
        voices=len(claim.group.voices),
        members=tuple(_member(number, sentence, base, _ClaimColumns(claim, columns)) for number, sentence in enumerate(sentences, 1)),
        parts=claim.group.parts,
        reviewed=claim,
        unknown=tuple(columns[relation.source] for relation in claim.group.relations if relation.kind == "not_known"),
    )


def location_label(passage: Passage) -> str:
    """The place of a passage in its article, as pages show it."""
    return "title" if passage.field == "title" else f"{passage.span.start}–{passage.span.end}"


@dataclass(frozen=True, slots=True)
class _ClaimColumns:
    claim: ReviewedClaim
    columns: Mapping[str, Column]


def _member(number: int, sentence: Sentence, base: Sentence, given: _ClaimColumns) -> ClaimMember:
    column, passage = given.columns[sentence.article], passage_of(sentence)
    text = column.title if sentence.field == "title" else column.text
    relation = next(r for r in given.claim.group.relations if r.source == sentence.article)
    override = next((e for e in relation.evidence if e.check == BY_REVIEWER), None)
    scores = [e.score for e in relation.evidence if e.check == "wording" and e.score is not None]
    # Between two languages every word differs, so the differences would say nothing.
    is_comparable = sentence != base and sentence.language == base.language
    pieces = difference(base.quote, sentence.quote) if is_comparable else (Piece("same", sentence.quote),)
    return ClaimMember(
        number=number,
        passage=passage,
        passage_id=passage_id(passage),
        column=column,
        location=location_label(passage),
        quote=sentence.quote,
        before=text[max(0, sentence.span.start - _SURROUNDING_CHARS) : sentence.span.start],
        after=text[sentence.span.end : sentence.span.end + _SURROUNDING_CHARS],
        fragments=fragments(sentence.quote, pieces, fact_spans(sentence)),
        relation=relation.kind,
        set_by=override.value if override else None,
        machine_relation=_relation_kind(given.claim.machine_group, sentence) if override else None,
        score=max(scores, default=None),
        is_base=sentence == base,
        is_new=passage in given.claim.review.added,
        is_foreign=sentence.language != base.language,
    )


def _relation_kind(group: ClaimGroup, sentence: Sentence) -> RelationKind | None:
    return next((r.kind for r in group.relations if r.source == sentence.article), None)


def fact_spans(sentence: Sentence) -> Sequence[Span]:
    """The spans of numbers, dates and names in the quote, in order and without overlap."""
    facts = sentence.facts
    found = sorted([n.span for n in facts.numbers] + [d.span for d in facts.dates] + [n.span for n in facts.names])
    spans: list[Span] = []
    for span in found:
        start, end = span.start - sentence.span.start, span.end - sentence.span.start
        if start >= (spans[-1].end if spans else 0) and end <= len(sentence.quote):
            spans.append(Span(start, end))
    return spans
