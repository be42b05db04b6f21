"""Texts of any kind -> clusters of those that are near-duplicates, each link verified."""

from collections.abc import Iterable
from dataclasses import dataclass

from compare.duplicates.find_clusters import find_clusters
from compare.model import ArticleId, Link, Paragraph, Span
from compare.settings import Settings
from compare.text.invisible import visible_text

_NOWHERE = ArticleId("")


@dataclass(frozen=True, slots=True)
class TextCluster:
    """Texts that links hold together: ``members`` are their places among the texts given, from 0; links name places among the members."""

    members: tuple[int, ...]
    links: tuple[Link, ...]


def near_duplicates(texts: Iterable[str], settings: Settings | None = None) -> tuple[TextCluster, ...]:
    """Clusters of two texts and more, by their first member; each text is compared as a whole, by its words.

    Two texts are linked that share ``duplicates.jaccard`` of their word shingles, or of which one stands in the other
    (``duplicates.containment``). A text of fewer than ``duplicates.shingle_words`` words takes no part. A cluster of up to 50 texts has
    every link there is, a larger one those that hold it together. 10,000 paragraphs take some seconds; for millions there is the command
    `tellings duplicates`. ``TypeError`` names what is no text.
    """
    if isinstance(texts, str):
        raise TypeError("near_duplicates takes many texts, and was given one")
    # A text has no article here: its place among the texts is where it stands, and what members are sorted by.
    placed = [(Paragraph(_NOWHERE, Span(at, at + 1)), visible_text(_text(text, at)).text) for at, text in enumerate(texts)]
    clusters = find_clusters(placed, {_NOWHERE: None}, (settings or Settings()).duplicates)
    return tuple(TextCluster(tuple(member.span.start for member in cluster.members), cluster.links) for cluster in clusters)


def _text(given: object, at: int) -> str:
    if not isinstance(given, str):
        raise TypeError(f"text {at} is of the type {type(given).__name__}")
    return given
