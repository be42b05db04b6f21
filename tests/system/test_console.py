"""What the program says while it works."""

import io
import json

import pytest

from compare.system.console import Console, ProgressRate


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


def staged(console: Console, *counts: int) -> str:
    with console.stage("verify", 100, "pairs") as seen:
        for count in counts:
            seen(count)
    return written(console)


def test_a_stage_says_when_it_is_done() -> None:
    assert staged(Console(io.StringIO()), 60, 40).startswith("verify: done in ")


def test_a_stage_in_json_tells_how_far_it_came() -> None:
    (line,) = staged(Console(io.StringIO(), log_format="json"), 60, 40).splitlines()
    assert {name: json.loads(line)[name] for name in ("stage", "done", "total", "left_s")} == {
        "stage": "verify",
        "done": 100,
        "total": 100,
        "left_s": 0.0,
    }


def test_a_quiet_stage_is_silent() -> None:
    assert staged(Console(io.StringIO(), quiet=True), 60, 40) == ""


def test_on_a_terminal_a_stage_has_a_bar_with_its_rate() -> None:
    shown = staged(Console(Terminal()), 60, 40)
    assert ("verify:" in shown, "/s" in shown or "s/ pairs" in shown or "?" in shown, "done in" in shown) == (True, True, False)


def test_the_pace_of_a_stage_tells_its_rate_and_the_time_left() -> None:
    pace = ProgressRate(100, started=5.0)
    pace.advance(20, now=15.0)
    assert (pace.rate, pace.left_s) == (2.0, 40.0)


@pytest.mark.parametrize(
    ("advances", "lines"),
    [
        ([(10, 1.0), (10, 2.5), (10, 3.0), (10, 5.0)], [False, True, False, True]),  # at a tenth, and two seconds after the last line
        ([(1, 29.0), (1, 31.0), (1, 32.0)], [False, True, False]),  # less than a tenth, but a long silence
        ([(50, 5.0), (50, 50.0)], [True, False]),  # the end has its own line
    ],
)
def test_a_line_about_a_stage_is_due_at_a_tenth_or_after_a_silence(advances: list[tuple[int, float]], lines: list[bool]) -> None:
    pace = ProgressRate(100, started=0.0)
    assert [pace.advance(count, now) for count, now in advances] == lines


def test_a_stage_of_nothing_has_no_rate_to_divide_by() -> None:
    pace = ProgressRate(0, started=1.0)
    assert (pace.advance(0, now=1.0), pace.left_s) == (False, 0.0)
