"""What a user of the library writes, for the type checker: it is read, never run."""

from typing import assert_type

from compare.model import Article, ArticleId, Cluster, Number, Relation, RelationKind, Span
from compare.settings import DuplicateSettings, Settings, from_mapping, table
from compare.story_result import Comparison

span = Span(0, 12)
article = Article(id=ArticleId("a1"), outlet="Báo Mẫu Một", text="Cầu đã thông xe.", origin="mot.txt", sha256="0" * 64)

assert_type(span.of(article.text), str)
assert_type(span.shifted(3), Span)
assert_type(article.title, str | None)
assert_type(article.credits.agencies, tuple[str, ...])


def conflicting(comparison: Comparison) -> list[Relation]:
    """Every relation that is a conflict, over all groups."""
    return [relation for group in comparison.groups for relation in group.relations if relation.kind == "conflicts"]


def kinds(comparison: Comparison) -> set[RelationKind]:
    """Relations that occur."""
    return {relation.kind for group in comparison.groups for relation in group.relations}


def first_publishers(clusters: tuple[Cluster, ...]) -> list[ArticleId | None]:
    """Who had each text first."""
    return [cluster.first for cluster in clusters]


assert_type(Number(Span(0, 2), "14", (14.0,)).values, tuple[float, ...])
assert_type(from_mapping({"claims": {"threshold": 0.6}}, "here"), Settings)
assert_type(Settings(duplicates=DuplicateSettings(bands=32)).duplicates.bands, int)
assert_type([row.name for row in table()], list[str])

Span(0)  # pyright: ignore[reportCallIssue] - a span has two ends
article.text = "changed"  # pyright: ignore[reportAttributeAccessIssue] - data is frozen
