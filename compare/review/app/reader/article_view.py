"""An article of a state -> its whole text in paragraphs, each sentence with the claims that it stands in and what it is marked as."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.model import ArticleId, Passage
from compare.review.app.display.article_labels import columns_of
from compare.review.app.requests.passage_names import name_of
from compare.review.review_state import State
from reports.labels import Column, linkable_url
from reports.passages import Layer, paragraphs, segments, stretches


@dataclass(frozen=True, slots=True)
class Use:
    """A claim that a sentence stands in, and how its article stands to it."""

    claim: str
    relation: str


@dataclass(frozen=True, slots=True)
class Bit:
    """Some words; ``mark`` says what they are if they are no body text, and ``ends`` that the mark ends with them."""

    text: str
    mark: str = ""
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence, with its claims; what lies between two has no ``name``. ``is_loose``: it stands in no claim."""

    anchor: str
    bits: tuple[Bit, ...]
    uses: tuple[Use, ...] = ()
    name: str = ""
    is_loose: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """A cluster that a paragraph is in, and how many paragraphs are."""

    cluster: str
    paragraphs: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text; ``anchors`` are places in it that others lead to and where no sentence begins."""

    parts: tuple[Part, ...]
    near: tuple[Near, ...]
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """One article; ``title`` are the claims that its title stands in."""

    column: Column
    url: str | None
    title: tuple[Use, ...]
    paragraphs: tuple[Paragraph, ...]
    loose: int
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True)
class _Laid:
    """What lies over a text."""

    text: str
    marks: tuple[Layer, ...]
    sentences: Mapping[tuple[int, int], tuple[Passage, tuple[Use, ...]]]
    near: Sequence[tuple[int, int, Near]]


def reader_of(state: State, article: ArticleId) -> Reader | None:
    """The article, if the run has it."""
    column = columns_of(state.run).get(article)
    if column is None:
        return None
    laid, title = _laid(state, article, column.text)
    ids = list(columns_of(state.run))
    at = ids.index(article)
    return Reader(
        column=column,
        url=linkable_url(state.run.articles[article].url),
        title=title,
        paragraphs=tuple(_paragraph(start, end, laid) for start, end in paragraphs(column.text)),
        loose=sum(not uses for _, uses in laid.sentences.values()),
        previous=ids[at - 1] if at else None,
        next=ids[at + 1] if at + 1 < len(ids) else None,
    )


def loose_in(state: State, article: ArticleId) -> frozenset[Passage]:
    """The sentences of an article of which no part stands in a claim."""
    held = {passage for claim in state.claims for passage in claim.members if passage.article == article}
    said = (Passage(article, sentence.field, sentence.span) for sentence in state.run.sentences(article))
    return frozenset(one for one in said if not any(_overlap(one, other) for other in held))


def _overlap(one: Passage, other: Passage) -> bool:
    return one.field == other.field and one.span.start < other.span.end and other.span.start < one.span.end


def _laid(state: State, article: ArticleId, text: str) -> tuple[_Laid, tuple[Use, ...]]:
    uses: dict[Passage, list[Use]] = {passage: [] for passage in sorted(loose_in(state, article))}
    for claim in state.claims:
        relation = next((said.kind for said in claim.group.relations if said.source == article), "silent")
        for passage in claim.members:
            if passage.article == article:
                uses.setdefault(passage, []).append(Use(claim.id, relation))
    marks = next(value["marks"] for value in state.run.document["articles"] if value["id"] == article)
    near = [
        (passage.span.start, passage.span.end, Near(cluster.id, len(cluster.members)))
        for cluster in state.clusters
        for passage in sorted(cluster.members)
        if passage.article == article
    ]
    laid = _Laid(
        text,
        tuple(Layer(mark["start"], mark["end"], mark["kind"]) for mark in marks),
        {(p.span.start, p.span.end): (p, tuple(found)) for p, found in uses.items() if p.field == "text"},
        near,
    )
    return laid, tuple(use for passage, found in uses.items() if passage.field == "title" for use in found)


def _paragraph(start: int, end: int, laid: _Laid) -> Paragraph:
    layers = [Layer(first, last, "") for first, last in laid.sentences if first < end and last > start]
    parts = tuple(_part(stretch.start, stretch.end, stretch.layer, laid) for stretch in stretches(start, end, layers))
    near = [found for first, last, found in laid.near if first < end and last > start]
    begin = [first for first, _, _ in laid.near] + [first for first, _ in laid.sentences]
    led = {f"s{first}" for first in begin if start <= first < end} - {part.anchor for part in parts}
    return Paragraph(parts, tuple(dict.fromkeys(near)), tuple(sorted(led)))


def _part(start: int, end: int, layer: Layer | None, laid: _Laid) -> Part:
    bits = tuple(
        Bit(found.text, found.kinds[0] if found.kinds else "", bool(found.closing)) for found in segments(laid.text, laid.marks, start, end)
    )
    if layer is None:
        return Part("", bits)
    passage, uses = laid.sentences[layer.start, layer.end]
    is_head = start == layer.start  # a sentence may run on in the next line
    return Part(f"s{start}" if is_head else "", bits, uses if is_head else (), name_of(passage), not uses and is_head)
