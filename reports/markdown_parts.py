"""What the sections of the Markdown report are put together from: names of sources, bold words, lists, rows of tables."""

from collections.abc import Iterable, Sequence

from reports.claim_standings import name_of
from reports.labels import Column
from reports.markdown_escape import escape
from reports.report_words import Words


def source_name(column: Column) -> str:
    """``B2 The Harbour Post``, escaped."""
    return escape(name_of(column))


def bold(text: str, words: Words) -> str:
    """Bold; four asterisks around nothing would be a line across the page."""
    shown = escape(text)
    return f"**{shown}**" if shown else words.say("(no words)")


def heading(text: str) -> str:
    """Of a section; those of the claims and sources in it stand below."""
    return f"## {text}"


def bullet_list(items: Iterable[str], indent: str = "") -> str:
    """One item a line."""
    return "\n".join(f"{indent}- {item}" for item in items)


def table(head: Sequence[str], aligned: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table as GitHub reads it; ``aligned`` has ``---`` or ``--:`` a column."""
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, aligned, *rows))
