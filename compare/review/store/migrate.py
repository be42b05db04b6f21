"""A connection in a write transaction -> its database with the tables of this version, or an error that leaves it unchanged."""

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, column, inspect, table, update

from compare.errors import StoreError
from compare.review.store.migrations import VERSION_TABLE

# Read through importlib.resources, since the package may be installed anywhere.
_SCRIPTS = "compare.review.store:migrations"


def migrate(connection: Connection, display_name: str) -> None:
    """Bring the tables up to date; ``StoreError`` for the database of another program or of a newer tellings."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", _SCRIPTS)
    scripts = ScriptDirectory.from_config(config)
    current = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE}).get_current_revision()
    if current is None and inspect(connection).get_table_names():
        raise StoreError(display_name, "is the database of another program", "name a store of tellings, or a path where nothing stands yet")
    if current is not None and current not in {script.revision for script in scripts.walk_revisions()}:
        raise StoreError(
            display_name, f"was written by a newer tellings (its tables are of revision {current})", "install the newest tellings"
        )
    if current != scripts.get_current_head():
        command.upgrade(config, "head")
    else:
        # Changes nothing, but fails now and not at the first decision if the database is read-only. (SQLite begins a write even then.)
        connection.execute(update(table(VERSION_TABLE, column("version_num"))).values(version_num=current))
