"""How old a person is and by which middle name he goes: told of that person alone, and disputed only where it cannot be one."""

import pytest
from story import facts, shown

from compare.model import Published

YEAR = [Published("2016-05-28", "day", "metadata")] * 2


@pytest.mark.parametrize(
    ("language", "texts", "expected"),
    [
        (
            "vi",
            (
                "Hai nạn nhân là ông Đỗ Tiến (SN 1966) và Đỗ Lực (SN 2001, con của ông Tiến), cùng trú xã Hòa Lộc.",
                "Ông Đỗ Tiến, 50 tuổi, và Đỗ Lực, 12 tuổi, bị sét đánh khi đang ở ngoài đồng của xã Hòa Lộc.",
            ),
            {("age", "Đỗ Tiến", "agreed"), ("age", "Đỗ Lực", "disputed")},
        ),
        (
            "en",
            (
                "The skipper, Mr Peter Hallam, aged 48, was taken to the hospital of Port Ellery, police said.",
                "Peter Hallam, 51 years old, steered the ship into the pier, police of Port Ellery said.",
            ),
            {("age", "Peter Hallam", "disputed")},
        ),
        (
            "vi",
            (
                "Lái tàu là ông Phạm Đình Khởi (47 tuổi), trú tại xã Hòa Lộc, bị gãy tay.",
                "Ông Phạm Quang Khởi, 47 tuổi, người lái tàu, đang nằm viện, theo công an.",
            ),
            {("age", "Phạm Quang Khởi", "agreed"), ("middle name", "Phạm Quang Khởi", "disputed")},
        ),
    ],
)
def test_what_is_told_of_a_person(language: str, texts: tuple[str, ...], expected: set[tuple[str, str, str]]) -> None:
    person_facts = {fact[:3] for fact in shown(facts(language, *texts, published=YEAR)) if fact[0] in {"age", "middle name"}}
    assert person_facts == expected


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        (
            "vi",
            ("Ông Phạm Đình Khởi (47 tuổi) bị gãy tay khi tàu đâm vào cầu.", "Ông Phạm Quang Khởi, 29 tuổi, đứng trên cầu lúc tàu tới."),
        ),
        (
            "vi",
            (
                "Ông Phạm Đình Khởi (47 tuổi) bị gãy tay khi tàu đâm vào cầu.",
                "Ông Trần Đình Khởi, 29 tuổi, bị gãy tay khi tàu đâm vào cầu.",
            ),
        ),
        ("en", ("Mr Peter Hallam, aged 48, steered the ship.", "Mr Simon Hallam, aged 31, stood on the quay of Port Ellery.")),
    ],
)
def test_doubt_keeps_two_people_apart(language: str, texts: tuple[str, ...]) -> None:
    found = [fact for fact in shown(facts(language, *texts, published=YEAR)) if fact[0] in {"age", "middle name"}]
    assert [fact for fact in found if fact[2] == "disputed"] == []
