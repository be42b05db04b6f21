"""One utterance in which a relay altered a figure, a name or a negation is disputed; other words, or fewer, are none of its business."""

import pytest
from story import facts, shown

SAID_EN = "We pumped the lower harbour dry on our own and nobody from Norland helped us with the work"
SAID_VI = "Chúng tôi tự bơm cạn khu cảng dưới trong đêm và không ai từ Hòa Lộc đến giúp việc này"


def changes(language: str, one: str, other: str) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    texts = [f"“{one}”, {says}" for one, says in zip((one, other), _SAYS[language], strict=True)]
    return [(state, values) for _, _, state, values in shown(facts(language, *texts)) if state == "disputed"]


_SAYS = {
    "en": ("Ruth Ansell told reporters on Monday.", "Ruth Ansell said after the meeting in the town hall."),
    "vi": ("ông Lê Quang Hải nói với báo chí hôm thứ Hai.", "ông Lê Quang Hải cho biết sau cuộc họp ở tòa thị chính."),
}


@pytest.mark.parametrize(
    ("language", "one", "other", "values"),
    [
        ("en", SAID_EN, SAID_EN.replace("Norland", "Sudmark"), (("Norland", "a"), ("Sudmark", "b"))),
        ("vi", SAID_VI, SAID_VI.replace("Hòa Lộc", "Đông Hải"), (("Hòa Lộc", "a"), ("Đông Hải", "b"))),
        (
            "en",
            "We rescued 14 people from the lower harbour before the second wave came in that night",
            "We rescued 41 people from the lower harbour before the second wave came in that night",
            (("14", "a"), ("41", "b")),
        ),
        (
            "vi",
            "Chúng tôi đưa 14 chiếc thuyền ra khỏi khu cảng dưới trước khi đợt sóng thứ hai ập vào",
            "Chúng tôi đưa 41 chiếc thuyền ra khỏi khu cảng dưới trước khi đợt sóng thứ hai ập vào",
            (("14", "a"), ("41", "b")),
        ),
    ],
)
def test_an_altered_value_in_a_quotation_is_disputed_once(language: str, one: str, other: str, values: tuple[tuple[str, str], ...]) -> None:
    assert changes(language, one, other) == [("disputed", values)]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        # Shortened.
        ("en", SAID_EN, SAID_EN.removesuffix(" with the work")),
        ("vi", SAID_VI, SAID_VI.removesuffix(" việc này")),
        # Smoothed, or translated otherwise.
        ("en", SAID_EN, SAID_EN.replace("on our own", "by ourselves")),
        ("vi", SAID_VI, SAID_VI.replace("trong đêm", "suốt đêm")),
        ("vi", SAID_VI, "Tự chúng tôi hút nước khỏi khu cảng phía dưới, chẳng có ai ở Hòa Lộc tới hỗ trợ cả"),
        # Another utterance with another figure.
        ("en", "We counted 14 boats in the lower harbour before dawn", "There were 41 lorries on the coast road in the evening"),
        ("vi", "Chúng tôi đếm được 14 chiếc thuyền ở khu cảng dưới", "Có tới 41 xe tải trên đường ven biển vào buổi tối"),
    ],
)
def test_a_shortened_or_reworded_quotation_is_no_dispute(language: str, one: str, other: str) -> None:
    assert changes(language, one, other) == []
