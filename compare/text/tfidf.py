"""Documents as the items in them (words, letters) -> one sparse row each of TF-IDF weights, of length 1.

As scikit-learn's ``TfidfVectorizer(sublinear_tf=True)`` weighs them, to the last bit: an item that stands c times in a document weighs
(1 + log c) (1 + log((1 + n) / (1 + documents that have it))). scikit-learn itself would be 54 MB for this one function.
"""

from array import array
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix


def tfidf_rows(documents: Iterable[Iterable[str]]) -> "csr_matrix":
    """Documents x vocabulary, at least one column; a document without an item is a row of zeros.

    Columns are in the order in which the items are first met. A document is counted before the next one is made.
    """
    import numpy as np
    from scipy.sparse import csr_matrix

    columns: dict[str, int] = {}
    places, counts, ends = array("l"), array("d"), [0]
    for document in documents:
        found = sorted((columns.setdefault(item, len(columns)), count) for item, count in Counter(document).items())
        places.extend(place for place, _ in found)
        counts.extend(count for _, count in found)
        ends.append(len(places))
    count, column = len(ends) - 1, np.array(places, dtype=np.intp)
    having = np.bincount(column, minlength=max(1, len(columns)))
    weights = (np.log(np.array(counts)) + 1.0) * (np.log((count + 1) / (having + 1.0)) + 1.0)[column]
    row = np.repeat(np.arange(count), np.diff(ends))
    weights /= np.sqrt(np.bincount(row, weights * weights, count))[row]
    return csr_matrix((weights, column, ends), shape=(count, len(having)))
