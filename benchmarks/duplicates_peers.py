"""A number of paragraphs -> what each library takes to cluster them, side by side: one table, a line a peer.

    python benchmarks/duplicates_peers.py N [--rounds 3] [--peers datasketch,tellings] [--threads 1] [--folder FOLDER]

Each peer runs in a process of its own, all of them in turn in every round; figures are medians of the rounds, compilation the longest,
since it is kept on disk for the rounds after. Time is CPU time, from the bytes of the corpus in memory to clusters; imports, warm-up and
reading are left out. Corpus and exact join are made once and kept in the folder. Peers are in ``peers.py``; one that is not installed is
left out:

    pip install datasketch rensa gaoya scikit-learn sparse_dot_topn numba
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from peers import PEERS

_HERE = Path(__file__).parent
_SEED = 7
_POOLS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS", "NUMBA_NUM_THREADS")
_MILLION = 1e6  # microseconds

Round = Mapping[str, float]


def prepared(count: int, folder: Path) -> tuple[Path, Path]:
    """The corpus and its true pairs; in other processes, because a child begins with the peak memory of the one that started it."""
    folder.mkdir(parents=True, exist_ok=True)
    corpus, truth = folder / f"corpus-{count}-{_SEED}.txt", folder / f"pairs-{count}-{_SEED}.npy"
    _made(corpus, "corpus.py", str(count), "--seed", str(_SEED))
    _made(truth, "exact_join.py", str(corpus))
    return corpus, truth


def _made(path: Path, program: str, *arguments: str) -> None:
    """The program writes to the place after its first argument; a file that is there is whole."""
    if not path.exists():
        unfinished = path.with_stem(f"{path.stem}-unfinished")
        subprocess.run([sys.executable, str(_HERE / program), arguments[0], str(unfinished), *arguments[1:]], check=True)
        unfinished.replace(path)


def rounds_of(peers: Sequence[str], files: tuple[Path, Path], rounds: int, threads: int) -> dict[str, list[Round]]:
    """The figures of each peer; one that is not installed is named and left out."""
    found: dict[str, list[Round]] = {peer: [] for peer in peers}
    with tempfile.TemporaryDirectory() as compiled:
        environment = {**os.environ, **dict.fromkeys(_POOLS, str(threads)), "NUMBA_CACHE_DIR": compiled}
        for _ in range(rounds):
            for peer in list(found):
                command = [sys.executable, str(_HERE / "time_peer.py"), peer, str(threads), *map(str, files)]
                answer = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, env=environment).stdout)
                if "missing" in answer:
                    print(f"{peer} is left out: {answer['missing']} is not installed")
                    del found[peer]
                else:
                    found[peer].append(answer)
    return found


def table(found: Mapping[str, Sequence[Round]], count: int) -> str:
    """Time and bytes are those of one paragraph; the last column says how many times less CPU time than the first peer."""
    first = next(iter(found), "")
    lines = [f"{'':20}{'CPU µs':>9}{'wall µs':>9}{'bytes':>9}{'recall':>9}{'precision':>11}{'compile s':>11}  times {first}"]
    for peer, rounds in found.items():
        middle = _medians(rounds)
        cpu, wall = (middle[clock] / count * _MILLION for clock in ("cpu_s", "wall_s"))
        cost = f"{cpu:9.2f}{wall:9.2f}{middle['peak_bytes'] / count:9.0f}"
        compile_s = max(figures["compile_s"] for figures in rounds)
        less = _medians(found[first])["cpu_s"] / middle["cpu_s"]
        lines.append(f"{peer:20}{cost}{middle['recall']:9.4f}{middle['precision']:11.4f}{compile_s:11.2f}{less:{8 + len(first)}.1f}")
    return "\n".join(lines)


def _medians(rounds: Sequence[Round]) -> Round:
    return {name: median(figures[name] for figures in rounds) for name in rounds[0]}


def _positive(written: str) -> int:
    if (number := int(written)) < 1:
        raise argparse.ArgumentTypeError(f"{number} is less than 1")
    return number


def main() -> None:
    """Print what was run and the table."""
    names = [peer.name for peer in PEERS]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=_positive, metavar="N")
    parser.add_argument("--rounds", type=_positive, default=3)
    parser.add_argument("--peers", default=",".join(names), help="names with commas; the first is what the others are measured against")
    parser.add_argument("--threads", type=_positive, default=1)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "tellings-corpora")
    wanted = parser.parse_args()
    peers = wanted.peers.split(",")
    if unknown := sorted(set(peers) - set(names)):
        parser.error(f"no peer is called {', '.join(unknown)}; there are {', '.join(names)}")
    files = prepared(wanted.count, wanted.folder)
    print(f"{wanted.count} paragraphs, threads: {wanted.threads}, rounds: {wanted.rounds}", flush=True)
    print(table(rounds_of(peers, files, wanted.rounds, wanted.threads), wanted.count))


if __name__ == "__main__":
    main()
