"""A comparison document -> everything the report's template shows, in the order in which it shows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reports.copies import Copies, copies_of
from reports.figures import Figures, figures, finding
from reports.labels import Column, Outlet, outlets_of
from reports.matrix import Quote, Row, quote_of, rows_of
from reports.texts import Text, texts_of
from reports.visible import one_line

_ROWS_A_TABLE = 25  # the browser skips the layout of tables out of sight; one table of 1,000 rows took six times as long to filter
_TOP = 5  # conflicts in the strip
_COLUMNS_AT_ONCE = 8  # with more, the table scrolls and its first column sticks


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of the bar of relations, in thousandths of its width."""

    relation: str
    count: int
    start: int
    width: int


@dataclass(frozen=True, slots=True)
class Carried:
    """How many of the claims one article carries, in all and per cent."""

    column: Column
    claims: int
    percent: int


@dataclass(frozen=True, slots=True)
class Related:
    """Passages just short of being one claim."""

    score: float
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Alone:
    """What only one article says."""

    column: Column
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The report of one story."""

    title: str
    finding: str
    figures: Figures
    outlets: tuple[Outlet, ...]
    columns: tuple[Column, ...]
    wide: bool
    disputes: tuple[Row, ...]
    bars: tuple[Bar, ...]
    carried: tuple[Carried, ...]
    tables: tuple[tuple[Row, ...], ...]
    related: tuple[Related, ...]
    copies: tuple[Copies, ...]
    texts: tuple[Text, ...]
    alone: tuple[Alone, ...]
    settings: tuple[tuple[str, object], ...]
    skipped: tuple[Mapping[str, Any], ...]
    run: Mapping[str, Any]
    checksums: tuple[tuple[Column, str, str], ...]


def page_of(document: Mapping[str, Any]) -> Page:
    """Read a whole document; cost grows with cells, not with their square."""
    counts = figures(document)
    outlets = outlets_of(document["articles"])
    columns = tuple(column for outlet in outlets for column in outlet.columns)
    rows = rows_of(document["claims"], columns)
    by_id = {article["id"]: article for article in document["articles"]}
    return Page(
        title=one_line(document["story"]["title"] or document["story"]["id"]),  # a tab's title can fence in no change of direction
        finding=finding(counts),
        figures=counts,
        outlets=outlets,
        columns=columns,
        wide=len(columns) > _COLUMNS_AT_ONCE,
        disputes=tuple(row for row in rows if row.disputes)[:_TOP],
        bars=_bars(counts.relations),
        carried=_carried(counts, columns),
        tables=tuple(rows[at : at + _ROWS_A_TABLE] for at in range(0, len(rows), _ROWS_A_TABLE)),
        related=_related(document["possibly_related"], columns),
        copies=copies_of(document["clusters"], columns),
        texts=texts_of(document, columns),
        alone=_alone(document["only_one_source"], columns),
        settings=tuple(_flat(document["run"]["settings"])),
        skipped=tuple(document["skipped"]),
        run=document["run"],
        checksums=tuple((column, by_id[column.id]["origin"], by_id[column.id]["sha256"]) for column in columns),
    )


def _bars(relations: Sequence[tuple[str, int]]) -> tuple[Bar, ...]:
    """Edges are rounded, not widths, so that the bars always fill the whole."""
    total = sum(count for _, count in relations) or 1
    bars = []
    before = 0
    for relation, count in relations:
        start, before = 1000 * before // total, before + count
        bars.append(Bar(relation, count, start, 1000 * before // total - start))
    return tuple(bars)


def _carried(counts: Figures, columns: Sequence[Column]) -> tuple[Carried, ...]:
    carried = dict(counts.carried)
    return tuple(Carried(column, carried[column.id], round(100 * carried[column.id] / max(1, counts.claims))) for column in columns)


def _related(found: Sequence[Mapping[str, Any]], columns: Sequence[Column]) -> tuple[Related, ...]:
    by_id = {column.id: column for column in columns}
    return tuple(Related(near["score"], tuple(quote_of(member, by_id[member["article"]]) for member in near["members"])) for near in found)


def _alone(places: Sequence[Mapping[str, Any]], columns: Sequence[Column]) -> tuple[Alone, ...]:
    grouped = ((column, [place for place in places if place["article"] == column.id]) for column in columns)
    return tuple(Alone(column, tuple(quote_of(place, column) for place in mine)) for column, mine in grouped if mine)


def _flat(settings: Mapping[str, Any]) -> list[tuple[str, object]]:
    """``{"claims": {"threshold": 0.5}}`` -> ``claims.threshold``, 0.5."""
    rows: list[tuple[str, object]] = []
    for name, value in settings.items():
        rows += [(f"{name}.{inner}", v) for inner, v in _flat(value)] if isinstance(value, Mapping) else [(name, value)]
    return rows
