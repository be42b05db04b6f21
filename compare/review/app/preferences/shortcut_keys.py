"""What a key does, in the order in which the help shows it; and what a person typed as a key -> how it is written."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from compare.review.app.display.messages import marked


@dataclass(frozen=True, slots=True)
class Key:
    """An act, the key that does it unless a person chose another, and its name. The act is what a button's ``data-key`` holds."""

    act: str
    key: str
    name: str


KEYS = (
    Key("next", "j", marked("next")),
    Key("previous", "k", marked("previous")),
    Key("confirm", "c", marked("confirm, go to the next")),
    Key("reject", "x", marked("reject, go to the next")),
    Key("agrees", "a", marked("selected passages agree")),
    Key("adds_detail", "d", marked("selected passages add detail")),
    Key("conflicts", "f", marked("selected passages conflict")),
    Key("not_this", "g", marked("selected passages are not about this claim")),
    Key("base", "b", marked("make the selected passage the base")),
    Key("split", "s", marked("split off the selected passages")),
    Key("move", "v", marked("move the selected passages")),
    Key("merge", "m", marked("merge with another")),
    Key("verdict", "w", marked("verdict, then 1 to 4")),
    Key("note", "n", marked("write a note (Ctrl+Enter saves it)")),
    Key("wording", "e", marked("edit the wording")),
    Key("unsure", "y", marked("mark as unsure")),
    Key("differences", "t", marked("differences or context")),
    Key("open", "o", marked("open the article of the selected passage")),
    Key("undo", "u", marked("undo")),
    Key("redo", "Shift+u", marked("redo")),
    Key("search", "/", marked("search")),
    Key("help", "?", marked("show the keys")),
)
# Digits select passages and Escape leads out; these are never given away.
FIXED = ("1–9", "0", "Esc")
_WRITTEN = re.compile(r"(?:(shift)\s*\+\s*)?(\S)", re.IGNORECASE)


def written(typed: str) -> str | None:
    """One sign, or Shift and a letter, as the table writes it: ``U`` -> ``u``, ``shift + U`` -> ``Shift+u``; else nothing."""
    found = _WRITTEN.fullmatch(typed.strip())
    if found is None or found[2].isdigit() or len(found[2].lower()) != 1 or not found[2].isprintable():
        return None
    if found[1] and not found[2].isalpha():
        return None  # which sign stands above another one depends on the keyboard
    return ("Shift+" if found[1] else "") + found[2].lower()


def chosen(own: Mapping[str, str]) -> Mapping[str, str]:
    """Every act with its key; ``own`` has those that a person chose, an empty one for none."""
    return MappingProxyType({key.act: own.get(key.act, key.key) for key in KEYS})


def shown(key: str) -> str:
    """A key as it stands on a button: ``c`` -> ``C``."""
    return "+".join(part.upper() if len(part) == 1 else part for part in key.split("+"))
