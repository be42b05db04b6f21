"""A sentence and its names -> who of them is a person, and whether a woman or a man."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import regex

from compare.languages.language_pack import SentenceWords
from compare.languages.registry import PACKS
from compare.model import Name
from compare.reading.names_known import NameGrammar
from compare.reading.names_place import is_syllable, last_word, title_before
from compare.text.tokens import bare

Gender = Literal["", "woman", "man"]

_LONGEST_PERSON = 4  # words of a name that no title announces
_SEEN_AHEAD = 300  # code points behind a name in which an apposition and a verb are looked for, so that a long line stays linear
_APPOSITION = regex.compile(r"^,(?:[^,;:]*,)?(?= )")
_AGE = regex.compile(r"\s?[,(]\s?(?:\d{1,2}|1[01]\d)(?:\s?[,)]|\s(?:tuổi|years? old)\b)|\s?\(?(?:SN|sinh năm) \d{4}\b|, who\b")


@dataclass(frozen=True, slots=True)
class NamedSentence:
    """A sentence and its names, spans relative to ``text``."""

    text: str
    names: tuple[Name, ...]
    is_headline: bool = False


def person_keys(text: str, names: Sequence[Name], grammar: NameGrammar) -> set[str]:
    """Keys of the names behind a title (``Tổng thống Yoon``, ``Tổng thống Hàn Quốc Yoon``), beside a verb of speech or before an age.

    A Vietnamese full name needs none of them. Spans are relative to ``text``; what an alias knows is a place or a body, never a person.
    """
    known, words = grammar.bodies, grammar.words
    persons = set()
    for index, name in enumerate(names):
        if name.key in known:
            continue
        before = names[index - 1] if index else None
        start = (
            before.span.start if before and before.key in known and text[before.span.end : name.span.start].isspace() else name.span.start
        )
        title = title_before(text, start, words)
        if title in words.personal_titles or (not is_body(name) and (title or _looks_like_person(text, name, words))):
            persons.add(name.key)
    return persons


@cache
def _body_words() -> frozenset[str]:
    return frozenset(
        bare(word) for pack in PACKS.values() if pack.sentences.whole_names_capitalised for word in pack.sentences.names.bodies
    )


@cache
def _opening_bodies() -> frozenset[str]:
    return frozenset(
        word
        for pack in PACKS.values()
        if not pack.sentences.whole_names_capitalised
        for word in pack.sentences.names.bodies | pack.sentences.institutions
    )


def is_body(name: Name) -> bool:
    """Whether a word of the name says that it is a body's or a place's: an English one anywhere, a Vietnamese one in front."""
    surface = name.says.lower().split()
    return bool(_body_words() & set(name.key.split())) or surface[0] in _opening_bodies()


def _looks_like_person(text: str, name: Name, words: SentenceWords) -> bool:
    parts = name.says.split()
    if not 2 <= len(parts) <= _LONGEST_PERSON:
        return False
    if _AGE.match(text, name.span.end):
        return True
    if not words.whole_names_capitalised and any(map(is_syllable, parts)):
        # Two syllables may be a place: Hà Nam, Lâm Đồng.
        return len(parts) > 2 and parts[0].lower() in words.names.family_names
    before = last_word(text, name.span.start).lower()
    return before in words.speech_verbs or _speaks(_APPOSITION.sub("", _behind(text, name)), words)


_CLOSING = '.,;:!?"”»'  # behind a verb of speech that closes its sentence: "Ruth Cole said."


def _behind(text: str, name: Name) -> str:
    return text[name.span.end : name.span.end + _SEEN_AHEAD]


def _speaks(behind: str, words: SentenceWords) -> bool:
    """Whether a text begins with a verb of speech of one or two words."""
    first = [word.rstrip(_CLOSING) for word in behind.lower().split()[:2]]
    return not words.speech_verbs.isdisjoint([" ".join(first), *first[:1]])


def genders(article: Iterable[NamedSentence], persons: Collection[str], words: SentenceWords) -> dict[str, Gender]:
    """What the titles before a person tell; nothing where they disagree."""
    gender_of_key: dict[str, set[Gender]] = {key: set() for key in sorted(persons)}
    for sentence in article:
        for name in sentence.names:
            if name.key in gender_of_key and (gender := gender_of(title_before(sentence.text, name.span.start, words), words)):
                gender_of_key[name.key].add(gender)
    return {key: next(iter(genders)) if len(genders) == 1 else "" for key, genders in gender_of_key.items()}


def gender_of(word: str, words: SentenceWords) -> Gender:
    """What a title or a pronoun tells; of a phrase its last word counts."""
    for form in (word, word.rpartition(" ")[2]):
        if form in words.names.women:
            return "woman"
        if form in words.names.men:
            return "man"
    return ""


def body_keys(text: str, names: Iterable[Name], words: SentenceWords) -> set[str]:
    """Keys that are a body's: right behind a noun that says so, or the first word of its full name: ``hãng Suzuki``, ``Suzuki Motor``."""
    nouns = words.names.body_nouns
    behind_noun = {name.key for name in names if last_word(text, name.span.start).lower() in nouns}
    return behind_noun | {name.key.split()[0] for name in names if " " in name.key and is_body(name)}


def speaking_keys(text: str, names: Iterable[Name], words: SentenceWords) -> set[str]:
    """Keys of one word right before a verb of speech: a person's, if the article has a full name to them."""
    return {name.key for name in names if " " not in name.key and _speaks(_behind(text, name), words)}
