"""Comparisons and the name of a table -> flat rows of plain scalars, ready for a data frame or a database."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from compare.library.comparison import StoryComparison
from compare.library.fact_rows import entity_rows, fact_rows, ladder_rows
from compare.library.row_columns import ROW_COLUMNS, Cell, Row, Table

Value = Mapping[str, Any]


def to_rows(comparisons: StoryComparison | Iterable[StoryComparison], table: Table) -> list[Row]:
    """The rows of one table, of one story or of several, in the order of the documents.

    Each row has the columns of ``ROW_COLUMNS[table]``, in that order, each of the type named there or ``None``. ``table`` is one of
    ``articles``, ``facts``, ``ladders``, ``entities``, ``claims``, ``relations``, ``evidence``, ``conflicts``, ``members``, ``figures``,
    ``disputes``, ``clusters``, ``links`` and ``skipped``; ``ValueError`` for another one. ``story`` and ``fact``, ``claim`` or ``cluster``
    join the tables.
    """
    if table not in ROW_COLUMNS:
        raise ValueError(f"there is no table {table!r}: choose one of {', '.join(ROW_COLUMNS)}")
    given = [comparisons] if isinstance(comparisons, StoryComparison) else comparisons
    columns = ROW_COLUMNS[table]
    return [
        {name: _cell(row.get(name), columns[name]) for name in columns}
        for comparison in given
        for row in _complete_rows(comparison.document, _TABLES[table])
    ]


def _cell(value: Any, kind: type) -> Cell:  # noqa: ANN401 - a scalar of a document
    """A count in a column of measures is a measure, so that a column has one type."""
    cell: Cell = float(value) if kind is float and value is not None else value
    return cell


Rows = Callable[[Value, Mapping[str, Value]], Iterator[dict[str, Any]]]


def _complete_rows(document: Value, rows: Rows) -> Iterator[dict[str, Any]]:
    articles = {article["id"]: article for article in document["articles"]}
    for row in rows(document, articles):
        article = articles.get(row.get("article", ""))
        outlet = {"outlet": article["outlet"], "published": _published(article)} if article else {}
        yield {"story": document["story"]["id"], **outlet, **row}


def _published(article: Value) -> str | None:
    published = article["published"]
    return published["value"] + published.get("zone", "") if published else None


def _articles(document: Value, _: Mapping[str, Value]) -> Iterator[dict[str, Any]]:
    for article in document["articles"]:
        credited, cut = article["credits"], article.get("cut")
        own = {"byline": credited["byline"], "credited": credited["outlet"], "cut": cut["reason"] if cut else None}
        yield {"article": article["id"], "title": article["title"], "url": article["url"], "language": article["language"], **own}


def _claims(document: Value, _: Mapping[str, Value]) -> Iterator[dict[str, Any]]:
    for claim in document["claims"]:
        review = claim.get("review") or {}
        yield {
            **_claim(claim),
            "voices": claim["voices"],
            "score": claim["score"]["total"],
            "disputed": len(claim["disputes"]),
            "verdict": review.get("verdict"),
            "reviewer": review.get("reviewer"),
        }


def _claim(claim: Value) -> dict[str, Any]:
    """Worded as a reviewer left it."""
    return {"claim": claim["id"], "wording": (claim.get("review") or {}).get("wording") or claim["wording"]}


def _sources(document: Value) -> Iterator[tuple[dict[str, Any], Value]]:
    for claim in document["claims"]:
        for source in claim["sources"]:
            yield {**_claim(claim), "article": source["article"], "relation": source["relation"]}, source


def _relations(document: Value, _: Mapping[str, Value]) -> Iterator[dict[str, Any]]:
    return ({**row, "open_on": " ".join(source.get("open_on", ()))} for row, source in _sources(document))


def _evidence(document: Value, _: Mapping[str, Value]) -> Iterator[dict[str, Any]]:
    for row, source in _sources(document):
        for rank, evidence in enumerate(source["evidence"]):
            yield {**row, "rank": rank, **_said(evidence), "score": evidence.get("score"), **_other(evidence.get("other"))}


def _said(evidence: Value) -> dict[str, Any]:
    start, end = evidence["span"] or (None, None)
    place = {"check": evidence.get("check"), "field": evidence.get("field", "text"), "start": start, "end": end}
    return {**place, "says": evidence["says"], "value": evidence.get("value")}


def _other(other: Value | None) -> dict[str, Any]:
    if other is None:
        return {}
    said = {f"other_{name}": value for name, value in _said(other).items() if name != "check"}
    return {"other": other["article"], **said}


def _conflicts(document: Value, _: Mapping[str, Value]) -> Iterator[dict[str, Any]]:
    return ({**row, "other": other} for row, source in _sources(document) for other in source["against"])


def _sentences(document: Value) -> Iterator[tuple[dict[str, Any], Value]]:
    for claim in document["claims"]:
        for member in claim["members"]:
            yield {"claim": claim["id"], "article": member["article"], "field": member["field"]}, member


def _members(document: Value, _: Mapping[str, Value]) -> Iterator[dict[str, Any]]:
    for row, member in _sentences(document):
        start, end = member.get("clause") or (None, None)
        own = {name: member.get(name) for name in ("start", "end", "quote", "speaker", "agency", "negated")}
        yield {**row, **own, "clause_start": start, "clause_end": end}


def _figures(document: Value, _: Mapping[str, Value]) -> Iterator[dict[str, Any]]:
    """Of a sentence, in the order in which they stand there."""
    for row, member in _sentences(document):
        figures = [*map(_number, member["numbers"]), *map(_date, member["dates"]), *map(_name, member["names"])]
        yield from ({**row, **one} for one in sorted(figures, key=lambda one: (one["start"], one["end"], one["kind"])))


def _number(figure: Value) -> dict[str, Any]:
    own = {"number": figure["values"][0], "high": figure["high"], "unit": figure["unit"], "hedge": figure["hedge"]}
    return {**_figure("number", figure), **own}


def _date(figure: Value) -> dict[str, Any]:
    return {**_figure("date", figure), "date": figure["value"], "precision": figure["precision"]}


def _name(figure: Value) -> dict[str, Any]:
    return {**_figure("name", figure), "name": figure["key"]}


def _figure(kind: str, figure: Value) -> dict[str, Any]:
    start, end = figure["span"]
    return {"kind": kind, "start": start, "end": end, "says": figure["says"]}


def _disputes(document: Value, _: Mapping[str, Value]) -> Iterator[dict[str, Any]]:
    for claim in document["claims"]:
        for number, dispute in enumerate(claim["disputes"]):
            row = {"claim": claim["id"], "dispute": number, "slot": dispute["slot"], "fact": dispute.get("fact")}
            yield from ({**row, "value": side["value"], "article": article} for side in dispute["sides"] for article in side["articles"])


def _clusters(document: Value, articles: Mapping[str, Value]) -> Iterator[dict[str, Any]]:
    for cluster in document["clusters"]:
        for number, member in enumerate(cluster["members"]):
            article, start, end = member["article"], member["start"], member["end"]
            text = articles[article]["text"][start:end]
            place = {"article": article, "start": start, "end": end, "text": text, "mark": member.get("mark")}
            yield {"cluster": cluster["id"], "member": number, **place, "first": article == cluster["first"] if cluster["first"] else None}


def _links(document: Value, _: Mapping[str, Value]) -> Iterator[dict[str, Any]]:
    for cluster in document["clusters"]:
        yield from ({"cluster": cluster["id"], **link} for link in cluster["links"])


def _skipped(document: Value, _: Mapping[str, Value]) -> Iterator[dict[str, Any]]:
    return ({"place": skipped["place"], "reason": skipped["why"]} for skipped in document["skipped"])


_TABLES: Mapping[Table, Rows] = {
    "articles": _articles,
    "facts": fact_rows,
    "ladders": ladder_rows,
    "entities": entity_rows,
    "claims": _claims,
    "relations": _relations,
    "evidence": _evidence,
    "conflicts": _conflicts,
    "members": _members,
    "figures": _figures,
    "disputes": _disputes,
    "clusters": _clusters,
    "links": _links,
    "skipped": _skipped,
}
