"""Articles and what refers to them -> their whole texts with marks, passages, anchors and the claims that use each passage."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reports.article_lines import ArticleLine, PassageUse, References, lines_of
from reports.document_figures import ABSENT_RELATIONS, kinds_of
from reports.labels import Column, claim_anchor, linkable_url
from reports.passages import Layer, index_layers

_CITED, _ALONE, _NEAR, _PLACE = _STRENGTH = ("cited", "alone", "near", "")


@dataclass(frozen=True, slots=True)
class SourceText:
    """One article; ``lines`` cover all of it that holds more than white space, in words or as a count."""

    column: Column
    url: str | None
    given_url: str | None  # as the document has it, shown as words where it may not be linked
    kept_at: str | None
    published_from: str
    precision: str
    credits: tuple[tuple[str, str], ...]
    title_uses: tuple[PassageUse, ...]
    lines: tuple[ArticleLine, ...]
    marks: int


@dataclass(frozen=True, slots=True)
class _Reference:
    """A place in an article that the report leads to, and the claim that cites it."""

    kind: str
    article: str
    field: str
    start: int
    end: int
    use: PassageUse | None = None


def texts_of(document: Mapping[str, Any], columns: Sequence[Column], *, full: bool = False) -> tuple[SourceText, ...]:
    """Every article in the order of the columns, as far as something leads into it, or in full."""
    by_id = {article["id"]: article for article in document["articles"]}
    referring = _by_article(document)
    return tuple(_text(by_id[column.id], column, referring.get(column.id, ()), full=full) for column in columns)


def _by_article(document: Mapping[str, Any]) -> dict[str, list[_Reference]]:
    found: dict[str, list[_Reference]] = {}
    for reference in (*_cited(document["claims"]), *_near(document["claims"]), *_listed(document)):
        found.setdefault(reference.article, []).append(reference)
    return found


def _cited(claims: Sequence[Mapping[str, Any]]) -> Iterator[_Reference]:
    """The sentences of every claim."""
    for claim in claims:
        use = PassageUse(claim["id"], claim_anchor(claim["id"]), "conflicts" in kinds_of(claim))
        for member in claim["members"]:
            yield _reference(_CITED, member, use)


def _near(claims: Sequence[Mapping[str, Any]]) -> Iterator[_Reference]:
    """The nearest sentences of articles that do not tell a claim."""
    for source in (source for claim in claims for source in claim["sources"] if source["relation"] in ABSENT_RELATIONS):
        for item in (item for item in source["evidence"] if item["span"]):
            start, end = item["span"]
            yield _Reference(kind=_NEAR, article=source["article"], field=item.get("field", "text"), start=start, end=end)


def _listed(document: Mapping[str, Any]) -> Iterator[_Reference]:
    """Sentences of facts, of other events, of one source, near pairs, and the paragraphs of clusters; some are led to and not marked."""
    sentences = [
        {"article": said["article"], "field": said["field"], "start": said["sentence"][0], "end": said["sentence"][1]}
        for fact in document.get("facts", ())
        for value in fact["values"]
        for said in value["said"]
    ]
    groups = (
        (_PLACE, sentences),
        (_PLACE, [sentence for event in document.get("events", {"others": ()})["others"] for sentence in event["sentences"]]),
        (_ALONE, document["only_one_source"]),
        (_NEAR, [member for near in document["possibly_related"] for member in near["members"]]),
        (_PLACE, [member for cluster in document["clusters"] for member in cluster["members"]]),
        (_PLACE, document.get("seen_before", [])),
    )
    for kind, places in groups:
        for place in places:
            yield _reference(kind, place)


def _reference(kind: str, place: Mapping[str, Any], use: PassageUse | None = None) -> _Reference:
    return _Reference(
        kind=kind, article=place["article"], field=place.get("field", "text"), start=place["start"], end=place["end"], use=use
    )


def _text(article: Mapping[str, Any], column: Column, referring: Sequence[_Reference], *, full: bool) -> SourceText:
    marks = tuple(Layer(mark["start"], mark["end"], f"m-{mark['kind']}", mark["rule"]) for mark in article["marks"])
    references = _collected(referring)
    published = article["published"] or {}
    return SourceText(
        column=column,
        url=linkable_url(article["url"]),
        given_url=article["url"],
        kept_at=linkable_url(article.get("kept_at")),
        published_from=published.get("from", ""),
        precision=published.get("precision", ""),
        credits=credits_of(article["credits"]),
        title_uses=references.uses.get(("title", 0), ()),
        lines=lines_of(column, references, index_layers(marks), full=full),
        marks=len(marks),
    )


def credits_of(given: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """What the article says of where it comes from, by name of the credit."""
    named = {
        "outlet": given["outlet"],
        "agencies": ", ".join(given["agencies"]),
        "byline": given["byline"],
        "translator": given["translator"],
    }
    return tuple((name, value) for name, value in named.items() if value)


def _collected(referring: Sequence[_Reference]) -> References:
    """Of two kinds for one passage the stronger stands."""
    kinds: dict[tuple[int, int], str] = {}
    uses: dict[tuple[str, int], tuple[PassageUse, ...]] = {}
    for reference in sorted(referring, key=lambda found: _STRENGTH.index(found.kind)):
        at = (reference.field, 0 if reference.field == "title" else reference.start)
        if reference.use and reference.use not in uses.get(at, ()):
            uses[at] = (*uses.get(at, ()), reference.use)
        if reference.kind != _PLACE and reference.field == "text":
            kinds.setdefault((reference.start, reference.end), reference.kind)
    places = sorted({reference.start for reference in referring if reference.field == "text"})
    return References(index_layers(Layer(start, end, kind) for (start, end), kind in kinds.items()), tuple(places), uses)
