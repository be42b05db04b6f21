"""Articles whose ids may repeat -> articles with ids of their own, and the records that had to go."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from compare.model import Article, ArticleId, Skipped
from compare.text.tokens import checksum


def first_of_each(records: Sequence[tuple[str, Article]]) -> tuple[list[Article], list[Skipped]]:
    """Records keep their ids as given, so a second one of an id is skipped and names the place of the first."""
    first: dict[ArticleId, str] = {}
    kept, repeated = [], []
    for place, article in records:
        if article.id in first:
            repeated.append(Skipped(place, f"has the id {article.id!r} of {first[article.id]}; give each article its own"))
        else:
            first[article.id] = place
            kept.append(article)
    return kept, repeated


def with_unique_ids(files: Sequence[Article], given: Sequence[Article]) -> list[Article]:
    """Equal files of one name all get a checksum of their origin behind the id, and a number if even that is the same."""
    taken = {article.id for article in given}
    often = Counter([*taken, *(article.id for article in files)])
    articles = []
    for article in files:
        new = article.id
        if often[new] > 1:
            new = ArticleId(f"{article.id}-{checksum(article.origin)[:8]}")
        number = 1
        while new in taken:
            number += 1
            new = ArticleId(f"{article.id}-{checksum(article.origin)[:8]}-{number}")
        taken.add(new)
        articles.append(replace(article, id=new))
    return articles
