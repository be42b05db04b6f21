"""Times told to the second, numbers beyond any count, days beside the ends of the calendar: compared, or no fact; never a fault."""

import math
from pathlib import Path

import pytest

from compare.model import Article, ArticleId, Published
from compare.pipeline import compare_story
from compare.settings import Settings
from compare.sources.read_inputs import read_inputs
from compare.story_result import Comparison

CASES = Path(__file__).parents[1] / "cases"


def compared(language: str, *texts: str, published: Published | None = None) -> Comparison:
    made = [
        Article(ArticleId(str(at)), f"o{at}", text, f"{at}.txt", "0" * 64, language=language, published=published)
        for at, text in enumerate(texts)
    ]
    return compare_story("s", made, [], Settings())


def disputes(made: Comparison) -> list[tuple[str, ...]]:
    return [tuple(side.value for side in dispute.sides) for group in made.groups for dispute in group.disputes]


def case(path: str) -> Comparison:
    intake = read_inputs([str(CASES / path)], Settings().input)
    return compare_story("s", intake.articles, intake.skipped, Settings())


def test_two_times_told_to_the_second_are_a_dispute_of_the_hour() -> None:
    made = case("claims/time-with-seconds")
    assert (disputes(made), [r.kind for r in made.groups[0].relations]) == ([("08:15:32", "09:47:05")], ["conflicts", "conflicts"])


QUAKE = "The earthquake struck the town of Harlow Bay {} on Friday, the geological office of the province said."
DONG_DAT = "Trận động đất xảy ra {} ngày 6/3 tại thị xã Bình Tân, theo viện địa vật lý của tỉnh."
SECONDS = [
    ("en", QUAKE, "at 08:15:32", "at 09:47:05", [("08:15:32", "09:47:05")]),
    ("en", QUAKE, "at 8:15:32 a.m.", "at 9:47:05 p.m.", [("08:15:32", "21:47:05")]),
    ("en", QUAKE, "at 07:15:32 GMT", "at 07:15:33 GMT", [("07:15:32", "07:15:33")]),
    ("en", QUAKE, "at 08:15:32", "at 08:15:32", []),
    ("en", QUAKE, "at 08:16", "at 08:16:32", []),  # the minute, cut
    ("en", QUAKE, "at 08:17", "at 08:16:32", []),  # the minute, rounded
    ("en", QUAKE, "at 08:19", "at 08:16:32", [("08:16:32", "08:19")]),
    ("vi", DONG_DAT, "lúc 8 giờ 15 phút 32 giây sáng", "lúc 9 giờ 47 phút 5 giây sáng", [("08:15:32", "09:47:05")]),
    ("vi", DONG_DAT, "lúc 15:06:07", "lúc 17:06:07", [("15:06:07", "17:06:07")]),
    ("vi", DONG_DAT, "lúc 8 giờ 16 phút 32 giây", "lúc 8 giờ 16 phút", []),
    ("vi", DONG_DAT, "lúc 8 giờ 16 phút 32 giây", "lúc 8 giờ 19 phút", [("08:16:32", "08:19")]),
    ("vi", DONG_DAT, "lúc 0 giờ kém 10", "lúc 23 giờ 50 phút", []),
    ("vi", DONG_DAT, "lúc 0 giờ kém 10", "lúc 22 giờ 20 phút", [("22:20", "23:50")]),
]


@pytest.mark.parametrize(("language", "sentence", "one", "other", "differ"), SECONDS)
def test_times_of_one_event(language: str, sentence: str, one: str, other: str, differ: list[tuple[str, ...]]) -> None:
    made = compared(language, sentence.format(one), sentence.format(other))
    assert (disputes(made), made.faults) == (differ, ())


def test_a_number_that_overflows_is_no_fact_and_the_other_one_stands() -> None:
    made = case("broken/infinite-number.jsonl")
    assert (disputes(made), made.faults) == ([], ())
    assert [n.values for r in made.readings for c in r.claims for n in c.facts.numbers] == [(5e9,)]


HUGE = [
    ("vi", "Thiệt hại trong vụ việc ở quận Gò Vấp là 5{} đồng theo cáo trạng.".format(" tỷ" * 40)),
    ("vi", "Thiệt hại trong vụ việc ở quận Gò Vấp là một{} đồng theo cáo trạng.".format(" tỷ" * 60)),
    ("vi", "Thiệt hại trong vụ việc ở quận Gò Vấp là một{} phẩy năm đồng theo cáo trạng.".format(" tỷ" * 60)),
    ("vi", "Thiệt hại trong vụ việc ở quận Gò Vấp là từ 3 đến 5{} đồng theo cáo trạng.".format(" triệu tỷ" * 40)),
    ("en", "The damage in the case of the Harlow bank is 5{} dollars, the indictment says.".format(" trillion" * 40)),
    ("en", "The damage in the case of the Harlow bank is one{} dollars, the indictment says.".format(" million" * 60)),
    ("en", "The damage in the case of the Harlow bank is one{} point five dollars, the indictment says.".format(" trillion" * 60)),
    ("en", "The damage in the case of the Harlow bank is between 3 and 5{} dollars, the indictment says.".format(" billion" * 40)),
]


@pytest.mark.parametrize(("language", "sentence"), HUGE)
def test_a_number_that_nobody_counted_is_no_fact(language: str, sentence: str) -> None:
    made = compared(language, sentence, sentence)
    numbers = [number for reading in made.readings for claim in reading.claims for number in claim.facts.numbers]
    assert (made.faults, [n for n in numbers if not all(map(math.isfinite, (*n.values, n.high or 0)))]) == ((), [])
    assert max((value for number in numbers for value in number.values), default=0) <= 1e36


ENDS = ["9999-12-31", "0001-01-01", "9999-12-31T23:59"]


@pytest.mark.parametrize("value", ENDS)
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("vi", "Hôm qua, hôm nay, ngày mai, tuần này, tuần tới, năm ngoái và tháng trước đều là ngày nghỉ của cảng Bắc Hà."),
        ("en", "Yesterday, today, tomorrow, this week, last week, last year and next month are days off at the port of Harlow."),
    ],
)
def test_beside_the_ends_of_the_calendar_no_day_is_counted(value: str, language: str, text: str) -> None:
    made = compared(language, text, published=Published(value, "minute" if "T" in value else "day", "metadata"))
    assert (made.faults, {date.value for r in made.readings for c in r.claims for date in c.facts.dates}) == ((), {None})


@pytest.mark.parametrize(("language", "said"), [("vi", "7 giờ "), ("en", "7 hours "), ("vi", "5 tỷ "), ("en", "5 dollars ")])
def test_a_thousand_amounts_in_a_row_are_read_step_by_step(language: str, said: str) -> None:
    made = compared(language, f"The port of Harlow: {said * 1500}.", f"The port of Harlow: {said * 1500} today.")
    assert (made.faults, disputes(made)) == ((), [])
    assert made.warnings[-1] == "2 sentences have more than 40 figures, and these were not compared"
