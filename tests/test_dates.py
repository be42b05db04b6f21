"""Dates in sentences, read against the day the article appeared."""

import pytest

from compare.languages.en.dates import DATES as ENGLISH
from compare.languages.vi.dates import DATES as VIETNAMESE
from compare.model import Date, Published
from compare.reading.dates import compile_dates, find_dates, infer_published

_VI, _EN = compile_dates(VIETNAMESE), compile_dates(ENGLISH)
_WEDNESDAY = Published("2019-06-05T08:00", "minute", "metadata")


def _vi(text: str, published: Published | None = _WEDNESDAY) -> tuple[Date, ...]:
    return find_dates(text, _VI, published)


def _en(text: str) -> tuple[Date, ...]:
    return find_dates(text, _EN, _WEDNESDAY)


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("Cầu sập ngày 23/5.", "2019-05-23", "day"),
        ("Cầu sập sáng 2.6.", "2019-06-02", "day"),
        ("Cầu sập ngày 20 tháng 5 năm 2016.", "2016-05-20", "day"),
        ("Cầu sập ngày 8/11.", "2018-11-08", "day"),
        ("Cầu sập tháng 11/2015.", "2015-11", "month"),
        ("Cầu sập hồi tháng 11.", "2018-11", "month"),
        ("Cầu xây năm 2009.", "2009", "year"),
        ("Cầu sập hôm thứ hai.", "2019-06-03", "day"),
        ("Cầu sập hôm thứ Tư.", "2019-06-05", "day"),
        ("Cầu sập tối qua.", "2019-06-04", "day"),
        ("Cầu sập tuần trước.", "2019-W22", "week"),
        ("Cầu sập năm ngoái.", "2018", "year"),
    ],
)
def test_a_vietnamese_date_is_read_as_precisely_as_it_is_said(text: str, value: str, precision: str) -> None:
    assert [(d.value, d.precision) for d in _vi(text)] == [(value, precision)]


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("It fell on Nov. 18, 2018.", "2018-11-18", "day"),
        ("It fell on Friday, May 31.", "2019-05-31", "day"),
        ("It fell on Sunday (June 2).", "2019-06-02", "day"),
        ("It fell on Monday.", "2019-06-03", "day"),
        ("It fell yesterday.", "2019-06-04", "day"),
        ("It fell in May 2016.", "2016-05", "month"),
        ("It was built in 2009.", "2009", "year"),
        ("It fell last year.", "2018", "year"),
    ],
)
def test_an_english_date_is_read_as_precisely_as_it_is_said(text: str, value: str, precision: str) -> None:
    assert [(d.value, d.precision) for d in _en(text)] == [(value, precision)]


def test_a_date_in_brackets_and_the_weekday_before_it_are_one_date() -> None:
    (date,) = _vi("Họ gặp nhau hôm Chủ nhật (27/1).")
    assert (date.says, date.value) == ("hôm Chủ nhật (27/1)", "2019-01-27")


@pytest.mark.parametrize("text", ["Thứ hai, họ thiếu tiền.", "Có 2/3 số phiếu.", "Đội thắng 3-1.", "Năm người bị thương."])
def test_what_is_no_vietnamese_date_is_left_alone(text: str) -> None:
    assert _vi(text) == ()


@pytest.mark.parametrize("text", ["They may come.", "The march went on.", "They won 3-1."])
def test_what_is_no_english_date_is_left_alone(text: str) -> None:
    assert _en(text) == ()


def test_without_a_day_of_publication_a_weekday_stays_open() -> None:
    assert [d.value for d in _vi("Cầu sập hôm thứ Sáu.", None)] == [None]


def test_spans_are_shifted_into_the_article() -> None:
    (date,) = find_dates("Cầu sập ngày 23/5.", _VI, _WEDNESDAY, 100)
    assert (date.span.start, date.span.end) == (108, 117)


def test_an_undated_article_is_placed_by_its_weekdays_and_its_year() -> None:
    inferred = infer_published("Cầu sập hôm thứ Hai (3/6). Cầu xây ngày 1/3/2019.", _VI)
    assert inferred == Published("2019-W23", "week", "inferred")


def test_an_undated_article_whose_weekdays_fit_no_year_stays_undated() -> None:
    assert infer_published("Cầu sập hôm thứ Hai (4/6). Cầu xây năm 2019.", _VI) is None
