"""Words of a run's articles -> those articles together that tell of one thing.

How a pair of sentences scores rests on the sentences around it: how rare a word is, how many pairs are likelier, what a third article
says. Among articles about nothing in common each of these says too much: of 62 articles of ten stories 39 % of the claims joined two
stories. So each subject is scored by itself. What makes a subject must not rest on the pile either: the likeness of two articles is theirs
alone, and an article that is like none of a subject changes nothing in it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from compare.claims.wording import matched_words, stop_words
from compare.model import Reading
from compare.reading.segment_words import listed_words
from compare.user_tables.word_rows import Rows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

# Of articles with fewer distinct words less is asked, by this power of the share: 20 words of one telling have half the cosine of 160.
_USUAL_WORDS = 160
_POWER = 0.4
# A pair is never more than so many times as alike as is asked: one copy must not carry strangers into a subject.
_MOST = 2.0


@dataclass(frozen=True, slots=True)
class Bag:
    """What an article is about: its language and its words that carry content, repeated as often as they stand there."""

    language: str
    words: tuple[str, ...]


def bag_of(title: str | None, body: Sequence[str], language: str, own_synonyms: Rows = ()) -> Bag:
    """Words of title and body as they are matched, without those that carry no content."""
    empty = stop_words(language)
    syllables = (matched_words(text, language, own_synonyms) for text in (title or "", *body))
    return Bag(language, tuple(word for line in syllables for word in listed_words(line, language) if word not in empty))


def read_bag(reading: Reading, own_synonyms: Rows = ()) -> Bag:
    """The bag of an article that was read: its title and the paragraphs that are body text."""
    article = reading.article
    body = [paragraph.span.of(article.text) for paragraph in reading.paragraphs if paragraph.mark is None]
    return bag_of(article.title, body, article.language, own_synonyms)


def subjects(bags: Sequence[Bag], likeness: float) -> list[list[int]]:
    """Places of articles that tell of one thing, by average link; in order of their first, each rising.

    ``likeness`` is the mean cosine asked for; 0 takes all for one, as two articles are, whatever they tell. Words say nothing across
    languages: where each language has one subject, they are taken for one and the same. Cost grows with the square of the articles.
    """
    if likeness == 0.0 or len(bags) < 3:
        return [list(range(len(bags)))] if bags else []
    by_language: dict[str, list[int]] = {}
    for at, bag in enumerate(bags):
        by_language.setdefault(bag.language, []).append(at)
    by_parts = {language: _linked([bags[at] for at in own], own, likeness) for language, own in by_language.items()}
    if all(len(parts) == 1 for parts in by_parts.values()):
        return [list(range(len(bags)))]
    return sorted((part for parts in by_parts.values() for part in parts), key=lambda part: part[0])


def _linked(bags: Sequence[Bag], places: Sequence[int], likeness: float) -> list[list[int]]:
    """Pairs that are as alike as is asked lie 1 apart, those with no word in common 2."""
    if len(bags) == 1:
        return [list(places)]
    import numpy as np
    from scipy.cluster.hierarchy import fcluster, linkage

    upper = np.triu_indices(len(bags), 1)
    distance = _MOST - np.minimum(_alike(bags, likeness)[upper], _MOST)
    labels = fcluster(linkage(distance, "average"), 1.0, "distance")
    return [[places[at] for at in np.flatnonzero(labels == label).tolist()] for label in np.unique(labels)]


def _alike(bags: Sequence[Bag], likeness: float) -> "Matrix":
    """Cosines as multiples of what is asked of the pair, n x n: 1 + log of each word's count, whatever other articles say."""
    import numpy as np

    counts = [Counter(bag.words) for bag in bags]
    rows = _rows(counts)
    size = np.array([len(own) for own in counts], dtype=float)
    asked = likeness * np.minimum(1.0, np.minimum.outer(size, size) / _USUAL_WORDS) ** _POWER
    cosines: Matrix = (rows @ rows.T).toarray()
    multiples: Matrix = cosines / np.maximum(asked, np.finfo(float).tiny)
    return multiples


def _rows(counts: Sequence[Counter[str]]) -> Any:  # noqa: ANN401 - a scipy matrix
    """Sparse rows of length 1, of 0 where there is no word."""
    import numpy as np
    from scipy.sparse import csr_matrix, diags

    column = {word: at for at, word in enumerate(sorted(set().union(*counts)))}
    rows = [row for row, own in enumerate(counts) for _ in own]
    columns = [column[word] for own in counts for word in own]
    values = [1.0 + np.log(count) for own in counts for count in own.values()]
    matrix = csr_matrix((values, (rows, columns)), shape=(len(counts), max(1, len(column))))
    length = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return diags(1.0 / np.where(length > 0, length, 1.0)) @ matrix
