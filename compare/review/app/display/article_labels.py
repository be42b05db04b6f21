"""A run or its document -> the label, outlet and title of each article, by id."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from compare.review.review_run import Run
from reports.labels import Column, outlets_of


def article_columns(run: Run) -> Mapping[str, Column]:
    """The columns of a run; made once."""
    columns: Mapping[str, Column] = run.cached("columns", partial(document_columns, run.document))
    return columns


def document_columns(document: Mapping[str, Any]) -> Mapping[str, Column]:
    """The columns of a document."""
    return {column.id: column for outlet in outlets_of(document["articles"]) for column in outlet.columns}
