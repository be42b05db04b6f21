"""Dates in sentences, read against the day the article appeared."""

import pytest

from compare.languages.en.dates import DATES as ENGLISH
from compare.languages.vi.dates import DATES as VIETNAMESE
from compare.model import Date, Published
from compare.reading.find_dates import compile_dates, find_dates, infer_published

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


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The two sides will meet on Saturday.", "2019-06-08"),
        ("She is due in court on Friday.", "2019-06-07"),
        ("The trial is scheduled for Wednesday.", "2019-06-05"),
        ("On Saturday, the two sides will meet in Hoa Loc.", "2019-06-08"),
        ("Pilots will strike from Monday.", "2019-06-10"),
        ("They will meet this Saturday.", "2019-06-08"),
        ("The talks open this coming Friday.", "2019-06-07"),
        ("They met this past Saturday.", "2019-06-01"),
    ],
)
def test_the_day_of_an_english_plan_is_yet_to_come(text: str, value: str) -> None:
    assert [date.value for date in _en(text)] == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The two sides met on Saturday.", ["2019-06-01"]),
        ("Officials said Saturday the bridge will reopen.", ["2019-06-01"]),
        ("The bridge will reopen on Saturday, officials said Tuesday.", ["2019-06-08", "2019-06-04"]),
        ("On Saturday, police said they will search again.", ["2019-06-01"]),
        ("The road will stay closed after the crash on Saturday.", ["2019-06-01"]),
        ("They will replace the car destroyed on Saturday.", ["2019-06-01"]),
        ("The mayor, who was hurt on Saturday, will resign.", ["2019-06-01"]),
        ("They meet next Friday.", [None]),
        ("They met this Saturday.", [None]),
    ],
)
def test_a_day_that_no_plan_names_lies_behind(text: str, values: list[str | None]) -> None:
    assert [date.value for date in _en(text)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Hai bên gặp nhau vào thứ bảy tới.", "2019-06-08"),
        ("Hai bên gặp nhau thứ bảy tới.", "2019-06-08"),
        ("Thứ Tư tới, hai bên gặp nhau.", "2019-06-12"),
        ("Hai bên sẽ gặp nhau vào thứ Bảy.", "2019-06-08"),
        ("Thứ Bảy, hai bên sẽ gặp nhau.", "2019-06-08"),
        ("Trận đấu dự kiến diễn ra vào thứ Tư.", "2019-06-05"),
        ("Thứ Bảy này hai bên sẽ gặp nhau.", "2019-06-08"),
    ],
)
def test_the_day_of_a_vietnamese_plan_is_yet_to_come(text: str, value: str) -> None:
    assert [date.value for date in _vi(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Hai đội gặp nhau hôm thứ bảy vừa qua.", "2019-06-01"),
        ("Thứ Tư vừa qua, hai bên đã gặp nhau.", "2019-05-29"),
        ("Thứ Bảy, ông Hải cho biết sẽ từ chức.", "2019-06-01"),
        ("Ông Hải hôm thứ Năm tới hiện trường.", "2019-05-30"),
        ("Cảng đóng cửa hôm thứ Năm sau khi phà đâm cầu.", "2019-05-30"),
        ("Ông sẽ từ chức, ông Hải nói hôm thứ Bảy.", "2019-06-01"),
        ("Công an sẽ điều tra vụ cháy hôm thứ Bảy.", "2019-06-01"),
        ("Thứ Năm sau, hai đội gặp lại.", None),
    ],
)
def test_a_vietnamese_day_that_is_over_lies_behind(text: str, value: str | None) -> None:
    assert [date.value for date in _vi(text)] == [value]
