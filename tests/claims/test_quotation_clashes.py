"""Who says a quotation: the right person in one article, and a dispute where two articles give it to two."""

from pathlib import Path

import pytest

from compare.model import Article, ArticleId, ClaimGroup, Published
from compare.pipeline import compare_story
from compare.settings import Settings
from compare.sources.read_inputs import read_inputs
from compare.story_result import Comparison

_CASES = Path(__file__).parents[1] / "cases" / "claims"
_EN = "“We will not close the north pier this winter,”"
_VI = "“Chúng tôi sẽ không đóng cửa cầu cảng phía bắc”,"


def _group(language: str, *texts: str) -> ClaimGroup:
    day = Published("2024-06-09", "day", "metadata")
    articles = [
        Article(ArticleId(name), f"Sample {name}", text, f"{name}.jsonl", "0", published=day, language=language)
        for name, text in zip("abc", texts, strict=False)
    ]
    (group,) = compare_story("story", articles, [], Settings()).groups
    return group


def _case(name: str) -> Comparison:
    return compare_story(name, read_inputs([str(_CASES / name)], Settings().input).articles, [], Settings())


@pytest.mark.parametrize(("name", "speaker"), [("who-said-it-en", "harmon"), ("who-said-it-vi", "stoltenberg")])
def test_he_is_who_led_the_sentence_before(name: str, speaker: str) -> None:
    group = next(group for group in _case(name).groups if any(member.field == "text" for member in group.members))
    assert {(member.speaker or "").split()[-1] for member in group.members} == {speaker}
    assert not group.disputes


@pytest.mark.parametrize(
    ("language", "one", "other", "sides"),
    [
        ("en", f"{_EN} said Mr. Paul Marsh.", f"{_EN} said Ms. Ada Cole.", ["Ada Cole", "Paul Marsh"]),
        (
            "en",
            f"{_EN} Paul Marsh, the harbour master, told reporters on Monday.",
            f"{_EN} the mayor, Ada Cole, said.",
            ["Ada Cole", "Paul Marsh"],
        ),
        ("vi", f"{_VI} ông Trần Quốc Hải nói.", f"{_VI} bà Nguyễn Thị Mai cho biết.", ["Nguyễn Thị Mai", "Trần Quốc Hải"]),
    ],
)
def test_one_quotation_of_two_persons_is_a_dispute_of_the_speaker(language: str, one: str, other: str, sides: list[str]) -> None:
    group = _group(language, one, other)
    (dispute,) = group.disputes
    assert (dispute.slot, [side.value for side in dispute.sides]) == ("speaker", sides)
    assert [relation.kind for relation in group.relations] == ["conflicts", "conflicts"]
    for relation in group.relations:
        (evidence,) = relation.evidence
        claim = next(member for member in group.members if member.article == relation.source)
        assert evidence.check == "fact"
        assert evidence.span is not None
        assert evidence.span.shifted(-claim.span.start).of(claim.quote) == evidence.says


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", f"{_EN} said Mr. Paul Marsh.", f"{_EN} Mr. Marsh said."),
        ("en", f"{_EN} said Mr. Paul Marsh.", f"Ms. Ada Cole came. {_EN} she said."),
        ("en", f"{_EN} said Mr. Paul Marsh.", f"{_EN} Ms. Ada Cole said, in the words of Mr. Paul Marsh."),
        ("en", f"{_EN} said Mr. Volodymyr Marshenko.", f"{_EN} said Mr. Vladimir Marschenko."),
        ("en", f"{_EN} said Mr. Paul Marsh.", f"{_EN} a spokesman said."),
        ("vi", f"{_VI} ông Trần Quốc Hải nói.", f"{_VI} ông Hải cho biết."),
        ("vi", f"{_VI} ông Trần Quốc Hải nói.", f"Bà Nguyễn Thị Mai đến sớm. {_VI} bà cho biết."),
        ("vi", f"{_VI} ông Trần Quốc Hải nói.", f"{_VI} đại diện cảng cho biết."),
    ],
)
def test_where_a_speaker_is_in_doubt_nothing_is_disputed(language: str, one: str, other: str) -> None:
    assert not _group(language, one, other).disputes


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "Paul Marsh said the north pier will stay open this winter.", "Ada Cole said the north pier will stay open this winter."),
        ("en", "“Of course not,” said Mr. Paul Marsh of the north pier.", "“Of course not,” said Ms. Ada Cole of the north pier."),
    ],
)
def test_what_two_persons_may_both_have_said_is_no_dispute_of_the_speaker(language: str, one: str, other: str) -> None:
    assert "speaker" not in [dispute.slot for dispute in _group(language, one, other).disputes]
