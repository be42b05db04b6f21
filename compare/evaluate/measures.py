"""The outcome of a story -> its figures; figures of several stories -> those of all; a share of nothing is 0."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace

from compare.evaluate.score_document import Outcome
from compare.evaluate.score_facts import FactOutcome

# As labelled and as said, the kinds of relation that an article with a member can have.
KINDS = ("agrees", "adds_detail", "conflicts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Counts, and the shares that follow from them; ``relations`` counts (as labelled, as said)."""

    pairs_gold: int = 0
    pairs_right: int = 0
    pairs_wrong: int = 0
    groups_gold: int = 0
    groups_found: int = 0
    conflicts_true: int = 0
    conflicts_said: int = 0
    conflicts_right: int = 0
    facts_said: int = 0  # pairs of articles, as ``score_facts`` counts them
    facts_right: int = 0
    facts_labelled: int = 0
    facts_found: int = 0
    disputes_met: int = 0  # labelled disputes that some fact meets
    facts_meeting: int = 0  # facts, once for each dispute that they meet
    relations: Mapping[tuple[str, str], int] = field(default_factory=dict)

    @property
    def pair_precision(self) -> float:
        """Share of the pairs said that are labelled."""
        return self.pairs_right / max(1, self.pairs_right + self.pairs_wrong)

    @property
    def pair_recall(self) -> float:
        """Share of the labelled pairs that are said."""
        return self.pairs_right / max(1, self.pairs_gold)

    @property
    def pair_f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.pair_precision + self.pair_recall
        return 2 * self.pair_precision * self.pair_recall / both if both else 0.0

    @property
    def relations_all(self) -> int:
        """Relations said of an article that has a label in the nearest group."""
        return sum(self.relations.values())

    @property
    def relations_right(self) -> int:
        """Those of them that say what the label says."""
        return sum(count for (labelled, said), count in self.relations.items() if labelled == said)

    @property
    def relation_accuracy(self) -> float:
        """Share of them."""
        return self.relations_right / max(1, self.relations_all)

    @property
    def conflict_precision(self) -> float:
        """Share of the conflicts said that are labelled."""
        return self.conflicts_right / max(1, self.conflicts_said)

    @property
    def fact_precision(self) -> float:
        """Share of the pairs that disputed facts say which are labelled."""
        return self.facts_right / max(1, self.facts_said)

    @property
    def fact_recall(self) -> float:
        """Share of the labelled pairs that disputed facts say."""
        return self.facts_found / max(1, self.facts_labelled)

    @property
    def facts_a_dispute(self) -> float:
        """Facts for one labelled dispute that is met; 1 is each dispute once."""
        return self.facts_meeting / max(1, self.disputes_met)

    @property
    def conflict_recall(self) -> float:
        """Share of the labelled conflicts that are said."""
        return self.conflicts_right / max(1, self.conflicts_true)


def with_facts(figures: Figures, facts: FactOutcome) -> Figures:
    """The counts of one story with those of its disputed facts."""
    return replace(
        figures,
        facts_said=facts.said,
        facts_right=facts.right,
        facts_labelled=facts.labelled,
        facts_found=facts.found,
        disputes_met=facts.met,
        facts_meeting=facts.facts,
    )


def figures_of(outcome: Outcome) -> Figures:
    """The counts of one story."""
    return Figures(
        pairs_gold=len(outcome.right) + len(outcome.missed),
        pairs_right=len(outcome.right),
        pairs_wrong=len(outcome.wrong),
        groups_gold=sum(not group.optional for group in outcome.groups),
        groups_found=len(outcome.found),
        conflicts_true=len(outcome.conflicts),
        conflicts_said=len(outcome.hit) + len(outcome.false),
        conflicts_right=len(outcome.hit),
        relations=Counter((judged.labelled, judged.said) for judged in outcome.relations),
    )


def sum_figures(parts: Iterable[Figures]) -> Figures:
    """The counts of several stories together, every pair of sentences weighing the same."""
    parts = list(parts)
    counts = {row.name: sum(getattr(part, row.name) for part in parts) for row in fields(Figures) if row.name != "relations"}
    return Figures(**counts, relations=sum((Counter(part.relations) for part in parts), Counter[tuple[str, str]]()))
