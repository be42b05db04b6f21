"""Lines of saved pages: which are no body text, and which only look so."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.languages.registry import PACKS
from compare.model import Article, ArticleId, Mark
from compare.reading.boilerplate import lines_of, mark_lines, title_in_text
from compare.reading.paragraphs_and_sentences import paragraphs

_BEFORE = "The council met on Monday and voted on the new bridge."
_AFTER = "Thị trưởng ra về mà không trả lời phóng viên."

# Lines as pages print them, by language and rule.
_FURNITURE = [
    ("vi", "player-clock", "0:00"),
    ("vi", "player-clock", "0:00 / 12:45"),
    ("vi", "counter", "801"),
    ("vi", "counter", "12.801"),
    ("vi", "read-more", "Đọc thêm: Ba lỗi thường gặp khi xây cầu"),
    ("vi", "read-more", ">> Xem thêm: Cầu gỗ sập sau lũ"),
    ("vi", "correction-box", "Giúp Nhật báo Mẫu sửa lỗi"),
    ("vi", "correction-box", "Báo lỗi"),
    ("vi", "comments", "2 BÌNH LUẬN"),
    ("vi", "comments", "Ý kiến (14)"),
    ("vi", "comments", "Gửi bình luận của bạn"),
    ("vi", "share", "Chia sẻ Facebook"),
    ("vi", "share", "Thích 12"),
    ("vi", "share", "Lưu bài"),
    ("vi", "media-label", "Video:"),
    ("vi", "media-label", "Nghe bài viết"),
    ("vi", "source-link", "Nguồn: https://tin-mau.example/cau-sap"),
    ("vi", "hotline", "Đường dây nóng: 0900 000 000"),
    ("vi", "advertisement", "Quảng cáo"),
    ("vi", "tags", "Từ khóa: cầu gỗ, lũ, Hòa Lộc"),
    ("vi", "site-line", "Trang chủ > Thời sự"),
    ("vi", "site-line", "Pháp luật"),
    ("en", "player-clock", "0:00 / 1:25"),
    ("en", "counter", "214 shares"),
    ("en", "counter", "1,204 views"),
    ("en", "read-more", "Read more: five questions about the bridge"),
    ("en", "read-more", "Story continues below advertisement"),
    ("en", "comments", "3 COMMENTS"),
    ("en", "comments", "Leave a comment"),
    ("en", "share", "Share this article on every network"),
    ("en", "share", "Tweet"),
    ("en", "media-label", "Photos"),
    ("en", "media-label", "Listen to this article"),
    ("en", "sign-up", "Sign up for our morning newsletter"),
    ("en", "sign-up", "Subscribe"),
    ("en", "advertisement", "Advertisement"),
    ("en", "advertisement", "Sponsored content"),
    ("en", "rights", "Copyright 2026 Sample Courier"),
    ("en", "rights", "© Sample Courier. All rights reserved."),
    ("en", "tags", "Filed under: bridges, floods"),
    ("en", "source-link", "https://sample-courier.example/bridge"),
    ("en", "update-line", "Last updated 3:15 p.m."),
    ("en", "site-line", "Home > News > County"),
]

# Body sentences that begin like furniture.
_BODY = [
    "Lúc 0:00 hôm nay cầu được thông xe trở lại.",
    "801 người đã ký vào lá đơn gửi thị trưởng.",
    "Bà đọc thêm một lá thư nữa rồi bật khóc.",
    "Ông hứa sẽ giúp báo chí tìm ra lỗi của nhà thầu.",
    "Bình luận của thị trưởng khiến người dân nổi giận.",
    "Chia sẻ với phóng viên, bà nói cầu rung rất mạnh.",
    "Thích nghi với lũ là bài học của cả vùng này.",
    "Video cho thấy cây cầu gãy làm đôi trong vài giây.",
    "Nguồn nước của làng bị cắt từ đêm qua.",
    "Liên hệ giữa hai vụ sập cầu chưa được làm rõ.",
    "Quảng cáo chiếm một nửa doanh thu của tờ báo.",
    "Tài trợ cho cây cầu mới đến từ ba quỹ.",
    "Chủ đề của buổi họp là cây cầu ở đầu làng.",
    "Trang chủ của công ty không truy cập được từ sáng.",
    "Thế giới đang theo dõi cuộc họp này.",
    "At 0:25 the bridge gave way.",
    "214 shares were sold before noon.",
    "He read more of the letter and wept.",
    "Comments by the mayor angered the crew.",
    "Share prices fell by a tenth on Monday.",
    "Email accounts of the council were locked.",
    "Video of the fall was shown in court.",
    "Photo albums were lost in the flood.",
    "She will sign up for another year at sea.",
    "Advertisement sales fell by half in a year.",
    "The copyright on the drawings ran out in May.",
    "The topic of the evening was the bridge.",
    "The report was updated after the flood.",
    "World leaders met to speak of the flood.",
    "Home owners by the river were told to leave.",
]

_CAPTIONS = [
    "Khói đen phủ kín nhà kho chiều 12/3. Ảnh: Hữu Phước",
    "Người dân bên cây cầu gãy (Ảnh: Hữu Phước)",
    "Cây cầu nhìn từ trên cao - Ảnh: Bạn đọc cung cấp",
    "Cây cầu nhìn từ trên cao | Hình: Tin Mẫu",
    "Ảnh minh họa: Tin Mẫu",
    "Villagers at the broken bridge. Photo: T. Marsh",
    "Villagers at the broken bridge. (Photo by Lena Ford/Sample Gazette)",
    "Villagers at the broken bridge. Image: harbor office webcam",
    "Photo: T. Marsh",
    "Villagers at the broken bridge. (AP Photo)",
    "Villagers at the broken bridge (T. Marsh/Reuters)",
    "Villagers at the broken bridge. T. Marsh/Getty Images",
]

_NO_CAPTIONS = [
    "Ảnh hưởng của lũ kéo dài đến tận mùa xuân.",
    "Hình dáng cây cầu mới giống hệt cây cầu cũ.",
    "Bà treo ảnh cây cầu cũ ở phòng khách.",
    "The photo of the bridge hangs in her kitchen.",
    "Image is everything in this county, the mayor said.",
    "He told Reuters that the bridge was gone.",
]

_DATE_LINES = ["Thứ Năm, 12/03/2026, 16:40", "12-03-2026 20:41", "Chủ Nhật, 22/03/2026", "June 9, 2026 1:52 pm", "Monday, June 15, 2026"]

_NO_DATE_LINES = [
    "Cầu sập ngày 12/03/2026.",
    "It fell on June 9, 2026.",
    "Người dân nói rằng cầu gỗ đã sập từ ngày 12/03/2026, trước cơn lũ",
]

_RELATED = [
    "Tin liên quan",
    "Bài liên quan:",
    "Có thể bạn quan tâm",
    "Related stories",
    "You may also like:",
    "Most read",
    "Editors’ picks",
]


def _article(*lines: str, title: str | None = "Flood takes the bridge") -> Article:
    return Article(ArticleId("a"), "bridge", "\n".join(lines), "bridge.txt", "0", title=title)


def _marks(article: Article) -> list[Mark]:
    return mark_lines(article, lines_of(article.text, paragraphs(article.text)))


def _said(article: Article) -> list[tuple[str, str, str]]:
    """Kind, rule and text of each mark."""
    return [(found.kind, found.rule, found.span.of(article.text)) for found in _marks(article)]


@pytest.mark.parametrize("title", [None, "Flood takes the bridge"])
def test_a_line_too_long_for_a_paragraph_is_marked(title: str | None) -> None:
    line = "The flood took the bridge. " * 8_000
    assert _said(_article(_BEFORE, line, _AFTER, title=title)) == [("boilerplate", "endless-line", line.strip())]
    assert _said(_article(_BEFORE, line[:199_999], _AFTER)) == []


@pytest.mark.parametrize(("code", "rule", "line"), _FURNITURE)
def test_a_line_of_page_furniture_is_marked_with_its_rule(code: str, rule: str, line: str) -> None:
    kind = next(found.kind for found in PACKS[code].scrape.boilerplate if found.name == rule)
    assert _said(_article(_BEFORE, line, _AFTER)) == [(kind, rule, line)]


def test_every_boilerplate_rule_of_every_pack_has_a_line_here() -> None:
    rules = {(code, rule.name) for code, pack in PACKS.items() for rule in pack.scrape.boilerplate}
    assert rules == {(code, rule) for code, rule, _ in _FURNITURE}


@pytest.mark.parametrize("line", [*_BODY, *_NO_CAPTIONS, *_NO_DATE_LINES[:2]])
def test_a_body_sentence_that_begins_like_furniture_is_not_marked(line: str) -> None:
    assert _said(_article(_BEFORE, line, _AFTER)) == []


@pytest.mark.parametrize("line", _CAPTIONS)
def test_a_line_with_a_photo_credit_is_a_caption(line: str) -> None:
    assert _said(_article(_BEFORE, line, _AFTER)) == [("caption", "photo-credit", line)]


@pytest.mark.parametrize("line", _DATE_LINES)
def test_a_line_that_is_a_date_is_a_date_line(line: str) -> None:
    assert _said(_article(_BEFORE, line, _AFTER)) == [("dateline", "date-line", line)]


@pytest.mark.parametrize("line", _NO_DATE_LINES)
def test_a_sentence_with_a_date_is_no_date_line(line: str) -> None:
    assert _said(_article(_BEFORE, line, _AFTER)) == []


@pytest.mark.parametrize("heading", _RELATED)
def test_a_heading_of_related_stories_is_marked_with_the_links_under_it(heading: str) -> None:
    links = ["Ba lỗi thường gặp khi xây cầu gỗ", "Grey Heron: the ferry that nobody wanted"]
    marks = [(rule, line) for _, rule, line in _said(_article(_BEFORE, _AFTER, heading, *links))]
    assert marks == [("related-heading", heading), *(("related-link", link) for link in links)]


@pytest.mark.parametrize(("heading", "sentence"), [("Tin liên quan", _AFTER), ("Related stories", _BEFORE)])
def test_a_full_sentence_ends_the_links_under_a_heading(heading: str, sentence: str) -> None:
    rules = [rule for _, rule, _ in _said(_article(_BEFORE, heading, "A link", sentence, "What the divers found", _AFTER))]
    assert rules == ["related-heading", "related-link", "section-heading"]


@pytest.mark.parametrize("line", ["Tin mới: cầu gỗ đã thông xe trở lại.", "Related charges were dropped on Monday."])
def test_a_sentence_that_begins_like_a_related_heading_is_not_marked(line: str) -> None:
    assert _said(_article(_BEFORE, line, _AFTER)) == []


@pytest.mark.parametrize("title", ["Lũ cuốn trôi cây cầu gỗ trong đêm", "Flood takes the bridge at night"])
def test_the_first_line_of_a_plain_file_is_its_title(title: str) -> None:
    article = _article(title, _BEFORE, _AFTER, title=None)
    assert title_in_text(article.text, _marks(article)) == title


def test_the_title_may_stand_below_page_furniture() -> None:
    article = _article("0:00 / 0:00", "June 9, 2026", "Flood takes the bridge at night", _BEFORE, title=None)
    assert title_in_text(article.text, _marks(article)) == "Flood takes the bridge at night"


@pytest.mark.parametrize("first", [_BEFORE, _AFTER, "Two words"])
def test_a_sentence_or_a_word_or_two_is_no_title(first: str) -> None:
    article = _article(first, _BEFORE, _AFTER, title=None)
    assert title_in_text(article.text, _marks(article)) is None


def test_a_file_of_one_line_has_no_title() -> None:
    article = _article("Flood takes the bridge at night", title=None)
    assert _marks(article) == []


@pytest.mark.parametrize("title", ["Lũ cuốn trôi cây cầu gỗ trong đêm", "Flood takes the bridge at night"])
def test_the_title_again_at_the_foot_is_boilerplate(title: str) -> None:
    assert _said(_article(title, _BEFORE, title, title=None)) == [("title", "first-line", title), ("boilerplate", "title-repeat", title)]


def test_the_title_again_in_capitals_is_boilerplate() -> None:
    title = "Lũ cuốn trôi cây cầu gỗ trong đêm"
    assert _said(_article(title, _BEFORE, title.upper(), title=None))[-1] == ("boilerplate", "title-repeat", title.upper())


def test_a_title_from_metadata_is_marked_where_the_text_repeats_it() -> None:
    title = "Flood takes the bridge at night"
    assert _said(_article(title, _BEFORE, _AFTER, title=title)) == [("title", "title-in-text", title)]


def test_the_first_line_is_body_where_metadata_gives_another_title() -> None:
    assert _said(_article("Rain fell on the village all night long", _BEFORE, _AFTER)) == []


@pytest.mark.parametrize("heading", ["Nguyên nhân sập cầu", "What the divers found"])
def test_a_short_line_without_a_stop_between_sentences_is_a_section_heading(heading: str) -> None:
    assert _said(_article(_BEFORE, heading, _AFTER)) == [("title", "section-heading", heading)]


@pytest.mark.parametrize("line", ["Cầu đã sập.", "Who pays?", "“The bridge is gone.”", "Ông Hải nói:"])
def test_a_short_sentence_is_no_section_heading(line: str) -> None:
    assert _said(_article(_BEFORE, line, _AFTER)) == []


@pytest.mark.parametrize("items", [("Chuyến phà: 7h", "Chuyến cuối: 21h", "Vé: 12.000 đồng"), ("Dead: 12", "Hurt: 26", "Missing: 3")])
def test_short_lines_beside_one_another_on_a_page_are_a_list(items: tuple[str, ...]) -> None:
    found = replace(_article(_BEFORE, *items, _AFTER), form="page")
    assert [rule for _, rule, _ in _said(found)] == []


def test_a_heading_with_one_under_it_is_a_heading_on_a_page_too() -> None:
    found = replace(_article(_BEFORE, "What is known", "On the pier", _AFTER), form="page")
    assert [rule for _, rule, _ in _said(found)] == ["section-heading", "section-heading"]


def test_a_short_last_line_is_no_section_heading() -> None:
    assert _said(_article(_BEFORE, _AFTER, "Harbour News")) == []


_ANY_LINE = st.sampled_from([line for *_, line in _FURNITURE] + _BODY + _CAPTIONS + _DATE_LINES + _RELATED + ["", "  "]) | st.text(
    max_size=30
)
_ANY_TITLE = st.none() | st.sampled_from(["801", "Quảng cáo", _CAPTIONS[0], _BODY[0]])


@given(st.lists(_ANY_LINE, max_size=12), _ANY_TITLE)
def test_a_line_has_at_most_one_mark(lines: list[str], title: str | None) -> None:
    counts = Counter(found.span for found in _marks(_article(*lines, title=title)))
    assert max(counts.values(), default=1) == 1


@given(st.lists(_ANY_LINE, max_size=12), _ANY_TITLE)
def test_a_mark_covers_exactly_one_line(lines: list[str], title: str | None) -> None:
    article = _article(*lines, title=title)
    assert {found.span for found in _marks(article)} <= set(paragraphs(article.text))


@given(st.lists(_ANY_LINE, max_size=12), _ANY_TITLE)
def test_marks_come_in_the_order_of_the_text(lines: list[str], title: str | None) -> None:
    starts = [found.span.start for found in _marks(_article(*lines, title=title))]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    "line",
    [
        "Register offices in the county closed on Monday.",
        "Copyright lawyers met in Geneva on Monday.",
        "Posted to the border in May, the soldiers came home.",
        "The law harms self-image in young people.",
        "Police searched the house. Photo evidence was shown to the court.",
        "Đọc tiếp bức thư, bà bật khóc.",
        "Email: hòm thư của ông bị khóa từ hôm qua.",
        "Nhiều hình ảnh được gửi tới tòa soạn (hình chụp từ máy quay).",
    ],
)
def test_a_body_sentence_is_body_whatever_it_begins_with(line: str) -> None:
    text = f"{_BEFORE}\n{line}\n{_AFTER}"
    article = Article(ArticleId("a"), "Harbour Post", text, "a.jsonl", "0", title="Another title altogether")
    assert mark_lines(article, lines_of(text, paragraphs(text))) == []
