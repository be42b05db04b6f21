"""The day, the hour or the year of one act is disputed; those of two acts are not."""

import pytest
from story import facts, shown

INSPECTED = (
    "The pier of Port Ellery was last inspected in {}, the council said on Monday.",
    "The council said the pier had last been inspected in {}.",
)
RESIGNED = "Councillor Ann Alder {} over the flooded pier of Port Ellery."


@pytest.mark.parametrize(
    ("language", "texts", "expected"),
    [
        ("en", (INSPECTED[0].format("May 2021"), INSPECTED[1].format("May 2019")), ("day of", "last inspection", ("May 2021", "May 2019"))),
        ("en", ("The pier, built in 1931, is closed.", "The pier was built in 1913 by the town."), ("day of", "built", ("1931", "1913"))),
        ("vi", ("Cầu Hạc Xám được xây dựng năm 1931.", "Cầu Hạc Xám được xây năm 1913."), ("day of", "built", ("năm 1931", "năm 1913"))),
        (
            "en",
            (RESIGNED.format("apologised on Friday"), RESIGNED.format("apologised on Saturday")),
            ("day of", "apology", ("Friday", "Saturday")),
        ),
        (
            "vi",
            ("Đến 19h cùng ngày, hiện trường vụ lật xe mới được giải quyết xong.", "Đến 21 giờ 30, hiện trường được giải tỏa."),
            ("hour of", "cleared", ("19h", "21 giờ 30")),
        ),
        (
            "en",
            ("The fire at the mill was put out at 5 a.m., the mayor said.", "Crews from three towns put out the mill fire by 8 a.m."),
            ("hour of", "fire put out", ("5 a.m.", "8 a.m.")),
        ),
    ],
)
def test_two_times_of_one_act_are_disputed(language: str, texts: tuple[str, ...], expected: tuple[str, str, tuple[str, str]]) -> None:
    slot, act, displays = expected
    wanted = (slot, act, "disputed", tuple(sorted(zip(displays, "ab", strict=True))))
    assert wanted in shown(facts(language, *texts))


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", (RESIGNED.format("apologised on Friday"), RESIGNED.format("resigned on Monday"))),
        ("en", (INSPECTED[0].format("May 2021"), "The council closed the pier on Monday, which was last inspected in May 2021.")),
        ("en", ("The pier was inspected in 2021.", "The lighthouse and its lamp were inspected in 2019.")),
        ("en", ("The man was arrested yesterday in Port Ellery.", "The man was arrested on May 13 in Port Ellery.")),
        (
            "vi",
            (
                "Ngày 19-5, tập đoàn Sao Xám khởi công xây dựng khách sạn Sao Xám ở Hòa Lộc.",
                "Nhân sự kiện khởi công xây dựng khách sạn Sao Xám ở Hòa Lộc, tối 18-5 tập đoàn Sao Xám tổ chức đêm nhạc.",
            ),
        ),
        ("vi", ("Bà An xin lỗi hôm thứ sáu về cầu Hạc Xám.", "Bà An từ chức hôm thứ hai vì cầu Hạc Xám.")),
        ("vi", ("Đến 19h, hiện trường vẫn chưa được giải tỏa.", "Đến 21 giờ 30, hiện trường được giải tỏa.")),
    ],
)
def test_times_of_two_acts_or_things_are_no_dispute(language: str, texts: tuple[str, ...]) -> None:
    assert [fact for fact in facts(language, *texts) if fact.state == "disputed"] == []
