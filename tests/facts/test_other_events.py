"""What is told of another event fills no slot of the story, and is listed with the words that say so."""

import json
from typing import Any

import pytest

from compare.documents.to_document import to_document
from compare.model import Article, ArticleId, Published
from compare.pipeline import compare_story
from compare.settings import Settings
from compare.story_result import Comparison
from reports.formats import render_format
from reports.html import render
from schemas.check import breaches, checker

DAY = Published("2024-05-13", "day", "metadata")


def story(language: str, *texts: str) -> Comparison:
    articles = [
        Article(ArticleId(name), f"Outlet {name}", text, f"{name}.txt", "0" * 64, published=DAY, language=language)
        for name, text in zip("abc", texts, strict=False)
    ]
    return compare_story("story", articles, [], Settings())


def document(comparison: Comparison) -> dict[str, Any]:
    return json.loads(json.dumps(to_document(comparison, "1", "2026-01-01T00:00:00+00:00")))


@pytest.mark.parametrize(
    ("language", "texts", "because"),
    [
        (
            "en",
            (
                "The ferry struck the pier of Port Ellery on May 12, 2024, injuring 14 people.",
                "A collision there injured 30 people last year.",
            ),
            "last year",
        ),
        (
            "vi",
            (
                "Phà Hạc Xám đâm vào cầu cảng Hòa Lộc ngày 12/5/2024, làm 14 người bị thương.",
                "Năm ngoái, một vụ va chạm ở đây làm 30 người bị thương.",
            ),
            "Năm ngoái",
        ),
        (
            "vi",
            (
                "Lốc xoáy ngày 12/5/2024 ở Hòa Lộc làm 14 người bị thương.",
                "Ngoài Hòa Lộc, lốc xoáy làm 30 người ở huyện bên bị thương.",
            ),
            "Ngoài",
        ),
    ],
)
def test_a_figure_of_another_event_disputes_nothing_and_its_sentence_is_listed(language: str, texts: tuple[str, ...], because: str) -> None:
    found = story(language, *texts)
    (event,) = found.other_events
    assert not [fact for fact in found.facts if fact.slot == "injured"]
    assert [(sentence.article, sentence.because) for sentence in event.sentences] == [("b", because)]
    assert found.day == "2024-05-12"


def test_besides_seventeen_dead_is_of_this_event() -> None:
    found = story(
        "vi",
        "Vụ cháy ký túc xá ở Hòa Lộc làm 17 em thiệt mạng, 5 em bị thương.",
        "Ngoài 18 em thiệt mạng, vụ cháy ký túc xá ở Hòa Lộc còn làm 5 em bị thương.",
    )
    assert found.other_events == ()
    assert [fact.slot for fact in found.facts if fact.state == "disputed"] == ["dead"]


def test_sentences_that_name_one_date_are_of_one_event() -> None:
    found = story(
        "en",
        "The ferry struck the pier on May 12, 2024, injuring 14 people. In March 2019 a collision killed 2 people.",
        "The ferry struck the pier on May 12, 2024. Two people were killed in a collision in March 2019.",
    )
    (event,) = found.other_events
    assert (event.day, [sentence.article for sentence in event.sentences]) == ("2019-03", ["a", "b"])


def test_the_document_and_the_report_show_what_was_set_aside() -> None:
    text = "The ferry struck the pier on May 12, 2024, injuring 14 people. A collision there injured 30 people last year."
    made = document(story("en", text, "The ferry struck the pier on May 12, 2024, injuring 17 people."))
    assert breaches(made, checker("comparison"), 5) == []
    assert made["events"]["day"] == "2024-05-12"
    page = render(made)
    section = page[page.index('<section id="facts"') :]
    assert "Show what is told of 1 other event" in section
    assert "last year" in section
    assert "other event" not in render({name: value for name, value in made.items() if name != "events"})
    assert render_format(made, "markdown").text


def test_a_document_without_facts_still_shows_other_events() -> None:
    made = document(story("en", "A collision injured 30 people last year.", "Rain is expected on Monday."))
    assert made["facts"] == []
    assert "Show what is told of 1 other event" in render(made)
