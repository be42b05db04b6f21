"""Sentence, its names and the person named last -> who says it, by verbs of speech, attributions and pronouns."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import regex

from compare.languages.pack import SentenceWords
from compare.model import Name

_QUOTE = regex.compile(r"[\"“”]")
_OPENING = regex.compile(r"^[\s\"“‘'–—-]*")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks and who was named last, carried from sentence to sentence of one article."""

    speaker: str | None = None
    person: str | None = None


def hear(text: str, people: Sequence[Name], before: Voice, words: SentenceWords) -> Voice:
    """The voice after this sentence; ``people`` are the persons named in it, spans relative to ``text``.

    A verb of speech is taken with the nearest person before it, else after it, else with the pronoun's last person.
    A sentence that is only a quotation keeps the speaker of the sentence before.
    """
    last = people[-1].key if people else before.person
    verb = _verbs(words).search(_blanked(text))
    if verb is None:
        quoted = _OPENING.match(text)
        carried = before.speaker if quoted and _QUOTE.search(quoted.group()) else None
        return Voice(carried, last)
    if people:
        ahead = [name for name in people if name.span.end <= verb.start()]
        return Voice((ahead[-1] if ahead else people[0]).key, last)
    return Voice(before.person if _has_pronoun(text, words) else None, last)


@cache
def _verbs_of(verbs: frozenset[str]) -> "regex.Pattern[str]":
    longest_first = sorted(verbs, key=lambda verb: (-len(verb), verb))
    return regex.compile(r"(?<!\p{L})(?:" + "|".join(map(regex.escape, longest_first)) + r")(?!\p{L})", regex.IGNORECASE)


def _verbs(words: SentenceWords) -> "regex.Pattern[str]":
    return _verbs_of(words.speech_verbs)


def _blanked(text: str) -> str:
    """The text with what stands between quotation marks blanked, so that a verb inside a quotation reports nothing."""
    inside = False
    out = []
    for char in text:
        if char in '"“”':
            inside = char == "“" or (char == '"' and not inside)
        out.append(" " if inside else char)
    return "".join(out)


def _has_pronoun(text: str, words: SentenceWords) -> bool:
    lowered = " " + " ".join(regex.findall(r"\p{L}+", _blanked(text).lower())) + " "
    return any(f" {pronoun} " in lowered for pronoun in words.pronouns)
