"""Text -> paragraphs -> sentences, as newsrooms write them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.languages.registry import PACKS
from compare.model import Span
from compare.reading.paragraphs_and_sentences import paragraphs, sentences

_NEWS_TEXT = st.text(alphabet="aÁđB1 .!?…\"”“’'(),–-\n\t", max_size=80)


def _cut(code: str, text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, Span(0, len(text)), PACKS[code].sentences)]


def _rise(spans: list[Span]) -> bool:
    return all(first.end <= second.start for first, second in pairwise(spans))


def _left_over(text: str, spans: list[Span]) -> str:
    taken = {place for span in spans for place in range(span.start, span.end)}
    return "".join(char for place, char in enumerate(text) if place not in taken)


def test_a_paragraph_is_a_line_without_the_space_around_it() -> None:
    text = "\n  Cầu đã sập.  \n\n\t\nThe bridge fell.\n"
    assert [span.of(text) for span in paragraphs(text)] == ["Cầu đã sập.", "The bridge fell."]


@pytest.mark.parametrize("text", ["", "\n\n", " \t\n "])
def test_a_text_of_white_space_has_no_paragraph(text: str) -> None:
    assert paragraphs(text) == []


@given(st.text(max_size=80) | _NEWS_TEXT)
def test_paragraphs_rise_and_never_overlap(text: str) -> None:
    spans = paragraphs(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert _rise(spans)


@given(st.text(max_size=80) | _NEWS_TEXT)
def test_paragraphs_leave_nothing_but_white_space(text: str) -> None:
    assert not _left_over(text, paragraphs(text)).strip()


@pytest.mark.parametrize("code", ["vi", "en"])
@given(text=_NEWS_TEXT)
def test_sentences_stay_in_their_paragraph_rise_and_never_overlap(code: str, text: str) -> None:
    for within in paragraphs(text):
        spans = sentences(text, within, PACKS[code].sentences)
        assert all(within.start <= span.start < span.end <= within.end for span in spans)
        assert _rise(spans)


@pytest.mark.parametrize("code", ["vi", "en"])
@given(text=_NEWS_TEXT)
def test_sentences_leave_nothing_but_white_space(code: str, text: str) -> None:
    spans = [span for within in paragraphs(text) for span in sentences(text, within, PACKS[code].sentences)]
    assert not _left_over(text, spans).strip()


@pytest.mark.parametrize(
    "text",
    [
        "Bà Mai sống ở TP. Hồ Chí Minh từ nhỏ.",
        "Đoàn xe rời Q. Ba lúc rạng sáng.",
        "Người mổ là TS. Lan cùng hai bác sĩ trẻ.",
        "Người mổ là PGS. TS. Lan cùng hai bác sĩ trẻ.",
        "Đường ống do Mr. Cole lắp đặt.",
    ],
)
def test_a_vietnamese_abbreviation_ends_no_sentence(text: str) -> None:
    assert _cut("vi", text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "The pipe was laid by Mr. Cole and his sons.",
        "Divers of the U.S. Navy searched the harbour.",
        "They meet at 7 p.m. Monday at the pier.",
        "The hearing on Jan. 12 was put off.",
        "He wrote to Gov. Marsh about the pier.",
    ],
)
def test_an_english_abbreviation_ends_no_sentence(text: str) -> None:
    assert _cut("en", text) == [text]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The pier was built by J. Cole in May."),
        ("vi", "Bến tàu do J. Cole xây hồi tháng năm."),
        ("en", "The boat was steered by a boy, R.T.M. (16), who was unhurt."),
        ("vi", "Lái thuyền là em Đ.T.B. (16 tuổi), may mắn không bị thương."),
    ],
)
def test_an_initial_ends_no_sentence(code: str, text: str) -> None:
    assert _cut(code, text) == [text]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Officers of the S.D. Highway Patrol searched the pier."),
        ("en", "They came from Peoria, Ill. Mayor Ruth Cole met them."),
        ("en", "The case was heard by J.D. Marsh in May."),
        ("en", "The sign of Marsh Corp. Harbour Works was gone."),
        ("vi", "Người mổ là PGS.TS. Nguyễn Lan cùng hai bác sĩ trẻ."),
        ("vi", "Người mổ là BS.CKII. Trần Hòa."),
        ("vi", "Bà Mai sống ở H. Anh Sơn từ nhỏ."),
        ("vi", "Bà Mai gặp ThS. Lan ở TP. Hòa Lộc."),
    ],
)
def test_a_name_behind_initials_a_state_or_a_degree_belongs_to_their_sentence(code: str, text: str) -> None:
    assert _cut(code, text) == [text]


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("en", ["The bridge fell in Sioux Falls, S.D.", "The mayor closed the road."]),
        ("en", ["He lives in Washington, D.C.", "He is 40."]),
        ("en", ["Sales rose in the U.S.", "“It was a good year,” the firm said."]),
        ("en", ["They came from Peoria, Ill.", "They left at noon."]),
        ("en", ["They met at 7 p.m.", "The talks failed."]),
        ("en", ["The cup went to Group A.", "The winner left at once."]),
        ("en", ["He felt ill.", "Marsh took over."]),
        ("vi", ["Nạn nhân là anh Nguyễn Văn T.", "Ông Hải gọi cấp cứu."]),
        ("vi", ["Nạn nhân là em K.T.B.", "Ngày 3/3, em qua đời."]),
        ("vi", ["Nạn nhân là anh Nguyễn Văn H.", "Công an đã vào cuộc."]),
        ("vi", ["Đoàn xe đến TP.HCM.", "Ông Hải ra đón."]),
    ],
)
def test_a_sentence_may_end_with_initials_or_a_state(code: str, parts: list[str]) -> None:
    assert _cut(code, " ".join(parts)) == parts


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("en", ['The sign "Stop. Look. Listen." hangs at the gate.', "It is old."]),
        ("en", ["The mayor coined “Build it. Open it.” in May.", "The bridge fell."]),
        ("en", ["The slogan was “Stop. Look. Listen.”", "The mayor liked it."]),
        ("vi", ["Tấm biển “Dừng lại. Quan sát. Lắng nghe.” treo ở cổng.", "Nó đã cũ."]),
        ("vi", ['Khẩu hiệu "Nhanh. Gọn. Sạch." có từ lâu.', "Ai cũng thuộc."]),
    ],
)
def test_a_quoted_slogan_is_not_cut(code: str, parts: list[str]) -> None:
    assert _cut(code, " ".join(parts)) == parts


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("en", ["“The bridge fell in the night.", "We ran back home.”"]),
        ("vi", ["“Cây cầu sập lúc nửa đêm.", "Chúng tôi chạy về nhà.”"]),
    ],
)
def test_a_quotation_of_whole_sentences_is_cut(code: str, parts: list[str]) -> None:
    assert _cut(code, " ".join(parts)) == parts


@pytest.mark.parametrize(
    ("code", "parts"),
    [("vi", ["Hàng sẽ sang châu Á.", "Ông Hải xác nhận tin này."]), ("en", ["The goods go to Asia.", "Mayor Cole confirmed it."])],
)
def test_a_word_that_only_looks_like_an_initial_ends_its_sentence(code: str, parts: list[str]) -> None:
    assert _cut(code, " ".join(parts)) == parts


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("vi", "Kho rộng 1.700 m2 và trị giá 20.5 tỷ đồng."),
        ("en", "The refit cost 4.2 million dollars in all."),
    ],
)
def test_the_point_in_a_number_ends_no_sentence(code: str, text: str) -> None:
    assert _cut(code, text) == [text]


@pytest.mark.parametrize(
    ("code", "parts"),
    [("vi", ["Tàu rời bến lúc 16h.", "12 người ở lại bờ."]), ("en", ["The boat left pier 5.", "12 people stayed ashore."])],
)
def test_a_figure_may_end_a_sentence_and_open_the_next(code: str, parts: list[str]) -> None:
    assert _cut(code, " ".join(parts)) == parts


@pytest.mark.parametrize(("code", "first"), [("vi", "1. Bến tàu thiếu đèn."), ("en", "1. The pier has no lights.")])
def test_the_number_of_a_list_stays_with_its_sentence(code: str, first: str) -> None:
    assert _cut(code, f"{first} 2 boats came.")[0] == first


@pytest.mark.parametrize("close", ['"', "”", "’", "»", ")", "]", ".”"])
@pytest.mark.parametrize(("code", "first", "second"), [("vi", "Chúng tôi chạy.", "Còi vẫn hú."), ("en", "We all ran.", "The horn blew.")])
def test_closing_marks_stay_with_the_sentence_they_close(code: str, first: str, second: str, close: str) -> None:
    assert _cut(code, f"{first}{close} {second}") == [f"{first}{close}", second]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", '"Who will pay for it?" Braley said.'),
        ("en", "“Who will pay for it?” Braley told the council."),
        ("en", "“Stop the engine!” Braley said."),
        ("vi", "“Ai sẽ trả tiền?” Ông Hải nói."),
        ("vi", '"Ai sẽ trả tiền?" Ông Hải cho biết thêm.'),
    ],
)
def test_a_quoted_question_and_its_speaker_are_one_sentence(code: str, text: str) -> None:
    assert _cut(code, text) == [text]


@pytest.mark.parametrize(
    ("code", "parts"),
    [("en", ['"Who will pay for it?"', "The crowd went home."]), ("vi", ["“Ai sẽ trả tiền?”", "Đám đông ra về."])],
)
def test_a_quoted_question_without_a_speaker_ends_its_sentence(code: str, parts: list[str]) -> None:
    assert _cut(code, " ".join(parts)) == parts


@pytest.mark.parametrize("dots", ["…", "..."])
@pytest.mark.parametrize(("code", "first", "second"), [("vi", "Chúng tôi đợi", "Không ai đến."), ("en", "We waited", "Nobody came.")])
def test_an_ellipsis_before_a_capital_ends_a_sentence(code: str, first: str, second: str, dots: str) -> None:
    assert _cut(code, f"{first}{dots} {second}") == [f"{first}{dots}", second]


@pytest.mark.parametrize("dots", ["…", "..."])
@pytest.mark.parametrize(("code", "text"), [("vi", "Chúng tôi đợi{} rồi ra về."), ("en", "We waited{} and went home.")])
def test_an_ellipsis_before_a_small_letter_ends_no_sentence(code: str, text: str, dots: str) -> None:
    assert _cut(code, text.format(dots)) == [text.format(dots)]


@pytest.mark.parametrize("opener", ["“", '"', "‘", "– "])
@pytest.mark.parametrize(("code", "first", "second"), [("vi", "Còi hú.", "Chạy đi!”"), ("en", "The horn blew.", "Run!”")])
def test_a_quotation_may_open_the_next_sentence(code: str, first: str, second: str, opener: str) -> None:
    assert _cut(code, f"{first} {opener}{second}") == [first, f"{opener}{second}"]


def test_a_line_of_separators_is_no_paragraph() -> None:
    assert paragraphs("\x1c\nThe ship left.") == [Span(2, 16)]
