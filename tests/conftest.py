"""What every test shares: hypothesis without chance, a wall against the network, the examples, and the browser of the system."""

import os
import shutil
import socket
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from compare.text.tokens import checksum

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


@pytest.fixture(scope="session", autouse=True)
def _commands_of_this_environment() -> Iterator[None]:
    """``tellings`` is found by tests that start it, also where the environment of pytest is not activated."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", sysconfig.get_path("scripts"), prepend=os.pathsep)
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


def _sqlite(folder: Path) -> Iterator[str]:
    yield str(folder / "store.db")


def _postgresql(folder: Path) -> Iterator[str]:
    """A schema of its own in the database that TELLINGS_POSTGRESQL names (postgresql+psycopg://…)."""
    from sqlalchemy import create_engine, make_url, text

    url, schema = make_url(os.environ["TELLINGS_POSTGRESQL"]), "s" + checksum(str(folder))[:16]
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    yield url.update_query_dict({"options": f"-csearch_path={schema}"}).render_as_string(hide_password=False)
    with engine.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    engine.dispose()


# Another database joins the contract suite by a line here.
_STORES = {"sqlite": _sqlite, **({"postgresql": _postgresql} if "TELLINGS_POSTGRESQL" in os.environ else {})}


@pytest.fixture(params=_STORES)
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a store may be made, once for each kind of database."""
    yield from _STORES[request.param](tmp_path)


@pytest.fixture(scope="session")
def unprivileged() -> list[str]:
    """What to start a program with, so that the system's permissions bind it even where the superuser runs the tests."""
    if os.geteuid():
        return []
    if not shutil.which("setpriv"):
        pytest.skip("the superuser may read and write anywhere, and there is no setpriv (Debian: util-linux)")
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of the system's Chromium; skips without one. The shell goes first: it draws no window, which takes a third of the time."""
    named = ("chromium-headless-shell", "chromium", "chromium-browser")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, named)), None)
    if not found:
        pytest.skip("no Chromium on the path: apt-get install chromium-headless-shell")
    return found


@pytest.fixture(scope="session")
def browser_type_launch_args(chromium: str) -> dict[str, Any]:
    """What pytest-playwright starts: the system's browser, which never calls home."""
    quiet = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")
    silent = ("--disable-background-networking", "--disable-component-update", "--disable-sync")
    return {"executable_path": chromium, "args": [*quiet, *silent]}
