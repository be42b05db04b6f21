"""A comparison -> tables of DuckDB, asked with SQL: who conflicts with how many others."""

import duckdb
import pyarrow as pa

import compare

comparison = compare.compare_articles(compare.read_articles("examples/library/ferry.jsonl"), story="ferry")
database = duckdb.connect()
database.register("articles", pa.Table.from_pylist(compare.to_rows(comparison, "articles")))
database.register("conflicts", pa.Table.from_pylist(compare.to_rows(comparison, "conflicts")))

asked = """
    SELECT outlet, count(DISTINCT other) AS others
    FROM conflicts JOIN articles USING (story, article)
    GROUP BY outlet
    ORDER BY others DESC, outlet
"""
for outlet, others in database.execute(asked).fetchall():
    print(outlet, others)
