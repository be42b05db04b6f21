"""The preferences of a reviewer (language, theme, keys) <-> one row for each reviewer."""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from compare.review.store.store_protocol import JsonObject
from compare.review.store.table_names import PREFERENCES


def preferences(connection: Connection, reviewer: str) -> JsonObject:
    """As ``Store.preferences``."""
    body = connection.scalar(select(PREFERENCES.c.body).where(PREFERENCES.c.reviewer == reviewer))
    values: JsonObject = json.loads(body) if body else {}
    return values


def set_preferences(connection: Connection, reviewer: str, values: Mapping[str, Any]) -> None:
    """As ``Store.set_preferences``."""
    connection.execute(delete(PREFERENCES).where(PREFERENCES.c.reviewer == reviewer))
    connection.execute(insert(PREFERENCES), {"reviewer": reviewer, "body": json.dumps(dict(values), allow_nan=False)})
