"""Persons, places and organisations in sentences, each under one key."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.languages.registry import PACKS
from compare.model import Name, Span
from compare.reading.names import compile_names, find_names, people, short_forms, with_full_names

_GRAMMARS = {code: compile_names(pack.sentences) for code, pack in PACKS.items()}


def _names(code: str, text: str) -> tuple[Name, ...]:
    return find_names(text, _GRAMMARS[code])


def _keys(code: str, text: str) -> list[str]:
    return [name.key for name in _names(code, text)]


def _named(*keys: str) -> list[Name]:
    return [Name(Span(0, 1), key, key) for key in keys]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("vi", "Hôm qua Mỹ rút quân."),
        ("vi", "Hôm qua Hoa Kỳ rút quân."),
        ("en", "On Monday the US pulled out."),
        ("en", "On Monday the U.S. pulled out."),
        ("en", "On Monday the United States pulled out."),
        ("en", "On Monday America pulled out."),
    ],
)
def test_a_country_has_one_key_under_all_its_names(code: str, text: str) -> None:
    assert _keys(code, text) == ["us"]


@pytest.mark.parametrize(
    ("code", "text"),
    [("vi", "Đoàn xe rời Kiev."), ("vi", "Đoàn xe rời Kyiv."), ("en", "The convoy left Kiev."), ("en", "The convoy left Kyiv.")],
)
def test_two_spellings_of_a_capital_are_one_name(code: str, text: str) -> None:
    assert _keys(code, text) == ["ukraine"]


@pytest.mark.parametrize(
    ("code", "text", "key"),
    [
        ("vi", "Giới chức Bắc Kinh đã đồng ý.", "china"),
        ("vi", "Giới chức Bình Nhưỡng đã đồng ý.", "north korea"),
        ("en", "Officials in Moscow agreed.", "russia"),
        ("en", "Officials in Pyongyang agreed.", "north korea"),
    ],
)
def test_a_capital_stands_for_its_government(code: str, text: str, key: str) -> None:
    assert _keys(code, text) == [key]


@pytest.mark.parametrize(
    ("code", "text", "key"),
    [
        ("vi", "Theo Hội đồng Bảo an Liên Hợp Quốc, xe đã đến.", "un security council"),
        ("vi", "Xe về đến TP.HCM.", "hcmc"),
        ("en", "Troops of the United Nations came.", "un"),
        ("en", "The convoy left South Korea.", "south korea"),
    ],
)
def test_of_overlapping_aliases_the_longest_is_meant(code: str, text: str, key: str) -> None:
    assert _keys(code, text) == [key]


@pytest.mark.parametrize(
    ("code", "text", "keys"),
    [
        ("vi", "Ông ấy nói IS đã rút lui.", ["islamic state"]),
        ("vi", "Ban nhạc hát is và us bằng tiếng Anh.", []),
        ("en", "He told us that it is late.", []),
        ("en", "“Us too,” she said.", []),
        ("en", "The gop of the drum is heard by nato men.", []),
    ],
)
def test_an_alias_without_its_capitals_is_a_common_word(code: str, text: str, keys: list[str]) -> None:
    assert [key for key in _keys(code, text) if key != "anh"] == keys


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("vi", "Hôm qua anh Lê Văn Thọ đã về nhà.", "Lê Văn Thọ"),
        ("vi", "Hôm qua tàu Grey Heron đã rời bến.", "Grey Heron"),
        ("en", "On Monday the Marine Safety Board met.", "Marine Safety Board"),
        ("en", "The convoy crossed the Rio de Janeiro road.", "Rio de Janeiro"),
        ("en", "The pilot is from Brazil.", "Brazil"),
    ],
)
def test_a_run_of_capitals_is_a_name_as_it_stands(code: str, text: str, name: str) -> None:
    assert name in [found.says for found in _names(code, text)]


@pytest.mark.parametrize(("code", "text"), [("vi", "Lê Văn Thọ đã về nhà."), ("vi", "Lê Văn Thọ, 42 tuổi, đã về nhà.")])
def test_a_full_name_may_open_a_sentence(code: str, text: str) -> None:
    assert _keys(code, text) == ["le van tho"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("vi", "Lửa cháy suốt đêm."),
        ("vi", "“Cháy rồi”, chị nói."),
        ("vi", "Tuy nhiên cầu đã sập."),
        ("en", "Ferries sail again."),
        ("en", "“Ferries stop here,” she said."),
        ("en", "However the bridge fell."),
    ],
)
def test_a_lone_word_that_opens_a_sentence_is_no_name(code: str, text: str) -> None:
    assert _keys(code, text) == []


@pytest.mark.parametrize(("code", "text", "key"), [("vi", "NASA theo dõi cơn bão.", "nasa"), ("en", "NASA watched the storm.", "nasa")])
def test_capitals_throughout_are_a_name_even_in_front(code: str, text: str, key: str) -> None:
    assert _keys(code, text) == [key]


@pytest.mark.parametrize(("code", "text", "key"), [("vi", "Nga đã rút quân.", "russia"), ("en", "Russia pulled out.", "russia")])
def test_a_known_country_is_a_name_even_in_front(code: str, text: str, key: str) -> None:
    assert _keys(code, text) == [key]


@pytest.mark.parametrize(
    "text",
    [
        "Họ gặp Hội đồng nhân dân tỉnh.",
        "Họ chờ Quốc hội trả lời.",
        "Họ chờ Điện lực trả lời.",
        "Họ vào Khu công nghiệp.",
        "Họ chờ Bệnh viện trả lời.",
    ],
)
def test_a_lone_vietnamese_syllable_of_an_institution_is_no_name(text: str) -> None:
    assert [key for key in _keys("vi", text) if " " not in key] == []


@pytest.mark.parametrize(
    ("text", "key"), [("Hôm qua ông Hải rời tàu.", "hai"), ("Hôm qua đại tá Hải rời tàu.", "hai"), ("Hôm qua bà Vọng rời tàu.", "vong")]
)
def test_a_lone_vietnamese_syllable_after_a_title_is_a_name(text: str, key: str) -> None:
    assert _keys("vi", text) == [key]


@pytest.mark.parametrize(
    ("code", "text", "key"),
    [
        ("vi", "Hôm qua Đại tá Trần Quốc Hải đến cầu.", "tran quoc hai"),
        ("en", "At noon Mayor Helen Okafor came.", "helen okafor"),
        ("en", "At noon Mr Okafor came.", "okafor"),
    ],
)
def test_a_title_is_no_part_of_the_name(code: str, text: str, key: str) -> None:
    assert key in _keys(code, text)


@pytest.mark.parametrize("text", ["They read Ruth Ansell's report.", "They read Ruth Ansell’s report.", "They met Ruth Ansell at noon."])
def test_an_english_possessive_changes_no_name(text: str) -> None:
    assert _keys("en", text) == ["ruth ansell"]


@pytest.mark.parametrize(("one", "other"), [("Hòa Lộc", "Hoà Lộc"), ("Thủy Tiên", "Thuỷ Tiên")])
def test_the_place_of_a_tone_mark_changes_no_name(one: str, other: str) -> None:
    assert _keys("vi", f"Đoàn xe rời {one}.") == _keys("vi", f"Đoàn xe rời {other}.")


@pytest.mark.parametrize(
    ("code", "text", "date"), [("vi", "Cuộc họp vào thứ Hai tới.", "thứ Hai"), ("en", "The council meets on Monday next.", "Monday")]
)
def test_a_weekday_that_was_read_as_a_date_is_no_name(code: str, text: str, date: str) -> None:
    taken = Span(text.index(date), text.index(date) + len(date))
    assert find_names(text, _GRAMMARS[code], 0, [taken]) == ()


@pytest.mark.parametrize("code", ["vi", "en"])
def test_an_offset_moves_the_place_and_nothing_else(code: str) -> None:
    text = "On Monday Ruth Ansell left Kiev."
    assert [name.span.shifted(-100) for name in find_names(text, _GRAMMARS[code], 100)] == [name.span for name in _names(code, text)]


@pytest.mark.parametrize(
    ("short", "full"), [("okafor", "helen okafor"), ("helen", "helen okafor"), ("quoc hai", "tran quoc hai"), ("hai", "tran quoc hai")]
)
def test_a_short_form_stands_for_the_full_name_it_begins_or_ends(short: str, full: str) -> None:
    assert short_forms(_named(full, short)) == {short: full}


def test_a_middle_name_is_no_short_form() -> None:
    assert short_forms(_named("tran quoc hai", "quoc")) == {}


def test_of_two_full_names_the_more_frequent_is_meant() -> None:
    assert short_forms(_named("ruth cole", "ada cole", "ada cole", "cole"))["cole"] == "ada cole"


def test_of_two_full_names_as_frequent_the_shorter_is_meant() -> None:
    assert short_forms(_named("ada lou cole", "ruth cole", "cole"))["cole"] == "ruth cole"


def test_the_order_of_the_sentences_changes_no_short_form() -> None:
    names = _named("ruth cole", "ada cole", "cole", "helen okafor", "okafor")
    assert short_forms(names) == short_forms(names[::-1])


def test_a_short_form_takes_the_key_of_the_full_name() -> None:
    assert with_full_names(_named("cole"), {"cole": "ruth cole"})[0].key == "ruth cole"


def test_a_short_form_keeps_what_the_text_says() -> None:
    assert with_full_names(_named("cole"), {"cole": "ruth cole"})[0].says == "cole"


@pytest.mark.parametrize(
    ("code", "text", "persons"),
    [
        ("vi", "Hôm qua ông Trần Quốc Hải rời Hòa Lộc.", {"tran quoc hai"}),
        ("vi", "Hôm qua Tổng thống Hàn Quốc Park Jin rời Hòa Lộc.", {"park jin"}),
        ("vi", "Hôm qua Tổng thống Mỹ rời Hòa Lộc.", set()),
        ("en", "At noon Mayor Helen Okafor left Port Ellery.", {"helen okafor"}),
        ("en", "On Monday the ambassador Russia sent left Port Ellery.", set()),
    ],
)
def test_a_person_is_whom_a_title_announces(code: str, text: str, persons: set[str]) -> None:
    assert people(text, _names(code, text), PACKS[code].sentences) == persons


@pytest.mark.parametrize("code", ["vi", "en"])
@given(text=st.text(max_size=60) | st.text(alphabet="AaĐđÁá'’.-, “”1", max_size=40))
def test_a_name_quotes_its_own_place(code: str, text: str) -> None:
    assert all(" ".join(name.span.of(text).split()) == " ".join(name.says.split()) for name in _names(code, text))


@pytest.mark.parametrize("code", ["vi", "en"])
@given(text=st.lists(st.sampled_from(["Mỹ", "US", "Ruth", "Cole", "NASA", "ông", "of", "Kiev", ",", "."]), max_size=12).map(" ".join))
def test_names_rise_and_never_overlap(code: str, text: str) -> None:
    spans = [name.span for name in _names(code, text)]
    assert all(first.end <= second.start for first, second in pairwise(spans))


@pytest.mark.parametrize(
    ("code", "text", "keys"),
    [
        ("vi", "Ông Hải nói cầu đã sập.", ["hai"]),
        ("en", "Mayor Okafor said the bridge fell.", ["okafor"]),
        ("en", "Mr. Okafor left.", ["okafor"]),
        ("vi", "Hôm qua ông Thành rời tàu.", ["thanh"]),
        ("vi", "Ở Hamburg trời mưa.", ["hamburg"]),
        ("en", "In Paris it rained.", ["paris"]),
        ("en", "The Port Ellery Mayor Helen Okafor left.", ["port ellery", "helen okafor"]),
        ("vi", "Người dân có nhiều Ý kiến khác nhau.", []),
        ("vi", "Trong quý II doanh thu tăng.", []),
    ],
)
def test_titles_and_opening_words_leave_the_name_whole(code: str, text: str, keys: list[str]) -> None:
    assert _keys(code, text) == keys


def test_a_chain_of_short_forms_ends_in_one_full_name() -> None:
    assert short_forms(_named("hai", "quoc hai", "tran quoc hai"))["hai"] == "tran quoc hai"
