"""Claims in conflict -> slots: what two sentences of one claim fill differently, once for all claims in which it stands."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from compare.claims.frame import content_words
from compare.claims.person_of_figure import person_before
from compare.facts.acts import acts_differ
from compare.facts.hour_slots import are_far_apart
from compare.facts.mention import Mention, phrase
from compare.facts.other_events import of_other_event
from compare.facts.slot import Slot
from compare.facts.values import articles_with_several, can_be_one
from compare.model import ArticleId, Claim, ClaimGroup, Evidence, Number, Relation
from compare.text.tokens import tokens

# Slots of which an article that gives both values tells of a part and its whole, or of two things: 40 players named, 23 of them taken.
_OF_PARTS = frozenset(["count", "number"])
_ONE_HAPPENING = 0.75  # share of common words from which two hours far apart still are those of one happening, one of them wrong
_NOUN = 2  # words of what is counted that stand for it
_Pair = tuple[Mention, Mention]


def dispute_slots(groups: Iterable[ClaimGroup], claims: Sequence[Claim], day: date | None) -> list[Slot]:
    """A slot for each dispute; pairs of mentions that share one are of one dispute, whichever claims they stand in.

    ``claims`` are all sentences of the story, and ``day`` is its day: a sentence on another event disputes nothing that is told of the
    story's.
    """
    disputes: list[tuple[str, list[_Pair]]] = []
    for check, pair in _pairs(groups):
        other_events = {of_other_event(mention.claim, day) is None for mention in pair}
        if acts_differ(*pair) or can_be_one(*pair) or len(other_events) > 1 or _are_of_two_things(check, *pair):
            continue
        touching = [d for d in disputes if d[0] == check and any(_same(a, b) for known in d[1] for a in known for b in pair)]
        disputes = [d for d in disputes if d not in touching]
        disputes.append((check, [*(known for d in touching for known in d[1]), pair]))
    slots = [Slot(*_named(check, pairs[0][0]), _values(pairs)) for check, pairs in disputes]
    return [slot for slot in slots if not (slot.name in _OF_PARTS and _somebody_gives_both(slot, claims))]


def _somebody_gives_both(slot: Slot, claims: Sequence[Claim]) -> bool:
    """Whether an article of the story prints two of the values of one noun or unit: of a part and its whole, or of two things."""
    if articles_with_several(slot.values):
        return True
    asked = {_counted(n): at for at, value in enumerate(slot.values) for m in value if (n := m.number)}
    printed: dict[ArticleId, set[int]] = defaultdict(set)
    for claim in claims:
        printed[claim.article] |= {asked[key] for number in claim.facts.numbers if (key := _counted(number)) in asked}
    return any(len(values) > 1 for values in printed.values())


def _counted(number: Number) -> tuple[float, str, tuple[str, ...]]:
    return number.values[0], number.unit, number.counted[:1]


def _are_of_two_things(check: str, one: Mention, two: Mention) -> bool:
    """Whether the two only look like values of one thing: a name by a measure, a sum and its parts, one share of many, two forecasts."""
    if _is_attribute(one) or _is_attribute(two) or _adds_up(one, two) or _adds_up(two, one):
        return True
    if check == "clock":
        return are_far_apart(one, two) and _share(one.claim, two.claim) < _ONE_HAPPENING
    if check == "date":
        return any(phrase(m.words.forecasts).search(m.claim.quote) for m in (one, two))
    return any(m.number is not None and m.number.unit == "%" and len(_like(m)) > 1 for m in (one, two))


def _share(one: Claim, two: Claim) -> float:
    """The share of the content words of the poorer sentence that the other one has too."""
    mine, theirs = (frozenset(content_words(claim.quote, claim.language)) for claim in (one, two))
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def _adds_up(whole: Mention, part: Mention) -> bool:
    """Whether a figure is the sum of the other one and a third beside that: four here and three there are seven."""
    if whole.number is None or part.number is None or whole.number.unit or part.number.unit:
        return False
    missing = whole.number.values[0] - part.number.values[0]
    return missing > 0 and any(number.values[0] == missing and number != part.number for number in _like(part))


def _like(mention: Mention) -> list[Number]:
    """The numbers of its sentence that have its unit."""
    return [number for number in mention.claim.facts.numbers if mention.number and number.unit == mention.number.unit]


def _named(check: str, mention: Mention) -> tuple[str, str]:
    """The slot by what its figure is: an age and whose, a count and of what; else by the check that found it."""
    number, claim = mention.number, mention.claim
    if check != "number" or number is None:
        return check, ""
    if number.unit == "age":
        person = person_before(claim, mention.span)
        return "age", person.says if person else ""
    counted = tokens(claim.quote[mention.span.end - claim.span.start :])[: min(_NOUN, len(number.counted))] if not number.unit else []
    return ("count", " ".join(token.text for token in counted)) if counted else (check, "")


def _pairs(groups: Iterable[ClaimGroup]) -> Iterator[tuple[str, _Pair]]:
    for group in groups:
        for relation in group.relations:
            yield from _pairs_of(group, relation)


def _pairs_of(group: ClaimGroup, relation: Relation) -> Iterator[tuple[str, _Pair]]:
    for evidence in relation.evidence:
        other = evidence.other
        if relation.kind != "conflicts" or other is None or evidence.article > other.article:
            continue  # the other side has the same pair
        one, two = _mention(group.members, evidence), _mention(group.members, other)
        if one and two and evidence.value != other.value:
            yield evidence.check, (one, two)


def _mention(members: Sequence[Claim], evidence: Evidence) -> Mention | None:
    span = evidence.span
    if span is None:
        return None
    own = (m for m in members if m.article == evidence.article and m.field == evidence.field)
    claim = next((m for m in own if m.span.start <= span.start and span.end <= m.span.end), None)
    if claim is None:
        return None
    number: Number | None = next((n for n in claim.facts.numbers if n.span == span), None)
    return Mention(claim=claim, span=span, says=evidence.says, number=number, value=evidence.value or evidence.says)


def _is_attribute(mention: Mention) -> bool:
    """Whether it is a measure by which a thing is called: the 50 m pistol."""
    number = mention.number
    return number is not None and number.unit not in _NO_MEASURES and bool(number.counted)


_NO_MEASURES = frozenset(["", "age", "clock", "%"])


def _same(a: Mention, b: Mention) -> bool:
    return (a.article, a.claim.field, a.span) == (b.article, b.claim.field, b.span)


def _values(pairs: Sequence[_Pair]) -> list[list[Mention]]:
    by_value: dict[str, list[Mention]] = defaultdict(list)
    for pair in pairs:
        for mention in pair:
            if not any(_same(mention, known) for known in by_value[mention.value]):
                by_value[mention.value].append(mention)
    return [by_value[value] for value in sorted(by_value)]
