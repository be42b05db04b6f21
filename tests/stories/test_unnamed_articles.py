"""Articles that name no story: whether they tell one is looked at and said, and a setting has them grouped."""

import json
from pathlib import Path

import pytest

from compare.cli import main
from compare.settings import Settings
from compare.sources.read_inputs import read_inputs
from compare.stories.unnamed_articles import count_topics

PILES = Path(__file__).parents[1] / "fixtures" / "piles"
STORY = {"vi": "pha", "en": "ferry"}
languages = pytest.mark.parametrize("language", ["vi", "en"])
OFFER = "--stories auto makes a story of each"


def documents(out: Path) -> dict[str, list[str]]:
    """The articles of each document, by story."""
    found = (json.loads(path.read_text(encoding="utf-8")) for path in out.rglob("comparison.json"))
    return {document["story"]["id"]: sorted(article["origin"] for article in document["articles"]) for document in found}


@languages
def test_a_pile_of_five_things_is_told_in_one_line_and_as_a_warning(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", str(PILES / language), "--out", str(tmp_path)]) == 0
    (line,) = [line for line in capsys.readouterr().err.splitlines() if OFFER in line]
    assert line.startswith("11 articles name no story and tell of 5 different things")
    document = json.loads((tmp_path / "comparison.json").read_text(encoding="utf-8"))
    assert [warning.endswith("`tellings compare --stories auto` makes a story of each") for warning in document["run"]["warnings"]].count(
        True
    ) == 1
    assert "5 different things" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_a_report_in_vietnamese_says_it_in_vietnamese(tmp_path: Path) -> None:
    main(["compare", str(PILES / "vi"), "--out", str(tmp_path), "--lang", "vi", "--quiet"])
    assert "11 bài nói về 5 chuyện khác nhau" in (tmp_path / "report.html").read_text(encoding="utf-8")


@languages
def test_a_setting_groups_what_names_no_story(language: str, tmp_path: Path) -> None:
    settings = tmp_path / "my.toml"
    settings.write_text('[stories]\nunnamed = "group"\n', encoding="utf-8")
    main(["compare", str(PILES / language), "--out", str(tmp_path / "out"), "--settings", str(settings), "--quiet"])
    found = [{origin.partition("-")[0] for origin in origins} for origins in documents(tmp_path / "out").values()]
    assert [len(subjects) for subjects in found] == [1] * len(found)
    assert len(found) == 5


def test_what_names_a_story_stays_in_it_when_the_rest_is_grouped(tmp_path: Path) -> None:
    settings = tmp_path / "my.toml"
    settings.write_text('[stories]\nunnamed = "group"\n', encoding="utf-8")
    named = tmp_path / "named.jsonl"
    text = (PILES / "en" / "river-1.txt").read_text(encoding="utf-8")
    lines = [{"id": f"r{at}", "outlet": f"Outlet {at}", "text": text, "story": "the river"} for at in (1, 2)]
    named.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    others = [str(path) for path in sorted((PILES / "en").glob("*-[12].txt")) if "river" not in path.name]
    main(["compare", str(named), *others, "--out", str(tmp_path / "out"), "--settings", str(settings), "--quiet"])
    assert documents(tmp_path / "out")["the river"] == ["named.jsonl", "named.jsonl"]
    assert len(documents(tmp_path / "out")) == 5


@languages
def test_one_story_is_not_offered_to_be_grouped(language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [str(path) for path in sorted((PILES / language).glob(f"{STORY[language]}-*.txt"))]
    main(["compare", *files, "--out", str(tmp_path)])
    assert OFFER not in capsys.readouterr().err


def test_the_look_does_not_rest_on_the_order_of_the_articles() -> None:
    articles = read_inputs([str(PILES / "en")], Settings().input).articles
    assert (count_topics(articles, Settings()), count_topics(articles[::-1], Settings())) == (5, 5)
