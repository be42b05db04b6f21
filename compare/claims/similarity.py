"""Claims of one story -> similarity matrices between their sentences, n x n, from the words they share."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.claims.surface_similarity import claimed, surface_matrix
from compare.claims.wording import character_grams, matched_words, rarity, stop_words, word_grams
from compare.model import Claim
from compare.reading.segment_words import joined_words
from compare.user_tables.word_rows import Rows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Similarities:
    """Symmetric matrices but for ``contained[i, j]``, the weighted share of sentence i's words that sentence j has."""

    words: "Matrix"  # cosine of word 1-2-gram TF-IDF
    characters: "Matrix"  # cosine of character 3-5-gram TF-IDF
    tokens: "Matrix"  # rapidfuzz token_set_ratio / 100
    contained: "Matrix"
    mass: "Matrix"  # summed weight of the content words that both have; not bounded by 1
    names: "Matrix"  # weighted share of the poorer sentence's names that both have; 0 where one has none
    numbers: "Matrix"  # 1 all numbers of the poorer sentence shared, 0 none; where one has none, .5
    dates: "Matrix"  # the same for resolved dates

    mean: "Matrix"  # plain mean of words, characters and tokens
    surface: "Matrix"  # how alike two sentences read by themselves, from compare.claims.surface_similarity


def matching_words(claim: Claim, own: Rows = ()) -> list[str]:
    """Syllables (Vietnamese) or words (English) as they are matched: folded, synonyms of the pack and the user's ``own`` replaced."""
    return matched_words(claim.quote, claim.language, own)


def similarities(claims: Sequence[Claim], own_synonyms: Rows = ()) -> Similarities:
    """All matrices. Cost and memory grow with the square of the sentences."""
    syllables = [matching_words(claim, own_synonyms) for claim in claims]
    texts = [joined_words(own, claim.language) for own, claim in zip(syllables, claims, strict=True)]
    content = [content_words(words, claim.language) for words, claim in zip(texts, claims, strict=True)]
    joined = [" ".join(own) for own in syllables]
    mass = _shared_mass(content)
    by_word, by_character, by_token = _cosine(texts, word_grams), _cosine(joined, character_grams), _by_token(joined)
    return Similarities(
        words=by_word,
        characters=by_character,
        tokens=by_token,
        mean=(by_word + by_character + by_token) / 3,
        surface=surface_matrix([claimed(claim) for claim in claims]).value,
        contained=mass / (mass.diagonal()[:, None] + 1e-9),
        mass=mass,
        names=_names(claims),
        numbers=_shared([frozenset(_number_keys(claim)) for claim in claims]),
        dates=_shared([frozenset(d.value for d in claim.facts.dates if d.value) for claim in claims]),
    )


def token_likeness(claims: Sequence[Claim], own_synonyms: Rows = ()) -> "Matrix":
    """``tokens`` alone: what two sentences share, whatever the others are."""
    return _by_token([" ".join(matching_words(claim, own_synonyms)) for claim in claims])


def _by_token(joined: Sequence[str]) -> "Matrix":
    import numpy as np
    from rapidfuzz import fuzz, process

    ratios: Matrix = process.cdist(joined, joined, scorer=fuzz.token_set_ratio, dtype=np.float64) / 100.0
    return ratios


def _cosine(documents: Sequence[object], grams: Callable[..., list[str]]) -> "Matrix":
    """Cosine of TF-IDF vectors whose vocabulary and frequencies are the story's own."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(analyzer=grams, sublinear_tf=True).fit_transform(documents)
    product: Matrix = (vectors @ vectors.T).toarray()
    return product.clip(0.0, 1.0)


def content_words(words: Sequence[str], language: str) -> frozenset[str]:
    """The words that carry a claim; a word of several syllables is never a stop word."""
    return frozenset(words) - stop_words(language)


def _weights(sets: Sequence[frozenset[str]]) -> tuple["Matrix", "Matrix"]:
    """Incidence (n x vocabulary, 0 or 1) and inverse document frequencies log((n + 1) / (df + .5)) of a list of sets."""
    import numpy as np

    counts = Counter(item for items in sets for item in items)
    index = {item: column for column, item in enumerate(sorted(counts))}
    incidence = np.zeros((len(sets), max(1, len(index))))
    for row, items in enumerate(sets):
        for item in items:
            incidence[row, index[item]] = 1.0
    frequency = np.array([counts[item] for item in sorted(counts)] or [0])
    return incidence, rarity(frequency, len(sets))


def _shared_mass(sets: Sequence[frozenset[str]]) -> "Matrix":
    incidence, weight = _weights(sets)
    shared: Matrix = (incidence * weight) @ incidence.T
    return shared


def _names(claims: Sequence[Claim]) -> "Matrix":
    import numpy as np

    shared = _shared_mass([frozenset(name.key for name in claim.facts.names) for claim in claims])
    mass = shared.diagonal()
    poorer: Matrix = shared / (np.minimum(mass[:, None], mass[None, :]) + 1e-9)
    return poorer


def _number_keys(claim: Claim) -> list[str]:
    return [f"{number.values[0]:.12g} {number.unit}" for number in claim.facts.numbers]


def _shared(sets: Sequence[frozenset[str | None]]) -> "Matrix":
    import numpy as np

    n = len(sets)
    out = np.full((n, n), 0.5)
    filled = [i for i in range(n) if sets[i]]
    for i in filled:
        for j in filled:
            out[i, j] = len(sets[i] & sets[j]) / min(len(sets[i]), len(sets[j]))
    return out
