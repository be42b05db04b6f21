"""One peer, one corpus, a process of its own -> its figures; corpora and their true pairs are made once and kept in a folder."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

_HERE = Path(__file__).parent
_SEED = 7
_POOLS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS", "NUMBA_NUM_THREADS")

Round = Mapping[str, float]


class MissingError(Exception):
    """A library that the peer needs is not installed; the message is its name."""


@dataclass(frozen=True)
class Stand:
    """Where peers run: threads, a folder that keeps what is compiled from round to round, and the checkout that is measured."""

    threads: int
    compiled: str
    checkout: Path = _HERE.parent
    pythons: Mapping[str, str] = field(default_factory=dict)  # interpreters of peers that want an environment of their own

    def run(self, peer: str, corpus: Path, truth: Path | None = None) -> Round:
        """``MissingError`` if it cannot run; recall and precision only where there is truth to hold it against."""
        environment = {**os.environ, **dict.fromkeys(_POOLS, str(self.threads)), "NUMBA_CACHE_DIR": self.compiled}
        environment["PYTHONPATH"] = str(self.checkout)
        command = [
            self.pythons.get(peer, sys.executable),
            str(self.checkout / "benchmarks" / "time_peer.py"),
            peer,
            str(self.threads),
            str(corpus),
        ]
        command += [str(truth)] if truth else []
        answer = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, env=environment).stdout)
        if "missing" in answer:
            raise MissingError(answer["missing"])
        figures: Round = answer
        return figures


def corpus_of(count: int, folder: Path) -> Path:
    """So many made-up paragraphs; made in another process, because a child begins with the peak memory of the one that started it."""
    folder.mkdir(parents=True, exist_ok=True)
    return _made(folder / f"corpus-{count}-{_SEED}.txt", "corpus.py", str(count), "--seed", str(_SEED))


def truth_of(count: int, folder: Path) -> Path:
    """The true pairs of that corpus."""
    return _made(folder / f"pairs-{count}-{_SEED}.npy", "exact_join.py", str(corpus_of(count, folder)))


def _made(path: Path, program: str, *arguments: str) -> Path:
    """The program writes to the place after its first argument; a file that is there is whole."""
    if not path.exists():
        unfinished = path.with_stem(f"{path.stem}-unfinished")
        subprocess.run([sys.executable, str(_HERE / program), arguments[0], str(unfinished), *arguments[1:]], check=True)
        unfinished.replace(path)
    return path


def medians(rounds: Sequence[Round]) -> Round:
    """The median of each figure; compilation the longest, since it is kept for the rounds after."""
    middle = {name: median(figures[name] for figures in rounds) for name in rounds[0]}
    return {**middle, "compile_s": max(figures["compile_s"] for figures in rounds)}
