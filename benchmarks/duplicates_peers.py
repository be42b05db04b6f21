"""A number of paragraphs -> what each library takes to cluster them, side by side: one table, a line a peer.

    python benchmarks/duplicates_peers.py N [--rounds 3] [--peers datasketch,tellings] [--threads 1] [--folder FOLDER]

Each peer runs in a process of its own, all of them in turn in every round; figures are medians of the rounds, compilation the longest,
since it is kept on disk for the rounds after. Time is CPU time, from the bytes of the corpus in memory to clusters; imports, warm-up and
reading are left out. Corpus and exact join are made once and kept in the folder. Peers are in ``peers.py``; one that is not installed is
left out:

    pip install datasketch rensa gaoya scikit-learn sparse_dot_topn numba

text-dedup and datatrove want environments of their own, with scipy (datatrove with spacy, too), and are asked for by
`--python text_dedup=PATH/bin/python --python datatrove=PATH/bin/python`.
"""

import argparse
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from peers import PEERS
from run_peer import MissingError, Round, Stand, corpus_of, medians, truth_of

_MILLION = 1e6  # microseconds


def rounds_of(peers: Sequence[str], files: tuple[Path, Path], rounds: int, stand: Stand) -> dict[str, list[Round]]:
    """The figures of each peer; one that is not installed is named and left out."""
    found: dict[str, list[Round]] = {peer: [] for peer in peers}
    for _ in range(rounds):
        for peer in list(found):
            try:
                found[peer].append(stand.run(peer, *files))
            except MissingError as missing:
                print(f"{peer} is left out: {missing} is not installed")
                del found[peer]
    return found


def table(found: Mapping[str, Sequence[Round]], count: int) -> str:
    """Time and bytes are those of one paragraph; the last column says how many times less CPU time than the first peer."""
    first = next(iter(found), "")
    lines = [f"{'':20}{'CPU µs':>9}{'wall µs':>9}{'bytes':>9}{'recall':>9}{'precision':>11}{'compile s':>11}  times {first}"]
    for peer, rounds in found.items():
        middle = medians(rounds)
        cpu, wall = (middle[clock] / count * _MILLION for clock in ("cpu_s", "wall_s"))
        cost = f"{cpu:9.2f}{wall:9.2f}{middle['peak_bytes'] / count:9.0f}"
        agreed = f"{middle['recall']:9.4f}{middle['precision']:11.4f}{middle['compile_s']:11.2f}"
        less = medians(found[first])["cpu_s"] / middle["cpu_s"]
        lines.append(f"{peer:20}{cost}{agreed}{less:{8 + len(first)}.1f}")
    return "\n".join(lines)


def positive(written: str) -> int:
    """A number from 1 on, for ``argparse``."""
    if (number := int(written)) < 1:
        raise argparse.ArgumentTypeError(f"{number} is less than 1")
    return number


def main() -> None:
    """Print what was run and the table."""
    names = [peer.name for peer in PEERS]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=positive, metavar="N")
    parser.add_argument("--rounds", type=positive, default=3)
    parser.add_argument("--peers", default=",".join(names), help="names with commas; the first is what the others are measured against")
    parser.add_argument("--python", action="append", default=[], metavar="PEER=PATH", help="interpreter of one peer")
    parser.add_argument("--threads", type=positive, default=1)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "tellings-corpora")
    wanted = parser.parse_args()
    peers = wanted.peers.split(",")
    if unknown := sorted(set(peers) - set(names)):
        parser.error(f"no peer is called {', '.join(unknown)}; there are {', '.join(names)}")
    files = corpus_of(wanted.count, wanted.folder), truth_of(wanted.count, wanted.folder)
    print(f"{wanted.count} paragraphs, threads: {wanted.threads}, rounds: {wanted.rounds}", flush=True)
    with tempfile.TemporaryDirectory() as compiled:
        stand = Stand(wanted.threads, compiled, pythons=dict(given.split("=", 1) for given in wanted.python))
        print(table(rounds_of(peers, files, wanted.rounds, stand), wanted.count))


if __name__ == "__main__":
    main()
