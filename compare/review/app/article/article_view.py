"""An article of a review state -> its full text in paragraphs: each sentence with its claims and with what it is marked as."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.model import ArticleId, Passage
from compare.review.app.display.article_labels import article_columns
from compare.review.app.requests.passage_ids import passage_id
from compare.review.review_state import ReviewState
from reports.labels import Column, linkable_url
from reports.passages import Layer, paragraphs, segments, stretches


@dataclass(frozen=True, slots=True)
class ClaimUse:
    """A claim that contains a sentence, and the relation of the article to that claim."""

    claim: str
    relation: str


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A stretch of text; ``mark`` says what it is if it is not body text, ``ends`` whether the mark ends with it."""

    text: str
    mark: str = ""
    ends: bool = False


@dataclass(frozen=True, slots=True)
class SentencePart:
    """A sentence with its claims, or the text between two sentences, which has no ``sentence_id``."""

    anchor: str
    texts: tuple[MarkedText, ...]
    uses: tuple[ClaimUse, ...] = ()
    sentence_id: str = ""
    is_unclaimed: bool = False


@dataclass(frozen=True, slots=True)
class ClusterLink:
    """A near-duplicate cluster that a paragraph is in, and how many paragraphs the cluster has."""

    cluster: str
    paragraphs: int


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A line of the text; ``anchors`` are the targets of links that are not the start of a sentence."""

    parts: tuple[SentencePart, ...]
    clusters: tuple[ClusterLink, ...]
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article; ``title_uses`` are the claims that contain its title."""

    column: Column
    url: str | None
    title_uses: tuple[ClaimUse, ...]
    paragraphs: tuple[ParagraphView, ...]
    unclaimed_count: int
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True)
class _Overlay:
    """What is known about the stretches of a text: marks, sentences with their claims, clusters."""

    text: str
    marks: tuple[Layer, ...]
    sentences: Mapping[tuple[int, int], tuple[Passage, tuple[ClaimUse, ...]]]
    clusters: Sequence[tuple[int, int, ClusterLink]]


def article_view(state: ReviewState, article: ArticleId) -> ArticleView | None:
    """The article as its screen shows it; ``None`` if the run does not have it."""
    column = article_columns(state.run).get(article)
    if column is None:
        return None
    overlay, title_uses = _overlay(state, article, column.text)
    ids = list(article_columns(state.run))
    at = ids.index(article)
    return ArticleView(
        column=column,
        url=linkable_url(state.run.articles[article].url),
        title_uses=title_uses,
        paragraphs=tuple(_paragraph(start, end, overlay) for start, end in paragraphs(column.text)),
        unclaimed_count=sum(not uses for _, uses in overlay.sentences.values()),
        previous=ids[at - 1] if at else None,
        next=ids[at + 1] if at + 1 < len(ids) else None,
    )


def unclaimed_sentences(state: ReviewState, article: ArticleId) -> frozenset[Passage]:
    """The sentences of an article that no claim contains, not even in part."""
    claimed = {passage for claim in state.claims for passage in claim.members if passage.article == article}
    sentence_passages = (Passage(article, sentence.field, sentence.span) for sentence in state.run.sentences(article))
    return frozenset(one for one in sentence_passages if not any(_overlap(one, other) for other in claimed))


def _overlap(one: Passage, other: Passage) -> bool:
    return one.field == other.field and one.span.start < other.span.end and other.span.start < one.span.end


def _overlay(state: ReviewState, article: ArticleId, text: str) -> tuple[_Overlay, tuple[ClaimUse, ...]]:
    uses: dict[Passage, list[ClaimUse]] = {passage: [] for passage in sorted(unclaimed_sentences(state, article))}
    for claim in state.claims:
        relation = next((found.kind for found in claim.group.relations if found.source == article), "silent")
        for passage in claim.members:
            if passage.article == article:
                uses.setdefault(passage, []).append(ClaimUse(claim.id, relation))
    marks = next(value["marks"] for value in state.run.document["articles"] if value["id"] == article)
    clusters = [
        (passage.span.start, passage.span.end, ClusterLink(cluster.id, len(cluster.members)))
        for cluster in state.clusters
        for passage in sorted(cluster.members)
        if passage.article == article
    ]
    overlay = _Overlay(
        text,
        tuple(Layer(mark["start"], mark["end"], mark["kind"]) for mark in marks),
        {(p.span.start, p.span.end): (p, tuple(found)) for p, found in uses.items() if p.field == "text"},
        clusters,
    )
    return overlay, tuple(use for passage, found in uses.items() if passage.field == "title" for use in found)


def _paragraph(start: int, end: int, overlay: _Overlay) -> ParagraphView:
    layers = [Layer(first, last, "") for first, last in overlay.sentences if first < end and last > start]
    parts = tuple(_part(stretch.start, stretch.end, stretch.layer, overlay) for stretch in stretches(start, end, layers))
    clusters = [found for first, last, found in overlay.clusters if first < end and last > start]
    starts = [first for first, _, _ in overlay.clusters] + [first for first, _ in overlay.sentences]
    targets = {f"s{first}" for first in starts if start <= first < end} - {part.anchor for part in parts}
    return ParagraphView(parts, tuple(dict.fromkeys(clusters)), tuple(sorted(targets)))


def _part(start: int, end: int, layer: Layer | None, overlay: _Overlay) -> SentencePart:
    texts = tuple(
        MarkedText(found.text, found.kinds[0] if found.kinds else "", bool(found.closing))
        for found in segments(overlay.text, overlay.marks, start, end)
    )
    if layer is None:
        return SentencePart("", texts)
    passage, uses = overlay.sentences[layer.start, layer.end]
    is_start = start == layer.start  # a sentence may run on in the next line
    return SentencePart(
        anchor=f"s{start}" if is_start else "",
        texts=texts,
        uses=uses if is_start else (),
        sentence_id=passage_id(passage),
        is_unclaimed=not uses and is_start,
    )
