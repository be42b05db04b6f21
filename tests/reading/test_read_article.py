"""One article -> what it says of itself, its marks, and its sentences with what they state."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model import Article, ArticleId, Claim, Published, Reading
from compare.reading.read_article import read_article
from compare.settings import ReadingSettings

_VI = (
    "Lũ cuốn trôi cây cầu gỗ trong đêm",
    "Thứ Năm, 12/03/2026, 16:40",
    "Nước lũ cuốn trôi cây cầu gỗ ở Hòa Lộc tối qua. Không có ai trên cầu lúc đó.",
    "Người dân đứng bên cây cầu gãy. Ảnh: Hữu Phước",
    "Hôm nay ông Trần Quốc Hải nói xã sẽ dựng cầu mới trong 3 tháng.",
    "“Chúng tôi đã có đủ gỗ để làm.”",
    "Người dân phải đi vòng hơn mười cây số để sang chợ.",
    "Quảng cáo",
    "Theo Báo Mẫu",
)
_EN = (
    "Flood takes the bridge at night",
    "June 9, 2026 1:52 pm",
    "The flood took the wooden bridge of Port Ellery last night. Nobody was on it at the time.",
    "Villagers at the broken bridge. Photo: T. Marsh",
    "At noon Mayor Helen Okafor said the town would build a new one in 3 months.",
    "“We have all the timber that we need.”",
    "People must now go round by the market road.",
    "Advertisement",
    "Sample Courier",
)
_BOTH = pytest.mark.parametrize("lines", [_VI, _EN], ids=["vi", "en"])


def _article(*lines: str, title: str | None = None, published: Published | None = None, language: str = "") -> Article:
    text = "\n\n".join(lines)
    return Article(ArticleId("a"), "bridge", text, "bridge.txt", "0", title=title, published=published, language=language)


def _read(*lines: str, **given_fields: str | Published) -> Reading:
    return read_article(_article(*lines, **given_fields), ReadingSettings())


def _bodies(reading: Reading) -> list[Claim]:
    return [claim for claim in reading.claims if claim.field == "text"]


def _claim(reading: Reading, opening: str) -> Claim:
    return next(claim for claim in reading.claims if claim.quote.startswith(opening))


@_BOTH
def test_a_line_too_long_for_a_paragraph_is_told_and_changes_nothing_else(lines: tuple[str, ...]) -> None:
    endless = "Monday 20/5/2016: 1.700 people, AP, said Ruth Cole. " * 4_000
    alone, beside = _read(*lines), _read(*lines[:4], endless, *lines[4:])
    assert set(beside.warnings) - set(alone.warnings) == {
        "bridge.txt: has a line of 207999 characters, in which nothing is compared; put each paragraph on a line of its own"
    }
    assert [claim.quote for claim in beside.claims] == [claim.quote for claim in alone.claims]
    assert beside.article.published == alone.article.published
    assert beside.article.credits == alone.article.credits


@_BOTH
def test_a_title_too_long_for_a_line_is_told_and_changes_nothing_else(lines: tuple[str, ...]) -> None:
    alone, beside = _read(*lines), _read(*lines, title="1.700 people, AP, said Ruth Cole. " * 6_000)
    assert set(beside.warnings) - set(alone.warnings) == {"bridge.txt: has a title of 204000 characters, in which nothing is compared"}
    assert list(beside.claims) == _bodies(beside)


@pytest.mark.parametrize(("lines", "language"), [(_VI, "vi"), (_EN, "en")])
def test_the_language_is_found_in_the_text(lines: tuple[str, ...], language: str) -> None:
    reading = _read(*lines)
    assert {reading.article.language, *(claim.language for claim in reading.claims)} == {language}


def test_vietnamese_without_accents_is_read_as_vietnamese() -> None:
    line = "Nuoc lu cuon troi cay cau go o dau lang trong dem qua, nguoi dan phai di vong hon muoi cay so de sang cho."
    assert _read(line).article.language == "vi"


def test_a_language_given_with_the_article_is_kept() -> None:
    assert _read(*_EN, language="vi").article.language == "vi"


def test_an_article_in_a_language_without_a_pack_is_still_read() -> None:
    assert len(_read("Le pont de bois du village est parti cette nuit.", language="fr").claims) == 1


@_BOTH
def test_reading_deletes_nothing(lines: tuple[str, ...]) -> None:
    article = _article(*lines)
    assert read_article(article, ReadingSettings()).article.text == article.text


@_BOTH
def test_every_line_is_a_paragraph_and_the_marked_ones_say_so(lines: tuple[str, ...]) -> None:
    kinds = [paragraph.mark for paragraph in _read(*lines).paragraphs]
    assert kinds == ["title", "dateline", None, "caption", None, None, None, "boilerplate", "credit"]


@_BOTH
def test_only_the_title_and_body_sentences_are_claims(lines: tuple[str, ...]) -> None:
    first, second = lines[2].split(". ")
    assert [claim.quote for claim in _read(*lines).claims] == [lines[0], f"{first}.", second, *lines[4:7]]


@_BOTH
def test_the_title_is_a_claim_of_its_own_field(lines: tuple[str, ...]) -> None:
    claim = _read(*lines).claims[0]
    assert (claim.field, claim.span.start, claim.span.end, claim.quote) == ("title", 0, len(lines[0]), lines[0])


def test_a_title_from_metadata_is_a_claim_and_not_part_of_the_text() -> None:
    reading = _read(*_EN[2:], title="Bridge lost to the flood")
    assert [claim.quote for claim in reading.claims if claim.field == "title"] == ["Bridge lost to the flood"]


def test_a_title_of_three_words_is_no_claim() -> None:
    assert [claim.field for claim in _read(*_EN[2:], title="Bridge is lost").claims if claim.field == "title"] == []


@pytest.mark.parametrize(("lines", "short"), [(_VI, "Mưa vẫn rơi."), (_EN, "It still rains.")])
def test_a_sentence_of_three_words_is_no_claim(lines: tuple[str, ...], short: str) -> None:
    assert short not in [claim.quote for claim in _read(*lines[:6], short, *lines[6:]).claims]


def test_the_shortest_claim_is_a_setting() -> None:
    reading = read_article(_article(*_EN[:6], "It still rains.", *_EN[6:]), ReadingSettings(shortest_claim_words=3))
    assert "It still rains." in [claim.quote for claim in reading.claims]


@pytest.mark.parametrize(("lines", "value"), [(_VI, "2026-03-12T16:40"), (_EN, "2026-06-09T13:52")])
def test_a_date_line_says_when_the_article_appeared(lines: tuple[str, ...], value: str) -> None:
    assert _read(*lines).article.published == Published(value, "minute", "text")


def test_of_two_date_lines_the_one_with_a_clock_time_counts() -> None:
    published = _read(_EN[0], "June 10, 2026", "June 9, 2026 1:52 pm", *_EN[2:]).article.published
    assert published == Published("2026-06-09T13:52", "minute", "text")


def test_a_date_from_metadata_is_never_replaced() -> None:
    given_date = Published("2026-06-11", "day", "metadata")
    assert _read(*_EN, published=given_date).article.published == given_date


@pytest.mark.parametrize(("lines", "outlet"), [(_VI, "Báo Mẫu"), (_EN, "Sample Courier")])
def test_a_plain_file_takes_its_outlet_from_its_credit_line(lines: tuple[str, ...], outlet: str) -> None:
    assert read_article(replace(_article(*lines), form="text"), ReadingSettings()).article.outlet == outlet


@_BOTH
def test_a_plain_file_takes_its_title_from_its_first_line(lines: tuple[str, ...]) -> None:
    assert _read(*lines).article.title == lines[0]


@pytest.mark.parametrize(("lines", "speaker", "opening"), [(_VI, "tran quoc hai", "Hôm nay"), (_EN, "helen okafor", "At noon")])
def test_a_claim_names_who_says_it(lines: tuple[str, ...], speaker: str, opening: str) -> None:
    assert _claim(_read(*lines), opening).speaker == speaker


@pytest.mark.parametrize(("lines", "speaker"), [(_VI, "tran quoc hai"), (_EN, "helen okafor")])
def test_a_paragraph_of_quotation_keeps_the_speaker_before_it(lines: tuple[str, ...], speaker: str) -> None:
    assert _claim(_read(*lines), "“").speaker == speaker


@pytest.mark.parametrize(("lines", "negated"), [(_VI, [False, True]), (_EN, [False, True])])
def test_a_denial_is_known_from_a_statement(lines: tuple[str, ...], negated: list[bool]) -> None:
    assert [claim.facts.negated for claim in _bodies(_read(*lines))[:2]] == negated


@pytest.mark.parametrize(("lines", "key"), [(_VI, "hoa loc"), (_EN, "port ellery")])
def test_a_claim_names_its_places(lines: tuple[str, ...], key: str) -> None:
    assert [name.key for name in _bodies(_read(*lines))[0].facts.names] == [key]


@pytest.mark.parametrize(
    ("lines", "later", "key"),
    [
        (_VI, "Sáng nay tôi gặp ông Hải ở đầu cầu gãy.", "tran quoc hai"),
        (_EN, "This morning we met Mrs Okafor at the river.", "helen okafor"),
    ],
)
def test_a_short_name_is_the_person_named_in_full_elsewhere(lines: tuple[str, ...], later: str, key: str) -> None:
    claim = _claim(_read(*lines[:7], later, *lines[7:]), later)
    assert [name.key for name in claim.facts.names] == [key]


@pytest.mark.parametrize(("lines", "value"), [(_VI, "2026-03-11"), (_EN, "2026-06-08")])
def test_last_night_is_counted_from_the_day_the_article_appeared(lines: tuple[str, ...], value: str) -> None:
    assert [date.value for date in _bodies(_read(*lines))[0].facts.dates] == [value]


@pytest.mark.parametrize(
    ("lines", "text"),
    [(_VI, "Cuộc họp sẽ diễn ra vào thứ Hai tới ở trụ sở xã."), (_EN, "The council will meet again on Monday in the town hall.")],
)
def test_a_weekday_is_no_name(lines: tuple[str, ...], text: str) -> None:
    assert _claim(_read(*lines[:6], text, *lines[6:]), text).facts.names == ()


@_BOTH
def test_what_a_claim_states_quotes_the_text_at_its_place(lines: tuple[str, ...]) -> None:
    reading = _read(*lines)
    facts = [fact for claim in _bodies(reading) for fact in (*claim.facts.numbers, *claim.facts.dates, *claim.facts.names)]
    assert [fact.span.of(reading.article.text) for fact in facts] == [fact.says for fact in facts] != []


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (_VI, "Theo hãng tin Reuters, mưa sẽ còn kéo dài nhiều ngày."),
        (_EN, "The rain will go on for days, according to Reuters."),
    ],
)
def test_a_claim_names_the_agency_that_its_sentence_follows(lines: tuple[str, ...], text: str) -> None:
    reading = _read(*lines[:6], text, *lines[6:])
    assert [claim.quote for claim in reading.claims if claim.agency == "Reuters"] == [text]


@pytest.mark.parametrize(("lines", "credit", "agency"), [(_VI, "Theo TTXVN", "TTXVN"), (_EN, "Associated Press", "AP")])
def test_an_article_credited_to_one_agency_is_that_agencys_text(lines: tuple[str, ...], credit: str, agency: str) -> None:
    assert {claim.agency for claim in _read(*lines[:-1], credit).claims} == {agency}


def test_an_article_credited_to_two_agencies_is_neithers_text() -> None:
    assert {claim.agency for claim in _read(*_EN[:-1], "AP", "AFP").claims} == {None}


@_BOTH
def test_a_sentence_keeps_its_own_agency_in_another_agencys_article(lines: tuple[str, ...]) -> None:
    text = "Theo hãng tin Reuters, mưa sẽ còn kéo dài nhiều ngày." if lines is _VI else "Rain will go on, according to Reuters."
    assert _claim(_read(*lines[:6], text, *lines[6:-1], "AFP"), text).agency == "Reuters"


_LINE = st.sampled_from([*_VI, *_EN, "Related stories", "Tin liên quan", "0:00", "Nguyên nhân sập cầu", ""]) | st.text(max_size=40)
_TEXT = st.lists(_LINE, max_size=9)


@given(_TEXT, st.none() | st.sampled_from([_VI[0], _EN[0]]))
def test_a_claim_quotes_its_own_place(lines: list[str], title: str | None) -> None:
    reading = read_article(_article(*lines, title=title, language="en"), ReadingSettings())
    fields = {"text": reading.article.text, "title": reading.article.title or ""}
    assert all(claim.quote and claim.span.of(fields[claim.field]) == claim.quote for claim in reading.claims)


@given(_TEXT)
def test_no_claim_lies_in_a_marked_line(lines: list[str]) -> None:
    reading = read_article(_article(*lines, language="vi"), ReadingSettings())
    assert all(
        claim.span.end <= mark.span.start or mark.span.end <= claim.span.start for mark in reading.marks for claim in _bodies(reading)
    )


@given(_TEXT)
def test_a_marked_paragraph_has_exactly_one_mark(lines: list[str]) -> None:
    reading = read_article(_article(*lines, language="vi"), ReadingSettings())
    marked = [(paragraph.span, paragraph.mark) for paragraph in reading.paragraphs if paragraph.mark]
    assert marked == [(mark.span, mark.kind) for mark in reading.marks]


@given(_TEXT)
def test_reading_twice_gives_the_same(lines: list[str]) -> None:
    article = _article(*lines, language="en")
    assert read_article(article, ReadingSettings()) == read_article(article, ReadingSettings())
