"""Persons, places and organisations in sentences, each under one key."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.languages.registry import PACKS
from compare.model import Name, Span
from compare.reading.find_names import find_names
from compare.reading.names_known import compile_names

_GRAMMARS = {code: compile_names(pack.sentences) for code, pack in PACKS.items()}


def _names(code: str, text: str) -> tuple[Name, ...]:
    return find_names(text, _GRAMMARS[code])


def _keys(code: str, text: str) -> list[str]:
    return [name.key for name in _names(code, text)]


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
    [("vi", "Đoàn xe rời Kiev."), ("vi", "Đoàn xe rời Kyiv."), ("en", "The convoy reached Kiev."), ("en", "The convoy reached Kyiv.")],
)
def test_two_spellings_of_a_capital_are_one_name(code: str, text: str) -> None:
    assert _keys(code, text) == ["kyiv"]


@pytest.mark.parametrize(
    ("code", "text", "key"),
    [
        ("vi", "Giới chức Bắc Kinh đã đồng ý.", "china"),
        ("vi", "Giới chức Bình Nhưỡng đã đồng ý.", "north korea"),
        ("vi", "Hôm qua Kyiv đã đồng ý.", "ukraine"),
        ("en", "On Monday Moscow agreed.", "russia"),
        ("en", "Pyongyang agreed to talks.", "north korea"),
    ],
)
def test_a_capital_stands_for_its_government(code: str, text: str, key: str) -> None:
    assert _keys(code, text) == [key]


@pytest.mark.parametrize(
    ("code", "text", "key"),
    [
        ("vi", "Hội nghị họp ở Seoul.", "seoul"),
        ("vi", "Đoàn xe rời Bình Nhưỡng.", "pyongyang"),
        ("en", "The meeting was held in Seoul.", "seoul"),
        ("en", "The delegation left Pyongyang.", "pyongyang"),
    ],
)
def test_a_capital_that_one_is_in_or_leaves_is_a_place(code: str, text: str, key: str) -> None:
    assert _keys(code, text) == [key]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Hôm qua bà Nguyễn Thị Nga về nhà.", ["nguyen thi nga"]),
        ("Hôm qua ông Lê Đức Thọ về nhà.", ["le duc tho"]),
        ("Họ về Phú Mỹ từ sáng.", ["phu my"]),
        ("Họ đến Mỹ Tho từ sáng.", ["my tho"]),
        ("Họ gặp Tuấn Anh từ sáng.", ["tuan anh"]),
        ("Anh về nhà từ sáng.", []),
        ("Họ học tiếng Anh từ sáng.", []),
    ],
)
def test_a_syllable_of_a_vietnamese_name_is_no_country(text: str, keys: list[str]) -> None:
    assert _keys("vi", text) == keys


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Hôm qua Tổng thống Mỹ Kim Novak đến.", ["us", "kim novak"]),
        ("Cử tri Anh đi bầu.", ["uk"]),
        ("Phía Nga đã rút.", ["russia"]),
        ("Hôm qua Thủ tướng Đức Karin Vogt đến.", ["germany", "karin vogt"]),
        ("Bộ Ngoại Giao Nga trả lời.", ["foreign ministry", "russia"]),
        ("Quân đội Ý và Úc tập trận.", ["italy", "australia"]),
    ],
)
def test_a_country_of_one_syllable_stands_behind_an_office(text: str, keys: list[str]) -> None:
    assert _keys("vi", text) == keys


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("The convoy crossed New Mexico at noon.", ["new mexico"]),
        ("The convoy reached Mexico City at noon.", ["mexico city"]),
        ("They flew on American Airlines.", ["american airlines"]),
        ("They met in the Washington Post building.", ["washington post"]),
    ],
)
def test_a_country_inside_a_longer_name_is_no_country(text: str, keys: list[str]) -> None:
    assert _keys("en", text) == keys


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        ("vi", ("Quân đội Bắc Hàn đã rút.", "Quân đội Triều Tiên đã rút.")),
        ("vi", ("Đoàn xe đến Nam Hàn.", "Đoàn xe đến Đại Hàn.", "Đoàn xe đến Hàn Quốc.")),
        ("vi", ("Đoàn xe đến Ukraina.", "Đoàn xe đến Ukraine.")),
        ("vi", ("Họ gặp Zelensky.", "Họ gặp Zelenskyy.")),
        ("vi", ("Đoàn xe đến Thụy Điển.", "Đoàn xe đến Thuỵ Điển.")),
        ("en", ("They met Zelensky.", "They met Zelenskyy.")),
        ("en", ("Troops of the UK came.", "Troops of Great Britain came.")),
    ],
)
def test_northern_overseas_and_foreign_spellings_are_one_name(code: str, texts: tuple[str, ...]) -> None:
    assert len({_keys(code, text)[0] for text in texts}) == 1


@pytest.mark.parametrize(
    "text", ["Ferry Harbour Lark sank at noon.", "The Ferry Harbour Lark sank at noon.", "The ferry Harbour Lark sank."]
)
def test_a_common_noun_before_a_name_is_no_part_of_it(text: str) -> None:
    assert _keys("en", text) == ["harbour lark"]


@pytest.mark.parametrize(
    ("code", "text", "keys"),
    [
        ("en", "At noon Secretary of State Helen Okafor came.", ["helen okafor"]),
        ("en", "At noon Prime Minister Ruth Cole came.", ["ruth cole"]),
        ("en", "At noon Secretary General Ruth Cole came.", ["ruth cole"]),
        ("vi", "Hôm qua Ngoại Trưởng Park Jin đến.", ["park jin"]),
        ("vi", "Tổng Thư ký Karin Vogt đến.", ["karin vogt"]),
    ],
)
def test_a_title_of_several_words_is_no_part_of_the_name(code: str, text: str, keys: list[str]) -> None:
    assert _keys(code, text) == keys


@pytest.mark.parametrize("text", ["They read Ruth Ansell's report.", "They read Ruth Ansell’s report."])
def test_a_possessive_mark_is_outside_the_name(text: str) -> None:
    assert [name.says for name in _names("en", text)] == ["Ruth Ansell"]


def test_an_owner_and_what_is_owned_are_two_names() -> None:
    assert _keys("en", "They crossed Ruth Ansell's Harbour Trust land.") == ["ruth ansell", "harbour trust"]


def test_an_initial_inside_changes_no_name() -> None:
    assert _keys("en", "They met Ruth A. Ansell at noon.") == ["ruth ansell"]


def test_a_middle_name_of_one_letter_stays() -> None:
    assert _keys("vi", "Hôm qua ông Giàng A Páo về nhà.") == ["giang a pao"]


@pytest.mark.parametrize("code", ["vi", "en"])
def test_a_name_of_the_user_stands_over_the_pack(code: str) -> None:
    grammar = compile_names(
        PACKS[code].sentences, (("Port Ellery", "Cảng Ellery"), ("Hàn Quốc" if code == "vi" else "South Korea", "Kimchiland"))
    )
    assert [name.key for name in find_names("1 Cảng Ellery, Port Ellery, Kimchiland", grammar)] == [
        "port ellery",
        "port ellery",
        "south korea",
    ]


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


@pytest.mark.parametrize(
    ("code", "text", "keys"),
    [
        ("vi", "Hôm qua CEO của TP Hòa Lộc đến.", ["hoa loc"]),
        ("vi", "Nhóm Harbour Trust đã đến.", ["harbour trust"]),
        ("en", "At noon the CEO of NASA came.", ["nasa"]),
    ],
)
def test_an_abbreviated_common_noun_is_no_name(code: str, text: str, keys: list[str]) -> None:
    assert _keys(code, text) == keys
