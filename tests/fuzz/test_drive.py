"""Every target on what atheris makes up for TELLINGS_FUZZ_SECONDS; the short run of the default list shows that none breaks at once."""

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

_SECONDS = int(os.environ.get("TELLINGS_FUZZ_SECONDS", "60"))
_START_S = 120  # to import, and to instrument what is ours, on a machine that does other things
_PROGRAM = Path(__file__).with_name("drive.py")


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_that_atheris_makes_up_breaks_a_reader(name: str) -> None:
    command = [sys.executable, str(_PROGRAM), name, "--seconds", str(_SECONDS)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, errors="replace", timeout=_SECONDS + _START_S)
    assert done.returncode == 0, "\n".join([done.stdout[-2000:], done.stderr[-4000:]])
