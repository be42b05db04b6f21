"""A program that is asked to end, or killed: its workers end with it, finished files stand, none is half, nothing stays locked."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from planted import planted, stalls

from compare.documents.write import lock_folder
from compare.system.signals import signals_as_interrupts

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc: the processes of a run are looked up there"),
]

SAYS = "The road office closed the old bridge of {name} to heavy trucks until Friday noon because of deep cracks."
ASKING = [signal.SIGTERM, signal.SIGINT, signal.SIGHUP]
SOON_S = 10  # what is called within seconds on a machine that does other things


def within(seconds: float, holds: Callable[[], object]) -> bool:
    until = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def lines(path: Path, stories: int) -> Path:
    """Two articles a story; those of the last two are of Wexcombe, where the program stalls."""
    names = [f"Brill {at}" for at in range(stories - 2)] + ["Wexcombe", "Wexcombe"]
    rows = [
        {"id": f"{at}-{twin}", "outlet": f"Outlet {twin}", "story": f"s{at:02}", "text": SAYS.format(name=name)}
        for at, name in enumerate(names)
        for twin in range(2)
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def below(process: int) -> set[int]:
    """All processes that it started, and those that they did."""
    parents = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(path.parent.name)] = int(path.read_text().rpartition(")")[2].split()[1])
        except OSError:  # it has just ended
            continue
    found, more = set(), {process}
    while more := {child for child, parent in parents.items() if parent in more}:
        found |= more
    return found


def alive(processes: set[int]) -> set[int]:
    """Those that do not only wait for their status to be asked for."""
    found = set()
    for process in processes:
        try:
            state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            continue
        found |= {process} - ({process} if state == "Z" else set())
    return found


def halves(out: Path) -> list[str]:
    """Files beside their places, and documents and reports that end too early; the lock of a killed run is none."""
    ends = {".json": "}\n", ".html": "</html>\n"}
    files = [path for path in out.rglob("*") if path.is_file() and path.name != ".tellings.lock"]
    return [p.name for p in files if p.name.startswith(".") or not p.read_text(encoding="utf-8").endswith(ends.get(p.suffix, ""))]


def hearing() -> None:
    """As at a prompt: what is started behind ``nohup`` or ``&`` would ignore the signals that are tried here."""
    for number in ASKING:
        signal.signal(number, signal.SIG_DFL)


@contextmanager
def stalled(env: dict[str, str], sign: Path, *command: object) -> Iterator["subprocess.Popen[str]"]:
    """The program, from the moment at which it stalls."""
    given = ["tellings", *map(str, command)]
    pipes = {"stderr": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(given, **pipes, text=True, env=env, start_new_session=True, preexec_fn=hearing) as run:  # noqa: PLW1509 - of one thread
        try:
            assert within(120, lambda: sign.exists() or run.poll() is not None), "it never came there"
            assert run.poll() is None, run.communicate()[1]
            yield run
        finally:
            run.kill()


@contextmanager
def comparing(tmp_path: Path, stories: int) -> Iterator["subprocess.Popen[str]"]:
    """A comparison of which all stories but the last two are done."""
    env = planted(tmp_path / "planted", "compare.pipeline:find_clusters", "Wexcombe", stalls(tmp_path / "stalls"))
    given, out = lines(tmp_path / "a.jsonl", stories), tmp_path / "out"
    with stalled(env, tmp_path / "stalls", "compare", given, "--out", out) as run:
        assert within(60, lambda: len(list(out.glob("*/report.html"))) == stories - 2)
        yield run


@pytest.mark.parametrize("number", [*ASKING, signal.SIGKILL], ids=lambda number: number.name)
def test_workers_end_within_seconds_of_their_parent_whatever_ended_it(tmp_path: Path, number: signal.Signals) -> None:
    with comparing(tmp_path, 8) as run:
        workers = below(run.pid)
        os.kill(run.pid, number)
        assert within(SOON_S, lambda: run.poll() is not None)
        assert len(workers) > 1
        assert within(SOON_S, lambda: not alive(workers)), "workers outlive their parent"
        said = run.communicate()[1]
    assert (run.returncode, "Traceback" in said) == (-9 if number == signal.SIGKILL else 128 + number, False)
    assert (len(list((tmp_path / "out").glob("*/report.html"))), halves(tmp_path / "out")) == (6, [])
    with lock_folder(tmp_path / "out"):  # nothing stays locked
        pass


def test_a_signal_to_all_processes_of_a_run_ends_it_without_a_traceback(tmp_path: Path) -> None:
    with comparing(tmp_path, 8) as run:
        workers = below(run.pid)
        os.killpg(run.pid, signal.SIGINT)  # Ctrl-C on a terminal
        assert within(SOON_S, lambda: not alive({run.pid, *workers}))
        said = run.communicate()[1]
    assert (run.returncode, "Traceback" in said, "interrupted; finished files stand" in said) == (130, False, True)


@pytest.mark.parametrize("number", ASKING, ids=lambda number: number.name)
def test_a_comparison_in_one_process_is_interrupted(tmp_path: Path, number: signal.Signals) -> None:
    with comparing(tmp_path, 4) as run:
        run.send_signal(number)
        assert within(SOON_S, lambda: run.poll() is not None)
        said = run.communicate()[1].splitlines()
    assert (run.returncode, said) == (128 + number, ["tellings: interrupted; finished files stand, no half ones"])
    assert (len(list((tmp_path / "out").glob("*/report.html"))), halves(tmp_path / "out")) == (2, [])


@pytest.mark.parametrize("number", ASKING, ids=lambda number: number.name)
def test_an_archive_that_is_interrupted_is_taken_up_where_it_was(tmp_path: Path, number: signal.Signals) -> None:
    given, out = lines(tmp_path / "a.jsonl", 4), tmp_path / "out"
    env = planted(tmp_path / "planted", "compare.duplicates.archive.verify_stage:stored_texts", "", stalls(tmp_path / "stalls"))
    with stalled(env, tmp_path / "stalls", "duplicates", given, "--out", out) as run:
        run.send_signal(number)
        assert within(SOON_S, lambda: run.poll() is not None)
        said = run.communicate()[1]
    assert (run.returncode, "Traceback" in said, [path.name for path in out.glob("[!.]*")]) == (128 + number, False, [])
    again = subprocess.run(["tellings", "duplicates", given, "--out", out], check=False, capture_output=True, text=True)
    assert (again.returncode, "it goes on behind candidates" in again.stderr) == (0, True)


def test_an_index_that_is_interrupted_is_as_it_was_and_takes_the_next_articles(tmp_path: Path) -> None:
    given, index = lines(tmp_path / "a.jsonl", 4), tmp_path / "index"
    env = planted(tmp_path / "planted", "compare.duplicates.index.grow_clusters:growth_of", "", stalls(tmp_path / "stalls"))
    with stalled(env, tmp_path / "stalls", "index", "add", index, given) as run:
        run.send_signal(signal.SIGTERM)
        assert within(SOON_S, lambda: run.poll() is not None)
        said = run.communicate()[1]
    assert (run.returncode, said) == (143, "tellings: interrupted; finished files stand, no half ones\n")
    again = subprocess.run(["tellings", "index", "add", index, given], check=False, capture_output=True, text=True)
    assert (again.returncode, "added 8 paragraphs" in again.stdout) == (0, True)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=lambda number: number.name)
def test_a_review_is_closed_in_order(tmp_path: Path, number: signal.Signals) -> None:
    out = tmp_path / "out"
    subprocess.run(["tellings", "compare", lines(tmp_path / "a.jsonl", 3), "--out", out], check=True, capture_output=True)
    command = ["tellings", "review", str(out), "--port", "0", "--reviewer", "Ruth"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=hearing) as run:  # noqa: PLW1509 - of one thread
        assert run.stdout is not None
        link = urlsplit(run.stdout.readline().strip())
        door = HTTPConnection(link.netloc, timeout=60)
        door.request("GET", link.path)
        assert door.getresponse().status == 303
        door.close()
        run.send_signal(number)
        assert within(SOON_S, lambda: run.poll() is not None)
        said = run.communicate()[1]
    assert (run.returncode, "the review is closed; decisions are kept in" in said, "Traceback" in said) == (0, True, False)


def test_a_signal_that_is_ignored_stays_so() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with signals_as_interrupts() as interrupts:
            os.kill(os.getpid(), signal.SIGHUP)
        assert not interrupts
    finally:
        signal.signal(signal.SIGHUP, before)


def test_an_error_that_a_library_makes_of_the_signal_is_an_interrupt_too(tmp_path: Path) -> None:
    code = (
        "import os, signal, sys, compare.cli as cli, compare.commands.demo as demo\n"
        "def examples_folder():\n"
        "    try: os.kill(os.getpid(), signal.SIGTERM)\n"
        "    except KeyboardInterrupt: raise RuntimeError('Query interrupted')\n"
        "demo.examples_folder = examples_folder\n"
        "sys.exit(cli.main(['demo', '--out', sys.argv[1]]))\n"
    )
    done = subprocess.run([sys.executable, "-P", "-c", code, tmp_path / "out"], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (143, "tellings: interrupted; finished files stand, no half ones\n")
