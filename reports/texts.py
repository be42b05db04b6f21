"""Articles and what refers to them -> their whole texts with marks, passages, anchors and the claims that use each passage."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reports.labels import Column, anchor, claim_anchor, web_address
from reports.passages import Layer, Segment, Stretch, paragraphs, segments, stretches

_CITED, _ALONE, _NEAR = "cited", "alone", "near"


@dataclass(frozen=True, slots=True)
class Use:
    """A claim that rests on a passage."""

    id: str
    anchor: str
    disputed: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A passage (``kind`` cited, alone or near) or what lies between two; ``anchors`` are the ids that lead to it."""

    kind: str
    anchors: tuple[str, ...]
    segments: tuple[Segment, ...]
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """One article in full; the parts of ``lines`` cover every line that holds more than white space."""

    column: Column
    url: str | None
    given_url: str | None  # as the document has it, shown as words where it may not be linked
    published_from: str
    precision: str
    credits: tuple[tuple[str, str], ...]
    title_uses: tuple[Use, ...]
    lines: tuple[tuple[Part, ...], ...]
    marks: int


@dataclass(frozen=True, slots=True)
class _References:
    """What leads into one article: passages with their kind, further places that are linked, and the claims of each passage."""

    passages: tuple[Layer, ...]
    places: frozenset[int]
    uses: Mapping[tuple[str, int], tuple[Use, ...]]


def texts_of(document: Mapping[str, Any], columns: Sequence[Column]) -> tuple[Text, ...]:
    """Every article in the order of the columns."""
    by_id = {article["id"]: article for article in document["articles"]}
    referring = _by_article(document)
    return tuple(_text(by_id[column.id], column, referring.get(column.id, ())) for column in columns)


def _by_article(document: Mapping[str, Any]) -> dict[str, list[tuple[str, Mapping[str, Any], Use | None]]]:
    found: dict[str, list[tuple[str, Mapping[str, Any], Use | None]]] = {}
    for kind, place, use in _references(document):
        found.setdefault(place["article"], []).append((kind, place, use))
    return found


def _references(document: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any], Use | None]]:
    """All places the report links to: kind, place, and the claim that cites it."""
    for claim in document["claims"]:
        disputed = bool(claim["disputes"]) or any(source["relation"] == "conflicts" for source in claim["sources"])
        use = Use(claim["id"], claim_anchor(claim["id"]), disputed)
        for member in claim["members"]:
            yield _CITED, member, use
        for source in claim["sources"]:
            for item in source["evidence"] if source["relation"] == "silent" else ():
                if item["span"]:
                    yield _NEAR, {**item, "article": source["article"], "start": item["span"][0], "end": item["span"][1]}, None
    for place in document["only_one_source"]:
        yield _ALONE, place, None
    for near in document["possibly_related"]:
        for member in near["members"]:
            yield _NEAR, member, None
    for cluster in document["clusters"]:
        for member in cluster["members"]:
            yield "", member, None


def _text(article: Mapping[str, Any], column: Column, referring: Sequence[tuple[str, Mapping[str, Any], Use | None]]) -> Text:
    marks = tuple(Layer(mark["start"], mark["end"], f"m-{mark['kind']}", f"{mark['kind']} · {mark['rule']}") for mark in article["marks"])
    references = _collected(referring)
    published = article["published"] or {}
    return Text(
        column=column,
        url=web_address(article["url"]),
        given_url=article["url"],
        published_from=published.get("from", ""),
        precision=published.get("precision", ""),
        credits=_credits(article["credits"]),
        title_uses=references.uses.get(("title", 0), ()),
        lines=_lines(column, references, marks),
        marks=len(marks),
    )


def _credits(given: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """What the article says of where it comes from, by name of the credit."""
    named = {"outlet": given["outlet"], "agencies": ", ".join(given["agencies"]), "byline": given["byline"], "translator": given["translator"]}
    return tuple((name, value) for name, value in named.items() if value)


def _collected(referring: Sequence[tuple[str, Mapping[str, Any], Use | None]]) -> _References:
    rank = {_CITED: 0, _ALONE: 1, _NEAR: 2}
    kinds: dict[tuple[int, int], str] = {}
    uses: dict[tuple[str, int], tuple[Use, ...]] = {}
    for kind, place, use in sorted(referring, key=lambda found: rank.get(found[0], len(rank))):
        field = place.get("field", "text")
        at = (field, 0 if field == "title" else place["start"])
        if use and use not in uses.get(at, ()):
            uses[at] = (*uses.get(at, ()), use)
        if kind and field == "text":
            kinds.setdefault((place["start"], place["end"]), kind)
    places = frozenset(place["start"] for _, place, _ in referring if place.get("field", "text") == "text")
    return _References(tuple(Layer(start, end, kind) for (start, end), kind in sorted(kinds.items())), places, uses)


def _lines(column: Column, references: _References, marks: Sequence[Layer]) -> tuple[tuple[Part, ...], ...]:
    """A place in the white space before a line leads to that line, so that no link leads nowhere."""
    lines = []
    reached = 0
    for start, end in paragraphs(column.text):
        passages = [layer for layer in references.passages if layer.start < end and start < layer.end]
        near = [mark for mark in marks if mark.start < end and start < mark.end]
        parts = []
        for stretch in stretches(start, end, passages):
            places = sorted(place for place in references.places if reached <= place < stretch.end)
            parts.append(_part(column, stretch, (places, references), near))
            reached = stretch.end
        lines.append(tuple(parts))
    return tuple(lines)


def _part(column: Column, stretch: Stretch, places: tuple[Sequence[int], _References], marks: Sequence[Layer]) -> Part:
    starts, references = places
    return Part(
        kind=stretch.layer.kind if stretch.layer else "",
        anchors=tuple(anchor(column.label, "text", place) for place in starts),
        segments=segments(column.text, marks, stretch.start, stretch.end),
        uses=tuple(use for place in starts for use in references.uses.get(("text", place), ())),
    )
