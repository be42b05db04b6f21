"""Paragraphs that an index has met before -> each with the places where it stood and what differs there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reports.differences import Piece, difference, same_words
from reports.duplicate_paragraphs import heading_of
from reports.labels import Column, anchor, linkable_url


@dataclass(frozen=True, slots=True)
class EarlierPlace:
    """One place of the index; ``pieces`` compare its text with the paragraph of this story."""

    outlet: str
    published: str
    title: str
    url: str | None
    pieces: tuple[Piece, ...]
    identical: bool
    jaccard: float
    containment: float
    cluster: str


@dataclass(frozen=True, slots=True)
class SeenParagraph:
    """One paragraph of this story; ``more`` places are counted and not shown."""

    column: Column
    anchor: str
    place: str
    heading: str
    text: str
    before: tuple[EarlierPlace, ...]
    more: int


def seen_of(document: Mapping[str, Any], columns: Sequence[Column]) -> tuple[SeenParagraph, ...]:
    """In the order of the document; none where no index was asked."""
    by_article = {column.id: column for column in columns}
    return tuple(_seen_paragraph(found, by_article[found["article"]]) for found in document.get("seen_before", ()))


def _seen_paragraph(found: Mapping[str, Any], column: Column) -> SeenParagraph:
    text = column.text[found["start"] : found["end"]]
    return SeenParagraph(
        column=column,
        anchor=anchor(column.label, "text", found["start"]),
        place=f"{found['start']}–{found['end']}",
        heading=heading_of(text),
        text=text,
        before=tuple(_earlier_place(match, text) for match in found["matches"]),
        more=found["more"],
    )


def _earlier_place(match: Mapping[str, Any], text: str) -> EarlierPlace:
    pieces = difference(text, match["text"])
    return EarlierPlace(
        outlet=match["outlet"],
        published=match["published"] or "",
        title=match["title"] or "",
        url=linkable_url(match["url"]),
        pieces=pieces,
        identical=same_words(pieces),
        jaccard=match["jaccard"],
        containment=match["containment"],
        cluster=match["cluster"],
    )
