"""Decisions as they arrived -> in the order in which they were made: what is brought in late does not overrule what is newer."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from compare.review.events import Event

_SOON = timedelta(days=1)  # clocks differ, and so do the days of two ends of the world


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """By the moment at which they were made; of one moment, as they arrived. An undo never comes before the act that it takes back."""
    arrived = tuple(events)
    last: dict[str, datetime] = {}
    moments = []
    for event in arrived:
        moment = moment_of(event)
        taken_back = last.get(event.value or "") if event.kind == "undo" else None
        moments.append(max(moment, taken_back) if taken_back else moment)
        last[event.act] = max(last.get(event.act, moments[-1]), moments[-1])
    if all(one <= next_one for one, next_one in pairwise(moments)):
        return arrived
    return tuple(arrived[at] for at in sorted(range(len(arrived)), key=lambda at: moments[at]))


def moment_of(event: Event) -> datetime:
    """When it was made."""
    return datetime.fromisoformat(event.at)


def moment_after(now: datetime, events: Sequence[Event]) -> datetime:
    """The moment of a decision made now, in sight of all of these: never before the last of them, however that one's clock went."""
    return max((now, *map(moment_of, events)))


def ahead_of(now: datetime, events: Iterable[Event]) -> Event | None:
    """The first that says that it will be made more than a day from now: it would overrule all that is decided until then."""
    return next((event for event in events if moment_of(event) - now > _SOON), None)
