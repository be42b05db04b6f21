"""Quantities in sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.languages.en.dates import DATES as EN_DATES
from compare.languages.en.numbers import NUMBERS as EN_NUMBERS
from compare.languages.vi.dates import DATES as VI_DATES
from compare.languages.vi.numbers import NUMBERS as VI_NUMBERS
from compare.model import Number
from compare.reading.figure_values import possible_values
from compare.reading.find_numbers import compile_numbers, find_numbers

_VI, _EN = compile_numbers(VI_NUMBERS, VI_DATES), compile_numbers(EN_NUMBERS, EN_DATES)


def _vi(text: str) -> tuple[Number, ...]:
    return find_numbers(text, _VI)


def _en(text: str) -> tuple[Number, ...]:
    return find_numbers(text, _EN)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Dự án tốn 20,1 nghìn tỷ đồng.", 20.1e12, "vnd"),
        ("Họ trả 16 tỷ won.", 16e9, "krw"),
        ("Họ trả 3 triệu USD.", 3e6, "usd"),
        ("Có 1.700 người đến.", 1700, ""),
        ("Có ba mươi mốt chiếc xe.", 31, ""),
        ("Có hai trăm linh năm người.", 205, ""),
        ("Anh Bình (22 tuổi) kể lại.", 22, "age"),
        ("Trận động đất mạnh 6,4 độ Richter.", 6.4, "magnitude"),
        ("Nhiệt độ xuống -5 độ C.", -5, "°c"),
        ("Lửa bùng lên lúc 14h30.", 870, "clock"),
        ("Lửa bùng lên lúc 2 giờ chiều.", 840, "clock"),
        ("Lửa cháy suốt 2 giờ.", 2, "hour"),
        ("Giá tăng 4,5%.", 4.5, "%"),
        ("Họ sống ở đây 20 năm.", 20, "year"),
        ("Họ sống ở đây hai mươi năm.", 20, "year"),
    ],
)
def test_a_vietnamese_quantity_has_its_value_and_unit(text: str, value: float, unit: str) -> None:
    assert [(n.values[0], n.unit) for n in _vi(text)] == [(value, unit)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It cost $3 million.", 3e6, "usd"),
        ("It cost $5m.", 5e6, "usd"),
        ("The rope is 5 m long.", 5, "m"),
        ("There were 1,700 troops.", 1700, ""),
        ("There were twenty-one women.", 21, ""),
        ("There were a dozen soldiers.", 12, ""),
        ("A 22-year-old man fell.", 22, "age"),
        ("John Smith, 34, fell.", 34, "age"),
        ("It began at 9:30 a.m. sharp.", 570, "clock"),
        ("Prices rose 4.5 percent.", 4.5, "%"),
    ],
)
def test_an_english_quantity_has_its_value_and_unit(text: str, value: float, unit: str) -> None:
    assert [(n.values[0], n.unit) for n in _en(text)] == [(value, unit)]


@pytest.mark.parametrize(("word", "hedge"), [("Gần", "about"), ("Hơn", "at least"), ("Chưa đầy", "at most")])
def test_a_vietnamese_hedge_is_kept(word: str, hedge: str) -> None:
    assert [n.hedge for n in _vi(f"{word} 650 người đến.")] == [hedge]


@pytest.mark.parametrize(("word", "hedge"), [("Nearly", "about"), ("More than", "at least"), ("Up to", "at most")])
def test_an_english_hedge_is_kept(word: str, hedge: str) -> None:
    assert [n.hedge for n in _en(f"{word} 650 people came.")] == [hedge]


def test_a_range_has_two_ends_of_one_scale() -> None:
    (number,) = _vi("Chi phí từ 5 đến 7 triệu USD.")
    assert (number.values, number.high, number.hedge, number.unit) == ((5e6,), 7e6, "range", "usd")


def test_a_range_of_money_shares_its_scale() -> None:
    (number,) = _en("It cost $3-$5 billion.")
    assert (number.values[0], number.high) == (3e9, 5e9)


def test_a_number_says_what_it_counts() -> None:
    (number,) = _vi("Có 12 xe cứu hỏa bị cháy.")
    assert number.counted == ("xe", "cuu", "hoa")


@pytest.mark.parametrize(
    "text",
    [
        "Chuyến bay MS804 rơi.",
        "Xe chạy trên quốc lộ 1A.",
        "Đội nhà thắng 2-1.",
        "Cầu sập ngày 8/8.",
        "Cầu xây năm 2016.",
        "Hàng trăm người đến.",
        "Một chiếc xe đi qua.",
        "Gọi 0912 345 678 ngay.",
        "Chiếc Boeing 737 hạ cánh.",
        "Thứ hai, họ thiếu tiền.",
        "Nhà ở P.5, Q.3.",
        "Chuyện của thế kỷ 20.",
        "Tàu QN-7038 rời bến.",
    ],
)
def test_vietnamese_digits_and_words_that_are_no_quantity_are_left_alone(text: str) -> None:
    assert _vi(text) == ()


@pytest.mark.parametrize(
    "text",
    ["Flight MS804 fell.", "A Boeing 737 landed.", "They won 2-1.", "One of them fell.", "It fell on Nov. 18, 2022."],
)
def test_english_digits_and_words_that_are_no_quantity_are_left_alone(text: str) -> None:
    assert _en(text) == ()


def test_a_foreign_separator_keeps_both_readings() -> None:
    assert (possible_values("14,817", ","), possible_values("14,817", ".")) == ((14.817, 14817.0), (14817.0, 14.817))


@given(st.text(max_size=60) | st.from_regex(r"[0-9.,:/ -]{1,30}(người|tỷ|h)?", fullmatch=True))
def test_a_number_quotes_its_own_place(text: str) -> None:
    assert all(text[n.span.start : n.span.end] == n.says and n.values for n in (*_vi(text), *_en(text)))
