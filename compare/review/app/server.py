"""An application on a port of this machine, until Ctrl-C."""

import asyncio
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from compare.errors import InputError, ServeError
from compare.review.app.access.door import ENTER, Door
from compare.review.app.access.sessions import Sessions
from compare.review.app.application import assembled
from compare.review.app.display.render import Application
from compare.review.app.preferences.preference_cookie import Preferences
from compare.review.app.runs.find_runs import STORE, find_work, keep_runs
from compare.system.garbage_collection import pause_collector

if TYPE_CHECKING:
    from uvicorn import Server

PORT = 8479  # no service that is registered has it; the next free one is taken where it is not free
_HERE = "127.0.0.1"
_LARGEST_BODY = 2**20  # bytes: a note of a hundred pages
_LONGEST_NAME = 80
_LAST_ANSWERS_S = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the command was asked for; ``port`` none for the usual one or another, 0 for any."""

    path: Path
    port: int | None
    reviewer: str
    language: str


def serve(wish: Wish, tell: Callable[[str], None], warn: Callable[[str], None]) -> Path:
    """Review until interrupted, and say where the decisions are kept.

    ``tell`` gets the link as soon as it can be followed, ``warn`` what goes wrong beside. Nothing else on the network can reach it.
    """
    reviewer = _name(wish.reviewer)
    works, store = find_work(wish.path)
    with pause_collector():
        for work in works.values():
            work.view()
    for work in works.values():
        for number in sorted(work.damaged):
            warn(f"{work.story}: decision {number} of the store is damaged and counts for nothing; all others hold")
    with listening(wish.port) as listener:
        port = listener.getsockname()[1]
        door = Door(port, Sessions(), _LARGEST_BODY)
        app = assembled(Application(works, reviewer, Preferences(language=wish.language), door))
        tell(f"http://{_HERE}:{port}{ENTER}{door.sessions.token}")
        keeping = Thread(target=keep_runs, args=(works, store, warn))  # packing a large document takes seconds, and nobody waits for it
        keeping.start()
        _run(app, listener)
        keeping.join()
    store.close()
    return wish.path if wish.path.is_file() else wish.path / STORE


def login_name() -> str:
    """The name that the system knows this person by; ``InputError`` where it knows none."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise InputError("--reviewer", "the system has no name for you", "give one") from error


def _run(app: object, listener: socket.socket) -> None:
    try:
        server_of(app).run(sockets=[listener])
    except (KeyboardInterrupt, asyncio.CancelledError):
        return  # uvicorn has ended in order and hands the signal on


def server_of(app: object) -> "Server":
    """What answers requests to an application; a connection that sends half a request holds up nobody, and is closed."""
    import uvicorn

    from compare.review.app.access.request_timeout import PatientProtocol

    config = uvicorn.Config(
        app,  # type: ignore[arg-type] # an ASGI application by Starlette's types, which are wider
        loop="asyncio",
        http=PatientProtocol,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,  # addresses hold the token
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=_LAST_ANSWERS_S,
    )
    return uvicorn.Server(config)


def listening(port: int | None) -> socket.socket:
    """A socket of this machine that takes requests; ``ServeError`` where the wanted port is not free."""
    for wanted in (PORT, 0) if port is None else (port,):
        try:
            return _without_delay(socket.create_server((_HERE, wanted)))
        except OSError as error:
            if port is not None:
                raise ServeError(f"port {port}", os.strerror(error.errno or 0), "choose another --port, or 0 for any free one") from error
    raise ServeError(_HERE, "has no free port", "end a program that listens")


def _without_delay(listener: socket.socket) -> socket.socket:
    """The same, by the name of its protocol: only then asyncio sends each part of an answer at once, and not 40 ms later."""
    return socket.socket(listener.family, listener.type, socket.IPPROTO_TCP, fileno=listener.detach())


def _name(given: str) -> str:
    name = given.strip()
    if not name or len(name) > _LONGEST_NAME or not name.isprintable():
        raise InputError("--reviewer", f"{given[:_LONGEST_NAME]!r} is no name", f"give 1 to {_LONGEST_NAME} signs that can be printed")
    return name
