"""A figure or a year in a claim -> the person that it is told of."""

from compare.languages.registry import all_altered_words, all_slot_words
from compare.model import Claim, Name, Span
from compare.text.tokens import words

# Code points between a name and what is told of the person behind it: ", sinh năm ", " (SN ".
_NAME_WITHIN = 16
_KIN_WITHIN = 3  # words between two names of which the second tells whose kin the first is: ", con của ông"


def person_key_before(claim: Claim, span: Span, within: int = _NAME_WITHIN) -> str | None:
    """The key of the person named right before a place; of "Lê Đạt, con của ông Khoan", the first."""
    named = person_before(claim, span, within)
    return named.key if named else None


def person_before(claim: Claim, span: Span, within: int = _NAME_WITHIN) -> Name | None:
    """The name of the person named right before a place, behind whom a second one only tells whose kin the first is.

    Where a comma leaves open which of the two is meant ("Lê Đạt, con ông Khoan, 48 tuổi"), it is nobody.
    """
    before = [name for name in claim.facts.names if name.span.end <= span.start and name.key not in all_slot_words("births")]
    if not before or span.start - before[-1].span.end > within:
        return None
    if len(before) == 1 or not _is_kin(claim, *before[-2:]):
        return before[-1]
    return None if "," in _between(claim, before[-1].span.end, span.start).partition(")")[0] else before[-2]


def _is_kin(claim: Claim, one: Name, other: Name) -> bool:
    between = _between(claim, one.span.end, other.span.start)
    said = words(between)
    return between.lstrip().startswith((",", "(")) and 0 < len(said) <= _KIN_WITHIN and bool(set(said[:2]) & all_altered_words("kin_of"))


def _between(claim: Claim, start: int, end: int) -> str:
    return claim.quote[start - claim.span.start : end - claim.span.start]
