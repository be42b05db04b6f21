"""A fault of ours on one article, one claim or one story: it is told in one line, its report stands beside, and all the rest is done."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from planted import FAILS, IS_KILLED, planted

from compare import pipeline
from compare.claims import claim_groups
from compare.cli import main
from compare.faults import MARKER, fault_of, fault_report
from compare.model import Article, ArticleId
from compare.pipeline import compare_story
from compare.settings import Settings
from reports.index_page import FailedStory, render_index_page
from reports.report_words import words_of

pytestmark = pytest.mark.thorough

GOOD = "The road office closed the old bridge of {name} to heavy trucks until Friday noon because of deep cracks."
BAD = "The harbour master of Quarrel Point said on Monday that the quay would stay closed until the end of May."
CLUSTERS = "compare.pipeline:find_clusters"


def lines(path: Path, stories: int, *, bad: bool = True) -> Path:
    """Two articles a story, and one story called ``bad``, of Quarrel Point."""
    texts = {f"s{at:02}": GOOD.format(name=f"Wexcombe {at}") for at in range(stories)} | ({"bad": BAD} if bad else {})
    rows = [{"id": f"{s}-{twin}", "outlet": f"Outlet {twin}", "story": s, "text": t} for s, t in texts.items() for twin in range(2)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def article(name: str, text: str = BAD) -> Article:
    return Article(ArticleId(name), name, text, f"{name}.txt", "0" * 64, language="en")


def compare(env: dict[str, str], given: Path, out: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = ["tellings", "compare", str(given), "--out", str(out), *more]
    return subprocess.run(command, check=False, capture_output=True, text=True, env=env, timeout=300)


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Aligning breaks on the story of Quarrel Point, with its words in the message."""
    real = pipeline.find_clusters

    def find_clusters(texts: Any, *more: Any) -> Any:
        if any("Quarrel" in text for _, text in texts):
            raise LookupError(BAD)
        return real(texts, *more)

    monkeypatch.setattr(pipeline, "find_clusters", find_clusters)


# A story among others


@pytest.mark.parametrize(("deed", "kind"), [(FAILS, "LookupError"), (IS_KILLED, "killed process")])
def test_one_story_of_twenty_one_fails_in_a_process_and_the_twenty_are_done(tmp_path: Path, deed: str, kind: str) -> None:
    done = compare(planted(tmp_path / "planted", CLUSTERS, "Quarrel", deed), lines(tmp_path / "a.jsonl", 20), tmp_path / "out")
    said = [line for line in done.stderr.splitlines() if line.startswith("tellings: ")]
    where = tmp_path / "out" / "bad" / "fault.txt"
    assert (done.returncode, len(list((tmp_path / "out").glob("*/report.html")))) == (1, 20)
    assert said == [f"tellings: story bad: a fault of tellings ({kind} while comparing a story); the full report is {where}"]
    assert where.read_text(encoding="utf-8").startswith(MARKER)
    assert "<bdi>bad</bdi>: a fault of tellings" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "Traceback" not in done.stderr


@pytest.mark.usefixtures("failing")
def test_one_story_of_twenty_one_fails_in_the_program_itself_and_the_twenty_are_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0})  # a machine of one core: no other process would be of use
    assert main(["compare", str(lines(tmp_path / "a.jsonl", 20)), "--out", str(tmp_path / "out")]) == 1
    said = [line for line in capsys.readouterr().err.splitlines() if line.startswith("tellings: ")]
    where = tmp_path / "out" / "bad" / "fault.txt"
    assert said == [f"tellings: story bad: a fault of tellings (LookupError while comparing a story); the full report is {where}"]
    assert len(list((tmp_path / "out").glob("s*/comparison.json"))) == 20
    assert "<bdi>bad</bdi>: a fault of tellings" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


@pytest.mark.usefixtures("failing")
def test_no_word_of_an_article_stands_in_a_report(tmp_path: Path) -> None:
    main(["compare", str(lines(tmp_path / "a.jsonl", 3)), "--out", str(tmp_path / "out")])
    report = (tmp_path / "out" / "bad" / "fault.txt").read_text(encoding="utf-8")
    assert ("Quarrel" in report, str(tmp_path) in report) == (False, False)
    assert ("Python 3." in report, "compare/pipeline.py:" in report) == (True, True)


@pytest.mark.usefixtures("failing")
def test_a_setting_asks_for_what_the_errors_say(tmp_path: Path) -> None:
    (tmp_path / "my.toml").write_text("[faults]\nquote = true\n", encoding="utf-8")
    main(["compare", str(lines(tmp_path / "a.jsonl", 3)), "--out", str(tmp_path / "out"), "--settings", str(tmp_path / "my.toml")])
    assert BAD in (tmp_path / "out" / "bad" / "fault.txt").read_text(encoding="utf-8")


@pytest.mark.usefixtures("failing")
def test_the_only_story_fails_and_its_report_stands_in_the_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(BAD, encoding="utf-8")
    assert main(["compare", str(tmp_path / "a.txt"), "--out", str(tmp_path / "out")]) == 1
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["fault.txt"]
    said = capsys.readouterr()
    assert (f"open {tmp_path / 'out' / 'fault.txt'}" in said.out, said.err.startswith("tellings: the story: a fault of")) == (True, True)


def test_a_report_of_an_earlier_run_goes_where_the_story_is_compared(tmp_path: Path) -> None:
    for folder in ("bad", "s00", ""):
        (tmp_path / "out" / folder).mkdir(parents=True, exist_ok=True)
        (tmp_path / "out" / folder / "fault.txt").write_text(f"{MARKER}\nof yesterday\n", encoding="utf-8")
    assert main(["compare", str(lines(tmp_path / "a.jsonl", 2)), "--out", str(tmp_path / "out")]) == 0
    assert list((tmp_path / "out").rglob("fault.txt")) == []


@pytest.mark.usefixtures("failing")
def test_somebody_elses_file_of_that_name_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out" / "bad").mkdir(parents=True)
    (tmp_path / "out" / "bad" / "fault.txt").write_text("my notes on tectonic faults", encoding="utf-8")
    assert main(["compare", str(lines(tmp_path / "a.jsonl", 2)), "--out", str(tmp_path / "out")]) == 1
    assert (tmp_path / "out" / "bad" / "fault.txt").read_text(encoding="utf-8") == "my notes on tectonic faults"
    assert "its report is not kept" in capsys.readouterr().err


def test_a_report_is_no_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "fault.txt").write_text(f"{MARKER}\nThese are faults of tellings itself.\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text(BAD, encoding="utf-8")
    assert main(["compare", str(tmp_path), "--out", str(tmp_path / "out")]) == 0
    assert "skipped fault.txt: was written by tellings" in capsys.readouterr().err


@pytest.mark.usefixtures("failing")
def test_a_story_named_over_two_lines_is_told_in_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [{"id": str(n), "outlet": "A", "story": f"a\n\x1b[31m{n}", "text": BAD} for n in range(2)]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    main(["compare", str(tmp_path / "a.jsonl"), "--out", str(tmp_path / "out"), "--quiet"])
    assert [line[:17] for line in capsys.readouterr().err.splitlines()] == ["tellings: story a"] * 2


# The index


@pytest.mark.parametrize(("language", "says"), [("en", "1 story could not be compared"), ("vi", "1 vụ việc không so sánh được")])
def test_the_index_names_a_story_that_failed(language: str, says: str) -> None:
    page = render_index_page([], words_of(language), [FailedStory("cháy <kho>", "chay kho", "KeyError")])
    assert (says in page, "<bdi>cháy &lt;kho&gt;</bdi>" in page, 'href="chay%20kho/fault.txt"' in page) == (True, True, True)


# One article, one claim


def test_an_article_that_cannot_be_read_is_left_out_and_its_story_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    real = pipeline.read_article

    def read(one: Article, *more: Any) -> Any:
        return real(one, *more) if one.id != "c" else {}[one.text]

    monkeypatch.setattr(pipeline, "read_article", read)
    made = compare_story("s", [article("a"), article("b"), article("c")], [], Settings())
    assert ([r.article.id for r in made.readings], len(made.groups), made.faults[0].kind) == (["a", "b"], 1, "KeyError")
    assert [(s.place, s.reason.split(";")[0]) for s in made.skipped] == [("c.txt", "met a fault of tellings (KeyError)")]


def test_a_claim_whose_relations_break_stands_unchecked_with_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    def relate(*_: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(claim_groups, "relate", relate)
    made = compare_story("s", [article("a"), article("b"), article("c", GOOD.format(name="Wexcombe"))], [], Settings())
    (claim,) = made.groups
    assert [(r.source, r.kind, r.evidence[0].check) for r in claim.relations] == [
        ("a", "unchecked", "unchecked"),
        ("b", "unchecked", "unchecked"),
        ("c", "silent", "near_miss"),
    ]
    assert made.warnings[-1] == f"claim {claim.id} was not checked for conflicts: a fault of tellings (ZeroDivisionError); see fault.txt"


def test_a_fault_on_a_claim_is_told_and_the_run_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def relate(*_: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(claim_groups, "relate", relate)
    assert main(["compare", str(lines(tmp_path / "a.jsonl", 1)), "--out", str(tmp_path / "out")]) == 1
    assert capsys.readouterr().err.count("(ZeroDivisionError while relating the sources of a claim (c-") == 2
    assert "not checked, for a fault of tellings" in (tmp_path / "out" / "bad" / "report.html").read_text(encoding="utf-8")


def test_facts_that_cannot_be_found_cost_nothing_but_the_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    def find(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError

    whole = compare_story("s", [article("a"), article("b")], [], Settings())
    monkeypatch.setattr(pipeline, "find_facts", find)
    made = compare_story("s", [article("a"), article("b")], [], Settings())
    assert (made.groups, made.clusters, made.facts) == (whole.groups, whole.clusters, ())
    assert (made.faults[0].kind, made.faults[0].task) == ("ZeroDivisionError", "finding the facts of a story")
    assert "ZeroDivisionError" in made.warnings[-1]


# The report itself


def test_an_error_that_quotes_an_article_is_reported_by_its_place_alone_with_all_that_led_to_it() -> None:
    def read() -> None:
        try:
            int(BAD)
        except ValueError as error:
            error.add_note(BAD)
            raise RuntimeError(BAD) from ExceptionGroup(BAD, [error, KeyError(BAD)])

    try:
        read()
    except RuntimeError as error:
        fault = fault_of(error, "reading an article", "quarrel.txt")
    report = fault_report([fault], quoted=False)
    assert [kind for kind in ("RuntimeError", "ExceptionGroup", "ValueError", "KeyError") if kind not in report] == []
    assert "uarrel" not in report
    assert BAD in fault_report([fault], quoted=True)


def test_recursion_without_end_is_reported_in_a_page() -> None:
    def deeper() -> None:
        deeper()

    with pytest.raises(RecursionError) as caught:
        deeper()
    assert len(fault_report([fault_of(caught.value, "reading")], quoted=True).splitlines()) < 80


def test_an_error_outside_of_every_story_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("compare.sources.read_inputs.read_inputs", lambda *_: {}[BAD])
    assert main(["compare", str(lines(tmp_path / "a.jsonl", 1)), "--out", str(tmp_path / "out")]) == 1
    assert capsys.readouterr().err == f"tellings: a fault of tellings (KeyError); the full report is {tmp_path / 'out' / 'fault.txt'}\n"
