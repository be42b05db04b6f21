"""The decisions of a review state and a filter -> the lines of the log, the newest first."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from compare.review.app.display.decision_words import DECISION_WORDS
from compare.review.app.log.decision_lines import DecisionLine, DecisionLines
from compare.review.app.requests.search_query import contains_words, first_line, page_of_lines, search_words
from compare.review.events import Event
from compare.review.review_state import ReviewState

MAX_LINES = 100  # lines in a page


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which decisions to list: by reviewer, kind (of ``DECISION_WORDS``) and words, empty for all; and the first line to show."""

    reviewer: str = ""
    kind: str = ""
    words: str = ""
    first: int = 0

    @property
    def query_string(self) -> str:
        """The filter as the query of a URL, without the line."""
        parts = {"reviewer": self.reviewer, "kind": self.kind, "words": self.words}
        return "?" + urlencode({name: value for name, value in parts.items() if value})


@dataclass(frozen=True, slots=True)
class LogView:
    """The lines of one page, how many come before and after them, and what can be filtered by."""

    log_filter: LogFilter
    lines: tuple[DecisionLine, ...]
    before: int
    after: int
    total: int
    reviewers: tuple[str, ...]
    kinds: tuple[tuple[str, str], ...]  # each with its words


def read_log_filter(query: Mapping[str, str]) -> LogFilter:
    """The filter in the query of a URL."""
    kind = query.get("kind", "")
    return LogFilter(query.get("reviewer", ""), kind if kind in DECISION_WORDS else "", search_words(query), first_line(query))


def log_view(state: ReviewState, log_filter: LogFilter) -> LogView:
    """The lines from the one that the filter starts with."""
    lines = DecisionLines(state)
    matching = [event for event in reversed(state.events) if _matches(event, log_filter, lines)]
    page = page_of_lines(matching, log_filter.first, MAX_LINES)
    kinds = {lines.kind_of(event) for event in state.events}
    return LogView(
        log_filter=log_filter,
        lines=tuple(lines.line_of(event) for event in page.lines),
        before=page.before,
        after=page.after,
        total=len(state.events),
        reviewers=tuple(sorted({event.reviewer for event in state.events})),
        kinds=tuple((kind, name) for kind, name in DECISION_WORDS.items() if kind in kinds),
    )


def _matches(event: Event, log_filter: LogFilter, lines: DecisionLines) -> bool:
    if (log_filter.reviewer and event.reviewer != log_filter.reviewer) or (log_filter.kind and lines.kind_of(event) != log_filter.kind):
        return False
    text = " ".join([event.value or "", *(anchor.quote for anchor in event.passages)])
    return contains_words(text, log_filter.words)
