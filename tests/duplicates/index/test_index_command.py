"""`tellings index` as a person runs it."""

import json
import os
import subprocess
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from compare.cli import main

FERRY = "Phà Hải Âu rời bến lúc bảy giờ với một trăm hai mươi hành khách"


def articles(path: Path, **texts: str) -> str:
    lines = [json.dumps({"id": name, "outlet": f"Báo {name}", "text": text, "published": "2024-02-03"}) for name, text in texts.items()]
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


@pytest.fixture
def index(tmp_path: Path) -> str:
    folder = str(tmp_path / "index")
    given = articles(tmp_path / "first.jsonl", a=f"{FERRY}\nRead more about it here and now", b=FERRY + " và hàng")
    assert main(["index", "add", folder, given, "--quiet"]) == 0
    return folder


def test_what_was_added_is_counted(index: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = articles(tmp_path / "second.jsonl", a=FERRY, b=FERRY + " và hàng", c=FERRY)
    assert main(["index", "add", index, given, "--log-format", "json"]) == 0
    summary = json.loads(capsys.readouterr().out)
    del summary["level"], summary["message"]
    assert summary == {
        "paragraphs": 2,
        "articles": 2,
        "copies": 2,
        "links": 0,
        "new_clusters": 0,
        "grown_clusters": 1,
        "merged_clusters": 0,
        "known_articles": 1,
        "later_versions": 1,
        "total": 5,
    }


def test_a_query_prints_a_line_for_each_paragraph_that_stood_before(index: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = articles(tmp_path / "new.jsonl", x=f"Không ai bị thương cả đêm qua\n{FERRY}")
    assert main(["index", "query", index, given, "--most", "1", "--format", "json"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    match = {"article": "a", "outlet": "Báo a", "published": "2024-02-03", "url": None, "title": None, "start": 0, "end": len(FERRY)}
    match |= {"jaccard": 1.0, "containment": 1.0, "cluster": "c-0"}
    assert json.loads(line) == {"article": "x", "start": 30, "end": 30 + len(FERRY), "matches": [match], "more": 1}


def test_a_query_prints_for_a_person_where_each_paragraph_stood_and_what_differs(
    index: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed = FERRY.replace("một trăm hai mươi hành khách", "chín mươi hành khách")
    given = articles(tmp_path / "new.jsonl", x=f"Không ai bị thương cả đêm qua\n{FERRY}", y=changed)
    assert main(["index", "query", index, given]) == 0
    printed = capsys.readouterr()
    first, second, rest = printed.out.split("\n\n")
    assert first.splitlines() == [
        f"x: “{FERRY}” stood before in 2 places:",
        "  Báo a, 2024-02-03, article a (c-0): word for word",
        "  Báo b, 2024-02-03, article b (c-0): 87% in common, 100% of the shorter; … hai mươi hành khách [-và hàng-]",
    ]
    shares = "  Báo a, 2024-02-03, article a (c-0): 50% in common, 73% of the shorter; "
    assert second.splitlines() == [
        f"y: “{changed}” stood before in 1 place:",
        f"{shares}… lúc bảy giờ với [-một trăm hai-] [+chín+] mươi hành khách",
    ]
    assert rest == ""
    assert printed.err == "stood before: 2 of 3 paragraphs\n"


def test_places_that_are_not_shown_are_counted(index: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index", "query", index, articles(tmp_path / "new.jsonl", x=FERRY), "--most", "1"]) == 0
    assert "  and 1 more (--most)\n" in capsys.readouterr().out


def test_what_an_article_says_cannot_steer_a_terminal(index: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index", "add", index, articles(tmp_path / "evil.jsonl", z=f"{FERRY} \x1b[2J\u202e hết"), "--quiet"]) == 0
    assert main(["index", "query", index, articles(tmp_path / "new.jsonl", x=FERRY)]) == 0
    output = capsys.readouterr().out
    assert "⟨U+001B⟩[2J⟨U+202E⟩ hết" in output
    assert "\x1b" not in output
    assert "\u202e" not in output


def test_info_says_what_there_is(index: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index", "info", index, "--format", "json", "--check"]) == 0
    info = json.loads(capsys.readouterr().out)
    assert {name: info[name] for name in ("paragraphs", "articles", "copies", "links", "clusters", "merges", "adds")} == {
        "paragraphs": 3,
        "articles": 2,
        "copies": 0,
        "links": 1,
        "clusters": 1,
        "merges": 0,
        "adds": 1,
    }
    assert (info["header"]["archive_bands"], len(info["segments"])) == (42, 1)
    assert main(["index", "info", index]) == 0
    assert "paragraphs 3\n" in capsys.readouterr().out


def test_info_shows_a_cluster(index: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index", "info", index, "--cluster", "c-2"]) == 0
    assert capsys.readouterr().out.splitlines()[:2] == ["id c-0", "members 2"]


def test_all_segments_become_one(index: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["index", "add", index, articles(tmp_path / "second.jsonl", c=FERRY), "--quiet"])
    assert main(["index", "compact", index]) == 0
    assert main(["index", "compact", index]) == 0
    messages = capsys.readouterr().err.splitlines()
    assert messages == ["2 segments are one now", "there is one segment at most: nothing to do"]


def test_what_is_no_index_is_not_made_one_by_reading_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nowhere = str(tmp_path / "nowhere")
    given = articles(tmp_path / "new.jsonl", x=FERRY)
    for command in (["query", nowhere, given], ["info", nowhere], ["compact", nowhere]):
        assert main(["index", *command]) == 1
        assert "holds no index" in capsys.readouterr().err
    assert not Path(nowhere).exists()


def test_settings_that_are_not_those_of_the_index_end_the_command(index: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings, given = tmp_path / "s.toml", articles(tmp_path / "new.jsonl", x=FERRY)
    settings.write_text("[duplicates]\njaccard = 0.7\n", encoding="utf-8")
    for command in ("add", "query"):
        assert main(["index", command, index, given, "--settings", str(settings)]) == 1
        assert "duplicates.jaccard is 0.5 in the index and 0.7 in the settings" in capsys.readouterr().err
    settings.write_text('[duplicates]\nkernels = "numpy"\n', encoding="utf-8")
    assert main(["index", "query", index, given, "--settings", str(settings)]) == 0


def test_what_is_skipped_is_told_and_counts_if_it_has_to(index: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = [articles(tmp_path / "new.jsonl", x=FERRY), str(tmp_path / "absent.txt")]
    assert main(["index", "query", index, *given]) == 0
    assert main(["index", "add", index, *given, "--strict"]) == 1
    assert capsys.readouterr().err.count("skipped absent.txt") == 2


@pytest.mark.parametrize("most", ["0", "x", "-1"])
def test_no_match_at_all_cannot_be_asked_for(index: str, most: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["index", "query", index, "x.jsonl", "--most", most])
    assert "is no count" in capsys.readouterr().err


def test_a_query_can_be_read_by_any_pipe(index: str, tmp_path: Path) -> None:
    command = ["tellings", "index", "query", index, articles(tmp_path / "new.jsonl", x=FERRY), "--format", "json"]
    done = subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert json.loads(done.stdout)["matches"][0]["outlet"] == "Báo a"


def test_without_an_article_no_index_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    assert main(["index", "add", str(tmp_path / "index"), str(tmp_path / "empty.txt")]) == 1
    assert "nothing could be read" in capsys.readouterr().err
    assert not (tmp_path / "index").exists()


def test_articles_of_all_kinds_of_files_come_in_batches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("compare.commands.index_batches._BATCH_PARAGRAPHS", 2)
    folder = tmp_path / "saved"
    folder.mkdir()
    articles(folder / "many.jsonl", a=FERRY, b=FERRY + " và hàng", c="Không ai bị thương cả đêm qua")
    (folder / "page.txt").write_text(f"{FERRY}\n", encoding="utf-8")
    pq.write_table(pa.table({"id": ["p"], "outlet": ["Báo"], "text": [FERRY]}), folder / "rows.parquet")
    assert main(["index", "add", str(tmp_path / "index"), str(folder)]) == 0
    assert "added 5 paragraphs of 5 articles: 2 copies, 1 link, 1 new cluster, 2 grown" in capsys.readouterr().out
    assert main(["index", "info", str(tmp_path / "index"), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["adds"] == 3


def test_an_article_can_come_through_a_pipe(index: str, tmp_path: Path) -> None:
    given = Path(articles(tmp_path / "new.jsonl", x=FERRY)).read_bytes()
    done = subprocess.run(["tellings", "index", "query", index, "-", "--format", "json"], check=True, capture_output=True, input=given)
    assert json.loads(done.stdout)["article"] == "x"
