"""Labelled groups of a story and one comparison document -> how many pairs of articles in dispute its facts say, and how many rightly.

A labelled conflict is a group and a pair of articles. A disputed fact says a pair where the two give two of its values, once however often;
it is right where the sentences of both overlap conflicting members of one group that name each other. Each labelled dispute should
be met by one fact.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import Any

from compare.evaluate.gold import place_of

_LEAST_OVERLAP = 0.5  # of the shorter of two stretches
_Pair = frozenset[str]
_Span = tuple[int, int]
_Sides = tuple[Mapping[str, Any], Mapping[str, Any]]  # a sentence of each of two articles, as in ``said``


@dataclass(frozen=True, slots=True)
class FactOutcome:
    """Pairs of articles that disputed facts say, and that are labelled; disputes that are labelled, and facts that met one.

    ``missed`` are labelled pairs that no fact says, by the number of their group, and ``false`` pairs that no label excuses, each with the
    fact and one sentence of each of the two articles. ``slots`` counts the pairs that facts of a slot say, and the right ones among them.
    """

    said: int
    right: int
    labelled: int
    found: int
    disputes: int
    met: int
    facts: int  # counted once for each dispute that they meet
    missed: tuple[tuple[int, _Pair], ...]
    false: tuple[tuple[Mapping[str, Any], _Sides], ...] = ()
    slots: Mapping[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Conflicting:
    """A place of a labelled member in conflict."""

    group: int
    field: str
    span: _Span
    against: frozenset[str]


def score_facts(groups: Sequence[Mapping[str, Any]], document: Mapping[str, Any]) -> FactOutcome:
    """``groups`` are those of a gold file; labels of an article that the document lacks are an error of the caller."""
    texts = {a["id"]: {"text": a["text"], "title": a["title"] or ""} for a in document["articles"]}
    labelled, places = _labelled(groups, texts)
    said: Counter[str] = Counter()
    right: Counter[str] = Counter()
    false: list[tuple[Mapping[str, Any], _Sides]] = []
    found: set[tuple[int, _Pair]] = set()
    meeting: dict[int, set[str]] = defaultdict(set)
    for fact in document.get("facts", ()):
        if fact["state"] != "disputed":
            continue
        for pair, sides in _pairs(fact).items():
            hits = {(group, pair) for a, b in sides for group in _groups_of(a, b, places)}
            said[fact["slot"]] += 1
            right[fact["slot"]] += bool(hits)
            false += [] if hits else [(fact, sides[0])]
            found |= hits
            for group, _ in hits:
                meeting[group].add(fact["id"])
    return FactOutcome(
        said=said.total(),
        right=right.total(),
        labelled=len(labelled),
        found=len(found & labelled),
        disputes=len({group for group, _ in labelled}),
        met=len(meeting),
        facts=sum(map(len, meeting.values())),
        missed=tuple(sorted(labelled - found, key=lambda one: (one[0], sorted(one[1])))),
        false=tuple(false),
        slots={slot: (count, right[slot]) for slot, count in sorted(said.items())},
    )


def _labelled(
    groups: Sequence[Mapping[str, Any]], texts: Mapping[str, Mapping[str, str]]
) -> tuple[set[tuple[int, _Pair]], Mapping[str, list[_Conflicting]]]:
    """Pairs in conflict, and by article the places that conflict."""
    pairs: set[tuple[int, _Pair]] = set()
    places: dict[str, list[_Conflicting]] = defaultdict(list)
    for at, group in enumerate(groups):
        for member in (member for member in group["members"] if member["relation"] == "conflicts"):
            part, against = member.get("field", "text"), frozenset(member.get("with", ()))
            pairs |= {(at, frozenset((member["article"], other))) for other in against}
            places[member["article"]] += [_Conflicting(at, part, span, against) for span in _spans(member, texts[member["article"]][part])]
    return pairs, places


def _spans(member: Mapping[str, Any], text: str) -> Iterator[_Span]:
    start, end = place_of(member, text)
    yield start, end
    yield from ((at, at + end - start) for at in member.get("also_at", ()))


def _pairs(fact: Mapping[str, Any]) -> Mapping[_Pair, list[_Sides]]:
    """By pair of articles, the sentences in which the two give two of the values."""
    pairs: dict[_Pair, list[_Sides]] = defaultdict(list)
    for one, two in combinations(fact["values"], 2):
        for a, b in product(one["said"], two["said"]):
            if a["article"] != b["article"]:
                pairs[frozenset((a["article"], b["article"]))].append((a, b))
    return pairs


def _groups_of(a: Mapping[str, Any], b: Mapping[str, Any], places: Mapping[str, Sequence[_Conflicting]]) -> Iterator[int]:
    """The groups in which both sentences conflict with each other's article."""
    for left, right in product(places.get(a["article"], ()), places.get(b["article"], ())):
        named = left.group == right.group and b["article"] in left.against and a["article"] in right.against
        if named and _overlaps(left, a) and _overlaps(right, b):
            yield left.group


def _overlaps(place: _Conflicting, said: Mapping[str, Any]) -> bool:
    (start, end), (first, last) = place.span, said["sentence"]
    shared = min(end, last) - max(start, first)
    return bool(place.field == said["field"] and shared > 0 and shared >= _LEAST_OVERLAP * min(end - start, last - first))
