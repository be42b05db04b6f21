"""Nothing -> events that can only be added, which passages they touch, runs, and preferences."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

# Decisions are appended, never edited: the database itself refuses anything else.
_APPEND_ONLY = {
    "sqlite": tuple(
        f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, 'decisions are never edited'); END"
        for table in ("events", "touches")
        for act in ("UPDATE", "DELETE")
    ),
    "postgresql": (
        "CREATE FUNCTION never_edited() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'decisions are never edited'; END $$",
        *(
            f"CREATE TRIGGER {table}_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} EXECUTE FUNCTION never_edited()"
            for table in ("events", "touches")
        ),
    ),
}


def upgrade() -> None:
    """Make the tables."""
    _make_log()
    op.create_table(
        "runs",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("story", sa.Text, nullable=False),
        sa.Column("made_at", sa.Text, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("opened", sa.Text, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("document", sa.LargeBinary, nullable=False),
    )
    op.create_table("preferences", sa.Column("reviewer", sa.Text, primary_key=True), sa.Column("body", sa.Text, nullable=False))


def _make_log() -> None:
    op.create_table(
        "events",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("story", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("act", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.UniqueConstraint("story", "id"),
    )
    op.create_index("events_of_story", "events", ["story", "seq"])
    op.create_index("events_of_act", "events", ["story", "act"])
    op.create_table(
        "touches",
        sa.Column("story", sa.Text, primary_key=True),
        sa.Column("passage", sa.Text, primary_key=True),
        sa.Column("seq", sa.Integer, sa.ForeignKey("events.seq"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("touches_of_event", "touches", ["seq"])
    for statement in _APPEND_ONLY[op.get_bind().dialect.name]:
        op.execute(statement)
