"""Articles that name no story -> of how many things they tell, before they are compared as one."""

from collections.abc import Sequence

from compare.claims.subjects import bag_of, subjects
from compare.model import Article
from compare.reading.skim_article import outline_of
from compare.settings import Settings

# Of a larger pile so many are looked at, spread evenly: whether it tells of one thing they say too, in 32 MB.
_MOST = 2000


def count_topics(articles: Sequence[Article], settings: Settings) -> int:
    """0 without an article; 1 if they may be one story. Their order changes nothing. Some 10 ms an article."""
    ordered = sorted(articles, key=lambda article: article.id)
    looked_at = ordered[:: -(-len(ordered) // _MOST) or 1]
    skimmed = [outline_of(article, settings.input.outlets) for article in looked_at]
    bags = [bag_of(told.title, told.body, told.language, settings.words.synonyms) for told in skimmed]
    return len(subjects(bags, settings.claims.subject))
