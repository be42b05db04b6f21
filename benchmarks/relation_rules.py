"""Labelled stories and the archives they are from -> what each rule of a conflict adds: disputes, and conflicts that the labels call right.

    python benchmarks/relation_rules.py ../shared/data

Every story is compared once. Then the claims in which something clashed are related again without one rule at a time. A rule that adds
nothing here may still be needed: real stories hold few altered figures, and what reprints alter is made up in the tests. What two rules see
at one place neither of them adds.
"""

import argparse
import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from compare.claims import claim_groups, relate, rules, slot_clashes
from compare.claims.claim_context import NearMiss
from compare.claims.unsettled_clashes import OneClaim
from compare.documents.to_document import to_document
from compare.documents.write import as_json
from compare.evaluate.evaluation import evaluate
from compare.evaluate.gold import read_gold
from compare.model import ArticleId, Claim, ClaimGroup, Evidence, Published
from compare.pipeline import compare_story, stories
from compare.settings import Settings
from compare.sources.read_inputs import read_inputs
from compare.story_result import Comparison

ARTICLES = ("vims/articles.jsonl", "gold/basil_articles.jsonl")
# The module that walks each table, and the name under which it does.
WALKED = ((rules, "IN_NEAR_COPIES"), (slot_clashes, "BETWEEN_TWO_SENTENCES"), (relate, "BETWEEN_ALL_SENTENCES"))

Related = tuple[Sequence[Claim], Mapping[ArticleId, Published | None], frozenset[tuple[Claim, Claim]]]


@dataclass(frozen=True, slots=True)
class Measured:
    """What is said of all stories, and of the labelled ones."""

    disputes: int
    said: int
    right: int


def main() -> None:
    """Print a line a rule."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    made = list(compared(data))
    whole = measured(made, data)
    print(f"{'rule':34} {'disputes':>9} {'conflicts said':>15} {'right':>6}")
    print(f"{'all of them':34} {whole.disputes:9} {whole.said:15} {whole.right:6}", flush=True)
    for module, table in WALKED:
        rows = getattr(module, table)
        for at, rule in enumerate(rows):
            setattr(module, table, (*rows[:at], *rows[at + 1 :]))
            less = measured(made, data)
            setattr(module, table, rows)
            name = rule.ask.__name__
            print(f"{name:34} {whole.disputes - less.disputes:9} {whole.said - less.said:15} {whole.right - less.right:6}", flush=True)


def compared(data: Path) -> Iterator[tuple[Comparison, dict[str, Related]]]:
    """Each story with what its relations were told of, by claim."""
    related_by_claim: dict[str, Related] = {}
    true_relate = relate.relate

    def kept(
        members: Sequence[Claim], published: Mapping[ArticleId, Published | None], near_miss: NearMiss, one_claim: OneClaim
    ) -> relate.Relations:
        sure = frozenset((a, b) for a in members for b in members if one_claim(a, b))
        related_by_claim[claim_groups.claim_id(members)] = (members, published, sure)
        return true_relate(members, published, near_miss, one_claim)

    claim_groups.relate = kept
    for name in ARTICLES:
        for story, articles in stories(read_inputs([str(data / name)], Settings().input).articles):
            related_by_claim.clear()
            yield compare_story(story, articles, [], Settings()), dict(related_by_claim)


def measured(made: Sequence[tuple[Comparison, dict[str, Related]]], data: Path) -> Measured:
    """What the rules as they stand say."""
    again = [
        replace(story, groups=tuple(related(group, related_by_claim[group.id]) for group in story.groups))
        for story, related_by_claim in made
    ]
    wanted = frozenset(article for story in read_gold(data / "gold")[0] for article in story.articles)
    labelled = [story for story in again if any(reading.article.id in wanted for reading in story.readings)]
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{at}.json" for at in range(len(labelled))]
        for path, story in zip(paths, labelled, strict=True):
            path.write_text(as_json(to_document(story, "", "1970-01-01T00:00:00Z")), encoding="utf-8")
        total = evaluate(data / "gold", paths, read_json).total
    return Measured(sum(len(group.disputes) for story in again for group in story.groups), total.conflicts_said, total.conflicts_right)


def related(group: ClaimGroup, inputs: Related) -> ClaimGroup:
    """The claim with its relations told anew, if anything clashed in it."""
    if not any(relation.kind == "conflicts" or relation.evidence[0].check == "update" for relation in group.relations):
        return group
    members, published, sure = inputs
    silent: dict[ArticleId, Evidence] = {relation.source: relation.evidence[0] for relation in group.relations}
    found = relate.relate(members, published, silent.__getitem__, lambda a, b: (a, b) in sure)
    return replace(group, relations=found.relations, disputes=found.disputes)


def read_json(path: Path) -> dict[str, Any]:
    """One document."""
    return dict(json.loads(path.read_text(encoding="utf-8")))


if __name__ == "__main__":
    main()
