"""The text of a paragraph -> its words and its set of word n-grams; two such sets -> how much they share."""

from dataclasses import dataclass

from compare.settings import DuplicateSettings
from compare.text.tokens import words_as_written


@dataclass(frozen=True, slots=True)
class ShingledText:
    """Lower-cased words with digits and tone marks, and every run of n of them; words hold no space, so joining is exact."""

    words: tuple[str, ...]
    shingles: frozenset[str]


def shingle_text(text: str, size: int) -> ShingledText:
    """Sets, not bags; a text of fewer than ``size`` words has no shingle and so no near-duplicate.

    Two words are shared by chance (``Read more``, ``Xem thêm``); three in a row rarely are.
    """
    found = tuple(words_as_written(text))
    runs = frozenset(" ".join(found[at : at + size]) for at in range(len(found) - size + 1))
    return ShingledText(found, runs)


def jaccard(a: ShingledText, b: ShingledText) -> float:
    """Shared shingles over all shingles of two texts that have some, 0..1."""
    shared = len(a.shingles & b.shingles)
    return shared / (len(a.shingles) + len(b.shingles) - shared)


def containment(a: ShingledText, b: ShingledText) -> float:
    """Shared shingles over those of the text that has fewer, 0..1."""
    return len(a.shingles & b.shingles) / min(len(a.shingles), len(b.shingles))


def is_near(a: ShingledText, b: ShingledText, settings: DuplicateSettings) -> bool:
    """Whether two texts are one text, or the shorter is an excerpt of the other."""
    if jaccard(a, b) >= settings.jaccard:
        return True
    return min(len(a.words), len(b.words)) >= settings.containment_words and containment(a, b) >= settings.containment
