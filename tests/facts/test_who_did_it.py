"""Who drives, builds or did a thing, of which one can be right: disputed where two articles name two, and no article names both."""

import pytest
from story import facts, shown

Values = tuple[tuple[str, str], ...]


def of_slot(slot: str, language: str, *texts: str) -> list[tuple[str, Values]]:
    return [(state, values) for name, _, state, values in shown(facts(language, *texts)) if name == slot]


@pytest.mark.parametrize(
    ("slot", "language", "one", "other", "values"),
    [
        (
            "driver",
            "vi",
            "Xe khách BKS 47B-012.33 do tài xế Lê Quang Hải (38 tuổi, trú Hòa Lộc) điều khiển lao xuống vực.",
            "Chiếc xe khách BKS 47B-012.33 do anh Trần Văn Bình cầm lái bất ngờ lao xuống vực sâu.",
            (("Lê Quang Hải", "a"), ("Trần Văn Bình", "b")),
        ),
        (
            "driver",
            "en",
            "The coach was driven by Owen Tarrant, 38, when it left the mountain road.",
            "Police said the coach was driven by Ruth Ansell, who was not hurt.",
            (("Owen Tarrant", "a"), ("Ruth Ansell", "b")),
        ),
        (
            "builder",
            "vi",
            "Cầu Hạc Xám do Công ty Thủy Tiên thi công trong hai năm.",
            "Theo hồ sơ, cầu Hạc Xám do Công ty Bạch Mã thi công.",
            (("Bạch Mã", "b"), ("Thủy Tiên", "a")),
        ),
        (
            "builder",
            "en",
            "The Grey Heron bridge was built by Ellery Works, the town said.",
            "The Grey Heron bridge was constructed by Tarrant Steel.",
            (("Ellery Works", "a"), ("Tarrant Steel", "b")),
        ),
    ],
)
def test_a_thing_whose_doer_two_articles_name_differently_is_disputed(
    slot: str, language: str, one: str, other: str, values: Values
) -> None:
    assert of_slot(slot, language, one, other) == [("disputed", values)]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        # Two vehicles.
        (
            "vi",
            "Xe khách do tài xế Lê Quang Hải điều khiển đã phanh gấp.",
            "Xe tải do anh Trần Văn Bình điều khiển đâm từ phía sau.",
        ),
        ("en", "The coach was driven by Owen Tarrant.", "The lorry behind was driven by Ruth Ansell."),
        # Two plates.
        (
            "vi",
            "Xe khách BKS 47B-012.33 do tài xế Lê Quang Hải điều khiển đã phanh gấp.",
            "Xe khách BKS 51B-988.01 do anh Trần Văn Bình điều khiển đâm từ phía sau.",
        ),
        # A shorter form of one name.
        ("vi", "Xe khách do tài xế Lê Quang Hải điều khiển lao xuống vực.", "Xe khách do anh Hải điều khiển lao xuống vực."),
        ("en", "The coach was driven by Owen Tarrant.", "The coach was driven by Mr Tarrant."),
        # An article that names both tells of two.
        (
            "vi",
            "Xe khách do tài xế Lê Quang Hải điều khiển lao xuống vực. Anh Trần Văn Bình ngồi ghế phụ.",
            "Xe khách do anh Trần Văn Bình điều khiển lao xuống vực.",
        ),
        (
            "en",
            "The coach was driven by Owen Tarrant. The second driver, Ruth Ansell, was asleep.",
            "The coach was driven by Ruth Ansell.",
        ),
        # Another year's.
        (
            "vi",
            "Xe khách do tài xế Lê Quang Hải điều khiển lao xuống vực.",
            "Năm ngoái, một xe khách do anh Trần Văn Bình điều khiển cũng lao xuống vực.",
        ),
        ("en", "The coach was driven by Owen Tarrant.", "Last year a coach driven by Ruth Ansell left the road at the same place."),
    ],
)
def test_two_doers_of_two_things_or_one_of_two_names_are_no_dispute(language: str, one: str, other: str) -> None:
    assert [state for state, _ in of_slot("driver", language, one, other) if state == "disputed"] == []


@pytest.mark.parametrize(
    ("slot", "language", "one", "other"),
    [
        # A part of the thing.
        ("builder", "en", "The stadium was built by Ellery Works.", "The stadium roof was built by Tarrant Steel."),
        ("builder", "vi", "Cầu Hạc Xám do Công ty Thủy Tiên thi công.", "Đường dẫn lên cầu Hạc Xám do Công ty Bạch Mã thi công."),
        # Another verb behind the name.
        ("doer", "vi", "Các hoạt động do Ba Lan khởi xướng nhằm thực hiện mục tiêu này.", "Các hoạt động do Hungary thực hiện."),
        # One of the two.
        ("author", "en", "The song was written by Ruth Ansell and Owen Tarrant.", "The song was written by Owen Tarrant."),
    ],
)
def test_another_part_or_another_verb_has_another_doer(slot: str, language: str, one: str, other: str) -> None:
    assert [state for state, _ in of_slot(slot, language, one, other) if state == "disputed"] == []
