"""A path or URL -> the store at that location, created if there is none."""

from pathlib import Path

from compare.review.store.database import Database
from compare.review.store.migrate import migrate
from compare.review.store.sql_store import SqlStore
from compare.review.store.store_protocol import Store
from compare.review.store.store_url import database_url


def open_store(location: str | Path, *, wait_s: float = 5.0) -> Store:
    """A file (SQLite), ``sqlite:///FILE`` or ``postgresql://USER@HOST/DATABASE``; close it when done.

    ``wait_s`` is how long a write waits for one of another program. ``StoreError`` if there is no such database, if it is of another
    program or a newer tellings, or if it cannot be written.
    """
    database = Database(database_url(location), wait_s)
    try:
        with database.writing() as connection:
            migrate(connection, database.display_name)
        database.apply_persistent_settings()
    except BaseException:
        database.close()
        raise
    return SqlStore(database)
