"""A claim -> the frame of each number in it: what it counts, the words beside it, and whether it is only a part of something."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import regex

from compare.languages.registry import PACKS
from compare.model import Claim, Number
from compare.text import bare, tokens

# Words on either side of a number that say of what it is a figure.
_WINDOW = 8
# Words right behind a count in which its predicate stands: "70 người thiệt mạng", "15 people were injured".
_PREDICATE = 7
_SHARED_FOR_MEASURE = 4
_SPECIFIC_HEAD = 3  # shared words of a counted noun ("xe cứu hỏa") from which nothing else need be shared
_CLOSE = 3  # content words
_SUBJECT_WITHIN = 12  # code points between a name and the age behind it
_TOTAL_WITHIN = 5  # words
_TOTAL = ("tổng", "tổng cộng", "tổng số", "cả thảy", "total", "in all", "altogether", "overall")
# Spans of time pass: "five days ago" and "six days ago" may be said on two days.
_PASSING = frozenset(["day", "week", "month", "year", "hour", "minute", "second"])
_SHARED_FOR_COUNT = 1
_CLAUSE_END = regex.compile(r"[,;:.!?–—()\"“”]")

# Heads that many different things are counted by: only the predicate tells "12 people died" from "12 people were held".
GENERIC_HEADS = frozenset(
    """nguoi ca vu chiec cai con lan nan nhan hanh khach nam tre em phu nu people persons person men women children passengers
    others victims times cases days""".split()
)
PERSON_HEADS = frozenset("nguoi nan hanh khach people persons person passengers victims".split())
CONTRASTS = (
    (frozenset(["nang", "nguy", "seriously", "critically", "severely"]), frozenset(["nhe", "xay", "slightly", "lightly", "minor"])),
    (frozenset(["nam", "men", "boys", "male"]), frozenset(["nu", "women", "girls", "female"])),
    (frozenset(["chet", "dead", "deaths"]), frozenset(["thuong", "injured", "injuries"])),
    (frozenset(["trong", "inside"]), frozenset(["ngoai", "outside"])),
)
# Words before or behind a number that make it a part, a remainder or a rate.
_PARTIAL_BEFORE = ("trong đó", "trong số", "bao gồm", "gồm", "including", "among", "of whom", "of which", "thêm", "another", "mỗi", "each", "per")
_PARTIAL_BEHIND = ("khác", "other", "others", "more", "nữa", "of the", "of them", "trong số", "đầu tiên", "first", "mỗi", "each", "per")
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
    subject: str  # whose age it is: the name right before, else the noun
    noun: str  # the head of what is counted
    is_partial: bool
    is_total: bool
    label: str

    def same_slot(self, other: "Frame") -> bool:
        """Whether both numbers fill one slot: the same unit, the same thing counted or measured, the same words beside it."""
        if self.number.unit != other.number.unit:
            return False
        if self.number.unit in _PASSING:
            return False
        if self.number.unit == "age":
            return bool(self.subject) and self.subject == other.subject
        return self._measures_the_same(other) if self.number.unit else self._counts_the_same(other)

    def _measures_the_same(self, other: "Frame") -> bool:
        """The word that says what is measured stands close before both, and half of the poorer window is shared."""
        fewest = min(len(self.window), len(other.window))
        shared = len(self.window & other.window)
        return bool(self.close & other.close) and shared >= _SHARED_FOR_MEASURE and 2 * shared >= fewest and self.is_total == other.is_total

    def _counts_the_same(self, other: "Frame") -> bool:
        shared = set(self.head) & set(other.head)
        if shared - GENERIC_HEADS:
            alike = 2 * len(shared) >= min(len(self.head), len(other.head)) and self.noun == other.noun and self.is_total == other.is_total
            specific = len(shared) >= _SPECIFIC_HEAD or bool((self.predicate & other.predicate) - set(self.head) - set(other.head))
            return alike and specific and not self._contrasts(other)
        both_persons = bool(set(self.head) & PERSON_HEADS) and bool(set(other.head) & PERSON_HEADS)
        if not shared and not both_persons:
            return False
        return len((self.predicate & other.predicate) - GENERIC_HEADS - PERSON_HEADS) >= _SHARED_FOR_COUNT and not self._contrasts(other)

    def _contrasts(self, other: "Frame") -> bool:
        """Whether the two stand on different sides of a distinction: badly against lightly injured, men against women."""
        return any(
            bool(self.predicate & one) and bool(other.predicate & two) and not (self.predicate & two or other.predicate & one)
            for first, second in CONTRASTS
            for one, two in ((first, second), (second, first))
        )


def frames(claim: Claim) -> list[Frame]:
    """Frames of the numbers of a claim, times of day left out, in order."""
    return [_frame(claim, number) for number in claim.facts.numbers if number.unit not in _OWN_RULE]


def _frame(claim: Claim, number: Number) -> Frame:
    start, end = number.span.start - claim.span.start, number.span.end - claim.span.start
    before, behind = claim.quote[:start], claim.quote[end:]
    near_before, near_behind = _folded(before)[-_WINDOW:], _folded(behind)[:_WINDOW]
    following = min((n.span.start for n in claim.facts.numbers if n.span.start >= number.span.end), default=claim.span.end) - number.span.end
    preceding = max((n.span.end for n in claim.facts.numbers if n.span.end <= number.span.start), default=claim.span.start) - claim.span.start
    clause = _CLAUSE_END.split(behind[:following], maxsplit=1)[0]
    return Frame(
        number=number,
        head=number.counted,
        predicate=frozenset(_folded(clause)[:_PREDICATE]) | frozenset(_folded(_CLAUSE_END.split(before[preceding:])[-1])[-3:]),
        window=frozenset([*near_before, *near_behind]),
        close=frozenset(_folded(_CLAUSE_END.split(before)[-1])[-_CLOSE:]),
        subject=_subject(claim, number),
        noun=_noun(number.counted, claim.language),
        is_total=_has_any(" ".join(token.text.lower() for token in tokens(before)[-_TOTAL_WITHIN:]), _TOTAL),
        is_partial=_is_partial(before, behind),
        label=_label(claim, number),
    )


def _noun(head: tuple[str, ...], language: str) -> str:
    pack = PACKS.get(language, PACKS["en"])
    return head[0 if pack.numbers.head_first else -1] if head else ""


def _subject(claim: Claim, number: Number) -> str:
    """The key of the name that ends right before the number, else the two words before it."""
    before = [name for name in claim.facts.names if 0 <= number.span.start - name.span.end <= _SUBJECT_WITHIN]
    if before:
        return before[-1].key
    return " ".join(_folded(claim.quote[: number.span.start - claim.span.start])[-2:])


def _is_partial(before: str, behind: str) -> bool:
    words_before = " ".join(token.text.lower() for token in tokens(before)[-4:])
    words_behind = " ".join(token.text.lower() for token in tokens(behind)[:3])
    return _has_any(words_before, _PARTIAL_BEFORE) or _has_any(words_behind, _PARTIAL_BEHIND)


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
    table = {tuple(bare(a).split()): bare(b).split()[0] for pack in PACKS.values() for a, b in pack.sentences.synonyms.items()}
    single = {words[0]: to for words, to in table.items() if len(words) == 1}
    double = {(words[0], words[1]): to for words, to in table.items() if len(words) == 2}
    return single, double


def _folded(text: str) -> list[str]:
    """Content words without diacritics, synonyms replaced by the first word of their representative."""
    words = [bare(token.text) for token in tokens(text)]
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
