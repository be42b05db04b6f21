"""Organisations and places of a story are entities of their kind where a word says so, and of none where words say two things."""

import pytest

from compare.facts.entities import find_entities
from compare.model import Article, ArticleId
from compare.reading.read_article import read_article
from compare.settings import ReadingSettings


def kinds(language: str, *texts: str) -> dict[str, str]:
    """The kind of every entity of the story by its name."""
    articles = [
        Article(ArticleId(name), f"Outlet {name}", text, f"{name}.txt", "0" * 64, language=language)
        for name, text in zip("abc", texts, strict=False)
    ]
    return {entity.name: entity.kind for entity in find_entities([read_article(article, ReadingSettings()) for article in articles]).all}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The Marine Safety Board sent four people to Port Ellery Harbour on Monday.", {"Marine Safety Board": "organisation"}),
        ("en", "The ferry struck the pier of Port Ellery Harbour on Monday.", {"Port Ellery Harbour": "place"}),
        ("en", "The Russian navy said that Russia had sent two ships to the strait.", {"Russia": "place"}),
        ("vi", "Lốc xoáy ở huyện Hòa Lộc làm 24 nhà bị sập.", {"Hòa Lộc": "place"}),
        ("vi", "Các em được đưa đến bệnh viện Hồng Ngọc trong đêm.", {"Hồng Ngọc": "organisation"}),
        ("vi", "Trung Quốc và Nhật Bản phản đối mức thuế mới.", {"Trung Quốc": "place", "Nhật Bản": "place"}),
    ],
)
def test_a_word_of_the_name_or_before_it_says_what_it_is(language: str, text: str, expected: dict[str, str]) -> None:
    assert expected.items() <= kinds(language, text).items()


def test_a_name_that_words_call_two_things_is_no_entity() -> None:
    found = kinds("vi", "Lốc xoáy ở huyện Hồng Ngọc làm 24 nhà bị sập.", "Các em được đưa đến bệnh viện Hồng Ngọc trong đêm.")
    assert "Hồng Ngọc" not in found


@pytest.mark.parametrize(
    "text",
    [
        "Hai nước bàn về an ninh ở khu vực Ấn Độ Dương - Thái Bình Dương.",
        "Hai nước bàn về an ninh tại Thái Bình Dương trong hai ngày.",
    ],
)
def test_an_ocean_that_opens_with_a_family_name_is_no_person(text: str) -> None:
    assert kinds("vi", text, "Hải quân hai nước tập trận ở Thái Bình Dương.").get("Thái Bình Dương") != "person"


def test_a_person_is_one_also_where_one_sentence_puts_the_name_behind_a_word_of_place() -> None:
    found = kinds(
        "vi", "Ông Lê Quang Hải đến nơi lúc 7 giờ.", "Ông Lê Quang Hải nói với báo chí.", "Phóng viên gặp gia đình tại Lê Quang Hải."
    )
    assert found.get("Lê Quang Hải") == "person"


def test_a_name_of_which_no_word_says_what_it_is_is_no_entity() -> None:
    assert "Grey Heron" not in kinds("en", "The Grey Heron left at noon and was seen near the lighthouse at dusk.")
