"""Writers that are killed at any moment: what they acknowledged is there and whole, and the next writer goes on."""

import signal
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest

from compare.duplicates.index.open_index import check, open_index
from compare.duplicates.index.writer import open_writer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 there")

HERE = str(Path(__file__).parent)
TEXTS = 400
LARGEST_BATCH = 6
# Adds the rest of a crowd in small batches, joins segments now and then, and says how many paragraphs are acknowledged. With a number of
# steps it kills itself at the one of these on files, counted from the first acknowledged batch.
WRITER = """
import os, random, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from conftest import arrived, crowd
from compare.duplicates.index.writer import writing
from compare.duplicates.kernels import numpy_kernels
texts, steps, rng = crowd(int(sys.argv[3])), int(sys.argv[4]), random.Random(sys.argv[5])
left = -1
def step(event, arguments):
    global left
    if left >= 0 and event in ("open", "os.rename", "os.remove", "mmap.__new__", "os.listdir", "os.scandir"):
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1
sys.addaudithook(step)
with writing(Path(sys.argv[1]), None) as writer:
    while len(writer.index) < len(texts):
        start = len(writer.index)
        writer.add(arrived(texts[start : start + rng.randint(1, int(sys.argv[6]))], start), numpy_kernels)
        print(len(writer.index), flush=True)
        left = steps if left < 0 else left
        writer.compact() if rng.random() < 0.2 else writer.tidy()
"""


def started(folder: Path, steps: int, seed: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-P", "-c", WRITER, str(folder), HERE, str(TEXTS), str(steps), str(seed), str(LARGEST_BATCH)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def whole(folder: Path, acknowledged: int, desk: Any) -> int:
    """How many paragraphs there are; all checksums, clusters and links hold."""
    index = open_index(folder)
    check(index)
    assert len(index) >= acknowledged
    assert desk.found_by(index) == desk.found_at_once(desk.crowd(TEXTS)[: len(index)], index)
    return len(index)


def killed_again_and_again(folder: Path, times: int, desk: Any) -> None:
    """At a moment of chance after a number of acknowledged batches of chance."""
    random, there = Random(times), 0  # noqa: S311 - chance, not secrecy
    for seed in range(times):
        with started(folder, -1, seed) as writer:
            assert writer.stdout is not None
            lines = [int(line) for line, _ in zip(writer.stdout, range(random.randint(1, 5)), strict=False)]
            try:
                writer.wait(random.random() / 20)
            except subprocess.TimeoutExpired:
                writer.kill()
            lines += [int(line) for line in writer.stdout if line.endswith("\n")]
        there = whole(folder, max(lines, default=there), desk)
        if there == TEXTS:
            folder, there = folder.with_name(f"after{seed}"), 0


def test_a_writer_that_is_killed_at_any_moment_loses_nothing_that_it_acknowledged(tmp_path: Path, desk: Any) -> None:
    killed_again_and_again(tmp_path / "index", 8, desk)


@pytest.mark.long
def test_writers_that_are_killed_a_hundred_times_lose_nothing_that_they_acknowledged(tmp_path: Path, desk: Any) -> None:
    killed_again_and_again(tmp_path / "index", 100, desk)


@pytest.mark.parametrize("step", [0, 1, 2, 3, 5, pytest.param(range(4, 60), marks=pytest.mark.long)], ids=str)
def test_a_writer_that_is_killed_at_any_step_on_files_loses_nothing(tmp_path: Path, desk: Any, step: Any) -> None:
    for steps in step if isinstance(step, range) else [step]:
        folder = tmp_path / f"index{steps}"
        with started(folder, steps, steps) as writer:
            assert writer.stdout is not None
            acknowledged = [int(line) for line in writer.stdout if line.endswith("\n")]
        assert writer.returncode == -signal.SIGKILL
        there = whole(folder, acknowledged[-1], desk)
        with open_writer(folder, None) as next_writer:
            assert not {file.name for file in (folder / "segments").iterdir()} - {part.name for part in next_writer.index.manifest.parts}
        kept = whole(folder, there, desk)  # a batch that was whole on the disk and not yet acknowledged is taken in too
        assert kept - there <= LARGEST_BATCH
        assert desk.added(folder, ["tiếp tục ngay sau đó"]).paragraphs == 1
        assert len(open_index(folder)) == kept + 1
