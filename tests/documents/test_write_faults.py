"""A disk that fills, a run that is interrupted, two runs in one folder: every file is whole, or as it was."""

import json
import os
import resource
import signal
import subprocess
import time
from pathlib import Path

import pytest

from compare.cli import main
from compare.documents.write import lock_folder
from compare.errors import OutputError

_SAYS = "The road office closed the old bridge {at} to heavy trucks until Friday noon because of {at} cracks."


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """Many stories, so that a run takes a while."""
    rows = [
        {
            "id": f"{at}-{twin}",
            "outlet": f"Outlet {twin}",
            "story": f"s{at}",
            "text": "\n".join(_SAYS.format(at=at + line) for line in range(30)),
        }
        for at in range(40)
        for twin in range(2)
    ]
    (tmp_path / "pile.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return tmp_path / "pile.jsonl"


def uncounted() -> dict[str, str]:
    """The environment without coverage, whose own file would meet the full disk and the signal."""
    return {key: value for key, value in os.environ.items() if not key.startswith("COV")}


def halves(folder: Path) -> list[Path]:
    """Files that a run left beside their places, and documents and reports that end too early."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    ends = {".json": "}\n", ".html": "</html>\n"}
    return [path for path in files if path.name.startswith(".") or not path.read_text(encoding="utf-8").endswith(ends[path.suffix])]


def test_a_disk_that_is_full_leaves_no_half_file(pile: Path, tmp_path: Path) -> None:
    def full() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # the write fails instead, as on a full disk
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    command = ["tellings", "compare", str(pile), "--out", str(tmp_path / "out")]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=uncounted(), preexec_fn=full)
    assert (done.returncode, "cannot be written" in done.stderr, "Traceback" in done.stderr) == (1, True, False)
    assert halves(tmp_path / "out") == []


def test_an_interrupted_run_leaves_no_half_file(pile: Path, tmp_path: Path) -> None:
    command = ["tellings", "compare", str(pile), "--out", str(tmp_path / "out")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=uncounted(), start_new_session=True) as run:
        while run.poll() is None and not list((tmp_path / "out").rglob("report.html")):
            time.sleep(0.02)
        run.send_signal(signal.SIGINT)
        said = run.communicate()[1]
    assert (run.returncode in (0, 130), "Traceback" in said) == (True, False)
    assert halves(tmp_path / "out") == []


def test_a_second_run_is_refused_while_the_first_writes(pile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with lock_folder(tmp_path / "out"):
        assert main(["compare", str(pile), "--out", str(tmp_path / "out")]) == 1
    assert "is written to by another run; wait until that ends" in capsys.readouterr().err


def test_a_folder_is_free_again_after_a_run_and_holds_no_sign_of_it(tmp_path: Path) -> None:
    with lock_folder(tmp_path / "out"):
        pass
    with lock_folder(tmp_path / "out"):
        pass
    assert list((tmp_path / "out").iterdir()) == []


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot be written"), lock_folder(tmp_path / "out"):
        pass
