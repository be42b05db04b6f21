"""What the program says while it works."""

import io
import json

import pytest

from compare.console import Console


class Terminal(io.StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        return True


def written(console: Console) -> str:
    assert isinstance(console.stream, io.StringIO)
    return console.stream.getvalue()


def worked(console: Console, units: int) -> str:
    with console.progress(units, "stories") as seen:
        for unit in range(units):
            seen(f"s{unit}")
    return written(console)


def test_a_line_is_said_as_it_is() -> None:
    console = Console(io.StringIO())
    console.say("3 articles", articles=3)
    assert written(console) == "3 articles\n"


def test_an_error_names_the_program() -> None:
    console = Console(io.StringIO())
    console.fail("no such file")
    assert written(console) == "tellings: no such file\n"


def test_a_quiet_program_says_nothing() -> None:
    console = Console(io.StringIO(), quiet=True)
    console.say("3 articles")
    assert written(console) == ""


def test_a_quiet_program_still_tells_its_errors() -> None:
    console = Console(io.StringIO(), quiet=True)
    console.fail("no such file")
    assert written(console) == "tellings: no such file\n"


def test_a_line_of_json_carries_level_message_and_facts() -> None:
    console = Console(io.StringIO(), log_format="json")
    console.say("3 bài báo", articles=3)
    assert json.loads(written(console)) == {"level": "info", "message": "3 bài báo", "articles": 3}


def test_an_error_in_json_is_one_line() -> None:
    console = Console(io.StringIO(), log_format="json")
    console.fail("no\nsuch file")
    assert [json.loads(line)["level"] for line in written(console).splitlines()] == ["error"]


def test_json_keeps_vietnamese_letters() -> None:
    console = Console(io.StringIO(), log_format="json")
    console.say("bài báo")
    assert "bài báo" in written(console)


@pytest.mark.parametrize(("units", "lines"), [(1, 0), (2, 1), (25, 1), (26, 2), (60, 3)])
def test_off_a_terminal_a_line_every_so_often_tells_that_it_goes_on(units: int, lines: int) -> None:
    assert len(worked(Console(io.StringIO()), units).splitlines()) == lines


def test_the_last_line_of_progress_tells_all_is_done() -> None:
    assert worked(Console(io.StringIO()), 30).splitlines()[-1] == "30 of 30 stories, last s29"


def test_progress_in_json_is_json() -> None:
    (line,) = worked(Console(io.StringIO(), log_format="json"), 2).splitlines()
    assert {name: json.loads(line)[name] for name in ("done", "total")} == {"done": 2, "total": 2}


def test_quiet_progress_is_silent() -> None:
    assert worked(Console(io.StringIO(), quiet=True), 60) == ""


def test_on_a_terminal_there_is_a_bar() -> None:
    assert "stories" in worked(Console(Terminal()), 3)


def test_on_a_terminal_the_bar_is_gone_in_the_end() -> None:
    assert worked(Console(Terminal()), 3).rstrip(" \r").count("\n") == 0


def test_on_a_terminal_json_is_still_json() -> None:
    assert json.loads(worked(Console(Terminal(), log_format="json"), 2))["total"] == 2
