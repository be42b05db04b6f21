"""A database inside a write -> the same with the tables of this program, or a refusal that leaves it as it was."""

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, column, inspect, table, update

from compare.errors import StoreError
from compare.review.store.migrations import VERSION_TABLE

# Read through importlib.resources, as the package may lie anywhere.
_SCRIPTS = "compare.review.store:migrations"


def migrate(connection: Connection, place: str) -> None:
    """Bring the tables up to date; ``StoreError`` for another program's database, and for one of a newer tellings."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", _SCRIPTS)
    scripts = ScriptDirectory.from_config(config)
    current = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE}).get_current_revision()
    if current is None and inspect(connection).get_table_names():
        raise StoreError(place, "is the database of another program", "name a store of tellings, or a path where nothing stands yet")
    if current is not None and current not in {script.revision for script in scripts.walk_revisions()}:
        raise StoreError(place, f"was written by a newer tellings (its tables are of revision {current})", "install the newest tellings")
    if current != scripts.get_current_head():
        command.upgrade(config, "head")
    else:
        # Changes nothing: what cannot be written is told now, not at the first decision. (SQLite begins a write even on a read-only file.)
        connection.execute(update(table(VERSION_TABLE, column("version_num"))).values(version_num=current))
