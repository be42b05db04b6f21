"""The tables of a store, one small step a file; each runs on every database that a store can stand in."""

VERSION_TABLE = "tellings_version"
