"""One utterance of two articles has one speaker, however each of them writes who that is; given to two, it is disputed."""

import pytest
from story import facts, shown

QUOTE_EN = '"The pumps under the harbour wall were never switched on that night"'
QUOTE_VI = "“Các máy bơm dưới chân đê đã không được bật suốt đêm hôm đó”"


def speakers(language: str, *texts: str) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    return [(state, values) for slot, _, state, values in shown(facts(language, *texts)) if slot == "speaker"]


@pytest.mark.parametrize(
    ("language", "one", "other", "values"),
    [
        (
            "en",
            f"{QUOTE_EN}, Ruth Ansell said on Monday.",
            f"{QUOTE_EN}, said Owen Tarrant, who runs the port.",
            (("Owen Tarrant", "b"), ("Ruth Ansell", "a")),
        ),
        (
            "vi",
            f"{QUOTE_VI}, ông Lê Quang Hải nói hôm thứ Hai.",
            f"Ông Trần Văn Bình cho biết: {QUOTE_VI}.",
            (("Lê Quang Hải", "a"), ("Trần Văn Bình", "b")),
        ),
    ],
)
def test_an_utterance_that_is_given_to_two_persons_is_disputed(
    language: str, one: str, other: str, values: tuple[tuple[str, str], ...]
) -> None:
    assert speakers(language, one, other) == [("disputed", values)]


@pytest.mark.parametrize(
    ("language", "one", "other", "display"),
    [
        # A pronoun stands for whom the sentence before named, not for the mayor whose lawyer she is.
        (
            "en",
            f"Ruth Ansell, the lawyer of Mayor Owen Tarrant, told reporters of the night. {QUOTE_EN}, she said.",
            f"{QUOTE_EN}, the lawyer, Ruth B. Ansell, said in a letter.",
            "Ruth B. Ansell",
        ),
        (
            "vi",
            f"Giám đốc Lê Quang Hải đã tới hiện trường. {QUOTE_VI}, ông nói.",
            f"Ông Hải cho biết: {QUOTE_VI}.",
            "Hải",
        ),
        # A surname right behind the quotation.
        (
            "en",
            f"Ruth Ansell told reporters of the night. {QUOTE_EN} Ansell said.",
            f"{QUOTE_EN}, Ruth Ansell said on Monday.",
            "Ruth Ansell",
        ),
        # A relay that drops the marks, and one that shortens the quotation, still have the same speaker.
        (
            "vi",
            f"Ông Lê Quang Hải nói: {QUOTE_VI}.",
            "Các máy bơm dưới chân đê đã không được bật suốt đêm hôm đó, theo ông Lê Quang Hải.",
            "Lê Quang Hải",
        ),
        (
            "en",
            f"{QUOTE_EN}, Ruth Ansell said.",
            '"The pumps under the harbour wall were never switched on", Ruth Ansell said on Monday.',
            "Ruth Ansell",
        ),
    ],
)
def test_one_speaker_is_no_dispute_however_he_or_she_is_written(language: str, one: str, other: str, display: str) -> None:
    found = speakers(language, one, other)
    assert [state for state, _ in found if state == "disputed"] == []
    assert [[value for value, _ in values] for _, values in found] == [[display]]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        # Two other utterances.
        (
            "en",
            f"{QUOTE_EN}, Ruth Ansell said.",
            '"The gates under the harbour wall were closed at six in the evening", Owen Tarrant said.',
        ),
        ("vi", f"{QUOTE_VI}, ông Lê Quang Hải nói.", "“Cửa cống đã được đóng từ sáu giờ tối như kế hoạch”, ông Trần Văn Bình nói."),
        # Two that begin alike.
        (
            "en",
            '"I am confident that we will win the vote on Friday and form a government," Ruth Ansell said.',
            '"I am confident that we will win the vote on Sunday evening," Owen Tarrant said.',
        ),
        (
            "vi",
            "“Tôi tin rằng chúng tôi sẽ thắng cuộc bỏ phiếu hôm thứ Sáu và lập chính phủ”, bà Vogt nói.",
            "“Tôi tin rằng chúng tôi sẽ thắng cuộc bỏ phiếu vào Chủ nhật tới”, ông Trần Văn Bình nói.",
        ),
        # A phrase that many say.
        ("en", '"We are very sorry for this", Ruth Ansell said.', '"We are very sorry for this", Owen Tarrant said.'),
        ("vi", "“Chúng tôi rất lấy làm tiếc”, ông Lê Quang Hải nói.", "“Chúng tôi rất lấy làm tiếc”, ông Trần Văn Bình nói."),
        # One who quotes the other: the second article names both.
        ("en", f"{QUOTE_EN}, Ruth Ansell said.", f"{QUOTE_EN}, Owen Tarrant said, quoting Ruth Ansell."),
        ("vi", f"{QUOTE_VI}, ông Lê Quang Hải nói.", f"{QUOTE_VI}, ông Trần Văn Bình nói, dẫn lời ông Lê Quang Hải."),
        # A body beside the person who speaks for it.
        ("en", f"{QUOTE_EN}, police chief Ruth Ansell said.", f"{QUOTE_EN}, police said."),
        ("vi", f"{QUOTE_VI}, đại tá Lê Quang Hải nói.", f"{QUOTE_VI}, công an tỉnh cho biết."),
    ],
)
def test_no_speaker_is_disputed_without_one_utterance_of_two_persons(language: str, one: str, other: str) -> None:
    assert [state for state, _ in speakers(language, one, other) if state == "disputed"] == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", f"Ruth Ansell told of the night. {QUOTE_EN}, she said.", f"{QUOTE_EN}, Ruth Ansell said."),
        ("vi", f"Ông Hải tới nơi. {QUOTE_VI}, ông nói.", f"Ông Hải nói: {QUOTE_VI}."),
    ],
)
def test_each_value_is_the_stretch_that_names_the_speaker(language: str, one: str, other: str) -> None:
    texts = {"a": one, "b": other}
    (fact,) = (fact for fact in facts(language, one, other) if fact.slot == "speaker")
    said = [mention for value in fact.values for mention in value.said]
    assert [mention.span.of(texts[mention.article]) for mention in said] == [mention.says for mention in said]
