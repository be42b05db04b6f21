"""A state -> decisions that were brought in after a newer one on the same thing, and that do not hold for that reason."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from compare.review.events import Event, in_force
from compare.review.review_state import State

_LINKS = frozenset({"must_link", "cannot_link"})
_LAST_WORDS = frozenset({"verdict", "wording", "note", "base", "relation"})


@dataclass(frozen=True, slots=True)
class Clash:
    """``late`` is the older one and came last; ``standing`` says something else, is newer, and holds."""

    standing: Event
    late: Event


def clashes_of(state: State) -> tuple[Clash, ...]:
    """All of them, in the order in which the older ones were made. Whoever decides anew ends the clash."""
    if state.events is state.arrived:  # nothing came late
        return ()
    rank = {event.id: at for at, event in enumerate(state.arrived)}
    found = {(clash.late.id, clash.standing.id): clash for clash in _found(state, rank)}
    order = {event.id: at for at, event in enumerate(state.events)}
    return tuple(sorted(found.values(), key=lambda clash: order[clash.late.id]))


def _found(state: State, rank: Mapping[str, int]) -> Iterator[Clash]:
    decided = [*(claim.decided for claim in state.claims), *(cluster.decided for cluster in state.clusters)]
    for history in (each.history for each in decided if each.history):
        yield from _in(((_slot(event, state), event) for event in history if event.kind in _LAST_WORDS), rank)
    links = (event for event in in_force(state.events) if event.kind in _LINKS)
    yield from _in(((_passages(event, state), event) for event in links), rank)


def _in(events: Iterable[tuple[Hashable, Event]], rank: Mapping[str, int]) -> Iterator[Clash]:
    """Of each slot, the last one made against the last one that came."""
    slots: dict[Hashable, list[Event]] = {}
    for slot, event in events:
        slots.setdefault(slot, []).append(event)
    for told in slots.values():
        standing, late = told[-1], max(told, key=lambda event: rank[event.id])
        if (standing.kind, standing.value, standing.passages) != (late.kind, late.value, late.passages) and standing.act != late.act:
            yield Clash(standing, late)


def _slot(event: Event, state: State) -> Hashable:
    """What only one decision can hold of a group: its verdict, say, or the relation of one passage."""
    return (event.kind, state.resolved.where.get(event.passages[0])) if event.kind == "relation" else event.kind


def _passages(event: Event, state: State) -> Hashable:
    where = state.resolved.where
    return event.about, frozenset(where.get(anchor, anchor) for anchor in (*event.passages, *event.others))
