"""A file of articles -> a report, and the document that it is made of, kept in a file and read again."""

from pathlib import Path
from tempfile import TemporaryDirectory

import compare

settings = compare.load_settings({"claims": {"threshold": 0.5}})
intake = compare.read_articles("examples/library/ferry.jsonl", settings)
comparison = compare.compare_articles(intake, settings, story="ferry")

with TemporaryDirectory() as folder:
    path = Path(folder) / "comparison.json"
    compare.write_comparison(comparison, path)
    again = compare.load_comparison(path)

print("the same comparison:", again == comparison)
print(compare.report(again, language="vi").splitlines()[0])
print(compare.report(again, format="csv").count("\n"), "lines of CSV")
