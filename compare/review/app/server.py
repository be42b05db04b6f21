"""A folder or store to review, a port and a reviewer -> the review application on this machine, until Ctrl-C."""

import asyncio
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from compare.errors import InputError, ServeError
from compare.review.app.access.request_guard import ENTER_PATH, AccessPolicy
from compare.review.app.access.sessions import Sessions
from compare.review.app.application import Application
from compare.review.app.preferences.preference_cookie import Preferences
from compare.review.app.routes import asgi_app
from compare.review.app.runs.find_runs import STORE_FILE, find_story_reviews, save_runs
from compare.system.garbage_collection import pause_collector

if TYPE_CHECKING:
    from uvicorn import Server

PORT = 8479  # no service that is registered has it; the next free one is taken where it is not free
_HOST = "127.0.0.1"
_MAX_FORM_BYTES = 2**20  # a note of a hundred pages
_MAX_NAME_CHARS = 80
_SHUTDOWN_GRACE_S = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerOptions:
    """What the command line asks for. ``port`` is 0 for any free port, ``None`` for ``PORT`` or, if that is taken, any free port."""

    path: Path
    port: int | None
    reviewer: str
    language: str


def serve(options: ServerOptions, show_link: Callable[[str], None], warn: Callable[[str], None]) -> Path:
    """Serve the application until interrupted; the path of the store with the decisions.

    ``show_link`` is called with the link once it works, ``warn`` with problems that do not stop the review. Only this machine can connect.
    """
    reviewer = _valid_name(options.reviewer)
    story_reviews, store = find_story_reviews(options.path)
    with pause_collector():
        for story_review in story_reviews.values():
            story_review.snapshot()
    for story_review in story_reviews.values():
        for number in sorted(story_review.damaged_decisions):
            warn(f"{story_review.story_id}: decision {number} of the store is damaged and counts for nothing; all others hold")
    with open_listener(options.port) as listener:
        port = listener.getsockname()[1]
        access_policy = AccessPolicy(port, Sessions(), _MAX_FORM_BYTES)
        app = asgi_app(Application(story_reviews, reviewer, Preferences(language=options.language), access_policy))
        show_link(f"http://{_HOST}:{port}{ENTER_PATH}{access_policy.sessions.token}")
        # To pack a large document takes seconds, and nobody has to wait for it.
        saving = Thread(target=save_runs, args=(story_reviews, store, warn))
        saving.start()
        _run(app, listener)
        saving.join()
    store.close()
    return options.path if options.path.is_file() else options.path / STORE_FILE


def login_name() -> str:
    """The login name of this person; ``InputError`` if the system has none."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise InputError("--reviewer", "the system has no name for you", "give one") from error


def _run(app: object, listener: socket.socket) -> None:
    try:
        make_server(app).run(sockets=[listener])
    except (KeyboardInterrupt, asyncio.CancelledError):
        return  # uvicorn has shut down and passes the signal on


def make_server(app: object) -> "Server":
    """A server for an ASGI application; a connection that sends half a request delays nobody, and is closed."""
    import uvicorn

    from compare.review.app.access.request_timeout import TimeoutProtocol

    config = uvicorn.Config(
        app,  # type: ignore[arg-type] # an ASGI application by Starlette's types, which are wider
        loop="asyncio",
        http=TimeoutProtocol,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,  # URLs contain the token
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=_SHUTDOWN_GRACE_S,
    )
    return uvicorn.Server(config)


def open_listener(port: int | None) -> socket.socket:
    """A socket that only this machine can connect to; ``ServeError`` if the wanted port is not free."""
    for wanted in (PORT, 0) if port is None else (port,):
        try:
            return _without_delay(socket.create_server((_HOST, wanted)))
        except OSError as error:
            if port is not None:
                raise ServeError(f"port {port}", os.strerror(error.errno or 0), "choose another --port, or 0 for any free one") from error
    raise ServeError(_HOST, "has no free port", "end a program that listens")


def _without_delay(listener: socket.socket) -> socket.socket:
    """The same socket with TCP named as its protocol: only then asyncio sends each part of a response at once, and not 40 ms later."""
    return socket.socket(listener.family, listener.type, socket.IPPROTO_TCP, fileno=listener.detach())


def _valid_name(reviewer: str) -> str:
    name = reviewer.strip()
    if not name or len(name) > _MAX_NAME_CHARS or not name.isprintable():
        raise InputError(
            "--reviewer", f"{reviewer[:_MAX_NAME_CHARS]!r} is no name", f"give 1 to {_MAX_NAME_CHARS} signs that can be printed"
        )
    return name
