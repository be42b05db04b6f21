"""A user's own slots -> the words of each language pack with theirs among them, for one run."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from compare.languages.language_pack import FactWords
from compare.languages.registry import PACKS
from compare.text.tokens import key
from compare.user_tables.own_slots import OwnSlot

# Kind of an own slot -> field of the pack's words that it joins.
_FIELDS = {"count": "predicates", "measure": "dimensions", "money": "sums", "share": "shares"}
Phrases = Mapping[str, tuple[str, ...]]


def words_with(slots: Sequence[OwnSlot]) -> Mapping[str, FactWords]:
    """Language -> words. A phrase of the user's is no longer one of the program's; a name that the program has gets the words on top."""
    return {language: _joined(pack.facts, slots, language) for language, pack in PACKS.items()}


def _joined(words: FactWords, slots: Sequence[OwnSlot], language: str) -> FactWords:
    for slot in slots:
        said, nouns = dict(slot.words).get(language, ()), dict(slot.nouns).get(language, ())
        if said:
            field = _FIELDS[slot.kind]
            joined: dict[str, Any] = {field: _with(getattr(words, field), slot.name, said)}
            words = replace(words, **joined)
        if nouns:
            words = replace(words, groups={**words.groups, slot.name: frozenset(nouns)})
    return words


def _with(known: Phrases, name: str, said: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Own slots stand first: of a measure, the first whose word is there counts."""
    own = set(map(key, said))
    others = {slot: tuple(one for one in phrases if key(one) not in own) for slot, phrases in known.items() if slot != name}
    return {name: (*said, *known.get(name, ())), **others}
