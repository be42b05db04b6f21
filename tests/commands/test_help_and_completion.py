"""The command line as a person at a prompt meets it: help with examples, complaints, completion, settings that are found."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from compare.cli import main, whole_parser
from compare.commands.parser import ExampleParser

SCRIPTS = str(Path(sys.executable).parent)
TWO = {
    "courier.txt": "The ferry Harbour Lark struck the pier at Port Ellery on Tuesday. Police said that 23 passengers were injured.\n",
    "gazette.txt": "The ferry Harbour Lark struck the pier at Port Ellery on Tuesday. Police said that 26 passengers were injured.\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with two articles in ``saved-pages``."""
    (tmp_path / "saved-pages").mkdir()
    for name, text in TWO.items():
        (tmp_path / "saved-pages" / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def parsers(parser: ExampleParser) -> dict[str, ExampleParser]:
    """Every command by its whole name, those below `index` too."""
    found = {parser.prog: parser}
    for action in parser._actions:
        if isinstance(action.choices, dict):
            for below in action.choices.values():
                found |= parsers(below)
    return found


COMMANDS = parsers(whole_parser())


def complaint(capsys: pytest.CaptureFixture[str], arguments: str) -> str:
    """The last line of an error of usage, which has status 2."""
    with pytest.raises(SystemExit) as ended:
        main(shlex.split(arguments))
    assert ended.value.code == 2
    return capsys.readouterr().err.splitlines()[-1]


# Help


def test_tellings_alone_shows_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert "tellings compare saved-pages/ --out comparison/" in capsys.readouterr().out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_help_shows_examples_of_its_own_command(name: str) -> None:
    examples = COMMANDS[name].examples
    assert examples
    assert all(f"{name} " in f"{example} " for example in examples)
    assert all(f"  {example}\n" in COMMANDS[name].format_help() for example in examples)


@pytest.mark.parametrize("example", [example for command in COMMANDS.values() for example in command.examples])
def test_every_example_can_be_typed_as_it_stands(example: str) -> None:
    typed = re.search(r"tellings ([^)>#\"]*)", example)
    assert typed
    assert whole_parser().parse_args(shlex.split(typed[1]))


@pytest.mark.parametrize("name", [name for name, parser in COMMANDS.items() if any(a.dest == "out" for a in parser._actions)])
def test_what_is_written_goes_to_o_or_out(name: str) -> None:
    (out,) = [action for action in COMMANDS[name]._actions if action.dest == "out"]
    assert list(out.option_strings) == ["-o", "--out"]


@pytest.mark.usefixtures("folder")
def test_q_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "saved-pages", "-o", "made", "-q"]) == 0
    assert capsys.readouterr().err == ""


# Complaints


def test_an_unknown_option_is_named_before_a_missing_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert complaint(capsys, "compare --storys auto") == "tellings compare: error: unknown option --storys; did you mean --stories?"


def test_an_unknown_option_of_a_whole_command_is_named_by_that_command(capsys: pytest.CaptureFixture[str]) -> None:
    message = complaint(capsys, "compare x --out y --fast")
    assert message == "tellings compare: error: unknown option --fast; tellings compare --help lists the options"


def test_an_unknown_option_before_the_command_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert "tellings: error: unknown option --fast" in complaint(capsys, "--fast compare x --out y")


def test_an_unknown_option_of_a_command_of_the_index_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert "tellings index add: error: unknown option --fast" in complaint(capsys, "index add archive --fast")


@pytest.mark.parametrize("known", ["-oDIR", "--out=DIR", "--ou DIR"])
def test_an_option_with_its_value_in_any_form_is_known(known: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "required: INPUT" in complaint(capsys, f"compare {known}")


def test_what_stands_behind_two_dashes_is_no_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert "required: -o/--out" in complaint(capsys, "compare -- --fast")


def test_an_argument_too_many_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert complaint(capsys, "demo here") == "tellings demo: error: unknown argument: here"


# Settings that are found


@pytest.fixture
def settings(folder: Path) -> Path:
    """A settings file that lets no article in, so that one sees whether it was read."""
    path = folder / "tellings.toml"
    path.write_text("[input]\nlargest_file_bytes = 1\n", encoding="utf-8")
    return path


@pytest.mark.usefixtures("settings")
def test_settings_of_the_working_folder_are_found_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "saved-pages", "--out", "made"]) == 1
    assert "settings of tellings.toml in this folder" in capsys.readouterr().err


@pytest.mark.usefixtures("settings")
def test_settings_of_the_working_folder_can_be_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "saved-pages", "--out", "made", "--no-settings"]) == 0
    assert "tellings.toml" not in capsys.readouterr().err


@pytest.mark.usefixtures("settings")
def test_settings_that_are_named_go_before_those_that_are_found(folder: Path) -> None:
    (folder / "own.toml").write_text("[claims]\nthreshold = 0.5\n", encoding="utf-8")
    assert main(["compare", "saved-pages", "--out", "made", "--settings", "own.toml"]) == 0


def test_settings_are_not_both_named_and_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert "not allowed with" in complaint(capsys, "compare x --out y --settings a.toml --no-settings")


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize("command", ["duplicates saved-pages -o made", "index add archive saved-pages"])
def test_other_commands_find_them_too(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(shlex.split(command))
    assert "settings of tellings.toml in this folder" in capsys.readouterr().err


# Completion


def asked(shell: str, typed: str) -> list[str]:
    """What a real shell offers behind so much of a line."""
    script = subprocess.run([f"{SCRIPTS}/tellings", "completion", shell], check=True, capture_output=True, text=True).stdout
    env = os.environ | {"PATH": f"{SCRIPTS}:{os.environ['PATH']}", "TERM": "dumb"}
    offered = {
        "bash": f'COMP_LINE="{typed}" COMP_POINT={len(typed)} COMP_TYPE=9; _python_argcomplete tellings; echo "${{COMPREPLY[@]}}"',
        "fish": f'complete -C "{typed}" | cut -f1',
    }
    ended = subprocess.run([shell, "-c", f"{script}\n{offered[shell]}"], check=True, capture_output=True, text=True, env=env)
    return ended.stdout.split()


def test_bash_completes_a_command() -> None:
    assert "compare" in asked("bash", "tellings com")


def test_bash_completes_an_option_of_a_command() -> None:
    assert asked("bash", "tellings compare --full") == ["--full-text"]


@pytest.mark.skipif(shutil.which("fish") is None, reason="no fish here")
def test_fish_completes_what_an_option_may_have() -> None:
    assert asked("fish", "tellings report x --format mark") == ["markdown"]


@pytest.mark.skipif(shutil.which("zsh") is None, reason="no zsh here")
def test_zsh_takes_the_script_and_knows_whom_to_ask() -> None:
    script = subprocess.run([f"{SCRIPTS}/tellings", "completion", "zsh"], check=True, capture_output=True, text=True).stdout
    command = f"autoload -U compinit; compinit -u -D\n{script}\nprint $_comps[tellings]"
    ended = subprocess.run(["zsh", "-f", "-c", command], check=True, capture_output=True, text=True)
    assert ended.stdout.strip() == "_python_argcomplete"
