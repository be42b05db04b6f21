"""A data frame of articles -> a data frame of how each article stands to each claim."""

import pandas as pd

import compare

articles = pd.read_json("examples/library/ferry.jsonl", lines=True)
comparison = compare.compare_articles(compare.read_articles(articles), story="ferry")

rows = compare.to_rows(comparison, "relations")
relations = pd.DataFrame(rows, columns=list(compare.ROW_COLUMNS["relations"]))
print(relations[["outlet", "relation"]].to_string(index=False))
