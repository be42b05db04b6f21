"""What every test shares: hypothesis without chance, a wall against the network, the examples, and the browser of the system."""

import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]
SHARED_DATA = ROOT.parent / "shared" / "data"

# The same examples on every run: a red test is red again tomorrow. Two shared cores make any deadline a coin toss.
settings.register_profile("tellings", deadline=None, derandomize=True, database=None)
settings.load_profile("tellings")


class NetworkUsedError(RuntimeError):
    """A test, or the code under it, tried to leave this machine."""


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    real = socket.socket.connect

    def connect(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise NetworkUsedError(str(address))
        real(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect)
        yield


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout: documentation, examples and pyproject.toml; the packages under test may be installed elsewhere."""
    return ROOT


@pytest.fixture(scope="session")
def examples() -> Path:
    """Folder with one folder a story."""
    return ROOT / "examples"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Real articles and labelled stories, which are no part of the project; skips without them."""
    if not SHARED_DATA.is_dir():
        pytest.skip("no ../shared/data: the labelled stories are not part of the project")
    return SHARED_DATA


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of the system's Chromium; skips without one."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        pytest.skip("no Chromium on the path: apt-get install chromium")
    return found


@pytest.fixture(scope="session")
def browser_type_launch_args(chromium: str) -> dict[str, Any]:
    """What pytest-playwright starts: the system's browser, which never calls home."""
    quiet = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")
    silent = ("--disable-background-networking", "--disable-component-update", "--disable-sync")
    return {"executable_path": chromium, "args": [*quiet, *silent]}
