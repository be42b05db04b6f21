"""What two sentences of a claim differ in is a fact only where both tell of one thing: no part and its whole, no sum, no two forecasts."""

import pytest
from story import facts


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        # an article that gives both tells of a whole and of a part of it
        (
            "en",
            (
                "The coach named a first list of 40 players for the cup in Port Ellery. He took 23 players to the cup in the end.",
                "The coach named 23 players for the cup in Port Ellery.",
                "The coach named a first list of 40 players for the cup in Port Ellery.",
            ),
        ),
        (
            "vi",
            (
                "Huấn luyện viên gọi 40 cái tên vào danh sách sơ bộ dự giải Hòa Lộc. Sau cùng ông chốt 23 cái tên dự giải.",
                "Huấn luyện viên chốt 23 cái tên vào danh sách dự giải Hòa Lộc.",
                "Huấn luyện viên gọi 40 cái tên vào danh sách dự giải Hòa Lộc.",
            ),
        ),
        # four here and three there are the seven of the other paper
        (
            "en",
            (
                "Seven explosions shook the ports of Port Ellery and Millford on Monday, the mayor said.",
                "Four explosions shook the ports of Port Ellery and three those of Millford on Monday, the mayor said.",
            ),
        ),
        (
            "vi",
            (
                "Bảy vụ nổ làm rung chuyển cảng Hòa Lộc và cảng Bình Tân hôm thứ hai, theo chính quyền.",
                "Bốn vụ nổ làm rung chuyển cảng Hòa Lộc và ba vụ nổ ở cảng Bình Tân hôm thứ hai, theo chính quyền.",
            ),
        ),
        # forecasts, each of its own day
        (
            "en",
            (
                "Weather forecast for the coast of Port Ellery and the islands for Monday, May 13.",
                "Weather forecast for the coast of Port Ellery and the islands for Tuesday, May 14.",
            ),
        ),
        (
            "vi",
            (
                "Dự báo thời tiết các khu vực ven biển Hòa Lộc và các đảo ngày 13/5.",
                "Dự báo thời tiết các khu vực ven biển Hòa Lộc và các đảo ngày 14/5.",
            ),
        ),
        # the day of the vote and that of the victory
        (
            "vi",
            (
                "Ông Lê Khoan là ứng cử viên độc lập trong cuộc bầu cử hôm 12/5 ở Hòa Lộc với kết quả rất sít sao.",
                "Ông Lê Khoan, ứng cử viên độc lập, ngày 13/5 giành chiến thắng ở Hòa Lộc với kết quả rất sít sao.",
            ),
        ),
    ],
)
def test_what_is_of_two_things_is_no_dispute(language: str, texts: tuple[str, ...]) -> None:
    assert [fact for fact in facts(language, *texts) if fact.state == "disputed"] == []


@pytest.mark.parametrize(
    ("language", "texts", "values"),
    [
        (
            "en",
            (
                "Seven explosions shook the ports of Port Ellery and Millford on Monday, the mayor said.",
                "Four explosions shook the ports of Port Ellery and Millford on Monday, the mayor said.",
            ),
            {"Seven", "Four"},
        ),
        (
            "vi",
            (
                "Bảy vụ nổ làm rung chuyển cảng Hòa Lộc và cảng Bình Tân hôm thứ hai, theo chính quyền.",
                "Bốn vụ nổ làm rung chuyển cảng Hòa Lộc và cảng Bình Tân hôm thứ hai, theo chính quyền.",
            ),
            {"Bảy", "Bốn"},
        ),
    ],
)
def test_two_counts_of_one_thing_still_are(language: str, texts: tuple[str, ...], values: set[str]) -> None:
    (fact,) = (fact for fact in facts(language, *texts) if fact.state == "disputed")
    assert {value.display for value in fact.values} == values


def test_hours_of_two_ends_of_a_day_are_those_of_two_happenings() -> None:
    found = facts(
        "en",
        "The crew of the trawler hooked the giant tuna near the Grey Heron bank at 2 a.m. on Sunday, the skipper Ann Lee said.",
        "At 4 p.m. on Sunday dockers carried the giant tuna in nets up to the quay, where buyers waited, the skipper Ann Lee said.",
    )
    assert [fact for fact in found if fact.state == "disputed"] == []


def test_hours_twelve_apart_are_those_of_one_clock() -> None:
    found = facts(
        "vi",
        "Vụ chém người xảy ra vào khoảng 2h cùng ngày tại quán cà phê ven sông ở phường 9, thành phố Hòa Lộc.",
        "Nhóm đối tượng chém người ở quán cà phê ven sông, phường 9, thành phố Hòa Lộc vào khoảng 14 giờ cùng ngày, theo công an.",
    )
    assert [fact.slot for fact in found if fact.state == "disputed"] == ["hour"]
