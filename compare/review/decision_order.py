"""Decision events in order of arrival -> the order in which they were made, so that an import does not overrule newer decisions."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from compare.review.events import Event

_CLOCK_TOLERANCE = timedelta(days=1)  # clocks differ, and so do the dates of time zones


def chronological(events: Iterable[Event]) -> tuple[Event, ...]:
    """Ordered by time; equal times in order of arrival. An undo never comes before the act that it undoes."""
    by_arrival = tuple(events)
    last_of_act: dict[str, datetime] = {}
    times = []
    for event in by_arrival:
        time = time_of(event)
        undone_at = last_of_act.get(event.value or "") if event.kind == "undo" else None
        times.append(max(time, undone_at) if undone_at else time)
        last_of_act[event.act] = max(last_of_act.get(event.act, times[-1]), times[-1])
    if all(earlier <= later for earlier, later in pairwise(times)):
        return by_arrival
    return tuple(by_arrival[at] for at in sorted(range(len(by_arrival)), key=lambda at: times[at]))


def time_of(event: Event) -> datetime:
    """When the decision was made."""
    return datetime.fromisoformat(event.at)


def time_not_before(now: datetime, events: Sequence[Event]) -> datetime:
    """The time of a decision made now, after all of these: never before the latest of them, whatever clock that was made by."""
    return max((now, *map(time_of, events)))


def first_in_future(now: datetime, events: Iterable[Event]) -> Event | None:
    """The first event that is dated more than a day in the future: it would overrule all decisions until then."""
    return next((event for event in events if time_of(event) - now > _CLOCK_TOLERANCE), None)
