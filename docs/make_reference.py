"""The program's commands, options and settings -> the tables of commands.md and settings.md, between their marks.

    python docs/make_reference.py

What stands between ``<!-- table of NAME -->`` and ``<!-- end -->`` is written anew from the parsers and the settings; all else on a page is
written by hand and left alone. A test holds both pages to what this would write.
"""

import argparse
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from compare.cli import whole_parser
from compare.commands.parser import ExampleParser
from compare.settings import table

HERE = Path(__file__).parent
PAGES = ("commands.md", "settings.md")
_BLOCK = re.compile(r"(?P<begin><!-- table of (?P<name>[a-z]+) -->\n).*?(?P<end><!-- end -->)", re.DOTALL)


def main() -> None:
    """Write the pages that have changed."""
    for name in PAGES:
        page = HERE / name
        page.write_text(with_tables(page.read_text(encoding="utf-8")), encoding="utf-8")


def with_tables(page: str) -> str:
    """The page with the tables as they are now; ``KeyError`` for the mark of a command that there is not."""
    tables = {
        "settings": _settings(),
        **{name: _options(parser) for name, parser in commands(whole_parser()).items() if name != "settings"},
    }
    return _BLOCK.sub(lambda block: f"{block['begin']}{tables[block['name']]}{block['end']}", page)


def commands(parser: ExampleParser) -> Mapping[str, ExampleParser]:
    """The commands right below a parser, by name."""
    return next((action.choices for action in parser._actions if isinstance(action, argparse._SubParsersAction)), {})  # noqa: SLF001 - argparse has no public way


def _settings() -> str:
    rows = (f"| `{row.name}` | `{row.default}` | {row.meaning} |\n" for row in table())
    return f"| setting | default | meaning |\n|---|---|---|\n{''.join(rows)}"


def _options(parser: ExampleParser) -> str:
    """A line an option, as ``--help`` tells it; of a command with commands below it, with those that have the option."""
    below = commands(parser)
    if not below:
        rows = (f"| {shown} | {help_text} |\n" for shown, help_text in _options_with_help(parser))
        return f"| | |\n|---|---|\n{''.join(rows)}"
    of: dict[tuple[str, str], list[str]] = {}
    for name, command in below.items():
        for row in _options_with_help(command):
            of.setdefault(row, []).append(f"`{name}`")
    rows = (f"| {shown} | {', '.join(names)} | {help_text} |\n" for (shown, help_text), names in of.items())
    return f"| | of | |\n|---|---|---|\n{''.join(rows)}"


def _options_with_help(parser: ExampleParser) -> Iterator[tuple[str, str]]:
    for action in parser._actions:  # noqa: SLF001 - argparse has no public way
        if not isinstance(action, argparse._HelpAction):  # noqa: SLF001 - as above
            yield _shown(action), str(action.help)


def _shown(action: argparse.Action) -> str:
    """``INPUT…``, or ``-o DIR``, ``--out DIR``."""
    value = "{" + ",".join(map(str, action.choices)) + "}" if action.choices else str(action.metavar or action.dest)
    value += "…" if action.nargs in ("+", "*") else ""
    if not action.option_strings:
        return f"`{value}`"
    behind = "" if action.nargs == 0 else f" {value}"
    return ", ".join(f"`{name}{behind}`" for name in action.option_strings)


if __name__ == "__main__":
    main()
