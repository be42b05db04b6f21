"""The decisions of a state -> the lines of its log, the newest first, as far as they are asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from compare.review.app.display.decision_words import DEEDS
from compare.review.app.log.decision_lines import Entry, Ledger
from compare.review.app.requests.search_query import holds, line_in, stretch, words_in
from compare.review.events import Event
from compare.review.review_state import State

SHOWN = 100  # lines in a page


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose decisions, of which kind of ``DEEDS``, with which words, from which line on; empty for all."""

    reviewer: str = ""
    kind: str = ""
    words: str = ""
    first: int = 0

    @property
    def query(self) -> str:
        """The same as the end of an address, without the line."""
        given = {"reviewer": self.reviewer, "kind": self.kind, "words": self.words}
        return "?" + urlencode({name: value for name, value in given.items() if value})


@dataclass(frozen=True, slots=True)
class Log:
    """Some lines, how many stand before and behind them, and what can be asked for."""

    asked: Asked
    entries: tuple[Entry, ...]
    before: int
    behind: int
    all: int
    reviewers: tuple[str, ...]
    kinds: tuple[tuple[str, str], ...]  # with their words


def asked_of(query: Mapping[str, str]) -> Asked:
    """What an address asks for."""
    kind = query.get("kind", "")
    return Asked(query.get("reviewer", ""), kind if kind in DEEDS else "", words_in(query), line_in(query))


def log_of(state: State, asked: Asked) -> Log:
    """The lines from the one that is asked for."""
    ledger = Ledger(state)
    wanted = [event for event in reversed(state.events) if _is_wanted(event, asked, ledger)]
    shown = stretch(wanted, asked.first, SHOWN)
    done = {ledger.kind(event) for event in state.events}
    return Log(
        asked=asked,
        entries=tuple(ledger.of(event) for event in shown.lines),
        before=shown.before,
        behind=shown.behind,
        all=len(state.events),
        reviewers=tuple(sorted({event.reviewer for event in state.events})),
        kinds=tuple((kind, name) for kind, name in DEEDS.items() if kind in done),
    )


def _is_wanted(event: Event, asked: Asked, ledger: Ledger) -> bool:
    if (asked.reviewer and event.reviewer != asked.reviewer) or (asked.kind and ledger.kind(event) != asked.kind):
        return False
    said = " ".join([event.value or "", *(anchor.quote for anchor in event.passages)])
    return holds(said, asked.words)
