"""What was skipped -> how much of it for which reasons, and the first places: bounded, whatever there is."""

from collections import Counter
from typing import Any

import regex

from compare.model import Skipped

_VARYING = regex.compile(r"'[^']*'|\([^()]*\)|\d+")  # what differs between two lines that are left out for one reason
_OTHERS = "other reasons"


class SkippedSummary:
    """Counts; the first ``listed`` places, and as many kinds of reasons before they are counted together."""

    def __init__(self, listed: int) -> None:
        self.count = 0
        self._listed = listed
        self._first: list[Skipped] = []
        self._reasons: Counter[str] = Counter()

    def add(self, item: Skipped) -> None:
        """One place and its reason."""
        self.count += 1
        if len(self._first) < self._listed:
            self._first.append(item)
        reason = _VARYING.sub("…", item.reason)
        self._reasons[reason if reason in self._reasons or len(self._reasons) < self._listed else _OTHERS] += 1

    def document(self) -> dict[str, Any]:
        """As it stands in the summary, the most frequent reason first."""
        reasons = sorted(self._reasons.items(), key=lambda item: (-item[1], item[0]))
        return {
            "count": self.count,
            "reasons": [{"why": why, "count": count} for why, count in reasons],
            "first": [{"place": item.place, "why": item.reason} for item in self._first],
        }
