"""Decisions kept when a fifth more articles come: articles of ten stories held back, the rest reviewed, then all compared again.

    python benchmarks/review_rerun.py ../shared/data/vims/articles.jsonl [--stories 10] [--seed 1]

A made-up reviewer confirms, splits, moves, merges, rejects, relabels, words and judges claims at random, takes some of it back, and does
the same with clusters. The engine then compares all articles with those decisions, and a review is opened on the outcome. Kept is a
decision whose passages were all found and that holds: pairs together or apart as was last said, relations and verdicts on the claim that
holds most of those passages. Then every text is changed at random, and no anchor may be found where its words do not stand.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations, count
from pathlib import Path

from compare.documents.to_document import to_document
from compare.model import Article, Passage, RelationKind
from compare.pipeline import articles_by_story, compare_story
from compare.review import actions
from compare.review.actions import DecisionContext
from compare.review.anchors import Anchor, Found, anchor_of, locate, make_field_text, texts_by_field
from compare.review.events import About, Event, Kind, Verdict, active_events, next_undo
from compare.review.link_decisions import links_of
from compare.review.regroup import PassageSet
from compare.review.review_run import Run
from compare.review.review_state import ReviewState, review_state
from compare.review.reviewed_document import reviewer_links
from compare.settings import Settings
from compare.sources.read_inputs import read_inputs

_HELD_BACK = 0.2
_DECISIONS = 30
_AT = "2026-01-01T00:00:00+00:00"


def main() -> None:
    """Print how many decisions were kept, and how many anchors were moved without a word."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--stories", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    large_stories = [(s, a) for s, a in articles_by_story(read_inputs([str(given.articles)], Settings().input).articles) if len(a) >= 5]
    chosen = large_stories[:: max(1, len(large_stories) // given.stories)][: given.stories]
    kept: Counter[str] = Counter()
    for story, articles in chosen:
        kept.update(_story(story, articles, random.Random(f"{given.seed}{story}")))  # noqa: S311 - a repeatable reviewer
    print(f"{len(chosen)} stories: " + ", ".join(f"{name} {number}" for name, number in sorted(kept.items())))


def _story(story: str, articles: Sequence[Article], dice: random.Random) -> Counter[str]:
    held_back = set(dice.sample(range(len(articles)), max(1, round(_HELD_BACK * len(articles)))))
    first = _run(story, [article for at, article in enumerate(articles) if at not in held_back], ())
    events = _reviewed(first, dice)
    again = _run(story, articles, tuple(events))
    counted = _kept(review_state(first, events), review_state(again, events), events)
    counted.update(_mutated(first, dice))
    return counted


def _run(story: str, articles: Sequence[Article], events: tuple[Event, ...]) -> Run:
    comparison = compare_story(story, articles, [], Settings(), partial(reviewer_links, events=events) if events else None)
    return Run(json.loads(json.dumps(to_document(comparison, "1", _AT))))


@dataclass(frozen=True)
class _Choice:
    """What one action is about: a group, some of it, another group, and the act that an undo would undo."""

    context: DecisionContext
    members: PassageSet
    some: PassageSet
    other: PassageSet
    undone: str | None
    dice: random.Random


_ACTIONS: Mapping[str, Callable[[_Choice], list[Event]]] = {
    "confirm": lambda c: actions.confirm(c.context, c.members),
    "reject": lambda c: actions.reject(c.context, c.members),
    "split": lambda c: actions.split(c.context, c.members, c.some) if c.some < c.members else [],
    "move": lambda c: actions.move(c.context, c.members, c.some, c.other) if not c.members & c.other else [],
    "merge": lambda c: actions.merge(c.context, c.members, c.other) if c.members != c.other else [],
    "note": lambda c: actions.write_note(c.context, c.members, "note"),
    "undo": lambda c: actions.undo(c.context, c.undone) if c.undone else [],
    "relate": lambda c: actions.set_relation(c.context, c.members, c.some, c.dice.choice(_RELATIONS)) if c.context.about == "claim" else [],
    "judge": lambda c: actions.give_verdict(c.context, c.members, c.dice.choice(_VERDICTS)) if c.context.about == "claim" else [],
}
_RELATIONS: Sequence[RelationKind] = ("agrees", "adds_detail", "conflicts")
_VERDICTS: Sequence[Verdict] = ("supported", "disputed", "wrong")


def _reviewed(run: Run, dice: random.Random) -> list[Event]:
    """Decisions of one reviewer on what stands after the ones before."""
    numbers = count()
    events: list[Event] = []
    for _ in range(_DECISIONS):
        state = review_state(run, events)
        about: About = dice.choice(("claim", "claim", "duplicates"))
        groups = [group.members for group in (state.claims if about == "claim" else state.clusters)]
        if groups:
            context = DecisionContext(reviewer="Lan", at=_AT, new_id=lambda: f"n{next(numbers)}", field_texts=run.field_texts, about=about)
            members, other = dice.choice(groups), dice.choice(groups)
            some = frozenset(dice.sample(sorted(members), dice.randint(1, len(members))))
            events += _ACTIONS[dice.choice(sorted(_ACTIONS))](_Choice(context, members, some, other, next_undo(events, "Lan"), dice))
    return events


def _kept(before: ReviewState, state: ReviewState, events: Sequence[Event]) -> Counter[str]:
    found: Counter[str] = Counter()
    active = active_events(events)
    passage_by_anchor = state.resolved.passage_by_anchor
    anchors = {anchor for event in active for anchor in event.passages + event.others}
    found["anchors"] = len(anchors)
    found["anchors not found"] = sum(anchor not in passage_by_anchor for anchor in anchors)
    kinds: tuple[tuple[About, list[PassageSet]], ...] = (
        ("claim", [claim.members for claim in state.claims]),
        ("duplicates", [cluster.members for cluster in state.clusters]),
    )
    for about, groups in kinds:
        links = links_of(active, about, passage_by_anchor)
        pairs = {pair for members in groups for pair in combinations(sorted(members), 2)}
        found["pairs together"] += len(links.together)
        found["pairs together that were parted"] += len(links.together - pairs)
        found["pairs apart"] += len(links.apart)
        found["pairs apart that were joined"] += len(links.apart & pairs)
    for kind in ("verdict", "relation", "note"):
        stood, stands = (_standing(held, active, kind) for held in (before, state))
        found[f"{kind}s that stood"] += len(stood)
        found[f"{kind}s that stand no more"] += len(stood - stands)
    return found


def _standing(state: ReviewState, events: Sequence[Event], kind: Kind) -> set[str]:
    """Decisions of this kind that stand on a claim; a verdict that was withheld is told there too."""
    shown_ids = {event.id for claim in state.claims for event in claim.review.history}
    return {event.id for event in events if event.about == "claim" and event.kind == kind and event.id in shown_ids}


def _mutated(run: Run, dice: random.Random) -> Counter[str]:
    """Anchors of all members, looked for in texts that were cut, doubled, turned round or changed letter by letter."""
    found: Counter[str] = Counter()
    anchors = [anchor_of(passage, run.field_texts) for passage in _passages(run)]
    mutations = (_cut, _doubled, _turned, _changed, _without_figures)
    for mutate in mutations:
        texts = {article.id: mutate(article.text, dice) for article in run.articles.values()}
        field_texts = texts_by_field(make_field_text(a.id, a.outlet, "text", texts[a.id]) for a in run.articles.values())
        for anchor in anchors:
            located = locate(anchor, field_texts)
            found["anchors in changed texts"] += 1
            if isinstance(located, Found):
                span, text = located.passage.span, texts[located.passage.article]
                whole = [at for at in range(len(text)) if _stands_at(anchor, text, at)]
                found["found again there"] += 1
                found["moved without a word"] += whole != [span.start] or located.passage.article != anchor.article
    return found


def _stands_at(anchor: Anchor, text: str, at: int) -> bool:
    end = at + len(anchor.quote)
    return text.startswith(anchor.quote, at) and text[max(0, at - 32) : at] == anchor.before and text[end : end + 32] == anchor.after


def _passages(run: Run) -> list[Passage]:
    return sorted({Passage(c.article, c.field, c.span) for group in run.groups for c in group.members if c.field == "text"})


def _cut(text: str, dice: random.Random) -> str:
    return text[dice.randint(0, len(text) // 2) :]


def _doubled(text: str, dice: random.Random) -> str:
    lines = text.split("\n")
    at = dice.randrange(len(lines))
    return "\n".join([*lines[:at], lines[at], *lines[at:]])


def _turned(text: str, dice: random.Random) -> str:
    lines = text.split("\n")
    dice.shuffle(lines)
    return "\n".join(lines)


def _changed(text: str, dice: random.Random) -> str:
    letters = list(text)
    for _ in range(max(1, len(letters) // 200)):
        letters[dice.randrange(len(letters))] = dice.choice("abcxyz0123456789 ")
    return "".join(letters)


def _without_figures(text: str, dice: random.Random) -> str:
    return "".join(str(dice.randrange(10)) if c.isdigit() else c for c in text)


if __name__ == "__main__":
    main()
