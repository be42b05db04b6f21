"""Whom an article credits: outlet, agencies, byline, translator, and the agency whose text it is."""

import pytest

from compare.model import Article, ArticleId, Credits, Reading
from compare.outlets.register import register_of
from compare.reading.credits import agencies_named
from compare.reading.read_article import read_article
from compare.settings import ReadingSettings

_VI = (
    "Lũ cuốn trôi cây cầu gỗ trong đêm\n"
    "Nước lũ cuốn trôi cây cầu gỗ ở đầu làng trong đêm qua.\n"
    "Người dân phải đi vòng hơn mười cây số để sang chợ.\n"
    "Chính quyền xã đã căng dây cấm hai đầu cầu.\n"
)
_EN = (
    "Flood takes the bridge at night\n"
    "The flood took the wooden bridge of the village during the night.\n"
    "People must now go round by the market road.\n"
    "The council closed both ends of the bridge.\n"
)


def _read(text: str) -> Reading:
    """A plain file with nothing but its text."""
    return read_article(Article(ArticleId("a"), "bridge", text, "story/bridge.txt", "0", form="text"), ReadingSettings())


def _recorded(byline: str) -> Reading:
    """A JSONL record with metadata."""
    article = Article(
        ArticleId("a"), "Harbour Post", _EN, "post.jsonl", "0", title="Flood takes the bridge at night", credits=Credits(byline=byline)
    )
    return read_article(article, ReadingSettings())


def _credit_marks(reading: Reading) -> list[str]:
    return [mark.span.of(reading.article.text) for mark in reading.marks if mark.kind == "credit"]


@pytest.mark.parametrize(
    ("body", "line", "outlet"),
    [
        (_VI, "Theo The Epoch Times", "The Epoch Times"),
        (_VI, "Theo Báo Mẫu", "Báo Mẫu"),
        (_VI, "Nguồn: Tin Mẫu Ba", "Tin Mẫu Ba"),
        (_EN, "Source: Sample Gazette", "Sample Gazette"),
        (_EN, "Originally published in Sample Ledger", "Sample Ledger"),
        (_EN, "This article first appeared in Sample Ledger.", "Sample Ledger"),
    ],
)
def test_a_credit_line_names_the_outlet(body: str, line: str, outlet: str) -> None:
    assert _read(body + line).article.outlet == outlet


@pytest.mark.parametrize(
    ("body", "line"), [(_VI, "Báo Mẫu Một"), (_VI, "Mẫu Hai Online"), (_EN, "Sample Courier"), (_EN, "The Harbour Times")]
)
def test_an_outlet_alone_on_the_last_line_is_the_outlet(body: str, line: str) -> None:
    assert _read(body + line).article.outlet == line


@pytest.mark.parametrize(("body", "line"), [(_VI, "Theo Báo Mẫu"), (_VI, "Mẫu Hai Online"), (_EN, "By Jane Doe"), (_EN, "Reuters")])
def test_a_credit_line_is_marked_as_credit(body: str, line: str) -> None:
    assert _credit_marks(_read(body + line)) == [line]


@pytest.mark.parametrize(
    ("body", "line"),
    [(_VI, "Theo người dân ở đầu làng"), (_VI, "Theo tổng hợp"), (_VI, "Nguồn: Internet"), (_EN, "Source: nobody knows")],
)
def test_a_source_that_is_nobody_is_no_outlet(body: str, line: str) -> None:
    assert _read(body + line).article.credits.outlet is None


def test_a_name_before_an_outlet_in_brackets_is_the_translator() -> None:
    said = _read(_VI + "Minh An (Theo Tin Mẫu Ba)").article.credits
    assert (said.translator, said.outlet) == ("Minh An", "Tin Mẫu Ba")


def test_a_name_before_an_agency_in_brackets_is_the_translator_of_that_agency() -> None:
    said = _read(_VI + "Minh An (Theo Reuters)").article.credits
    assert (said.translator, said.agencies, said.outlet) == ("Minh An", ("Reuters",), None)


@pytest.mark.parametrize(
    ("body", "line", "translator"),
    [
        (_VI, "Hoài Thu biên dịch", "Hoài Thu"),
        (_VI, "Hoài Thu lược dịch", "Hoài Thu"),
        (_VI, "Biên dịch: Hoài Thu", "Hoài Thu"),
        (_VI, "Hoài Thu biên dịch (Theo Sample Gazette)", "Hoài Thu"),
        (_EN, "Translated by Jane Doe", "Jane Doe"),
        (_EN, "Translation: Jane Doe", "Jane Doe"),
    ],
)
def test_a_translator_is_named(body: str, line: str, translator: str) -> None:
    assert _read(body + line).article.credits.translator == translator


def test_a_translation_names_the_outlet_it_was_made_from() -> None:
    assert _read(_VI + "Hoài Thu biên dịch (Theo Sample Gazette)").article.credits.outlet == "Sample Gazette"


@pytest.mark.parametrize(
    ("body", "line", "byline"),
    [
        (_VI, "Phóng viên: Lê Mai", "Lê Mai"),
        (_VI, "Minh An - Tổng hợp", "Minh An"),
        (_EN, "By Jane Doe", "Jane Doe"),
        (_EN, "By Jane Doe and John Roe", "Jane Doe and John Roe"),
        (_EN, "Additional reporting by Jane Doe", "Jane Doe"),
    ],
)
def test_a_byline_is_named(body: str, line: str, byline: str) -> None:
    assert _read(body + line).article.credits.byline == byline


def test_a_byline_may_name_its_outlet() -> None:
    said = _read(_EN + "By Jane Doe, Sample Courier").article.credits
    assert (said.byline, said.outlet) == ("Jane Doe", "Sample Courier")


def test_a_byline_may_stand_below_the_title() -> None:
    title, body = _EN.split("\n", 1)
    assert _read(f"{title}\nBy Jane Doe\n{body}").article.credits.byline == "Jane Doe"


@pytest.mark.parametrize(
    ("body", "line", "agency"),
    [
        (_VI, "TTXVN", "TTXVN"),
        (_VI, "Theo TTXVN", "TTXVN"),
        (_VI, "Theo Tân Hoa Xã", "Xinhua"),
        (_EN, "AP", "AP"),
        (_EN, "(AFP)", "AFP"),
        (_EN, "Associated Press", "AP"),
        (_EN, "Via Reuters", "Reuters"),
    ],
)
def test_an_agency_on_a_line_of_its_own_is_an_agency_and_no_outlet(body: str, line: str, agency: str) -> None:
    said = _read(body + line).article.credits
    assert (said.agencies, said.outlet) == ((agency,), None)


@pytest.mark.parametrize(
    ("body", "caption", "agency"),
    [
        (_VI, "Người dân bên cây cầu gãy. Ảnh: Lan/Reuters", "Reuters"),
        (_EN, "Villagers at the bridge. (J. Roe/AP)", "AP"),
        (_EN, "Villagers at the bridge. Photo: J. Roe/AFP", "AFP"),
    ],
)
def test_an_agency_in_a_photo_credit_is_credited(body: str, caption: str, agency: str) -> None:
    assert _read(body + caption).article.credits.agencies == (agency,)


def test_an_agency_in_a_photo_credit_did_not_write_the_text() -> None:
    assert {claim.agency for claim in _read(_EN + "Villagers at the bridge. (J. Roe/AP)").claims} == {None}


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Theo hãng tin Reuters, cầu sập lúc nửa đêm.", "Reuters"),
        ("Theo Yonhap, cầu sập lúc nửa đêm.", "Yonhap"),
        ("Tờ báo dẫn nguồn TTXVN nói cầu sập lúc nửa đêm.", "TTXVN"),
        ("The bridge fell at midnight, according to Reuters.", "Reuters"),
        ("According to the Associated Press, the bridge fell.", "AP"),
        ("According to the news agency AFP, the bridge fell.", "AFP"),
    ],
)
def test_a_sentence_names_the_agency_it_follows(text: str, agency: str) -> None:
    assert agencies_named(text, register_of()) == [agency]


@pytest.mark.parametrize(
    "text",
    [
        "Theo ông Hải, cầu sập lúc nửa đêm.",
        "Theo áp lực của người dân, xã dựng cầu mới.",
        "Theo sputnik đầu tiên, nhiều tàu vũ trụ khác đã ra đời.",
        "Phóng viên Reuters đứng bên cây cầu gãy.",
        "The bridge fell, according to map readers.",
        "According to a passenger, the bridge fell.",
        "Reuters moved into a house by the bridge.",
    ],
)
def test_a_sentence_that_follows_no_agency_names_none(text: str) -> None:
    assert agencies_named(text, register_of()) == []


@pytest.mark.parametrize(("body", "line"), [(_VI, "Hoài Thu biên dịch"), (_EN, "By Jane Doe"), (_EN, "Reuters"), (_VI, "Quảng cáo")])
def test_a_file_without_an_outlet_goes_by_its_file_name_and_says_so(body: str, line: str) -> None:
    reading = _read(body + line)
    assert reading.article.outlet == "bridge"
    assert reading.warnings == ("story/bridge.txt: names no outlet; its file name stands for it",)


def test_a_file_with_an_outlet_has_no_warning() -> None:
    assert _read(_VI + "Theo Báo Mẫu").warnings == ()


@pytest.mark.parametrize("line", ["Theo Báo Mẫu, cầu sẽ được dựng lại.", "Source close to the mayor said the bridge was weak."])
def test_a_sentence_that_begins_like_a_credit_is_body(line: str) -> None:
    assert _credit_marks(_read(_EN.replace("People must now", f"{line}\nPeople must now"))) == []


@pytest.mark.parametrize("byline", ["Jane Doe", "By Jane Doe"])
def test_a_byline_of_a_record_is_kept_without_its_by(byline: str) -> None:
    assert _recorded(byline).article.credits.byline == "Jane Doe"


@pytest.mark.parametrize(("byline", "translator"), [("Minh An (Theo Tin Mẫu Ba)", "Minh An"), ("Translated by Jane Doe", "Jane Doe")])
def test_a_byline_of_a_record_may_name_a_translator(byline: str, translator: str) -> None:
    assert _recorded(byline).article.credits.translator == translator


@pytest.mark.parametrize(("byline", "agency"), [("Jane Doe, Associated Press", "AP"), ("Theo TTXVN", "TTXVN"), ("Reuters", "Reuters")])
def test_a_byline_of_a_record_may_name_an_agency(byline: str, agency: str) -> None:
    assert _recorded(byline).article.credits.agencies == (agency,)


def test_a_record_keeps_its_own_outlet_beside_the_one_it_credits() -> None:
    article = _recorded("Minh An (Theo Tin Mẫu Ba)").article
    assert (article.outlet, article.credits.outlet) == ("Harbour Post", "Tin Mẫu Ba")


def test_a_record_is_never_warned_of_a_missing_outlet() -> None:
    assert _recorded("Jane Doe").warnings == ()


@pytest.mark.parametrize("line", ["By Monday the water had risen to the roof.", "Via Ferrata climbers reached the village on Monday."])
def test_a_sentence_at_the_foot_is_no_credit(line: str) -> None:
    assert _credit_marks(_read(_EN + line + "\n")) == []


@pytest.mark.parametrize(
    ("text", "agency"), [("The bridge fell, Reuters reported.", "Reuters"), ("Reuters đưa tin cầu đã sập.", "Reuters")]
)
def test_an_agency_that_reports_is_named(text: str, agency: str) -> None:
    assert agencies_named(text, register_of()) == [agency]


@pytest.mark.parametrize("line", ["Theo Reuters, AFP", "(Theo Reuters, AFP)", "(Nguồn: Reuters/AFP)", "Theo Reuters và AFP"])
def test_two_agencies_are_two_agencies_and_no_outlet(line: str) -> None:
    said = _read(_VI + line).article.credits
    assert (said.outlet, said.agencies) == (None, ("Reuters", "AFP"))


@pytest.mark.parametrize("line", ["(Theo VnExpress)", "(Theo VnExpress, Reuters)"])
def test_of_an_outlet_in_brackets_the_name_is_the_outlet(line: str) -> None:
    reading = _read(_VI + line)
    assert (reading.article.credits.outlet, _credit_marks(reading)) == ("VnExpress", [line])


@pytest.mark.parametrize("line", ["Thanh Hà", "Trần Phong", "Minh Trí", "Press Freedom", "Star Ferry", "Daily Life", "Times Staff Writer"])
def test_a_name_with_a_word_of_an_outlets_in_it_is_no_outlet(line: str) -> None:
    assert _read(_VI + line).article.credits.outlet is None


@pytest.mark.parametrize(
    ("byline", "outlet"),
    [
        ("By Ann Lee, Harbour Post", "Harbour Post"),
        ("By Ann Lee for Sample Weekly", "Sample Weekly"),
        ("By Ann Lee, Health Editor", None),
        ("By Ann Lee, Washington Bureau Chief", None),
        ("By Ann Lee, Port Hale", None),
    ],
)
def test_behind_a_name_stands_an_outlet_a_post_or_a_town(byline: str, outlet: str | None) -> None:
    said = _recorded(byline).article.credits
    assert (said.byline, said.outlet) == ("Ann Lee", outlet)


def test_a_byline_that_is_a_name_no_register_knows_is_no_other_outlet() -> None:
    said = _recorded("Harbour Evening Post").article.credits
    assert (said.byline, said.outlet) == ("Harbour Evening Post", None)


@pytest.mark.parametrize(
    ("line", "outlet"), [("Hồng Anh Theo VnExpress", "VnExpress"), ("Diệu Linh theo The Harbour Times", "The Harbour Times")]
)
def test_a_name_before_an_outlet_without_brackets_is_the_translator(line: str, outlet: str) -> None:
    said = _read(_VI + line).article.credits
    assert (said.translator, said.outlet) == (" ".join(line.split()[:2]), outlet)


def test_who_follows_somebody_is_no_translator() -> None:
    assert _credit_marks(_read(_VI + "Lan Theo Mẹ")) == []


@pytest.mark.parametrize("line", ["X" * 5_000 + "…", "A.B." * 2_000 + "§", "Đ" * 5_000 + "?!", "The BBC " * 6 + "§"])
def test_a_line_of_capitals_that_names_nobody_is_read_at_once(line: str) -> None:
    assert _read(_EN + line).article.credits.outlet is None
