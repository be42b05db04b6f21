"""Small stories for the tests of facts: one text an article -> the facts that are found."""

from collections.abc import Sequence

from compare.claims.claim_groups import claim_groups
from compare.facts.find_facts import find_facts
from compare.model import Article, ArticleId, ClaimGroup, Credits, Published
from compare.reading.read_article import read_article
from compare.settings import ClaimSettings, ReadingSettings
from compare.story_result import Fact

DAY = Published("2024-05-13", "day", "metadata")
Shown = tuple[str, str, str, tuple[tuple[str, str], ...]]


def facts(language: str, *texts: str, published: Sequence[Published | None] = (), outlets: Sequence[str] = ()) -> tuple[Fact, ...]:
    """The facts of a story of articles called a, b, c …; all of one day and each of an outlet of its own, unless said otherwise."""
    return facts_and_claims(language, *texts, published=published, outlets=outlets)[0]


def facts_and_claims(
    language: str, *texts: str, published: Sequence[Published | None] = (), outlets: Sequence[str] = ()
) -> tuple[tuple[Fact, ...], tuple[ClaimGroup, ...]]:
    """The facts of such a story, and its claims before they are given them."""
    days = list(published) or [DAY] * len(texts)
    names = list(outlets) or [f"Outlet {name}" for name in "abcdefghij"]
    articles = [
        Article(ArticleId(name), outlet, text, f"{name}.txt", "0" * 64, published=day, language=language, credits=Credits())
        for name, outlet, text, day in zip("abcdefghij", names, texts, days, strict=False)
    ]
    readings = [read_article(article, ReadingSettings()) for article in articles]
    groups = claim_groups(readings, ClaimSettings()).groups
    return find_facts(readings, groups, ClaimSettings().same_wording), groups


def shown(found: Sequence[Fact]) -> list[Shown]:
    """Slot, what it is about, state, and the values as printed with the articles that give them, in order of the values."""
    return [
        (f.slot, f.about, f.state, tuple(sorted((v.display, "".join(sorted({s.article for s in v.said}))) for v in f.values)))
        for f in found
    ]
