"""The command `tellings fetch`: URLs -> a file a page, in a form that `compare` reads."""

import argparse
from typing import TYPE_CHECKING

from compare.arguments import add_output_options, add_settings_options, settings_of, some_input, some_path

if TYPE_CHECKING:
    from compare.console import Console
    from compare.model import Skipped
    from compare.sources.fetch.fetched import Fetched
    from compare.usage import Parser

_DONE, _FAILED = 0, 1


def add_options(parser: "Parser") -> None:
    """The options of the command."""
    parser.add_argument("urls", nargs="+", type=some_input, metavar="URL", help="http or https address of a page, a feed or a text")
    parser.add_argument("-o", "--out", type=some_path, required=True, metavar="DIR", help="where the pages go")
    add_settings_options(parser)
    parser.add_argument("--strict", action="store_true", help="exit 1 if anything was skipped")
    add_output_options(parser)
    parser.set_defaults(command=_fetch)


def _fetch(given: argparse.Namespace, console: "Console") -> int:
    from compare.sources.fetch.fetch import fetch_pages
    from compare.sources.fetch.world import World

    settings = settings_of(given, console)
    counts = {"saved": 0, "not changed": 0, "skipped": 0}
    for page in fetch_pages(given.urls, settings.fetch, World(tell=console.say)):
        counts[_settled(page, given, console)] += 1
    console.say(f"{', '.join(f'{count} {word}' for word, count in counts.items())}: {given.out}", **_facts(counts))
    nothing = counts["skipped"] == len(given.urls)
    return _FAILED if nothing or (given.strict and counts["skipped"]) else _DONE


def _facts(counts: dict[str, int]) -> dict[str, object]:
    return {word.replace(" ", "_"): count for word, count in counts.items()}


def _settled(page: "Fetched | Skipped", given: argparse.Namespace, console: "Console") -> str:
    """What became of it, which is told: a file, or a reason."""
    from compare.model import Skipped
    from compare.output import write_signed
    from compare.sources.fetch.file import file_of

    file = page if isinstance(page, Skipped) else file_of(page)
    if isinstance(file, Skipped):
        console.say(f"skipped {file.place}: {file.reason}", place=file.place)
        return "skipped"
    path = given.out / file.name
    word = "saved" if write_signed(path, file.data, file.sign, force=given.force) else "not changed"
    console.say(f"{word} {file.url}: {path}", url=file.url, file=str(path), bytes=len(file.data))
    return word
