"""The steps from text to band keys, CPU microseconds a paragraph, in both implementations of the kernels: medians of some rounds.

    python benchmarks/kernel_steps.py N [--rounds 5] [--folder FOLDER]

"once tokenised" is what numpy takes from folded words to band keys; "text to band keys" is the whole, in one pass over the bytes where it
is compiled. One thread; compilation and the first round are left out.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from statistics import median
from types import ModuleType

os.environ["NUMBA_NUM_THREADS"] = "1"  # before numba is loaded

from duplicates_peers import positive
from peers import BANDS, JACCARD, SHINGLE, SLOTS
from run_peer import corpus_of

_MILLION = 1e6  # microseconds


def steps(kernels: ModuleType, lines: list[str]) -> dict[str, Callable[[], object]]:
    """Each step on what the one before made."""
    from datasketch import MinHash

    from compare.duplicates.kernels.batch import texts_of
    from compare.duplicates.sketch_settings import Sketch
    from compare.text.tokens import words_as_written

    permutations = MinHash(num_perm=SLOTS, scheme="affine32").permutations
    sketch = Sketch(size=SHINGLE, permutations=permutations, bands=BANDS, jaccard=JACCARD)
    texts = texts_of(lines)
    tokens = kernels.tokenise(texts)
    shingles = kernels.shingle(tokens, SHINGLE)
    made: dict[str, Callable[[], object]] = {
        "strings to one buffer": lambda: texts_of(lines),
        "words": lambda: kernels.tokenise(texts),
        "shingles": lambda: kernels.shingle(tokens, SHINGLE),
        "slots": lambda: kernels.signatures(shingles, permutations),
        "anchors": lambda: kernels.anchors(shingles, SHINGLE),
        "text to band keys": lambda: kernels.sign_texts(texts, sketch),
    }
    if kernels.NAME == "numpy":
        found, slots = [words_as_written(line) for line in lines], kernels.signatures(shingles, permutations)
        made["band keys"] = lambda: kernels.band_keys(slots, BANDS)
        made["once tokenised"] = lambda: kernels.band_keys(
            kernels.signatures(kernels.shingle(kernels.hash_tokens(found), SHINGLE), permutations), BANDS
        )
    return made


def timed(work: Callable[[], object], rounds: int) -> float:
    """Seconds."""
    took = []
    for _ in range(rounds + 1):
        start = time.process_time()
        work()
        took.append(time.process_time() - start)
    return median(took[1:])


def main() -> None:
    """Print a line a step."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=positive, metavar="N")
    parser.add_argument("--rounds", type=positive, default=5)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "tellings-corpora")
    wanted = parser.parse_args()
    lines = corpus_of(wanted.count, wanted.folder).read_text(encoding="utf-8").splitlines()
    for name in ("plain", "compiled"):
        try:
            kernels = import_module(f"compare.duplicates.kernels.{name}")
        except ModuleNotFoundError as missing:
            print(f"{name} is left out: {missing.name} is not installed")
            continue
        for step, work in steps(kernels, lines).items():
            print(f"{kernels.NAME:8}{step:24}{timed(work, wanted.rounds) / wanted.count * _MILLION:8.2f} µs")


if __name__ == "__main__":
    main()
