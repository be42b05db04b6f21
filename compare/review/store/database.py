"""A URL -> connections of one database: many readers, and one writer at a time from the first look to the last word."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from time import monotonic, sleep
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection

from compare.errors import StoreError
from compare.review.store.database_file import OpenFile, marked
from compare.review.store.driver_errors import told
from compare.review.store.store_url import place_of
from compare.system.extras import how_to_install


@dataclass(frozen=True, slots=True)
class _Ways:
    """How one kind of database is spoken to; ``{wait_ms}`` stands for how long to wait for another program's write."""

    options: Mapping[str, Any]
    on_connect: tuple[str, ...]
    begin_write: str  # waits for the one right to write, which ends with the transaction
    once: tuple[str, ...]  # of a database that turned out to be ours, outside a transaction
    text_of: Callable[[bytes], str] | None = None  # how stored bytes are read, where the driver leaves that to us


_WAYS = {
    "sqlite": _Ways(
        # Without this the driver begins a transaction by itself, at the first INSERT: after the look at what is newer.
        options={"connect_args": {"isolation_level": None}},
        # FULL waits for the disk at every commit: an acknowledged decision survives a power cut, not only a killed process. It costs a
        # decision 1 ms of a budget of 100; benchmarks/review_store.py measures it.
        on_connect=("PRAGMA busy_timeout = {wait_ms}", "PRAGMA foreign_keys = ON", "PRAGMA synchronous = FULL"),
        begin_write="BEGIN IMMEDIATE",
        # The first look at a table makes the journal, which is to be there when the file is looked at.
        once=("PRAGMA journal_mode = WAL", "SELECT count(*) FROM sqlite_master"),
        # One damaged row must not keep all others from being read: what is no UTF-8 in it can be seen, and told.
        text_of=lambda stored: stored.decode("utf-8", "surrogateescape"),
    ),
    "postgresql": _Ways(
        options={"pool_pre_ping": True},
        # READ COMMITTED: each statement sees all that was committed before it, so what is read behind the lock is the last word.
        on_connect=("SET lock_timeout = {wait_ms}", "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED"),
        # Any fixed number will do; these are the letters "tell".
        begin_write="SELECT pg_advisory_xact_lock(1952804972)",
        once=(),
    ),
}

_PAUSE_S = 0.01


class Database:
    """An engine behind one write lock.

    SQLite lets waiting writers sleep and try again, some of them for long; a lock of this process hands over at once and in turn.
    """

    def __init__(self, url: URL, wait_s: float) -> None:
        self.place = place_of(url)
        self._ways = _WAYS[url.get_backend_name()]
        self._engine = _engine(url, self._ways, int(wait_s * 1000))
        self._url, self._wait_s = url, wait_s
        self._file: OpenFile | None = None  # known once it is settled
        self._lock = Lock()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for one SELECT: each statement sees a state of its own."""
        if self._file:
            self._file.require()
        with told(self.place), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that no other writer comes between, of any process; committed at the end, undone by any exception.

        What is committed to a file that is no longer at its path, or that something else was written into, is lost: ``StoreError`` is
        raised before anybody hears that it is kept.
        """
        self._require_whole_file()
        with self._lock, told(self.place), self._engine.begin() as connection:
            connection.exec_driver_sql(self._ways.begin_write)
            yield connection
        self._require_whole_file()

    def settle(self) -> None:
        """Set what a database remembers; call it once it is known to be ours.

        SQLite refuses a change of journal at once while another program looks at the file, however long it may wait: of six that made one
        store together, one was refused every sixth time. So it is asked again.
        """
        until = monotonic() + self._wait_s
        while not self._settled(last_try=monotonic() > until):
            sleep(_PAUSE_S)
        if self._url.get_backend_name() == "sqlite":
            with self.writing() as connection:
                mark = marked(connection)
            with self.reading() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint")  # into the file itself
            self._file = OpenFile(str(self._url.database), mark)

    def _require_whole_file(self) -> None:
        if self._file:
            self._file.require_whole()

    def _settled(self, *, last_try: bool) -> bool:
        try:
            with self.reading() as connection:
                for statement in self._ways.once:
                    connection.exec_driver_sql(statement)
        except StoreError:
            if last_try:
                raise
            return False
        return True

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()


def _engine(url: URL, ways: _Ways, wait_ms: int) -> Engine:
    try:
        # Hidden: notes of reviewers have no place in a log of errors.
        engine = create_engine(url, hide_parameters=True, **ways.options)
    except ModuleNotFoundError as error:
        raise StoreError(place_of(url), f"needs {error.name}", how_to_install("postgres")) from error

    def prepare(connection: DBAPIConnection, _record: object) -> None:
        if ways.text_of:
            connection.text_factory = ways.text_of  # of SQLite's driver alone
        cursor = connection.cursor()
        for statement in ways.on_connect:
            cursor.execute(statement.format(wait_ms=wait_ms))
        cursor.close()
        connection.commit()  # a SET that is rolled back is forgotten

    event.listen(engine, "connect", prepare)
    return engine
