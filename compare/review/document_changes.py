"""Two comparison documents of one story, an earlier and a later one -> what is new, gone or changed in the later one.

A passage is the same if it stands at the same place of the same article, word for word, and the article's text is the same.
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
    """Ids of articles, each in the order of its document; changed ones have another title or text."""

    new: tuple[ArticleId, ...]
    gone: tuple[ArticleId, ...]
    changed: tuple[ArticleId, ...]


@dataclass(frozen=True, slots=True)
class RelationChange:
    """An article of both documents stands otherwise to the claim."""

    article: ArticleId
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """A claim that is not what it was: ``before`` is none for a new one, ``now`` for one that is gone.

    ``gained`` are places in the later document, ``lost`` in the earlier one.
    """

    before: Document | None
    now: Document | None
    gained: tuple[Passage, ...] = ()
    lost: tuple[Passage, ...] = ()
    relations: tuple[RelationChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """Changed claims in the order of the later document, those that are gone behind them; ``kept`` counts the others."""

    articles: ArticleChanges
    claims: tuple[ClaimChange, ...]
    kept: int


class _Place(NamedTuple):
    """A passage and the checksum of the field that it stands in: equal in both documents only if nothing moved."""

    passage: Passage
    sha256: str


def changes(earlier: Document, later: Document) -> Changes:
    """What a reader of the earlier document has to look at in the later one."""
    before, now = (_members_of(document) for document in (earlier, later))
    pairs = _paired(before, now)
    both = {article["id"] for article in earlier["articles"]} & {article["id"] for article in later["articles"]}
    found = [
        _change(None if at not in pairs else (earlier["claims"][pairs[at]], before[pairs[at]]), (claim, now[at]), both)
        for at, claim in enumerate(later["claims"])
    ]
    taken = set(pairs.values())
    gone = [ClaimChange(claim, None, lost=_passages(before[at])) for at, claim in enumerate(earlier["claims"]) if at not in taken]
    changed = [change for change in found if change]
    return Changes(_articles(earlier, later), (*changed, *gone), len(found) - len(changed))


def members_of(claim: Document) -> tuple[Passage, ...]:
    """Where the sentences of a claim of a document stand."""
    return tuple(Passage(ArticleId(m["article"]), _field(m["field"]), Span(m["start"], m["end"])) for m in claim["members"])


def _members_of(document: Document) -> list[frozenset[_Place]]:
    sums = {(a["id"], field): checksum(a[field] or "") for a in document["articles"] for field in ("text", "title")}
    return [frozenset(_Place(place, sums[place.article, place.field]) for place in members_of(claim)) for claim in document["claims"]]


def _field(name: str) -> FieldName:
    return "title" if name == "title" else "text"


def _articles(earlier: Document, later: Document) -> ArticleChanges:
    before, now = ({a["id"]: (a["title"], a["text"]) for a in document["articles"]} for document in (earlier, later))
    return ArticleChanges(
        new=tuple(ArticleId(name) for name in now if name not in before),
        gone=tuple(ArticleId(name) for name in before if name not in now),
        changed=tuple(ArticleId(name) for name in now if name in before and now[name] != before[name]),
    )


def _paired(before: Sequence[frozenset[_Place]], now: Sequence[frozenset[_Place]]) -> dict[int, int]:
    """Later claim -> the earlier one that it is: those that share most places first, each of both once."""
    holders: dict[_Place, list[int]] = {}
    for at, members in enumerate(before):
        for place in members:
            holders.setdefault(place, []).append(at)
    shared = Counter((at, old) for at, members in enumerate(now) for place in members for old in holders.get(place, ()))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for at, old in sorted(shared, key=lambda pair: (-shared[pair], len(now[pair[0]] ^ before[pair[1]]), pair)):
        if at not in pairs and old not in taken:
            pairs[at] = old
            taken.add(old)
    return pairs


def _change(
    earlier: tuple[Document, frozenset[_Place]] | None, later: tuple[Document, frozenset[_Place]], both: set[str]
) -> ClaimChange | None:
    """Nothing if the claim is what it was."""
    claim, now = later
    if earlier is None:
        return ClaimChange(None, claim, gained=_passages(now))
    old, before = earlier
    relations = _relations(old, claim, both)
    if now == before and not relations:
        return None
    return ClaimChange(old, claim, _passages(now - before), _passages(before - now), relations)


def _relations(old: Document, new: Document, both: set[str]) -> tuple[RelationChange, ...]:
    before = {source["article"]: source["relation"] for source in old["sources"]}
    return tuple(
        RelationChange(ArticleId(source["article"]), before[source["article"]], source["relation"])
        for source in new["sources"]
        if source["article"] in both and before.get(source["article"], source["relation"]) != source["relation"]
    )


def _passages(places: Iterable[_Place]) -> tuple[Passage, ...]:
    return tuple(sorted(place.passage for place in places))
