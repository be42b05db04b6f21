"""Sentences with their languages -> how alike two of them read, 0 to 1, with the parts: shared words, shared letters, other numbers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

import regex

from compare.claims.wording import character_grams, matched_words, rarity
from compare.languages.registry import PACKS
from compare.model import Claim, Name, Number
from compare.reading.find_names import find_names
from compare.reading.find_numbers import CompiledNumbers, compile_numbers, find_numbers
from compare.reading.names_known import NameGrammar, compile_names

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

    Values = NDArray[np.float64]

# Two sparse matrices of one row a sentence -> the inner product of each pair's rows.
Product = Callable[["csr_matrix", "csr_matrix"], "Values"]

# What is left of the likeness where no number of the poorer sentence stands in the other. From .9 to .7 r on English headlines is
# .778 to .784 and accuracy on Vietnamese pairs .973; with 1 they are .769 and .972. Lowering for other names too gained nothing, nor
# did a third part (token set ratio, words in order).
_OTHER_NUMBERS = 0.85
# Characters a gram: r .758 on English headlines, against .725 for 3 to 5; alike on Vietnamese pairs.
_LETTERS = (3,)
_THOUSANDS = regex.compile(r"(?<=\d)[.,](?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it is matched."""

    text: str  # folded words, parted by spaces
    stems: frozenset[str]
    numbers: frozenset[str]  # as they are written, and the values that were read


@dataclass(frozen=True, slots=True)
class Surface:
    """Likeness of sentences: one value a pair, or n x n; every value lies between 0 and 1."""

    contained: "Values"  # weighted share of a sentence's stems that the other has, mean of both ways
    letters: "Values"  # cosine of character 3-gram TF-IDF
    other_numbers: "Values"  # share of the numbers of the sentence with fewer that the other lacks; 0 where one has none
    value: "Values"  # mean of contained and letters, lowered by other numbers


def sentence(text: str, language: str) -> Sentence:
    """A sentence on its own; its names and numbers are read here. A language without a pack is read as English."""
    code = language if language in PACKS else "en"
    return _sentence(text, code, find_names(text, _name_grammar(code)), find_numbers(text, _number_grammar(code)))


def claimed(claim: Claim) -> Sentence:
    """A claim's sentence; its names and numbers were read with its article."""
    names = [replace(name, span=name.span.shifted(-claim.span.start)) for name in claim.facts.names]
    return _sentence(claim.quote, claim.language if claim.language in PACKS else "en", names, claim.facts.numbers)


def surface(first: Sequence[Sentence], second: Sequence[Sentence]) -> Surface:
    """Likeness of ``first[k]`` and ``second[k]``. Words weigh by how rare they are among all the sentences given."""
    if len(first) != len(second):
        raise ValueError(f"{len(first)} first and {len(second)} second sentences; give a second one for each first")
    count = len(first)
    return _measured([*first, *second], lambda left, right: _row_sums(left[:count].multiply(right[count:])))


def surface_matrix(sentences: Sequence[Sentence]) -> Surface:
    """Likeness of each sentence and each other, n x n. Cost and memory grow with the square of the sentences."""
    return _measured(sentences, lambda left, right: (left @ right.T).toarray())


def _sentence(text: str, language: str, names: Sequence[Name], numbers: Sequence[Number]) -> Sentence:
    pack = PACKS[language].sentences
    words = matched_words(_THOUSANDS.sub("", _keyed(text, names, _known_names(language))), language)
    values = {f"{number.values[0]:.12g}" for number in numbers}
    return Sentence(
        " ".join(words),
        frozenset(word[: pack.stem_letters] if pack.stem_letters and not word[0].isdigit() else word for word in words),
        frozenset(word for word in words if word[0].isdigit()) | values,
    )


def _keyed(text: str, names: Sequence[Name], known: frozenset[str]) -> str:
    """The text with known names in the form of their keys, each one word: ``United States`` and ``U.S.`` are ``us``."""
    for name in sorted(names, key=lambda name: name.span, reverse=True):
        if name.key in known:
            text = text[: name.span.start] + name.key.replace(" ", "_") + text[name.span.end :]
    return text


def _measured(sentences: Sequence[Sentence], product: Product) -> Surface:
    stems = _incidence([row.stems for row in sentences])
    weighted = _shares(stems.multiply(rarity(_column_sums(stems), len(sentences))).tocsr())
    contained = (product(weighted, stems) + product(stems, weighted)) / 2
    letters = _letters([row.text for row in sentences], product)
    others = _lacking(_incidence([row.numbers for row in sentences]), product)
    value = (contained + letters) / 2 * (1 - (1 - _OTHER_NUMBERS) * others)
    return Surface(contained.clip(0, 1), letters.clip(0, 1), others, value.clip(0, 1))


def _letters(texts: Sequence[str], product: Product) -> "Values":
    from scipy.sparse import csr_matrix
    from sklearn.feature_extraction.text import TfidfVectorizer

    if not any(texts):
        return product(*[csr_matrix((len(texts), 1))] * 2)
    vectors = TfidfVectorizer(analyzer=lambda text: character_grams(text, _LETTERS), sublinear_tf=True).fit_transform(texts)
    return product(vectors, vectors)


def _lacking(items: "csr_matrix", product: Product) -> "Values":
    import numpy as np
    from scipy.sparse import csr_matrix

    share = _shares(items)
    some = csr_matrix(np.sign(_row_sums(items))[:, None])
    both_have: Values = product(some, some)
    return (both_have - np.maximum(product(share, items), product(items, share))).clip(0, 1)


def _incidence(sets: Sequence[frozenset[str]]) -> "csr_matrix":
    """Sentences x vocabulary, 1 where a set has an item; at least one column."""
    import numpy as np
    from scipy.sparse import csr_matrix

    column = {item: k for k, item in enumerate(sorted(frozenset().union(*sets)))}
    rows = [row for row, items in enumerate(sets) for _ in items]
    columns = [column[item] for items in sets for item in items]
    return csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(sets), max(1, len(column))))


def _shares(matrix: "csr_matrix") -> "csr_matrix":
    """Rows that sum up to 1, or to 0 where there is nothing."""
    from scipy.sparse import diags

    total = _row_sums(matrix)
    return (diags(1 / (total + (total == 0))) @ matrix).tocsr()


def _row_sums(matrix: Any) -> "Values":  # noqa: ANN401 - any kind of sparse matrix
    import numpy as np

    return np.asarray(matrix.sum(axis=1)).ravel()


def _column_sums(matrix: "csr_matrix") -> "Values":
    return _row_sums(matrix.T)


@cache
def _known_names(language: str) -> frozenset[str]:
    return frozenset(PACKS[language].sentences.name_aliases.values())


@cache
def _name_grammar(language: str) -> NameGrammar:
    return compile_names(PACKS[language].sentences)


@cache
def _number_grammar(language: str) -> CompiledNumbers:
    return compile_numbers(PACKS[language].numbers, PACKS[language].dates)
