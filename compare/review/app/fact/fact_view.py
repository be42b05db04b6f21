"""A reviewed fact -> what its screen shows: its values, and every sentence that gives one, with the value marked."""

from collections.abc import Mapping
from dataclasses import dataclass

from compare.model import Passage
from compare.review.app.claim.claim_view import location_label
from compare.review.app.display.article_labels import article_columns
from compare.review.app.fact.fact_list import labels_of, state_of, status_of
from compare.review.app.requests.passage_ids import passage_id
from compare.review.review_state import ReviewState
from compare.review.reviewed_facts import ReviewedFact, place_of
from compare.story_result import FactMention
from reports.labels import Column


@dataclass(frozen=True, slots=True)
class FactSentence:
    """One sentence that gives a value: its words before, in and behind the value; ``passage_id`` stands for the value in forms.

    ``because`` are the words by which the program took the value for one of it. ``out`` is the kind of the decision that took it out.
    """

    number: int
    passage_id: str
    column: Column
    location: str
    before: str
    says: str
    after: str
    because: str
    start: int
    out: str | None
    is_new: bool


@dataclass(frozen=True, slots=True)
class ShownValue:
    """A value with its sentences."""

    display: str
    sentences: tuple[FactSentence, ...]


@dataclass(frozen=True, slots=True)
class FactView:
    """One fact as its screen shows it."""

    id: str
    label: str
    state: str
    status: str
    values: tuple[ShownValue, ...]
    reviewed: ReviewedFact


def fact_view(fact: ReviewedFact, state: ReviewState, language: str) -> FactView:
    """The fact with all that the program found, also what was taken out since."""
    columns = article_columns(state.run)
    values, number = [], 0
    for value in fact.machine_fact.values:
        sentences = []
        for mention in value.said:
            number += 1
            sentences.append(_sentence(number, mention, fact, columns))
        values.append(ShownValue(value.display, tuple(sentences)))
    return FactView(
        id=fact.id,
        label=labels_of(state, language)[fact.id],
        state=state_of(fact),
        status=status_of(fact),
        values=tuple(values),
        reviewed=fact,
    )


def _sentence(number: int, mention: FactMention, fact: ReviewedFact, columns: Mapping[str, Column]) -> FactSentence:
    column, place = columns[mention.article], place_of(mention)
    text = column.title if mention.field == "title" else column.text
    taken_out = fact.taken_out.get(place)
    return FactSentence(
        number=number,
        passage_id=passage_id(place),
        column=column,
        location=location_label(Passage(mention.article, mention.field, mention.sentence)),
        before=text[mention.sentence.start : mention.span.start],
        says=mention.says,
        after=text[mention.span.end : mention.sentence.end],
        because=mention.because,
        start=mention.sentence.start,
        out=taken_out.kind if taken_out else None,
        is_new=place in fact.review.added,
    )
