"""Figures told of two things that happened, or of each for itself -> one slot: 7 casualties and "1 dead, 6 injured" are one figure."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import regex

from compare.facts.mention import Mention, phrase
from compare.languages.language_pack import FactWords
from compare.model import Number, Span

Key = tuple[str, str]
_LIST_MARK = regex.compile(r"\s*,\s*(?P<further>[^,.;:!?()]*)")


def predicates_in(words: FactWords, stretch: str) -> frozenset[str]:
    """The slots of all predicates in some words."""
    return frozenset(slot for slot, phrases in words.predicates.items() if phrase(phrases).search(stretch))


def further_predicate(mention: Mention) -> str:
    """What a comma adds of those who are counted ("70 homes were damaged, lost their roofs"); nothing where it has a figure of its own."""
    numbers = [n.span.start for n in mention.claim.facts.numbers if n.span.start >= mention.span.end]
    start = mention.span.end - mention.claim.span.start + len(mention.behind)
    found = _LIST_MARK.match(mention.claim.quote, start)
    if found is None or any(number < mention.claim.span.start + found.end() for number in numbers):
        return ""
    phrases = [said for slot in mention.words.predicates.values() for said in slot]
    opening = phrase(phrases).match(found["further"])
    return opening.group() if opening else ""


def joint_of(said: frozenset[str], words: FactWords) -> str:
    """The slot that counts together all that is said ("70 homes were damaged or lost their roofs"); empty if none does."""
    return next((joint for joint, parts in words.joint.items() if said - {joint} == set(parts)), "")


def told_shorter(keyed: Sequence[tuple[Key, Mention]]) -> list[tuple[Key, Mention]]:
    """The mentions, with a part that has the figure of its article's whole as that whole: "70 homes damaged" for damaged or unroofed."""
    wholes = {(m.article, key, m.number.values[0]) for key, m in keyed if m.number and key[0] in m.words.joint}
    found = []
    for (predicate, counted), mention in keyed:
        figure = mention.number.values[0] if mention.number else None
        joints = [joint for joint, parts in mention.words.joint.items() if predicate in parts]
        joint = next((joint for joint in joints if (mention.article, (joint, counted), figure) in wholes), predicate)
        found.append(((joint, counted), mention))
    return found


def sums_of(keyed: Sequence[tuple[Key, Mention]]) -> Iterator[tuple[Key, Mention]]:
    """For each joint slot whose parts a sentence gives one by one, once each: their sum, in place of the words from first to last."""
    by_sentence: dict[tuple[str, str, Span, str], dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for (predicate, counted), mention in keyed:
        claim = mention.claim
        by_sentence[claim.article, claim.field, claim.span, counted][predicate].append(mention)
    for (*_, counted), given in by_sentence.items():
        for joint, parts in next(iter(given.values()))[0].words.joint.items():
            if all(len(given[part]) == 1 for part in parts):
                yield (joint, counted), _sum([given[part][0] for part in parts])


def _sum(parts: Sequence[Mention]) -> Mention:
    claim, numbers = parts[0].claim, [mention.number for mention in parts if mention.number]
    span = Span(min(n.span.start for n in numbers), max(n.span.end for n in numbers))
    says = claim.quote[span.start - claim.span.start : span.end - claim.span.start]
    hedge = next((n.hedge for n in numbers if n.hedge), None)
    return Mention(claim=claim, span=span, says=says, number=Number(span, says, (sum(n.values[0] for n in numbers),), hedge=hedge))
