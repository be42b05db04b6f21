"""A mixed pile of articles -> the same articles by story, each story with a name and with how alike its articles are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from compare.faults import fault_of, skipped_by_fault
from compare.model import Article, ArticleId, Skipped
from compare.publication import time_range
from compare.reading.skim_article import ArticleOutline, outline_of
from compare.settings import Settings, StorySettings
from compare.stories.average_link import mean_similarity, average_link
from compare.stories.pile import Pile, pile_of
from compare.stories.split_pile import split_pile, split_further
from compare.text.tokens import checksum, slug

_LONGEST_SLUG = 60  # letters; with the checksum it is a safe name of a folder
_DIGITS = 10  # of the checksum: two of 10,000 articles of one title share it once in 20,000 piles


@dataclass(frozen=True, slots=True)
class FoundStory:
    """``members`` are in order of date and id, each with the mean of its cosines with the others, ``None`` of one alone."""

    name: str
    members: tuple[tuple[ArticleId, float | None], ...]
    warning: str | None = None  # if the part of the pile that it lies in was too large to be linked at once

    @property
    def similarity(self) -> float | None:
        """Mean over all pairs; ``None`` of one article alone."""
        means = [mean for _, mean in self.members if mean is not None]
        return sum(means) / len(means) if means else None


@dataclass(frozen=True, slots=True)
class Grouping:
    """Every article that is not ``skipped`` once, under the name of the story found for it; stories by name."""

    articles: tuple[Article, ...]
    stories: tuple[FoundStory, ...]
    skipped: tuple[Skipped, ...] = ()  # for an unexpected error

    @property
    def warnings(self) -> tuple[str, ...]:
        """Each once."""
        return tuple(sorted({story.warning for story in self.stories if story.warning}))


def group_stories(articles: Sequence[Article], settings: Settings) -> Grouping:
    """Stories by text and date alone; whatever story an article came with is put aside. Their order changes nothing.

    Each language is a pile of its own: no word links two, and what is rare in one is not made rare by the other's size.
    """
    skimmed, skipped = _outlines(articles, settings)
    found: list[FoundStory] = []
    for language in sorted({article.language for article in skimmed}):
        own = [article for article in skimmed if article.language == language]
        found += _found(own, pile_of(own, settings.words.synonyms), settings.stories)
    found.sort(key=lambda story: story.name)
    given = {article.id: article for article in articles}
    told = (replace(given[member], story=story.name) for story in found for member, _ in story.members)
    return Grouping(tuple(told), tuple(found), tuple(skipped))


def _outlines(articles: Sequence[Article], settings: Settings) -> tuple[list[ArticleOutline], list[Skipped]]:
    skimmed: list[ArticleOutline] = []
    skipped: list[Skipped] = []
    for article in articles:
        try:
            skimmed.append(outline_of(article, settings.input.outlets))
        except Exception as error:  # noqa: BLE001 - the edge of one article: see compare.faults
            skipped.append(skipped_by_fault(fault_of(error, "skimming an article", article.origin)))
    return sorted(skimmed, key=_order), skipped


def _found(articles: Sequence[ArticleOutline], pile: Pile, settings: StorySettings) -> Iterator[FoundStory]:
    for members in split_pile(pile, settings.similarity, settings.window_days):
        within, warning = [np.arange(len(members))], None
        if len(members) > settings.linked_articles:
            within = list(split_further(pile.take(members), settings, settings.similarity))
            warning = (
                f"{len(members)} articles hang together, more than are linked at once (stories.linked_articles): "
                "they were linked in parts, and a story may stand in several"
            )
        for part in within:
            for group in average_link(pile.take(members[part]), settings):
                story = members[part][group]
                yield _story([articles[at] for at in story], mean_similarity(pile.take(story)), warning)


def _story(articles: Sequence[ArticleOutline], means: NDArray[np.float64], warning: str | None) -> FoundStory:
    several = len(articles) > 1
    members = tuple((told.article.id, float(mean) if several else None) for told, mean in zip(articles, means, strict=True))
    return FoundStory(_name(articles[0]), members, warning)


def _name(first: ArticleOutline) -> str:
    """By the first article alone, so that later ones and other stories change nothing."""
    title = slug(first.title or first.article.outlet)[:_LONGEST_SLUG].rstrip("-")
    return f"{title or 'story'}-{checksum(first.article.id)[:_DIGITS]}"


def _order(outline: ArticleOutline) -> tuple[bool, str, str]:
    """By the beginning of its date, articles without one last, then by id."""
    return outline.published is None, time_range(outline.published)[0].isoformat() if outline.published else "", outline.article.id
