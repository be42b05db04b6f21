"""Syllables of a sentence -> its words, by a model that comes with the package; other languages' words stay as they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import Any

from compare.languages.registry import PACKS
from compare.text.tokens import key

# Between the syllables of one word; no token of ours holds it in running text.
JOINT = "_"
_LONGEST_LISTED = 4  # syllables; of 64,453 words of the list 2,285 are longer, sayings most of them
_MODEL = files("compare.reading") / "word_model"


@dataclass(frozen=True, slots=True)
class _Segmenter:
    featurizer: Any  # underthesea_core publishes no types
    tagger: Any


def joined_words(syllables: Sequence[str], language: str) -> list[str]:
    """Words of a language that is written in syllables, their syllables joined by ``_``; about 90,000 characters a second."""
    pack = PACKS.get(language)
    if pack is None or not pack.written_in_syllables or len(syllables) < 2:
        return list(syllables)
    segmenter = _segmenter()
    rows = segmenter.featurizer.process([[[syllable] for syllable in syllables]])[0]
    words: list[str] = []
    for syllable, tag in zip(syllables, segmenter.tagger.tag(rows), strict=True):
        if tag.startswith("I") and words:
            words[-1] += JOINT + syllable
        else:
            words.append(syllable)
    return words


def listed_words(syllables: Sequence[str], language: str) -> list[str]:
    """As ``joined_words``, but by the longest match in the model's list of words; about 3,000,000 characters a second.

    For bags of words of whole texts: grouping 979 articles by them is as good (B-cubed F1 .969, by the model .970).
    """
    pack = PACKS.get(language)
    if pack is None or not pack.written_in_syllables:
        return list(syllables)
    listed, at = _listed(), 0
    words: list[str] = []
    while at < len(syllables):
        sizes = range(min(_LONGEST_LISTED, len(syllables) - at), 1, -1)
        size = next((n for n in sizes if JOINT.join(syllables[at : at + n]) in listed), 1)
        words.append(JOINT.join(syllables[at : at + size]))
        at += size
    return words


@cache
def _listed() -> frozenset[str]:
    """Words of several syllables as they are matched; 64,000, read in .5 s."""
    return frozenset(key(word).replace(" ", JOINT) for word in _lines("words.txt") if " " in word)


@cache
def _segmenter() -> _Segmenter:
    """The model, loaded once (.25 s)."""
    from underthesea_core import CRFFeaturizer, CRFTagger

    tagger = CRFTagger()
    with as_file(_MODEL / "tagger.crfsuite") as path:
        tagger.load(str(path))
    return _Segmenter(CRFFeaturizer(_lines("features.txt"), set(_lines("words.txt"))), tagger)


def _lines(name: str) -> list[str]:
    """The lines of a file of the model; spaces at the end of one belong to it."""
    return (_MODEL / name).read_text(encoding="utf-8").removesuffix("\n").split("\n")
