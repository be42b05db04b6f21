"""A figure with its separators -> the values it can mean."""

from collections.abc import Sequence

_GROUP = 3  # digits between two thousands separators
_MARKS = ".,"


def possible_values(figure: str, decimal_mark: str) -> tuple[float, ...]:
    """Values of digits with separators, the likeliest first; empty if no locale writes numbers that way.

    ``1.700`` keeps both readings, since newsrooms copy foreign figures as they stand; the language's own mark decides which is first.
    """
    marks = [c for c in figure if c in _MARKS]
    if not marks:
        return (float(figure),)
    kinds = sorted(set(marks), key=figure.rindex)
    if len(kinds) == len(_MARKS):
        return _mixed(figure, thousands=kinds[0], decimal=kinds[1])
    head, *groups = figure.split(kinds[0])
    grouped = _is_grouped(head, groups)
    if len(groups) > 1:
        return (_joined(head, groups),) if grouped else ()
    decimal = float(f"{head}.{groups[0]}")
    if not grouped:
        return (decimal,)
    both = (decimal, _joined(head, groups))
    return both if kinds[0] == decimal_mark else both[::-1]


def _mixed(figure: str, thousands: str, decimal: str) -> tuple[float, ...]:
    whole, *rest = figure.split(decimal)
    head, *groups = whole.split(thousands)
    if len(rest) != 1 or thousands in rest[0] or not _is_grouped(head, groups):
        return ()
    return (float(f"{head}{''.join(groups)}.{rest[0]}"),)


def _is_grouped(head: str, groups: Sequence[str]) -> bool:
    return len(head) <= _GROUP and not head.startswith("0") and all(len(group) == _GROUP for group in groups)


def _joined(head: str, groups: Sequence[str]) -> float:
    return float(head + "".join(groups))
