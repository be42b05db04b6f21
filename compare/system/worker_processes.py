"""Jobs -> what a function makes of each, by several processes; a process that is killed costs its own job, and none outlives its parent.

Each has one job at a time, so that it is known on which one it died. ``concurrent.futures`` fails all jobs with that one, and its processes
wait for ever for the next job of a parent that is gone.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from types import FrameType
from typing import Generic, Self, TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")

_SPAWN = get_context("spawn")
_PATIENCE_S = 3.0  # from the request that a worker ends to its kill: time to remove a half-written file
_AGAIN_S = 0.05
_TERMINATED = 128 + signal.SIGTERM


@dataclass(frozen=True, slots=True)
class KilledWorker:
    """A process that died on its job; ``status`` is that of its exit, below zero the signal."""

    status: int | None

    @property
    def cause(self) -> str:
        """The signal or the status, and what it mostly means."""
        if self.status is None or self.status >= 0:
            return f"its process ended with status {self.status}"
        name = signal.Signals(-self.status).name if -self.status in set(signal.Signals) else str(-self.status)
        often = ", by which the system ends what takes too much memory" if name == "SIGKILL" else ""
        return f"its process was ended by {name}{often}"


@dataclass(slots=True)
class _Worker:
    process: SpawnProcess
    jobs: Connection
    at: int  # number of its job
    is_ready: bool = False  # its libraries are loaded: before, a job that fills the pipe would be waited for


class WorkerPool(Generic[Job, Result]):
    """At most so many processes for some jobs. Closed as a context, which asks those still at work to end and waits for them."""

    def __init__(self, work: Callable[[Job], Result], jobs: Sequence[Job], processes: int) -> None:
        self._work = work
        self._jobs = jobs
        self._processes = processes
        self._waiting = iter(range(len(jobs)))
        self._busy: list[_Worker] = []
        self._started: list[SpawnProcess] = []

    def results(self) -> Iterator[tuple[int, Result | KilledWorker]]:
        """The number of each job and what became of it, as they are done."""
        for at in islice(self._waiting, self._processes):
            self._busy.append(self._start_worker(at))
        while self._busy:
            ready = wait([worker.jobs for worker in self._busy])
            for worker in [each for each in self._busy if each.jobs in ready]:
                yield from self._receive(worker)

    def _receive(self, worker: _Worker) -> Iterator[tuple[int, Result | KilledWorker]]:
        """What a worker made, after which it gets the next job; or its end, after which a new one does."""
        try:
            made: Result = worker.jobs.recv()
        except (EOFError, OSError):
            self._dismiss(worker)
            worker.process.join()
            self._busy += [self._start_worker(at) for at in islice(self._waiting, 1)]
            yield worker.at, KilledWorker(worker.process.exitcode)
            return
        if not worker.is_ready:
            worker.is_ready = True
            self._send(worker)
            return
        at = worker.at
        following = next(self._waiting, None)
        if following is None:
            self._dismiss(worker)
        else:
            worker.at = following
            self._send(worker)
        yield at, made

    def _send(self, worker: _Worker) -> None:
        with suppress(OSError):  # it has just died: what is read from it next says so
            worker.jobs.send(self._jobs[worker.at])

    def _dismiss(self, worker: _Worker) -> None:
        """Without its pipe it ends by itself."""
        self._busy.remove(worker)
        worker.jobs.close()

    def _start_worker(self, at: int) -> _Worker:
        mine, theirs = _SPAWN.Pipe()
        process = _SPAWN.Process(target=_serve, args=(self._work, theirs), daemon=True)
        with _interrupts_blocked():
            process.start()
        theirs.close()
        self._started.append(process)
        return _Worker(process, mine, at)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._busy:
            worker.process.terminate()
        for process in self._started:
            process.join(_PATIENCE_S)
            process.kill()
            process.join()


@contextmanager
def _interrupts_blocked() -> Iterator[None]:
    """Ctrl-C reaches all processes of a terminal; one that is started in here never hears it, its parent decides."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(work: Callable[[Job], Result], jobs: Connection) -> None:
    """The life of a worker: one job after the other, until there is none, it is asked to end, or its parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("SIGTERM", "SIGHUP"):
        if signal.getsignal(number := getattr(signal, name, signal.SIGTERM)) is signal.SIG_DFL:
            signal.signal(number, _exit_on_signal)
    sys.unraisablehook = _ask_again
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with suppress(EOFError, OSError):  # the parent has closed its end, or is gone
        jobs.send(None)
        while True:
            jobs.send(work(jobs.recv()))


def _exit_on_signal(*_: int | FrameType | None) -> None:
    raise SystemExit(_TERMINATED)


def _ask_again(lost: "sys.UnraisableHookArgs") -> None:
    """A signal that arrives while Python destroys a value, or calls back, is told on standard error and forgotten: it is sent anew."""
    if lost.exc_type is SystemExit:
        again = threading.Timer(_AGAIN_S, os.kill, (os.getpid(), signal.SIGTERM))
        again.daemon = True
        again.start()
    else:
        sys.__unraisablehook__(lost)


def _end_with_parent() -> None:
    """Whatever ended the parent, the system closes its pipes; a worker deep in its job is asked first and then ended."""
    parent = parent_process()
    if parent is None:
        return
    wait([parent.sentinel])
    if hasattr(signal, "pthread_kill"):
        with suppress(OSError):
            signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGTERM)
        threading.Event().wait(_PATIENCE_S)
    os._exit(_TERMINATED)
