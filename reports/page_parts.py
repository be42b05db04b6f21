"""A document too large for one page -> the parts it is cut into, and in which part every anchor stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

from reports.document_figures import kinds_of
from reports.duplicate_paragraphs import clusters_in_order
from reports.labels import Column, claim_anchor, fact_anchor
from reports.matrix import claims_in_order

FACTS, CLAIMS, RELATED, DUPLICATES, SEEN, SOURCES, ALONE = KINDS = ("facts", "claims", "related", "duplicates", "seen", "sources", "alone")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLimits:
    """What one page may hold; a report beyond ``claims`` or ``size`` is cut into pages of the other limits."""

    claims: int = 10_000  # in a report of one page
    size: int = 30_000_000  # bytes of a report of one page
    rows: int = 500  # claims a part: 1 MB for ten sources, and all of it reads without a script
    cells: int = 20_000  # claims × sources a part: 4 MB
    fewest: int = 25  # claims a part, however many sources there are
    pairs: int = 1_000  # possibly related
    clusters: int = 250
    sentences: int = 3_000  # of one source only
    characters: int = 500_000  # of articles a part; a longer article has a part of its own


@dataclass(frozen=True, slots=True)
class PagePart:
    """One page of the folder: items ``first`` to ``last`` of ``of``; ``document`` holds them and nothing else of their kind."""

    kind: str
    number: int
    first: int
    last: int
    of: int
    document: Mapping[str, Any]
    disputed: int = 0
    labels: tuple[str, ...] = ()  # of the articles that stand in it in full

    @property
    def name(self) -> str:
        """Its file in the folder."""
        return f"{self.kind}-{self.number}.html"


def parts_of(document: Mapping[str, Any], columns: Sequence[Column], limits: PageLimits) -> tuple[PagePart, ...]:
    """All that a report shows beside its figures, in the order in which one page would show it; nothing is left out."""
    return (
        *_facts(document, limits.pairs),
        *_claims(document, max(min(limits.rows, limits.cells // max(1, len(columns))), min(limits.rows, limits.fewest))),
        *_sliced(document, RELATED, "possibly_related", limits.pairs),
        *_sliced({**document, "clusters": clusters_in_order(document["clusters"])}, DUPLICATES, "clusters", limits.clusters),
        *_sliced({"seen_before": [], **document}, SEEN, "seen_before", limits.clusters),
        *_sources(document, columns, limits.characters),
        *_sliced({**document, "only_one_source": _by_column(document, columns)}, ALONE, "only_one_source", limits.sentences),
    )


def part_of_anchors(parts: Sequence[PagePart], folder: str = "") -> dict[str, str]:
    """The address of the part in which a fact, a claim or an article stands, by its anchor."""
    facts = {fact_anchor(fact["id"]): part for part in parts if part.kind == FACTS for fact in part.document["facts"]}
    claims = {claim_anchor(claim["id"]): part for part in parts if part.kind == CLAIMS for claim in part.document["claims"]}
    articles = {label: part for part in parts for label in part.labels}
    return {anchor: folder + part.name for anchor, part in (facts | claims | articles).items()}


def without_lists(document: Mapping[str, Any]) -> dict[str, Any]:
    """The document with its articles and its run, and nothing that was found in them."""
    lists = ("claims", "facts", "clusters", "possibly_related", "only_one_source", "seen_before")
    return {**document, **{name: [] for name in lists}, "events": {"day": None, "others": []}}


def _facts(document: Mapping[str, Any], pairs: int) -> Iterator[PagePart]:
    """What is told of other events stands behind the last facts."""
    parts = list(_sliced({"facts": [], **document}, FACTS, "facts", pairs))
    for part in parts:
        with_events = {**part.document, "events": document["events"]} if part is parts[-1] and "events" in document else part.document
        yield replace(part, document=with_events)


def _claims(document: Mapping[str, Any], rows: int) -> Iterator[PagePart]:
    for part in _sliced({**document, "claims": claims_in_order(document["claims"])}, CLAIMS, "claims", rows):
        disputed = sum("conflicts" in kinds_of(claim) for claim in part.document["claims"])
        yield PagePart(
            kind=part.kind, number=part.number, first=part.first, last=part.last, of=part.of, document=part.document, disputed=disputed
        )


def _sliced(document: Mapping[str, Any], kind: str, held: str, size: int) -> Iterator[PagePart]:
    items = document[held]
    for number, start in enumerate(range(0, len(items), size), 1):
        mine = items[start : start + size]
        yield PagePart(
            kind=kind,
            number=number,
            first=start + 1,
            last=start + len(mine),
            of=len(items),
            document={**without_lists(document), held: mine},
        )


def _by_column(document: Mapping[str, Any], columns: Sequence[Column]) -> list[Mapping[str, Any]]:
    order = {column.id: n for n, column in enumerate(columns)}
    return sorted(document["only_one_source"], key=lambda place: order[place["article"]])


def _sources(document: Mapping[str, Any], columns: Sequence[Column], characters: int) -> Iterator[PagePart]:
    """An article begins a part where the articles before it have filled one."""
    ends = accumulate(len(column.text) for column in columns)
    shelves: dict[int, list[int]] = {}
    for n, (column, end) in enumerate(zip(columns, ends, strict=True)):
        shelves.setdefault((end - len(column.text)) // characters, []).append(n)
    for number, at in enumerate(shelves.values(), 1):
        labels = tuple(columns[n].label for n in at)
        yield PagePart(kind=SOURCES, number=number, first=at[0] + 1, last=at[-1] + 1, of=len(columns), document=document, labels=labels)
