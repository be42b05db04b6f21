"""One peer, one corpus -> what it took in this process, as one line of JSON; ``run_peer.py`` starts this for each peer and round.

    python benchmarks/time_peer.py PEER THREADS CORPUS.txt [PAIRS.npy]

The clock runs from the bytes of the corpus in memory to clusters: each peer takes them apart as it likes. Before it libraries are
imported and a small corpus is clustered twice: what the first of the two took longer than the second is compilation. The peak of memory
is set back before the clock starts, for which Linux and glibc are needed: a compiler's own peak is higher than what ten thousand
paragraphs take and would hide it.
"""

import ctypes
import gc
import json
import math
import sys
import time
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path

import numpy as np
from corpus import paragraphs
from exact_join import Indices
from peers import PEERS, Labels, Peer, components

_WARM_UP = 300  # paragraphs: enough for pairs, so that every branch is compiled
_WARM_UP_SEED = 1
_KILOBYTE = 1024  # the unit of /proc/self/status
_RESET_PEAK = "5"  # to what is resident now; proc(5), clear_refs


@dataclass(frozen=True)
class Figures:
    """Of one peer in one round; ``peak_bytes`` are beyond interpreter, libraries and the corpus, ``resident_bytes`` with them."""

    cpu_s: float
    wall_s: float
    compile_s: float
    peak_bytes: int
    resident_bytes: int
    recall: float
    precision: float


def figures(peer: Peer, threads: int, corpus: Path, truth: Path | None) -> Figures:
    """``ModuleNotFoundError`` if the peer is not installed; without truth, recall and precision are no numbers."""
    for module in peer.imports:
        import_module(module)
    compile_s = _compilation(peer, threads)
    data = corpus.read_bytes()
    before = _settled()
    cpu, wall = time.process_time(), time.perf_counter()
    labels = peer.cluster(data, threads)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    peak = _peak()
    recall, precision = agreement(labels, np.load(truth)) if truth else (math.nan, math.nan)
    return Figures(
        cpu_s=cpu,
        wall_s=wall,
        compile_s=compile_s,
        peak_bytes=peak - before,
        resident_bytes=peak,
        recall=recall,
        precision=precision,
    )


def agreement(labels: Labels, truth: Indices) -> tuple[float, float]:
    """Recall: of all true pairs those in one cluster. Precision: of all pairs in one cluster those that true pairs join."""
    low, high = truth.T
    true = components(len(labels), low, high)
    both = labels.astype(np.int64) * len(labels) + true
    together = _pairs(labels)
    recall = float(np.mean(labels[low] == labels[high])) if len(truth) else 1.0
    return recall, _pairs(both) / together if together else 1.0


def _pairs(labels: Labels) -> int:
    sizes = np.unique(labels, return_counts=True)[1]
    return int((sizes * (sizes - 1) // 2).sum())


def _compilation(peer: Peer, threads: int) -> float:
    """Seconds on the clock on the wall, since a compiler may run elsewhere."""
    data = "".join(f"{text}\n" for text in paragraphs(_WARM_UP, _WARM_UP_SEED)).encode()
    took = []
    for _ in range(2):
        start = time.perf_counter()
        peer.cluster(data, threads)
        took.append(time.perf_counter() - start)
    return max(0.0, took[0] - took[1])


def _settled() -> int:
    """Bytes that are resident, after what was freed was given back and the peak set to them."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    Path("/proc/self/clear_refs").write_text(_RESET_PEAK, encoding="ascii")
    return _peak()


def _peak() -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (peak,) = (line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(peak) * _KILOBYTE


def main() -> None:
    """Print the figures, or ``{"missing": MODULE}``."""
    name, threads, corpus, *truth = sys.argv[1:]
    (peer,) = (peer for peer in PEERS if peer.name == name)
    try:
        print(json.dumps(asdict(figures(peer, int(threads), Path(corpus), Path(truth[0]) if truth else None))))
    except ModuleNotFoundError as missing:
        print(json.dumps({"missing": missing.name}))


if __name__ == "__main__":
    main()
