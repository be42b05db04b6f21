"""Every way in which a number or a date of the news is misread, in both languages."""

import pytest

from compare.languages.registry import PACKS
from compare.model import Date, Number, Published
from compare.reading.find_dates import compile_dates, find_dates, infer_published
from compare.reading.find_numbers import compile_numbers, find_numbers

_NUMBERS = {code: compile_numbers(pack.numbers, pack.dates) for code, pack in PACKS.items()}
_DATES = {code: compile_dates(pack.dates) for code, pack in PACKS.items()}
_WEDNESDAY = Published("2019-06-05", "day", "metadata")


def _numbers(language: str, text: str) -> tuple[Number, ...]:
    return find_numbers(text, _NUMBERS[language], 0, tuple(date.span for date in _dates(language, text)))


def _dates(language: str, text: str, published: Published | None = _WEDNESDAY) -> tuple[Date, ...]:
    return find_dates(text, _DATES[language], published)


@pytest.mark.parametrize(
    ("language", "text", "hedge"),
    [
        *(("vi", f"Có {word} 650 người đến.", "about") for word in ("gần", "khoảng", "chừng", "xấp xỉ", "trên dưới", "ước tính")),
        *(("vi", f"Có {word} 650 người đến.", "at least") for word in ("hơn", "trên", "ít nhất", "không dưới")),
        *(("vi", f"Có {word} 650 người đến.", "at most") for word in ("tối đa", "chưa đầy", "không quá", "dưới")),
        *(("en", f"They counted {word} 650 people.", "about") for word in ("about", "nearly", "almost", "roughly", "around")),
        *(("en", f"They counted {word} 650 people.", "at least") for word in ("more than", "at least", "over")),
        *(("en", f"They counted {word} 650 people.", "at most") for word in ("up to", "fewer than", "less than", "no more than")),
    ],
)
def test_a_rounded_figure_says_so(language: str, text: str, hedge: str) -> None:
    assert [(n.values[0], n.hedge) for n in _numbers(language, text)] == [(650, hedge)]


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("vi", "Có 1.700 người đến.", (1700, 1.7)),
        ("vi", "Có 1,700 người đến.", (1.7, 1700)),
        ("vi", "Chỉ số đạt 14,817 điểm.", (14.817, 14817)),
        ("vi", "Chỉ số đạt 14.817 điểm.", (14817, 14.817)),
        ("en", "They saw 1,700 people.", (1700, 1.7)),
        ("en", "They saw 1.700 people.", (1.7, 1700)),
        ("en", "The index hit 14,817 points.", (14817, 14.817)),
        ("en", "The index hit 14.817 points.", (14.817, 14817)),
    ],
)
def test_a_group_of_three_digits_keeps_both_readings_the_own_locale_first(language: str, text: str, values: tuple[float, ...]) -> None:
    assert [n.values for n in _numbers(language, text)] == [values]


@pytest.mark.parametrize(
    ("language", "texts", "value"),
    [
        ("vi", ("20.100 tỷ đồng", "20,1 nghìn tỷ đồng", "20.100.000.000.000 đồng", "hai mươi nghìn một trăm tỷ đồng"), 20.1e12),
        ("en", ("$20,100 billion", "$20.1 trillion", "20.1 trillion dollars", "$20,100,000,000,000"), 20.1e12),
        ("vi", ("2,5 triệu USD", "2.500.000 đô la", "hai triệu rưỡi đô la Mỹ", "2tr5 USD"), 2.5e6),
        ("en", ("$2.5 million", "$2.5m", "two and a half million dollars", "$2,500,000"), 2.5e6),
    ],
)
def test_one_sum_in_many_scales_is_one_value(language: str, texts: tuple[str, ...], value: float) -> None:
    assert {_numbers(language, text)[0].values[0] for text in texts} == {value}


@pytest.mark.parametrize(
    ("language", "text", "read"),
    [
        ("vi", "Hãng trả 16 triệu won.", [(16e6, "krw")]),
        ("vi", "Hãng trả 16 tỷ won.", [(16e9, "krw")]),
        ("en", "The firm paid 16 million won.", [(16e6, "krw")]),
        ("en", "The firm paid 16 billion won.", [(16e9, "krw")]),
        ("vi", "Hãng trả 3 triệu USD (khoảng 68 tỷ đồng).", [(3e6, "usd"), (68e9, "vnd")]),
        ("en", "The firm paid $3 million (about 68 billion dong).", [(3e6, "usd"), (68e9, "vnd")]),
        ("vi", "Trận động đất mạnh 6,1 độ Richter.", [(6.1, "magnitude")]),
        ("en", "A quake of magnitude 6.1 struck.", [(6.1, "magnitude")]),
        ("vi", "Đoàn có 8 ô tô.", [(8, "")]),
        ("en", "The convoy had 8 cars.", [(8, "")]),
        ("vi", "Động đất lúc 19g41.", [(1181, "clock")]),
        ("en", "It struck at 7:41 p.m. sharp.", [(1181, "clock")]),
        ("vi", "Anh Bình 22 tuổi.", [(22, "age")]),
        ("en", "Binh is 22 years old.", [(22, "age")]),
        ("vi", "Liều dùng là 500 mg mỗi ngày.", [(500, "mg/day")]),
        ("en", "The dose is 500 mg a day.", [(500, "mg/day")]),
        ("vi", "Giá tăng 0,5 điểm phần trăm.", [(0.5, "%")]),
        ("en", "Prices rose 0.5 percentage points.", [(0.5, "%")]),
    ],
)
def test_a_figure_carries_the_unit_in_which_it_can_be_disputed(language: str, text: str, read: list[tuple[float, str]]) -> None:
    assert [(n.values[0], n.unit) for n in _numbers(language, text)] == read


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("vi", "Cần từ 5 đến 7 chiếc xe."),
        ("vi", "Cần 5-7 chiếc xe."),
        ("vi", "Cần năm đến bảy chiếc xe."),
        ("en", "They need 5 to 7 cars."),
        ("en", "They need 5-7 cars."),
        ("en", "They need between 5 and 7 cars."),
    ],
)
def test_a_range_keeps_both_its_ends(language: str, text: str) -> None:
    assert [(n.values[0], n.high, n.hedge) for n in _numbers(language, text)] == [(5, 7, "range")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("vi", "Đội khách thắng 3-2."),
        ("vi", "Xe mang biển số 51A-123.45 bị giữ."),
        ("vi", "Chuyến bay VN 123 bị hoãn."),
        ("vi", "Thứ hai, họ thiếu tiền."),
        ("vi", "Anh xếp thứ mười hai."),
        ("vi", "Hai Bà Trưng là một quận."),
        ("vi", "Mạng 4G bị chậm."),
        ("vi", "Họ đi bằng chiếc Boeing 737."),
        ("en", "The visitors won 3-2."),
        ("en", "The car with plate ABC-1234 was held."),
        ("en", "Flight 93 was late."),
        ("en", "He came third."),
        ("en", "They flew a Boeing 737."),
    ],
)
def test_scores_plates_flights_ranks_and_names_are_no_quantities(language: str, text: str) -> None:
    assert _numbers(language, text) == ()


@pytest.mark.parametrize(
    ("language", "texts", "day"),
    [
        (
            "vi",
            ("ngày 1/6", "ngày 1.6", "ngày 1-6", "mùng 1 tháng 6", "ngày mùng một tháng sáu", "ngày 1/6/2019", "1.6.2019"),
            "2019-06-01",
        ),
        ("en", ("on June 1", "on 1 June", "on June 1, 2019", "on 1 June 2019", "on the 1st of June", "on 2019-06-01"), "2019-06-01"),
    ],
)
def test_one_day_in_many_shapes_is_one_day(language: str, texts: tuple[str, ...], day: str) -> None:
    assert {tuple(d.value for d in _dates(language, f"X {text}.")) for text in texts} == {(day,)}


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("vi", "Cầu sập hôm thứ Tư.", "2019-06-05"),
        ("vi", "Cầu sập hôm thứ Năm.", "2019-05-30"),
        ("en", "It fell on Wednesday.", "2019-06-05"),
        ("en", "It fell on Thursday.", "2019-05-30"),
        ("vi", "Cầu sập ngày 4/8.", "2019-08-04"),
        ("vi", "Cầu sập ngày 5/8.", "2018-08-05"),
        ("en", "It fell on Aug. 4.", "2019-08-04"),
        ("en", "It fell on Aug. 5.", "2018-08-05"),
        ("vi", "Cầu sập hôm qua (1/6).", "2019-06-01"),
        ("en", "It fell yesterday (June 1).", "2019-06-01"),
        ("vi", "Cầu sập hồi tháng 7.", "2018-07"),
        ("en", "It fell in July.", "2018-07"),
        ("vi", "Cầu sập hồi tháng 5.", "2019-05"),
        ("en", "It fell in May.", "2019-05"),
        ("vi", "Hôm nay là thứ Tư.", "2019-06-05"),
        ("en", "Today is Wednesday.", "2019-06-05"),
    ],
)
def test_a_day_is_resolved_against_the_day_of_the_article(language: str, text: str, value: str) -> None:
    assert [d.value for d in _dates(language, text)] == [value]


@pytest.mark.parametrize(
    ("language", "text", "value", "precision"),
    [
        ("vi", "Cầu xây năm 2012.", "2012", "year"),
        ("en", "It was built in 2012.", "2012", "year"),
        ("vi", "Cầu xây tháng 11/2012.", "2012-11", "month"),
        ("en", "It was built in November 2012.", "2012-11", "month"),
        ("vi", "Cầu sập tuần trước.", "2019-W22", "week"),
        ("en", "It fell last week.", "2019-W22", "week"),
        ("vi", "Cầu sập tháng trước.", "2019-05", "month"),
        ("en", "It fell last month.", "2019-05", "month"),
    ],
)
def test_no_day_is_invented(language: str, text: str, value: str, precision: str) -> None:
    assert [(d.value, d.precision) for d in _dates(language, text)] == [(value, precision)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("vi", "Cầu sập thứ hai trong năm."),
        ("vi", "Đây là lần thứ ba cầu sập."),
        ("vi", "Gần đây cầu hay sập."),
        ("vi", "Một ngày nọ cầu sập."),
        ("en", "It was the second bridge to fall."),
        ("en", "Bridges have fallen recently."),
        ("en", "One day a bridge fell."),
    ],
)
def test_ordinals_and_vague_words_are_no_dates(language: str, text: str) -> None:
    assert _dates(language, text) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("vi", "Cầu sập hôm thứ Hai (3/6). Cầu được xây ngày 1/3/2019."),
        ("en", "It fell on Monday, June 3. It had opened on March 1, 2019."),
    ],
)
def test_an_undated_article_gets_a_window_that_is_marked_inferred(language: str, text: str) -> None:
    assert infer_published(text, _DATES[language]) == Published("2019-W23", "week", "inferred")


@pytest.mark.parametrize(("language", "text"), [("vi", "Cầu sập hôm thứ Hai (3/6)."), ("en", "It fell on Monday, June 3.")])
def test_without_a_year_no_window_is_guessed(language: str, text: str) -> None:
    assert infer_published(text, _DATES[language]) is None


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("vi", "Anh xếp hạng tư trong tổng số 112 xạ thủ.", [112]),
        ("vi", "Đội 2 ở nhà số 112.", []),
        ("en", "Total number: 112 shooters.", [112]),
        ("en", "He lives in flat number 112.", []),
    ],
)
def test_a_number_behind_a_word_for_a_sum_is_no_name(language: str, text: str, values: list[float]) -> None:
    assert [n.values[0] for n in _numbers(language, text) if n.values[0] == 112] == values
