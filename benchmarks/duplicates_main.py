"""A commit -> how much faster or slower near-duplicates are in this checkout, in processes that alternate; one line.

    python benchmarks/duplicates_main.py [--commit main] [--size 100000] [--rounds 5] [--threads 1] [--peer "tellings compiled"]

The commit is checked out into a temporary folder, and each side runs its own `benchmarks/time_peer.py` on one corpus. Uncommitted changes
of this checkout are measured, too. Above 1 this checkout is faster.
"""

import argparse
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from duplicates_peers import positive
from run_peer import Round, Stand, corpus_of

_HERE = Path(__file__).parent.parent


@contextmanager
def checked_out(commit: str) -> Iterator[Path]:
    """``CalledProcessError`` if there is no such commit."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "checkout"
        subprocess.run(["git", "-C", str(_HERE), "worktree", "add", "--detach", "--quiet", str(place), commit], check=True)
        try:
            yield place
        finally:
            subprocess.run(["git", "-C", str(_HERE), "worktree", "remove", "--force", str(place)], check=True)


def compared(own: list[Round], other: list[Round]) -> str:
    """The median of the rounds' ratios: what slows the machine down for a while slows both sides of a round."""
    ratios = {clock: median(b[clock] / a[clock] for a, b in zip(own, other, strict=True)) for clock in ("cpu_s", "wall_s", "peak_bytes")}
    return f"CPU {ratios['cpu_s']:.2f}, wall {ratios['wall_s']:.2f}, peak of memory {ratios['peak_bytes']:.2f} times that of this checkout"


def main() -> None:
    """Print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--commit", default="main")
    parser.add_argument("--size", type=positive, default=100_000)
    parser.add_argument("--rounds", type=positive, default=5)
    parser.add_argument("--threads", type=positive, default=1)
    parser.add_argument("--peer", default="tellings compiled")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "tellings-corpora")
    wanted = parser.parse_args()
    corpus = corpus_of(wanted.size, wanted.folder)
    with tempfile.TemporaryDirectory() as compiled, checked_out(wanted.commit) as place:
        here, there = Stand(wanted.threads, f"{compiled}/here"), Stand(wanted.threads, f"{compiled}/there", place)
        pairs = [(here.run(wanted.peer, corpus), there.run(wanted.peer, corpus)) for _ in range(wanted.rounds)]
    print(f"{wanted.commit} at {wanted.size:,} paragraphs takes {compared([a for a, _ in pairs], [b for _, b in pairs])}")


if __name__ == "__main__":
    main()
