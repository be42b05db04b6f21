"""Articles and an index -> for each article where its paragraphs have stood before, as a comparison document says it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from compare.duplicates.index.new_articles import NewParagraphs, new_paragraphs
from compare.duplicates.index.open_index import Index, damage_reported, open_and_check
from compare.duplicates.index.query import Match, find_matches
from compare.duplicates.index.stored_paragraphs import read_texts
from compare.duplicates.kernels.choose_kernels import kernels_for
from compare.model import Article, ArticleId
from compare.publication import value_with_zone
from compare.settings import DuplicateSettings

SeenBefore = Mapping[ArticleId, tuple[Mapping[str, Any], ...]]


def seen_before(folder: Path, articles: Sequence[Article], settings: DuplicateSettings) -> SeenBefore:
    """What is near is decided by the settings that the index was made with; ``settings`` say who computes and how much is shown.

    ``IndexFolderError`` if there is no index, ``DamagedIndexError`` if it is not as it was written.
    """
    index, asked = open_and_check(folder, settings), new_paragraphs(articles)
    found: defaultdict[ArticleId, list[Mapping[str, Any]]] = defaultdict(list)
    with damage_reported(index):
        answers = find_matches(index, asked, kernels_for(len(asked.texts), settings), settings.seen_matches)
        for at, answer in enumerate(answers):
            if answer.matches:
                matches = _matches_as_json(index, answer.matches)
                found[asked.articles[asked.article[at]].id].append({**_place(asked, at), "matches": matches, "more": answer.more})
    return {article: tuple(values) for article, values in found.items()}


def _place(asked: NewParagraphs, at: int) -> dict[str, Any]:
    return {"article": asked.articles[asked.article[at]].id, "start": int(asked.start[at]), "end": int(asked.end[at])}


def _matches_as_json(index: Index, matches: Sequence[Match]) -> list[dict[str, Any]]:
    texts = read_texts(index, np.array([match.number for match in matches], dtype=np.int64))
    return [
        {
            "article": match.place.article,
            "outlet": match.place.outlet,
            "published": value_with_zone(match.place.published) if match.place.published else None,
            "title": match.place.title,
            "url": match.place.url,
            "start": match.place.start,
            "end": match.place.end,
            "text": texts[at],
            "jaccard": match.jaccard,
            "containment": match.containment,
            "cluster": match.cluster,
        }
        for at, match in enumerate(matches)
    ]
