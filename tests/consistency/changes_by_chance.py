"""A JSON value and a seeded chance -> the same with one thing in it changed, as a hand or a program may have done."""

import json
from random import Random
from typing import Any

Place = tuple[Any, Any]  # a list or object, and the index or name in it
_ODD: tuple[Any, ...] = (
    None, True, 0, 1, -1, 7, 3.0, 0.5, 1e300, float("inf"), float("nan"), 10**400, "", " ", "..", "a/b", "\ud800", "<b>",
    "2024-13-45", "9999-12-31T23:59:59+14:00", "0001-01-01T00:00:00Z", "Thị", "\u0301", "\x00", "\u202e", "xx", [], {}, [[]], ["a"],
)  # fmt: skip


def places_of(value: Any) -> list[Place]:
    """Every value inside, by what holds it."""
    found: list[Place] = []
    waiting = [value]
    while waiting:
        holder = waiting.pop()
        keys = holder if isinstance(holder, dict) else range(len(holder))
        for key in keys:
            found.append((holder, key))
            if isinstance(holder[key], (dict, list)):
                waiting.append(holder[key])
    return found


def changed(text: str, seed: int) -> Any:
    """One to three changes, each at a place of its own; equal for equal seeds."""
    value, chance = json.loads(text), Random(seed)  # noqa: S311 - nothing is kept secret by it
    for _ in range(chance.choice((1, 1, 2, 3))):
        _change(chance.choice(places_of(value)), chance, value)
    return value


def _change(place: Place, chance: Random, whole: Any) -> None:
    holder, key = place
    old = holder[key]
    deed = chance.choice(("odd", "near", "near", "gone", "twice", "other"))
    if deed == "odd":
        holder[key] = chance.choice(_ODD)
    elif deed == "near":
        holder[key] = _near(old, chance)
    elif deed == "gone":
        del holder[key]
    elif deed == "twice" and isinstance(holder, list):
        holder.insert(key, json.loads(json.dumps(old)))
    else:
        other, name = chance.choice(places_of(whole))
        holder[key] = json.loads(json.dumps(other[name]))


def _near(old: Any, chance: Random) -> Any:
    if isinstance(old, bool) or old is None:
        return not old
    if isinstance(old, (int, float)):
        return old + chance.choice((-1, 1, 0.0, 0.5, 1000))
    if isinstance(old, str):
        at = chance.randrange(len(old) + 1)
        return chance.choice((old[:at] + old[at + 1 :], old[:at] + chance.choice("x/.%é\n") + old[at:], old.upper(), old[::-1]))
    return old[::-1] if isinstance(old, list) else dict(reversed(old.items()))
