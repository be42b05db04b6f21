"""A folder or URL -> whether the review store loses anything, and how long an acknowledged decision takes.

    python benchmarks/review_store.py FOLDER|URL [--races 10000] [--kills 50] [--decisions 2000]

Races: two processes start each round from the same knowledge; exactly one may win, and the log must hold the winners and nothing else.
Kills: a process that writes without pause is ended by kill -9 at a random moment; every decision it had acknowledged must be there.
"""

import argparse
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from compare.model import ArticleId, Span
from compare.review.anchors import Anchor
from compare.review.events import Event
from compare.review.store.open_store import open_store

_WRITER = Path(__file__).parents[1] / "tests" / "fixtures" / "store_writer.py"
_RACES = "harbour"  # the writer's story
_AT = "2026-05-01T08:00:00+07:00"
_MEMBERS = 10  # passages of a claim

_Row = tuple[str, str, str]
_Logged = list[tuple[int, str]]


@contextmanager
def writer(task: str, where: str, name: str) -> Iterator[subprocess.Popen[str]]:
    """A process that is ready to write; killed at the end."""
    command = [sys.executable, str(_WRITER), task, where, name]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        heard(process)
        yield process
        process.kill()


def heard(process: subprocess.Popen[str]) -> str:
    """The next line it says."""
    return process.stdout.readline() if process.stdout else ""


def ask_for_decision(process: subprocess.Popen[str], seen: int) -> None:
    """Let it try one decision."""
    if process.stdin:
        process.stdin.write(f"{seen}\n")
        process.stdin.flush()


def won(lines: Sequence[str]) -> _Logged:
    """What was acknowledged; a line that a kill cut short was heard by nobody."""
    return [(int(line.split()[1]), line.split()[2]) for line in lines if line.startswith("won") and line.endswith("\n")]


def logged(where: str) -> _Logged:
    """What is there."""
    store = open_store(where)
    events = [(seq, event.id) for seq, event in store.events(_RACES)]
    store.close()
    return events


def races(where: str, rounds: int) -> list[_Row]:
    """Rounds of two processes on one passage."""
    winners: _Logged = []
    wrong, by_first = 0, 0
    before = logged(where)
    seen = before[-1][0] if before else 0
    begun = time.perf_counter()
    with writer("race", where, "first") as first, writer("race", where, "second") as second:
        for number in range(rounds):
            for process in (first, second) if number % 2 else (second, first):
                ask_for_decision(process, seen)
            wins = won([heard(first), heard(second)])
            wrong += len(wins) != 1
            by_first += sum(name.startswith("first") for _, name in wins)
            winners += wins
            seen = max((seq for seq, _ in wins), default=seen)
    seconds = time.perf_counter() - begun
    lost = len({*before, *winners} ^ set(logged(where)))
    return [
        ("two-writer races", f"{rounds:,}", f"{1000 * seconds / rounds:.1f} ms a round, {by_first:,} won by the first process"),
        ("rounds without exactly one winner", f"{wrong:,}", "0 wanted"),
        ("lost updates", f"{lost:,}", "0 wanted"),
    ]


def kills(where: str, times: int) -> list[_Row]:
    """Writers that are killed at a random moment."""
    chance = random.Random(time.time_ns())  # noqa: S311 - when to kill, not a secret
    acknowledged: _Logged = []
    for number in range(times):
        with writer("append", where, f"killed{number}") as process:
            lines = [heard(process)]
            time.sleep(chance.uniform(0, 0.2))
            process.kill()
            lines += process.stdout.readlines() if process.stdout else []
        acknowledged += won(lines)
    missing = set(acknowledged) - set(logged(where))
    return [
        ("kills during writes", f"{times}", f"{len(acknowledged):,} decisions acknowledged"),
        ("acknowledged and not there", f"{len(missing)}", "0 wanted"),
    ]


def latency(where: str, decisions: int) -> list[_Row]:
    """One decision after another on claims of ten passages, the log growing."""
    store = open_store(where)
    seen, took = store.version("latency"), []
    for number in range(decisions):
        passages = tuple(
            Anchor(
                article=ArticleId(f"article-{member}"),
                outlet="Báo Mẫu",
                field="text",
                sha256="0" * 64,
                span=Span(number, number + 120),
                quote="x" * 120,
                before="",
                after="",
            )
            for member in range(_MEMBERS)
        )
        made = Event(
            id=f"e{seen}-{number}", act=f"e{seen}-{number}", at=_AT, reviewer="Lan", kind="verdict", passages=passages, value="supported"
        )
        begun = time.perf_counter()
        seen = store.append("latency", [made], seen)
        took.append(1000 * (time.perf_counter() - begun))
    begun = time.perf_counter()
    count = len(store.events("latency"))
    reading = 1000 * (time.perf_counter() - begun)
    store.close()
    cuts = statistics.quantiles(took, n=100)
    return [
        (
            "append, p50 / p95 / p99",
            f"{cuts[49]:.1f} / {cuts[94]:.1f} / {cuts[98]:.1f} ms",
            f"{decisions:,} decisions of {_MEMBERS} passages",
        ),
        ("read them all", f"{reading:.0f} ms", f"{count:,} decisions"),
    ]


def main() -> int:
    """Print the table; 1 if anything was lost."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("where")
    options.add_argument("--races", type=int, default=10_000)
    options.add_argument("--kills", type=int, default=50)
    options.add_argument("--decisions", type=int, default=2_000)
    given = options.parse_args()
    where = given.where if "://" in given.where else tempfile.mkdtemp(dir=given.where) + "/store.db"
    rows = [
        *(latency(where, given.decisions) if given.decisions else []),
        *(kills(where, given.kills) if given.kills else []),
        *(races(where, given.races) if given.races else []),
    ]
    for name, figure, note in rows:
        print(f"{name:<36}{figure:>24}  {note}")
    return int(any(note == "0 wanted" and figure != "0" for _, figure, note in rows))


if __name__ == "__main__":
    sys.exit(main())
