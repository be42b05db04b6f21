"""Files, folders, lines and standard input as newsrooms hand them over."""

import io
import json
import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.errors import InputError
from compare.model import Skipped
from compare.settings import InputSettings
from compare.sources.decode import UndecodableError, decode
from compare.sources.read_inputs import Intake, read_inputs, require_articles

SETTINGS = InputSettings()
VIETNAMESE = "Cơn mưa lớn đêm qua làm ngập nhiều tuyến đường ở thị trấn.\nNgười dân phải kê đồ đạc lên cao, theo lời trưởng ấp."
TONES = "\u0300\u0301\u0303\u0309\u0323"


def read(*paths: Path | str, settings: InputSettings = SETTINGS) -> Intake:
    return read_inputs([str(path) for path in paths], settings)


def why(intake: Intake) -> str:
    return intake.skipped[0].reason


def write_lines(path: Path, *records: object) -> Path:
    path.write_text("\n".join(json.dumps(record, ensure_ascii=False) for record in records), encoding="utf-8")
    return path


def record(**values: object) -> dict[str, object]:
    return {"id": "a-1", "outlet": "The Harbour Post", "text": "The ferry left two hours late on Monday."} | values


def in_windows_1258(text: str) -> bytes:
    """Letter and combining tone mark apart, as Windows writes Vietnamese."""
    out = b""
    for char in text:
        apart = unicodedata.normalize("NFD", char)
        base = unicodedata.normalize("NFC", "".join(part for part in apart if part not in TONES))
        out += (base + "".join(part for part in apart if part in TONES)).encode("cp1258")
    return out


# Encodings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_file_in_any_unicode_encoding_is_read_whole(encoding: str) -> None:
    assert decode(VIETNAMESE.encode(encoding)) == VIETNAMESE


def test_windows_1258_with_its_loose_tone_marks_comes_out_composed() -> None:
    assert decode(in_windows_1258(VIETNAMESE)) == VIETNAMESE


def test_windows_1252_keeps_its_curly_quotes() -> None:
    quote = "“We’re not leaving the café,” said the owner on Monday."
    assert decode(quote.encode("cp1252")) == quote


def test_decomposed_letters_and_old_line_ends_become_one_form() -> None:
    assert decode(unicodedata.normalize("NFD", "Bão đổ bộ\r\nvào bờ").encode()) == "Bão đổ bộ\nvào bờ"


def test_one_lost_byte_never_turns_vietnamese_into_another_alphabet() -> None:
    with pytest.raises(UndecodableError, match="UTF-8 with a broken byte at"):
        decode(VIETNAMESE.encode()[:-30] + b"\xff" + VIETNAMESE.encode()[-29:])


@pytest.mark.parametrize("data", [b"PNG\x00\x01\x02 some words here", b"\x01\x02\x03 some words here", b"\xff\xfea"])
def test_a_binary_file_is_not_text(data: bytes) -> None:
    with pytest.raises(UndecodableError, match="save it as UTF-8"):
        decode(data)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
def test_decoding_utf8_changes_nothing_but_the_form(text: str) -> None:
    assert decode(text.encode()) == unicodedata.normalize("NFC", text.removeprefix("\ufeff"))


# Files and folders


def test_a_text_file_is_kept_whole_under_its_name(tmp_path: Path) -> None:
    path = tmp_path / "Bão số 5.txt"
    path.write_text(VIETNAMESE + "\n\n", encoding="utf-8")
    article = read(path).articles[0]
    assert (article.text, article.outlet, article.origin) == (VIETNAMESE + "\n\n", "Bão số 5", "Bão số 5.txt")


def test_the_id_of_a_file_is_its_checksum_and_a_safe_name(tmp_path: Path) -> None:
    path = tmp_path / "Bão số 5.txt"
    path.write_text(VIETNAMESE, encoding="utf-8")
    article = read(path).articles[0]
    assert article.id == f"{article.sha256[:8]}-bao-so-5"


def test_a_folder_is_read_to_its_bottom_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "deep/er/a.md", ".hidden.txt", ".git/c.txt", "noext"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"The text of {name} is short.", encoding="utf-8")
    intake = read(tmp_path)
    assert sorted(article.origin for article in intake.articles) == ["b.txt", "deep/er/a.md", "noext"]
    assert not intake.skipped


@pytest.fixture
def twins(tmp_path: Path) -> Path:
    for folder in ("here/monday", "here/tuesday"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "report.txt").write_text("The same wire report ran twice.", encoding="utf-8")
    return tmp_path / "here"


def test_equal_files_of_one_name_get_ids_of_their_own(twins: Path) -> None:
    assert len({article.id for article in read(twins).articles}) == 2


def test_ids_do_not_depend_on_where_the_folder_stands(twins: Path) -> None:
    before = read(twins)
    assert read(twins.rename(twins.with_name("elsewhere"))) == before


def test_equal_files_given_by_name_are_told_apart_in_any_order(twins: Path) -> None:
    one, two = twins / "monday/report.txt", twins / "tuesday/report.txt"
    intake = read(one, two)
    assert intake == read(two, one)
    assert len({article.id for article in intake.articles}) == 2


def test_a_file_given_beside_its_folder_is_read_once_and_counted_twice(twins: Path) -> None:
    intake = read(twins, twins / "monday/report.txt")
    assert (len(intake.articles), len(intake.skipped)) == (2, 1)
    assert intake == read(twins / "monday/report.txt", twins)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert read(tmp_path / "gone.txt").skipped == (Skipped("gone.txt", "no such file; check its name"),)


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    assert "empty folder" in why(read(tmp_path))


@pytest.mark.parametrize("name", ["a.pdf", "a.DOCX", "a.epub", "a.xlsx", "a.mhtml", "a.json", "a.zip", "a.rar", "a.jpg"])
def test_a_format_of_its_own_is_skipped_with_what_to_do(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("There are plain words in here.", encoding="utf-8")
    assert ";" in why(read(tmp_path))


def test_a_page_saved_as_txt_is_read_as_a_page(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("\n<!DOCTYPE html><html><p>The bridge is closed today.", encoding="utf-8")
    (article,) = read(tmp_path).articles
    assert (article.text, article.form) == ("The bridge is closed today.", "page")


@pytest.mark.parametrize(
    ("text", "reason"),
    [("", "is empty"), (" \n\t\n", "is empty"), ("12 34 --- !!!", "no sentence"), ("Two words\nonly here", "no sentence")],
)
def test_a_text_without_a_sentence_is_skipped(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert reason in why(read(tmp_path))


def test_a_long_run_of_digits_is_judged_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a " + "1 " * 500_000, encoding="utf-8")
    assert "no sentence" in why(read(tmp_path))


def test_a_file_too_large_names_the_setting(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The text is far too long.", encoding="utf-8")
    assert "has 25 bytes; split it or raise input.largest_file_bytes (9)" in why(
        read(tmp_path, settings=InputSettings(largest_file_bytes=9))
    )


def test_an_article_too_long_names_the_setting(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The text is far too long.", encoding="utf-8")
    assert "input.largest_article_chars (9)" in why(read(tmp_path, settings=InputSettings(largest_article_chars=9)))


def test_a_pipe_in_a_folder_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "not a regular file" in why(read(tmp_path))


def test_a_link_to_a_folder_is_named_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path)
    assert "link to a folder" in why(read(tmp_path))


def test_a_link_to_nothing_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert "is a link to a file" in why(read(tmp_path))


# JSONL


def test_a_record_keeps_its_id_and_story(tmp_path: Path) -> None:
    article = read(write_lines(tmp_path / "a.jsonl", record(id="Số 1/x", story="flood", byline="An Lê"))).articles[0]
    assert (article.id, article.story, article.credits.byline, article.origin) == ("Số 1/x", "flood", "An Lê", "a.jsonl")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{nonsense", "is not JSON"),
        ("[1, 2]", "is not an object"),
        ('{"id": "a", "outlet": "b"}', "$: 'text' is a required property"),
        ('{"id": "a", "outlet": "b", "text": 5}', "$.text: 5 is not of type 'string'"),
        ('{"id": " ", "outlet": "b", "text": "Three good words."}', "$.id: is blank"),
        ('{"id": "a", "outlet": "b", "text": "..."}', "$.text: has no sentence"),
        ('{"id": "a", "outlet": "b", "text": "Three good words \\ud800."}', "half a surrogate pair"),
        ("[" * 100_000, "beyond any article"),
    ],
)
def test_a_bad_line_is_skipped_with_its_number_and_problem(tmp_path: Path, line: str, reason: str) -> None:
    path = write_lines(tmp_path / "a.jsonl", record())
    path.write_text(path.read_text(encoding="utf-8") + "\n\n" + line + "\n", encoding="utf-8")
    intake = read(path)
    assert len(intake.articles) == 1
    assert intake.skipped[0].place == "a.jsonl:3"
    assert reason in why(intake)


def test_one_line_in_another_encoding_costs_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(json.dumps(record()).encode() + b"\n" + json.dumps(record(id="é"), ensure_ascii=False).encode("latin-1"))
    intake = read(path)
    assert (len(intake.articles), intake.skipped[0].place) == (1, "a.jsonl:2")


def test_a_repeated_id_names_the_first_line(tmp_path: Path) -> None:
    intake = read(write_lines(tmp_path / "a.jsonl", record(), record(text="Another text of three words.")))
    assert intake.skipped == (Skipped("a.jsonl:2", "has the id 'a-1' of a.jsonl:1; give each article its own"),)


def test_a_repeated_id_across_files_is_the_same_in_any_order(tmp_path: Path) -> None:
    one = write_lines(tmp_path / "one.jsonl", record())
    two = write_lines(tmp_path / "two.ndjson", record(text="Another text of three words."))
    assert read(one, two) == read(two, one)
    assert read(one, two).skipped[0].place == "two.ndjson:1"


def test_articles_come_by_story_and_id(tmp_path: Path) -> None:
    path = write_lines(
        tmp_path / "a.jsonl", record(id="z", story="a"), record(id="b", story="b"), record(id="a", story="b"), record(id="y")
    )
    assert [article.id for article in read(path).articles] == ["y", "z", "a", "b"]


def test_a_jsonl_file_of_blank_lines_is_empty(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("\n \n", encoding="utf-8")
    assert "is empty" in why(read(tmp_path))


@given(st.lists(st.sampled_from(["good", "{", "5", '{"id": "x"}', "", '{"id": "b", "outlet": "o", "text": "One two three."}'])))
def test_what_was_read_and_what_was_skipped_is_what_was_there(lines: list[str]) -> None:
    data = "\n".join(lines).encode()
    intake = read_inputs(["-"], SETTINGS, io.BytesIO(b'{"id": "a", "outlet": "o", "text": "One two three."}\n' + data))
    assert len(intake.articles) + len(intake.skipped) == 1 + sum(1 for line in lines if line)


# Standard input


def test_text_on_standard_input_is_one_article() -> None:
    article = read_inputs(["-"], SETTINGS, io.BytesIO(VIETNAMESE.encode())).articles[0]
    assert (article.text, article.origin) == (VIETNAMESE, "stdin")


def test_lines_of_json_on_standard_input_are_articles() -> None:
    intake = read_inputs(["-"], SETTINGS, io.BytesIO(b"\n  " + json.dumps(record()).encode()))
    assert [article.id for article in intake.articles] == ["a-1"]


# Nothing at all


def test_nothing_readable_is_an_error_that_says_why(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.txt: no such file"):
        require_articles(read(tmp_path / "gone.txt"))


def test_one_readable_article_is_enough(tmp_path: Path) -> None:
    assert len(require_articles(read(write_lines(tmp_path / "a.jsonl", record()), tmp_path / "gone.txt"))) == 1


# Real articles


def test_every_line_of_the_shared_corpus_is_read_or_named(shared_data: Path) -> None:
    intake = read(shared_data / "vims" / "articles.jsonl", shared_data / "seeds")
    assert len(intake.articles) + len(intake.skipped) == 984
    assert intake.skipped == ()


@pytest.mark.parametrize(("url", "outlet"), [("https://www.courier.example/a", "courier.example"), (None, "a")])
def test_a_blank_outlet_is_the_pages_host_else_the_files_name(tmp_path: Path, url: str | None, outlet: str) -> None:
    path = write_lines(tmp_path / "a.jsonl", record(outlet="", url=url))
    (article,) = read(path).articles
    assert article.outlet == outlet
