"""The URL of a database -> connections to it: any number of readers, and one writer at a time for a whole transaction."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from time import monotonic, sleep
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection

from compare.errors import StoreError
from compare.review.store.database_file import OpenFile, ensure_mark
from compare.review.store.driver_errors import as_store_errors
from compare.review.store.store_url import display_name
from compare.system.extras import how_to_install


@dataclass(frozen=True, slots=True)
class _Dialect:
    """The statements and options for one kind of database; ``{wait_ms}`` is how long to wait for another program's write."""

    options: Mapping[str, Any]
    on_connect: tuple[str, ...]
    begin_write: str  # waits for the write lock, which the end of the transaction releases
    persistent: tuple[str, ...]  # settings that the database keeps; outside a transaction
    decode_text: Callable[[bytes], str] | None = None  # how to read stored text, if the driver leaves that to us


_DIALECTS = {
    "sqlite": _Dialect(
        # Otherwise the driver begins a transaction by itself at the first INSERT, after the check for newer events.
        options={"connect_args": {"isolation_level": None}},
        # FULL waits for the disk at every commit: an acknowledged decision survives a power cut, not only a killed process. It costs a
        # decision 1 ms of a budget of 100; benchmarks/review_store.py measures it.
        on_connect=("PRAGMA busy_timeout = {wait_ms}", "PRAGMA foreign_keys = ON", "PRAGMA synchronous = FULL"),
        begin_write="BEGIN IMMEDIATE",
        # The first SELECT creates the journal file, whose identity is read afterwards.
        persistent=("PRAGMA journal_mode = WAL", "SELECT count(*) FROM sqlite_master"),
        # One damaged row must not make all others unreadable: what is not UTF-8 is kept visible, and reported.
        decode_text=lambda stored: stored.decode("utf-8", "surrogateescape"),
    ),
    "postgresql": _Dialect(
        options={"pool_pre_ping": True},
        # READ COMMITTED: each statement sees all that was committed before it, so what is read after the lock is current.
        on_connect=("SET lock_timeout = {wait_ms}", "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED"),
        # Any fixed number will do; these are the letters "tell".
        begin_write="SELECT pg_advisory_xact_lock(1952804972)",
        persistent=(),
    ),
}

_RETRY_PAUSE_S = 0.01


class Database:
    """An engine behind one write lock.

    SQLite lets waiting writers sleep and retry, some of them for long; the lock of this process hands over at once and in turn.
    """

    def __init__(self, url: URL, wait_s: float) -> None:
        self.display_name = display_name(url)
        self._dialect = _DIALECTS[url.get_backend_name()]
        self._engine = _engine(url, self._dialect, int(wait_s * 1000))
        self._url, self._wait_s = url, wait_s
        self._file: OpenFile | None = None  # known after apply_persistent_settings
        self._lock = Lock()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for one SELECT: each statement sees the state of its own moment."""
        if self._file:
            self._file.require_same_file()
        with as_store_errors(self.display_name), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that no other writer of any process can interrupt; committed at the end, rolled back by an exception.

        What is committed to a file that was replaced or overwritten is lost: then ``StoreError`` is raised before anybody is told that it
        is saved.
        """
        self._require_same_content()
        with self._lock, as_store_errors(self.display_name), self._engine.begin() as connection:
            connection.exec_driver_sql(self._dialect.begin_write)
            yield connection
        self._require_same_content()

    def apply_persistent_settings(self) -> None:
        """Apply the settings that the database keeps; call it once it is known to be a store of tellings.

        SQLite refuses a change of the journal mode while another program reads the file, whatever the timeout: of six programs that created
        one store together, one was refused every sixth time. So it is tried again.
        """
        deadline = monotonic() + self._wait_s
        while not self._try_persistent_settings(last_try=monotonic() > deadline):
            sleep(_RETRY_PAUSE_S)
        if self._url.get_backend_name() == "sqlite":
            with self.writing() as connection:
                mark = ensure_mark(connection)
            with self.reading() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint")  # moves the journal into the file itself
            self._file = OpenFile(str(self._url.database), mark)

    def _require_same_content(self) -> None:
        if self._file:
            self._file.require_same_content()

    def _try_persistent_settings(self, *, last_try: bool) -> bool:
        try:
            with self.reading() as connection:
                for statement in self._dialect.persistent:
                    connection.exec_driver_sql(statement)
        except StoreError:
            if last_try:
                raise
            return False
        return True

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()


def _engine(url: URL, dialect: _Dialect, wait_ms: int) -> Engine:
    try:
        # Parameters are hidden, since notes of reviewers do not belong in an error log.
        engine = create_engine(url, hide_parameters=True, **dialect.options)
    except ModuleNotFoundError as error:
        raise StoreError(display_name(url), f"needs {error.name}", how_to_install("postgres")) from error

    def prepare(connection: DBAPIConnection, _record: object) -> None:
        if dialect.decode_text:
            connection.text_factory = dialect.decode_text  # only SQLite's driver has it
        cursor = connection.cursor()
        for statement in dialect.on_connect:
            cursor.execute(statement.format(wait_ms=wait_ms))
        cursor.close()
        connection.commit()  # a SET that is rolled back is forgotten

    event.listen(engine, "connect", prepare)
    return engine
