"""The facts of a run and the decision events in force -> each fact as reviewers left it: values taken out, or withdrawn whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from compare.claims.voices import voices
from compare.facts.ladder import Printed, figure_of, ladder_of
from compare.model import Claim, Passage
from compare.review.events import Event
from compare.review.group_reviews import GroupReview, GroupReviews
from compare.review.link_decisions import is_rejection, located_passages
from compare.review.regroup import PassageSet
from compare.review.resolve_anchors import ResolvedAnchors
from compare.review.review_run import Run
from compare.story_result import Fact, FactMention, FactValue

MISREAD = "misread"


@dataclass(frozen=True, slots=True)
class ReviewedFact:
    """A fact after all decisions.

    ``fact`` is nothing where a reviewer withdrew it or took out all its values; ``machine_fact`` is as the engine found it, ``taken_out``
    has the decision for each of its values that does not count any more.
    """

    fact: Fact | None
    machine_fact: Fact
    places: PassageSet
    review: GroupReview
    taken_out: Mapping[Passage, Event]
    withdrawn: Event | None

    @property
    def id(self) -> str:
        """The id that the engine gave it."""
        return self.machine_fact.id

    @property
    def is_changed(self) -> bool:
        """Whether reviewers changed what the fact says."""
        return self.fact != self.machine_fact


def reviewed_facts(run: Run, active: Sequence[Event], resolved: ResolvedAnchors) -> tuple[ReviewedFact, ...]:
    """All facts of the run, in its order; a decision belongs to the fact that has most of its values."""
    places = [frozenset(map(place_of, mentions_of(fact))) for fact in run.facts]
    reviews = GroupReviews(active, "fact", resolved, places)
    own = [event for event in active if event.about == "fact"]
    return tuple(_reviewed(fact, places[at], reviews.of(at), _Decisions(run, own, resolved)) for at, fact in enumerate(run.facts))


def place_of(mention: FactMention) -> Passage:
    """Where a value stands, which is what decisions on facts are anchored to."""
    return Passage(mention.article, mention.field, mention.span)


@dataclass(frozen=True, slots=True)
class _Decisions:
    run: Run
    events: Sequence[Event]
    resolved: ResolvedAnchors


def _reviewed(fact: Fact, places: PassageSet, review: GroupReview, given: _Decisions) -> ReviewedFact:
    taken_out: dict[Passage, Event] = {}
    withdrawn: Event | None = None
    for event in given.events:
        here = places.intersection(located_passages(event.passages, given.resolved.passage_by_anchor))
        rest = places.intersection(located_passages(event.others, given.resolved.passage_by_anchor))
        if event.kind == MISREAD or (event.kind == "cannot_link" and rest):
            taken_out |= dict.fromkeys(sorted(here), event)
        elif is_rejection(event) and 2 * len(here) > len(places):
            withdrawn = event
        elif event.kind == "must_link" and not event.others and 2 * len(here) > len(places):
            withdrawn = None
    left = None if withdrawn else _left_of(fact, frozenset(taken_out), given.run) if taken_out else fact
    return ReviewedFact(fact=left, machine_fact=fact, places=places, review=review, taken_out=taken_out, withdrawn=withdrawn)


def _left_of(fact: Fact, taken_out: PassageSet, run: Run) -> Fact | None:
    """The fact without these values; nothing where none is left."""
    kept = [(value, tuple(said for said in value.said if place_of(said) not in taken_out)) for value in fact.values]
    values = tuple(_value(value, said, run) for value, said in kept if said)
    if not values:
        return None
    articles = {said.article for value in values for said in value.said}
    if len(values) > 1 and len(articles) > 1:
        ladder = ladder_of(fact.slot, list(map(_printed, values)), run.published)
        return replace(fact, values=values, state="updated" if ladder.is_updated else "disputed", ladder=ladder.rungs)
    first = values[0]  # an article alone disputes nothing, though it may give two values
    return replace(fact, values=(first,), state="agreed" if first.voices > 1 else "single", ladder=())


def _value(value: FactValue, said: tuple[FactMention, ...], run: Run) -> FactValue:
    if said == value.said:
        return value
    claims = [claim for mention in said if (claim := _sentence(mention, run))]
    return replace(value, said=said, voices=max(1, len(voices(claims, run.settings.claims.same_wording, run.outlets))))


def _sentence(mention: FactMention, run: Run) -> Claim | None:
    return run.claim_at(Passage(mention.article, mention.field, mention.sentence))


def _printed(value: FactValue) -> Printed:
    return Printed(figure_of(value.value), value.display, frozenset(said.article for said in value.said))


def mentions_of(fact: Fact) -> list[FactMention]:
    """Every sentence that gives a value of it."""
    return [said for value in fact.values for said in value.said]
