"""Two near-copies -> what was altered between them: a figure, a day, a name, a number in a name, a word for its opposite, a denial.

A wire sentence with another number in it is the plainest conflict of all, and needs no frame: the words around the change are the same.
"""

from collections.abc import Callable, Iterable, Sequence

import regex

from compare.claims.clash import Clash, Framed
from compare.claims.near_copy import Change, Place, changes, in_pairs

AlteredCheck = Callable[[Place, Place], Iterable[Clash]]  # the two sides of one change -> what it alters
_DIGIT = regex.compile(r"\d")


def altered_clashes(one: Framed, two: Framed, checks: Sequence[AlteredCheck]) -> list[Clash]:
    """What was altered between two near-copies, place by place, each asked of all ``checks``; nothing if they are no near-copies.

    Where figures differ too, another day is that of another event: "on Monday 30 were held", "on Friday 45 were held".
    """
    all_changes = changes(one[0], two[0])
    with_figures = sum(all(any(_DIGIT.search(word.text) for word in place.words) for place in change) for change in all_changes)
    altered = [clash for change in all_changes for clash in _of_change(change, checks)]
    return altered if with_figures < 2 else [clash for clash in altered if clash.check != "date"]


def _of_change(change: Change, checks: Sequence[AlteredCheck]) -> list[Clash]:
    """The clashes of a change, or of its words one by one where each of them makes one: "tăng 6", "giảm 7"."""
    whole = [clash for check in checks for clash in check(*change)]
    parts = [] if whole else [[clash for check in checks for clash in check(*part)] for part in in_pairs(change)]
    return whole or ([clash for part in parts for clash in part] if all(parts) else [])
