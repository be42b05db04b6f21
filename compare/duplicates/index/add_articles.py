"""Articles and the writer of an index -> the index with them, and what there was to add."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from compare.duplicates.index.grow_clusters import AddCounts
from compare.duplicates.index.new_articles import new_paragraphs, split_known
from compare.duplicates.index.writer import IndexWriter
from compare.duplicates.kernels.choose_kernels import kernels_for
from compare.model import Article
from compare.settings import DuplicateSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """Of the articles given, those that were added and those that were there to the letter; ``receipt`` counts paragraphs and clusters."""

    articles: int = 0
    known: int = 0
    later_versions: int = 0  # of ``articles``, those with another text under an id that was there
    receipt: AddCounts = field(default_factory=AddCounts)

    def plus(self, other: "Added") -> "Added":
        """What both adds did."""
        return Added(
            articles=self.articles + other.articles,
            known=self.known + other.known,
            later_versions=self.later_versions + other.later_versions,
            receipt=self.receipt.plus(other.receipt),
        )


def add_articles(writer: IndexWriter, articles: Sequence[Article], settings: DuplicateSettings, *, before: int = 0) -> Added:
    """All of them are on the disk when this returns, or none (``IndexFolderError``).

    ``before`` is how many paragraphs came with the same errand: who brings many in batches has many, and kernels are chosen by that.
    """
    sorted_ = split_known(writer.index, articles)
    arrival = new_paragraphs(sorted_.new)
    receipt = writer.add(arrival, kernels_for(before + len(arrival.texts), settings))
    return Added(articles=len(sorted_.new), known=len(sorted_.known), later_versions=sorted_.later_versions, receipt=receipt)
