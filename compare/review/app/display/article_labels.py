"""A run or its document -> every article as the pages name it, by id."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from compare.review.review_run import Run
from reports.labels import Column, outlets_of


def columns_of(run: Run) -> Mapping[str, Column]:
    """Those of a run; made once."""
    made: Mapping[str, Column] = run.kept("columns", partial(columns_in, run.document))
    return made


def columns_in(document: Mapping[str, Any]) -> Mapping[str, Column]:
    """Those of a document."""
    return {column.id: column for outlet in outlets_of(document["articles"]) for column in outlet.columns}
