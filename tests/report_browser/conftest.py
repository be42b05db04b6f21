"""Debian's browser for the tests in this folder; without it they are skipped."""

from pathlib import Path
from typing import Any

import pytest

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
).split()


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The installed browser instead of a downloaded one."""
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is not installed (apt-get install chromium)")
    return {"executable_path": str(CHROMIUM), "args": ARGUMENTS}
