"""A regrouped set of paragraphs -> its cluster: links measured anew, who was first, the mark of each paragraph kept."""

from itertools import combinations

from compare.duplicates.find_clusters import cluster_id
from compare.duplicates.first_article import first_article
from compare.duplicates.shingles import containment, is_near, jaccard, shingle_text
from compare.model import Cluster, Link, Paragraph
from compare.review.regroup import Regrouped
from compare.review.review_run import Run


def cluster_of(regrouped: Regrouped, run: Run) -> Cluster | None:
    """The cluster of ``regrouped``; ``None`` if one paragraph is left. A cluster that nobody changed is the one it was.

    Every near pair is linked; a paragraph that a reviewer put there and that is near none is linked to the one it shares most with.
    """
    origins = [run.clusters[index] for index in regrouped.origins]
    if len(origins) == 1 and regrouped.members == run.copied[regrouped.origins[0]]:
        return origins[0]
    if len(regrouped.members) < 2:
        return None
    marks = {(m.article, m.span): m.mark for cluster in run.clusters for m in cluster.members}
    members = tuple(Paragraph(p.article, p.span, marks.get((p.article, p.span))) for p in sorted(regrouped.members))
    return Cluster(
        cluster_id(members, [_text(member, run) for member in members]),
        members,
        _links(members, run),
        first_article((member.article for member in members), run.published),
    )


def _text(member: Paragraph, run: Run) -> str:
    return member.span.of(run.articles[member.article].text)


def _links(members: tuple[Paragraph, ...], run: Run) -> tuple[Link, ...]:
    settings = run.settings.duplicates
    sets = [shingle_text(_text(member, run), settings.shingle_words) for member in members]
    measured = {
        (a, b): Link(a, b, round(jaccard(sets[a], sets[b]), 6), round(containment(sets[a], sets[b]), 6))
        for a, b in combinations(range(len(members)), 2)
        if sets[a].shingles and sets[b].shingles
    }
    near = {(a, b) for a, b in measured if is_near(sets[a], sets[b], settings)}
    linked = {at for pair in near for at in pair}
    for at in set(range(len(members))) - linked:
        own = [pair for pair in measured if at in pair]
        near.add(max(own, key=lambda pair: (measured[pair].containment, measured[pair].jaccard, -pair[0], -pair[1]), default=_blank(at)))
    return tuple(measured.get(pair, Link(*pair, 0.0, 0.0)) for pair in sorted(near))


def _blank(at: int) -> tuple[int, int]:
    """The pair that links a paragraph too short to be measured."""
    return (0, at) if at else (0, 1)
