"""What the program says while it works: a bar on a terminal, plain lines elsewhere, JSON lines on request; all on standard error."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal, TextIO

LogFormat = Literal["text", "json"]
# Off a terminal a line every so many stories tells that it goes on.
_LINE_EVERY = 25


@dataclass(frozen=True, slots=True)
class Console:
    """Where words go; ``quiet`` lets only errors through."""

    stream: TextIO = sys.stderr
    quiet: bool = False
    log_format: LogFormat = "text"

    def say(self, message: str, **facts: object) -> None:
        """A line about the run, unless quiet."""
        if not self.quiet:
            self._line("info", message, facts)

    def fail(self, message: str) -> None:
        """A line about an error, always."""
        self._line("error", message, {})

    def _line(self, level: str, message: str, facts: dict[str, object]) -> None:
        if self.log_format == "json":
            print(json.dumps({"level": level, "message": message, **facts}, ensure_ascii=False), file=self.stream)
        else:
            print(f"tellings: {message}" if level == "error" else message, file=self.stream)

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
