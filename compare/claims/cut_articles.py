"""Relations to one claim, and the articles that are known to be cut -> the same, what a cut article does not tell being not known."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from compare.model import ArticleId, Cut, Evidence, Relation

CUT = "cut"


def known(relations: Sequence[Relation], cuts: Mapping[ArticleId, Cut]) -> tuple[Relation, ...]:
    """``cuts`` has the articles that are cut alone; the nearest sentence stays, and behind it stands why the article is known to be cut."""
    return tuple(_unknown(relation, cuts[relation.source]) if relation.source in cuts else relation for relation in relations)


def _unknown(relation: Relation, cut: Cut) -> Relation:
    if relation.kind != "silent":
        return relation
    why = Evidence(CUT, relation.source, None, cut.says or "", value=cut.reason)
    return replace(relation, kind="not_known", evidence=(*relation.evidence, why))
