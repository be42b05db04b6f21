"""Two names, one in the place of the other in a near-copy -> a clash, where they are no spellings, short forms or newsrooms."""

from collections.abc import Iterable

from rapidfuzz import fuzz

from compare.claims.clash import Clash, filler_of
from compare.claims.name_spelling import FULL_NAME
from compare.claims.near_copy import Place, is_short
from compare.languages.registry import PACKS
from compare.model import Claim, Name
from compare.text.tokens import Token, bare, key, tokens

# Per cent of the letters: surfaces this much alike are spellings of one name, as Amaq and Amac. Less is asked than of names in sentences
# that are not alike, since what an editor alters in a copy is above all the spelling.
_EDITED_SPELLING = 60.0
_SYLLABLE = 5  # letters; in so short a part each letter counts: Hùng and Hưng
_PRESS_WITHIN = 3  # words between a word of the press and its name: "told the Courier", "trả lời phóng viên báo"


def altered_names(left: Place, right: Place) -> Iterable[Clash]:
    """Two names where one stands in the other's place; the newsroom that was spoken to is no part of the story."""
    a, b = left.claim, right.claim
    mine, other = _name_at(left), _name_at(right)
    if mine is None or other is None or is_short(a) or is_short(b) or not _other_name(mine.says, other.says):
        return
    # Keys are without tone marks: equal ones with equal letters are Thủy and Thùy, with other letters one country by two names.
    if mine.key == other.key and bare(mine.says) != bare(other.says):
        return
    if mine.key != other.key and (mine.key in {n.key for n in b.facts.names} or other.key in {n.key for n in a.facts.names}):
        return
    if not (_of_the_press(a, left.words[0]) or _of_the_press(b, right.words[0])):
        yield Clash("name", "name", filler_of(a, mine), filler_of(b, other))


def _name_at(place: Place) -> Name | None:
    """The one name within which the whole change lies, if just one does."""
    if not place.words:
        return None
    span = place.span
    holding = [name for name in place.claim.facts.names if name.span.start <= span.start and span.end <= name.span.end]
    return holding[0] if len(holding) == 1 else None


def _other_name(one: str, other: str) -> bool:
    """Whether two surfaces name two: a full name with one other part, or names that are no spellings of each other."""
    parts, others = key(one).split(), key(other).split()
    if min(map(len, (*parts, *others))) == 1 or set(parts) <= set(others) or set(others) <= set(parts) or "".join(parts) == "".join(others):
        return False
    differing = [(x, y) for x, y in zip(parts, others, strict=False) if x != y]
    if len(parts) != len(others) or len(differing) < len(parts):
        return len(parts) == len(others) and len(differing) == 1 and _other_part(*differing[0], whole=len(parts))
    return fuzz.ratio(bare(one), bare(other)) < _EDITED_SPELLING


def _other_part(one: str, other: str, *, whole: int) -> bool:
    """Whether one part of a name of ``whole`` parts is another and no spelling, short form or typing of it without diacritics."""
    if bare(one) == bare(other):
        # Thủy and Thùy are two people in a full name, and a slip of the pen in a shorter one.
        return whole >= FULL_NAME and bare(one) != one and bare(other) != other
    if bare(one).startswith(bare(other)) or bare(other).startswith(bare(one)):
        return False
    return min(len(one), len(other)) <= _SYLLABLE or fuzz.ratio(bare(one), bare(other)) < _EDITED_SPELLING


def _of_the_press(claim: Claim, first: Token) -> bool:
    before = {token.text.lower() for token in tokens(claim.quote[: first.start])[-_PRESS_WITHIN:]}
    return any(before & (pack.sentences.attributions | pack.slots.press) for pack in PACKS.values())
