"""Signals that ask a program to end -> ``KeyboardInterrupt``, as Ctrl-C raises: files are taken away or finished, locks are freed."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

# Of systemd, ``timeout``, ``kill`` and job schedulers; and of a terminal that is closed, where the system has that.
_TERMINATION_SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
_STATUS_OF_SIGNALS = 128  # and its number: the exit status by which shells tell it


class TerminationRequest(KeyboardInterrupt):
    """The program was asked to end by a signal other than that of Ctrl-C."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class Interrupts:
    """What has come in so far; a library in between may make another error of the exception."""

    def __init__(self) -> None:
        self._last: int | None = None

    def __bool__(self) -> bool:
        """Whether the program was asked to end."""
        return self._last is not None

    @property
    def status(self) -> int:
        """Of the exit, as shells tell it; that of Ctrl-C if no signal is known."""
        return _STATUS_OF_SIGNALS + (self._last or signal.SIGINT)

    def handle(self, number: int, _: FrameType | None = None) -> None:
        """A handler of signals."""
        self._last = number
        raise TerminationRequest(number)


@contextmanager
def signals_as_interrupts() -> Iterator[Interrupts]:
    """While it lasts; a signal that is ignored (``nohup``) stays so, and outside the main thread nothing changes."""
    interrupts = Interrupts()
    before = {}
    try:
        for number in _TERMINATION_SIGNALS:
            if signal.getsignal(number) is signal.SIG_DFL:
                before[number] = signal.signal(number, interrupts.handle)
    except ValueError:  # only the main thread may
        before = {}
    try:
        yield interrupts
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
