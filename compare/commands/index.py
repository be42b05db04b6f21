"""The commands of `tellings index`: arguments -> exit status; what they do to an index stands in ``compare.duplicates.index``."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from io import TextIOWrapper
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from compare.commands.arguments import add_log_options, add_settings_options, settings_file, settings_of, non_empty, path_argument
from compare.commands.outcome import DONE, FAILED, MOST_SKIPPED
from compare.errors import IndexFolderError
from compare.publication import value_with_zone

if TYPE_CHECKING:
    from compare.commands.parser import ExampleParser
    from compare.duplicates.index.new_articles import NewParagraphs
    from compare.duplicates.index.open_index import Index
    from compare.duplicates.index.query import Answer
    from compare.duplicates.index.stored_paragraphs import StoredPlace
    from compare.duplicates.kernels.kernel_protocol import Kernels
    from compare.model import Article, Skipped
    from compare.settings import DuplicateSettings, Settings
    from compare.system.console import Console

HELP = "keep paragraphs and ask where they have stood before"
EXAMPLES = ("tellings index add archive/ 2024.jsonl", "tellings index query archive/ today.jsonl")
_BATCH = 100_000  # paragraphs added or asked of together: what is in memory at once, some 2 kB each


def add_options(parser: "ExampleParser") -> None:
    """The options of all five commands."""
    below = parser.add_subparsers(required=True, metavar="COMMAND", title="commands")
    add, query, info, compact, repair = (
        below.add_parser(name, help=told, description=f"{told[0].upper()}{told[1:]}.", examples=examples)
        for name, told, examples in _COMMANDS
    )
    for command in (add, query, info, compact, repair):
        command.add_argument("index", type=path_argument, metavar="INDEX", help="folder of the index")
    for command in (add, query):
        command.add_argument(
            "inputs", nargs="+", type=non_empty, metavar="INPUT", help="text, JSONL or Parquet file, folder, or - for standard input"
        )
        add_settings_options(command)
        command.add_argument("--strict", action="store_true", help="exit 1 if anything was skipped")
    query.add_argument("--most", type=_positive, default=20, metavar="N", help="matches of a paragraph (20); the rest is counted")
    query.add_argument(
        "--format", choices=["text", "json"], default="text", help="what standard output gets: text, or JSON lines for programs (text)"
    )
    info.add_argument("--format", choices=["text", "json"], default="text", help="what standard output gets (text)")
    info.add_argument("--cluster", metavar="ID", help="show this cluster, or the one that it went into")
    info.add_argument("--check", action="store_true", help="read every byte and hold it against its checksum")
    for command, action in ((add, _add), (query, _query), (info, _info), (compact, _compact), (repair, _repair)):
        add_log_options(command)
        command.set_defaults(action=action)


def run(given: argparse.Namespace, console: "Console") -> int:
    """Run the one of the five that was typed."""
    action: Callable[[argparse.Namespace, Console], int] = given.action
    return action(given, console)


_COMMANDS = (
    (
        "add",
        "add articles to an index, which is made if it is not there",
        ("tellings index add archive/ 2023.jsonl", "tellings index add archive/ --settings newsroom.toml 2024/"),
    ),
    (
        "query",
        "where paragraphs have stood before, and what differs; nothing is written",
        ("tellings index query archive/ today.jsonl", "tellings index query archive/ today.jsonl --format json"),
    ),
    ("info", "what an index holds", ("tellings index info archive/", "tellings index info archive/ --check")),
    ("compact", "join all segments of an index", ("tellings index compact archive/",)),
    (
        "repair",
        "make an index of segments whose manifest is lost, or of which some are damaged; nothing is removed",
        ("tellings index repair archive/",),
    ),
)


def _positive(given: str) -> int:
    if not given.isascii() or not given.isdigit() or int(given) == 0:
        raise argparse.ArgumentTypeError(f"{given!r} is no count: give 1, 2, 3, …")
    return int(given)


def _add(given: argparse.Namespace, console: "Console") -> int:
    from compare.duplicates.index.grow_clusters import AddCounts
    from compare.duplicates.index.new_articles import new_paragraphs, split_known
    from compare.duplicates.index.writer import open_writer
    from compare.system.console import counted

    settings, wanted = _settings(given, console)
    skipped: list[Skipped] = []
    batches = _batches(given, settings, skipped, console)
    first = next(batches)  # without an article no index is made
    done, known, later, added = AddCounts(), 0, 0, 0
    with open_writer(given.index, wanted) as writer:
        try:
            for batch in chain([first], batches):
                sorted_ = split_known(writer.index, batch)
                arrival = new_paragraphs(sorted_.new)
                receipt = writer.add(arrival, _kernels(settings, done.paragraphs, arrival))
                done, known, later = done.plus(receipt), known + len(sorted_.known), later + sorted_.later_versions
                added += len(sorted_.new)
                console.say(f"added and on the disk: {counted(done.paragraphs, 'paragraph')}", paragraphs=done.paragraphs)
                writer.join_due()
        except IndexFolderError as error:
            raise _with_what_is_kept(error, done.paragraphs, added) from error
        total = writer.index.paragraph_count
    counts = {**asdict(done), "articles": added, "known_articles": known, "later_versions": later, "total": total}
    console.result(_added(counts), **counts)
    return FAILED if given.strict and skipped else DONE


def _with_what_is_kept(error: IndexFolderError, paragraphs: int, articles: int) -> IndexFolderError:
    """An add or a join that fails takes nothing back of what was acknowledged, and its message says so."""
    from compare.system.console import counted

    if not articles:
        return error
    kept = f"{counted(paragraphs, 'paragraph')} of {counted(articles, 'article')} added before, kept on the disk"
    again = "a second run leaves out what is there already"
    return type(error)(error.place, error.problem, f"{error.remedy.removesuffix('; the index is as it was')}; {kept}; {again}")


def _added(counts: Mapping[str, int]) -> str:
    from compare.system.console import counted

    found = (
        counted(counts["copies"], "copy", "copies"),
        counted(counts["links"], "link"),
        counted(counts["new_clusters"], "new cluster"),
        f"{counts['grown_clusters']} grown",
        f"{counts['merged_clusters']} merged",
    )
    return (
        f"added {counted(counts['paragraphs'], 'paragraph')} of {counted(counts['articles'], 'article')}: {', '.join(found)}; "
        f"articles there already: {counts['known_articles']}, later versions: {counts['later_versions']}; "
        f"the index holds {counted(counts['total'], 'paragraph')}"
    )


def _query(given: argparse.Namespace, console: "Console") -> int:
    from compare.duplicates.index.header import require_equal
    from compare.duplicates.index.new_articles import new_paragraphs
    from compare.duplicates.index.open_index import damage_reported, open_and_check
    from compare.duplicates.index.query import find_matches
    from compare.system.console import counted

    settings, wanted = _settings(given, console)
    index = open_and_check(given.index, settings.duplicates)
    if wanted:
        require_equal(index.manifest.header, wanted, str(given.index))
    skipped: list[Skipped] = []
    asked = found = 0
    for batch in _batches(given, settings, skipped, console):
        arrival = new_paragraphs(batch)
        with damage_reported(index):
            answers = find_matches(index, arrival, _kernels(settings, asked, arrival), given.most)
        asked, found = asked + len(answers), found + sum(bool(answer.matches) for answer in answers)
        for line in _lines(arrival, answers) if given.format == "json" else _paragraphs(index, arrival, answers):
            print(line)
    console.say(f"stood before: {found} of {counted(asked, 'paragraph')}", asked=asked, found=found)
    return FAILED if given.strict and skipped else DONE


def _lines(arrival: "NewParagraphs", answers: "Sequence[Answer]") -> Iterator[str]:
    """JSON in ASCII, which every terminal and pipe takes."""
    for at, answer in enumerate(answers):
        if answer.matches:
            told = {
                "article": arrival.articles[arrival.article[at]].id,
                "start": int(arrival.start[at]),
                "end": int(arrival.end[at]),
                "matches": _matches(answer),
                "more": answer.more,
            }
            yield json.dumps(told, allow_nan=False)


def _matches(answer: "Answer") -> list[dict[str, Any]]:
    return [
        _told(match.place) | {"jaccard": match.jaccard, "containment": match.containment, "cluster": match.cluster}
        for match in answer.matches
    ]


def _paragraphs(index: "Index", arrival: "NewParagraphs", answers: "Sequence[Answer]") -> Iterator[str]:
    """What a person reads, an empty line behind each finding."""
    import numpy as np

    from compare.duplicates.index.stored_paragraphs import read_texts
    from reports.seen_paragraphs_plain import seen_plain

    if isinstance(sys.stdout, TextIOWrapper):  # an article's words must not end the run where the terminal cannot show them
        sys.stdout.reconfigure(errors="backslashreplace")
    for at, answer in enumerate(answers):
        if answer.matches:
            texts = read_texts(index, np.array([match.number for match in answer.matches], dtype=np.int64))
            matches = [match | {"text": texts[place]} for place, match in enumerate(_matches(answer))]
            yield seen_plain(arrival.texts[at], arrival.articles[arrival.article[at]].id, matches, answer.more) + "\n"


def _told(place: "StoredPlace") -> dict[str, Any]:
    """A place as JSON; its date as it was printed, with the zone that it names."""
    return asdict(place) | {"published": value_with_zone(place.published) if place.published else None}


def _info(given: argparse.Namespace, console: "Console") -> int:
    from compare.duplicates.index.info import index_info, cluster_info
    from compare.duplicates.index.open_index import check, open_index
    from compare.system.console import counted

    index = open_index(given.index)
    if given.check:
        check(index)
        console.say(f"as written: {counted(len(index.segments), 'segment')}")
    if given.cluster:
        found = cluster_info(index, given.cluster)
        told = {"id": found.id, "members": [_told(place) for place in found.members], "merges": [asdict(merge) for merge in found.merges]}
    else:
        told = asdict(index_info(index))
    print(json.dumps(told, allow_nan=False) if given.format == "json" else "\n".join(_as_text(told)))
    return DONE


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
    from compare.duplicates.index.open_index import open_index
    from compare.duplicates.index.writer import open_writer

    open_index(given.index)  # an index is not made by compacting none
    with open_writer(given.index, None) as writer:
        count = writer.compact()
    console.say(f"{count} segments are one now" if count else "there is one segment at most: nothing to do", joined=count)
    return DONE


def _repair(given: argparse.Namespace, console: "Console") -> int:
    from compare.duplicates.index.repair import repair
    from compare.duplicates.kernels.choose_kernels import kernels_for
    from compare.settings import Settings

    done = repair(given.index, lambda paragraphs: kernels_for(paragraphs, Settings().duplicates))
    for each in done.left_out:
        console.say(f"left out {each.name}: it {each.why}; the file stays where it is", segment=each.name)
    for lost in done.lost:
        console.say(f"lost: paragraphs {lost.first} to {lost.end - 1}", first=lost.first, paragraphs=lost.paragraphs)
    if done.unread:
        console.say(f"the manifest that could not be read is {done.unread} now")
    if not done.changed:
        console.say("every byte is as it was written: nothing to repair")
        return DONE
    lost_now = sum(lost.paragraphs for lost in done.lost)
    console.say(
        f"{done.index.paragraph_count} paragraphs in {len(done.index.segments)} segments are an index again; "
        f"{done.signed} of them were signed anew, {lost_now} are lost",
        paragraphs=done.index.paragraph_count,
        signed=done.signed,
        lost=lost_now,
        left_out=len(done.left_out),
    )
    return DONE


def _batches(given: argparse.Namespace, settings: "Settings", skipped: "list[Skipped]", console: "Console") -> "Iterator[list[Article]]":
    """So many articles that they have about ``_BATCH`` paragraphs, or one that has more; what is left out is told and goes to ``skipped``.

    ``InputError`` if there is no article at all.
    """
    from compare.model import Skipped
    from compare.sources.read_inputs import Intake, require_articles
    from compare.sources.whole_articles import whole_articles

    batch: list[Article] = []
    paragraphs = batches = 0
    stdin = sys.stdin.buffer if "-" in given.inputs else None
    with console.counting("names looked at") as (looked,):
        items = whole_articles(given.inputs, settings.input, stdin, looked)
        ahead = list(islice(items, 1))  # with the first of them, all names were looked at
    for item in chain(ahead, items):
        if isinstance(item, Skipped):
            skipped.append(item)
            if len(skipped) <= MOST_SKIPPED:
                console.say(f"skipped {item.place}: {item.reason}", place=item.place)
            continue
        batch.append(item)
        paragraphs += item.text.count("\n") + 1
        if paragraphs >= _BATCH:
            yield batch
            batch, paragraphs, batches = [], 0, batches + 1
    if batch or not batches:
        yield list(require_articles(Intake(tuple(batch), tuple(skipped))))
    if len(skipped) > MOST_SKIPPED:
        console.say(f"skipped {len(skipped) - MOST_SKIPPED} more", skipped=len(skipped))


def _kernels(settings: "Settings", before: int, arrival: "NewParagraphs") -> "Kernels":
    """By how many paragraphs there were so far: who reads many of them in batches has many of them."""
    from compare.duplicates.kernels.choose_kernels import kernels_for

    return kernels_for(before + len(arrival.texts), settings.duplicates)


def _settings(given: argparse.Namespace, console: "Console") -> "tuple[Settings, DuplicateSettings | None]":
    """All settings, and those that the index has to have if they come from a file."""
    settings = settings_of(given, console)
    return settings, settings.duplicates if settings_file(given) else None
