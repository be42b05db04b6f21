"""Quotations of a story -> slots: what one utterance was, where a relay altered a figure, a name or a negation in it.

Other words alone are no alteration: a relay translates or smooths. Only where nearly all words are the same does a changed figure stand in
the place of the other one, so the rules for near-copies are asked of what stands between the marks.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TypeVar

from compare.claims.clash import Filler
from compare.claims.rules import near_copy_clashes
from compare.facts.mention import Mention
from compare.facts.slot import Slot
from compare.facts.utterances import Utterance, utterances
from compare.model import Claim, Reading, Stated

_Stated = TypeVar("_Stated", bound=Stated)
_LEAST = 8  # words: in shorter quotations another figure is that of another utterance
_SAME = 0.5  # of the 3-grams of the shorter quotation: two words altered in 12 leave half
_CHECKS = frozenset(["number", "clock", "name", "identifier", "negation", "alternative"])
_ABOUT = 8  # words of the utterance by which it is called


def quote_slots(readings: Sequence[Reading]) -> list[Slot]:
    """One slot a change in an utterance, with everyone who quotes it one way or the other."""
    said = [one for one in utterances(readings) if one.length >= _LEAST]
    altered: list[dict[str, list[Mention]]] = []
    about: list[str] = []
    for one, other in combinations(said, 2):
        for left, right in _changes(one, other):
            own = next((values for values in altered if any(_has(values, mention) for mention in (left, right))), None)
            if own is None:
                own = {}
                altered.append(own)
                about.append(_about(one))
            for mention in (left, right):
                if not _has(own, mention):
                    own.setdefault(mention.value, []).append(mention)
    return [Slot("quote", words, list(values.values())) for words, values in zip(about, altered, strict=True)]


def _changes(one: Utterance, other: Utterance) -> Iterator[tuple[Mention, Mention]]:
    """What stands in the place of what in two quotations of one utterance by two articles."""
    if one.claim.article == other.claim.article or len(one.grams & other.grams) < _SAME * min(len(one.grams), len(other.grams)):
        return
    for clash in near_copy_clashes((_quoted(one), ()), (_quoted(other), ())):
        if clash.check in _CHECKS:
            yield _mention(clash.left, one), _mention(clash.right, other)


def _has(values: Mapping[str, Sequence[Mention]], mention: Mention) -> bool:
    """Whether one of the values stands at the place of the mention already."""
    return any((known.claim, known.span) == (mention.claim, mention.span) for value in values.values() for known in value)


def _quoted(said: Utterance) -> Claim:
    """The quotation as a sentence of its own."""
    facts = said.claim.facts
    own = replace(facts, numbers=_inside(said, facts.numbers), dates=_inside(said, facts.dates), names=_inside(said, facts.names))
    return replace(said.claim, span=said.span, quote=_text(said), facts=own)


def _inside(said: Utterance, stated: Sequence[_Stated]) -> tuple[_Stated, ...]:
    return tuple(one for one in stated if said.span.start <= one.span.start and one.span.end <= said.span.end)


def _text(said: Utterance) -> str:
    return said.span.shifted(-said.claim.span.start).of(said.claim.quote)


def _about(said: Utterance) -> str:
    return " ".join(_text(said).split()[:_ABOUT]).rstrip(" ,;:.!?")


def _mention(side: Filler, said: Utterance) -> Mention:
    return Mention(claim=said.claim, span=side.span, says=side.says, number=side.number, value=side.value)
