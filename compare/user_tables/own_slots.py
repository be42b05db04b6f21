"""The tables ``[[facts.slots]]`` of a settings file -> slots of the user's own, or every fault with the table and the key that it is in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LANGUAGES = ("en", "vi")  # of the language packs, for which a slot has words and a label
KINDS = ("count", "measure", "money", "share")
_TEXTS = ("name", "kind", *(f"label_{language}" for language in LANGUAGES))
_LISTS = tuple(f"{key}_{language}" for key in ("words", "nouns") for language in LANGUAGES)
_KEYS = (*_TEXTS, *_LISTS, "importance")
_BEHIND = 100  # in the order of the report; the program's own counts have 0 to 10
_LONGEST = 100  # characters of a name, a label or a phrase
_MOST_WORDS = 200  # phrases of a list
ByLanguage = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSlot:
    """A slot that a user adds: what fills it is known by ``words``, and what a count counts by ``nouns``, both by language.

    Without nouns a count is one of people, houses or vehicles. ``importance`` is the place in the order of the report, from 0.
    """

    name: str
    kind: str
    labels: tuple[tuple[str, str], ...] = ()
    words: ByLanguage = ()
    nouns: ByLanguage = ()
    importance: int = _BEHIND

    def as_table(self) -> dict[str, Any]:
        """As it stands in a settings file and in a document."""
        labels = {f"label_{language}": label for language, label in self.labels}
        lists = {f"{key}_{language}": list(said) for key in ("words", "nouns") for language, said in getattr(self, key)}
        return {"name": self.name, "kind": self.kind, **labels, **lists, "importance": self.importance}


def read_slots(given: object, place: str) -> tuple[tuple[OwnSlot, ...], list[str]]:
    """The slots in order; faults are told with ``place``, the number of the table and the key."""
    if not isinstance(given, (list, tuple)):
        return (), [f"{place} wants tables; write [[{place}]] above each slot"]
    slots: list[OwnSlot] = []
    faults: list[str] = []
    for number, table in enumerate(given, start=1):
        here = f"{place} {number}"
        if not isinstance(table, Mapping):
            faults.append(f"{here} wants a table of keys; write [[{place}]] above it")
            continue
        own = [*_text_faults(table), *_list_faults(table), *_faults_together(table)]
        if any(slot.name == table.get("name") for slot in slots):
            own.append("name is that of an earlier slot; choose another, or put the words together")
        faults += [f"{here} {fault}" for fault in own]
        if not own:
            slots.append(_slot(table))
    return tuple(slots), faults


def _slot(table: Mapping[str, Any]) -> OwnSlot:
    return OwnSlot(
        name=table["name"],
        kind=table["kind"],
        labels=tuple((language, table[f"label_{language}"]) for language in LANGUAGES if f"label_{language}" in table),
        words=_by_language(table, "words"),
        nouns=_by_language(table, "nouns"),
        importance=table.get("importance", _BEHIND),
    )


def _by_language(table: Mapping[str, Any], key: str) -> ByLanguage:
    lists = ((language, table.get(f"{key}_{language}", ())) for language in LANGUAGES)
    return tuple((language, tuple(" ".join(said.lower().split()) for said in own)) for language, own in lists if own)


def _text_faults(table: Mapping[str, Any]) -> list[str]:
    faults = [f"{key!s:.100} is no key of a slot; wants one of {', '.join(_KEYS)}" for key in table if key not in _KEYS]
    faults += [f"has no {key}; give it one" for key in ("name", "kind") if key not in table]
    for key in (key for key in _TEXTS if key in table):
        if not _is_text(table[key]):
            faults.append(f"{key} wants a text of 1 to {_LONGEST} characters with a letter in it")
        elif key == "kind" and table[key] not in KINDS:
            faults.append(f"kind wants one of {', '.join(KINDS)}")
        elif key.startswith("label") and set("{}") & set(table[key].replace("{about}", "")):
            faults.append(f"{key} has a brace; write {{about}} where the people or things counted go, and no other")
    return faults


def _list_faults(table: Mapping[str, Any]) -> list[str]:
    faults = []
    for key in (key for key in _LISTS if key in table):
        given = table[key]
        if not isinstance(given, (list, tuple)) or len(given) > _MOST_WORDS:
            faults.append(f'{key} wants a list of {_MOST_WORDS} phrases at most, such as ["fired", "shot"]')
            continue
        faults += [f"{key} wants in entry {at} a phrase with a letter in it" for at, said in enumerate(given, 1) if not _is_text(said)]
        if key.startswith("nouns"):
            several = (at for at, said in enumerate(given, 1) if _is_text(said) and len(said.split()) > 1)
            faults += [f"{key} wants in entry {at} one word: the first of a Vietnamese noun, the last of an English one" for at in several]
    return faults


def _faults_together(table: Mapping[str, Any]) -> list[str]:
    faults = []
    if not any(table.get(f"words_{language}") for language in LANGUAGES):
        faults.append(f"has no words; give {' or '.join(f'words_{language}' for language in LANGUAGES)}, by which its figures are known")
    if table.get("kind") != "count":
        faults += [f"{key} is only for kind count; take it out" for key in _LISTS if key.startswith("nouns") and key in table]
    importance = table.get("importance", _BEHIND)
    if not isinstance(importance, int) or isinstance(importance, bool) or not 0 <= importance <= _BEHIND:
        faults.append(f"importance wants a whole number from 0 to {_BEHIND}")
    return faults


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value.isprintable() and len(value) <= _LONGEST and any(char.isalpha() for char in value)
