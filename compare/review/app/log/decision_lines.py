"""The decision events of a review state -> one line for each: who did what, in words, and the page where its passages are now."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from compare.model import Passage
from compare.review.anchors import Anchor, Found, locate
from compare.review.app.display.decision_words import DECISION_WORDS, FREE_TEXT_KINDS, VALUE_WORDS, log_kind
from compare.review.app.requests.page_urls import url_segment
from compare.review.events import About, Event, undone_acts
from compare.review.review_state import ReviewState

_SINGLE_PASSAGE_KINDS = frozenset({"relation", "base", "misread", "reanchor"})
_SECTIONS: Mapping[About, str] = {"claim": "claims", "duplicates": "clusters", "fact": "facts"}
_MAX_QUOTES = 3  # of the passages of a decision, in a line of the log


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One decision, in words.

    ``value`` is a translatable message, ``free_text`` the reviewer's own words; ``singled_out`` are the quotes of passages that the
    decision sets apart from the rest of their group.
    """

    event: Event
    action_words: str
    value: str
    free_text: str
    quotes: tuple[str, ...]
    hidden_quotes: int  # further passages
    singled_out: tuple[str, ...]
    is_undone: bool
    lines: "DecisionLines" = field(repr=False, compare=False)

    @property
    def current_path(self) -> str:
        """The page where its passages are now, as a path within the run, or empty. Computed on demand: not every page needs it."""
        return self.lines.current_path(self.event)


class DecisionLines:
    """Makes the line of each decision of a review state."""

    def __init__(self, state: ReviewState) -> None:
        """The groups are indexed once, for the first line; each further line costs only its own passages."""
        self._state = state
        self._undone = undone_acts(state.events)
        self._acts = {event.act: event for event in reversed(state.events)}

    @cached_property
    def _groups_by_passage(self) -> Mapping[About, Mapping[Passage, list[str]]]:
        return {
            "claim": _groups_by_passage([(claim.id, claim.members) for claim in self._state.claims]),
            "duplicates": _groups_by_passage([(cluster.id, cluster.members) for cluster in self._state.clusters]),
            "fact": _groups_by_passage([(fact.id, fact.places) for fact in self._state.facts]),
        }

    def line_of(self, event: Event) -> DecisionLine:
        """The line of an event; an undo quotes the passages of the decision that it undoes."""
        origin = self._origin(event)
        values = VALUE_WORDS.get(event.kind, {})
        return DecisionLine(
            event=event,
            action_words=DECISION_WORDS[log_kind(event, self._acts)],
            value=values.get(event.value or "", ""),
            free_text=(event.value or "") if event.kind in FREE_TEXT_KINDS else "",
            quotes=tuple(anchor.quote for anchor in origin.passages[:_MAX_QUOTES]),
            hidden_quotes=max(0, len(origin.passages) - _MAX_QUOTES),
            singled_out=tuple(anchor.quote for anchor in event.passages) if event.others or event.kind in _SINGLE_PASSAGE_KINDS else (),
            is_undone=event.act in self._undone,
            lines=self,
        )

    def kind_of(self, event: Event) -> str:
        """One of ``DECISION_WORDS``."""
        return log_kind(event, self._acts)

    def current_path(self, event: Event) -> str:
        """The path of the group that now contains most of the passages, else of the article with the first of them."""
        origin = self._origin(event)
        found = [location for anchor in (*origin.passages, *origin.others) if (location := self._location(anchor))]
        groups_with = self._groups_by_passage[origin.about]
        count = Counter(group for passage in found for group in groups_with.get(passage, ()))
        if count:
            return f"{_SECTIONS[origin.about]}/{url_segment(min(count, key=lambda group: (-count[group], group)))}"
        return f"articles/{url_segment(found[0].article)}#s{found[0].span.start}" if found else ""

    def _location(self, anchor: Anchor) -> Passage | None:
        """Where the passage is now. Passages of undone decisions are located here: the review state does not need them."""
        known = self._state.resolved.passage_by_anchor.get(anchor)
        located = None if known else locate(anchor, self._state.run.field_texts)
        return located.passage if isinstance(located, Found) else known

    def _origin(self, event: Event) -> Event:
        """The event itself; for an undo, the decision that it is about in the end."""
        while event.kind == "undo" and event.value in self._acts:
            event = self._acts[event.value]
        return event


def _groups_by_passage(groups: Iterable[tuple[str, Iterable[Passage]]]) -> Mapping[Passage, list[str]]:
    groups_by_passage: dict[Passage, list[str]] = {}
    for group_id, members in groups:
        for passage in members:
            groups_by_passage.setdefault(passage, []).append(group_id)
    return groups_by_passage
