"""A pack's names of countries, capitals and bodies, with the user's own -> where they stand in a sentence as names of their own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import takewhile

import regex

from compare.languages.language_pack import SentenceWords
from compare.reading.names_place import follows_title, is_syllable, last_word, opens_sentence
from compare.text.invisible import spellings
from compare.text.tokens import bare
from compare.user_tables.word_rows import Rows

_BEHIND = regex.compile(r" (\p{Lu}\p{L}*)")


@dataclass(frozen=True, slots=True)
class NameGrammar:
    """One pack's names, ready to find; ``keys`` are the aliases of the pack and of the user."""

    words: SentenceWords
    keys: Mapping[str, str]
    aliases: "regex.Pattern[str]"
    titles: "regex.Pattern[str]"  # of two words and more
    bodies: frozenset[str]  # keys of the pack's aliases that are places and bodies, never persons


@dataclass(frozen=True, slots=True)
class NamePiece:
    """A part of a sentence; ``text`` is what stands there, but for a possessive mark."""

    start: int
    end: int
    text: str


def compile_names(words: SentenceWords, own: Rows = ()) -> NameGrammar:
    """Aliases, with the user's ``own`` over those of the pack, as one pattern, longest first; only at a capital is one looked for.

    The key of a row is the pack's for its first name, else that name folded. Both places of a tone mark will do: ``Hòa``, ``Hoà``.
    """
    of_pack = words.name_aliases
    of_user = {name.lower(): of_pack.get(row[0].lower()) or bare(row[0]).replace(".", "") for row in own for name in row}
    keys = {**of_pack, **of_user}
    keys = {**{spelling: keys[name] for name in keys for spelling in spellings(name)}, **keys}
    titles = _any_of(title for title in words.titles if " " in title)
    return NameGrammar(
        words,
        keys,
        regex.compile(rf"(?<![\p{{L}}\p{{N}}])(?=\p{{Lu}})(?i:{_any_of(keys)})(?![\p{{L}}\p{{N}}])"),
        regex.compile(rf"(?<![\p{{L}}\p{{N}}])(?=\p{{Lu}})(?i:{titles})(?![\p{{L}}\p{{N}}])"),
        frozenset([*words.name_aliases.values(), *words.names.governments.values()]) - words.names.persons,
    )


def _any_of(phrases: Iterable[str]) -> str:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(regex.escape(phrase).replace(r"\ ", r"\s").replace(" ", r"\s") for phrase in longest_first)


def find_aliases(text: str, grammar: NameGrammar) -> Iterable[NamePiece]:
    """Where an alias stands by itself and with its capitals; the longest first where several fit."""
    for found in grammar.aliases.finditer(text):
        piece = NamePiece(found.start(), found.end(), found.group())
        if _is_capitalised(piece.text) and _is_whole(text, piece, grammar.words):
            yield piece


def _is_capitalised(surface: str) -> bool:
    """``IS`` and ``US`` are names, ``is`` and ``Us`` are not; longer ones need one capital in front."""
    return surface.isupper() if len(surface) <= 2 and surface.isascii() else surface[0].isupper()


def key_of_alias(text: str, piece: NamePiece, grammar: NameGrammar) -> str:
    """The alias's key; a capital is its government's unless a word before it says that the place is meant."""
    found = grammar.keys.get(" ".join(piece.text.lower().split()), "")
    names = grammar.words.names
    if found not in names.governments or last_word(text, piece.start).lower() in names.place_words:
        return found
    return names.governments[found]


def _is_whole(text: str, piece: NamePiece, words: SentenceWords) -> bool:
    """Whether an alias is a name of its own and no part of another: not ``Đức`` in ``Lê Đức Thọ``, not ``Mexico`` in ``New Mexico``."""
    names, lowered = words.names, piece.text.lower()
    if lowered in names.opening_words and not piece.text.isupper() and opens_sentence(text, piece.start, words):
        return False
    before, behind = last_word(text, piece.start), _BEHIND.match(text, piece.end)
    if before.lower() in names.longer_before and before[0].isupper() == words.whole_names_capitalised:
        return False
    if words.whole_names_capitalised:
        return not (behind and behind[1].lower() in names.longer_behind)
    return " " in lowered or not is_syllable(piece.text) or not _in_vietnamese_name(text, piece, words)


def _run_before(text: str, start: int) -> list[str]:
    """The capitalised words that stand right before ``start``, in order."""
    before = text[max(0, start - 60) : start]
    backwards = reversed(before.split(" ")[:-1]) if before.endswith(" ") else iter(())
    return list(takewhile(lambda word: word[:1].isupper() and word.isalpha(), backwards))[::-1]


def _in_vietnamese_name(text: str, piece: NamePiece, words: SentenceWords) -> bool:
    """Whether the syllables beside a country of one syllable make a name with it, as in ``Phú Mỹ``, ``Mỹ Tho`` and ``Nguyễn Thị Nga``.

    Behind a title that is an office the country stays one: ``Tổng thống Mỹ Kim``.
    """
    behind = _BEHIND.match(text, piece.end)
    if behind and is_syllable(behind[1]) and not follows_title(text, piece.start, words):
        return True
    before = list(takewhile(is_syllable, reversed(_run_before(text, piece.start))))[::-1]
    if not before:
        return False
    first = before[0].lower()
    common = words.name_starters | words.institutions | words.names.country_nouns | words.titles
    return first in words.names.family_names if len(before) > 1 else first not in common
