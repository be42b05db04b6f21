"""Clusters of a document -> near-duplicate paragraphs, each with its word differences against the earliest one."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reports.differences import Piece, difference, same_words
from reports.labels import Column, anchor

_HEADING_WORDS = 12
_PAIRS = 12  # of articles that share wording, in the chart


@dataclass(frozen=True, slots=True)
class ParagraphVersion:
    """One paragraph of a cluster; ``pieces`` compare it with the base, which has none."""

    column: Column
    anchor: str
    place: str
    text: str
    pieces: tuple[Piece, ...]
    base: bool
    identical: bool
    same_article: bool  # another paragraph of this article stands before it in the cluster
    mark: str | None
    jaccard: float | None  # of the link to the base; of the closest link where they are not linked
    containment: float | None


@dataclass(frozen=True, slots=True)
class FigureContrast:
    """Numbers or dates in which two linked paragraphs differ."""

    first: Column
    first_says: str
    second: Column
    second_says: str


@dataclass(frozen=True, slots=True)
class DuplicateCluster:
    """One cluster; ``dated`` says that the base is the first publisher, and not just the first in the order of the document."""

    id: str
    heading: str
    language: str
    dated: bool
    versions: tuple[ParagraphVersion, ...]
    contrasts: tuple[FigureContrast, ...]
    articles: int
    marked: bool  # every paragraph is marked as something else than body text


@dataclass(frozen=True, slots=True)
class SharedParagraphs:
    """How many paragraphs two articles share; ``dated`` where ``of`` had them first. ``width`` is out of 1,000."""

    by: Column
    of: Column
    paragraphs: int
    width: int
    dated: bool


def duplicate_clusters(clusters: Sequence[Mapping[str, Any]], columns: Sequence[Column]) -> tuple[DuplicateCluster, ...]:
    """The clusters ``in_order``."""
    by_article = {column.id: column for column in columns}
    return tuple(_copies(cluster, by_article) for cluster in clusters_in_order(clusters))


def clusters_in_order(clusters: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Body text before marked paragraphs, several articles before one, else the order of the document."""

    def rank(cluster: Mapping[str, Any]) -> tuple[bool, int]:
        return _marked(cluster), -_articles(cluster)

    return sorted(clusters, key=rank)


def heading_of(text: str) -> str:
    """The first words of a paragraph, by which it is known."""
    words = text.split()
    return " ".join(words[:_HEADING_WORDS]) + ("…" if len(words) > _HEADING_WORDS else "")


def shared_paragraphs(copies: Sequence[DuplicateCluster]) -> tuple[SharedParagraphs, ...]:
    """Who carries whose wording, the most first; paragraphs that are not body text do not count."""
    shared = Counter(
        (version.column, cluster.versions[0].column, cluster.dated)
        for cluster in copies
        for version in {version.column.id: version for version in cluster.versions[::-1] if not version.mark}.values()
        if version.column != cluster.versions[0].column
    )
    ranked = sorted(shared.items(), key=lambda item: (-item[1], item[0][1].label, item[0][0].label, item[0][2]))
    most = max(shared.values(), default=1)
    return tuple(SharedParagraphs(by, of, count, 1000 * count // most, dated) for (by, of, dated), count in ranked[:_PAIRS])


def _copies(cluster: Mapping[str, Any], columns: Mapping[str, Column]) -> DuplicateCluster:
    members = cluster["members"]
    base = next((n for n, member in enumerate(members) if member["article"] == cluster["first"]), 0)
    order = [base, *(n for n in range(len(members)) if n != base)]
    versions = tuple(_version(n, order, cluster, columns) for n in order)
    return DuplicateCluster(
        id=cluster["id"],
        heading=heading_of(versions[0].text),
        language=versions[0].column.language,
        dated=cluster["first"] is not None,
        versions=versions,
        contrasts=tuple(_contrast(found, members, columns) for found in cluster["differences"]),
        articles=_articles(cluster),
        marked=_marked(cluster),
    )


def _articles(cluster: Mapping[str, Any]) -> int:
    return len({member["article"] for member in cluster["members"]})


def _marked(cluster: Mapping[str, Any]) -> bool:
    return all(member.get("mark") for member in cluster["members"])


def _version(at: int, order: Sequence[int], cluster: Mapping[str, Any], columns: Mapping[str, Column]) -> ParagraphVersion:
    members = cluster["members"]
    member, base = members[at], members[order[0]]
    column, first = columns[member["article"]], columns[base["article"]]
    text = column.text[member["start"] : member["end"]]
    pieces = () if at == order[0] else difference(first.text[base["start"] : base["end"]], text)
    link = _link(at, order[0], cluster["links"])
    return ParagraphVersion(
        column=column,
        anchor=anchor(column.label, "text", member["start"]),
        place=f"{member['start']}–{member['end']}",
        text=text,
        pieces=pieces,
        base=at == order[0],
        identical=at != order[0] and same_words(pieces),
        same_article=any(members[n]["article"] == member["article"] for n in order[: order.index(at)]),
        mark=member.get("mark"),
        jaccard=link["jaccard"] if link else None,
        containment=link["containment"] if link else None,
    )


def _link(at: int, base: int, links: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    if at == base:
        return None
    mine = [link for link in links if at in {link["a"], link["b"]}]
    return max(mine, key=lambda link: (base in {link["a"], link["b"]}, link["jaccard"], link["containment"]), default=None)


def _contrast(found: Mapping[str, Any], members: Sequence[Mapping[str, Any]], columns: Mapping[str, Column]) -> FigureContrast:
    first, second = (columns[members[found[side]]["article"]] for side in "ab")
    return FigureContrast(first, found["says"][0], second, found["says"][1])
