"""Arguments of `tellings index add` and `query` -> articles in batches, the settings of the index, and kernels that suit their number."""

import argparse
import sys
from collections.abc import Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from compare.commands.arguments import settings_file, settings_of
from compare.commands.outcome import MOST_SKIPPED

if TYPE_CHECKING:
    from compare.duplicates.index.new_articles import NewParagraphs
    from compare.duplicates.kernels.kernel_protocol import Kernels
    from compare.model import Article, Skipped
    from compare.settings import DuplicateSettings, Settings
    from compare.system.console import Console


_BATCH_PARAGRAPHS = 100_000  # paragraphs added or queried together: what is in memory at once, some 2 kB each


def article_batches(
    given: argparse.Namespace, settings: "Settings", skipped: "list[Skipped]", console: "Console"
) -> "Iterator[list[Article]]":
    """Articles with about ``_BATCH_PARAGRAPHS`` paragraphs together, or one that has more; what is left out goes to ``skipped``.

    ``InputError`` if there is no article at all.
    """
    from compare.model import Skipped
    from compare.sources.read_inputs import Intake, require_articles
    from compare.sources.whole_articles import whole_articles

    batch: list[Article] = []
    paragraphs = batches = 0
    stdin = sys.stdin.buffer if "-" in given.inputs else None
    with console.counting("names looked at") as (progress,):
        items = whole_articles(given.inputs, settings.input, stdin, progress)
        ahead = list(islice(items, 1))  # with the first of them, all names were looked at
    for item in chain(ahead, items):
        if isinstance(item, Skipped):
            skipped.append(item)
            if len(skipped) <= MOST_SKIPPED:
                console.say(f"skipped {item.place}: {item.reason}", place=item.place)
            continue
        batch.append(item)
        paragraphs += item.text.count("\n") + 1
        if paragraphs >= _BATCH_PARAGRAPHS:
            yield batch
            batch, paragraphs, batches = [], 0, batches + 1
    if batch or not batches:
        yield list(require_articles(Intake(tuple(batch), tuple(skipped))))
    if len(skipped) > MOST_SKIPPED:
        console.say(f"skipped {len(skipped) - MOST_SKIPPED} more", skipped=len(skipped))


def kernels_so_far(settings: "Settings", before: int, new: "NewParagraphs") -> "Kernels":
    """Chosen by the paragraphs of all batches so far: many small batches are many paragraphs."""
    from compare.duplicates.kernels.choose_kernels import kernels_for

    return kernels_for(before + len(new.texts), settings.duplicates)


def index_settings(given: argparse.Namespace, console: "Console") -> "tuple[Settings, DuplicateSettings | None]":
    """All settings, and those that the index has to have if they come from a file."""
    settings = settings_of(given, console)
    return settings, settings.duplicates if settings_file(given) else None
