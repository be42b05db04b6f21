"""Facts, their ladders and the entities of a story: as values and as rows, in both languages, true to the document."""

from typing import Any

import pytest

import compare
from compare import StoryComparison

# Language -> a toll that rises: when each article appeared, and what it tells.
TOLLS = {
    "en": (
        ("2026-03-10T08:00", "A fire destroyed a warehouse in Millford on Tuesday, killing at least 3 people."),
        ("2026-03-10T18:00", "A fire destroyed a warehouse in Millford on Tuesday, leaving 7 people dead."),
        ("2026-03-11T09:00", "The warehouse fire in Millford on Tuesday killed 3 people."),
    ),
    "vi": (
        ("2026-03-10T08:00", "Vụ cháy nhà kho ở Hòa Lộc hôm thứ ba làm ít nhất 3 người chết."),
        ("2026-03-10T18:00", "Vụ cháy nhà kho ở Hòa Lộc hôm thứ ba khiến 7 người thiệt mạng."),
        ("2026-03-11T09:00", "Nhà kho ở Hòa Lộc bị cháy hôm thứ ba, làm 3 người tử vong."),
    ),
}
both = pytest.mark.parametrize("language", TOLLS)


def toll(language: str, *, dated: bool = True) -> StoryComparison:
    records = [
        {"id": f"a{at}", "outlet": f"Sample {at}", "text": text, "published": day if dated else None}
        for at, (day, text) in enumerate(TOLLS[language])
    ]
    return compare.compare_articles(compare.read_articles(records), story="fire")


def rows(comparison: StoryComparison, table: compare.Table, *names: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in names) for row in compare.to_rows(comparison, table)]


@both
def test_a_value_and_an_article_that_gives_it_are_a_row(language: str) -> None:
    assert rows(toll(language), "facts", "slot", "state", "value", "voices", "hedge", "article", "says") == [
        ("dead", "updated", "3", 2, "at least", "a0", "3"),
        ("dead", "updated", "3", 2, None, "a2", "3"),
        ("dead", "updated", "7", 1, None, "a1", "7"),
    ]


def test_a_fact_is_named_in_both_languages() -> None:
    assert set(rows(toll("vi"), "facts", "label_en", "label_vi")) == {("people dead", "số người chết")}


@both
def test_a_row_of_a_fact_stands_where_it_says(language: str) -> None:
    comparison = toll(language)
    texts = {article.id: article.text for article in comparison.articles}
    found = rows(comparison, "facts", "article", "start", "end", "says")
    assert [texts[article][start:end] for article, start, end, _ in found] == [says for *_, says in found]


def test_an_article_that_gives_a_value_twice_is_one_row_with_its_title() -> None:
    records = [
        {
            "id": "a",
            "outlet": "Sample A",
            "title": "Warehouse fire kills 3 people",
            "text": "The fire in Millford killed 3 people, police said.",
        },
        {"id": "b", "outlet": "Sample B", "text": "The fire in Millford has killed 5 people, a spokesman said."},
    ]
    found = rows(compare.compare_articles(compare.read_articles(records)), "facts", "article", "field")
    assert sorted(found) == [("a", "title"), ("b", "text")]


@both
def test_a_step_of_a_ladder_names_who_still_prints_the_old_figure(language: str) -> None:
    assert rows(toll(language), "ladders", "step", "at", "article", "stale") == [
        (0, "2026-03-10T08:00", "a0", False),
        (0, "2026-03-10T08:00", "a2", True),
        (1, "2026-03-10T18:00", "a1", False),
    ]


@both
def test_a_toll_without_dates_has_no_ladder(language: str) -> None:
    assert compare.to_rows(toll(language, dated=False), "ladders") == []


def test_whether_an_article_was_stale_is_not_known_of_a_figure_that_is_disputed() -> None:
    document = {**toll("en").document}
    document["facts"] = [{**fact, "state": "disputed"} for fact in document["facts"]]
    assert {stale for (stale,) in rows(compare.load_comparison(document), "ladders", "stale")} == {None}


def test_a_stretch_that_names_an_entity_is_a_row() -> None:
    document = dict(toll("en").document)
    start = TOLLS["en"][0][1].index("Millford")
    place = {"article": "a0", "field": "text", "start": start, "end": start + len("Millford")}
    document["entities"] = [{"id": "e-0123456789", "kind": "place", "name": "Millford", "mentions": [place]}]
    loaded = compare.load_comparison(document)
    assert rows(loaded, "entities", "entity", "entity_kind", "entity_name", "article", "start") == [
        ("e-0123456789", "place", "Millford", "a0", start)
    ]
    assert [(entity.name, entity.mentions[0].span.start) for entity in loaded.entities] == [("Millford", start)]


def test_a_comparison_has_its_facts_as_values() -> None:
    (fact,) = toll("en").facts
    assert (fact.slot, fact.state, [value.display for value in fact.values], fact.ladder[0].stale) == (
        *("dead", "updated", ["3", "7"]),
        ("a2",),
    )


def test_a_document_of_a_version_without_facts_has_no_rows_of_them() -> None:
    document = {name: value for name, value in toll("en").document.items() if name not in {"facts", "entities"}}
    tables: tuple[compare.Table, ...] = ("facts", "ladders", "entities")
    loaded = compare.load_comparison({**document, "claims": [], "possibly_related": []})
    assert [compare.to_rows(loaded, table) for table in tables] == [[], [], []]


@pytest.mark.parametrize(
    "texts",
    [
        (
            "A fire in Millford on Tuesday killed 3 people in the old warehouse, police said.",
            "A fire in Millford on Tuesday killed 5 people in the old warehouse, police said.",
            "A fire in Millford on Tuesday killed people in the old warehouse, police said.",
        ),
        (
            "Vụ cháy ở nhà kho cũ tại Hòa Lộc hôm thứ ba làm 3 người chết, công an cho biết.",
            "Vụ cháy ở nhà kho cũ tại Hòa Lộc hôm thứ ba làm 5 người chết, công an cho biết.",
            "Vụ cháy ở nhà kho cũ tại Hòa Lộc hôm thứ ba làm nhiều người chết, công an cho biết.",
        ),
    ],
)
def test_relations_and_disputes_name_the_fact_that_an_article_leaves_open(texts: tuple[str, ...]) -> None:
    records = [{"id": f"a{at}", "outlet": f"Sample {at}", "text": text} for at, text in enumerate(texts)]
    comparison = compare.compare_articles(compare.read_articles(records))
    (fact,) = comparison.facts
    assert rows(comparison, "relations", "article", "open_on") == [("a0", ""), ("a1", ""), ("a2", fact.id)]
    assert set(rows(comparison, "disputes", "article", "fact")) == {("a0", fact.id), ("a1", fact.id)}
