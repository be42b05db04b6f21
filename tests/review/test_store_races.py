"""Two writers at once, and a writer that is killed: no decision that was acknowledged is lost, none is taken unseen."""

import random
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Barrier

import pytest

from compare.model import ArticleId, Span
from compare.review.anchors import Anchor
from compare.review.events import Event
from compare.review.store.open_store import open_store
from compare.review.store.store_protocol import StaleError, Store

pytestmark = pytest.mark.thorough

WRITER = Path(__file__).parents[1] / "fixtures" / "store_writer.py"
STORY = "harbour"
ROUNDS = 40
PASSAGE = Anchor(
    article=ArticleId("a"), outlet="Báo Mẫu", field="text", sha256="0" * 64, span=Span(0, 7), quote="Phà cập", before="", after=""
)


@contextmanager
def writer(task: str, passage_by_anchor: str, name: str) -> Iterator[subprocess.Popen[str]]:
    """A process of its own, ready to write; killed at the end."""
    command = [sys.executable, str(WRITER), task, passage_by_anchor, name]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        yield process
        process.kill()


def ask_for_decision(process: subprocess.Popen[str], seen: int) -> None:
    assert process.stdin
    process.stdin.write(f"{seen}\n")
    process.stdin.flush()


def heard(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline()


def logged(passage_by_anchor: str) -> list[tuple[int, str]]:
    store = open_store(passage_by_anchor)
    events = [(seq, event.id) for seq, event in store.events(STORY)]
    store.close()
    return events


def acknowledged(answers: list[str]) -> list[tuple[int, str]]:
    """What ``won SEQ ID`` lines say; a line cut short by a kill was not heard by anybody."""
    return [(int(line.split()[1]), line.split()[2]) for line in answers if line.startswith("won") and line.endswith("\n")]


def test_of_two_programs_with_the_same_knowledge_one_wins_each_round(store_url):
    open_store(store_url).close()
    answers: list[list[str]] = []
    with writer("race", store_url, "Lan") as lan, writer("race", store_url, "Minh") as minh:
        for seen in range(ROUNDS):
            ask_for_decision(lan, seen)
            ask_for_decision(minh, seen)
            answers.append([heard(lan), heard(minh)])
    winners = acknowledged([line for pair in answers for line in pair])
    assert [len([line for line in pair if line == "lost\n"]) for pair in answers] == [1] * ROUNDS
    assert logged(store_url) == winners


@pytest.mark.parametrize("shared", [True, False], ids=["one store", "a store each"])
def test_of_two_threads_with_the_same_knowledge_one_wins_each_round(store_url, shared):
    stores = [open_store(store_url)]
    stores.append(stores[0] if shared else open_store(store_url))
    start = Barrier(2)

    def race(store: Store, name: str) -> list[int]:
        won = []
        for seen in range(ROUNDS):
            start.wait()
            try:
                made = Event(
                    id=f"{name}-{seen}",
                    act=f"{name}-{seen}",
                    at="2026-05-01T08:00:00+07:00",
                    reviewer=name,
                    kind="note",
                    passages=(PASSAGE,),
                    value="x",
                )
                won.append(store.append(STORY, [made], seen))
            except StaleError:
                pass
            start.wait()
        return won

    with ThreadPoolExecutor(2) as threads:
        won = [seq for wins in threads.map(race, stores, ["Lan", "Minh"]) for seq in wins]
    for store in set(stores):
        store.close()
    assert sorted(won) == list(range(1, ROUNDS + 1))


def test_several_programs_may_make_the_store_at_the_same_time(store_url):
    start = Barrier(6)

    def made(_number: int) -> int:
        start.wait()
        store = open_store(store_url, wait_s=30)
        version = store.version(STORY)
        store.close()
        return version

    with ThreadPoolExecutor(6) as threads:
        assert list(threads.map(made, range(6))) == [0] * 6


def test_every_acknowledged_decision_is_there_after_a_kill(store_url):
    chance = random.Random(0)  # noqa: S311 - when to kill, not a secret
    open_store(store_url).close()
    for number in range(3):
        before = len(logged(store_url))
        with writer("append", store_url, f"w{number}") as process:
            answers = [heard(process) for _ in range(chance.randrange(1, 20))]
            process.kill()
            assert process.stdout
            answers += process.stdout.readlines()
        events = logged(store_url)
        assert set(acknowledged(answers)) <= set(events)
        assert [seq for seq, _ in events] == list(range(1, len(events) + 1))
        assert len(events) - before - len(acknowledged(answers)) in {0, 1}  # one may be written and not yet answered
