"""A review state -> imported decisions that do not hold, because a newer one on the same thing was there before."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from compare.review.events import Event, active_events
from compare.review.review_state import ReviewState

_LINKS = frozenset({"must_link", "cannot_link"})
_LAST_ONE_HOLDS = frozenset({"verdict", "wording", "note", "base", "relation"})


@dataclass(frozen=True, slots=True)
class OverruledImport:
    """``imported`` was made earlier and arrived last; ``newer`` differs from it, was made later, and holds."""

    newer: Event
    imported: Event


def overruled_imports(state: ReviewState) -> tuple[OverruledImport, ...]:
    """All of them, in the order in which the imported ones were made. A new decision on the same thing ends the conflict."""
    if state.events is state.events_by_arrival:  # nothing was imported that is older
        return ()
    arrival_rank = {event.id: at for at, event in enumerate(state.events_by_arrival)}
    found = {(pair.imported.id, pair.newer.id): pair for pair in _found(state, arrival_rank)}
    order = {event.id: at for at, event in enumerate(state.events)}
    return tuple(sorted(found.values(), key=lambda pair: order[pair.imported.id]))


def _found(state: ReviewState, arrival_rank: Mapping[str, int]) -> Iterator[OverruledImport]:
    reviews = [*(claim.review for claim in state.claims), *(cluster.review for cluster in state.clusters)]
    for history in (each.history for each in reviews if each.history):
        yield from _of_each_slot(((_slot(event, state), event) for event in history if event.kind in _LAST_ONE_HOLDS), arrival_rank)
    links = (event for event in active_events(state.events) if event.kind in _LINKS)
    yield from _of_each_slot(((_passages(event, state), event) for event in links), arrival_rank)


def _of_each_slot(events: Iterable[tuple[Hashable, Event]], arrival_rank: Mapping[str, int]) -> Iterator[OverruledImport]:
    """For each slot, the last decision by time against the last one by arrival, if they differ."""
    slots: dict[Hashable, list[Event]] = {}
    for slot, event in events:
        slots.setdefault(slot, []).append(event)
    for same_slot in slots.values():
        newer, imported = same_slot[-1], max(same_slot, key=lambda event: arrival_rank[event.id])
        if (newer.kind, newer.value, newer.passages) != (imported.kind, imported.value, imported.passages) and newer.act != imported.act:
            yield OverruledImport(newer, imported)


def _slot(event: Event, state: ReviewState) -> Hashable:
    """What only one decision of a group can be in force for: its verdict, for example, or the relation of one passage."""
    return (event.kind, state.resolved.passage_by_anchor.get(event.passages[0])) if event.kind == "relation" else event.kind


def _passages(event: Event, state: ReviewState) -> Hashable:
    passage_by_anchor = state.resolved.passage_by_anchor
    return event.about, frozenset(passage_by_anchor.get(anchor, anchor) for anchor in (*event.passages, *event.others))
