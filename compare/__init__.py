"""Articles, texts and documents in; comparisons, rows, near-duplicates and reports out: the library (docs/library.md).

Everything that ``__all__`` names is imported when it is first asked for, so that ``import compare`` costs nothing.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare.consistency.violation import Violation
    from compare.duplicates.index.add_articles import Added
    from compare.duplicates.index.grow_clusters import AddCounts
    from compare.errors import (
        DamagedIndexError,
        DecisionError,
        DocumentError,
        IndexFolderError,
        InputError,
        OutputError,
        SettingsError,
        TellingsError,
    )
    from compare.library.articles import read_articles
    from compare.library.compare_articles import compare_articles, compare_stories
    from compare.library.comparison import (
        StoryComparison,
        load_comparison,
        load_comparisons,
        to_json,
        violations,
        write_comparison,
    )
    from compare.library.load_settings import load_settings
    from compare.library.near_duplicates import TextCluster, near_duplicates
    from compare.library.paragraph_index import EarlierParagraph, ParagraphIndex, SeenParagraph, open_index
    from compare.library.render_report import report
    from compare.library.row_columns import ROW_COLUMNS, Row, Table
    from compare.library.rows import to_rows
    from compare.model import (
        Article,
        ArticleId,
        Claim,
        ClaimGroup,
        Cluster,
        Credits,
        Cut,
        Date,
        Dispute,
        Evidence,
        Facts,
        Fault,
        Link,
        Name,
        Number,
        Paragraph,
        Passage,
        Published,
        Relation,
        RelationKind,
        Side,
        Skipped,
        Span,
        Voice,
    )
    from compare.settings import Settings
    from compare.sources.read_inputs import Intake
    from compare.story_result import Entity, EntityMention, Fact, FactMention, FactValue, Rung
else:
    # Where each name is at home.
    _HOMES = {
        "compare.consistency.violation": ("Violation",),
        "compare.duplicates.index.add_articles": ("Added",),
        "compare.duplicates.index.grow_clusters": ("AddCounts",),
        "compare.errors": (
            *("DamagedIndexError", "DecisionError", "DocumentError", "IndexFolderError", "InputError", "OutputError"),
            *("SettingsError", "TellingsError"),
        ),
        "compare.library.articles": ("read_articles",),
        "compare.library.compare_articles": ("compare_articles", "compare_stories"),
        "compare.library.comparison": (
            *("StoryComparison", "load_comparison", "load_comparisons", "to_json", "violations", "write_comparison"),
        ),
        "compare.library.load_settings": ("load_settings",),
        "compare.library.near_duplicates": ("TextCluster", "near_duplicates"),
        "compare.library.paragraph_index": ("EarlierParagraph", "ParagraphIndex", "SeenParagraph", "open_index"),
        "compare.library.render_report": ("report",),
        "compare.library.row_columns": ("ROW_COLUMNS", "Row", "Table"),
        "compare.library.rows": ("to_rows",),
        "compare.model": (
            *("Article", "ArticleId", "Claim", "ClaimGroup", "Cluster", "Credits", "Cut", "Date", "Dispute", "Evidence", "Facts"),
            *("Fault", "Link", "Name", "Number", "Paragraph", "Passage", "Published", "Relation", "RelationKind", "Side", "Skipped"),
            *("Span", "Voice"),
        ),
        "compare.settings": ("Settings",),
        "compare.sources.read_inputs": ("Intake",),
        "compare.story_result": ("Entity", "EntityMention", "Fact", "FactMention", "FactValue", "Rung"),
    }

    def __getattr__(name: str) -> object:
        from importlib import import_module

        for home, names in _HOMES.items():
            if name in names:
                value = globals()[name] = getattr(import_module(home), name)
                return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return [*__all__, *(name for name in globals() if name.startswith("__"))]


__all__ = [
    "ROW_COLUMNS",
    "AddCounts",
    "Added",
    "Article",
    "ArticleId",
    "Claim",
    "ClaimGroup",
    "Cluster",
    "Credits",
    "Cut",
    "DamagedIndexError",
    "Date",
    "DecisionError",
    "Dispute",
    "DocumentError",
    "EarlierParagraph",
    "Entity",
    "EntityMention",
    "Evidence",
    "Fact",
    "FactMention",
    "FactValue",
    "Facts",
    "Fault",
    "IndexFolderError",
    "InputError",
    "Intake",
    "Link",
    "Name",
    "Number",
    "OutputError",
    "Paragraph",
    "ParagraphIndex",
    "Passage",
    "Published",
    "Relation",
    "RelationKind",
    "Row",
    "Rung",
    "SeenParagraph",
    "Settings",
    "SettingsError",
    "Side",
    "Skipped",
    "Span",
    "StoryComparison",
    "Table",
    "TellingsError",
    "TextCluster",
    "Violation",
    "Voice",
    "compare_articles",
    "compare_stories",
    "load_comparison",
    "load_comparisons",
    "load_settings",
    "near_duplicates",
    "open_index",
    "read_articles",
    "report",
    "to_json",
    "to_rows",
    "violations",
    "write_comparison",
]
