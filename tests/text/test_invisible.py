"""Signs that no reader sees, and two spellings of one word, make no difference of wording, voice, name or date."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model import Article, ArticleId, Claim, Published, Span
from compare.pipeline import compare_story
from compare.reading.read_article import read_article
from compare.settings import ReadingSettings, Settings
from compare.sources.read_inputs import read_inputs
from compare.story_result import Comparison
from compare.text.invisible import INVISIBLE, spellings, visible_text
from compare.text.tokens import key, tokens, words

_CASES = Path(__file__).parents[1] / "cases" / "found"
_SHY, _ZERO, _NBSP, _NARROW = "\u00ad", "\u200b", "\u00a0", "\u202f"


def _case(name: str) -> Comparison:
    return compare_story(name, read_inputs([str(_CASES / name)], Settings().input).articles, [], Settings())


def _comparison(*texts: str, language: str) -> Comparison:
    """One article of each text, from outlets of different names, on one day."""
    day = Published("2024-06-09", "day", "metadata")
    names = ("Sample Courier", "Sample Gazette", "Sample Ledger")
    articles = [
        Article(ArticleId(name), name, text, f"{name}.jsonl", "0", published=day, language=language)
        for name, text in zip(names, texts, strict=False)
    ]
    return compare_story("story", articles, [], Settings())


def _claims(text: str, language: str) -> tuple[Claim, ...]:
    day = Published("2024-06-09", "day", "metadata")
    article = Article(ArticleId("a"), "Sample Courier", text, "a.jsonl", "0", published=day, language=language)
    return read_article(article, ReadingSettings()).claims


def test_a_soft_hyphen_parts_no_word_no_voice_and_no_date() -> None:
    story = _case("14-soft-hyphen")
    assert all(len(group.voices) == 1 for group in story.groups)
    assert {member.facts.dates[0].value for member in story.groups[0].members} == {"2024-06-06"}


def test_the_place_of_a_tone_mark_makes_no_second_voice() -> None:
    story = _case("25-tone-placement")
    assert [len(group.voices) for group in story.groups] == [1]
    assert len(story.clusters) == 1


def test_a_space_without_a_break_stands_between_the_words_of_a_name() -> None:
    story = _case("29-nbsp-in-text")
    for member in story.groups[0].members:
        assert [name.key for name in member.facts.names] == ["ruth ansell", "grey heron", "port ellery"]


_PAIRS = [
    ("en", "The harbour master closed the north pier on Thursday after 26 passengers were hurt there."),
    ("vi", "Cảng vụ Hòa Lộc đóng cửa cầu cảng phía bắc hôm thứ Năm sau khi 26 hành khách bị thương."),
]


@pytest.mark.parametrize(("language", "text"), _PAIRS)
@pytest.mark.parametrize("sign", [_SHY, _ZERO, "\u200d", "\u2060", "\ufeff", "\u200e"])
def test_a_sign_that_nobody_sees_in_every_word_changes_nothing(language: str, text: str, sign: str) -> None:
    odd = " ".join(word[:2] + sign + word[2:] for word in text.split(" "))
    story = _comparison(text, odd, language=language)
    (group,) = story.groups
    assert len(group.voices) == 1
    assert len(story.clusters) == 1
    plain, hidden = (member.facts for member in group.members)
    assert [name.key for name in plain.names] == [name.key for name in hidden.names]
    assert [date.value for date in plain.dates] == [date.value for date in hidden.dates] == ["2024-06-06"]
    assert [number.values for number in plain.numbers] == [number.values for number in hidden.numbers]
    assert not group.disputes


@pytest.mark.parametrize(("language", "text"), _PAIRS)
@pytest.mark.parametrize("space", [_NBSP, _NARROW, "\u2009", "\u3000"])
def test_no_kind_of_space_changes_what_is_read(language: str, text: str, space: str) -> None:
    plain, odd = _claims(text, language)[0], _claims(text.replace(" ", space), language)[0]
    assert [name.key for name in odd.facts.names] == [name.key for name in plain.facts.names]
    assert [date.value for date in odd.facts.dates] == [date.value for date in plain.facts.dates]
    assert [(number.values, number.counted) for number in odd.facts.numbers] == [(n.values, n.counted) for n in plain.facts.numbers]


@pytest.mark.parametrize(("language", "text"), _PAIRS)
def test_what_is_read_stands_in_the_text_as_it_is(language: str, text: str) -> None:
    odd = " ".join(word[:2] + _SHY + word[2:] for word in text.split(" "))
    (claim,) = _claims(odd, language)
    assert claim.quote == odd
    for fact in (*claim.facts.numbers, *claim.facts.dates, *claim.facts.names):
        assert fact.span.of(odd) == fact.says


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"Ông{_NBSP}Lê Văn{_NBSP}Thọ cho{_NBSP}biết tàu{_NBSP}đã rời bến từ sáng.", "le van tho"),
        (f"Ông Lê Văn Thọ cho bi{_SHY}ết tàu đã rời bến từ sáng.", "le van tho"),
        ("Bà Nguyễn Thị Thuý khẳng định tàu đã rời bến từ sáng.", "nguyen thi thuy"),
    ],
)
def test_a_vietnamese_speaker_is_heard_through_odd_signs(text: str, speaker: str) -> None:
    assert _claims(text, "vi")[0].speaker == speaker


def test_an_english_speaker_is_heard_through_odd_signs() -> None:
    assert _claims(f"Mr.{_NBSP}Paul{_NBSP}Marsh sa{_SHY}id the ferry left at dawn.", "en")[0].speaker == "paul marsh"


@pytest.mark.parametrize("line", [f"Theo{_NBSP}TTXVN", f"The{_SHY}o TTX{_SHY}VN", f"Nguồn:{_NARROW}TTXVN"])
def test_a_credit_line_is_read_through_odd_signs(line: str) -> None:
    text = f"Phà đâm cầu cảng sáng sớm\nChiếc phà đâm vào cầu cảng.\nNhiều người bị thương.\nCảng đóng cửa.\n{line}"
    assert read_article(Article(ArticleId("a"), "a", text, "a.txt", "0", form="text"), ReadingSettings()).article.credits.agencies == (
        "TTXVN",
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà bình", "hòa bình"),
        ("THUỶ", "thủy"),
        ("Khoẻ", "khỏe"),
        ("uỷ ban", "ủy ban"),
        ("thu\u00adỷ", "thủy"),
        ("Covid\u201119", "covid-19"),
    ],
)
def test_two_spellings_of_one_word_are_one_word(one: str, other: str) -> None:
    assert words(one) == words(other)
    assert key(one) == key(other)


@pytest.mark.parametrize("word", ["hoàn", "quý", "Quỳ", "hoạt", "thuyền", "ma", "má", "mà", "Noël"])
def test_a_word_with_one_spelling_stays_as_it_is(word: str) -> None:
    assert visible_text(word).text == word


def test_a_tone_mark_keeps_its_meaning_wherever_it_stands() -> None:
    assert words("hoà") != words("hoá") != words("hoa")


def test_a_word_has_an_old_and_a_new_spelling() -> None:
    assert spellings("cộng hòa") == spellings("cộng hoà") == ("cộng hòa", "cộng hoà")


@given(st.text(alphabet=f"aàòoáuýqH1 .{INVISIBLE[0]}{_ZERO}{_NBSP}\u2011ẽ", max_size=40))
def test_every_sign_that_is_seen_has_its_place(text: str) -> None:
    plain = visible_text(text)
    assert not set(plain.text) & {_SHY, _ZERO, _NBSP, "\u2011"}
    for place in range(len(plain.text)):
        start, end = plain.original_span(Span(place, place + 1))
        assert end == start + 1
        assert plain.text[place] == text[start] or text[start] in f"{_NBSP}\u2011" or plain.text[place].isalpha()
    assert visible_text(plain.text).text == plain.text


@given(st.text(alphabet=f"aàòoáuýqH1 .{_SHY}{_ZERO}{_NBSP}", max_size=40))
def test_a_token_begins_and_ends_with_a_letter_of_its_own(text: str) -> None:
    for token in tokens(text):
        assert visible_text(text[token.start : token.end]).text == token.text
        assert text[token.start] not in _SHY + _ZERO
        assert text[token.end - 1] not in _SHY + _ZERO
