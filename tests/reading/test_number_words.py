"""Numbers in words, shares, rates, lengths and times of day, as a reader of either language understands them."""

import runpy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.languages.registry import PACKS
from compare.reading.find_numbers import compile_numbers, find_numbers

_NUMBERS = {code: compile_numbers(pack.numbers, pack.dates) for code, pack in PACKS.items()}


def _read(language: str, text: str) -> list[tuple[float, str]]:
    return [(n.values[0], n.unit) for n in find_numbers(text, _NUMBERS[language])]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("vi", "một trăm hai mươi mốt người", 121),
        ("vi", "hai nghìn lẻ năm người", 2005),
        ("vi", "hai nghìn không trăm linh năm người", 2005),
        ("vi", "ba trăm năm mươi tư người", 354),
        ("vi", "hai trăm linh tư người", 204),
        ("vi", "một trăm hai người", 120),
        ("vi", "hai triệu ba trăm nghìn người", 2.3e6),
        ("vi", "hai triệu ba người", 2.3e6),
        ("vi", "một nghìn hai trăm tỷ người", 1.2e12),
        ("vi", "một triệu rưỡi người", 1.5e6),
        ("vi", "năm chục người", 50),
        ("en", "one hundred and twenty-one people", 121),
        ("en", "two thousand and five people", 2005),
        ("en", "three hundred fifty-four people", 354),
        ("en", "two million three hundred thousand people", 2.3e6),
        ("en", "one and a half million people", 1.5e6),
        ("en", "two dozen people", 24),
        ("en", "a hundred people", 100),
    ],
)
def test_a_number_in_words_has_the_value_of_its_figure(language: str, text: str, value: float) -> None:
    assert _read(language, f"{text.capitalize()} đến." if language == "vi" else f"{text.capitalize()} came.") == [(value, "")]


@pytest.mark.parametrize(
    ("language", "text", "read"),
    [
        ("vi", "Giá tăng ba phẩy năm phần trăm.", (3.5, "%")),
        ("vi", "Giá tăng không phẩy hai năm triệu đồng.", (0.25e6, "vnd")),
        ("vi", "Nhiệt độ xuống âm mười hai độ C.", (-12, "°c")),
        ("en", "Prices rose three point five percent.", (3.5, "%")),
        ("en", "Prices rose zero point two five percent.", (0.25, "%")),
        ("en", "It fell to minus twelve degrees Celsius.", (-12, "°c")),
    ],
)
def test_decimals_and_signs_in_words_are_read(language: str, text: str, read: tuple[float, str]) -> None:
    assert _read(language, text) == [read]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("vi", "Anh sống ở đây hai mươi năm."),
        ("vi", "Anh sống ở đây 20 năm."),
        ("en", "He has lived here for twenty years."),
        ("en", "He has lived here for 20 years."),
    ],
)
def test_nam_behind_a_number_is_the_year_not_five(language: str, text: str) -> None:
    assert _read(language, text) == [(20, "year")]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("vi", "Hai phần ba số phiếu bị loại.", 2 / 3),
        ("vi", "Khoảng 2/3 số phiếu bị loại.", 2 / 3),
        ("vi", "Họ mất một phần tư diện tích.", 1 / 4),
        ("en", "Two-thirds of the votes were void.", 2 / 3),
        ("en", "About 2/3 of the votes were void.", 2 / 3),
        ("en", "They lost a quarter of the land.", 1 / 4),
    ],
)
def test_a_share_of_a_whole_is_a_share(language: str, text: str, value: float) -> None:
    assert _read(language, text) == [(pytest.approx(value), "share")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("vi", "Họ gặp nhau tại số 2/3 phố Hoa."),
        ("vi", "Đây là phần ba của truyện."),
        ("en", "They met on 2/3 at the latest."),
        ("en", "It lost money in one quarter."),
    ],
)
def test_what_only_looks_like_a_share_is_left_alone(language: str, text: str) -> None:
    assert _read(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "read"),
    [
        ("vi", "Giá là 50.000 đồng/kg.", (50000, "vnd/kg")),
        ("vi", "Giá là 50.000 đồng một ki lô gam.", (50000, "vnd/kg")),
        ("vi", "Họ kiếm 9 triệu đồng mỗi tháng.", (9e6, "vnd/month")),
        ("vi", "Xe chạy 120 km/h.", (120, "km/h")),
        ("vi", "Xe chạy một trăm hai mươi ki lô mét trên giờ.", (120, "km/h")),
        ("en", "They earn $10 an hour.", (10, "usd/hour")),
        ("en", "They earn 10 dollars per hour.", (10, "usd/hour")),
        ("en", "The car did 120 kilometers per hour.", (120, "km/h")),
    ],
)
def test_a_rate_is_no_sum(language: str, text: str, read: tuple[float, str]) -> None:
    assert _read(language, text) == [read]


@pytest.mark.parametrize(
    ("language", "text", "read"),
    [
        ("vi", "Trận đấu dài 5 phút 30 giây.", (5.5, "minute")),
        ("vi", "Anh bị giam hai năm rưỡi.", (2.5, "year")),
        ("en", "It lasted 5 minutes 30 seconds.", (5.5, "minute")),
        ("en", "He was held for two and a half years.", (2.5, "year")),
    ],
)
def test_a_length_of_time_in_two_parts_is_one(language: str, text: str, read: tuple[float, str]) -> None:
    assert _read(language, text) == [read]


@pytest.mark.parametrize(
    ("language", "text", "minutes"),
    [
        ("vi", "Lửa bùng lên lúc hai giờ chiều.", 840),
        ("vi", "Lửa bùng lên lúc 2 giờ rưỡi chiều.", 870),
        ("vi", "Lửa bùng lên lúc 8 giờ kém 15.", 465),
        ("vi", "Lửa bùng lên, 8:05 họ đến.", 485),
        ("vi", "Lửa bùng lên 14 giờ 30 phút 45 giây.", 870.75),
        ("en", "It broke out at two o'clock in the afternoon.", 840),
        ("en", "It broke out at half past two p.m. on the dot.", 870),
        ("en", "It broke out at noon.", 720),
    ],
)
def test_a_time_of_day_in_words_is_read(language: str, text: str, minutes: float) -> None:
    assert _read(language, text) == [(minutes, "clock")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("vi", "Hai đồng đội đến, ba đồng nghiệp đi."),
        ("en", "Two colleagues came, three comrades left."),
    ],
)
def test_a_noun_that_begins_like_a_unit_is_what_is_counted(language: str, text: str) -> None:
    assert _read(language, text) == [(2, ""), (3, "")]


_DIGITS = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def _in_words(number: int) -> str:
    """The full northern form of a number below a thousand million."""
    out: list[str] = []
    for scale, name in ((10**6, "triệu"), (10**3, "nghìn"), (1, "")):
        hundreds, rest = divmod(number // scale % 1000, 100)
        tens, ones = divmod(rest, 10)
        out += [_DIGITS[hundreds], "trăm"] if hundreds else ["không", "trăm"] if out and rest else []
        out += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"] if tens else ["linh"] if out and ones else []
        last = {1: "mốt" if tens > 1 else "một", 5: "lăm" if tens else "năm"}.get(ones, _DIGITS[ones])
        out += [word for word in (last, name) if word and (hundreds or rest) and (word == name or ones)]
    return " ".join(out)


@given(st.integers(2, 999_999_999))
def test_every_vietnamese_number_in_words_is_read_back(number: int) -> None:
    assert _read("vi", f"{_in_words(number)} người") == [(number, "")]


def test_the_lines_of_nemo_are_read_back_or_have_a_reason(shared_data: Path) -> None:
    benchmark = runpy.run_path(str(Path(__file__).parents[2] / "benchmarks" / "nemo_readings.py"), run_name="nemo_readings")
    assert benchmark["main"](shared_data / "nemo_vi") == 0
