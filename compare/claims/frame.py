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
_SHARED_FOR_MEASURE = 3
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
    names: frozenset[str]
    is_partial: bool
    label: str

    def same_slot(self, other: "Frame") -> bool:
        """Whether both numbers fill one slot: the same unit, the same thing counted or measured, the same words beside it."""
        if self.number.unit != other.number.unit:
            return False
        if self.number.unit == "age":
            return bool(self.names & other.names)
        if self.number.unit:
            alike = len(self.window & other.window) >= _SHARED_FOR_MEASURE
            return alike and (not self.head or not other.head or bool(set(self.head) & set(other.head)))
        return self._counts_the_same(other)

    def _counts_the_same(self, other: "Frame") -> bool:
        shared = set(self.head) & set(other.head)
        if shared - GENERIC_HEADS:
            return 2 * len(shared) >= min(len(self.head), len(other.head)) and not self._contrasts(other)
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
    head = tuple(word for word in number.counted if word not in _stops())
    return Frame(
        number=number,
        head=head,
        predicate=frozenset(_folded(clause)[:_PREDICATE]) | frozenset(_folded(_CLAUSE_END.split(before[preceding:])[-1])[-3:]),
        window=frozenset([*near_before, *near_behind]),
        names=frozenset(name.key for name in claim.facts.names if name.key),
        is_partial=_is_partial(before, behind),
        label=_label(claim, number),
    )


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
