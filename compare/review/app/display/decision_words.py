"""The kind and value of a decision event -> the words for them on every page."""

from collections.abc import Mapping
from types import MappingProxyType

from compare.review.app.display.messages import translatable
from compare.review.events import Event
from reports.claim_standings import VERDICT_WORDS

# The kind of a decision, with "+" if it has two sides -> what was done.
DECISION_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "must_link": translatable("confirmed that these belong together"),
        "must_link+": translatable("put passages together"),
        "cannot_link": translatable("rejected the group"),
        "cannot_link+": translatable("took passages apart"),
        "relation": translatable("set the relation"),
        "wording": translatable("changed the wording"),
        "verdict": translatable("gave the verdict"),
        "note": translatable("wrote a note"),
        "unsure": translatable("is unsure"),
        "base": translatable("made another passage the base"),
        "misread": translatable("marked a value as read wrongly"),
        "reanchor": translatable("found a passage again"),
        "undo": translatable("took a decision back"),
        "redo": translatable("made a decision again"),
    }
)
_RELATIONS: Mapping[str, str] = MappingProxyType(
    {
        "agrees": translatable("Agrees"),
        "adds_detail": translatable("Adds detail"),
        "conflicts": translatable("Conflicts"),
        "unchecked": translatable("Not checked"),
        "silent": translatable("Silent"),
        "not_known": translatable("Not known"),
    }
)
# The kind of a decision -> the words for each of its values. The value of a note or wording is shown as it is.
VALUE_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType({"verdict": VERDICT_WORDS, "relation": _RELATIONS})
FREE_TEXT_KINDS = frozenset({"note", "wording"})


def log_kind(event: Event, acts: Mapping[str, Event]) -> str:
    """The key of ``DECISION_WORDS`` for an event; ``acts`` has the first event of each act."""
    if event.kind == "undo":
        undone = acts.get(event.value or "")
        return "redo" if undone and undone.kind == "undo" else "undo"
    return event.kind + ("+" if event.kind in {"must_link", "cannot_link"} and event.others else "")
