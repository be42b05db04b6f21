"""A comparison document -> everything the report's template shows, in the order in which it shows it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

from reports.date_order import minutes_of
from reports.decision_log import DecisionLog, decisions_of
from reports.disputed_facts import ShownEvent, ShownFact, facts_of, other_events_of
from reports.document_figures import ABSENT_RELATIONS, RELATIONS, Figures, figures, finding
from reports.duplicate_paragraphs import DuplicateCluster, SharedParagraphs, duplicate_clusters, shared_paragraphs
from reports.embedded_rows import embed_rows
from reports.labels import Column, Outlet, linkable_url, outlets_of, title_language
from reports.matrix import Quote, Row, WholeStory, quote_of, rows_of, whole_story
from reports.page_parts import without_lists
from reports.report_words import ENGLISH, Words
from reports.seen_paragraphs import SeenParagraph, seen_of
from reports.source_texts import SourceText, texts_of
from reports.top_disputes import TopDisputes, top_disputes
from reports.visible_characters import one_line

_ROWS_A_TABLE = 25  # the browser skips the layout of tables out of sight; one table of 1,000 rows took six times as long to filter
_COLUMNS_AT_ONCE = 8  # with more, the table scrolls and its first column sticks
_COLUMNS_AS_ICONS = 20  # with more, a cell shows its icon, and its words when it is opened
_ROWS_IN_THE_PAGE = 2000  # with more, a script draws them: 10,000 rows in the page took 4.3 s to load
_ROWS_WITHOUT_SCRIPT = 50
_ROWS_WITH_TEXTS = 500  # with more, a script draws the articles: 1,000 claims × 10 sources spent a quarter of the page on them


@dataclass(frozen=True, slots=True)
class RelationBar:
    """A stretch of the bar of relations, in thousandths of its width."""

    relation: str
    count: int
    start: int
    width: int


@dataclass(frozen=True, slots=True)
class ArticleCoverage:
    """How many of the claims one article carries, in all and per cent; ``stretches`` are relation, start and width out of 1,000."""

    column: Column
    claims: int
    percent: int
    stretches: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class DatedColumn:
    """When an article appeared, out of 1,000 between the first and the last; ``width`` is none where the minute is known."""

    column: Column
    at: int
    width: int


@dataclass(frozen=True, slots=True)
class Decision:
    """A line of the review log; ``address`` is where the check is published, if it may be linked."""

    id: str
    anchor: str
    wording: str
    language: str
    review: Mapping[str, Any]
    address: str | None


@dataclass(frozen=True, slots=True)
class RelatedPair:
    """Passages just short of being one claim."""

    score: float
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class SingleSourceQuotes:
    """What only one article says."""

    column: Column
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The report of one story."""

    title: str
    language: str  # of the title, where it is known
    finding: str
    figures: Figures
    outlets: tuple[Outlet, ...]
    columns: tuple[Column, ...]
    wide: bool
    many: bool
    disputes: TopDisputes
    facts: tuple[ShownFact, ...]
    other_events: tuple[ShownEvent, ...]
    bars: tuple[RelationBar, ...]
    carried: tuple[ArticleCoverage, ...]
    dated: tuple[DatedColumn, ...]
    undated: tuple[Column, ...]
    tables: tuple[tuple[Row, ...], ...]
    shown: int  # claims that stand in the page
    large: bool  # too many claims for whatever costs a browser time in every row
    island: str  # what a script draws when it is looked at: texts of a large report, and the claims of a very large one
    related: tuple[RelatedPair, ...]
    copies: tuple[DuplicateCluster, ...]
    seen: tuple[SeenParagraph, ...]  # in an index, before
    borrowed: tuple[SharedParagraphs, ...]
    texts: tuple[SourceText, ...]
    cut: bool  # some text is not shown in full
    alone: tuple[SingleSourceQuotes, ...]
    log: tuple[Decision, ...]
    decided: DecisionLog
    settings: tuple[tuple[str, object], ...]
    skipped: tuple[Mapping[str, Any], ...]
    run: Mapping[str, Any]
    checksums: tuple[tuple[Column, str, str], ...]


def page_of(document: Mapping[str, Any], words: Words = ENGLISH, *, full_text: bool = False, whole: WholeStory | None = None) -> Page:
    """Read a whole document; cost grows with cells, not with their square.

    ``whole`` is of the whole document where this is a part of it.
    """
    counts = figures(document)
    outlets = outlets_of(document["articles"])
    columns = tuple(column for outlet in outlets for column in outlet.columns)
    rows = rows_of(document["claims"], columns, whole or whole_story(document, words.language))
    facts = facts_of(document, columns, words.language)
    copies = duplicate_clusters(document["clusters"], columns)
    texts = texts_of(document, columns, full=full_text)
    dated = _dated(columns)
    many, folding = len(columns) > _COLUMNS_AS_ICONS, len(rows) > _ROWS_IN_THE_PAGE
    shown = rows[:_ROWS_WITHOUT_SCRIPT] if folding else rows
    by_id = {article["id"]: article for article in document["articles"]}
    return Page(
        title=one_line(document["story"]["title"] or document["story"]["id"]),  # a tab's title can fence in no change of direction
        language=title_language(document),
        finding=finding(counts, words),
        figures=counts,
        outlets=outlets,
        columns=columns,
        wide=len(columns) > _COLUMNS_AT_ONCE,
        many=many,
        disputes=top_disputes(facts, rows),
        facts=facts,
        other_events=other_events_of(document, columns),
        bars=_bars(counts.relations),
        carried=_carried(document["claims"], columns),
        dated=dated,
        undated=tuple(column for column in columns if column not in {found.column for found in dated}),
        tables=tuple(shown[at : at + _ROWS_A_TABLE] for at in range(0, len(shown), _ROWS_A_TABLE)),
        shown=len(shown),
        large=len(rows) > _ROWS_WITH_TEXTS,
        island=embed_rows(rows if folding else (), texts, words, many=many) if len(rows) > _ROWS_WITH_TEXTS else "",
        related=_related(document["possibly_related"], columns),
        copies=copies,
        seen=seen_of(document, columns),
        borrowed=shared_paragraphs(copies),
        texts=texts,
        cut=any(line.left_out for text in texts for line in text.lines),
        alone=_alone(document["only_one_source"], columns),
        log=_log(rows),
        decided=decisions_of(document, words),
        settings=tuple(_flat(document["run"]["settings"])),
        skipped=tuple(document["skipped"]),
        run=document["run"],
        checksums=tuple((column, by_id[column.id]["origin"], by_id[column.id]["sha256"]) for column in columns),
    )


def cover_of(document: Mapping[str, Any], words: Words = ENGLISH) -> Page:
    """The figures, the top disputes and the run of a document whose claims, copies and texts stand on other pages."""
    counts = figures(document)
    whole = whole_story(document, words.language, in_parts=True)
    page = page_of(without_lists(document), words, whole=whole)
    of_no_fact = [claim for claim in document["claims"] if any(dispute.get("fact") is None for dispute in claim["disputes"])]
    return replace(
        page,
        disputes=top_disputes(facts_of(document, page.columns, words.language), rows_of(of_no_fact, page.columns, whole)),
        finding=finding(counts, words),
        figures=counts,
        bars=_bars(counts.relations),
        carried=_carried(document["claims"], page.columns),
        decided=decisions_of(document, words),
    )


def _bars(relations: Sequence[tuple[str, int]]) -> tuple[RelationBar, ...]:
    """Edges are rounded, not widths, so that the bars always fill the whole."""
    total = sum(count for _, count in relations) or 1
    bars = []
    before = 0
    for relation, count in relations:
        start, before = 1000 * before // total, before + count
        bars.append(RelationBar(relation, count, start, 1000 * before // total - start))
    return tuple(bars)


def _carried(claims: Sequence[Mapping[str, Any]], columns: Sequence[Column]) -> tuple[ArticleCoverage, ...]:
    every = max(1, len(claims))
    cells = Counter((source["article"], source["relation"]) for claim in claims for source in claim["sources"])
    found = []
    for column in columns:
        counts = [(relation, cells[column.id, relation]) for relation in RELATIONS if relation not in ABSENT_RELATIONS]
        ends = list(accumulate(count for _, count in counts))
        stretches = tuple((relation, 1000 * (end - n) // every, 1000 * n // every) for (relation, n), end in zip(counts, ends, strict=True))
        found.append(ArticleCoverage(column, ends[-1], round(100 * ends[-1] / every), stretches))
    return tuple(found)


def _dated(columns: Sequence[Column]) -> tuple[DatedColumn, ...]:
    """Whoever may have been first stands first; a date without a time covers its day, month or year."""
    spans = [(span, column) for column in columns if (span := minutes_of(column.published))]
    if not spans:
        return ()
    first, last = min(start for (start, _), _ in spans), max(end for (_, end), _ in spans)
    whole = max(1, last - first)
    return tuple(
        DatedColumn(column, 1000 * (start - first) // whole, 1000 * (end - start) // whole)
        for (start, end), column in sorted(spans, key=lambda item: item[0])
    )


def _log(rows: Sequence[Row]) -> tuple[Decision, ...]:
    decided = [
        Decision(
            id=row.id,
            anchor=row.anchor,
            wording=row.wording,
            language=row.language,
            review=row.review,
            address=linkable_url(row.review.get("url")),
        )
        for row in rows
        if row.review
    ]
    return tuple(sorted(decided, key=lambda decision: (decision.review["at"], decision.id), reverse=True))


def _related(found: Sequence[Mapping[str, Any]], columns: Sequence[Column]) -> tuple[RelatedPair, ...]:
    by_id = {column.id: column for column in columns}
    return tuple(
        RelatedPair(near["score"], tuple(quote_of(member, by_id[member["article"]]) for member in near["members"])) for near in found
    )


def _alone(places: Sequence[Mapping[str, Any]], columns: Sequence[Column]) -> tuple[SingleSourceQuotes, ...]:
    grouped = ((column, [place for place in places if place["article"] == column.id]) for column in columns)
    return tuple(SingleSourceQuotes(column, tuple(quote_of(place, column) for place in mine)) for column, mine in grouped if mine)


def _flat(settings: Mapping[str, Any]) -> list[tuple[str, object]]:
    """``{"claims": {"threshold": 0.5}}`` -> ``claims.threshold``, 0.5."""
    rows: list[tuple[str, object]] = []
    for name, value in settings.items():
        rows += [(f"{name}.{inner}", v) for inner, v in _flat(value)] if isinstance(value, Mapping) else [(name, value)]
    return rows
