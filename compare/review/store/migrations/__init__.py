"""The tables of a store as Alembic migrations, one small step in each file; each runs on every supported database."""

VERSION_TABLE = "tellings_version"
