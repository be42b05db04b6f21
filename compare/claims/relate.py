"""Aligned group -> one relation a source, with evidence; disputes; who is one voice with whom."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from compare.claims.agreement import MOST_EVIDENCE, agreement
from compare.claims.altered_values import altered_clashes
from compare.claims.birth_year_clashes import birth_clashes
from compare.claims.clash import Clash, Filler, Framed
from compare.claims.dispute_sides import taken_sides
from compare.claims.figure_clashes import reconciled
from compare.claims.frame import frames
from compare.claims.newer_figures import newer_side
from compare.claims.slot_clashes import clashes
from compare.claims.voices import wording_of
from compare.languages.registry import PACKS
from compare.model import ArticleId, Claim, Dispute, Evidence, Number, Published, Relation, Side, Span
from compare.text.tokens import Token, key, tokens

# A sentence adds detail when this many of its content words, and this share of them, stand in no other member: right in 7 of 10 labelled
# relations, where half of the words were right in 5. A new name or figure alone is mostly of another claim in the same sentence.
_NEW_WORDS = 6
_NEW_SHARE = 0.7

NearMiss = Callable[[ArticleId], Evidence]
Sure = Callable[[Claim, Claim], bool]
_Folded = Sequence[tuple[Token, str]]  # the tokens of a claim, each with its matching key


@dataclass(frozen=True, slots=True)
class Relations:
    """Relations of all articles to one group, in the order of the articles, and what is disputed."""

    relations: tuple[Relation, ...]
    disputes: tuple[Dispute, ...]


def relate(members: Sequence[Claim], published: Mapping[ArticleId, Published | None], near_miss: NearMiss, sure: Sure) -> Relations:
    """The relation of every article of the story to a group, in the order of ``published``.

    Only members of which ``sure`` says that they tell one claim are held against each other: two that a third one joins need not.
    Near-copies always are, since the value that was altered is what makes it doubt.
    ``near_miss`` finds the nearest sentence of a silent article. What only became newer between two articles is a detail and no conflict.
    """
    by_article: dict[ArticleId, list[Claim]] = {}
    for claim in members:
        by_article.setdefault(claim.article, []).append(claim)
    framed = {article: [(claim, frames(claim)) for claim in claims] for article, claims in by_article.items()}
    clashing = [(clash, newer_side(clash, published)) for clash in (*_all_clashes(framed, sure), *birth_clashes(members, published))]
    joined = taken_sides([clash for clash, newer in clashing if newer is None], framed)
    found = [clash for clash in joined if newer_side(clash, published) is None]
    updates = [(clash, newer) for clash, newer in clashing if newer is not None]
    wordings = {claim: wording_of(claim) for claim in members}
    folded = {claim: [(token, key(token.text)) for token in tokens(claim.quote)] for claim in members}
    relations = []
    for article in published:
        own = by_article.get(article)
        if own is None:
            relations.append(Relation(article, "silent", (near_miss(article),)))
        else:
            others = [claim for claim in members if claim.article != article]
            told = _conflict(article, found) or _update(article, updates) or _detail(article, own, others, folded)
            relations.append(told or agreement(own, others, wordings))
    return Relations(tuple(relations), _disputes(found))


def unchecked(members: Sequence[Claim], published: Mapping[ArticleId, Published | None], near_miss: NearMiss) -> Relations:
    """Relations of a group that could not be worked out: whoever tells the claim does so unchecked."""
    first = {claim.article: claim for claim in reversed(members)}
    return Relations(
        tuple(
            Relation(article, "unchecked", (_unchecked(first[article]),))
            if article in first
            else Relation(article, "silent", (near_miss(article),))
            for article in published
        ),
        (),
    )


def _unchecked(claim: Claim) -> Evidence:
    return Evidence("unchecked", claim.article, claim.span, claim.quote, None, claim.field)


def _all_clashes(framed: Mapping[ArticleId, Sequence[Framed]], sure: Sure) -> list[Clash]:
    """Clashes between articles; one that either settles by also giving the other's value, or any sentence by giving both, is none."""
    found = []
    for a, b in combinations(sorted(framed), 2):
        for left in framed[a]:
            for right in framed[b]:
                clashing = clashes(left, right) if sure(left[0], right[0]) else altered_clashes(left, right)
                found += [c for c in clashing if not (_gives(framed[a], c.right) or _gives(framed[b], c.left))]
    told = _Told(one for own in framed.values() for one in own)
    return [clash for clash in found if not told.gives_both(clash.left, clash.right)]


class _Told:
    """The sentences of a group by what they state: of hundreds of sentences few state one figure."""

    def __init__(self, claims: Iterable[Framed]) -> None:
        self._claims = list(claims)
        self._stating: dict[object, set[int]] = defaultdict(set)
        for at, (claim, _) in enumerate(self._claims):
            facts = claim.facts
            said = (*(date.value for date in facts.dates), *(name.says for name in facts.names))
            for fact in (*(value for number in facts.numbers for value in number.values), *said):
                self._stating[fact].add(at)

    def gives_both(self, one: Filler, other: Filler) -> bool:
        """Whether a single sentence states both."""
        candidates = sorted(self._of(one) & self._of(other))
        return any(_gives([self._claims[at]], one) and _gives([self._claims[at]], other) for at in candidates)

    def _of(self, filler: Filler) -> set[int]:
        values = (filler.value, filler.says) if filler.number is None else filler.number.values
        return set().union(*(self._stating.get(value, ()) for value in values))


def _gives(claims: Iterable[Framed], filler: Filler) -> bool:
    """Whether one of the claims states the filler's number, day or name too."""
    number = filler.number
    if number is None:
        facts = [claim.facts for claim, _ in claims]
        return any(date.value == filler.value for f in facts for date in f.dates) or any(
            n.says == filler.says for f in facts for n in f.names
        )
    if number.unit == "age":  # of one person: the same age of another one settles nothing
        return False
    # "4,1 tỷ" without its currency beside "4,1 tỷ đồng" is one value.
    return any(set(other.values) & set(number.values) for claim, _ in claims for other in claim.facts.numbers if _one_unit(other, number))


def _one_unit(a: Number, b: Number) -> bool:
    return a.unit == b.unit or any(number.unit == "" and not number.counted for number in (a, b))


def _conflict(article: ArticleId, found: Sequence[Clash]) -> Relation | None:
    evidence, against = [], set()
    for clash in found:
        for own, other in ((clash.left, clash.right), (clash.right, clash.left)):
            if own.claim.article == article:
                evidence.append(_evidence(clash.check, own, other))
                against.add(other.claim.article)
    return Relation(article, "conflicts", tuple(evidence[:MOST_EVIDENCE]), tuple(sorted(against))) if evidence else None


def _update(article: ArticleId, updates: Sequence[tuple[Clash, Filler]]) -> Relation | None:
    """What this article gives that took the place of what another one gave: a detail, noted as an update, and no conflict."""
    evidence = []
    for clash, newer in updates:
        if newer.claim.article == article:
            evidence.append(_evidence("update", newer, clash.left if newer is clash.right else clash.right))
    return Relation(article, "adds_detail", tuple(evidence[:MOST_EVIDENCE])) if evidence else None


def _evidence(check: str, own: Filler, other: Filler) -> Evidence:
    said = Evidence(check, other.claim.article, other.span, other.says, other.value, other.claim.field)
    return Evidence(check, own.claim.article, own.span, own.says, own.value, own.claim.field, said)


def _disputes(found: Sequence[Clash]) -> tuple[Dispute, ...]:
    """Clashes with one label and check together; a side is a value with the articles that give it."""
    slots: dict[str, dict[str, set[ArticleId]]] = {}
    for clash in found:
        sides = slots.setdefault(_slot_of(clash, slots), {})
        for filler in (clash.left, clash.right):
            sides.setdefault(filler.value, set()).add(filler.claim.article)
    return tuple(
        Dispute(slot, tuple(Side(value, tuple(sorted(articles))) for value, articles in sorted(sides.items())))
        for slot, sides in slots.items()
    )


def _slot_of(clash: Clash, slots: Mapping[str, Mapping[str, object]]) -> str:
    """The slot of a dispute that already has one of the two values, else a new one named by the clash."""
    for slot, sides in slots.items():
        if {clash.left.value, clash.right.value} & set(sides):
            return slot
    return clash.slot


def _detail(article: ArticleId, own: Sequence[Claim], others: Sequence[Claim], folded: Mapping[Claim, _Folded]) -> Relation | None:
    """Sentences that are mostly new words, with the figures, dates and names that no other article of the group gives, then the words."""
    evidence: list[Evidence] = []
    for claim in own:
        new = _new_words(claim, others, folded)
        if new:
            evidence += [*_new_numbers([claim], others), *_new_dates([claim], others), *_new_names([claim], others), *new]
    return Relation(article, "adds_detail", tuple(evidence[:MOST_EVIDENCE])) if evidence else None


def _new_numbers(own: Sequence[Claim], others: Sequence[Claim]) -> list[Evidence]:
    given = [number for claim in others for number in claim.facts.numbers]
    return [
        Evidence("number", claim.article, number.span, number.says, f"{number.values[0]:.12g} {number.unit}".strip(), claim.field)
        for claim in own
        for number in claim.facts.numbers
        if not any(number.unit == other.unit and reconciled(number, other) for other in given)
    ]


def _new_dates(own: Sequence[Claim], others: Sequence[Claim]) -> list[Evidence]:
    given = [date.value for claim in others for date in claim.facts.dates if date.value]
    return [
        Evidence("date", claim.article, date.span, date.says, date.value, claim.field)
        for claim in own
        for date in claim.facts.dates
        if date.value and not any(value.startswith(date.value) or date.value.startswith(value) for value in given)
    ]


def _new_names(own: Sequence[Claim], others: Sequence[Claim]) -> list[Evidence]:
    """Names none of whose words any other member has; a speaker's name is a detail of who says it, not of the claim."""
    given = {word for claim in others for word in key(claim.quote).split()} | {
        w for c in others for n in c.facts.names for w in n.key.split()
    }
    return [
        Evidence("name", claim.article, name.span, name.says, name.key, claim.field)
        for claim in own
        for name in claim.facts.names
        if name.key != claim.speaker and not (set(name.key.split()) | set(key(name.says).split())) & given
    ]


def _new_words(claim: Claim, others: Sequence[Claim], folded: Mapping[Claim, _Folded]) -> list[Evidence]:
    given = {word for other in others for _, word in folded[other]}
    content = [(token, word) for token, word in folded[claim] if token.text.lower() not in _stops()]
    new = [token for token, word in content if word not in given]
    if len(new) < _NEW_WORDS or len(new) < _NEW_SHARE * len(content):
        return []
    return [
        Evidence("words", claim.article, run.shifted(claim.span.start), run.of(claim.quote), None, claim.field)
        for run in _runs(claim.quote, new)
    ]


@cache
def _stops() -> frozenset[str]:
    return frozenset(word for pack in PACKS.values() for word in pack.sentences.stop_words)


def _runs(text: str, new: Sequence[Token]) -> list[Span]:
    """New words that stand side by side, as spans of the sentence, longest first."""
    spans: list[Span] = []
    for token in new:
        if spans and text[spans[-1].end : token.start].isspace():
            spans[-1] = Span(spans[-1].start, token.end)
        else:
            spans.append(Span(token.start, token.end))
    return sorted(spans, key=lambda span: (span.start - span.end, span.start))
