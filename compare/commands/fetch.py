"""The command `tellings fetch`: URLs -> a file a page, in a form that `compare` reads."""

import argparse
from typing import TYPE_CHECKING

from compare.commands.arguments import add_out_option, add_output_options, add_settings_options, settings_of, non_empty
from compare.commands.outcome import DONE, FAILED

if TYPE_CHECKING:
    from compare.commands.parser import ExampleParser
    from compare.model import Skipped
    from compare.sources.fetch.fetched_page import FetchedPage
    from compare.system.console import Console

HELP = "save pages of the network as files that can be compared"
EXAMPLES = ("tellings fetch https://courier.example/ferry --out saved-pages/",)


def add_options(parser: "ExampleParser") -> None:
    """What can stand behind the command."""
    parser.add_argument("urls", nargs="+", type=non_empty, metavar="URL", help="http or https address of a page, a feed or a text")
    add_out_option(parser, "DIR", "where the pages go")
    add_settings_options(parser)
    parser.add_argument("--strict", action="store_true", help="exit 1 if anything was skipped")
    add_output_options(parser)


def run(given: argparse.Namespace, console: "Console") -> int:
    """Fetch and save; failed if nothing could be saved, or if something was skipped and ``--strict`` is given."""
    from compare.sources.fetch.environment import Environment
    from compare.sources.fetch.fetch_pages import fetch_pages

    settings = settings_of(given, console)
    counts = {"saved": 0, "not changed": 0, "skipped": 0}
    for page in fetch_pages(given.urls, settings.fetch, Environment(warn=console.say)):
        counts[_save_page(page, given, console)] += 1
    console.say(f"{', '.join(f'{count} {word}' for word, count in counts.items())}: {given.out}", **_facts(counts))
    nothing = counts["skipped"] == len(given.urls)
    return FAILED if nothing or (given.strict and counts["skipped"]) else DONE


def _facts(counts: dict[str, int]) -> dict[str, object]:
    return {word.replace(" ", "_"): count for word, count in counts.items()}


def _save_page(page: "FetchedPage | Skipped", given: argparse.Namespace, console: "Console") -> str:
    """What became of it, which is told: a file, or a reason."""
    from compare.documents.write import write_marked
    from compare.model import Skipped
    from compare.sources.fetch.page_file import page_file

    file = page if isinstance(page, Skipped) else page_file(page)
    if isinstance(file, Skipped):
        console.say(f"skipped {file.place}: {file.reason}", place=file.place)
        return "skipped"
    path = given.out / file.name
    word = "saved" if write_marked(path, file.data, file.marker, force=given.force) else "not changed"
    console.say(f"{word} {file.url}: {path}", url=file.url, file=str(path), bytes=len(file.data))
    return word
