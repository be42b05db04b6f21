"""The entry point for Alembic: a connection in a transaction -> the missing migrations are run on it."""

from alembic import context

from compare.review.store.migrations import VERSION_TABLE

context.configure(connection=context.config.attributes["connection"], version_table=VERSION_TABLE)
context.run_migrations()
