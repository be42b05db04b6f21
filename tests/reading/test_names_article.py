"""Persons and bodies of a whole article: one key for every form of a name that the article makes clear."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.languages.registry import PACKS
from compare.model import Name, Span
from compare.reading.find_names import find_names
from compare.reading.names_article import ResolvedNames, resolve_names, short_forms, with_full_names
from compare.reading.names_expanded import expansions
from compare.reading.names_known import compile_names
from compare.reading.names_person import NamedSentence, person_keys

_GRAMMARS = {code: compile_names(pack.sentences) for code, pack in PACKS.items()}


_WORDS = st.sampled_from(
    ["Lê", "Văn", "Thọ", "ông", "Ms.", "Ruth", "Ansell", "said", "nói", "(MSB)", "Marine", "Safety", "Board", "Mỹ", "“"]
)


def _named(*keys: str) -> list[Name]:
    return [Name(Span(0, 1), key, key) for key in keys]


def _short(*keys: str, persons: tuple[str, ...] = ()) -> dict[str, str]:
    return short_forms(_named(*keys), _GRAMMARS["en"], persons)


def _resolved(code: str, *sentences: str, headline: str = "") -> ResolvedNames:
    body = [NamedSentence(text, find_names(text, _GRAMMARS[code])) for text in sentences]
    titles = [NamedSentence(headline, find_names(headline, _GRAMMARS[code]), is_headline=True)] if headline else []
    return resolve_names([*titles, *body], _GRAMMARS[code])


def _keys(code: str, *sentences: str) -> list[list[str]]:
    return [[name.key for name in names] for names in _resolved(code, *sentences).names]


@pytest.mark.parametrize(("short", "full"), [("okafor", "helen okafor"), ("quoc hai", "tran quoc hai"), ("hai", "tran quoc hai")])
def test_a_short_form_stands_for_the_full_name_it_ends(short: str, full: str) -> None:
    assert _short(full, short) == {short: full}


def test_a_given_name_in_front_stands_for_a_person() -> None:
    assert _short("helen okafor", "helen", persons=("helen okafor",)) == {"helen": "helen okafor"}


def test_the_first_word_of_a_place_is_no_short_form() -> None:
    assert _short("ellery pier nine", "ellery") == {}


@pytest.mark.parametrize("short", ["port ellery", "ellery"])
def test_a_place_is_no_short_form_of_a_body(short: str) -> None:
    assert _short("port ellery harbour authority", short) == {}


def test_a_middle_name_is_no_short_form() -> None:
    assert _short("tran quoc hai", "quoc") == {}


def test_a_country_is_no_short_form() -> None:
    assert _short("miss south korea", "south korea") == {}


def test_of_two_full_names_the_more_frequent_is_meant() -> None:
    assert _short("ruth cole", "ada cole", "ada cole", "cole")["cole"] == "ada cole"


def test_of_two_full_names_as_frequent_the_shorter_is_meant() -> None:
    assert _short("ada lou cole", "ruth cole", "cole")["cole"] == "ruth cole"


def test_a_chain_of_short_forms_ends_in_one_full_name() -> None:
    assert _short("hai", "quoc hai", "tran quoc hai")["hai"] == "tran quoc hai"


@given(st.permutations(["ruth cole", "ada cole", "cole", "helen okafor", "okafor"]))
def test_the_order_of_the_sentences_changes_no_short_form(keys: list[str]) -> None:
    assert _short(*keys) == _short(*sorted(keys))


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
        ("vi", "Lê Văn Thọ rời Hòa Lộc.", {"le van tho"}),
        ("vi", "Karin Vogt, 41 tuổi, rời Hòa Lộc.", {"karin vogt"}),
        ("vi", "Sở Công Thương cho biết cầu đã sập.", set()),
        ("vi", "Giám đốc Sở Công Thương rời Hòa Lộc.", set()),
        ("en", "At noon Mayor Helen Okafor left Port Ellery.", {"helen okafor"}),
        ("en", "On Monday the ambassador Russia sent left Port Ellery.", set()),
        ("en", "At noon Ruth Ansell, 51, left Port Ellery.", {"ruth ansell"}),
        ("en", "Ruth Ansell, the owner, said the bridge fell.", {"ruth ansell"}),
        ("en", "The Harbour Trust said the bridge fell.", set()),
    ],
)
def test_a_person_is_whom_a_title_an_age_or_a_verb_of_speech_announces(code: str, text: str, persons: set[str]) -> None:
    assert person_keys(text, find_names(text, _GRAMMARS[code]), _GRAMMARS[code]) == persons


@pytest.mark.parametrize(
    ("code", "first", "second", "key"),
    [
        ("vi", "Ngoại trưởng Park Jin đến Hòa Lộc.", "Hôm sau ông Park về nước.", "park jin"),
        ("vi", "Công an bắt Lê Văn Thọ.", "Hôm sau ông Thọ được thả.", "le van tho"),
        ("en", "The captain, Ruth Ansell, 51, came.", "At noon Ms. Ansell left.", "ruth ansell"),
        ("en", "Mayor Ruth Ansell came.", "At noon Ansell left.", "ruth ansell"),
    ],
)
def test_a_short_form_has_the_key_of_the_full_name_of_its_article(code: str, first: str, second: str, key: str) -> None:
    assert key in _keys(code, first, second)[1]


@pytest.mark.parametrize(
    ("code", "first", "second", "key"),
    [
        ("vi", "Công an bắt Lê Văn Thọ.", "Thọ đã khai hết.", "le van tho"),
        ("vi", "Công an bắt Lê Văn Thọ.", "Hôm sau công an thả Thọ.", "le van tho"),
        ("en", "Police held the captain, Ruth Ansell, 51.", "Ansell was released at noon.", "ruth ansell"),
    ],
)
def test_a_lone_name_opens_a_sentence_where_the_article_knows_the_person(code: str, first: str, second: str, key: str) -> None:
    assert key in _keys(code, first, second)[1]


@pytest.mark.parametrize(
    ("code", "first", "second"),
    [
        ("vi", "Công an bắt Trần Văn Thành.", "Thành phố đã có điện."),
        ("vi", "Công an bắt Trần Văn Hải.", "Hải quan kiểm tra tàu."),
        ("en", "Police held the captain, Ruth Young, 51.", "Young people were released."),
    ],
)
def test_a_common_word_that_a_person_is_called_by_is_no_name(code: str, first: str, second: str) -> None:
    assert _keys(code, first, second)[1] == []


@pytest.mark.parametrize(
    ("code", "sentences"),
    [
        ("vi", ("Ông Osamu Vogt đến.", "Hãng Vogt đã đóng cửa.", "Hôm qua hãng Vogt mở lại.")),
        ("en", ("Mayor Helen Vogt came.", "At noon the carmaker Vogt closed.", "At noon the carmaker Vogt opened.")),
    ],
)
def test_a_company_is_not_the_person_of_its_name(code: str, sentences: tuple[str, ...]) -> None:
    assert _keys(code, *sentences)[2] == ["vogt"]


@pytest.mark.parametrize(
    ("code", "first", "second", "key"),
    [
        ("en", "The Marine Safety Board (MSB) came.", "At noon the MSB left.", "msb"),
        ("en", "The Marine Safety Board (MSB) came.", "At noon the Marine Safety Board left.", "msb"),
        ("en", "They met the Federation of Harbour Pilots (FHP).", "At noon the Federation of Harbour Pilots left.", "fhp"),
        ("vi", "Họ gặp Tổ chức Khí tượng Thế giới (WMO).", "Hôm sau Tổ chức Khí tượng Thế giới trả lời.", "wmo"),
        ("vi", "Họ gặp Hội đồng Cảng biển Hòa Lộc (HĐCBHL).", "Hôm sau Hội đồng Cảng biển Hòa Lộc trả lời.", "hdcbhl"),
    ],
)
def test_an_abbreviation_and_its_expansion_have_one_key(code: str, first: str, second: str, key: str) -> None:
    assert _keys(code, first, second)[1] == [key]


def test_an_alliance_has_its_key_beside_its_abbreviation() -> None:
    assert set(_keys("vi", "Là thành viên của Tổ chức Hiệp ước Bắc Đại Tây Dương (NATO), họ đồng ý.")[0]) == {"nato"}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("vi", "Ông học ở Đại học Cảng biển (UK) ba năm."),
        ("vi", "Họ gặp Bộ trưởng Trần Quốc Hải (PPP) hôm qua."),
        ("vi", "Họ đã đến (WMO) hôm qua."),
        ("en", "She went to the College of Pilots (UK) at noon."),
        ("en", "They met Ruth Ansell (MSB) at noon."),
    ],
)
def test_brackets_that_give_something_else_expand_nothing(code: str, text: str) -> None:
    assert list(expansions(text, _GRAMMARS[code])) == []


@pytest.mark.parametrize(
    ("code", "text", "key", "gender"),
    [
        ("vi", "Hôm qua bà Karin Vogt đến.", "karin vogt", "woman"),
        ("vi", "Hôm qua ông Trần Quốc Hải đến.", "tran quoc hai", "man"),
        ("vi", "Hôm qua đại tá Trần Quốc Hải đến.", "tran quoc hai", ""),
        ("en", "At noon Mrs. Karin Vogt came.", "karin vogt", "woman"),
        ("en", "At noon Mr. Paul Vogt came.", "paul vogt", "man"),
        ("en", "At noon Mayor Karin Vogt came.", "karin vogt", ""),
    ],
)
def test_a_title_tells_a_woman_from_a_man(code: str, text: str, key: str, gender: str) -> None:
    assert _resolved(code, text).persons[key] == gender


def test_titles_that_disagree_tell_nothing() -> None:
    assert _resolved("vi", "Hôm qua bà Karin Vogt đến.", "Hôm sau ông Karin Vogt về.").persons["karin vogt"] == ""


@pytest.mark.parametrize(
    ("code", "sentences"),
    [
        ("vi", ("Chủ tịch Harbour Lines Karin Vogt đến.", "Hôm qua Harbour Lines đóng cửa.", "Hôm sau bà Karin Vogt về.")),
        ("en", ("At noon Harbour Lines Karin Vogt came.", "At noon Harbour Lines closed.", "At noon Ms. Karin Vogt left.")),
    ],
)
def test_two_names_that_stand_by_themselves_elsewhere_are_two_in_one_run(code: str, sentences: tuple[str, ...]) -> None:
    assert _keys(code, *sentences)[0] == ["harbour lines", "karin vogt"]


def test_a_given_name_is_not_parted_from_its_surname() -> None:
    assert _keys("en", "At noon Ruth Ansell came.", "At noon Ruth left.", "At noon Ms. Ansell left.")[0] == ["ruth ansell"]


def test_in_a_headline_of_capitals_only_what_the_body_names_is_a_name() -> None:
    resolved = _resolved("en", "At noon the ferry Harbour Lark sank.", headline="Ferry Harbour Lark Sinks Near Broken Pier")
    assert [name.key for name in resolved.names[0]] == ["harbour lark"]


@pytest.mark.parametrize("code", ["vi", "en"])
@given(
    texts=st.lists(
        st.lists(_WORDS, max_size=9),
        max_size=4,
    )
)
def test_every_name_of_an_article_quotes_its_place_and_overlaps_no_other(code: str, texts: list[list[str]]) -> None:
    sentences = [" ".join(words) for words in texts]
    for text, names in zip(sentences, _resolved(code, *sentences).names, strict=True):
        assert all(" ".join(name.span.of(text).split()) == " ".join(name.says.split()) for name in names)
        assert all(a.span.end <= b.span.start for a, b in pairwise(names))
