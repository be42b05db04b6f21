"""The actions and their keys, in the order of the help; what a person typed as a key -> the way it is written."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from compare.review.app.display.messages import translatable


@dataclass(frozen=True, slots=True)
class Shortcut:
    """An action, its key unless a person chose another, and its name. The action is the ``data-key`` of its button."""

    action: str
    key: str
    name: str


SHORTCUTS = (
    Shortcut("next", "j", translatable("next")),
    Shortcut("previous", "k", translatable("previous")),
    Shortcut("confirm", "c", translatable("confirm, go to the next")),
    Shortcut("reject", "x", translatable("reject, go to the next")),
    Shortcut("agrees", "a", translatable("selected passages agree")),
    Shortcut("adds_detail", "d", translatable("selected passages add detail")),
    Shortcut("conflicts", "f", translatable("selected passages conflict")),
    Shortcut("not_this", "g", translatable("selected passages are not about this claim")),
    Shortcut("base", "b", translatable("make the selected passage the base")),
    Shortcut("split", "s", translatable("split off the selected passages")),
    Shortcut("misread", "r", translatable("selected values were read wrongly")),
    Shortcut("move", "v", translatable("move the selected passages")),
    Shortcut("merge", "m", translatable("merge with another")),
    Shortcut("verdict", "w", translatable("verdict, then 1 to 4")),
    Shortcut("note", "n", translatable("write a note (Ctrl+Enter saves it)")),
    Shortcut("wording", "e", translatable("edit the wording")),
    Shortcut("unsure", "y", translatable("mark as unsure")),
    Shortcut("differences", "t", translatable("differences or context")),
    Shortcut("open", "o", translatable("open the article of the selected passage")),
    Shortcut("undo", "u", translatable("undo")),
    Shortcut("redo", "Shift+u", translatable("redo")),
    Shortcut("search", "/", translatable("search")),
    Shortcut("help", "?", translatable("show the keys")),
)
_TYPED_KEY = re.compile(r"(?:(shift)\s*\+\s*)?(\S)", re.IGNORECASE)


def normalized_key(typed: str) -> str | None:
    """One character, or Shift and a letter: ``U`` -> ``u``, ``shift + U`` -> ``Shift+u``.

    ``None`` for anything else, and for digits, which select passages.
    """
    found = _TYPED_KEY.fullmatch(typed.strip())
    if found is None or found[2].isdigit() or len(found[2].lower()) != 1 or not found[2].isprintable():
        return None
    if found[1] and not found[2].isalpha():
        return None  # which character Shift makes depends on the keyboard
    return ("Shift+" if found[1] else "") + found[2].lower()


def keys_by_action(custom: Mapping[str, str]) -> Mapping[str, str]:
    """The key of every action; ``custom`` has the keys that a person chose, an empty one for none."""
    return MappingProxyType({shortcut.action: custom.get(shortcut.action, shortcut.key) for shortcut in SHORTCUTS})


def key_label(key: str) -> str:
    """A key as buttons show it: ``c`` -> ``C``."""
    return "+".join(part.upper() if len(part) == 1 else part for part in key.split("+"))
