"""Pages, floors and spans of time are disputed of one thing, told by a figure or by a word such as "monthslong"."""

import pytest
from story import facts, shown

CHARGED_EN = "Prosecutors in Port Ellery charged the harbour master Ann Alder after a {} of the harbour fund."
PAGES_EN = "Ann Alder is accused in {} indictment of the harbour fund."
PAGES_VI = "Bà An bị truy tố trong bản cáo trạng dài {} trang về quỹ cảng Hòa Lộc."
PROBE_VI = "Bà An bị truy tố sau cuộc điều tra kéo dài {} về quỹ cảng Hòa Lộc."


@pytest.mark.parametrize(
    ("language", "texts", "expected"),
    [
        ("en", (PAGES_EN.format("a 48-page"), PAGES_EN.format("a 47-page criminal")), ("pages", "indictment", ("48", "47"))),
        ("vi", (PAGES_VI.format(48), PAGES_VI.format(47)), ("pages", "indictment", ("48", "47"))),
        (
            "en",
            (CHARGED_EN.format("two-year federal investigation"), CHARGED_EN.format("monthslong investigation")),
            ("duration", "investigation", ("two-year", "monthslong")),
        ),
        ("vi", (PROBE_VI.format("2 năm"), PROBE_VI.format("nhiều tháng")), ("duration", "investigation", ("2 năm", "nhiều tháng"))),
        (
            "en",
            ("A five-storey building burned in Port Ellery.", "The six-storey brick building burned all night in Port Ellery."),
            ("floors", "building", ("five", "six")),
        ),
    ],
)
def test_two_sizes_of_one_thing_are_disputed(language: str, texts: tuple[str, ...], expected: tuple[str, str, tuple[str, str]]) -> None:
    slot, thing, displays = expected
    wanted = (slot, thing, "disputed", tuple(sorted(zip(displays, "ab", strict=True))))
    assert wanted in shown(facts(language, *texts))


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", (CHARGED_EN.format("two-year investigation"), CHARGED_EN.format("yearslong investigation"))),
        ("en", (CHARGED_EN.format("two-year investigation"), CHARGED_EN.format("24-month investigation"))),
        ("en", (PAGES_EN.format("a 48-page"), "The 12-page letter of Ann Alder on the harbour fund was read out.")),
        (
            "en",
            (CHARGED_EN.format("two-year investigation"), "Ann Alder was charged six months after the investigation of the fund."),
        ),
        ("vi", (PROBE_VI.format("2 năm"), PROBE_VI.format("nhiều năm"))),
        ("vi", (PROBE_VI.format("2 năm"), "Bà An bị truy tố trong vụ điều tra 6 tháng trước về quỹ cảng Hòa Lộc.")),
        ("vi", (PAGES_VI.format(48), "Lá thư dài 12 trang của bà An về quỹ cảng Hòa Lộc được đọc.")),
    ],
)
def test_sizes_that_can_be_one_or_are_of_two_things_are_no_dispute(language: str, texts: tuple[str, ...]) -> None:
    assert [fact for fact in facts(language, *texts) if fact.state == "disputed"] == []
