"""Every target on what atheris makes up: the same few hundred inputs in every run, or others for TELLINGS_FUZZ_SECONDS."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from targets import TARGETS

pytestmark = [
    pytest.mark.fuzz,
    pytest.mark.skipif(
        find_spec("atheris") is None, reason="no atheris: it has no wheel for this platform, or `tox -e fuzz` did not start this"
    ),
]

_SECONDS = int(os.environ.get("TELLINGS_FUZZ_SECONDS", "0"))
_LENGTH = ["--seconds", str(_SECONDS)] if _SECONDS else ["--runs", "150"]
_PATIENCE_S = 180 + _SECONDS  # it imports, and instruments what is ours, on a machine that does other things
_PROGRAM = Path(__file__).with_name("drive.py")


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_that_atheris_makes_up_breaks_a_reader(name: str) -> None:
    command = [sys.executable, str(_PROGRAM), name, *_LENGTH]
    done = subprocess.run(command, check=False, capture_output=True, text=True, errors="replace", timeout=_PATIENCE_S)
    assert done.returncode == 0, "\n".join([done.stdout[-20_000:], done.stderr[-4000:]])
