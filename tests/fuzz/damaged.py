"""Chance that can be repeated -> the bytes of a comparison document with a few of its values changed, some of which its schema allows."""

import json
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

_WHOLE = Path(__file__).parents[1] / "fixtures" / "report" / "small.json"
_HOSTILE: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    1,
    10**30,
    1e308,
    "",
    " ",
    "\ud800",
    "x" * 1000,
    [],
    {},
    [[]],
    "2019-02-30",
    "silent",
    "text",
)
_MOST_CHANGES = 3


def damaged_document(chance: Random) -> bytes:
    """One to three places each get a hostile value, the value of another place, or go."""
    document = json.loads(_WHOLE.read_text(encoding="utf-8"))
    for _ in range(chance.randint(1, _MOST_CHANGES)):
        places = _places(document)
        holder, key = chance.choice(places)
        other, other_key = chance.choice(places)
        match chance.randrange(3):
            case 0:
                holder[key] = chance.choice(_HOSTILE)
            case 1:
                holder[key] = deepcopy(other[other_key])
            case _:
                del holder[key]
    return json.dumps(document).encode()


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every holder with each of its keys, the outermost first."""
    keys = list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []
    return [place for key in keys for place in ((value, key), *_places(value[key]))]
