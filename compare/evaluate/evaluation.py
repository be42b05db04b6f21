"""Gold folder and paths of documents -> every story scored, and what was left out with the reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from compare.errors import InputError
from compare.evaluate.fact_misses import fact_misses
from compare.evaluate.find_documents import FoundDocument, LoadDocument, find_documents
from compare.evaluate.gold import GoldStory, place_labels, read_gold
from compare.evaluate.measures import Figures, figures_of, sum_figures, with_facts
from compare.evaluate.misses import Miss, misses_of
from compare.evaluate.score_document import score_document
from compare.evaluate.score_facts import score_facts
from compare.model import Skipped

_UNKNOWN = "unknown"
_SHOWN_REASONS = 3


@dataclass(frozen=True, slots=True)
class ScoredStory:
    """One story: its figures and misses; ``language`` joins those of its articles (``vi``, ``en``, ``en+vi``)."""

    story: str
    language: str
    gold: str  # name of the file
    document: str  # where it was found
    figures: Figures
    misses: tuple[Miss, ...]
    fact_slots: Mapping[str, tuple[int, int]] = field(default_factory=dict)  # pairs of articles that facts of a slot say, and right ones


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Stories in order of their gold files; ``skipped`` are gold files, stories and documents that could not be scored."""

    stories: tuple[ScoredStory, ...]
    skipped: tuple[Skipped, ...]

    @property
    def total(self) -> Figures:
        """All stories together."""
        return sum_figures(scored.figures for scored in self.stories)

    @property
    def languages(self) -> dict[str, Figures]:
        """The stories of each language together."""
        names = sorted({scored.language for scored in self.stories})
        return {name: sum_figures(scored.figures for scored in self.stories if scored.language == name) for name in names}

    @property
    def fact_slots(self) -> dict[str, tuple[int, int]]:
        """Pairs of articles that disputed facts of a slot say in all stories, and the right ones among them."""
        counts: dict[str, tuple[int, int]] = {}
        for slot, (said, right) in (item for scored in self.stories for item in scored.fact_slots.items()):
            before = counts.get(slot, (0, 0))
            counts[slot] = (before[0] + said, before[1] + right)
        return dict(sorted(counts.items()))


def evaluate(gold: Path, paths: Sequence[Path], load: LoadDocument) -> Evaluation:
    """Score the documents under ``paths`` (the gold folder, if there are none) against the labelled stories.

    A story's document is the one with most of the labelled articles. ``InputError`` if nothing at all can be scored.
    """
    stories, unread = read_gold(gold)
    wanted = frozenset(article for story in stories for article in story.articles)
    found, unloaded = find_documents(paths or [gold], wanted, load)
    matched = [(story, _document_of(story, found)) for story in stories]
    scored = [_scored(story, document) for story, document in matched]
    used = [document for _, document in matched if document]
    skipped = (
        *unread,
        *unloaded,
        *(item for item in scored if isinstance(item, Skipped)),
        *(Skipped(item.place, "has no labelled story; its claims are not scored") for item in found if item not in used),
    )
    done = tuple(item for item in scored if isinstance(item, ScoredStory))
    if not done:
        raise InputError(str(gold), f"nothing could be scored ({_reasons(skipped)})", "see `tellings evaluate --help`")
    return Evaluation(done, skipped)


def _reasons(skipped: Sequence[Skipped]) -> str:
    named = [f"{item.place}: {item.reason}" for item in skipped[:_SHOWN_REASONS]]
    return " | ".join([*named, f"and {len(skipped) - len(named)} more"] if len(skipped) > len(named) else named)


def _document_of(story: GoldStory, found: Sequence[FoundDocument]) -> FoundDocument | None:
    """The document with most of the story's articles, of equals the first."""

    def common(item: FoundDocument) -> int:
        return len(story.articles & {article["id"] for article in item.document["articles"]})

    best = max(found, key=common, default=None)
    return best if best and common(best) else None


def _scored(story: GoldStory, found: FoundDocument | None) -> ScoredStory | Skipped:
    if found is None:
        return Skipped(story.place, f"no document has an article of {story.story}; compare its articles and name the result with --docs")
    articles = found.document["articles"]
    groups = place_labels(story, {article["id"]: article["text"] for article in articles})
    if isinstance(groups, Skipped):
        return groups
    outcome = score_document(groups, found.document)
    facts = score_facts(story.groups, found.document)
    language = "+".join(sorted({article["language"] or _UNKNOWN for article in articles}))
    return ScoredStory(
        story=story.story,
        language=language,
        gold=story.place,
        document=found.place,
        figures=with_facts(figures_of(outcome), facts),
        misses=(*fact_misses(story.story, story.groups, found.document, facts), *misses_of(story.story, outcome)),
        fact_slots=facts.slots,
    )
