"""The libraries side by side: paragraphs in memory -> for each the number of its cluster, by the same rule for all.

Lower-cased words, 3-shingles of words, 128 slots in 32 bands of 4 rows, pairs by exact Jaccard >= .7, clusters = connected components.
gaoya keeps no shingles to verify by, so its own estimate decides; scikit-learn with sparse_dot_topn is exact and uses no slots.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np
from exact_join import JACCARD, SHINGLE, WORD, Indices
from numpy.typing import NDArray

if TYPE_CHECKING:
    from pyarrow import LargeStringArray

SLOTS, BANDS = 128, 32
_BLOCK = 1 << 20  # bytes looked through at once
_MOST_ALIKE = 100  # sparse_dot_topn drops what a row has beyond, without a word

Labels = NDArray[np.int64]


@dataclass(frozen=True)
class Peer:
    """``imports`` are loaded before the clock starts; ``cluster`` takes the lines of a file in UTF-8 and a number of threads."""

    name: str
    imports: tuple[str, ...]
    cluster: Callable[[bytes, int], Labels]


def datasketch(data: bytes, _threads: int) -> Labels:
    """``MinHash.bulk``, ``MinHashLSH``, a query for each."""
    from datasketch import MinHash, MinHashLSH

    texts = _lines(data)
    shingles = [_shingles(text) for text in texts]
    slots = MinHash.bulk(([shingle.encode() for shingle in row] for row in shingles), num_perm=SLOTS)
    index = MinHashLSH(num_perm=SLOTS, params=(BANDS, SLOTS // BANDS))
    with index.insertion_session() as session:
        for at, row in enumerate(slots):
            session.insert(at, row, check_duplication=False)
    return _clusters(len(texts), _verified(shingles, _found(index.query(row) for row in slots)))


def rensa(data: bytes, _threads: int) -> Labels:
    """``RMinHash`` objects, ``RMinHashLSH``, all queries at once."""
    from rensa import RMinHash, RMinHashLSH

    texts = _lines(data)
    shingles = [_shingles(text) for text in texts]
    slots = RMinHash.from_token_sets(shingles, SLOTS, 42)
    index = RMinHashLSH(JACCARD, SLOTS, BANDS)
    index.insert_many(slots)
    return _clusters(len(texts), _verified(shingles, _found(index.query_all(slots))))


def gaoya(data: bytes, _threads: int) -> Labels:
    """One index of strings; its threads are those of rayon, set from outside."""
    from gaoya.minhash import MinHashStringIndex

    index = MinHashStringIndex(
        hash_size=32,
        jaccard_threshold=JACCARD,
        num_bands=BANDS,
        band_size=SLOTS // BANDS,
        num_hashes=None,
        analyzer="word",
        lowercase=True,
        ngram_range=(SHINGLE, SHINGLE),
        id_container="smallvec",
    )
    texts = _lines(data)
    index.par_bulk_insert_docs(list(range(len(texts))), texts)
    return _clusters(len(texts), _found(index.par_bulk_query(texts)))


def sparse_dot_topn(data: bytes, threads: int) -> Labels:
    """A matrix of shingles by texts times itself: exact, as long as nobody has more than ``_MOST_ALIKE`` partners."""
    from sklearn.feature_extraction.text import CountVectorizer
    from sparse_dot_topn import sp_matmul_topn

    texts = _lines(data)
    vectorizer = CountVectorizer(ngram_range=(SHINGLE, SHINGLE), token_pattern=WORD.pattern, binary=True, dtype=np.float32)
    matrix = vectorizer.fit_transform(texts)
    sizes = np.asarray(matrix.sum(axis=1)).ravel()
    repeated = matrix[:, np.asarray(matrix.sum(axis=0)).ravel() > 1]
    least = float(np.ceil(JACCARD * sizes.min())) - 0.5  # what two of the smallest have to share
    shared = sp_matmul_topn(repeated, repeated.T.tocsr(), top_n=_MOST_ALIKE, threshold=least, n_threads=threads).tocoo()
    near = shared.data / (sizes[shared.row] + sizes[shared.col] - shared.data) >= np.float32(JACCARD)
    return components(len(texts), shared.row[near], shared.col[near])


def tellings(route: str, data: bytes, _threads: int) -> Labels:
    """One implementation of our kernels, by the name of its module; compiled threads are set from outside."""
    from datasketch import MinHash

    from compare.duplicates.kernels.batch import texts_of_arrow
    from compare.duplicates.near_texts import find_near_pairs
    from compare.duplicates.sketch_settings import Sketch

    sketch = Sketch(size=SHINGLE, permutations=MinHash(num_perm=SLOTS).permutations, bands=BANDS, jaccard=JACCARD)
    return find_near_pairs(texts_of_arrow(_column(data)), sketch, import_module(route)).labels()


def text_dedup(data: bytes, _threads: int) -> Labels:
    """The core of its MinHash program, sign and unite whoever shares a bucket; nothing is verified there."""
    from text_dedup.minhash import RNG, embed_func, xxh3_32hash
    from text_dedup.utils import UnionFind

    texts, modulus = _lines(data), np.uint32((1 << 32) - 5)
    how = {
        "num_perm": SLOTS,
        "ngram_size": SHINGLE,
        "min_length": 1,
        "hashranges": [(start, start + SLOTS // BANDS) for start in range(0, SLOTS, SLOTS // BANDS)],
        "permutations": tuple(RNG.randint(least, modulus, size=(SLOTS,), dtype=np.uint32) for least in (1, 0)),
        "hash_func": xxh3_32hash,
        "dtype": np.uint32,
        "max_hash": np.uint32((1 << 32) - 1),
        "modulo_prime": modulus,
    }
    united, first = UnionFind(), {}
    for at, text in enumerate(texts):
        for band, key in enumerate(embed_func(text, at, **how)["__signatures__"]):
            united.union(at, first.setdefault((band, key), at))
    return np.array([united.find(at) for at in range(len(texts))])


def datatrove(data: bytes, _threads: int) -> Labels:
    """Its stages of signing and of buckets, through files of a temporary folder as it works; nothing is verified there."""
    from datatrove.data import Document
    from datatrove.pipeline.dedup.minhash import MinhashConfig, MinhashDedupBuckets, MinhashDedupSignature
    from datatrove.utils.hashing import HashConfig
    from loguru import logger

    logger.remove()
    texts = _lines(data)
    how = MinhashConfig(SHINGLE, num_buckets=BANDS, hashes_per_bucket=SLOTS // BANDS, hash_config=HashConfig(32, "xxhash"))
    with TemporaryDirectory() as folder:
        documents = (Document(text=text, id=str(at)) for at, text in enumerate(texts))
        MinhashDedupSignature(output_folder=f"{folder}/signed", config=how).run(documents, 0, 1)
        buckets = MinhashDedupBuckets(input_folder=f"{folder}/signed", output_folder=f"{folder}/pairs", config=how, lines_to_buffer=-1)
        for rank in range(BANDS):
            buckets.run(None, rank, BANDS)
        found = b"".join(path.read_bytes() for path in Path(folder, "pairs").rglob("*.dups"))
    _, low, _, high = np.frombuffer(found, "<u4").reshape(-1, 4).T  # file and document, twice
    return components(len(texts), low.astype(np.int64), high.astype(np.int64))


_KERNELS = "compare.duplicates.kernels"

# The first is what the others are measured against.
PEERS = (
    Peer("datasketch", ("datasketch",), datasketch),
    Peer("rensa", ("rensa",), rensa),
    Peer("gaoya", ("gaoya.minhash",), gaoya),
    Peer("sparse_dot_topn", ("sklearn.feature_extraction.text", "sparse_dot_topn"), sparse_dot_topn),
    Peer("text_dedup", ("text_dedup.minhash",), text_dedup),
    Peer("datatrove", ("datatrove.pipeline.dedup.minhash", "spacy"), datatrove),
    Peer("tellings", ("datasketch", "pyarrow", f"{_KERNELS}.plain"), partial(tellings, f"{_KERNELS}.plain")),
    Peer("tellings compiled", ("datasketch", "pyarrow", f"{_KERNELS}.compiled"), partial(tellings, f"{_KERNELS}.compiled")),
)


def components(count: int, low: Indices, high: Indices) -> Labels:
    """The number of the component of each of ``count`` nodes, by scipy."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    graph = coo_matrix((np.ones(len(low), np.int8), (low, high)), shape=(count, count))
    labels: Labels = connected_components(graph, directed=False)[1]
    return labels


def _lines(data: bytes) -> list[str]:
    return data.decode("utf-8").split("\n")[:-1]


def _column(data: bytes) -> "LargeStringArray":
    """The lines as a column of Arrow, which is how files and engines hand texts over: no string of Python for any of them."""
    from pyarrow import LargeStringArray, py_buffer

    signs = np.frombuffer(data, np.uint8)
    starts = range(0, len(signs), _BLOCK)
    ends = np.concatenate([start + np.flatnonzero(signs[start : start + _BLOCK] == ord("\n")) for start in starts])
    offsets = np.concatenate([np.zeros(1, np.int64), ends + 1])
    return LargeStringArray.from_buffers(len(ends), py_buffer(offsets), py_buffer(data))


def _shingles(text: str) -> list[str]:
    words = WORD.findall(text.lower())
    return [" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)]


def _found(answers: Iterable[Iterable[int]]) -> list[tuple[int, int]]:
    """The answers to a query for each text, as distinct pairs."""
    return list({(at, other) for at, answer in enumerate(answers) for other in answer if other > at})


def _verified(shingles: Sequence[Sequence[str]], pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pairs that are near by exact Jaccard; sets are made for texts with a partner only."""
    sets = {at: set(shingles[at]) for pair in pairs for at in pair}
    near = []
    for low, high in pairs:
        shared = len(sets[low] & sets[high])
        if shared / (len(sets[low]) + len(sets[high]) - shared) >= JACCARD:
            near.append((low, high))
    return near


def _clusters(count: int, pairs: list[tuple[int, int]]) -> Labels:
    low, high = np.array(pairs, np.int64).reshape(-1, 2).T
    return components(count, low, high)
