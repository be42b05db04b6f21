"""A JSONL file of articles with stories -> how many of all exact pairs the clusters hold, and whether every link is true."""

import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from compare.duplicates.find_clusters import find_clusters
from compare.duplicates.shingles import ShingledText, containment, is_near, jaccard, shingle_text
from compare.model import ArticleId, Cluster, Paragraph, Span
from compare.settings import DuplicateSettings

_FLOOR = 0.99  # of all pairs at the Jaccard threshold
_SETTINGS = DuplicateSettings()

_Texts = list[tuple[Paragraph, str]]
_Pair = tuple[Paragraph, Paragraph]


def stories(path: Path) -> list[_Texts]:
    """The lines of each article as paragraphs, a list a story."""
    found: defaultdict[str, _Texts] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        start = 0
        for text in article["text"].split("\n"):
            if text.strip():
                paragraph = Paragraph(ArticleId(article["id"]), Span(start, start + len(text)))
                found[article.get("story") or ""].append((paragraph, text))
            start += len(text) + 1
    return list(found.values())


def exact_pairs(texts: _Texts) -> tuple[set[_Pair], set[_Pair]]:
    """All pairs at the Jaccard threshold, and all others at the containment threshold, by trying every pair."""
    sets = [(paragraph, shingle_text(text, _SETTINGS.shingle_words)) for paragraph, text in texts]
    alike, excerpts = set(), set()
    for (a, one), (b, other) in combinations([entry for entry in sorted(sets, key=_place) if entry[1].shingles], 2):
        if not one.shingles.isdisjoint(other.shingles):
            if jaccard(one, other) >= _SETTINGS.jaccard:
                alike.add((a, b))
            elif is_near(one, other, _SETTINGS):
                excerpts.add((a, b))
    return alike, excerpts


def linked(clusters: Sequence[Cluster]) -> Iterator[_Pair]:
    """The linked paragraphs of all clusters, in order of place."""
    for cluster in clusters:
        yield from ((cluster.members[link.a], cluster.members[link.b]) for link in cluster.links)


def false_links(clusters: Sequence[Cluster], texts: _Texts) -> int:
    """Links that are not near, or whose figures are not those of the two texts."""
    sets = {paragraph: shingle_text(text, _SETTINGS.shingle_words) for paragraph, text in texts}
    wrong = 0
    for cluster in clusters:
        for link in cluster.links:
            a, b = sets[cluster.members[link.a]], sets[cluster.members[link.b]]
            true = abs(jaccard(a, b) - link.jaccard) < 1e-5 and abs(containment(a, b) - link.containment) < 1e-5
            wrong += not (true and is_near(a, b, _SETTINGS))
    return wrong


def main(path: Path) -> int:
    """Print the figures; 1 if recall is below the floor or a link is false."""
    groups = stories(path)
    find_clusters(groups[0], {}, _SETTINGS)  # the first call imports datasketch
    begun = time.perf_counter()
    found = [find_clusters(texts, {}, _SETTINGS) for texts in groups]
    seconds = time.perf_counter() - begun
    links = {pair for clusters in found for pair in linked(clusters)}
    exact = [exact_pairs(texts) for texts in groups]
    alike = set().union(*(pairs for pairs, _ in exact))
    excerpts = set().union(*(pairs for _, pairs in exact))
    wrong = sum(false_links(clusters, texts) for clusters, texts in zip(found, groups, strict=True))
    report = (
        ("stories / paragraphs", f"{len(groups)} / {sum(map(len, groups))}"),
        ("clusters / links", f"{sum(map(len, found))} / {len(links)}"),
        ("pairs at Jaccard found", f"{len(alike & links)} of {len(alike)}"),
        ("pairs at containment alone found", f"{len(excerpts & links)} of {len(excerpts)}"),
        ("false links", str(wrong)),
        ("seconds", f"{seconds:.2f}"),
    )
    sys.stdout.write("".join(f"{name:34}{value}\n" for name, value in report))
    return int(wrong > 0 or len(alike & links) < _FLOOR * len(alike))


def _place(entry: tuple[Paragraph, ShingledText]) -> tuple[str, Span]:
    return entry[0].article, entry[0].span


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
