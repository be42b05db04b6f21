"""Two near-copies -> what was altered between them: a figure, a day, a name, a number in a name, a word for its opposite, a denial.

A wire sentence with another number in it is the plainest conflict of all, and needs no frame: the words around the change are the same.
"""

from collections.abc import Callable, Iterable, Sequence

import regex

from compare.claims.altered_days import days
from compare.claims.altered_figures import figures, identifiers
from compare.claims.altered_names import names
from compare.claims.altered_words import alternatives, denials, ordinals
from compare.claims.clash import Clash, Framed
from compare.claims.near_copy import Change, Place, changes, in_pairs

Altered = Callable[[Place, Place], Iterable[Clash]]
# Each is asked of every change; the order is that of the evidence.
_CHECKS: Sequence[Altered] = (figures, days, names, identifiers, ordinals, alternatives, denials)
_DIGIT = regex.compile(r"\d")
_TWO = 2


def altered_clashes(one: Framed, two: Framed) -> list[Clash]:
    """What was altered between two near-copies, place by place; nothing if they are no near-copies.

    Where figures differ too, another day is that of another event: "on Monday 30 were held", "on Friday 45 were held".
    """
    found = changes(one[0], two[0])
    figured = sum(all(any(_DIGIT.search(word.text) for word in place.words) for place in change) for change in found)
    clashes = [clash for change in found for clash in _of_change(change)]
    return [clash for clash in clashes if figured < _TWO or clash.check != "date"]


def _of_change(change: Change) -> list[Clash]:
    """The clashes of a change, or of its words one by one where each of them makes one: "tăng 6", "giảm 7"."""
    whole = [clash for check in _CHECKS for clash in check(*change)]
    parts = [] if whole else [[clash for check in _CHECKS for clash in check(*part)] for part in in_pairs(change)]
    return whole or ([clash for part in parts for clash in part] if all(parts) else [])
