"""The command `tellings index add`: articles -> an index that holds their paragraphs, and what was added in one line."""

import argparse
from collections.abc import Mapping
from dataclasses import asdict
from itertools import chain
from typing import TYPE_CHECKING

from compare.commands.index_batches import article_batches, index_settings, kernels_so_far
from compare.commands.outcome import DONE, FAILED
from compare.errors import IndexFolderError

if TYPE_CHECKING:
    from compare.model import Skipped
    from compare.system.console import Console


def add_articles(given: argparse.Namespace, console: "Console") -> int:
    """Add article by article batch; what was added before a failure stays, and the error says so."""
    from compare.duplicates.index.grow_clusters import AddCounts
    from compare.duplicates.index.new_articles import new_paragraphs, split_known
    from compare.duplicates.index.writer import open_writer
    from compare.system.console import counted

    settings, wanted = index_settings(given, console)
    skipped: list[Skipped] = []
    batches = article_batches(given, settings, skipped, console)
    first = next(batches)  # without an article no index is made
    done, known, later, added = AddCounts(), 0, 0, 0
    with open_writer(given.index, wanted) as writer:
        try:
            for batch in chain([first], batches):
                divided = split_known(writer.index, batch)
                new = new_paragraphs(divided.new)
                counts_of_batch = writer.add(new, kernels_so_far(settings, done.paragraphs, new))
                done, known, later = done.plus(counts_of_batch), known + len(divided.known), later + divided.later_versions
                added += len(divided.new)
                console.say(f"added and on the disk: {counted(done.paragraphs, 'paragraph')}", paragraphs=done.paragraphs)
                writer.join_due()
        except IndexFolderError as error:
            raise _kept_so_far(error, done.paragraphs, added) from error
        total = writer.index.paragraph_count
    counts = {**asdict(done), "articles": added, "known_articles": known, "later_versions": later, "total": total}
    console.result(_summary(counts), **counts)
    return FAILED if given.strict and skipped else DONE


def _kept_so_far(error: IndexFolderError, paragraphs: int, articles: int) -> IndexFolderError:
    """An add or a join that fails takes nothing back of what was acknowledged, and its message says so."""
    from compare.system.console import counted

    if not articles:
        return error
    kept = f"{counted(paragraphs, 'paragraph')} of {counted(articles, 'article')} added before, kept on the disk"
    again = "a second run leaves out what is there already"
    return type(error)(error.place, error.problem, f"{error.remedy.removesuffix('; the index is as it was')}; {kept}; {again}")


def _summary(counts: Mapping[str, int]) -> str:
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
