"""A comparison document, of a run or from a file -> its parts as frozen values, and back to the file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path
from typing import Any

from compare.consistency.document_checks import violations_of
from compare.consistency.violation import Violation
from compare.documents.from_document import article_of, cluster_of, entity_of, fact_of, group_of
from compare.documents.load import comparisons_in, load_document, require_sound, violations_in
from compare.documents.write import as_json, write
from compare.errors import DocumentError
from compare.model import Article, ArticleId, ClaimGroup, Cluster, Fault, Passage, Skipped, Span
from compare.story_result import Entity, Fact

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryComparison:
    """Who says what of one story: what a comparison document says, as values.

    ``facts`` are what the story says slot by slot, disputed ones first, ``entities`` the persons, bodies and places that it names.
    ``claims`` are sentences of at least two articles that report one thing, with how each article stands to it, ``clusters`` near-duplicate
    paragraphs, ``only_one_source`` the places of sentences that no other article tells. Places are code points of an article's text or
    title, half open. ``document`` is all of it as plain JSON values, with pairs that fall short of a claim, decisions of reviewers and the
    settings; it is not to be changed. Two comparisons are equal if their documents are, the time among it.
    """

    story: str
    title: str
    articles: tuple[Article, ...]
    claims: tuple[ClaimGroup, ...]
    clusters: tuple[Cluster, ...]
    only_one_source: tuple[Passage, ...]
    skipped: tuple[Skipped, ...]
    warnings: tuple[str, ...]
    document: Document = field(repr=False, hash=False)
    facts: tuple[Fact, ...] = ()
    entities: tuple[Entity, ...] = ()
    faults: tuple[Fault, ...] = field(default=(), compare=False)  # unexpected errors of this run, of which a file says the kind alone


def comparison_of(document: Document, faults: tuple[Fault, ...] = ()) -> StoryComparison:
    """The values of a document that is sound."""
    articles = tuple(map(article_of, document["articles"]))
    languages = {article.id: article.language for article in articles}
    return StoryComparison(
        story=document["story"]["id"],
        title=document["story"]["title"],
        articles=articles,
        claims=tuple(group_of(claim, languages) for claim in document["claims"]),
        clusters=tuple(map(cluster_of, document["clusters"])),
        only_one_source=tuple(
            Passage(ArticleId(alone["article"]), "text", Span(alone["start"], alone["end"])) for alone in document["only_one_source"]
        ),
        skipped=tuple(Skipped(skipped["place"], skipped["why"]) for skipped in document["skipped"]),
        warnings=tuple(document["run"]["warnings"]),
        document=document,
        facts=tuple(map(fact_of, document.get("facts", ()))),
        entities=tuple(map(entity_of, document.get("entities", ()))),
        faults=faults,
    )


def load_comparison(source: str | PathLike[str] | Document) -> StoryComparison:
    """The comparison in a ``comparison.json``, in the folder of one, or in a document as JSON values.

    ``DocumentError`` if it is none, breaks its schema, or says what is not true of itself (docs/document.md); a folder of several stories
    is for ``load_comparisons``.
    """
    if isinstance(source, Mapping):
        document = dict(source)
        require_sound(document, "comparison document")
        return comparison_of(document)
    paths = comparisons_in(Path(source))
    if len(paths) > 1:
        raise DocumentError(str(source), f"holds {len(paths)} stories", "name the folder of one, or load them with load_comparisons")
    return comparison_of(load_document(paths[0]))


def load_comparisons(folder: str | PathLike[str]) -> tuple[StoryComparison, ...]:
    """Every story of a folder that ``tellings compare`` wrote, in order of the names of their folders. ``DocumentError`` as above."""
    return tuple(comparison_of(load_document(path)) for path in comparisons_in(Path(folder)))


def violations(source: str | PathLike[str] | Document) -> tuple[Violation, ...]:
    """All that keeps a document, or a file of one, from being sound, as ``tellings validate`` tells it; nothing if it is.

    ``DocumentError`` only for a file that cannot be read as JSON.
    """
    return tuple(violations_of(dict(source)) if isinstance(source, Mapping) else violations_in(Path(source))[1])


def to_json(comparison: StoryComparison) -> str:
    """The document as ``tellings compare`` writes it, to the byte; equal input, settings and ``made_at`` give an equal text."""
    return as_json(comparison.document)


def write_comparison(comparison: StoryComparison, path: str | PathLike[str], *, force: bool = False) -> None:
    """Write ``to_json`` into a file: whole, or not at all.

    ``OutputError`` if a file stands there that tellings did not make, unless ``force`` is on, or if the place cannot be written.
    """
    write(Path(path), to_json(comparison), force=force)
