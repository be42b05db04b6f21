"""Paragraphs with their texts -> verified clusters of near-duplicates."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from compare.duplicates.candidate_pairs import LARGEST_PAIRED_GROUP
from compare.duplicates.components import Component, components
from compare.duplicates.first_article import first_article
from compare.duplicates.shingles import ShingledText, containment, is_near, jaccard, shingle_text
from compare.model import ArticleId, Cluster, Link, Paragraph, Published
from compare.settings import DuplicateSettings
from compare.text.tokens import checksum


@dataclass(frozen=True, slots=True)
class _Member:
    """A paragraph, its text, and which of the distinct wordings it has."""

    paragraph: Paragraph
    text: str
    wording: int


def find_clusters(
    texts: Sequence[tuple[Paragraph, str]], published: Mapping[ArticleId, Published | None], settings: DuplicateSettings
) -> tuple[Cluster, ...]:
    """Connected components of verified pairs, by first member; the order of ``texts`` changes nothing.

    A paragraph of fewer than ``shingle_words`` words takes no part; marked paragraphs do, and a cluster may lie within one
    article (a caption and its sentence). A cluster of up to ``CROWD`` members has a link for every pair of members that is
    near; a larger one has only links that hold it together, one fewer than its members, so that thousands of copies of a
    line cost thousands of links and not millions.
    """
    copies: defaultdict[ShingledText, list[tuple[Paragraph, str]]] = defaultdict(list)
    for paragraph, text in texts:
        copies[shingle_text(text, settings.shingle_words)].append((paragraph, text))
    wordings = sorted((wording for wording in copies if wording.shingles), key=lambda wording: wording.words)
    found = []
    for component in components(wordings, settings):
        members = sorted((_Member(*copy, at) for at in component.texts for copy in copies[wordings[at]]), key=_place)
        if len(members) > 1:
            pairs = _held_together(members, component) if len(members) > LARGEST_PAIRED_GROUP else _near(members, wordings, settings)
            links = tuple(_link(pair, members, wordings) for pair in pairs)
            paragraphs = tuple(member.paragraph for member in members)
            first = first_article((paragraph.article for paragraph in paragraphs), published)
            found.append(Cluster(cluster_id(paragraphs, [member.text for member in members]), paragraphs, links, first))
    return tuple(sorted(found, key=lambda cluster: (cluster.members[0].article, cluster.members[0].span)))


def _place(member: _Member) -> tuple[str, int, int]:
    return member.paragraph.article, member.paragraph.span.start, member.paragraph.span.end


def _near(members: Sequence[_Member], wordings: Sequence[ShingledText], settings: DuplicateSettings) -> Iterator[tuple[int, int]]:
    """All pairs that are near, whether or not they were candidates."""
    for a, one in enumerate(members):
        for b in range(a + 1, len(members)):
            other = members[b].wording
            if one.wording == other or is_near(wordings[one.wording], wordings[other], settings):
                yield a, b


def _held_together(members: Sequence[_Member], component: Component) -> list[tuple[int, int]]:
    """Each copy with the first of its wording, and these along the component's tree."""
    firsts: dict[int, int] = {}
    for at, member in enumerate(members):
        firsts.setdefault(member.wording, at)
    stars = [(firsts[member.wording], at) for at, member in enumerate(members) if firsts[member.wording] != at]
    tree = [(min(firsts[a], firsts[b]), max(firsts[a], firsts[b])) for a, b in component.tree]
    return sorted(stars + tree)


def _link(pair: tuple[int, int], members: Sequence[_Member], wordings: Sequence[ShingledText]) -> Link:
    a, b = (wordings[members[at].wording] for at in pair)
    return Link(*pair, jaccard=round(jaccard(a, b), 6), containment=round(containment(a, b), 6))


def cluster_id(paragraphs: Sequence[Paragraph], texts: Sequence[str]) -> str:
    """Equal over runs and inputs as long as the paragraphs, in their order, and their texts are."""
    lines = ("\x1f".join((p.article, str(p.span.start), str(p.span.end), text)) for p, text in zip(paragraphs, texts, strict=True))
    return f"d-{checksum(chr(0x1E).join(lines))[:10]}"
