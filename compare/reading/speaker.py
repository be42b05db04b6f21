"""Sentences of one article and the persons named in them -> who says each, by verbs of speech, attributions, pronouns and quotations."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

import regex

from compare.languages.language_pack import SentenceWords
from compare.model import Span
from compare.reading.names_person import Gender, gender_of
from compare.reading.names_place import last_word
from compare.reading.quotation import HIDDEN, MARKS, hide_quotations

_WORD = regex.compile(r"[\p{L}\p{N}]+")
_CLAUSE_START = regex.compile(rf"(?:\A|[,;:({HIDDEN}{MARKS}–—-])\s*+", regex.REVERSE)
_POSSESSIVE = regex.compile(r"['’](?:s\b)?")
_SHORTENED = regex.compile(r"(?<=\b\p{Lu}\p{L}{0,3})\.(?= \p{Lu})")  # the stop of "Mr. Cole" and "TP. Hòa Lộc"
_BARRIER = regex.compile(r"[:;.!?]")
_LAST_BARRIER = regex.compile(r"[:;.!?]", regex.REVERSE)
# Code points in which the few words between a verb and its speaker, and the words before a title, are looked for: a long line stays linear.
_SEEN = 400
_QUOTED = regex.compile(rf"{HIDDEN}[{MARKS}.,!?…\s]*\Z")
_STOPS = regex.compile(rf"\s*(?:[.,;:!?{MARKS}]|\Z)")
_USUAL = 2  # sentences that name somebody as their speaker make the usual one
_REMEMBERED = 100  # persons whom a pronoun may still mean
# "The captain, Ruth Ansell, 51, told": behind the last comma little may stand, or another one speaks.
_LAST_WORDS = 3
_WORDS_BETWEEN = 4  # content words between the speaker and the verb
_BEHIND_VERB = 6  # words between a verb or an attribution and the speaker that follows
_ASIDE = 2  # words outside the quotation marks of a sentence that is only a quotation


@dataclass(frozen=True, slots=True)
class Person:
    """A person where a sentence names him or her, relative to it."""

    span: Span
    key: str
    gender: Gender = ""
    leads: bool = True  # named as a subject or as who speaks, not only as whose something is, as an object or in a quotation


@dataclass(frozen=True, slots=True)
class SpokenSentence:
    """A sentence to be heard; ``paragraph`` tells which sentences a quotation may run through."""

    text: str
    people: tuple[Person, ...]
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class SpeakerState:
    """Who speaks and who was named, those of the last sentence first and its subject before them, carried from sentence to sentence."""

    speaker: str | None = None
    recent: tuple[Person, ...] = ()
    is_open: bool = False  # a quotation runs on behind the sentence
    is_carried: bool = False  # the speaker is that of the sentence before, not one that this sentence tells
    usual: Person | None = None  # who speaks most in the article, for whom a pronoun may stand that nobody else before it fits well


@dataclass(frozen=True, slots=True)
class _Mention:
    """A person or a pronoun outside quotation marks."""

    start: int
    end: int
    key: str
    is_pronoun: bool = False


def speakers(article: Sequence[SpokenSentence], words: SentenceWords) -> list[str | None]:
    """Speaker of each sentence; one that is told only where a quotation of several sentences ends speaks all of them."""
    found = _speakers(article, SpeakerState(), words)
    usual = _usual(article, found)
    # Only whom a pronoun was taken for may turn out to be the usual speaker.
    meant = {key for heard, key in zip(article, found, strict=True) if key and key not in {person.key for person in heard.people}}
    return _speakers(article, SpeakerState(usual=usual), words) if usual and meant - {usual.key} else found


def _usual(article: Sequence[SpokenSentence], found: Sequence[str | None]) -> Person | None:
    """Who is named most often as the one who speaks, if just one person is, and twice at least."""
    told = [next((person for person in heard.people if person.key == key), None) for heard, key in zip(article, found, strict=True)]
    counts = Counter(person.key for person in told if person).most_common(2)
    if not counts or counts[0][1] < _USUAL or (len(counts) > 1 and counts[1][1] == counts[0][1]):
        return None
    named = [person for person in told if person and person.key == counts[0][0]]
    return next((person for person in named if person.gender), named[0])


def _speakers(article: Sequence[SpokenSentence], voice: SpeakerState, words: SentenceWords) -> list[str | None]:
    opened = 0
    found: list[str | None] = []
    carried: list[bool] = []
    for number, heard in enumerate(article):
        if number and heard.paragraph != article[number - 1].paragraph:
            voice = replace(voice, is_open=False)
        if not voice.is_open:
            opened = number
        was_open = voice.is_open
        voice = next_state(heard.text, heard.people, voice, words)
        found.append(voice.speaker)
        carried.append(voice.is_carried)
        if was_open and not voice.is_carried and voice.speaker and all(carried[opened:number]):
            found[opened:number] = [voice.speaker] * (number - opened)
    return found


def next_state(text: str, people: Sequence[Person], before: SpeakerState, words: SentenceWords) -> SpeakerState:
    """The voice after this sentence; ``people`` are the persons named in it.

    An attribution that opens a clause comes first, then a verb of speech with its subject before it, or behind it where the order is
    turned round. A sentence that is only a quotation keeps the speaker of the one before.
    """
    blanked, is_open = hide_quotations(text, is_open=before.is_open)
    blanked = _SHORTENED.sub(" ", blanked)
    mentions = _mentions(blanked, people, before, words)
    told = _attributed(blanked, mentions, words) or _subject(blanked, mentions, words)
    recent = _remembered(told or _leading(blanked, mentions, words), people, mentions, before)
    outside = len(_WORD.findall(blanked))
    if told is None and HIDDEN in blanked and outside <= _ASIDE:
        return replace(before, recent=recent, is_open=is_open, is_carried=True)
    return replace(before, speaker=told, recent=recent, is_open=is_open, is_carried=False)


def _mentions(blanked: str, people: Sequence[Person], before: SpeakerState, words: SentenceWords) -> list[_Mention]:
    """Persons and pronouns outside quotation marks, in order, pronouns as the person named before that fits."""
    recent, mentions = before.recent, []
    pronouns = [m.span() for m in _form(words.pronouns).finditer(blanked) if _stands_for_person(blanked, m.end(), words, m.group().lower())]
    named = {person.span.start: person for person in people}
    for start, end in sorted([*pronouns, *((p.span.start, p.span.end) for p in people)]):
        person = named.get(start)
        if person:
            recent = (person, *(other for other in recent if other.key != person.key))[:_REMEMBERED]
        else:
            gender = gender_of(blanked[start:end].lower(), words)
            # Whom a sentence is about that closes "…, he said" is not the one who says it, as long as another one was named before.
            told_of = _closes(blanked, start, end, words)
            person = (_meant(before.recent, gender, before.usual) if told_of else None) or _meant(recent, gender, before.usual)
        if person and HIDDEN not in blanked[start:end]:
            mentions.append(_Mention(start, end, person.key, is_pronoun=start not in named))
    return mentions


def _meant(recent: Sequence[Person], gender: Gender, usual: Person | None) -> Person | None:
    """Who fits of the persons named before: a woman who is known to be one before anybody of whom no title tells.

    Where the first that fits was no subject, the article's usual speaker is meant.
    """
    fitting = [person for person in recent if not gender or person.gender in ("", gender)]
    women = [person for person in fitting if gender == "woman" == person.gender]
    first = next(iter(women or fitting), None)
    if usual and first and not first.leads and (not gender or usual.gender in ("", gender)) and usual.key in {p.key for p in recent}:
        return usual
    return first


def _closes(blanked: str, start: int, end: int, words: SentenceWords) -> bool:
    """Whether a pronoun and its verb of speech stand behind what is said, as in ``“…,” he said in Seoul`` and ``…, ông nói``."""
    verb = _form(words.speech_verbs).match(blanked, end + 1)
    before = blanked[max(0, start - _SEEN) : start]
    if verb is None or _CLAUSE_START.match(blanked, 0, start) is None or not before.strip():
        return False
    return _QUOTED.search(before) is not None or _STOPS.match(blanked, verb.end()) is not None


def _leading(blanked: str, mentions: Sequence[_Mention], words: SentenceWords) -> str | None:
    """The subject of a sentence in which nobody speaks: the first who is no object and has nothing that the sentence is about."""
    for mention in mentions:
        leads = blanked[max(0, mention.start - _SEEN) : mention.start]
        if not _POSSESSIVE.match(blanked, mention.end) and not _follows(leads, words):
            return mention.key
    return None


def _remembered(leading: str | None, people: Sequence[Person], mentions: Sequence[_Mention], before: SpeakerState) -> tuple[Person, ...]:
    """Who may be meant from now on: who led the sentence, the others named in it, the last one first, then those named before."""
    first = next(iter(before.recent), None)
    if not people and (leading is None or (first and first.key == leading and first.leads)):
        return before.recent
    known = {person.key: person for person in (*before.recent[::-1], *people)}
    outside = {mention.key for mention in mentions}
    last_first = sorted(people, key=lambda person: (person.key in outside, person.span.start), reverse=True)
    order = dict.fromkeys([*([leading] if leading else []), *(p.key for p in last_first), *(p.key for p in before.recent)])
    here = {person.key for person in people}
    kept = [known[key] for key in list(order)[:_REMEMBERED] if key in known]
    leads = [person.key == leading or (person.key not in here and person.leads) for person in kept]
    return tuple(person if person.leads == at_head else replace(person, leads=at_head) for person, at_head in zip(kept, leads, strict=True))


def _stands_for_person(blanked: str, end: int, words: SentenceWords, pronoun: str) -> bool:
    """Whether a pronoun that is also a title stands by itself: not ``ông Hải``, not ``bà con``."""
    following = _WORD.match(blanked, end + 1)
    if following is None or pronoun not in words.titles:
        return True
    return following.group().lower() == following.group() and (
        _is_small(following.group(), words) or _form(words.speech_verbs).match(blanked, end + 1) is not None
    )


def _attributed(blanked: str, mentions: Sequence[_Mention], words: SentenceWords) -> str | None:
    """The person behind ``theo`` or ``according to``, where it opens a clause."""
    for found in _form(words.attributions).finditer(blanked):
        behind = _first_behind(mentions, found.end())
        if behind is None or not _CLAUSE_START.match(blanked, 0, found.start()):
            continue
        gap = blanked[found.end() : behind.start]
        near = len(_WORD.findall(gap)) <= _BEHIND_VERB and not _BARRIER.search(gap) and _is_one_phrase(gap, words)
        told = found.group().lower() in words.speech.words_of or not _follows(gap, words)
        if near and told and not _POSSESSIVE.match(blanked, behind.end):
            return behind.key
    return None


def _first_behind(mentions: Sequence[_Mention], place: int) -> _Mention | None:
    """The first mention, of all that are in order, that begins at ``place`` or behind it, if it is near enough to belong to it."""
    first = bisect_left(mentions, place, key=lambda mention: mention.start)
    return mentions[first] if first < len(mentions) and mentions[first].start - place <= _SEEN else None


def _is_one_phrase(gap: str, words: SentenceWords) -> bool:
    """Whether a comma only parts a title from its name: ``the captain, Ruth Cole``, not ``police, Ruth Cole``."""
    before, comma, behind = gap.rpartition(",")
    return not comma or (not behind.strip() and before.split()[-1:] != [] and before.split()[-1].lower() in words.titles)


def _subject(blanked: str, mentions: Sequence[_Mention], words: SentenceWords) -> str | None:
    """The subject of the first verb of speech that is no passive; what is said behind it is said by others than the newsroom anyway."""
    passives = words.speech.passives
    active = (v for v in _form(words.speech_verbs).finditer(blanked) if last_word(blanked, v.start()).lower() not in passives)
    verb = next(active, None)
    if verb is None:
        return None
    before, mentions = _without_relative(blanked[: verb.start()], mentions, words)
    subject = _governing(before, [mention for mention in mentions if mention.end <= verb.start()][::-1], words)
    if subject:
        return subject.key
    behind = _first_behind(mentions, verb.end())
    return behind.key if behind and _is_turned_round(blanked, verb, behind, words) else None


def _without_relative(before: str, mentions: Sequence[_Mention], words: SentenceWords) -> tuple[str, list[_Mention]]:
    """What stands before a verb, and the mentions, without a clause that only tells of the person: ``, who met Ms Marsh on Monday,``."""
    end = before.rfind(",")
    barrier = max(before.rfind(";", 0, max(0, end)), before.rfind(":", 0, max(0, end)))
    openers = "|".join(sorted(words.speech.relatives))
    clause = regex.compile(rf",\s*+(?:{openers})\b").search(before, barrier + 1, end) if end > 0 else None
    if clause is None:
        return before, list(mentions)
    start = clause.start() + 1
    hidden = before[:start] + " " * (end - start) + before[end:]
    return hidden, [mention for mention in mentions if not start <= mention.start < end]


def _governing(before: str, ahead: Sequence[_Mention], words: SentenceWords) -> _Mention | None:
    """The subject of the verb at the end of ``before``, the nearest mention first: asides between commas and few words part them.

    With another person in between, only an aside will do: ``Ruth Cole, the wife of Ada Marsh, said``.
    """
    barrier = _LAST_BARRIER.search(before)
    near = list(takewhile(lambda mention: barrier is None or barrier.start() < mention.end, ahead))
    comma = before.rfind(",")
    may_be_aside = _closes_aside(before[comma + 1 :], words)
    is_nearest = True  # but for persons who only tell of another: "Ruth Cole of the Grey Heron said"
    for mention in near:
        is_aside = comma >= mention.end
        fits = may_be_aside if is_aside else is_nearest and _parts_little(before[mention.end :], words)
        leads = before[max(0, mention.start - _SEEN) : mention.start]
        is_of_another = _follows(leads, words)
        if fits and not _POSSESSIVE.match(before, mention.end) and not is_of_another:
            return mention
        is_nearest = is_nearest and is_of_another
    return None


def _closes_aside(last: str, words: SentenceWords) -> bool:
    behind = [word.lower() for word in _WORD.findall(last)]
    return len(behind) <= _LAST_WORDS and all(_is_small(word, words) for word in behind)


def _parts_little(gap: str, words: SentenceWords) -> bool:
    return sum(not _is_small(word.lower(), words) for word in _WORD.findall(gap)) <= _WORDS_BETWEEN


def _is_small(word: str, words: SentenceWords) -> bool:
    return word in words.stop_words or word in words.speech.adverbs


def _follows(text: str, words: SentenceWords) -> bool:
    """Whether a word that makes a person no subject stands at the end, before the person's title or kind and before the article of that."""
    kinds = words.titles | words.names.nouns | words.speech.articles
    before = [word.lower() for word in _WORD.findall(_clause_end(text[-_SEEN:]))][-5:]
    while before and any(" ".join(before[-n:]) in kinds for n in (3, 2, 1)):
        n = next((n for n in (3, 2) if " ".join(before[-n:]) in words.titles), 1)
        before = before[:-n]
    return before[-1:] != [] and before[-1] in words.speech.not_subjects


def _clause_end(text: str) -> str:
    return regex.split(r"[,;:.!?](?=\s)", text)[-1]


def _is_turned_round(blanked: str, verb: "regex.Match[str]", behind: _Mention, words: SentenceWords) -> bool:
    """``“…,” said Ruth Cole``: the verb opens its clause and the person stands close behind it."""
    gap = blanked[verb.end() : behind.start]
    near = len(_WORD.findall(gap)) <= _BEHIND_VERB and not _BARRIER.search(gap) and not _POSSESSIVE.match(blanked, behind.end)
    if gap.strip() and blanked[behind.start].islower():  # "said on Monday that she"
        return False
    opens = _CLAUSE_START.match(blanked, 0, verb.start()) is not None
    return near and opens and not _follows(blanked[: behind.start], words)


def _form(phrases: Iterable[str]) -> "regex.Pattern[str]":
    return _form_of(frozenset(phrases))


@cache
def _form_of(phrases: frozenset[str]) -> "regex.Pattern[str]":
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return regex.compile(r"(?<!\p{L})(?:" + "|".join(map(regex.escape, longest_first)) + r")(?!\p{L})", regex.IGNORECASE)
