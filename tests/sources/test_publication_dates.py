"""Metadata lines as pages print them."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest

from compare.model import Published
from compare.sources.address_date import date_in_url
from compare.sources.publication_dates import read_publication_date

_FLOORS = json.loads((Path(__file__).parents[1] / "gate_floors.json").read_text(encoding="utf-8"))["floors"]
_DIGIT = re.compile(r"\d")
# More than the reader knows on purpose: a year, or three figures that stand like day, month and year.
_FULL_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d\s?[./-]\s?\d+\s?[./-]\s?\d")
# The number in an address is stamped when a page is begun; one begun in the evening appears the next day.
_WRITTEN_THE_DAY_BEFORE = (0, 1)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Thứ 3, 08:15, 04/06/2019", "2019-06-04T08:15"),
        ("Thứ ba, 4/6/2019 | 08:15 GMT+7", "2019-06-04T08:15"),
        ("Thứ Ba, ngày 4/6/2019 - 08:15", "2019-06-04T08:15"),
        ("04/06/19 15:47", "2019-06-04T15:47"),
        ("6:17 PM, 04-06-2019", "2019-06-04T18:17"),
        ("Thứ tư, 5 Tháng sáu 2019, 09:24 GMT+7", "2019-06-05T09:24"),
        ("2019-06-04T08:26:24+07:00", "2019-06-04T08:26"),
        ("Tue, 04 Jun 2019 08:26:24 +0000", "2019-06-04T08:26"),
        ("June 4, 2019 12:04 a.m.", "2019-06-04T00:04"),
        ("Tuesday, June 4, 2019", "2019-06-04"),
        ("6/14/2019", "2019-06-14"),
        ("Posted on June 4, 2019 at 8:26 pm", "2019-06-04T20:26"),
        ("2019-06-04 lúc 14h30", "2019-06-04T14:30"),
        ("14 giờ 30 phút ngày 04/06/2019", "2019-06-04T14:30"),
        ("04/06/2019 2:30 CH", "2019-06-04T14:30"),
        ("04/06/2019 12:30 SA", "2019-06-04T00:30"),
        ("20190604T082624Z", "2019-06-04T08:26"),
        ("2019-06-04T08:26:24.123Z", "2019-06-04T08:26"),
        ("Tue, 04 Jun 19 08:26:24 +0700", "2019-06-04T08:26"),
        ("Tue Jun 4 08:26:24 2019", "2019-06-04T08:26"),
        ("Tue Jun 4 08:26:24 +0700 2019", "2019-06-04T08:26"),
        ("4 June 2019 | 8.26pm", "2019-06-04T20:26"),
        ("Tue 4 Jun 2019 08.26 EDT", "2019-06-04T08:26"),
        ("4 thg 6, 2019", "2019-06-04"),
        ("Th6 4, 2019", "2019-06-04"),
        ("Tháng Bẩy 4, 2019 8:26 sáng", "2019-07-04T08:26"),
        ("04/06/201900:00:00(Xem: 732)", "2019-06-04T00:00"),
        # the day of a change counts only where there is no other
        ("Cập nhật: 25/06/2024 10:00 | Đăng lúc: 20/05/2024 09:15", "2024-05-20T09:15"),
        ("Updated June 25, 2024 | Published May 20, 2024", "2024-05-20"),
        ("Last updated: 25/06/2024 10:00", "2024-06-25T10:00"),
        ("Credited 25/06/2024 | 20/05/2024", "2024-06-25"),
    ],
)
def test_a_date_line_gives_the_day_and_the_time_it_prints(line: str, value: str) -> None:
    published = read_publication_date(line)
    assert published is not None
    assert published.value == value


def test_the_day_of_posting_does_not_take_the_time_of_an_update() -> None:
    published = read_publication_date("Đăng ngày 04-06-2019 Sửa đổi ngày 05-06-2019 15:10")
    assert published is not None
    assert (published.value, published.precision) == ("2019-06-04", "day")


def test_a_date_line_is_read_with_its_tone_marks_apart() -> None:
    assert read_publication_date(normalize("NFD", "4 tháng bảy năm 2019")) == Published("2019-07-04", "day", "metadata")


@pytest.mark.parametrize("line", ["2 giờ trước", "5 phút trước", "Hôm qua 14:30", "2 hours ago", "yesterday"])
def test_a_time_told_from_now_gives_nothing(line: str) -> None:
    assert read_publication_date(line) is None


@pytest.mark.parametrize("line", ["Marathon 5, 2019", "Decor 5 2019", "1 Mayor 2019"])
def test_a_word_that_begins_like_a_month_is_none(line: str) -> None:
    assert read_publication_date(line) is None


@pytest.mark.parametrize("line", ["", "04/06 08:15", "31/02/2019", "Cập nhật"])
def test_a_line_without_a_full_date_gives_nothing(line: str) -> None:
    assert read_publication_date(line) is None


# Lines of the shared corpus


@pytest.fixture(scope="module")
def rows(shared_data: Path) -> list[dict[str, Any]]:
    lines = (shared_data / "vims" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["published"]]


@pytest.mark.gate
def test_every_shape_of_line_with_a_full_date_is_read(rows: list[dict[str, Any]]) -> None:
    shapes = {(row["outlet"], _DIGIT.sub("9", row["published"])) for row in rows}
    unread = {(row["outlet"], row["published"]) for row in rows if read_publication_date(row["published"]) is None}
    print(f"{len(shapes)} shapes of lines; {len(unread)} lines unread: {sorted(line for _, line in unread)}")
    assert [line for _, line in sorted(unread) if _FULL_DATE.search(line)] == []


@pytest.mark.gate
def test_dates_of_lines_agree_with_those_of_the_addresses(rows: list[dict[str, Any]]) -> None:
    pairs = [(row, date_in_url(row["url"] or ""), read_publication_date(row["published"])) for row in rows]
    apart = [(_days(said, address), row) for row, address, said in pairs if address and said]
    print(f"{len(apart)} addresses with a day, {sum(not days for days, _ in apart)} equal to the line's; the others, in days later:")
    print("\n".join(f"{days:+d}  {row['published']}  {row['url']}" for days, row in apart if days))
    close = sum(days in _WRITTEN_THE_DAY_BEFORE for days, _ in apart)
    assert close >= _FLOORS["dates_agree"] * len(apart) > 0


def _days(said: Published, address: Published) -> int:
    """How many days later than its address a line says that the article appeared."""
    return (date.fromisoformat(said.value[:10]) - date.fromisoformat(address.value)).days
