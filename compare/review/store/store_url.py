"""A path or URL as a person gives it -> the URL of a database; such a URL -> its name in messages."""

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from compare.errors import StoreError

_DRIVERS = {"sqlite": "sqlite+pysqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}
_REMEDY = "give a file, sqlite:///FILE or postgresql://USER@HOST/DATABASE"


def database_url(location: str | Path) -> URL:
    """The URL with its driver; a text without ``://`` is a file. ``StoreError`` if it is not of SQLite or PostgreSQL."""
    if isinstance(location, Path) or "://" not in location:
        return URL.create(_DRIVERS["sqlite"], database=str(location))
    try:
        url = make_url(location)
    except ArgumentError as error:
        raise StoreError(location.partition("://")[0] + "://…", "is no address of a database", _REMEDY) from error
    driver = _DRIVERS.get(url.get_backend_name())
    if driver is None:
        raise StoreError(display_name(url), "is a kind of database that tellings does not know", _REMEDY)
    if driver == _DRIVERS["sqlite"] and url.database in {None, "", ":memory:"}:
        raise StoreError(display_name(url), "names no file", _REMEDY)
    return url.set(drivername=driver)


def display_name(url: URL) -> str:
    """The file, or the URL without its password."""
    if url.get_backend_name() == "sqlite" and url.database:
        return url.database
    return url.render_as_string(hide_password=True)
