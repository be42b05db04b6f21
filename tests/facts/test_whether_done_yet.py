"""What one article tells as done and another as planned: updated where time explains it, else disputed; other acts never meet."""

import pytest
from story import facts, shown

from compare.model import Published

FILED = {
    "en": "The steel makers filed a petition with the Harbour Trade Commission against the new tax.",
    "vi": "Các hãng thép đã nộp đơn lên Ủy ban Thương mại Hòa Lộc phản đối thuế mới.",
}
WILL_FILE = {
    "en": "The steel makers will file a petition with the Harbour Trade Commission against the new tax.",
    "vi": "Các nhà sản xuất thép sẽ gửi đơn lên Ủy ban Thương mại Hòa Lộc để phản đối thuế mới.",
}
LANGUAGES = pytest.mark.parametrize("language", ["en", "vi"])


def at(moment: str) -> Published:
    return Published(moment, "minute", "metadata")


def stages(language: str, *texts: str, published: tuple[Published | None, ...]) -> list[tuple[str, int]]:
    return [(state, len(values)) for slot, _, state, values in shown(facts(language, *texts, published=published)) if slot == "stage"]


@LANGUAGES
def test_an_act_that_is_done_later_is_updated(language: str) -> None:
    published = (at("2024-05-13T08:00"), at("2024-05-14T08:00"))
    assert stages(language, WILL_FILE[language], FILED[language], published=published) == [("updated", 2)]


@LANGUAGES
def test_an_act_that_is_still_planned_after_it_was_done_is_disputed(language: str) -> None:
    published = (at("2024-05-14T08:00"), at("2024-05-13T08:00"))
    assert stages(language, WILL_FILE[language], FILED[language], published=published) == [("disputed", 2)]


@LANGUAGES
def test_of_articles_of_one_day_nobody_knows_which_came_first(language: str) -> None:
    day = Published("2024-05-13", "day", "metadata")
    assert stages(language, WILL_FILE[language], FILED[language], published=(day, day)) == []


@LANGUAGES
def test_without_times_an_act_cannot_be_both_done_and_planned(language: str) -> None:
    assert stages(language, WILL_FILE[language], FILED[language], published=(None, None)) == [("disputed", 2)]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        # Another act, at another body.
        ("en", FILED["en"], "The fishermen will file a petition with the Court of Ellery over the closed quay."),
        ("vi", FILED["vi"], "Ngư dân sẽ gửi đơn lên Tòa án Đông Hải về việc đóng cửa bến."),
        # What is not done is not planned either.
        ("en", FILED["en"], "The steel makers have not filed a petition with the Harbour Trade Commission against the new tax."),
        ("vi", FILED["vi"], "Các nhà sản xuất thép không gửi đơn lên Ủy ban Thương mại Hòa Lộc để phản đối thuế mới."),
        # An article that tells both tells how it went.
        ("en", f"{FILED['en']} {WILL_FILE['en']}", WILL_FILE["en"]),
        ("vi", f"{FILED['vi']} {WILL_FILE['vi']}", WILL_FILE["vi"]),
        # Both done, both planned.
        ("en", FILED["en"], FILED["en"]),
        ("vi", WILL_FILE["vi"], WILL_FILE["vi"]),
        # Another day.
        ("en", FILED["en"].replace("tax.", "tax on 3 May 2024."), WILL_FILE["en"].replace("tax.", "tax on 9 May 2024.")),
        ("vi", FILED["vi"].replace("mới.", "mới ngày 3/5/2024."), WILL_FILE["vi"].replace("mới.", "mới ngày 9/5/2024.")),
        # Another doer, of the same thing.
        ("en", "Karin Vogt resigned as chair of the harbour board on Monday.", "Owen Tarrant will resign as chair of the harbour board."),
        (
            "en",
            "Prosecutors appealed against the long ruling of the court.",
            "The suspect will appeal against the long ruling of the court.",
        ),
        # The same doer, to another one.
        (
            "vi",
            "Thủ tướng đã bổ nhiệm ông Lê Quang Hải giữ chức thứ trưởng Bộ Y tế.",
            "Thủ tướng sẽ bổ nhiệm ông Trần Văn Bình giữ chức thứ trưởng Bộ Tài chính.",
        ),
        ("vi", "Quốc hội đã thông qua luật đất đai sửa đổi với 90% phiếu.", "Quốc hội sẽ thông qua luật nhà ở trong kỳ họp này."),
        # Only if something else happens.
        ("en", FILED["en"], WILL_FILE["en"].replace("The steel", "If the talks fail the steel")),
        ("vi", FILED["vi"], WILL_FILE["vi"].replace("Các nhà", "Nếu đàm phán đổ vỡ các nhà")),
        # A question.
        ("en", FILED["en"], "Will the steel makers file a petition with the Harbour Trade Commission against the new tax?"),
        ("vi", FILED["vi"], "Các nhà sản xuất thép có sẽ gửi đơn lên Ủy ban Thương mại Hòa Lộc để phản đối thuế mới?"),
    ],
)
def test_stages_that_exclude_nothing_are_no_dispute(language: str, one: str, other: str) -> None:
    assert stages(language, one, other, published=(None, None)) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "en",
            "Owen Tarrant said that the port had established a team to look into the fire.",
            "Owen Tarrant said he had proposed to establish a team of five engineers.",
        ),
        (
            "vi",
            "Ông Lê Quang Hải cho biết cảng đã thành lập tổ điều tra vụ cháy.",
            "Ông Lê Quang Hải cho biết đã đề xuất với thành phố thành lập tổ công tác gồm năm kỹ sư.",
        ),
    ],
)
def test_one_source_that_has_proposed_an_act_and_told_it_as_done_is_disputed(language: str, one: str, other: str) -> None:
    assert stages(language, one, other, published=(None, None)) == [("disputed", 2)]
