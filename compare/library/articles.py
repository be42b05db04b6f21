"""Files, folders, records or a data frame -> articles, and what of it is none."""

import os
from collections.abc import Iterable, Mapping
from os import PathLike
from pathlib import Path
from typing import Any

from compare.model import Article
from compare.settings import Settings
from compare.sources.read_inputs import Intake, IntakeOptions, read_inputs
from compare.sources.unique_ids import first_of_each

Given = str | PathLike[str] | Mapping[Any, Any]


def read_articles(inputs: Given | Iterable[object], settings: Settings | None = None) -> Intake:
    """Articles of paths and records, and each thing that is none with its place and the reason; nothing that is in them raises.

    A path is a ``str`` or ``Path`` of a file or folder in any format that ``tellings compare`` reads. A record is a mapping with the
    fields of ``tellings schema article`` (``input.columns`` renames them): ``id``, ``outlet`` and ``text`` have to be there, other fields
    are left alone. ``None``, ``NaN`` and ``NaT`` were not given; a date may be one of Python. The first record stands at ``records:1``.
    A frame of pandas or polars is its rows. The order of the inputs changes nothing but which of two records with one id is kept.

    Nothing is fetched: an address is no path (``tellings fetch`` keeps pages).
    """
    paths: list[str] = []
    records: list[object] = []
    for each in _each(inputs):
        if isinstance(each, (str, PathLike)):
            paths.append(_path(each))
        else:
            records.append(each)
    return read_inputs(paths, (settings or Settings()).input, options=IntakeOptions(records=records))


def intake_of(articles: Intake | Iterable[Article]) -> Intake:
    """What was read; or articles sorted by story and id, where a second one of an id is skipped."""
    if isinstance(articles, Intake):
        return articles
    kept, repeated = first_of_each([(article.origin, article) for article in articles])
    return Intake(tuple(sorted(kept, key=lambda article: (article.story or "", article.id))), tuple(repeated))


def _each(inputs: Given | Iterable[object]) -> Iterable[object]:
    if isinstance(inputs, (str, PathLike, Mapping)):
        return [inputs]
    rows = getattr(inputs, "to_dicts", None)
    if rows is not None:
        return list(rows())
    columns = getattr(inputs, "to_dict", None)
    if columns is not None:
        return list(columns(orient="records"))
    if isinstance(inputs, Iterable):
        return inputs
    raise TypeError(f"read_articles takes paths, records or a data frame, not {type(inputs).__name__}")


def _path(given: str | PathLike[str]) -> str:
    """A file that is called ``-`` is a file here, and not standard input."""
    path = os.fspath(given)
    return str(Path.cwd() / path) if path == "-" else path
