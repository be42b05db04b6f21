"""`tellings review` as a person at a prompt meets it: a link, a page, an end."""

import asyncio
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest

from compare.cli import main
from compare.review.app.server import open_listener

REVIEWED = Path(__file__).parents[1] / "fixtures" / "report" / "reviewed.json"
SCRIPT = Path(sys.executable).with_name("tellings")


@pytest.fixture
def one(tmp_path: Path) -> Path:
    """The folder of a comparison of one story."""
    return placed(tmp_path / "made")


def placed(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "comparison.json").write_bytes(REVIEWED.read_bytes())
    return folder


@contextmanager
def running(*arguments: object) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command, once it has printed its first line."""
    command = [str(SCRIPT), "review", *map(str, arguments)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield process, process.stdout.readline().rstrip("\n")
    finally:
        process.kill()
        process.communicate()


def the_error(capsys: pytest.CaptureFixture[str]) -> str:
    (line,) = capsys.readouterr().err.splitlines()
    return line


def test_the_first_line_is_a_link_that_opens_the_review_and_ctrl_c_ends_it(one: Path) -> None:
    with running(one, "--port", "0", "--reviewer", "Ann") as (process, link):
        with httpx2.Client(trust_env=False) as client:
            entered = client.get(link)
            settings = client.get(link.split("/enter/")[0] + "/settings")
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert link.startswith("http://127.0.0.1:")
    assert (entered.status_code, settings.status_code, process.returncode, out) == (303, 200, 0, "")
    assert link.rsplit("/", 1)[1] not in err
    assert err.splitlines()[-1] == f"the review is closed; decisions are kept in {one / 'review.db'}"


def test_a_port_that_is_taken_is_told(one: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert main(["review", str(one), "--port", str(port), "--reviewer", "Ann"]) == 1
    assert f"port {port}: Address already in use; choose another --port" in the_error(capsys)


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "x" * 81, "a\u202eb"])
def test_a_reviewer_without_a_name_is_told(one: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert main(["review", str(one), "--reviewer", name]) == 1
    assert the_error(capsys).startswith("tellings: --reviewer: ")


def test_a_folder_without_a_comparison_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", str(tmp_path)]) == 1
    assert the_error(capsys) == f"tellings: {tmp_path}: holds no comparison.json; name the folder that `tellings compare … --out DIR` wrote"


def test_a_path_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", str(tmp_path / "no")]) == 1
    assert "is no folder" in the_error(capsys)


def test_a_document_that_breaks_its_schema_is_told(one: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (one / "comparison.json").write_text("{}", encoding="utf-8")
    assert main(["review", str(one)]) == 1
    assert "is of schema None" in the_error(capsys)


@pytest.mark.parametrize("port", ["-1", "65536", "http"])
def test_a_port_that_is_none_is_wrong_usage(one: Path, port: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["review", str(one), "--port", port])
    assert ended.value.code == 2


def test_the_usual_port_gives_way_to_a_free_one(one: Path) -> None:
    with running(one, "--reviewer", "Ann") as (_, first), running(one, "--reviewer", "Ann") as (_, second):
        assert first.split("/enter/")[0] != second.split("/enter/")[0]


def test_each_part_of_an_answer_is_sent_at_once() -> None:
    """Otherwise the body waits 40 ms behind its head, for the other side to say that it has that."""

    async def answered_no_delay() -> int:
        no_delay: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        def answer(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            no_delay.set_result(writer.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        with open_listener(0) as listener:
            async with await asyncio.start_server(answer, sock=listener):
                _, writer = await asyncio.open_connection(*listener.getsockname())
                said = await no_delay
                writer.close()
                return said

    assert asyncio.run(answered_no_delay()) == 1
