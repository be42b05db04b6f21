"""Words and signs that may stand at a place of a text -> the longest that does; by look-up, without patterns."""

from collections.abc import Iterable
from dataclasses import dataclass

_GAPS = frozenset(" \u00a0-")  # at most one stands between a figure and its unit


@dataclass(frozen=True, slots=True)
class LongestMatch:
    """Forms by first letter and length: a pattern of all units takes 60 ms to compile, a twelfth of what is our own in a small run."""

    forms: frozenset[str]
    lengths: dict[str, tuple[int, ...]]  # of the forms that begin with a letter, longest first
    never_before: str  # beside letters, digits and the low line
    glued: frozenset[str]  # those that follow without a gap; a digit may stand behind them ("3p20s")

    @classmethod
    def of(cls, forms: Iterable[str], never_before: str = "", glued: frozenset[str] = frozenset()) -> "LongestMatch":
        """One table; no form may be followed by a word character or by one of ``never_before``."""
        kept = frozenset(forms)
        begins = {form[0] for form in kept}
        lengths = {begin: tuple(sorted({len(form) for form in kept if form[0] == begin}, reverse=True)) for begin in begins}
        return cls(kept, lengths, never_before + "_", glued)

    def at(self, text: str, start: int) -> tuple[str, int] | None:
        """The longest form that begins at ``start``, or after one gap, and where it ends."""
        begins = (start + 1, start) if text[start : start + 1] in _GAPS else (start,)
        for begin in begins:
            for length in self.lengths.get(text[begin : begin + 1], ()):
                form = text[begin : begin + length]
                end = begin + len(form)  # the text may end before the length does
                if form in self.forms and self._ends(form, text[end : end + 1], is_glued=begin == start):
                    return form, end
        return None

    def _ends(self, form: str, after: str, *, is_glued: bool) -> bool:
        if form in self.glued:
            return is_glued and not after.isalpha()
        return not (after.isalnum() or (after and after in self.never_before))
