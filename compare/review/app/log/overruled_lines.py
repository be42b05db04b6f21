"""The clashes of a state -> the lines that pages show of them: what came late and does not hold, and what holds against it."""

from collections.abc import Sequence
from dataclasses import dataclass

from compare.review.app.log.decision_lines import Entry, Ledger
from compare.review.app.runs.story_review import View
from compare.review.events import Event
from compare.review.overruled_imports import Clash, clashes_of


@dataclass(frozen=True, slots=True)
class Late:
    """An older decision that was brought in later, and the newer one that holds."""

    late: Entry
    standing: Entry


def late_in(view: View) -> list[Late]:
    """All of a story."""
    return _told(clashes_of(view.state), Ledger(view.state))


def late_of(view: View, history: Sequence[Event]) -> list[Late]:
    """Those of one group, by its decisions."""
    named = {event.id for event in history}
    return _told([clash for clash in clashes_of(view.state) if {clash.late.id, clash.standing.id} & named], Ledger(view.state))


def _told(found: Sequence[Clash], ledger: Ledger) -> list[Late]:
    return [Late(ledger.of(clash.late), ledger.of(clash.standing)) for clash in found]
