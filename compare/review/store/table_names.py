"""The tables and columns of a store, for queries; ``migrations`` creates them."""

from sqlalchemy import Integer, LargeBinary, Text, column, table

# One row for each event, in order of arrival; ``body`` is its line of decisions.jsonl.
EVENTS = table("events", column("seq", Integer), column("story", Text), column("id", Text), column("act", Text), column("body", Text))

# Which event touches which passage.
TOUCHES = table("touches", column("story", Text), column("passage", Text), column("seq", Integer))

# ``place`` gets a higher number each time that a run is opened.
RUNS = table(
    "runs",
    column("id", Text),
    column("story", Text),
    column("made_at", Text),
    column("version", Text),
    column("opened", Text),
    column("place", Integer),
    column("document", LargeBinary),
)

PREFERENCES = table("preferences", column("reviewer", Text), column("body", Text))
