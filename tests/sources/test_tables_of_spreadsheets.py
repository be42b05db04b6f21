"""Tables as spreadsheets save them: a line before the names that says what parts the cells, marks, and cells that fill rows up."""

from codecs import BOM_UTF8, BOM_UTF16_BE
from pathlib import Path

import pytest

from compare.settings import InputSettings
from compare.sources.read_inputs import Intake, read_inputs

CASE = Path(__file__).parents[1] / "cases" / "found" / "28-excel-sep-line" / "a.csv"
ROWS = "id{0}outlet{0}text\n1{0}Báo Sáng{0}Cầu Bến Gỗ đóng cửa sáng nay.\n2{0}River Post{0}The wooden bridge closed on Monday.\n"


def read(path: Path) -> Intake:
    return read_inputs([str(path)], InputSettings())


def outlets(folder: Path, data: bytes | str, name: str = "a.csv") -> list[str]:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    intake = read(path)
    assert intake.skipped == ()
    return [article.outlet for article in intake.articles]


def test_a_table_that_excel_saved_with_its_separator_is_read() -> None:
    intake = read(CASE)
    assert ([article.outlet for article in intake.articles], intake.skipped) == (["Báo Một", "Tin Hai"], ())


@pytest.mark.parametrize("mark", [";", ",", "\t", "|"])
@pytest.mark.parametrize("name", ["a.csv", "a.tsv"])
def test_the_line_says_what_parts_the_cells(mark: str, name: str, tmp_path: Path) -> None:
    assert outlets(tmp_path, f"sep={mark}\n{ROWS.format(mark)}", name) == ["Báo Sáng", "River Post"]


@pytest.mark.parametrize("line", ["SEP=;", "sep=;;;;", '"sep=;"', "sep=;  ", "\n\nsep=;", "sep=;\n"])
def test_the_line_is_known_in_whatever_way_it_was_saved(line: str, tmp_path: Path) -> None:
    assert outlets(tmp_path, f"{line}\n{ROWS.format(';')}") == ["Báo Sáng", "River Post"]


@pytest.mark.parametrize("encoded", [BOM_UTF8 + b"%", "utf-16", BOM_UTF16_BE, "windows"])
def test_the_line_is_known_in_every_encoding(encoded: bytes | str, tmp_path: Path) -> None:
    text = f"sep=;\r\n{ROWS.format(';')}"
    if encoded == BOM_UTF16_BE:
        data = BOM_UTF16_BE + text.encode("utf-16-be")
    elif encoded == "windows":
        data = text.replace("Báo Sáng", "Café").encode("cp1252", "replace")
    else:
        data = text.encode("utf-16") if encoded == "utf-16" else BOM_UTF8 + text.encode()
    assert len(outlets(tmp_path, data)) == 2


def test_what_parts_the_cells_is_believed_where_names_look_otherwise(tmp_path: Path) -> None:
    assert outlets(tmp_path, "sep=;\nid;outlet;text;a,b,c,d,e\n1;Báo Sáng;Cầu Bến Gỗ đóng cửa sáng nay.;x\n") == ["Báo Sáng"]


def test_places_count_every_line_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"sep=;\n{ROWS.format(';')}3;x\n", encoding="utf-8")
    assert [item.place for item in read(tmp_path / "a.csv").skipped] == ["a.csv:5"]


def test_a_row_that_a_spreadsheet_filled_up_is_read(tmp_path: Path) -> None:
    filled = "".join(f"{line};;;\n" for line in ROWS.format(";").splitlines())
    assert outlets(tmp_path, f"sep=;;;;\n{filled}") == ["Báo Sáng", "River Post"]


def test_a_row_that_is_filled_up_beyond_the_names_is_read(tmp_path: Path) -> None:
    assert outlets(tmp_path, ROWS.format(",").replace("\n2", ",,\n2")) == ["Báo Sáng", "River Post"]


def test_a_column_of_that_name_is_no_such_line(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("sep=x\nid;outlet;text\n", encoding="utf-8")
    assert "has no column" in read(tmp_path / "a.csv").skipped[0].reason
