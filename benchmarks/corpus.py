"""A number of paragraphs and a seed -> that many news-like paragraphs, a fifth of them planted copies of earlier ones.

    python benchmarks/corpus.py N OUT.txt [--seed 7]

The same number and seed give the same paragraphs under one version of numpy, and a larger number only adds to their end. Words are made-up
Vietnamese syllables, few of them frequent (Zipf); a paragraph has 40 to 80 of them in sentences. A copy is of an original further up,
early ones being copied most; 5 % are exact, the others have 2 to 20 % of their words replaced, left out or added.
"""

import argparse
import unicodedata
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_SYLLABLES = 7_000
_RANKS = np.cumsum(np.arange(1, _SYLLABLES + 1) ** -1.05)  # Zipf's law; the last is the sum of all weights
_WORDS = (40, 80)  # of a paragraph
_SENTENCE = (8, 24)  # words
_COMMA = 0.04  # of all words but those that end a sentence
_COPIES = 0.2  # of all paragraphs
_COPIED = 0.13  # of all originals may be copied; the rest stand alone
_SKEW = 0.35  # the k-th of those that may be copied has weight k ** -.35
_EXACT = 0.05  # of all copies
_EDITED = (0.02, 0.2)  # of the words of other copies
_REPLACED, _LEFT_OUT = 0.7, 0.15  # of the edited words; before the others one is added
_BLOCK = 1_000  # paragraphs drawn at once; always whole, so that the number wanted changes nothing

# Lips, tongue, throat; then vowels by the one that sounds longest. The syllables look right, few of them need to be words.
_ONSETS = [
    *("b", "m", "ph", "v"),
    *("đ", "t", "th", "n", "l", "d", "x", "gi", "tr", "s", "r", "ch", "nh"),
    *("c", "k", "g", "gh", "ng", "ngh", "kh", "qu", "h"),
]
_NUCLEI = [
    *("a", "ai", "ao", "au", "ay", "oa", "ă", "â", "âu", "ây"),
    *("e", "eo", "oe", "ê", "êu", "iê", "i", "ia", "y"),
    *("o", "oi", "ô", "ôi", "uô", "ơ", "ơi", "ươ"),
    *("u", "ui", "uâ", "ư", "ưi", "ưa", "ưu"),
]
_CODAS = ["", "m", "n", "ng", "nh", "c", "ch", "p", "t"]
_TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
_OF_STOPS = ["\u0301", "\u0323"]  # the only tones before c, ch, p and t
_WITH_QUALITY = "ăâêôơư"  # the tone stands on the last of these, if there is one

# How a word is written is part of its number: word * _FORMS + form, form being a sign after it, doubled, and 1 for a capital.
_SIGNS = ("", ",", ".")
_FORMS = 2 * len(_SIGNS)
_CAPITAL, _WITH_COMMA, _WITH_STOP = 1, 2, 4

_Words = NDArray[np.int32]


def syllables() -> list[str]:
    """All that the tables make, NFC, in order of the alphabet: far more than a corpus uses."""
    made = set()
    for onset, nucleus, coda in product(_ONSETS, _NUCLEI, _CODAS):
        marked = _marked(nucleus, coda)
        for tone in _OF_STOPS if coda in ("c", "ch", "p", "t") else _TONES:
            made.add(unicodedata.normalize("NFC", onset + nucleus[:marked] + tone + nucleus[marked:] + coda))
    return sorted(made)


def paragraphs(count: int, seed: int = 7) -> Iterator[str]:
    """Made as they are asked for; the words of those that may be copied stay in memory, 35 bytes a paragraph."""
    rng = np.random.default_rng(seed)
    chosen = rng.permutation(syllables())[:_SYLLABLES]
    written = [form(str(word)) + sign for word in chosen for sign in _SIGNS for form in (str, str.capitalize)]
    yield from (" ".join([written[word] for word in words]) for words in islice(_all_words(rng), count))


def _marked(nucleus: str, coda: str) -> int:
    """Behind which letter of the nucleus the tone stands."""
    best = max(nucleus.rfind(letter) for letter in _WITH_QUALITY)
    if best >= 0:
        return best + 1
    return len(nucleus) if coda else 1


def _all_words(rng: np.random.Generator) -> Iterator[list[int]]:
    bases: list[_Words] = []
    while True:
        drawn = zip(_originals(rng), rng.random(_BLOCK), rng.random(_BLOCK), strict=True)
        for original, kind, rank in drawn:
            if kind < _COPIES and bases:
                base = bases[int(len(bases) * rank ** (1 / (1 - _SKEW)))]
                yield _copy(base, rng).tolist()
            else:
                if kind > 1 - (1 - _COPIES) * _COPIED:
                    bases.append(original.copy())
                yield original.tolist()


def _drawn(rng: np.random.Generator, count: int) -> _Words:
    """Numbers of words, plain in form."""
    ranks = np.searchsorted(_RANKS, rng.random(count) * _RANKS[-1])
    words: _Words = (_FORMS * np.minimum(ranks, _SYLLABLES - 1)).astype(np.int32)
    return words


def _originals(rng: np.random.Generator) -> list[_Words]:
    """A block of paragraphs in sentences."""
    ends = np.cumsum(rng.integers(_WORDS[0], _WORDS[1], _BLOCK, endpoint=True))
    words = _drawn(rng, int(ends[-1]))
    stops = np.cumsum(rng.integers(_SENTENCE[0], _SENTENCE[1], len(words) // _SENTENCE[0], endpoint=True))
    last = np.zeros(len(words), dtype=np.bool_)
    last[stops[stops < len(words)] - 1] = True
    last[ends - 1] = True
    first = np.concatenate([[True], last[:-1]])
    comma = (rng.random(len(words)) < _COMMA) & ~last
    words += (_CAPITAL * first + _WITH_COMMA * comma + _WITH_STOP * last).astype(np.int32)
    return np.split(words, ends[:-1])


def _copy(base: _Words, rng: np.random.Generator) -> _Words:
    """The base, or what an editor made of it; a word in another's place is written as that was."""
    if rng.random() < _EXACT:
        return base
    edits = max(1, round(rng.uniform(*_EDITED) * len(base)))
    places = rng.permutation(len(base))[:edits]
    kinds = np.searchsorted([_REPLACED, _REPLACED + _LEFT_OUT], rng.random(edits), "right")
    replaced, left_out, added = (places[kinds == kind] for kind in range(3))
    drawn, words = _drawn(rng, edits), base.copy()
    words[replaced] = drawn[: len(replaced)] + words[replaced] % _FORMS
    times = np.ones(len(base), dtype=np.int64)
    times[left_out], times[added] = 0, 2
    edited: _Words = np.repeat(words, times)
    edited[np.cumsum(times)[added] - 2] = drawn[edits - len(added) :]
    return edited


def main() -> None:
    """Write the paragraphs, one a line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, metavar="N")
    parser.add_argument("out", type=Path, metavar="OUT.txt")
    parser.add_argument("--seed", type=int, default=7)
    wanted = parser.parse_args()
    with wanted.out.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(f"{paragraph}\n" for paragraph in paragraphs(wanted.count, wanted.seed))


if __name__ == "__main__":
    main()
