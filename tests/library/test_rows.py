"""Rows of a comparison: flat, of plain scalars, with the columns that are promised, and true to the document."""

from typing import Any, get_args

import pytest

import compare
from compare import StoryComparison
from compare.library.row_columns import COLUMNS, MEANINGS, TABLES

every = pytest.mark.parametrize("table", get_args(compare.Table))


@every
def test_each_row_has_the_promised_columns_in_order_and_type(sample: StoryComparison, table: compare.Table) -> None:
    columns = compare.ROW_COLUMNS[table]
    for row in compare.to_rows(sample, table):
        assert list(row) == list(columns)
        assert {name: type(cell) for name, cell in row.items() if cell is not None}.items() <= dict(columns).items()


@every
def test_every_table_has_a_meaning_and_every_column_a_type(table: compare.Table) -> None:
    assert MEANINGS[table]
    assert set(TABLES[table]) <= set(COLUMNS)


def test_no_column_is_described_that_no_table_has() -> None:
    assert set(COLUMNS) == {name for names in TABLES.values() for name in names}


def test_a_table_that_there_is_not_is_told_with_those_there_are(sample: StoryComparison) -> None:
    with pytest.raises(ValueError, match="articles, facts, ladders"):
        compare.to_rows(sample, "claim")  # type: ignore[arg-type]


def test_rows_of_several_stories_stand_behind_one_another(sample: StoryComparison, comparison: StoryComparison) -> None:
    assert compare.to_rows([sample, comparison], "claims") == compare.to_rows(sample, "claims") + compare.to_rows(comparison, "claims")


def rows(comparison: StoryComparison, table: Any, *names: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in names) for row in compare.to_rows(comparison, table)]


def test_one_relation_is_a_row(sample: StoryComparison) -> None:
    expected = [(claim.id, relation.source, relation.kind) for claim in sample.claims for relation in claim.relations]
    assert rows(sample, "relations", "claim", "article", "relation") == expected


def test_one_piece_of_evidence_is_a_row_with_what_it_is_held_against(sample: StoryComparison) -> None:
    expected = [
        (relation.source, rank, evidence.check, evidence.says, evidence.other.article if evidence.other else None, evidence.score)
        for claim in sample.claims
        for relation in claim.relations
        for rank, evidence in enumerate(relation.evidence)
    ]
    assert rows(sample, "evidence", "article", "rank", "check", "says", "other", "score") == expected


def test_whom_an_article_conflicts_with_is_a_row(sample: StoryComparison) -> None:
    expected = [(claim.id, relation.source, other) for claim in sample.claims for relation in claim.relations for other in relation.against]
    assert expected
    assert rows(sample, "conflicts", "claim", "article", "other") == expected


def test_one_sentence_is_a_row_that_stands_where_it_says(sample: StoryComparison) -> None:
    texts = {article.id: {"text": article.text, "title": article.title or ""} for article in sample.articles}
    members = rows(sample, "members", "article", "field", "start", "end", "quote")
    assert len(members) == sum(len(claim.members) for claim in sample.claims)
    assert [quote for *_, quote in members] == [texts[article][field][start:end] for article, field, start, end, _ in members]


def test_numbers_dates_and_names_are_rows_that_stand_where_they_say(sample: StoryComparison) -> None:
    texts = {article.id: {"text": article.text, "title": article.title or ""} for article in sample.articles}
    facts = rows(sample, "figures", "article", "field", "start", "end", "says", "kind")
    assert {kind for *_, kind in facts} == {"number", "date", "name"}
    assert [says for *_, says, _ in facts] == [texts[article][field][start:end] for article, field, start, end, _, _ in facts]


def test_a_figure_has_the_value_of_its_kind_alone(sample: StoryComparison) -> None:
    for number, unit, precision, name, kind in rows(sample, "figures", "number", "unit", "precision", "name", "kind"):
        is_filled = {"number": number is not None and unit is not None, "date": precision is not None, "name": name is not None}
        assert [each for each, is_there in is_filled.items() if is_there] == [kind]


def test_an_article_on_a_side_of_a_dispute_is_a_row(sample: StoryComparison) -> None:
    expected = [
        (claim.id, number, dispute.slot, side.value, article)
        for claim in sample.claims
        for number, dispute in enumerate(claim.disputes)
        for side in dispute.sides
        for article in side.articles
    ]
    assert rows(sample, "disputes", "claim", "dispute", "slot", "value", "article") == expected


def test_a_paragraph_of_a_cluster_is_a_row_with_its_text(sample: StoryComparison) -> None:
    texts = {article.id: article.text for article in sample.articles}
    expected = [
        (cluster.id, number, member.article, member.span.of(texts[member.article]))
        for cluster in sample.clusters
        for number, member in enumerate(cluster.members)
    ]
    assert rows(sample, "clusters", "cluster", "member", "article", "text") == expected


@pytest.mark.parametrize(("days", "firsts"), [(("2026-03-02", "2026-03-01"), [False, True]), ((None, None), [None, None])])
def test_who_published_a_paragraph_first_is_told_where_dates_decide(days: Any, firsts: Any) -> None:
    text = "The ferry Harbour Lark struck the pier at Port Ellery on the morning of a foggy day."
    records = [{"id": f"a{at}", "outlet": f"Sample {at}", "text": text, "published": day} for at, day in enumerate(days)]
    assert rows(compare.compare_articles(compare.read_articles(records)), "clusters", "first") == [(first,) for first in firsts]


def test_a_link_is_a_row_with_what_both_share(sample: StoryComparison) -> None:
    expected = [(cluster.id, link.a, link.b, link.jaccard, link.containment) for cluster in sample.clusters for link in cluster.links]
    assert rows(sample, "links", "cluster", "a", "b", "jaccard", "containment") == expected


def test_an_article_is_a_row(comparison: StoryComparison) -> None:
    articles = rows(comparison, "articles", "article", "outlet", "published", "language")
    assert articles == [
        ("courier-1", "Sample Courier", "2026-03-10T09:30", "en"),
        ("gazette-7", "Sample Gazette", "2026-03-10", "en"),
        ("ledger-3", "Sample Ledger", "2026-03-11", "en"),
    ]


def test_what_was_skipped_is_a_row(ferry: Any) -> None:
    made = compare.compare_articles(compare.read_articles([ferry, None]))
    assert rows(made, "skipped", "story", "place") == [("story", "records:1")]


def test_rows_make_a_frame_of_polars() -> None:
    pl = pytest.importorskip("polars", reason="polars is not installed")
    for table, columns in compare.ROW_COLUMNS.items():
        assert pl.DataFrame([], schema=dict(columns)).columns == list(columns), table
