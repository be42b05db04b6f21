"""Claims in conflict -> slots: what two sentences of one claim fill differently, once for all claims in which it stands."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from compare.claims.person_of_figure import person_before
from compare.facts.acts import acts_differ
from compare.facts.mention import Mention
from compare.facts.other_events import of_other_event
from compare.facts.slot import Slot
from compare.facts.values import can_be_one
from compare.model import Claim, ClaimGroup, Evidence, Number, Relation
from compare.text.tokens import tokens

_NOUN = 2  # words of what is counted that stand for it
_Pair = tuple[Mention, Mention]


def dispute_slots(groups: Iterable[ClaimGroup], day: date | None) -> list[Slot]:
    """A slot for each dispute; pairs of mentions that share one are of one dispute, whichever claims they stand in.

    ``day`` is that of the story: a sentence on another event disputes nothing that is told of the story's.
    """
    disputes: list[tuple[str, list[_Pair]]] = []
    for check, pair in _pairs(groups):
        other_events = {of_other_event(mention.claim, day) is None for mention in pair}
        if acts_differ(*pair) or can_be_one(*pair) or any(map(_is_attribute, pair)) or len(other_events) > 1:
            continue
        touching = [d for d in disputes if d[0] == check and any(_same(a, b) for known in d[1] for a in known for b in pair)]
        disputes = [d for d in disputes if d not in touching]
        disputes.append((check, [*(known for d in touching for known in d[1]), pair]))
    return [Slot(*_named(check, pairs[0][0]), _values(pairs)) for check, pairs in disputes]


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
