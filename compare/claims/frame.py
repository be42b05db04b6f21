"""A claim -> the frame of each number in it: what it counts, the words beside it, and whether it is only a part of something."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import regex

from compare.claims.person_of_figure import person_key_before
from compare.claims.wording import SHORTEST_STEM
from compare.languages.registry import PACKS, all_altered_words, all_slot_words, money
from compare.model import Claim, Number
from compare.text.tokens import bare, tokens, words

# Content words on either side of a number that say of what it is a figure: about a clause, and the next figure is seldom nearer.
# On the 18 labelled stories 37 conflicts are found, with 6 or 10 words 36; one more is wrong, with each of them.
_WINDOW = 8
# Words right behind a count in which its predicate stands: "70 người thiệt mạng", "15 people were injured".
_PREDICATE = 7
# Of the words beside two measures so many are shared, and half of the poorer side: "same unit, other number" is right one time in seven.
# With 5 one of 37 conflicts of the labelled stories is lost; 3 gains none.
_SHARED_FOR_MEASURE = 4
_SPECIFIC_HEAD = 3  # shared words of a counted noun ("xe cứu hỏa") from which nothing else need be shared
_CLOSE = 3  # content words right before a measure, of which one says what is measured: "the speed was 80 km/h"
_SUBJECT_WITHIN = 12  # code points between a name and the age behind it
_TOTAL_WITHIN = 5  # words before a number in which it is said to sum others up: "bringing the total to", "nâng tổng số lên"
# Spans of time pass: "five days ago" and "six days ago" may be said on two days.
PASSING = frozenset(["day", "week", "month", "year", "hour", "minute", "second"])
_SHARED_FOR_AGES = 3  # words beside the ages of two groups, of which nothing else says that they are one group
_SHARED_FOR_COUNT = 1  # word of the predicate, where people are counted by two nouns: "15 passengers were injured", "14 people injured"
MOST_FIGURES = 40  # of a sentence, or it is a table in one line; each is held against each one of the other sentence
_CLAUSE_END = regex.compile(r"[,;:.!?–—()\"“”]")

# Sums of money and shares stand in lists and tables of like ones, where near words say little: right one time in three without this.
_LISTED_BESIDE_MONEY = frozenset(["%", "‰", "share", "bp", "tael"])

# Units that are never a count of things and are compared by their own rule.
_OWN_RULE = frozenset(["clock"])


@dataclass(frozen=True, slots=True)
class Frame:
    """A number in its place; all words folded and without diacritics."""

    number: Number
    head: tuple[str, ...]
    predicate: frozenset[str]
    window: frozenset[str]
    close: frozenset[str]  # the content words right before the number
    before: frozenset[str]  # all content words of its clause before it
    subject: str  # whose age it is: the name right before, else the noun
    noun: str  # the head of what is counted
    kind: str  # the word that says what kind of noun, where it stands behind the noun: "bếp" of "nhà bếp"
    is_partial: bool
    is_total: bool
    of_casualties: bool  # whether it counts the dead and the injured together
    label: str

    def same_slot(self, other: "Frame") -> bool:
        """Whether both numbers fill one slot: the same unit, the same thing counted or measured, the same words beside it."""
        if self.number.unit != other.number.unit:
            return False
        if self.number.unit in PASSING:
            return False
        if self.number.unit == "age":
            return (bool(self.subject) and self.subject == other.subject) or self._ages_of_one_group(other)
        if self.number.unit or not (self.head or other.head):
            return self._measures_the_same(other)
        return self._counts_the_same(other)

    def _ages_of_one_group(self, other: "Frame") -> bool:
        """Whether both give the ages of a group, from the youngest to the oldest, and share half of what the poorer one tells beside it."""
        if self.number.high is None or other.number.high is None:
            return False
        shared, fewest = len(self.window & other.window), min(len(self.window), len(other.window))
        return shared >= _SHARED_FOR_AGES and 2 * shared >= fewest

    def _measures_the_same(self, other: "Frame") -> bool:
        """The word that says what is measured stands close before both, and half of the poorer window is shared.

        Before a sum of money or a share, the one clause has all that the other has.
        """
        fewest = min(len(self.window), len(other.window))
        shared = len(self.window & other.window)
        if self.number.unit.split("/")[0] in _listed() and not (
            self.before and other.before and (self.before <= other.before or other.before <= self.before)
        ):
            return False
        least_close = 1 if self.number.unit else 2
        enough = shared >= min(_SHARED_FOR_MEASURE, fewest) and 2 * shared >= fewest
        return enough and len(self.close & other.close) >= least_close and self.is_total == other.is_total

    def _counts_the_same(self, other: "Frame") -> bool:
        if self.of_casualties != other.of_casualties:
            return False
        shared = set(self.head) & set(other.head)
        if shared - _generic():
            alike = 2 * len(shared) >= min(len(self.head), len(other.head)) and self.noun == other.noun and self.is_total == other.is_total
            if self.kind and other.kind and self.kind != other.kind:
                return False
            specific = len(shared) >= _SPECIFIC_HEAD or bool((self.predicate & other.predicate) - set(self.head) - set(other.head))
            return alike and specific and not self._contrasts(other)
        both_persons = bool(set(self.head) & person_heads()) and bool(set(other.head) & person_heads())
        if not shared and not both_persons:
            return False
        return len((self.predicate & other.predicate) - _generic() - person_heads()) >= _SHARED_FOR_COUNT and not self._contrasts(other)

    def shares_side(self, other: "Frame") -> bool:
        """Whether both stand on one side of a distinction, as counts of the dead do: then neither is a part of the other."""
        return any(bool(self.predicate & side) and bool(other.predicate & side) for pair in _contrasts() for side in pair)

    def _contrasts(self, other: "Frame") -> bool:
        """Whether the two stand on different sides of a distinction: badly against lightly injured, men against women."""
        return any(
            bool(self.predicate & one) and bool(other.predicate & two) and not (self.predicate & two or other.predicate & one)
            for first, second in _contrasts()
            for one, two in ((first, second), (second, first))
        )


def is_crowded(claim: Claim) -> bool:
    """Whether a sentence has more figures than a sentence can tell of: a table in one line, where the words beside a figure say nothing."""
    return len(claim.facts.numbers) > MOST_FIGURES


def frames(claim: Claim) -> list[Frame]:
    """Frames of the numbers of a claim, times of day left out, in order; none of a crowded one."""
    if is_crowded(claim):
        return []
    return [_frame(claim, number) for number in claim.facts.numbers if number.unit not in _OWN_RULE]


def _frame(claim: Claim, number: Number) -> Frame:
    start, end = number.span.start - claim.span.start, number.span.end - claim.span.start
    before, behind = claim.quote[:start], claim.quote[end:]
    near_before, near_behind = content_words(before, claim.language)[-_WINDOW:], content_words(behind, claim.language)[:_WINDOW]
    following = (
        min((n.span.start for n in claim.facts.numbers if n.span.start >= number.span.end), default=claim.span.end) - number.span.end
    )
    preceding = (
        max((n.span.end for n in claim.facts.numbers if n.span.end <= number.span.start), default=claim.span.start) - claim.span.start
    )
    clause = _without_occasion(_CLAUSE_END.split(behind[:following], maxsplit=1)[0])
    return Frame(
        number=number,
        head=number.counted,
        predicate=frozenset(content_words(clause, claim.language)[:_PREDICATE])
        | frozenset(content_words(_CLAUSE_END.split(before[preceding:])[-1], claim.language)[-3:]),
        window=frozenset([*near_before, *near_behind]),
        before=frozenset(content_words(_CLAUSE_END.split(before)[-1], claim.language)),
        close=frozenset(content_words(_CLAUSE_END.split(before)[-1], claim.language)[-_CLOSE:]),
        subject=_subject(claim, number),
        noun=_noun(number.counted, claim.language),
        kind=number.counted[1] if len(number.counted) > 1 and PACKS.get(claim.language, PACKS["en"]).numbers.head_first else "",
        is_total=_has_any(" ".join(token.text.lower() for token in tokens(before)[-_TOTAL_WITHIN:]), all_slot_words("totals")),
        is_partial=is_partial(before, behind),
        of_casualties=_has_any(" ".join(words(clause)), all_altered_words("casualties")),
        label=_label(claim, number),
    )


def _without_occasion(clause: str) -> str:
    """The clause up to what it happened after, before or during: two counts of one event share that, whatever they count."""
    first = next((token.start for token in tokens(clause) if token.text.lower() in all_slot_words("occasions")), len(clause))
    return clause[:first]


def _noun(head: tuple[str, ...], language: str) -> str:
    pack = PACKS.get(language, PACKS["en"])
    return head[0 if pack.numbers.head_first else -1] if head else ""


def _subject(claim: Claim, number: Number) -> str:
    """The key of the name that ends right before the number, else the two words before it."""
    person = person_key_before(claim, number.span, _SUBJECT_WITHIN)
    if person:
        return person
    return " ".join(content_words(claim.quote[: number.span.start - claim.span.start], claim.language)[-2:])


def is_partial(before: str, behind: str) -> bool:
    """Whether a number between two stretches of a sentence is a part, a remainder or a rate."""
    words_before = [token.text.lower() for token in tokens(before)]
    words_behind = [token.text.lower() for token in tokens(behind)]
    said_before = " ".join(["", *words_before])
    if said_before.endswith(tuple(f" {phrase}" for phrase in all_slot_words("whole_before"))):
        return False
    if _whole_with_number().search(said_before):
        return True
    if _has_any(" ".join(words_before[-4:]), all_slot_words("partial_before")):
        return True
    # "ba trong bốn", "three of the four": neither is the count of the whole by itself.
    joined = words_before[-1:] + words_behind[:1]
    parts = all_slot_words("part_of")
    counted = any(word.isdigit() or word in _number_words() for word in (*words_before[-2:-1], *words_behind[1:3]))
    return (counted and bool(parts & set(joined))) or _has_any(" ".join(words_behind[:4]), all_slot_words("partial_behind"))


@cache
def _whole_with_number() -> regex.Pattern[str]:
    wholes, numbers = ("|".join(map(regex.escape, words)) for words in (all_slot_words("whole_before"), _number_words()))
    return regex.compile(rf" (?:{wholes}) (?:\d|(?:{numbers})\b)")


@cache
def _number_words() -> frozenset[str]:
    return frozenset(word for pack in PACKS.values() for word in pack.numbers.cardinals)


def _bare_and_stemmed(name: str) -> frozenset[str]:
    bared = {code: [bare(word) for word in getattr(pack.slots, name)] for code, pack in PACKS.items()}
    return frozenset(form for code, words in bared.items() for word in words for form in (word, _stem(word, code)))


@cache
def _listed() -> frozenset[str]:
    return money() | _LISTED_BESIDE_MONEY


@cache
def _generic() -> frozenset[str]:
    return _bare_and_stemmed("generic_heads")


@cache
def person_heads() -> frozenset[str]:
    """Nouns by which people are counted, as they stand in ``Number.counted``."""
    return _bare_and_stemmed("person_heads")


@cache
def _contrasts() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return tuple(
        (frozenset(_stem(bare(word), pack.code) for word in one), frozenset(_stem(bare(word), pack.code) for word in two))
        for pack in PACKS.values()
        for one, two in pack.slots.contrasts
    )


def _has_any(text: str, phrases: Iterable[str]) -> bool:
    padded = f" {text} "
    return any(f" {phrase} " in padded for phrase in phrases)


def _label(claim: Claim, number: Number) -> str:
    """What is counted, in the claim's own words; the unit where nothing is."""
    following = tokens(claim.quote[number.span.end - claim.span.start :])[:6]
    counted = list(number.counted)
    surface = [token.text for token in following if bare(token.text) in counted]
    return " ".join(surface[: len(counted)]) or number.unit or "number"


@cache
def _stops() -> frozenset[str]:
    return frozenset(bare(word) for pack in PACKS.values() for word in pack.sentences.stop_words if " " not in word)


@cache
def _one_word_synonyms() -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    table = {
        tuple(_stem(word, pack.code) for word in bare(a).split()): _stem(bare(b).split()[0], pack.code)
        for pack in PACKS.values()
        for a, b in pack.sentences.synonyms.items()
    }
    single = {words[0]: to for words, to in table.items() if len(words) == 1}
    double = {(words[0], words[1]): to for words, to in table.items() if len(words) == 2}
    return single, double


def _stem(word: str, language: str) -> str:
    """The word without the first ending that fits and leaves four letters."""
    pack = PACKS.get(language)
    endings = pack.slots.suffixes if pack else ()
    return next(
        (word.removesuffix(ending) for ending in endings if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM), word
    )


def content_words(text: str, language: str) -> list[str]:
    """Content words without diacritics, synonyms replaced by the first word of their representative."""
    words = [_stem(bare(token.text), language) for token in tokens(text)]
    single, double = _one_word_synonyms()
    out = []
    skip = False
    for first, second in pairwise([*words, ""]):
        if skip:
            skip = False
            continue
        pair = double.get((first, second))
        skip = pair is not None
        out.append(pair or single.get(first, first))
    return [word for word in out if word not in _stops() and not word.isdigit()]
