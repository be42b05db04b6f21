"""A user's own words: rows from a file or from the settings, every fault with its line, and what they do to a comparison."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.claims.similarity import matching_words
from compare.errors import SettingsError
from compare.languages.registry import PACKS
from compare.model import Article, ArticleId, Claim, Span
from compare.pipeline import compare_story
from compare.settings import Settings, as_document, from_mapping, load
from compare.text.tokens import bare, checksum, key
from compare.user_tables.word_rows import check_given_rows, read_rows
from schemas.check import breaches, checker


def _file(folder: Path, text: str, name: str = "words.csv") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def _faults(folder: Path, text: str) -> list[str]:
    return [fault.removeprefix(f"{folder}/") for fault in read_rows(_file(folder, text))[1]]


def _claim(text: str, language: str) -> Claim:
    return Claim(ArticleId("a"), "text", Span(0, len(text)), text, language)


def _article(name: str, text: str) -> Article:
    return Article(ArticleId(name), name, text, name, checksum(text), title=f"On {name}", language="en")


@pytest.mark.parametrize("mark", [",", ";", "\t", ", "])
def test_entries_are_parted_as_spreadsheets_part_them(tmp_path: Path, mark: str) -> None:
    assert read_rows(_file(tmp_path, f"sân bay{mark}phi trường{mark}airport\n"))[0] == (("sân bay", "phi trường", "airport"),)


def test_an_entry_in_quotes_may_hold_a_comma(tmp_path: Path) -> None:
    assert read_rows(_file(tmp_path, '"Ellery, Port",Port Ellery\n'))[0] == (("Ellery, Port", "Port Ellery"),)


def test_comments_empty_lines_and_a_byte_order_mark_are_passed_over(tmp_path: Path) -> None:
    assert read_rows(_file(tmp_path, "\ufeff# ours\n\npier,jetty\r\n"))[0] == (("pier", "jetty"),)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("pier,jetty\nferry\n", "words.csv:2 has one entry; it wants the form and at least one other"),
        ("pier,jetty\n\nferry,,boat\n", "words.csv:3 has an empty entry, number 2"),
        ("pier,12\n", "words.csv:1 has no letter in entry 2"),
        ("pier,Pier\n", "words.csv:1 gives entry 2 twice"),
        ("hoà,ấm\nhòa,lạnh\n", "words.csv:2 gives in entry 1 what stands in {}/words.csv:1 already"),
    ],
)
def test_a_fault_comes_with_file_line_and_entry(tmp_path: Path, text: str, fault: str) -> None:
    assert _faults(tmp_path, text) == [fault.format(tmp_path)]


def test_a_file_that_is_not_utf8_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "words.csv").write_bytes("pier,jetty\nđò,phà\n".encode("utf-16-le"))
    assert "is not UTF-8" in read_rows(tmp_path / "words.csv")[1][0]


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert read_rows(tmp_path / "none.csv")[1] == [f"{tmp_path / 'none.csv'} cannot be read (No such file or directory)"]


@pytest.mark.parametrize(("row", "fault"), [("pier", "wants a list of words, not 'pier'"), (["pier"], "has one entry"), ([], "is empty")])
def test_a_fault_in_the_settings_file_comes_with_its_row(row: object, fault: str) -> None:
    assert check_given_rows([["ferry", "boat"], row], "words.synonyms")[1][0].startswith(f"words.synonyms row 2 {fault}")


def test_all_faults_of_both_files_and_the_settings_are_told_at_once(tmp_path: Path) -> None:
    _file(tmp_path, "pier\n", "s.csv")
    _file(tmp_path, "Port Ellery\n\n,x\n", "a.tsv")
    _file(tmp_path, '[words]\nsynonyms = "s.csv"\naliases = "a.tsv"\n[claims]\nthreshold = 2.0\n', "my.toml")
    with pytest.raises(SettingsError) as caught:
        load(tmp_path / "my.toml")
    assert [part in str(caught.value) for part in ("my.toml", "s.csv:1", "a.tsv:1", "a.tsv:3", "claims.threshold")] == [True] * 5


@pytest.mark.parametrize("value", [3, True, {"a": "b"}])
def test_what_is_neither_a_file_nor_rows_is_refused(value: object) -> None:
    with pytest.raises(SettingsError, match=r"words\.aliases wants the name of a file or a list of rows"):
        from_mapping({"words": {"aliases": value}}, "my.toml")


def test_a_file_is_looked_for_beside_the_settings(tmp_path: Path) -> None:
    _file(tmp_path, "pier,jetty\n", "s.csv")
    assert load(_file(tmp_path, '[words]\nsynonyms = "s.csv"\n', "my.toml")).words.synonyms == (("pier", "jetty"),)


def test_the_rows_of_a_run_stand_in_its_settings_and_give_the_same_run() -> None:
    settings = from_mapping({"words": {"synonyms": [["pier", "jetty"]], "aliases": [["Port Ellery", "Ellery Harbour"]]}}, "my.toml")
    document = json.loads(json.dumps(as_document(settings)))
    assert breaches(document, checker("settings")) == []
    assert from_mapping(document, "again") == settings


@pytest.mark.parametrize("code", ["vi", "en"])
def test_a_synonym_of_the_user_matches_its_form(code: str) -> None:
    own = (("pier", "jetty", "cầu cảng"),)
    assert matching_words(_claim("The jetty fell; cầu cảng đã sập.", code), own) == matching_words(
        _claim("The pier fell; pier đã sập.", code), own
    )


def test_a_synonym_of_the_user_goes_on_to_the_form_of_the_pack() -> None:
    assert matching_words(_claim("rốc-két", "vi"), (("hỏa tiễn", "rốc-két"),)) == ["tên", "lửa"]


def test_an_alias_of_the_user_is_one_name_in_the_document() -> None:
    settings = from_mapping({"words": {"aliases": [["Port Ellery", "Ellery Harbour"]]}}, "my.toml")
    articles = [_article("a", "The ferry reached Ellery Harbour at noon."), _article("b", "The ferry reached Port Ellery at noon.")]
    readings = compare_story("s", articles, [], settings).readings
    assert {name.key for reading in readings for claim in reading.claims for name in claim.facts.names} == {"port ellery"}


def test_without_rows_two_names_stay_two() -> None:
    articles = [_article("a", "The ferry reached Ellery Harbour at noon."), _article("b", "The ferry reached Port Ellery at noon.")]
    readings = compare_story("s", articles, [], Settings()).readings
    assert len({name.key for reading in readings for claim in reading.claims for name in claim.facts.names}) == 2


@pytest.mark.parametrize("code", ["vi", "en"])
def test_no_synonym_of_a_pack_leads_to_another(code: str) -> None:
    table = {key(word): key(form) for word, form in PACKS[code].sentences.synonyms.items()}
    assert [(word, form) for word, form in table.items() if form in table] == []


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("vi", "Hai quả tên lửa rơi xuống sân bay.", "Hai quả phi đạn rơi xuống phi trường."),
        ("vi", "Trực thăng đến bệnh viện.", "Máy bay lên thẳng đến nhà thương."),
        ("vi", "Họ gửi phi cơ.", "Họ gởi máy bay."),
        ("en", "The defence adviser left the theatre by lorry.", "The defense advisor left the theater by truck."),
    ],
)
def test_usage_of_north_and_overseas_of_britain_and_america_is_one(code: str, one: str, other: str) -> None:
    assert matching_words(_claim(one, code)) == matching_words(_claim(other, code))


@pytest.mark.parametrize(("one", "other"), [("hoà", "hòa"), ("thuý", "thúy"), ("khoẻ", "khỏe"), ("HOÀ", "Hòa"), ("thuỷ", "thủy")])
def test_the_place_of_a_tone_mark_changes_no_matching_key(one: str, other: str) -> None:
    assert key(one) == key(other)
    assert bare(one) == bare(other)


@pytest.mark.parametrize(("one", "other"), [("ma", "má"), ("hoà", "hoá"), ("12 người", "21 người"), ("quý", "qúy")])
def test_tone_marks_and_digits_stay_in_matching_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


@given(st.lists(st.lists(st.text(max_size=6), max_size=4), max_size=5))
def test_any_rows_are_taken_whole_or_refused_with_their_number(rows: list[list[str]]) -> None:
    found, faults = check_given_rows(rows, "words.synonyms")
    assert faults or [list(row) for row in found] == [[" ".join(entry.split()) for entry in row] for row in rows]
    assert all(fault.startswith("words.synonyms row ") for fault in faults)


def test_a_line_that_no_list_of_words_has_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "words.csv"
    path.write_text("tàu," + "a" * 200_000, encoding="utf-8")
    rows, faults = read_rows(path)
    assert (rows, len(faults)) == ((), 1)


# Files that are no lists


_USERS = "root:x:0:0:Nguyễn Văn Kín:/root:/bin/bash\ndb_entry=kín-đáo-42\n12\n\nroot:x:0:0:Nguyễn Văn Kín:/root:/bin/bash\n,\na;;\n"


@pytest.mark.parametrize("name", ["words.synonyms", "words.aliases", "input.outlets", "input.columns"])
@pytest.mark.parametrize("given_file", ["passwd", "many", "/etc/passwd"])
def test_nothing_of_a_file_that_is_no_list_is_printed(name: str, given_file: str, tmp_path: Path) -> None:
    secret = _USERS if given_file == "passwd" else "".join(f"secret-{at}\n" for at in range(5_000))
    _file(tmp_path, secret, "passwd" if given_file == "passwd" else "many")
    part, setting = name.split(".")
    _file(tmp_path, f'[{part}]\n{setting} = "{given_file}"\n', "my.toml")
    with pytest.raises(SettingsError) as caught:
        load(tmp_path / "my.toml")
    said = str(caught.value).replace(str(tmp_path), "")
    assert [word for word in ("root:", "Nguyễn", "kín", "db_entry", "secret-", "/bin/") if word in said] == []
    assert f"{given_file}:1 " in said
    assert len(said) < 5_000
