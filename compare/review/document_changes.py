"""An earlier and a later comparison document of one story -> what is new, gone or changed in the later one.

A passage is the same if it has the same span in the same field of the same article, and the text of that field is unchanged.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from compare.model import ArticleId, FieldName, Passage, Span
from compare.text.tokens import checksum

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ArticleChanges:
    """Ids of articles, in the order of their document; changed articles have another title or text."""

    new: tuple[ArticleId, ...]
    gone: tuple[ArticleId, ...]
    changed: tuple[ArticleId, ...]


@dataclass(frozen=True, slots=True)
class RelationChange:
    """An article of both documents whose relation to the claim changed."""

    article: ArticleId
    before: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimChange:
    """A claim that changed: ``before`` is ``None`` for a new claim, ``now`` for one that is gone.

    ``gained`` are passages of the later document, ``lost`` of the earlier one.
    """

    before: Document | None
    now: Document | None
    gained: tuple[Passage, ...] = ()
    lost: tuple[Passage, ...] = ()
    relations: tuple[RelationChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """Changed claims in the order of the later document, then those that are gone; ``unchanged`` counts the others."""

    articles: ArticleChanges
    claims: tuple[ClaimChange, ...]
    unchanged: int


class _Location(NamedTuple):
    """A passage and the checksum of its field: equal in both documents only if nothing moved."""

    passage: Passage
    sha256: str


def compare_documents(earlier: Document, later: Document) -> Changes:
    """The changes from the earlier document to the later one."""
    before, now = (_claim_locations(document) for document in (earlier, later))
    pairs = _paired_claims(before, now)
    both = {article["id"] for article in earlier["articles"]} & {article["id"] for article in later["articles"]}
    found = [
        _change(None if at not in pairs else (earlier["claims"][pairs[at]], before[pairs[at]]), (claim, now[at]), both)
        for at, claim in enumerate(later["claims"])
    ]
    paired = set(pairs.values())
    gone = [
        ClaimChange(before=claim, now=None, lost=_passages(before[at])) for at, claim in enumerate(earlier["claims"]) if at not in paired
    ]
    changed = [change for change in found if change]
    return Changes(_articles(earlier, later), (*changed, *gone), len(found) - len(changed))


def member_passages(claim: Document) -> tuple[Passage, ...]:
    """The passages of a claim in a document."""
    return tuple(Passage(ArticleId(m["article"]), _field(m["field"]), Span(m["start"], m["end"])) for m in claim["members"])


def _claim_locations(document: Document) -> list[frozenset[_Location]]:
    sums = {(a["id"], field): checksum(a[field] or "") for a in document["articles"] for field in ("text", "title")}
    return [
        frozenset(_Location(location, sums[location.article, location.field]) for location in member_passages(claim))
        for claim in document["claims"]
    ]


def _field(name: str) -> FieldName:
    return "title" if name == "title" else "text"


def _articles(earlier: Document, later: Document) -> ArticleChanges:
    before, now = ({a["id"]: (a["title"], a["text"]) for a in document["articles"]} for document in (earlier, later))
    return ArticleChanges(
        new=tuple(ArticleId(name) for name in now if name not in before),
        gone=tuple(ArticleId(name) for name in before if name not in now),
        changed=tuple(ArticleId(name) for name in now if name in before and now[name] != before[name]),
    )


def _paired_claims(before: Sequence[frozenset[_Location]], now: Sequence[frozenset[_Location]]) -> dict[int, int]:
    """Index of a later claim -> index of the earlier claim that it was; pairs that share most locations first, each claim once."""
    claims_at: dict[_Location, list[int]] = {}
    for at, members in enumerate(before):
        for location in members:
            claims_at.setdefault(location, []).append(at)
    shared = Counter((at, old) for at, members in enumerate(now) for location in members for old in claims_at.get(location, ()))
    pairs: dict[int, int] = {}
    paired: set[int] = set()
    for at, old in sorted(shared, key=lambda pair: (-shared[pair], len(now[pair[0]] ^ before[pair[1]]), pair)):
        if at not in pairs and old not in paired:
            pairs[at] = old
            paired.add(old)
    return pairs


def _change(
    earlier: tuple[Document, frozenset[_Location]] | None, later: tuple[Document, frozenset[_Location]], both: set[str]
) -> ClaimChange | None:
    """The change of one claim; ``None`` if it did not change."""
    claim, now = later
    if earlier is None:
        return ClaimChange(before=None, now=claim, gained=_passages(now))
    old, before = earlier
    relations = _relations(old, claim, both)
    if now == before and not relations:
        return None
    return ClaimChange(before=old, now=claim, gained=_passages(now - before), lost=_passages(before - now), relations=relations)


def _relations(old: Document, new: Document, both: set[str]) -> tuple[RelationChange, ...]:
    before = {source["article"]: source["relation"] for source in old["sources"]}
    return tuple(
        RelationChange(ArticleId(source["article"]), before[source["article"]], source["relation"])
        for source in new["sources"]
        if source["article"] in both and before.get(source["article"], source["relation"]) != source["relation"]
    )


def _passages(locations: Iterable[_Location]) -> tuple[Passage, ...]:
    return tuple(sorted(location.passage for location in locations))
