"""Alembic's door: a connection inside a transaction -> the migrations that it lacks."""

from alembic import context

from compare.review.store.migrations import VERSION_TABLE

context.configure(connection=context.config.attributes["connection"], version_table=VERSION_TABLE)
context.run_migrations()
