"""What the program says: while it works on standard error, a bar on a terminal, plain lines elsewhere; its finding on standard output.

JSON lines take the place of plain ones on request.
"""

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import Literal, TextIO

LogFormat = Literal["text", "json"]
# Off a terminal a line every so many stories tells that it goes on.
_LINE_EVERY = 25
_LINES_APART_S, _LINE_EVERY_S = 2.0, 30.0
_FIRST_BAR_S = 1.0
_SHORTEST = 1e-9  # seconds, where a clock stood still


@dataclass(slots=True)
class ProgressRate:
    """How far a stage is, how fast it goes and how long it may still take; a line is due at a tenth, seldom or after a long silence."""

    total: int
    started: float  # seconds of a clock
    done: int = 0
    rate: float = 0.0  # units a second
    left_s: float = 0.0  # seconds
    last_line_at: float = 0.0  # when a line was due

    def advance(self, count: int, now: float) -> bool:
        """Whether a line is due; none at the end, where the stage tells that it is done."""
        before, self.done = self.done, self.done + count
        self.rate = self.done / max(now - self.started, _SHORTEST)
        self.left_s = max(self.total - self.done, 0) / max(self.rate, _SHORTEST)
        tenths = self.done * 10 // max(self.total, 1) - before * 10 // max(self.total, 1)
        if self.done >= self.total or now - max(self.last_line_at, self.started) < (_LINES_APART_S if tenths else _LINE_EVERY_S):
            return False
        self.last_line_at = now
        return True

    def facts(self, stage: str) -> dict[str, object]:
        """For a line of JSON."""
        return {"stage": stage, "done": self.done, "total": self.total, "rate": round(self.rate, 3), "left_s": round(self.left_s, 1)}


def counted(count: int, one: str, many: str = "") -> str:
    """``1 article``, ``5 articles``; ``many`` where an s does not make it."""
    return f"{count} {one if count == 1 else many or f'{one}s'}"


@dataclass(frozen=True, slots=True)
class Console:
    """Where words go; ``quiet`` lets only errors through."""

    stream: TextIO = sys.stderr
    quiet: bool = False
    log_format: LogFormat = "text"
    results: TextIO = sys.stdout

    def say(self, message: str, **facts: object) -> None:
        """A line about the run, unless quiet."""
        if not self.quiet:
            self._line("info", message, facts)

    def result(self, message: str, **facts: object) -> None:
        """The last line of a run that did what it was asked: what came of it, on standard output, unless quiet."""
        if not self.quiet:
            self._line("finding", message, facts, self.results)

    def fail(self, message: str) -> None:
        """A line about an error, always."""
        self._line("error", message, {})

    def _line(self, level: str, message: str, facts: dict[str, object], stream: TextIO | None = None) -> None:
        line = f"tellings: {message}" if level == "error" else message
        if self.log_format == "json":
            line = json.dumps({"level": level, "message": message, **facts}, ensure_ascii=False, allow_nan=False)
        print(line, file=stream or self.stream)

    @contextmanager
    def stage(self, name: str, total: int, unit: str) -> Iterator[Callable[[int], None]]:
        """A function to call with the number of units that were done since; it tells their rate and the time left."""
        if self.quiet:
            yield lambda _: None
        elif self.stream.isatty() and self.log_format == "text":
            from tqdm import tqdm

            with tqdm(desc=name, total=total, unit=f" {unit}", unit_scale=True, file=self.stream, leave=False) as bar:

                def advance(count: int) -> None:
                    bar.update(count)

                yield advance
        else:
            pace = ProgressRate(total, monotonic())

            def line(count: int) -> None:
                if pace.advance(count, monotonic()):
                    self.say(f"{name}: {pace.done} of {total} {unit}, {pace.rate:.0f} a second, {pace.left_s:.0f} s left", **pace.facts(name))

            yield line
            self.say(f"{name}: done in {monotonic() - pace.started:.1f} s", **pace.facts(name))

    @contextmanager
    def counting(self, *units: str) -> Iterator[list[Callable[[int], None]]]:
        """A function for each unit, to call with how many came since, where nobody knows how many will; short work is silent."""
        counts = dict.fromkeys(units, 0)
        is_bar = not self.quiet and self.stream.isatty() and self.log_format == "text"
        if is_bar:
            from tqdm import tqdm

            bar = tqdm(bar_format="{desc} [{elapsed}]", delay=_FIRST_BAR_S, file=self.stream, leave=False)
        last, apart = monotonic(), _LINES_APART_S

        def came(unit: str, count: int) -> None:
            nonlocal last, apart
            counts[unit] += count
            if is_bar:
                bar.set_description_str(_joined_counts(counts), refresh=False)
                bar.update()
            elif monotonic() - last > apart:
                last, apart = monotonic(), _LINE_EVERY_S
                self.say(f"{_joined_counts(counts)} so far", **counts)

        try:
            yield [partial(came, unit) for unit in units]
        finally:
            if is_bar:
                bar.close()

    @contextmanager
    def progress(self, total: int, unit: str) -> Iterator[Callable[[str], None]]:
        """A function to call once for every unit done."""
        if self.quiet or total < 2:
            yield lambda _: None
        elif self.stream.isatty() and self.log_format == "text":
            from tqdm import tqdm

            with tqdm(total=total, unit=f" {unit}", file=self.stream, leave=False) as bar:

                def tick(_: str) -> None:
                    bar.update()

                yield tick
        else:
            done = 0

            def line(name: str) -> None:
                nonlocal done
                done += 1
                if done % _LINE_EVERY == 0 or done == total:
                    self.say(f"{done} of {total} {unit}, last {name}", done=done, total=total)

            yield line


def _joined_counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{unit}: {count}" for unit, count in counts.items() if count)
