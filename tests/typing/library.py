"""What a user writes behind ``import compare``, for the type checker: it is read, never run."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, assert_type

import compare

intake = compare.read_articles([Path("a.html"), {"id": "b", "outlet": "Sample", "text": "The ferry left.", "title": None}])
comparison = compare.compare_articles(intake, compare.load_settings("newsroom.toml"), story="ferry", decisions=Path("decisions.jsonl"))

assert_type(intake, compare.Intake)
assert_type(intake.articles, tuple[compare.Article, ...])
assert_type(compare.read_articles("folder").skipped, tuple[compare.Skipped, ...])
assert_type(comparison, compare.StoryComparison)
assert_type(comparison.claims[0].relations[0].kind, compare.RelationKind)
assert_type(comparison.claims[0].members[0].facts.numbers[0].values, tuple[float, ...])
assert_type(comparison.clusters[0].links, tuple[compare.Link, ...])
assert_type(comparison.document, Mapping[str, Any])
assert_type(compare.compare_stories(list(intake.articles), grouping="auto"), tuple[compare.StoryComparison, ...])
assert_type(compare.to_rows([comparison], "facts"), list[compare.Row])
assert_type(compare.to_rows(comparison, "ladders"), list[compare.Row])
assert_type(comparison.facts[0].values[0].said[0], compare.FactMention)
assert_type(comparison.facts[0].ladder, tuple[compare.Rung, ...])
assert_type(comparison.entities[0].mentions, tuple[compare.EntityMention, ...])
assert_type(compare.report(comparison, format="markdown", language="vi"), str)
assert_type(compare.report({"schema": "comparison/1"}), str)
assert_type(compare.load_comparison("comparison.json"), compare.StoryComparison)
assert_type(compare.violations({}), tuple[compare.Violation, ...])
assert_type(compare.near_duplicates(["one", "two"])[0].members, tuple[int, ...])
assert_type(compare.open_index("archive").query(intake)[0].earlier[0].jaccard, float)

compare.report(comparison, format="pdf")  # pyright: ignore[reportArgumentType] - there is no such format
compare.to_rows(comparison, "claim")  # pyright: ignore[reportArgumentType] - nor such a table
compare.compare_article(intake)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType] - a typo is caught
comparison.title = "changed"  # pyright: ignore[reportAttributeAccessIssue] - data is frozen
compare.compare_articles(intake, None, "ferry")  # pyright: ignore[reportCallIssue] - the rest is given by name
