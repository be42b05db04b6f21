"""Small stories whose relations once came out wrong, read from their folders as a newsroom gives them, each with its right outcome."""

from pathlib import Path

import pytest

from compare.pipeline import compare_story
from compare.settings import Settings
from compare.sources.read_inputs import read_inputs
from compare.story_result import Comparison

CASES = Path(__file__).parents[1] / "cases"


def compared(name: str) -> Comparison:
    intake = read_inputs([str(CASES / name)], Settings().input)
    assert not intake.skipped
    return compare_story("story", intake.articles, [], Settings())


def disputed(name: str) -> list[tuple[str, ...]]:
    """The two values of every dispute of the story."""
    return [tuple(side.value for side in dispute.sides) for group in compared(name).groups for dispute in group.disputes]


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("found/16-one-or-two-dead", ("1", "2")),
        ("found/17-nobody-or-two-killed", ("0", "2")),
        ("found/19-rose-or-fell", ("fell", "rose")),
        ("found/20-day-before-said", ("2024-05-04", "2024-05-07")),
        ("found/21-numbers-in-names", ("14", "41")),
        ("found/23-score", ("2-1", "3-1")),
        ("claims/age-ranges", ("5-12", "6-13")),
        ("claims/ages-of-two-people", ("* 1999", "19")),
        ("claims/middle-name", ("Nguyễn Văn Lương", "Nguyễn Xuân Lương")),
        ("claims/who-denied", ("công ty Sông Xanh và sở Công nghiệp tỉnh", "công ty Sông Xanh và tập đoàn Bắc Hà")),
    ],
)
def test_what_differs_is_one_dispute_with_both_values(name: str, values: tuple[str, str]) -> None:
    assert disputed(name) == [values]


def test_two_years_and_a_denial_are_three_disputes() -> None:
    assert sorted(disputed("claims/years-and-denial")) == [
        ("1913", "1931"),
        ("2022-10", "2024-10"),
        ("denied", "ignored warnings about rust on the footbridge"),
    ]


def test_one_dead_and_six_injured_are_the_seven_of_the_other_paper() -> None:
    (group,) = compared("claims/sum-of-parts").groups
    assert [relation.kind for relation in group.relations] == ["agrees", "agrees"]


def test_who_declined_to_comment_is_told_of_each_by_itself() -> None:
    comparison = compared("found/31-declined-to-comment")
    assert not [group for group in comparison.groups if "declined to comment" in group.wording]


def test_a_sentence_that_left_its_claim_is_still_shown() -> None:
    shown = {claim.quote for claim in compared("found/31-declined-to-comment").only_one_source}
    assert {"A spokeswoman for Bay Crossings declined to comment.", "A spokesman for the harbour police declined to comment."} <= shown


@pytest.mark.parametrize("name", sorted(path.relative_to(CASES).as_posix() for path in CASES.glob("*/*") if path.parent.name == "claims"))
def test_every_value_is_quoted_where_it_stands(name: str) -> None:
    comparison = compared(name)
    texts = {reading.article.id: reading.article.text for reading in comparison.readings}
    said = [e for group in comparison.groups for r in group.relations for e in r.evidence if e.field == "text" and e.span]
    assert [e for e in said if e.span is not None and e.span.of(texts[e.article]) != e.says] == []
