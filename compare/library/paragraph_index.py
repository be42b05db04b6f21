"""The folder of an index -> a handle that adds articles to it and asks where their paragraphs have stood before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

import numpy as np

from compare.duplicates.index.add_articles import Added, add_articles
from compare.duplicates.index.header import require_equal
from compare.duplicates.index.new_articles import new_paragraphs
from compare.duplicates.index.open_index import Index, damage_reported, open_and_check
from compare.duplicates.index.query import Match, find_matches
from compare.duplicates.index.stored_paragraphs import read_texts
from compare.duplicates.index.writer import open_writer
from compare.duplicates.kernels.choose_kernels import kernels_for
from compare.library.articles import intake_of
from compare.model import Article, ArticleId, Published, Span
from compare.settings import DuplicateSettings, Settings
from compare.sources.read_inputs import Intake


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierParagraph:
    """A paragraph of the index that is near the one asked of, the article it stands in, what both share, and its cluster (``c-12``)."""

    article: ArticleId
    outlet: str
    title: str | None
    url: str | None
    published: Published | None
    span: Span
    text: str
    jaccard: float
    containment: float
    cluster: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenParagraph:
    """A paragraph asked of that stood somewhere before: the nearest places, and how many ``more`` there are."""

    article: ArticleId
    span: Span
    text: str
    earlier: tuple[EarlierParagraph, ...]
    more: int


class ParagraphIndex:
    """An index as it was when it was opened, or after the last add through this handle; what others add is seen when it is opened anew.

    ``len`` of it are the paragraphs that it holds.
    """

    def __init__(self, index: Index, wanted: DuplicateSettings | None) -> None:
        self._index = index
        self._wanted = wanted
        self._settings = wanted or DuplicateSettings()

    def __len__(self) -> int:
        """Paragraphs."""
        return self._index.paragraph_count

    def add(self, articles: Intake | Iterable[Article]) -> Added:
        """Add what is not there yet; when this returns, it is on the disk, and if it raises, none of it is.

        Some 2 kB of memory a paragraph are used meanwhile: give large archives in parts. ``IndexFolderError`` while another one adds.
        """
        with open_writer(self._index.folder, self._wanted) as writer:
            added = add_articles(writer, intake_of(articles).articles, self._settings)
            writer.join_due()
            self._index = writer.index
        return added

    def query(self, articles: Intake | Iterable[Article], *, most: int = 20) -> tuple[SeenParagraph, ...]:
        """Paragraphs that stood in other articles before, each with up to ``most`` places, the nearest first; nothing is written.

        An article of the same id is the article itself, and never a match. ``DamagedIndexError`` if the index is not as it was written,
        ``ValueError`` if ``most`` is less than one.
        """
        if most < 1:
            raise ValueError(f"most is {most}: give 1 or more")
        asked = new_paragraphs(intake_of(articles).articles)
        with damage_reported(self._index):
            answers = find_matches(self._index, asked, kernels_for(len(asked.texts), self._settings), most)
            return tuple(
                SeenParagraph(
                    article=asked.articles[asked.article[at]].id,
                    span=Span(int(asked.start[at]), int(asked.end[at])),
                    text=asked.texts[at],
                    earlier=self._earlier(answer.matches),
                    more=answer.more,
                )
                for at, answer in enumerate(answers)
                if answer.matches
            )

    def _earlier(self, matches: Sequence[Match]) -> tuple[EarlierParagraph, ...]:
        texts = read_texts(self._index, np.array([match.number for match in matches], dtype=np.int64))
        return tuple(
            EarlierParagraph(
                article=match.place.article,
                outlet=match.place.outlet,
                title=match.place.title,
                url=match.place.url,
                published=match.place.published,
                span=Span(match.place.start, match.place.end),
                text=texts[at],
                jaccard=match.jaccard,
                containment=match.containment,
                cluster=match.cluster,
            )
            for at, match in enumerate(matches)
        )


def open_index(folder: str | PathLike[str], settings: Settings | None = None, *, create: bool = False) -> ParagraphIndex:
    """The index in a folder; with ``create`` it is made if the folder is not there or empty.

    ``settings`` have to be those that the index was made with; without them its own are taken. ``IndexFolderError`` if they are others,
    or if there is no index; ``DamagedIndexError`` if it is not as it was written.
    """
    path, wanted = Path(folder), settings.duplicates if settings else None
    if create:
        with open_writer(path, wanted) as writer:
            return ParagraphIndex(writer.index, wanted)
    index = open_and_check(path, wanted or DuplicateSettings())
    if wanted:
        require_equal(index.manifest.header, wanted, str(path))
    return ParagraphIndex(index, wanted)
