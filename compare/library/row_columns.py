"""The tables that a comparison is written out as -> their columns, with types and meanings; docs/stability.md promises that they stay."""

from collections.abc import Mapping
from typing import Literal

Table = Literal["articles", "claims", "relations", "evidence", "conflicts", "members", "facts", "disputes", "clusters", "links", "skipped"]
Cell = str | int | float | bool | None
Row = dict[str, Cell]
CellType = type[str] | type[int] | type[float] | type[bool]

# A column means the same in each table that has it.
COLUMNS: Mapping[str, tuple[CellType, str]] = {
    "story": (str, "id of the story"),
    "article": (str, "id of the article"),
    "outlet": (str, "its outlet"),
    "title": (str, "its title"),
    "url": (str, "its address"),
    "language": (str, "its language: `vi` or `en`"),
    "published": (str, "when it appeared, ISO 8601 as precise as it is known"),
    "byline": (str, "who signed it"),
    "credited": (str, "the outlet that it credits"),
    "cut": (str, "why it is known to lack a part"),
    "claim": (str, "id of the claim"),
    "wording": (str, "the sentence that stands for the claim"),
    "voices": (int, "independent sources that tell it"),
    "score": (float, "how sure it is that the sentences are one claim; of evidence, how near a match is"),
    "disputed": (int, "slots that sources fill differently"),
    "verdict": (str, "a reviewer's verdict"),
    "reviewer": (str, "who decided last"),
    "relation": (str, "`agrees`, `adds_detail`, `conflicts`, `silent`, `not_known` or `unchecked`"),
    "rank": (int, "place of the evidence among that of the relation, from 0"),
    "check": (str, "what was compared"),
    "field": (str, "where the place lies: `text` or `title`"),
    "start": (int, "first code point of the place"),
    "end": (int, "code point behind the place"),
    "says": (str, "the words there"),
    "value": (str, "the value compared"),
    "other": (str, "id of the article that it is held against"),
    "other_field": (str, "as `field`, in the other article"),
    "other_start": (int, "as `start`"),
    "other_end": (int, "as `end`"),
    "other_says": (str, "as `says`"),
    "other_value": (str, "as `value`"),
    "quote": (str, "the sentence"),
    "clause_start": (int, "first code point of the clause that agrees, if that is not all of the sentence"),
    "clause_end": (int, "code point behind it"),
    "speaker": (str, "who says it"),
    "agency": (str, "the agency whose wording it is"),
    "negated": (bool, "whether the sentence denies"),
    "kind": (str, "`number`, `date` or `name`"),
    "number": (float, "the likeliest reading, in the base unit"),
    "high": (float, "upper end of a range"),
    "unit": (str, "key of the unit, empty for a plain count"),
    "hedge": (str, "`about`, `at least`, `at most` or `range`"),
    "date": (str, "ISO 8601, cut at its precision; nothing if it stays unresolved"),
    "precision": (str, "`minute` to `year`"),
    "name": (str, "key that all spellings of the name share"),
    "dispute": (int, "place of the dispute in its claim, from 0"),
    "slot": (str, "what sources fill differently"),
    "cluster": (str, "id of the cluster of near-duplicates"),
    "member": (int, "place in the cluster, from 0"),
    "first": (bool, "whether the article published it first, as far as dates decide"),
    "mark": (str, "what kind of text it is, if it is not body text"),
    "text": (str, "the paragraph"),
    "a": (int, "`member` of one end of the link"),
    "b": (int, "`member` of the other end"),
    "jaccard": (float, "share of all word shingles that both have"),
    "containment": (float, "share of those of the shorter one that both have"),
    "place": (str, "file, or file and line"),
    "reason": (str, "why it was skipped"),
}
_PLACE = ("field", "start", "end")
_OTHER = ("other", "other_field", "other_start", "other_end", "other_says", "other_value")
TABLES: Mapping[Table, tuple[str, ...]] = {
    "articles": ("story", "article", "outlet", "title", "url", "language", "published", "byline", "credited", "cut"),
    "claims": ("story", "claim", "wording", "voices", "score", "disputed", "verdict", "reviewer"),
    "relations": ("story", "claim", "wording", "article", "outlet", "published", "relation"),
    "evidence": ("story", "claim", "article", "relation", "rank", "check", *_PLACE, "says", "value", "score", *_OTHER),
    "conflicts": ("story", "claim", "article", "other"),
    "members": (*("story", "claim", "article", "outlet", *_PLACE, "quote", "clause_start", "clause_end", "speaker", "agency", "negated"),),
    "facts": (*("story", "claim", "article", *_PLACE, "kind", "says", "number", "high", "unit", "hedge", "date", "precision", "name"),),
    "disputes": ("story", "claim", "dispute", "slot", "value", "article", "outlet"),
    "clusters": ("story", "cluster", "member", "article", "outlet", "start", "end", "text", "mark", "first"),
    "links": ("story", "cluster", "a", "b", "jaccard", "containment"),
    "skipped": ("story", "place", "reason"),
}
# What one row is.
MEANINGS: Mapping[Table, str] = {
    "articles": "an article",
    "claims": "a claim",
    "relations": "a claim and an article: how the article stands to it",
    "evidence": "a piece of evidence of a relation",
    "conflicts": "an article and another one that it conflicts with on a claim",
    "members": "a sentence of a claim",
    "facts": "a number, date or name in a sentence of a claim",
    "disputes": "an article and the value that it gives in a slot that others fill differently",
    "clusters": "a paragraph that is near-duplicate of others",
    "links": "two paragraphs of a cluster that are near-duplicates",
    "skipped": "something given that could not be compared",
}
ROW_COLUMNS: Mapping[Table, Mapping[str, CellType]] = {table: {name: COLUMNS[name][0] for name in names} for table, names in TABLES.items()}
