"""A reviewed claim -> what its screen shows: numbered passages against a base, how each stands to the claim, and who says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from compare.model import Claim as Sentence
from compare.model import ClaimGroup, Passage, RelationKind, Span
from compare.review.app.claim.queue import language_of
from compare.review.app.display.article_labels import columns_of
from compare.review.app.display.highlights import Fragment, fragments
from compare.review.app.display.messages import marked
from compare.review.app.requests.passage_names import name_of
from compare.review.app.runs.story_review import Work
from compare.review.review_run import BY_REVIEWER, passage_of
from compare.review.review_state import ReviewedClaim
from reports.date_order import date_sort_key
from reports.differences import Piece, difference
from reports.labels import Column

# The parts of a score, in the words of the screen; a part that is not named here is shown by its own name.
PARTS: Mapping[str, str] = MappingProxyType(
    {
        "words": marked("Wording overlap"),
        "characters": marked("Spelling overlap"),
        "tokens": marked("Words in common"),
        "names": marked("Names match"),
        "numbers": marked("Numbers match"),
        "dates": marked("Dates match"),
        "meaning": marked("Meaning"),
    }
)
_CONTEXT = 160  # code points on either side of a passage that is shown in context


@dataclass(frozen=True, slots=True)
class Member:
    """One passage of the claim; ``name`` is how a form names it.

    ``fragments`` are its words with their differences from the base and the values they hold; ``machine`` is what the machine found where
    the reviewer ``set_by`` said otherwise.
    """

    number: int
    passage: Passage
    name: str
    column: Column
    place: str
    quote: str
    before: str
    after: str
    fragments: tuple[Fragment, ...]
    relation: RelationKind
    set_by: str | None
    machine: RelationKind | None
    score: float | None
    is_base: bool
    is_new: bool
    is_foreign: bool  # in another language than the base


@dataclass(frozen=True, slots=True)
class Shown:
    """One claim as it is reviewed."""

    id: str
    wording: str
    language: str
    voices: int
    members: tuple[Member, ...]
    parts: tuple[tuple[str, float], ...]
    reviewed: ReviewedClaim
    unknown: tuple[Column, ...]  # articles that are cut, and may tell the claim in the part that is missing

    @property
    def base(self) -> Member:
        """What the others are compared with."""
        return next(member for member in self.members if member.is_base)


def shown_claim(work: Work, claim: ReviewedClaim) -> Shown:
    """The claim with its passages in the order in which they were published."""
    columns = columns_of(work.run)
    sentences = sorted(claim.group.members, key=lambda s: (date_sort_key(columns[s.article].published), columns[s.article].label, s.span.start))
    base = next((s for s in sentences if passage_of(s) == claim.decided.base), sentences[0])
    return Shown(
        id=claim.id,
        wording=claim.wording,
        language=language_of(claim),
        voices=len(claim.group.voices),
        members=tuple(_member(number, sentence, base, _Of(claim, columns)) for number, sentence in enumerate(sentences, 1)),
        parts=claim.group.parts,
        reviewed=claim,
        unknown=tuple(columns[relation.source] for relation in claim.group.relations if relation.kind == "not_known"),
    )


def place_of(passage: Passage) -> str:
    """Where in its article, as it is shown."""
    return "title" if passage.field == "title" else f"{passage.span.start}–{passage.span.end}"


@dataclass(frozen=True, slots=True)
class _Of:
    claim: ReviewedClaim
    columns: Mapping[str, Column]


def _member(number: int, sentence: Sentence, base: Sentence, of: _Of) -> Member:
    column, passage = of.columns[sentence.article], passage_of(sentence)
    text = column.title if sentence.field == "title" else column.text
    relation = next(r for r in of.claim.group.relations if r.source == sentence.article)
    said = next((e for e in relation.evidence if e.check == BY_REVIEWER), None)
    scores = [e.score for e in relation.evidence if e.check == "wording" and e.score is not None]
    # Between two languages every word differs, which says nothing.
    is_alike = sentence != base and sentence.language == base.language
    pieces = difference(base.quote, sentence.quote) if is_alike else (Piece("same", sentence.quote),)
    return Member(
        number=number,
        passage=passage,
        name=name_of(passage),
        column=column,
        place=place_of(passage),
        quote=sentence.quote,
        before=text[max(0, sentence.span.start - _CONTEXT) : sentence.span.start],
        after=text[sentence.span.end : sentence.span.end + _CONTEXT],
        fragments=fragments(sentence.quote, pieces, values_in(sentence)),
        relation=relation.kind,
        set_by=said.value if said else None,
        machine=_kind(of.claim.told, sentence) if said else None,
        score=max(scores, default=None),
        is_base=sentence == base,
        is_new=passage in of.claim.decided.added,
        is_foreign=sentence.language != base.language,
    )


def _kind(group: ClaimGroup, sentence: Sentence) -> RelationKind | None:
    return next((r.kind for r in group.relations if r.source == sentence.article), None)


def values_in(sentence: Sentence) -> Sequence[Span]:
    """Where the numbers, dates and names stand in the quote, rising and apart from each other."""
    facts = sentence.facts
    found = sorted([n.span for n in facts.numbers] + [d.span for d in facts.dates] + [n.span for n in facts.names])
    spans: list[Span] = []
    for span in found:
        start, end = span.start - sentence.span.start, span.end - sentence.span.start
        if start >= (spans[-1].end if spans else 0) and end <= len(sentence.quote):
            spans.append(Span(start, end))
    return spans
