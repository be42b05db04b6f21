"""The whole story on one screen: articles -> readings -> duplicates -> claims -> facts -> comparison."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from compare.claims.claim_groups import by_importance, claim_groups
from compare.duplicates.find_clusters import find_clusters
from compare.duplicates.kernels.choose_kernels import kernels_for
from compare.facts.claim_relations import with_facts
from compare.facts.entities import find_entities
from compare.facts.find_facts import OwnTables, find_facts
from compare.facts.other_events import main_day, other_events
from compare.faults import fault_of, skipped_by_fault
from compare.model import Article, ClaimGroup, Fault, Links, Reading, Skipped
from compare.reading.read_article import read_article
from compare.settings import Settings, as_document
from compare.story_result import Comparison, Entity, Fact, OtherEvent
from compare.text.invisible import visible_text
from compare.text.tokens import words

# What reviewers decided on pairs of sentences of these articles.
DecideLinks = Callable[[Sequence[Article]], Links]

# Settings that change nothing in a comparison: those of grouping are recorded where they were used.
_NOT_COMPARISON_SETTINGS = ("stories", "faults")
_WITHOUT_FACTS = "the facts of the story were not found: a fault of tellings ({kind}); see fault.txt"
# The story of articles that name none.
UNNAMED = "story"


def articles_by_story(articles: Sequence[Article]) -> list[tuple[str, list[Article]]]:
    """Articles by story, both sorted; articles without a story form one."""

    def name(article: Article) -> str:
        return article.story or UNNAMED

    ordered = sorted(articles, key=lambda article: (name(article), article.id))
    return [(story, list(group)) for story, group in groupby(ordered, key=name)]


def compare_story(
    story: str, articles: Sequence[Article], skipped: Sequence[Skipped], settings: Settings, *, decide: DecideLinks | None = None
) -> Comparison:
    """One comparison; equal articles, settings and decisions give an equal value, in whatever order the articles come.

    An article or a claim on which an unexpected error is met costs no other one anything: it stands in ``faults``.
    """
    own = settings.words
    readings, left = _readings(articles, settings)
    texts = [
        (paragraph, visible_text(paragraph.span.of(reading.article.text)).text) for reading in readings for paragraph in reading.paragraphs
    ]
    clusters = find_clusters(texts, {r.article.id: r.article.published for r in readings}, settings.duplicates)
    links = decide([reading.article for reading in readings]) if decide else None
    claims = claim_groups(readings, settings.claims, own.synonyms, settings.input.outlets, links=links)
    found = _facts(story, readings, claims.groups, settings)
    return Comparison(
        story=story,
        title=_title(readings),
        readings=tuple(readings),
        clusters=clusters,
        groups=found.groups,
        possibly_related=claims.possibly_related,
        only_one_source=claims.only_one_source,
        skipped=tuple(sorted([*skipped, *map(skipped_by_fault, left)], key=lambda s: (s.place, s.reason))),
        warnings=(
            *(warning for r in readings for warning in r.warnings),
            *claims.warnings,
            *(_WITHOUT_FACTS.format(kind=fault.kind) for fault in found.faults),
        ),
        settings={part: values for part, values in as_document(settings).items() if part not in _NOT_COMPARISON_SETTINGS},
        kernels=kernels_for(len(texts), settings.duplicates).NAME,
        facts=found.facts,
        day=found.day.isoformat() if found.day else None,
        other_events=found.other_events,
        entities=found.entities,
        faults=(*left, *claims.faults, *found.faults),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """What a story says slot by slot, its claims by that, and the fault for which there is nothing of it: claims then stand as they are."""

    groups: tuple[ClaimGroup, ...]
    facts: tuple[Fact, ...] = ()
    entities: tuple[Entity, ...] = ()
    day: date | None = None
    other_events: tuple[OtherEvent, ...] = ()
    faults: tuple[Fault, ...] = ()


def _facts(story: str, readings: Sequence[Reading], groups: Sequence[ClaimGroup], settings: Settings) -> _Facts:
    try:
        entities, day = find_entities(readings), main_day(readings)
        own = OwnTables(outlets=settings.input.outlets, slots=settings.facts.slots)
        facts = find_facts(readings, groups, settings.claims.same_wording, own, entities=entities)
        return _Facts(
            groups=tuple(sorted(with_facts(groups, facts), key=by_importance)),
            facts=facts,
            entities=entities.shown({fact.entity for fact in facts}),
            day=day,
            other_events=other_events(readings, day),
        )
    except Exception as error:  # noqa: BLE001 - the edge of one story's facts: see compare.faults
        return _Facts(groups=tuple(groups), faults=(fault_of(error, "finding the facts of a story", story),))


def _readings(articles: Sequence[Article], settings: Settings) -> tuple[list[Reading], list[Fault]]:
    """In the order of the report, and the faults for which articles are left out of it."""
    readings: list[Reading] = []
    faults: list[Fault] = []
    for article in articles:
        try:
            readings.append(read_article(article, settings.reading, settings.words.aliases, settings.input.outlets))
        except Exception as error:  # noqa: BLE001 - the edge of one article: see compare.faults
            faults.append(fault_of(error, "reading an article", article.origin))
    return sorted(readings, key=_reading_order), faults


def _reading_order(reading: Reading) -> tuple[str, str]:
    return reading.article.outlet.casefold(), reading.article.id


def _title(readings: Sequence[Reading]) -> str:
    """The title whose words most other titles share; of equals the shortest, then the first in the alphabet."""
    titles = sorted({reading.article.title for reading in readings if reading.article.title})
    if not titles:
        return readings[0].article.outlet if readings else ""
    sets = {title: frozenset(words(title)) for title in titles}

    def shared(title: str) -> float:
        return sum(len(sets[title] & sets[other]) / max(1, len(sets[title] | sets[other])) for other in titles if other != title)

    return min(titles, key=lambda title: (-shared(title), len(title), title))
