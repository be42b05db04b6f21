"""The commands of `tellings index`: arguments -> exit status; what they do to an index stands in ``compare.duplicates.index``."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from itertools import chain
from typing import TYPE_CHECKING, Any

from compare.appeared import as_word
from compare.arguments import some_input, some_path

if TYPE_CHECKING:
    from compare.console import Console
    from compare.duplicates.index.arrival import Arrival
    from compare.duplicates.index.query import Answer
    from compare.duplicates.index.stored import Place
    from compare.duplicates.kernels.seam import Kernels
    from compare.model import Article, Skipped
    from compare.settings import DuplicateSettings, Settings

_DONE, _FAILED = 0, 1
_BATCH = 100_000  # paragraphs added or asked of together: what is in memory at once, some 2 kB each
_SHOWN_SKIPPED = 20


def add_options(parser: argparse.ArgumentParser, add_log_options: Callable[[argparse.ArgumentParser], None]) -> None:
    """The options of all four commands."""
    commands = parser.add_subparsers(required=True, metavar="{add,compact,info,query}")
    add = commands.add_parser("add", help="add articles to an index, which is made if it is not there")
    query = commands.add_parser("query", help="where paragraphs have stood before, as JSON lines; nothing is written")
    info = commands.add_parser("info", help="what an index holds")
    compact = commands.add_parser("compact", help="join all segments of an index")
    for command in (add, query, info, compact):
        command.add_argument("index", type=some_path, metavar="INDEX", help="folder of the index")
    for command in (add, query):
        command.add_argument(
            "inputs", nargs="+", type=some_input, metavar="INPUT", help="text, JSONL or Parquet file, folder, or - for standard input"
        )
        command.add_argument("--settings", type=some_path, metavar="FILE", help="TOML file (for `duplicates`, the settings of the index)")
        command.add_argument("--strict", action="store_true", help="exit 1 if anything was skipped")
    query.add_argument("--most", type=_positive, default=20, metavar="N", help="matches of a paragraph (20); the rest is counted")
    info.add_argument("--format", choices=["text", "json"], default="text", help="what standard output gets (text)")
    info.add_argument("--cluster", metavar="ID", help="show this cluster, or the one that it went into")
    info.add_argument("--check", action="store_true", help="read every byte and hold it against its checksum")
    for command, run in ((add, _add), (query, _query), (info, _info), (compact, _compact)):
        add_log_options(command)
        command.set_defaults(command=run)


def _positive(given: str) -> int:
    if not given.isascii() or not given.isdigit() or int(given) == 0:
        raise argparse.ArgumentTypeError(f"{given!r} is no count: give 1, 2, 3, …")
    return int(given)


def _add(given: argparse.Namespace, console: "Console") -> int:
    from compare.duplicates.index.arrival import arrival_of, told_apart
    from compare.duplicates.index.grow import Receipt
    from compare.duplicates.index.writer import writing

    settings, wanted = _settings(given)
    skipped: list[Skipped] = []
    batches = _batches(given, settings, skipped, console)
    first = next(batches)  # without an article no index is made
    done, known, later, added = Receipt(), 0, 0, 0
    with writing(given.index, wanted) as writer:
        for batch in chain([first], batches):
            sorted_ = told_apart(writer.index, batch)
            arrival = arrival_of(sorted_.new)
            receipt = writer.add(arrival, _kernels(settings, done.paragraphs, arrival))
            writer.tidy()
            done, known, later = done.plus(receipt), known + len(sorted_.known), later + sorted_.later_versions
            added += len(sorted_.new)
            console.say(f"{done.paragraphs} paragraphs are added and on the disk", paragraphs=done.paragraphs)
        total = len(writer.index)
    counts = {**asdict(done), "articles": added, "known_articles": known, "later_versions": later, "total": total}
    console.say(_SAID.format(**counts), **counts)
    return _FAILED if given.strict and skipped else _DONE


_SAID = (
    "added {paragraphs} paragraphs of {articles} articles: {copies} copies, {links} links, {new_clusters} new clusters, "
    "{grown_clusters} grown, {merged_clusters} merged; {known_articles} articles were there already, "
    "{later_versions} are later versions; the index holds {total}"
)


def _query(given: argparse.Namespace, console: "Console") -> int:
    from compare.duplicates.index.arrival import arrival_of
    from compare.duplicates.index.header import require_equal
    from compare.duplicates.index.opening import open_index
    from compare.duplicates.index.query import matches_of

    settings, wanted = _settings(given)
    index = open_index(given.index)
    if wanted:
        require_equal(index.manifest.header, wanted, str(given.index))
    skipped: list[Skipped] = []
    asked = found = 0
    for batch in _batches(given, settings, skipped, console):
        arrival = arrival_of(batch)
        answers = matches_of(index, arrival, _kernels(settings, asked, arrival), given.most)
        asked, found = asked + len(answers), found + sum(bool(answer.matches) for answer in answers)
        for line in _lines(arrival, answers):
            print(json.dumps(line))  # ASCII, which every terminal and pipe takes
    console.say(f"{found} of {asked} paragraphs have stood before", asked=asked, found=found)
    return _FAILED if given.strict and skipped else _DONE


def _lines(arrival: "Arrival", answers: "Sequence[Answer]") -> Iterator[dict[str, Any]]:
    for at, answer in enumerate(answers):
        if answer.matches:
            yield {
                "article": arrival.articles[arrival.article[at]].id,
                "start": int(arrival.start[at]),
                "end": int(arrival.end[at]),
                "matches": [
                    _told(match.place) | {"jaccard": match.jaccard, "containment": match.containment, "cluster": match.cluster}
                    for match in answer.matches
                ],
                "more": answer.more,
            }


def _told(place: "Place") -> dict[str, Any]:
    """A place as JSON; its date as it was printed, with the zone that it names."""
    return asdict(place) | {"published": as_word(place.published) if place.published else None}


def _info(given: argparse.Namespace, console: "Console") -> int:
    from compare.duplicates.index.info import info_of, standing
    from compare.duplicates.index.opening import check, open_index

    index = open_index(given.index)
    if given.check:
        check(index)
        console.say(f"{len(index.segments)} segments are as they were written")
    if given.cluster:
        found = standing(index, given.cluster)
        told = {"id": found.id, "members": [_told(place) for place in found.members], "merges": [asdict(merge) for merge in found.merges]}
    else:
        told = asdict(info_of(index))
    print(json.dumps(told) if given.format == "json" else "\n".join(_as_text(told)))
    return _DONE


def _as_text(told: dict[str, Any]) -> Iterator[str]:
    """A line for each figure, and below it one for each part of it."""
    for name, value in told.items():
        if isinstance(value, (list, tuple)):
            yield f"{name} {len(value)}"
            yield from ("  " + "  ".join(_plain(item)) for item in value)
        elif isinstance(value, dict):
            yield name
            yield from (f"  {inner} {shown}" for inner, shown in value.items())
        else:
            yield f"{name} {value}"


def _plain(item: Any) -> list[str]:  # noqa: ANN401 - a row of figures, or named ones
    return [str(value) for value in (item.values() if isinstance(item, dict) else item) if value is not None]


def _compact(given: argparse.Namespace, console: "Console") -> int:
    from compare.duplicates.index.opening import open_index
    from compare.duplicates.index.writer import writing

    open_index(given.index)  # an index is not made by compacting none
    with writing(given.index, None) as writer:
        count = writer.compact()
    console.say(f"{count} segments are one now" if count else "there is one segment at most: nothing to do", joined=count)
    return _DONE


def _batches(given: argparse.Namespace, settings: "Settings", skipped: "list[Skipped]", console: "Console") -> "Iterator[list[Article]]":
    """So many articles that they have about ``_BATCH`` paragraphs, or one that has more; what is left out is told and goes to ``skipped``.

    ``InputError`` if there is no article at all.
    """
    from compare.model import Skipped
    from compare.sources.read import Intake, require_articles
    from compare.sources.whole import whole_articles

    batch: list[Article] = []
    paragraphs = batches = 0
    for item in whole_articles(given.inputs, settings.input, sys.stdin.buffer if "-" in given.inputs else None):
        if isinstance(item, Skipped):
            skipped.append(item)
            if len(skipped) <= _SHOWN_SKIPPED:
                console.say(f"skipped {item.place}: {item.reason}", place=item.place)
            continue
        batch.append(item)
        paragraphs += item.text.count("\n") + 1
        if paragraphs >= _BATCH:
            yield batch
            batch, paragraphs, batches = [], 0, batches + 1
    if batch or not batches:
        yield list(require_articles(Intake(tuple(batch), tuple(skipped))))
    if len(skipped) > _SHOWN_SKIPPED:
        console.say(f"skipped {len(skipped) - _SHOWN_SKIPPED} more", skipped=len(skipped))


def _kernels(settings: "Settings", before: int, arrival: "Arrival") -> "Kernels":
    """By how many paragraphs there were so far: who reads many of them in batches has many of them."""
    from compare.duplicates.kernels.choose import kernels_for

    return kernels_for(before + len(arrival.texts), settings.duplicates)


def _settings(given: argparse.Namespace) -> "tuple[Settings, DuplicateSettings | None]":
    """All settings, and those that the index has to have if a file was given."""
    from compare.settings import Settings, load

    settings = load(given.settings) if given.settings else Settings()
    return settings, settings.duplicates if given.settings else None
