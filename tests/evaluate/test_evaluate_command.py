"""``tellings evaluate`` as a person at a prompt meets it: what is scored, what is left out, and what is written."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from compare.cli import main
from compare.evaluate.evaluation import Evaluation, ScoredStory
from compare.evaluate.measures import Figures
from compare.evaluate.misses import Miss, MissText
from compare.evaluate.presentation import as_text

TEXTS = {
    "courier": "The ferry Harbour Lark struck the pier at Port Ellery on Tuesday morning. Police said that 23 passengers were injured.",
    "gazette": "The ferry Harbour Lark struck the pier at Port Ellery on Tuesday morning. Police said that 26 passengers were injured.",
}
VIETNAMESE = {
    "bien-xanh": "Phà Hải Âu đâm vào cầu cảng Bến Đá sáng thứ ba. Cảnh sát cho biết 23 hành khách bị thương.",
    "song-moi": "Phà Hải Âu đâm vào cầu cảng Bến Đá sáng thứ ba. Cảnh sát cho biết 26 hành khách bị thương.",
}


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def article_lines(story: str, texts: dict[str, str]) -> str:
    records = [{"id": f"{story}-{outlet}", "story": story, "outlet": outlet, "text": text} for outlet, text in texts.items()]
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def labelled(story: str, texts: dict[str, str]) -> dict[str, Any]:
    """The crash, which all tell alike, and the toll, which they dispute."""
    split = {f"{story}-{outlet}": text.split(". ") for outlet, text in texts.items()}
    crash = [{"article": name, "quote": f"{said[0]}.", "relation": "agrees"} for name, said in split.items()]
    toll = [
        {"article": name, "quote": said[1], "relation": "conflicts", "with": [other for other in split if other != name]}
        for name, said in split.items()
    ]
    return {"story": story, "groups": [{"id": "crash", "claim": "A ferry hit a pier.", "members": crash}, {"id": "toll", "members": toll}]}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder of two labelled stories, one in English and one in Vietnamese."""
    folder = tmp_path / "gold"
    folder.mkdir()
    for story, texts in (("ferry", TEXTS), ("pha", VIETNAMESE)):
        (folder / f"{story}.json").write_text(json.dumps(labelled(story, texts), ensure_ascii=False), encoding="utf-8")
    return folder


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    path.write_text(article_lines("ferry", TEXTS) + article_lines("pha", VIETNAMESE), encoding="utf-8")
    return path


@pytest.fixture
def compared(articles: Path, tmp_path: Path) -> Path:
    """The folder that ``tellings compare`` wrote of both."""
    assert run("compare", articles, "--out", tmp_path / "made", "--quiet") == 0
    return tmp_path / "made"


@pytest.fixture
def scored(gold: Path, compared: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert run("evaluate", "--gold", gold, "--docs", compared, "--format", "json") == 0
    return dict(json.loads(capsys.readouterr().out))


def stories(scores: dict[str, Any]) -> list[str]:
    return [story["story"] for story in scores["stories"]]


# What is scored


def test_every_story_is_scored_and_nothing_is_left_out(scored: dict[str, Any]) -> None:
    assert (stories(scored), scored["skipped"]) == (["ferry", "pha"], [])


def test_every_language_has_its_figures(scored: dict[str, Any]) -> None:
    assert {language: figures["pairs"]["gold"] for language, figures in scored["languages"].items()} == {"en": 2, "vi": 2}


def test_what_is_told_alike_is_found_in_both_languages(scored: dict[str, Any]) -> None:
    assert [story["pairs"]["right"] >= 1 for story in scored["stories"]] == [True, True]


def test_relations_stand_as_labelled_against_as_said(scored: dict[str, Any]) -> None:
    labelled_as = scored["total"]["relations"]["labelled"]
    assert sum(sum(said.values()) for said in labelled_as.values()) == scored["total"]["relations"]["all"] > 0


def test_the_misses_shown_and_left_out_are_all_that_the_figures_count(scored: dict[str, Any]) -> None:
    missed = sum(miss["kind"] == "missed_pair" for miss in scored["misses"]) + scored["misses_left_out"]["missed_pair"]
    assert missed == scored["total"]["pairs"]["gold"] - scored["total"]["pairs"]["right"]


def test_a_dispute_that_is_no_fact_is_listed_by_its_slot_with_both_texts(
    gold: Path, compared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in compared.glob("*/comparison.json"):
        document = json.loads(path.read_text(encoding="utf-8"))
        path.write_text(json.dumps(document | {"facts": [], "claims": []}), encoding="utf-8")
    for path in gold.glob("*.json"):
        story = json.loads(path.read_text(encoding="utf-8"))
        story["groups"][1]["slot"] = "people injured"
        path.write_text(json.dumps(story), encoding="utf-8")
    assert run("evaluate", "--gold", gold, "--docs", compared, "--format", "json") == 0
    missed = [miss for miss in json.loads(capsys.readouterr().out)["misses"] if miss["kind"] == "missed_fact"]
    assert [(miss["story"], miss["slot"], len(miss["texts"])) for miss in missed] == [
        ("ferry", "people injured", 2),
        ("pha", "people injured", 2),
    ]
    assert "23 passengers" in missed[0]["texts"][0]["quote"]
    assert run("evaluate", "--gold", gold, "--docs", compared) == 0
    assert "2 labelled disputes that are no fact, by slot" in capsys.readouterr().out


def test_a_fact_that_no_label_excuses_is_listed_by_its_slot_with_both_texts(
    gold: Path, compared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = json.loads((gold / "ferry.json").read_text(encoding="utf-8"))
    story["groups"] = story["groups"][:1]
    (gold / "ferry.json").write_text(json.dumps(story), encoding="utf-8")
    assert run("evaluate", "--gold", gold, "--docs", compared, "--format", "json") == 0
    made = json.loads(capsys.readouterr().out)
    (false,) = (miss for miss in made["misses"] if miss["kind"] == "false_fact")
    assert (false["story"], false["slot"], {text["article"] for text in false["texts"]}) == (
        "ferry",
        "injured",
        {"ferry-courier", "ferry-gazette"},
    )
    assert made["fact_slots"] == {"injured": {"said": 2, "right": 1}}


def test_a_document_of_one_story_scores_it_alone(gold: Path, compared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("evaluate", "--gold", gold, "--docs", compared / "pha" / "comparison.json", "--format", "json") == 0
    assert stories(json.loads(capsys.readouterr().out)) == ["pha"]


def test_articles_are_compared_on_the_spot(gold: Path, articles: Path, scored: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("evaluate", "--gold", gold, "--docs", articles, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["total"] == scored["total"]


def test_articles_of_stories_without_labels_are_let_be(gold: Path, articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (gold / "ferry.json").unlink()
    assert left_out(gold, articles, capsys=capsys) == []


def test_without_documents_the_articles_beside_the_labels_are_compared(
    gold: Path, articles: Path, scored: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    (gold / "articles.jsonl").write_bytes(articles.read_bytes())
    assert run("evaluate", "--gold", gold, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["total"] == scored["total"]


def test_one_labelled_story_may_be_given_by_its_file(gold: Path, compared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("evaluate", "--gold", gold / "pha.json", "--docs", compared / "pha", "--format", "json") == 0
    assert stories(json.loads(capsys.readouterr().out)) == ["pha"]


def test_a_document_named_twice_is_read_once(gold: Path, compared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("evaluate", "--gold", gold, "--docs", compared, compared / "pha" / ".." / "pha" / "comparison.json", "--format", "json")
    assert json.loads(capsys.readouterr().out)["skipped"] == []


# What is left out


def left_out(gold: Path, *docs: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What was left out of a run in which something could be scored."""
    capsys.readouterr()
    assert run("evaluate", "--gold", gold, "--docs", *docs, "--format", "json") == 0
    return [f"{Path(skipped['place']).name}: {skipped['why']}" for skipped in json.loads(capsys.readouterr().out)["skipped"]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "bad.json: is not JSON ("),
        ("[]", "bad.json: is no labelled story ($: [] is not of type 'object')"),
        (
            '{"story": "x", "groups": [{"id": "g", "members": [{"article": "a", "relation": "doubts", "quote": "q"}]}]}',
            "members[0].relation: ",
        ),
        ('{"story": "x", "groups": [{"id": "g", "members": [{"article": "a", "relation": "agrees"}]}]}', "$.groups[0].members[0]: "),
    ],
)
def test_a_file_that_is_no_labelled_story_is_named_and_the_rest_goes_on(
    text: str, said: str, gold: Path, compared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (gold / "bad.json").write_text(text, encoding="utf-8")
    (why,) = left_out(gold, compared, capsys=capsys)
    assert said in why


def test_a_story_without_a_document_is_named(gold: Path, compared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (why,) = left_out(gold, compared / "pha", capsys=capsys)
    assert why == "ferry.json: no document has an article of ferry; compare its articles and name the result with --docs"


def test_a_document_without_labels_is_named(gold: Path, compared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (gold / "ferry.json").unlink()
    (why,) = left_out(gold, compared, capsys=capsys)
    assert why == "comparison.json: has no labelled story; its claims are not scored"


def test_a_file_that_is_no_document_is_named(gold: Path, compared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "other.json").write_text("{}", encoding="utf-8")
    (why,) = left_out(gold, compared, tmp_path / "other.json", capsys=capsys)
    assert why == "other.json: is of schema None, not 'comparison/1'; make it anew with this version of tellings"


def test_an_empty_folder_is_named(gold: Path, compared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    (why,) = left_out(gold, compared, tmp_path / "empty", capsys=capsys)
    assert why.startswith("empty: holds no comparison.json and no .jsonl; name what")


def test_a_broken_line_of_articles_is_named(gold: Path, articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles.write_text(articles.read_text(encoding="utf-8") + "{\n", encoding="utf-8")
    (why,) = left_out(gold, articles, capsys=capsys)
    assert why.startswith("articles.jsonl:5: ")


def test_a_document_of_changed_articles_is_not_scored(gold: Path, compared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = compared / "ferry" / "comparison.json"
    path.write_text(path.read_text(encoding="utf-8").replace("Tuesday", "Weekday"), encoding="utf-8")
    (why,) = left_out(gold, compared, capsys=capsys)
    assert why.startswith("ferry.json: group crash: “The ferry Harbour Lark struck the pier")


def test_what_is_left_out_is_counted_under_the_table(gold: Path, compared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("evaluate", "--gold", gold, "--docs", compared / "pha")
    assert capsys.readouterr().out.splitlines()[-2:] == [
        "stories scored: 1; left out: 1",
        "  ferry.json: no document has an article of ferry; compare its articles and name the result with --docs",
    ]


@pytest.mark.parametrize("docs", ["none.json", "none.jsonl", "gold"])
def test_with_nothing_to_score_it_fails_in_one_line_that_says_why(
    docs: str, gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("evaluate", "--gold", gold, "--docs", tmp_path / docs) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"tellings: {gold}: nothing could be scored ({Path(tmp_path / docs) if docs != 'none.jsonl' else docs}: ")


def test_a_folder_without_labels_fails_in_one_line_that_says_why(
    compared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    (tmp_path / "empty").mkdir()
    assert run("evaluate", "--gold", tmp_path / "empty", "--docs", compared) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "holds no .json of labelled stories; `tellings schema gold` prints their form" in line


# What is printed and written


def test_the_columns_of_the_table_stand_under_each_other(gold: Path, compared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("evaluate", "--gold", gold, "--docs", compared)
    table = capsys.readouterr().out.split("\n\n")[0].splitlines()
    assert ([line.split()[0] for line in table[1:]], len({len(line) for line in table})) == (["ferry", "pha", "all", "all", "all"], 1)


def test_a_miss_is_printed_with_its_articles_and_texts(gold: Path, articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = labelled("ferry", TEXTS)
    story["groups"][0]["members"][1]["quote"] = TEXTS["gazette"].split(". ")[1]
    (gold / "ferry.json").write_text(json.dumps(story), encoding="utf-8")
    run("evaluate", "--gold", gold, "--docs", articles)
    assert "      ferry-gazette  Police said that 26 passengers were injured.\n" in capsys.readouterr().out


def evaluation_with(*misses: Miss) -> Evaluation:
    return Evaluation((ScoredStory("ferry", "en", "ferry.json", "comparison.json", Figures(), misses),), ())


def pair_not_said(at: str, articles: int) -> Miss:
    texts = tuple(MissText(f"paper-{number}", "The pier is\nclosed.") for number in range(articles))
    return Miss((0.0,), "ferry", at, "The pier is closed.", texts, "", "missed_pair")


def test_the_misses_left_out_of_the_table_are_counted() -> None:
    printed = as_text(evaluation_with(*(pair_not_said(f"group-{at}", 2) for at in range(5))), shown=2)
    assert "5 pairs not said; shown: 2, left out: 3\n" in printed


def test_the_sentences_left_out_of_a_miss_are_counted() -> None:
    printed = as_text(evaluation_with(pair_not_said("closed", 6)), shown=1)
    assert "      paper-3  The pier is closed.\n      and 2 sentences more\n\n" in printed


def test_no_more_misses_are_shown_than_asked_for(gold: Path, articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    far = {
        "id": "far",
        "members": labelled("ferry", TEXTS)["groups"][0]["members"][:1] + labelled("ferry", TEXTS)["groups"][1]["members"][1:],
    }
    story = labelled("ferry", TEXTS)
    story["groups"].append(far)
    (gold / "ferry.json").write_text(json.dumps(story), encoding="utf-8")
    run("evaluate", "--gold", gold, "--docs", articles, "--misses", 0, "--format", "json")
    evaluation = json.loads(capsys.readouterr().out)
    assert (evaluation["misses"], evaluation["misses_left_out"]["missed_pair"] >= 1) == ([], True)


def test_the_figures_are_written_as_json(gold: Path, compared: Path, tmp_path: Path, scored: dict[str, Any]) -> None:
    assert run("evaluate", "--gold", gold, "--docs", compared, "--out", tmp_path / "figures.json") == 0
    assert json.loads((tmp_path / "figures.json").read_text(encoding="utf-8")) == scored


def test_the_same_run_writes_the_same_bytes_over_its_own_file(gold: Path, compared: Path, tmp_path: Path) -> None:
    written = []
    for _ in range(2):
        assert run("evaluate", "--gold", gold, "--docs", compared, "--out", tmp_path / "figures.json") == 0
        written.append((tmp_path / "figures.json").read_bytes())
    assert written[0] == written[1]


def test_a_file_that_is_not_ours_is_not_overwritten(gold: Path, compared: Path, tmp_path: Path) -> None:
    (tmp_path / "figures.json").write_text('{"mine": 1}', encoding="utf-8")
    assert run("evaluate", "--gold", gold, "--docs", compared, "--out", tmp_path / "figures.json") == 1
    assert (tmp_path / "figures.json").read_text(encoding="utf-8") == '{"mine": 1}'


def test_force_overwrites_it(gold: Path, compared: Path, tmp_path: Path) -> None:
    (tmp_path / "figures.json").write_text('{"mine": 1}', encoding="utf-8")
    assert run("evaluate", "--gold", gold, "--docs", compared, "--out", tmp_path / "figures.json", "--force") == 0


def test_quiet_with_a_file_prints_nothing(gold: Path, compared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    run("evaluate", "--gold", gold, "--docs", compared, "--out", tmp_path / "figures.json", "--quiet")
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "")


def test_a_terminal_without_the_letters_gets_the_misses_all_the_same(gold: Path, compared: Path) -> None:
    command = [sys.executable, "-P", "-m", "compare.cli", "evaluate", "--gold", gold, "--docs", compared]
    ended = subprocess.run(command, check=False, capture_output=True, text=True, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.parametrize("arguments", ["", "--gold", "--gold x --misses -1", "--gold x --misses ten", "--gold x --format html"])
def test_wrong_usage_ends_with_two(arguments: str) -> None:
    with pytest.raises(SystemExit) as ended:
        run("evaluate", *arguments.split())
    assert ended.value.code == 2
