"""Nobody hurt, parts and their sum, those a place is meant for: what two figures have to do with each other."""

import pytest
from story import facts, shown

STORM_EN = "A storm crossed the valley of Port Ellery on Sunday evening."
STORM_VI = "Một cơn giông quét qua thung lũng Hòa Lộc vào tối Chủ nhật."


@pytest.mark.parametrize(
    ("language", "texts", "expected"),
    [
        (
            "en",
            (f"{STORM_EN} No one was injured.", f"{STORM_EN} Nine people were injured."),
            ("injured", (("Nine", "b"), ("No one was injured", "a"))),
        ),
        (
            "en",
            (f"{STORM_EN} There were no casualties.", f"{STORM_EN} The storm killed 4 people."),
            ("dead", (("4", "b"), ("no casualties", "a"))),
        ),
        (
            "vi",
            (f"{STORM_VI} Không có thương vong.", f"{STORM_VI} Giông làm 9 người bị thương."),
            ("injured", (("9", "b"), ("Không có thương vong", "a"))),
        ),
        (
            "en",
            (f"{STORM_EN} 70 homes were damaged, lost their roofs.", f"{STORM_EN} 30 homes were damaged and 60 homes lost their roofs."),
            ("damaged or unroofed", (("30 homes were damaged and 60", "b"), ("70", "a"))),
        ),
        (
            "vi",
            (f"{STORM_VI} 170 ngôi nhà bị hư hại, tốc mái.", f"{STORM_VI} 30 nhà bị hư hỏng, tốc mái 60 nhà."),
            ("damaged or unroofed", (("170", "a"), ("30 nhà bị hư hỏng, tốc mái 60", "b"))),
        ),
    ],
)
def test_nobody_and_a_sum_dispute_a_figure(language: str, texts: tuple[str, ...], expected: tuple[str, object]) -> None:
    assert expected in [(slot, values) for slot, _, state, values in shown(facts(language, *texts)) if state == "disputed"]


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", (f"{STORM_EN} Nobody was hurt seriously.", f"{STORM_EN} Nine people were injured.")),
        ("vi", (f"{STORM_VI} Không ai bị thương nặng.", f"{STORM_VI} Giông làm 9 người bị thương.")),
        ("en", (f"{STORM_EN} There were 7 casualties.", f"{STORM_EN} The storm killed one person and 6 people were injured.")),
        ("vi", (f"{STORM_VI} Giông khiến 7 người thương vong.", f"{STORM_VI} Giông khiến 1 người chết, 6 người bị thương.")),
        ("vi", (f"{STORM_VI} 170 ngôi nhà bị hư hại, tốc mái.", f"{STORM_VI} 2 nhà bị hư hỏng nặng, tốc mái 168 nhà.")),
        ("vi", (f"{STORM_VI} 170 nhà bị hư hại. Có 170 nhà bị hư hại, tốc mái.", f"{STORM_VI} 2 nhà bị hư hỏng, tốc mái 168 nhà.")),
        ("en", ("The school of Port Ellery is for girls aged 3 to 13.", "The girls aged 5 to 12 slept in the school of Port Ellery.")),
        ("vi", ("Trường Hòa Lộc dành cho các em từ 3-13 tuổi.", "Ở trường Hòa Lộc, 38 em từ 5-12 tuổi đang ngủ.")),
    ],
)
def test_a_sum_a_qualified_denial_and_ages_of_two_groups_are_no_dispute(language: str, texts: tuple[str, ...]) -> None:
    assert [fact for fact in facts(language, *texts) if fact.state == "disputed"] == []


def test_an_article_that_also_quotes_another_toll_stands_where_the_others_do() -> None:
    found = facts(
        "vi",
        f"{STORM_VI} Theo bệnh viện, 70 người thiệt mạng. Trong khi đó, giới chức nói số người chết lên đến 93 người.",
        f"{STORM_VI} Vụ việc làm 70 người chết.",
        f"{STORM_VI} Giông làm 93 người chết. ",
        f"{STORM_VI} Cơn giông làm 70 người thiệt mạng. ",
    )
    assert ("dead", "person", "disputed", (("70", "abd"), ("93", "c"))) in shown(found)
