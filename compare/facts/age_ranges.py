"""Ranges of ages -> slots: the youngest and the oldest of the victims, of those whom a place is meant for, or of all who were there."""

from collections import defaultdict
from collections.abc import Sequence

import regex

from compare.facts.mention import Mention, facts_of, phrase
from compare.facts.slot import Slot
from compare.facts.values import Value
from compare.model import Claim, Number, Span


def age_range_slots(mentions: Sequence[Mention]) -> list[Slot]:
    """The ages of the victims, of those whom a school or camp is for, and of the others: three groups that say nothing of each other."""
    by_group: dict[str, dict[tuple[float, float], Value]] = defaultdict(lambda: defaultdict(list))
    for mention in mentions:
        number = mention.number
        if number is None or number.high is None or not _is_of_ages(mention):
            continue
        by_group[_group(mention)][number.values[0], number.high].append(mention)
    return [Slot("age range", group, [values[ends] for ends in sorted(values)]) for group, values in sorted(by_group.items())]


def _group(mention: Mention) -> str:
    words, start = mention.words, mention.span.start - mention.claim.span.start
    if phrase(words.meant_for).search(mention.claim.quote[:start]):
        return "meant for"
    return "victims" if phrase(words.victims).search(mention.claim.quote) else ""


def written_ranges(claim: Claim) -> list[Mention]:
    """Ranges right behind a word for ages that were not read as numbers, since two figures with a dash may be a day."""
    aged = phrase(facts_of(claim.language).aged).pattern
    found = regex.finditer(rf"{aged}\s(?:\w+\s)?(?P<low>\d{{1,2}})\s?[-–]\s?(?P<high>\d{{1,2}})(?![\d/-])", claim.quote, regex.IGNORECASE)
    mentions = []
    for match in found:
        start, end = match.span("low")[0] + claim.span.start, match.span("high")[1] + claim.span.start
        if not any(n.span.start < end and start < n.span.end for n in claim.facts.numbers):
            says = claim.quote[start - claim.span.start : end - claim.span.start]
            number = Number(Span(start, end), says, values=(float(match["low"]),), unit="age", hedge="range", high=float(match["high"]))
            mentions.append(Mention(claim=claim, span=number.span, says=says, number=number))
    return mentions


def _is_of_ages(mention: Mention) -> bool:
    if mention.number and mention.number.unit:
        return mention.number.unit == "age"
    return phrase(mention.words.aged).search(f"{mention.before} {mention.behind}") is not None
