"""A comparison -> tables of DuckDB, asked with SQL: who conflicts with how many others."""

import duckdb

import compare

TYPES = {str: "TEXT", int: "BIGINT", float: "DOUBLE", bool: "BOOLEAN"}

comparison = compare.compare_articles(compare.read_articles("examples/library/ferry.jsonl"), story="ferry")
database = duckdb.connect()
tables: tuple[compare.Table, ...] = ("articles", "conflicts")
for table in tables:
    columns = ", ".join(f"{name} {TYPES[kind]}" for name, kind in compare.ROW_COLUMNS[table].items())
    database.execute(f"CREATE TABLE {table} ({columns})")
    for row in compare.to_rows(comparison, table):
        database.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", list(row.values()))

asked = """
    SELECT outlet, count(DISTINCT other) AS others
    FROM conflicts JOIN articles USING (story, article)
    GROUP BY outlet
    ORDER BY others DESC, outlet
"""
for outlet, others in database.execute(asked).fetchall():
    print(outlet, others)
