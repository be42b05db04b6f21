"""The imported decisions of a snapshot that newer ones overrule -> the lines that pages show: the imported one and the newer one."""

from collections.abc import Sequence
from dataclasses import dataclass

from compare.review.app.log.decision_lines import DecisionLine, DecisionLines
from compare.review.app.runs.story_review import Snapshot
from compare.review.events import Event
from compare.review.overruled_imports import OverruledImport, overruled_imports


@dataclass(frozen=True, slots=True)
class OverruledLine:
    """The line of an imported decision that does not hold, and the line of the newer one that holds."""

    imported: DecisionLine
    newer: DecisionLine


def overruled_lines(snapshot: Snapshot) -> list[OverruledLine]:
    """The lines of a whole story."""
    return _lines(overruled_imports(snapshot.state), DecisionLines(snapshot.state))


def overruled_lines_of(snapshot: Snapshot, history: Sequence[Event]) -> list[OverruledLine]:
    """The lines of one claim or cluster, whose decisions are in ``history``."""
    event_ids = {event.id for event in history}
    return _lines(
        [pair for pair in overruled_imports(snapshot.state) if {pair.imported.id, pair.newer.id} & event_ids],
        DecisionLines(snapshot.state),
    )


def _lines(overruled: Sequence[OverruledImport], lines: DecisionLines) -> list[OverruledLine]:
    return [OverruledLine(lines.line_of(pair.imported), lines.line_of(pair.newer)) for pair in overruled]
