"""Sizes of a corpus -> what our kernels take for each, how that grows, and what one paragraph repeated costs; one table.

    python benchmarks/duplicates_growth.py N N... [--rounds 3] [--threads 1] [--peer "tellings compiled"] [--folder FOLDER]

The exponent is the slope of log time over log size by least squares: 1 is linear. Repeats are 20,000 copies of one paragraph among 10,000
others, beside the same 10,000 alone: what they add is given in seconds. Corpora are made once and kept in the folder; recall is not
asked here, which ``duplicates_peers.py`` does.
"""

import argparse
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from duplicates_peers import positive
from run_peer import Round, Stand, corpus_of, medians

_OTHERS, _REPEATS = 10_000, 20_000
_MILLION = 1e6  # microseconds, bytes of a megabyte


def with_repeats(folder: Path) -> Path:
    """The corpus of 10,000 with its first paragraph 20,000 times more."""
    corpus = corpus_of(_OTHERS, folder)
    repeated = corpus.with_stem(f"{corpus.stem}-repeats")
    if not repeated.exists():
        data = corpus.read_bytes()
        repeated.write_bytes(data + data[: data.index(b"\n") + 1] * _REPEATS)
    return repeated


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """``ValueError`` for fewer than two sizes."""
    if len(sizes) < 2:
        raise ValueError("growth needs two sizes")
    return float(np.polyfit(np.log(sizes), np.log(seconds), 1)[0])


def row(name: str, figures: Round, count: int) -> str:
    """Per paragraph, and in all."""
    cpu, wall = (figures[clock] / count * _MILLION for clock in ("cpu_s", "wall_s"))
    bytes_ = f"{figures['peak_bytes'] / count:9.0f}{figures['resident_bytes'] / _MILLION:11.0f}"
    return f"{name:20}{cpu:9.2f}{wall:9.2f}{figures['wall_s']:9.3f}{bytes_}"


def table(found: Mapping[int, Round], alone: Round, repeated: Round) -> str:
    """A line a size, then growth and repeats."""
    lines = [f"{'paragraphs':20}{'CPU µs':>9}{'wall µs':>9}{'wall s':>9}{'bytes':>9}{'MB in all':>11}"]
    lines += [row(f"{size:,}", figures, size) for size, figures in found.items()]
    lines.append(row("with repeats", repeated, _OTHERS + _REPEATS))
    lines.append(f"{_REPEATS:,} repeats add {repeated['wall_s'] - alone['wall_s']:.3f} s to {_OTHERS:,}")
    if len(found) > 1:
        lines.append(f"growth exponent {exponent(list(found), [figures['cpu_s'] for figures in found.values()]):.3f}")
    return "\n".join(lines)


def main() -> None:
    """Print what was run and the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=positive, nargs="+", metavar="N")
    parser.add_argument("--rounds", type=positive, default=3)
    parser.add_argument("--threads", type=positive, default=1)
    parser.add_argument("--peer", default="tellings compiled")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "tellings-corpora")
    wanted = parser.parse_args()
    sizes = sorted(set(wanted.sizes))
    work = {**{size: corpus_of(size, wanted.folder) for size in {*sizes, _OTHERS}}, 0: with_repeats(wanted.folder)}
    print(f"{wanted.peer}, threads: {wanted.threads}, rounds: {wanted.rounds}", flush=True)
    rounds: dict[int, list[Round]] = {size: [] for size in work}
    with tempfile.TemporaryDirectory() as compiled:
        for _ in range(wanted.rounds):
            for size, corpus in work.items():
                rounds[size].append(Stand(wanted.threads, compiled).run(wanted.peer, corpus))
    middle = {size: medians(figures) for size, figures in rounds.items()}
    print(table({size: middle[size] for size in sizes}, middle[_OTHERS], middle[0]))


if __name__ == "__main__":
    main()
