"""Clusters of a document -> the section of the Markdown report on near-duplicate paragraphs, with what differs from the first one."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reports.differences import Piece
from reports.duplicate_paragraphs import DuplicateCluster, FigureContrast, ParagraphVersion, duplicate_clusters, shared_paragraphs
from reports.labels import Column
from reports.markdown_escape import escape
from reports.markdown_parts import bullet_list, heading, source_name
from reports.report_words import Words
from reports.seen_paragraphs import EarlierPlace, SeenParagraph
from reports.terms import KINDS, term

_WORDS_OF_A_TEXT = 40  # of the first version; the whole paragraph stands in its article
_WORDS_OF_A_PIECE = 16
_PIECES = 4  # shown of what was added, and of what is missing


def duplicates_section(clusters: Sequence[Mapping[str, Any]], columns: Sequence[Column], words: Words) -> Iterator[str]:
    """Who carries whose wording, then each cluster with its first version and how the others differ."""
    yield heading(words.say("Near-duplicate paragraphs"))
    copies = duplicate_clusters(clusters, columns)
    if not copies:
        yield words.say("No two paragraphs share enough of their wording to be one text.")
        return
    borrowed = shared_paragraphs(copies)
    if borrowed:
        yield words.say("Who carries whose wording") + ":"
        yield bullet_list(
            f"{source_name(b.by)} {'←' if b.dated else '↔'} {source_name(b.of)}: "
            + words.many("%(num)s paragraph", "%(num)s paragraphs", b.paragraphs)
            for b in borrowed
        )
        yield words.say("← carries a text that the other published first; ↔ share a text of which the dates do not say who was first.")
    yield "\n".join(_cluster(cluster, words) for cluster in copies)


def seen_before_section(found: Sequence[SeenParagraph], words: Words) -> Iterator[str]:
    """Where an index has met paragraphs of this story before."""
    if found:
        yield heading(words.say("Seen before"))
        yield words.say(
            "Paragraphs of this story that stand in the index, in other articles. "
            "Differences are marked against the paragraph of this story; the dates say who was first, not the order."
        )
        yield "\n".join(_seen(paragraph, words) for paragraph in found)


def _seen(paragraph: SeenParagraph, words: Words) -> str:
    more = [words.many("%(num)s more place is not shown.", "%(num)s more places are not shown.", paragraph.more)] if paragraph.more else []
    lines = [_before(before, words) for before in paragraph.before]
    return f"- {source_name(paragraph.column)}: “{_cut(paragraph.text, _WORDS_OF_A_TEXT)}”\n{bullet_list([*lines, *more], '  ')}"


def _before(before: EarlierPlace, words: Words) -> str:
    when = escape(words.date(before.published)) if before.published else words.say("undated")
    title = f", “{escape(before.title)}”" if before.title else ""
    return f"{escape(before.outlet)} ({when}){title}: {_differing(before, words)}"


def _cluster(cluster: DuplicateCluster, words: Words) -> str:
    paragraphs = words.many("%(num)s paragraph", "%(num)s paragraphs", len(cluster.versions))
    articles = words.many("one article", "%(num)s articles", cluster.articles)
    facts = [paragraphs, articles, *([words.say("not body text")] if cluster.marked else [])]
    lines = [_version(version, cluster, words) for version in cluster.versions]
    lines += [words.say("Differs") + f": {_contrast(contrast)}" for contrast in cluster.contrasts]
    return f"- {escape(cluster.id)} ({', '.join(facts)})\n{bullet_list(lines, '  ')}"


def _version(version: ParagraphVersion, cluster: DuplicateCluster, words: Words) -> str:
    facts = [escape(words.date(version.column.published)) if version.column.published else words.say("undated")]
    facts += [words.say("first") if cluster.dated else words.say("compared against")] if version.base else []
    facts += [words.say("same article")] if version.same_article else []
    facts += [words.say("marked %(kind)s", kind=term(version.mark, KINDS, words))] if version.mark and not cluster.marked else []
    line = f"“{_cut(version.text, _WORDS_OF_A_TEXT)}”" if version.base else _differing(version, words)
    return f"{source_name(version.column)} ({', '.join(facts)}): {line}"


def _differing(version: ParagraphVersion | EarlierPlace, words: Words) -> str:
    """Marks of punctuation are left to the HTML report, which shows them in place; a list of them says nothing."""
    if version.identical:
        return words.say("Word for word the same.")
    worded = [piece for piece in version.pieces if any(map(str.isalnum, piece.text))]
    kinds = ((words.say("added"), "added"), (words.say("missing"), "missing"))
    found = [(word, [piece for piece in worded if piece.kind == kind]) for word, kind in kinds]
    differences = [f"{word} {_pieces(pieces, words)}" for word, pieces in found if pieces]
    return "; ".join(differences) or words.say("Only punctuation differs.")


def _pieces(pieces: Sequence[Piece], words: Words) -> str:
    shown = [f"“{_cut(piece.text, _WORDS_OF_A_PIECE, more=bool(piece.left_out))}”" for piece in pieces[:_PIECES]]
    left_out = len(pieces) - _PIECES
    more = [words.many("%(num)s more place", "%(num)s more places", left_out)] if left_out > 0 else []
    return ", ".join([*shown, *more])


def _cut(text: str, most: int, *, more: bool = False) -> str:
    """Its first words, with a sign where there are others."""
    words = text.split()
    return escape(" ".join(words[:most])) + (" …" if more or len(words) > most else "")


def _contrast(contrast: FigureContrast) -> str:
    return f"{contrast.first.label} “{escape(contrast.first_says)}” · {contrast.second.label} “{escape(contrast.second_says)}”"
