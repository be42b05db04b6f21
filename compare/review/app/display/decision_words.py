"""The kind of a decision and its value -> the words that every page has for them."""

from collections.abc import Mapping
from types import MappingProxyType

from compare.review.app.display.messages import marked
from compare.review.events import Event
from reports.claim_standings import VERDICT_WORDS

# Kind of a decision, "+" where it has two sides -> what was done.
DEEDS: Mapping[str, str] = MappingProxyType(
    {
        "must_link": marked("confirmed that these belong together"),
        "must_link+": marked("put passages together"),
        "cannot_link": marked("rejected the group"),
        "cannot_link+": marked("took passages apart"),
        "relation": marked("set the relation"),
        "wording": marked("changed the wording"),
        "verdict": marked("gave the verdict"),
        "note": marked("wrote a note"),
        "unsure": marked("is unsure"),
        "base": marked("made another passage the base"),
        "reanchor": marked("found a passage again"),
        "undo": marked("took a decision back"),
        "redo": marked("made a decision again"),
    }
)
_RELATIONS: Mapping[str, str] = MappingProxyType(
    {
        "agrees": marked("Agrees"),
        "adds_detail": marked("Adds detail"),
        "conflicts": marked("Conflicts"),
        "unchecked": marked("Not checked"),
        "silent": marked("Silent"),
        "not_known": marked("Not known"),
    }
)
# What a value means, by the kind of decision; a note and a wording are a person's words, and are shown as they are.
VALUES: Mapping[str, Mapping[str, str]] = MappingProxyType({"verdict": VERDICT_WORDS, "relation": _RELATIONS})
OWN_WORDS = frozenset({"note", "wording"})


def kind_of(event: Event, acts: Mapping[str, Event]) -> str:
    """One of ``DEEDS``; ``acts`` has the first event of every act."""
    if event.kind == "undo":
        taken = acts.get(event.value or "")
        return "redo" if taken and taken.kind == "undo" else "undo"
    return event.kind + ("+" if event.kind in {"must_link", "cannot_link"} and event.others else "")
