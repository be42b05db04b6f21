"""Disputed facts against labelled conflicts: the figures are those of the scorer that comes with the labels."""

import runpy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compare.evaluate.measures import Figures, sum_figures, with_facts
from compare.evaluate.score_facts import score_facts

IDS, SENTENCES, LENGTH = ("a", "b", "c"), 3, 20
TEXTS = {name: "".join(f"{name}{at}".ljust(LENGTH, ".") for at in range(SENTENCES)) for name in IDS}
ARTICLES = [{"id": name, "text": text, "title": f"title of {name} in words"} for name, text in TEXTS.items()]

sentences = st.integers(0, SENTENCES - 1).map(lambda at: (at * LENGTH, (at + 1) * LENGTH))


@st.composite
def labelled(draw: st.DrawFn) -> dict[str, Any]:
    (start, end), fields = draw(sentences), st.sampled_from(["text"] * 4 + ["title"])
    member = {"article": draw(st.sampled_from(IDS)), "relation": draw(st.sampled_from(["conflicts", "conflicts", "agrees"]))}
    member |= {"start": start, "end": end, "field": draw(fields), "with": draw(st.lists(st.sampled_from(IDS), max_size=2))}
    return member | draw(st.sampled_from([{}, {"also_at": [0]}]))


@st.composite
def mention(draw: st.DrawFn) -> dict[str, Any]:
    sentence = draw(sentences)
    return {"article": draw(st.sampled_from(IDS)), "field": draw(st.sampled_from(["text"] * 4 + ["title"])), "sentence": list(sentence)}


@st.composite
def fact(draw: st.DrawFn) -> dict[str, Any]:
    values = draw(st.lists(st.fixed_dictionaries({"said": st.lists(mention(), min_size=1, max_size=3)}), min_size=1, max_size=3))
    return {
        "id": draw(st.sampled_from(["f-1", "f-2"])),
        "slot": draw(st.sampled_from(["dead", "hour"])),
        "state": draw(st.sampled_from(["disputed", "disputed", "agreed"])),
        "values": values,
    }


@pytest.mark.gate
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(labelled(), min_size=2, max_size=4), max_size=4), st.lists(fact(), max_size=4))
def test_it_says_what_the_scorer_beside_the_labels_says(shared_data: Path, groups: list[list[dict[str, Any]]], facts: list[Any]) -> None:
    reference_score = runpy.run_path(str(shared_data / "gold" / "score_facts.py"))["score"]
    gold, document = [{"members": members} for members in groups], {"articles": ARTICLES, "facts": facts}
    scored, expected = score_facts(gold, document), reference_score({"groups": gold}, document)
    assert (scored.said, scored.right, scored.labelled, scored.found) == tuple(
        expected[name] for name in ("said", "right", "true", "found")
    )
    assert (scored.disputes, scored.met, scored.facts) == tuple(expected[name] for name in ("disputes", "met", "facts"))


def conflict(article: str, against: str) -> dict[str, Any]:
    return {"article": article, "relation": "conflicts", "start": 0, "end": LENGTH, "with": [against]}


def said(article: str, start: int = 0) -> dict[str, Any]:
    return {"article": article, "field": "text", "sentence": [start, start + LENGTH]}


def test_a_dispute_that_is_labelled_is_right_and_one_beside_it_is_not() -> None:
    groups = [{"members": [conflict("a", "b"), conflict("b", "a")]}]
    right = {"id": "f-1", "slot": "dead", "state": "disputed", "values": [{"said": [said("a")]}, {"said": [said("b")]}]}
    beside = {"id": "f-2", "slot": "hour", "state": "disputed", "values": [{"said": [said("a", LENGTH)]}, {"said": [said("c")]}]}
    outcome = score_facts(groups, {"articles": ARTICLES, "facts": [right, beside]})
    assert (outcome.said, outcome.right, outcome.found, outcome.facts, outcome.missed) == (2, 1, 1, 1, ())
    assert outcome.slots == {"dead": (1, 1), "hour": (1, 0)}
    assert [(fact["id"], [side["article"] for side in sides]) for fact, sides in outcome.false] == [("f-2", ["a", "c"])]


def test_what_is_labelled_and_not_said_is_missed_by_its_group() -> None:
    groups = [{"members": []}, {"members": [conflict("a", "b"), conflict("b", "a")]}]
    assert score_facts(groups, {"articles": ARTICLES, "facts": []}).missed == ((1, frozenset("ab")),)


def test_an_evaluation_counts_the_facts_of_all_stories_together() -> None:
    groups = [{"members": [conflict("a", "b"), conflict("b", "a")]}]
    right = {"id": "f-1", "slot": "dead", "state": "disputed", "values": [{"said": [said("a")]}, {"said": [said("b")]}]}
    found = with_facts(Figures(), score_facts(groups, {"articles": ARTICLES, "facts": [right]}))
    missed = with_facts(Figures(), score_facts(groups, {"articles": ARTICLES, "facts": []}))
    total = sum_figures([found, missed])
    assert (total.fact_precision, total.fact_recall, total.facts_a_dispute) == (1.0, 0.5, 1.0)
