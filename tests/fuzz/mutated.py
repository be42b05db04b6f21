"""Chance that can be repeated and whole articles -> the JSON lines of one story with some of its values swapped or made extreme."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Any

from extremes import FIELDS, PLACES

from compare.settings import InputSettings
from compare.sources.read_inputs import read_inputs

Record = dict[str, Any]
_ROOT = Path(__file__).parents[2]
_REAL = _ROOT.parent / "shared" / "data" / "vims" / "articles.jsonl"
_MOST_ARTICLES, _MOST_LINES, _MOST_CHANGES = 4, 9, 14


def whole_stories() -> list[list[Record]]:
    """The samples of the project and, where they are there, the real stories beside it."""
    stories = [_sample(_ROOT / "examples" / language) for language in ("en", "vi")]
    real: dict[str, list[Record]] = {}
    if _REAL.is_file():
        for line in _REAL.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            real.setdefault(record["story"], []).append(record)
    return [*stories, *real.values()]


def _sample(folder: Path) -> list[Record]:
    read = read_inputs([str(folder)], InputSettings()).articles
    return [{"id": a.id, "outlet": a.outlet, "text": a.text, "language": folder.name, "published": "2026-06-09T12:00"} for a in read]


def mutated_story(chance: Random, stories: Sequence[Sequence[Record]]) -> bytes:
    """Two to four articles of one story, the first lines of each, with up to fourteen changes; they bear one story's name."""
    story = chance.choice(stories) if chance.random() > 0.2 else stories[chance.randrange(2)]  # the samples are few
    records = [dict(record) for record in chance.sample(story, min(len(story), chance.randint(2, _MOST_ARTICLES)))]
    for record in records:
        record["text"] = "\n".join(record["text"].split("\n")[:_MOST_LINES])
        record["story"] = "story"
    if chance.random() < 0.5:  # near-copies: what differs between two of them is just what was changed
        records[1]["text"] = records[0]["text"]
        records[1]["language"] = records[0].get("language")
    for _ in range(chance.randint(1, _MOST_CHANGES)):
        chance.choice(_CHANGES)(chance, records)
    return "\n".join(json.dumps({k: v for k, v in record.items() if v is not None}, ensure_ascii=False) for record in records).encode()


def _extreme(chance: Random, records: Sequence[Record]) -> None:
    """One place gets a value at the edge."""
    record = chance.choice(records)
    pattern, values = PLACES[chance.choice(list(PLACES))]
    record["text"] = _put(record["text"], chance.choice(_found(record["text"], pattern)), chance.choice(values))


def _in_all(chance: Random, records: Sequence[Record]) -> None:
    """Each article gets one of the kind in its first such place, so that they are held against each other."""
    pattern, values = PLACES[chance.choice(list(PLACES))]
    for record in records:
        record["text"] = _put(record["text"], _found(record["text"], pattern)[0], chance.choice(values))


def _swapped(chance: Random, records: Sequence[Record]) -> None:
    """Two places of one kind change places."""
    one, other = chance.choice(records), chance.choice(records)
    pattern, _ = PLACES[chance.choice(list(PLACES))]
    here, there = chance.choice(_found(one["text"], pattern)), chance.choice(_found(other["text"], pattern))
    mine, theirs = one["text"][slice(*here)], other["text"][slice(*there)]
    one["text"] = _put(one["text"], here, theirs)
    if one is not other:
        other["text"] = _put(other["text"], there, mine)


def _field(chance: Random, records: Sequence[Record]) -> None:
    """Another field of a record is at the edge."""
    name = chance.choice(list(FIELDS))
    chance.choice(records)[name] = chance.choice(FIELDS[name])


def _repeated(chance: Random, records: Sequence[Record]) -> None:
    """A line stands several times, in one article or in all."""
    lines = chance.choice(records)["text"].split("\n")
    line = chance.choice(lines)
    for record in records if chance.random() < 0.5 else records[:1]:
        record["text"] += "\n" + " ".join([line] * chance.randint(1, 3))


_CHANGES: tuple[Callable[[Random, Sequence[Record]], None], ...] = (_extreme, _extreme, _in_all, _in_all, _swapped, _field, _repeated)


def _found(text: str, pattern: Any) -> list[tuple[int, int]]:
    """All places of the kind, or the end of the text."""
    return [match.span() for match in pattern.finditer(text)] or [(len(text), len(text))]


def _put(text: str, place: tuple[int, int], value: str) -> str:
    return text[: place[0]] + value + text[place[1] :]
