"""Our scoring against the one that comes with the labels, on invented labels and documents of every shape."""

import json
import runpy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compare.evaluate.gold import GoldStory, place_labels
from compare.evaluate.measures import figures_of
from compare.evaluate.score_document import score_document

IDS = ("a", "b", "c")
SENTENCES = 3
LENGTH = 20  # of one sentence, in code points
# The last sentence of each text is its first, said again.
TEXTS = {name: "".join(f"{name}{at % (SENTENCES - 1)}".ljust(LENGTH, ".") for at in range(SENTENCES)) for name in IDS}
AGAIN = {0: (SENTENCES - 1) * LENGTH, (SENTENCES - 1) * LENGTH: 0}

articles = st.sampled_from(IDS)
relations = st.sampled_from(["agrees", "adds_detail", "conflicts"])


@st.composite
def labels(draw: st.DrawFn) -> dict[str, Any]:
    article, start = draw(articles), draw(st.integers(0, SENTENCES - 1)) * LENGTH
    label = {"article": article, "relation": draw(relations), "field": draw(st.sampled_from(["text"] * 4 + ["title"]))}
    label["with"] = draw(st.lists(articles, max_size=2))
    place = {"start": start, "end": start + LENGTH}
    if start in AGAIN and draw(st.booleans()):
        label["also_at"] = [AGAIN[start]]
    return label | draw(st.sampled_from([place, {"quote": TEXTS[article][start : start + LENGTH]}]))


@st.composite
def members(draw: st.DrawFn) -> dict[str, Any]:
    article, start = draw(articles), draw(st.integers(0, SENTENCES * LENGTH - 2))
    end = draw(st.integers(start + 1, min(start + 2 * LENGTH, SENTENCES * LENGTH)))
    return {"article": article, "field": draw(st.sampled_from(["text"] * 4 + ["title"])), "start": start, "end": end, "quote": "x"}


@st.composite
def claims(draw: st.DrawFn) -> dict[str, Any]:
    said = {article: draw(st.sampled_from(["agrees", "adds_detail", "conflicts", "silent"])) for article in IDS}
    sources = [
        {"article": article, "relation": relation, "evidence": [], "against": draw(st.lists(articles)) if relation == "conflicts" else []}
        for article, relation in said.items()
    ]
    return {"id": "c", "wording": "w", "members": draw(st.lists(members(), min_size=2, max_size=6)), "sources": sources}


groups = st.builds(
    lambda members, optional: {"members": members, "optional": optional}, st.lists(labels(), min_size=1, max_size=5), st.booleans()
)


@pytest.fixture(scope="module")
def theirs(shared_data: Path) -> dict[str, Any]:
    return runpy.run_path(str(shared_data / "gold" / "score.py"))  # unlike an import, it leaves no byte code beside the labels


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(groups, max_size=4), st.lists(claims(), max_size=4))
def test_every_count_is_that_of_the_scoring_that_comes_with_the_labels(
    theirs: dict[str, Any], tmp_path: Path, labelled: list[dict[str, Any]], said: list[dict[str, Any]]
) -> None:
    story = {"story": "s", "groups": [{"id": str(at)} | group for at, group in enumerate(labelled)]}
    theirs["REPEATS"].clear()  # it is kept from one story to the next
    (tmp_path / "gold.json").write_text(json.dumps(story), encoding="utf-8")
    _, their_groups = theirs["gold_story"](tmp_path / "gold.json", {name: {"text": text} for name, text in TEXTS.items()})
    own_groups = place_labels(GoldStory("gold.json", "s", tuple(story["groups"])), TEXTS)
    assert isinstance(own_groups, tuple)
    own = figures_of(score_document(own_groups, {"claims": said}))
    assert theirs["score"](their_groups, {"claims": said}) == {
        "gold": own.pairs_gold,
        "right": own.pairs_right,
        "wrong": own.pairs_wrong,
        "groups": own.groups_gold,
        "found": own.groups_found,
        "rel_right": own.relations_right,
        "rel_all": own.relations_all,
        "conf_gold": own.conflicts_true,
        "conf_pred": own.conflicts_said,
        "conf_right": own.conflicts_right,
    }
