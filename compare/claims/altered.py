"""Two sentences that are one but for a word or two -> the figure, day, name or negation that was altered.

A wire sentence with another number in it is the plainest conflict of all, and needs no frame: the words around the change are the same.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

import regex
from rapidfuzz import fuzz

from compare.claims.clash import Clash, Filler, Framed
from compare.claims.figures import apart, of_number, reconciled
from compare.claims.frame import PASSING
from compare.claims.moments import clocks_differ, days_differ, of_clock, of_days
from compare.languages.registry import PACKS
from compare.model import Claim, Date, Name, Number, Span
from compare.opcodes import opcodes
from compare.text import Token, bare, key, tokens

# Near-copies have this many words in common, in order, and this share of the shorter sentence.
_LEAST_EQUAL = 8
_EQUAL_SHARE = 0.8
# Near-copies have at least this share of what stands between blanks in common, however their tone marks and stops are set.
_LEAST_SHARED = 0.5
# A change longer than this is another telling, not an altered word.
_LONGEST_CHANGE = 4
# Surfaces more alike than this are spellings of one name: Amaq and Amac, Zelensky and Zelenskyy.
_ONE_SPELLING = 60.0
_SYLLABLE = 5  # letters; in so short a part each letter counts: Hùng and Hưng
_FULL_NAME = 3  # parts; Thủy and Thùy in one are two people, in a shorter run a slip of the pen
_PRESS_WITHIN = 3  # words
_DIGIT = regex.compile(r"\d")

Change = tuple[Sequence[Token], Sequence[Token]]
Altered = Callable[[Claim, Sequence[Token], Claim, Sequence[Token]], Iterable[Clash]]


def altered_clashes(one: Framed, two: Framed) -> Iterable[Clash]:
    """What was altered between two near-copies, place by place; nothing if they are no near-copies."""
    a, b = one[0], two[0]
    for left, right in _changes(a.quote, b.quote):
        for check in (_numbers, _days, _names, _negation):
            yield from check(a, left, b, right)


def _changes(left: str, right: str) -> list[Change]:
    """Words of one sentence that stand where the other has others, in order."""
    one, two = set(left.split()), set(right.split())
    if len(one & two) < _LEAST_SHARED * min(len(one), len(two)):  # most pairs end here, before anything is cut and folded
        return []
    (ours, said), (theirs, other) = _cut(left), _cut(right)
    least = max(_LEAST_EQUAL, _EQUAL_SHARE * min(len(ours), len(theirs)))
    if min(len(ours), len(theirs)) < _LEAST_EQUAL or (Counter(said) & Counter(other)).total() < least:
        return []
    codes = opcodes(said, other)
    if sum(i_end - i for kind, i, i_end, _, _ in codes if kind == "equal") < least:
        return []
    changes = [(ours[i:i_end], theirs[j:j_end]) for kind, i, i_end, j, j_end in codes if kind != "equal"]
    inside = [c for c in changes if _inside(c[0], ours) and _inside(c[1], theirs)]
    return [
        (mine, other)
        for mine, other in changes
        if max(len(mine), len(other)) <= _LONGEST_CHANGE and not any(_says_more(c) for c in inside if c != (mine, other))
    ]


@lru_cache(maxsize=4096)
def _cut(quote: str) -> tuple[tuple[Token, ...], tuple[str, ...]]:
    """The words of a sentence and their keys; of many near-copies each is compared with each."""
    found = tuple(tokens(quote))
    return found, tuple(key(token.text) for token in found)


def _inside(change: Sequence[Token], sentence: Sequence[Token]) -> bool:
    """Whether a change is not only of who told it, at the head of the sentence, or of where it was cut, at its foot."""
    return not change or (change[0] != sentence[0] and change[-1] != sentence[-1])


def _says_more(change: Change) -> bool:
    """Whether a change is of more than figures and stop words: then the sentence around it is another one."""
    stops = {word for pack in PACKS.values() for word in pack.sentences.stop_words}
    return any(not _DIGIT.search(token.text) and token.text.lower() not in stops for side in change for token in side)


def _altered(claim: Claim, spans: Sequence[Span], change: Sequence[Token]) -> Span | None:
    """The one span within which the whole change lies, if just one does."""
    start = claim.span.start
    holding = [span for span in spans if change and span.start <= start + change[0].start and start + change[-1].end <= span.end]
    return holding[0] if len(holding) == 1 else None


def _numbers(a: Claim, left: Sequence[Token], b: Claim, right: Sequence[Token]) -> Iterable[Clash]:
    mine, other = _number_at(a, left), _number_at(b, right)
    if mine is None or other is None or mine.unit != other.unit or mine.unit in PASSING or apart(a, b):
        return
    if mine.unit == "clock" and clocks_differ((a, mine), (b, other)):
        yield Clash("clock", "time of day", of_clock(a, mine), of_clock(b, other))
    elif mine.unit != "clock" and not reconciled(mine, other):
        yield Clash("number", _slot(a, mine.counted, mine.unit), of_number(a, mine), of_number(b, other))


def _number_at(claim: Claim, change: Sequence[Token]) -> Number | None:
    span = _altered(claim, [n.span for n in claim.facts.numbers], change)
    return next((n for n in claim.facts.numbers if n.span == span), None)


def _slot(claim: Claim, counted: Sequence[str], unit: str) -> str:
    """What is counted, in the claim's own words; the unit where nothing is."""
    surfaces = [token.text for token in tokens(claim.quote) if bare(token.text) in counted]
    return " ".join(dict.fromkeys(surfaces[: len(counted)])) or unit or "number"


def _days(a: Claim, left: Sequence[Token], b: Claim, right: Sequence[Token]) -> Iterable[Clash]:
    """Days written out in figures; "yesterday" in a reprint of the next day is no other day."""
    mine, other = _day_at(a, left), _day_at(b, right)
    if mine and other and days_differ((a, mine), (b, other)):
        yield of_days((a, mine), (b, other))


def _day_at(claim: Claim, change: Sequence[Token]) -> Date | None:
    days = [d for d in claim.facts.dates if d.value and d.precision == "day" and _DIGIT.search(d.says)]
    span = _altered(claim, [d.span for d in days], change)
    return next((d for d in days if d.span == span), None)


def _names(a: Claim, left: Sequence[Token], b: Claim, right: Sequence[Token]) -> Iterable[Clash]:
    """Two names where one stands in the other's place; the newsroom that was spoken to is no part of the story."""
    mine, other = _name_at(a, left), _name_at(b, right)
    if mine is None or other is None or not _other_name(mine.says, other.says):
        return
    # Keys are without tone marks: equal ones with equal letters are Thủy and Thùy, with other letters one country by two names.
    if mine.key == other.key and bare(mine.says) != bare(other.says):
        return
    if mine.key != other.key and (mine.key in {n.key for n in b.facts.names} or other.key in {n.key for n in a.facts.names}):
        return
    if not (_of_the_press(a, left[0]) or _of_the_press(b, right[0])):
        yield Clash("name", "name", Filler(a, mine.span, mine.says, mine.says), Filler(b, other.span, other.says, other.says))


def _name_at(claim: Claim, change: Sequence[Token]) -> Name | None:
    span = _altered(claim, [n.span for n in claim.facts.names], change)
    return next((n for n in claim.facts.names if n.span == span), None)


def _other_name(one: str, other: str) -> bool:
    """Whether two surfaces name two: a full name with one other part, or names that are no spellings of each other."""
    parts, others = key(one).split(), key(other).split()
    if min(map(len, (*parts, *others))) == 1 or set(parts) <= set(others) or set(others) <= set(parts) or "".join(parts) == "".join(others):
        return False
    differing = [(x, y) for x, y in zip(parts, others, strict=False) if x != y]
    if len(parts) != len(others) or len(differing) < len(parts):
        return len(parts) == len(others) and len(differing) == 1 and _other_part(*differing[0], whole=len(parts))
    return fuzz.ratio(bare(one), bare(other)) < _ONE_SPELLING


def _other_part(one: str, other: str, *, whole: int) -> bool:
    """Whether one part of a name of ``whole`` parts is another and no spelling, short form or typing of it without diacritics."""
    if bare(one) == bare(other):
        return whole >= _FULL_NAME and bare(one) != one and bare(other) != other
    if bare(one).startswith(bare(other)) or bare(other).startswith(bare(one)):
        return False
    return min(len(one), len(other)) <= _SYLLABLE or fuzz.ratio(bare(one), bare(other)) < _ONE_SPELLING


def _of_the_press(claim: Claim, first: Token) -> bool:
    before = {token.text.lower() for token in tokens(claim.quote[: first.start])[-_PRESS_WITHIN:]}
    return any(before & (pack.sentences.attributions | pack.slots.press) for pack in PACKS.values())


def _negation(a: Claim, left: Sequence[Token], b: Claim, right: Sequence[Token]) -> Iterable[Clash]:
    """A word of denial that one of two near-copies lacks, in a sentence that asks nothing."""
    for ours, theirs, negated, affirmed, swapped in ((left, right, a, b, False), (right, left, b, a, True)):
        if len(ours) == 1 and not theirs and _negates(negated, ours[0]) and not negated.quote.rstrip().endswith("?"):
            token = ours[0]
            span = Span(token.start + negated.span.start, token.end + negated.span.start)
            sides = (Filler(negated, span, token.text, "negated"), Filler(affirmed, affirmed.span, affirmed.quote, "affirmed"))
            yield Clash("negation", "negation", *(sides[::-1] if swapped else sides))


def _negates(claim: Claim, token: Token) -> bool:
    """Whether a word denies what follows: "not received", but no "not only" and no "không ít"."""
    pack = PACKS.get(claim.language, PACKS["en"])
    following = [after.text.lower() for after in tokens(claim.quote[token.end :])[:1]]
    return token.text.lower() in pack.sentences.negations and not set(following) & pack.slots.no_denial
