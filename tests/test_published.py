"""Metadata lines as pages print them."""

import json
from pathlib import Path

import pytest

from compare.sources.published import read_published

_CORPUS = Path(__file__).parents[1].parent / "shared" / "data" / "vims" / "articles.jsonl"


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
    ],
)
def test_a_date_line_gives_the_day_and_the_time_it_prints(line: str, value: str) -> None:
    published = read_published(line)
    assert published is not None
    assert published.value == value


def test_the_day_of_posting_does_not_take_the_time_of_an_update() -> None:
    published = read_published("Đăng ngày 04-06-2019 Sửa đổi ngày 05-06-2019 15:10")
    assert published is not None
    assert (published.value, published.precision) == ("2019-06-04", "day")


@pytest.mark.parametrize("line", ["", "04/06 08:15", "31/02/2019", "Cập nhật"])
def test_a_line_without_a_full_date_gives_nothing(line: str) -> None:
    assert read_published(line) is None


@pytest.mark.skipif(not _CORPUS.exists(), reason="the shared corpus is not beside this checkout")
def test_nearly_every_date_line_of_the_corpus_is_read() -> None:
    lines = [json.loads(row)["published"] for row in _CORPUS.read_text(encoding="utf-8").splitlines()]
    given = [line for line in lines if line]
    assert sum(read_published(line) is not None for line in given) >= 0.99 * len(given)
