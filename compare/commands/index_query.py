"""The command `tellings index query`: articles and an index -> where their paragraphs have stood before."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any

from compare.commands.index_batches import article_batches, index_settings, kernels_so_far
from compare.commands.outcome import DONE, FAILED
from compare.publication import value_with_zone

if TYPE_CHECKING:
    from compare.duplicates.index.new_articles import NewParagraphs
    from compare.duplicates.index.open_index import Index
    from compare.duplicates.index.query import Answer
    from compare.duplicates.index.stored_paragraphs import StoredPlace
    from compare.model import Skipped
    from compare.system.console import Console


def query_index(given: argparse.Namespace, console: "Console") -> int:
    """Print where each paragraph stood before, as text or as JSON lines; nothing is written."""
    from compare.duplicates.index.header import require_equal
    from compare.duplicates.index.new_articles import new_paragraphs
    from compare.duplicates.index.open_index import damage_reported, open_and_check
    from compare.duplicates.index.query import find_matches
    from compare.system.console import counted

    settings, wanted = index_settings(given, console)
    index = open_and_check(given.index, settings.duplicates)
    if wanted:
        require_equal(index.manifest.header, wanted, str(given.index))
    skipped: list[Skipped] = []
    asked = found = 0
    for batch in article_batches(given, settings, skipped, console):
        queried = new_paragraphs(batch)
        with damage_reported(index):
            answers = find_matches(index, queried, kernels_so_far(settings, asked, queried), given.most)
        asked, found = asked + len(answers), found + sum(bool(answer.matches) for answer in answers)
        for line in _json_lines(queried, answers) if given.format == "json" else _readable_matches(index, queried, answers):
            print(line)
    console.say(f"stood before: {found} of {counted(asked, 'paragraph')}", asked=asked, found=found)
    return FAILED if given.strict and skipped else DONE


def _json_lines(queried: "NewParagraphs", answers: "Sequence[Answer]") -> Iterator[str]:
    """JSON in ASCII, which every terminal and pipe takes."""
    for at, answer in enumerate(answers):
        if answer.matches:
            value = {
                "article": queried.articles[queried.article[at]].id,
                "start": int(queried.start[at]),
                "end": int(queried.end[at]),
                "matches": _matches_as_json(answer),
                "more": answer.more,
            }
            yield json.dumps(value, allow_nan=False)


def _matches_as_json(answer: "Answer") -> list[dict[str, Any]]:
    return [
        place_as_json(match.place) | {"jaccard": match.jaccard, "containment": match.containment, "cluster": match.cluster}
        for match in answer.matches
    ]


def _readable_matches(index: "Index", queried: "NewParagraphs", answers: "Sequence[Answer]") -> Iterator[str]:
    """What a person reads, an empty line behind each finding."""
    import numpy as np

    from compare.duplicates.index.stored_paragraphs import read_texts
    from reports.seen_paragraphs_plain import seen_plain

    if isinstance(sys.stdout, TextIOWrapper):  # an article's words must not end the run where the terminal cannot show them
        sys.stdout.reconfigure(errors="backslashreplace")
    for at, answer in enumerate(answers):
        if answer.matches:
            texts = read_texts(index, np.array([match.number for match in answer.matches], dtype=np.int64))
            matches = [match | {"text": texts[place]} for place, match in enumerate(_matches_as_json(answer))]
            yield seen_plain(queried.texts[at], queried.articles[queried.article[at]].id, matches, answer.more) + "\n"


def place_as_json(place: "StoredPlace") -> dict[str, Any]:
    """A place as JSON; its date as it was printed, with the zone that it names."""
    return asdict(place) | {"published": value_with_zone(place.published) if place.published else None}
