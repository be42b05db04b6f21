"""A path or URL as a person gives it -> the URL of a database, and the name that messages call it by."""

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from compare.errors import StoreError

_DRIVERS = {"sqlite": "sqlite+pysqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}
_REMEDY = "give a file, sqlite:///FILE or postgresql://USER@HOST/DATABASE"


def address(where: str | Path) -> URL:
    """The URL with the driver that is used here; a text without ``://`` is a file. ``StoreError`` if it leads to no such database."""
    if isinstance(where, Path) or "://" not in where:
        return URL.create(_DRIVERS["sqlite"], database=str(where))
    try:
        url = make_url(where)
    except ArgumentError as error:
        raise StoreError(where.partition("://")[0] + "://…", "is no address of a database", _REMEDY) from error
    driver = _DRIVERS.get(url.get_backend_name())
    if driver is None:
        raise StoreError(place_of(url), "is a kind of database that tellings does not know", _REMEDY)
    if driver == _DRIVERS["sqlite"] and url.database in {None, "", ":memory:"}:
        raise StoreError(place_of(url), "names no file", _REMEDY)
    return url.set(drivername=driver)


def place_of(url: URL) -> str:
    """The file, or the URL without its password."""
    if url.get_backend_name() == "sqlite" and url.database:
        return url.database
    return url.render_as_string(hide_password=True)
