"""A day or an hour in a sentence -> the act that it dates: the fire put out, the arrest, the apology, the bridge built."""

from collections.abc import Iterator

import regex

from compare.facts.mention import Mention, facts_of, phrase
from compare.languages.registry import PACKS
from compare.model import Claim, Span

_FURTHEST = 60  # characters between an act and its day or hour: a clause and the place that stands between them
_NEGATED_WITHIN = 12  # characters before an act in which a negation is its own
# A day or hour behind a mark dates what follows: "On the launch of the ferry, on Friday the mayor apologised."
_OPENS_CLAUSE = regex.compile(r"[,;]\s*(?:\w+\s)?$")


def act_of(claim: Claim, span: Span) -> str | None:
    """The act that stands nearest to a day or an hour in its sentence, with no other day or hour between; nothing where it is denied."""
    start, end = span.start - claim.span.start, span.end - claim.span.start
    others = [(o.start - claim.span.start, o.end - claim.span.start) for o in _days_and_hours(claim) if not _overlap(o, span)]
    found = []
    for name, at in _acts_in(claim):
        if at.end() <= start and _OPENS_CLAUSE.search(claim.quote, at.end(), start):
            continue
        gap = (at.end(), start) if at.end() <= start else (end, at.start())
        if 0 <= gap[1] - gap[0] <= _FURTHEST and not any(gap[0] <= low and high <= gap[1] for low, high in others):
            found.append((gap[1] - gap[0], at.start(), name, at))
    if not found:
        return None
    *_, name, at = min(found, key=lambda one: one[:2])
    return None if _is_negated(claim, at.start()) else name


def acts_differ(one: Mention, two: Mention) -> bool:
    """Whether two days or hours are known to be those of different acts: she apologised on Friday and resigned on Monday."""
    a, b = act_of(one.claim, one.span), act_of(two.claim, two.span)
    return a is not None and b is not None and a != b


def _acts_in(claim: Claim) -> Iterator[tuple[str, regex.Match[str]]]:
    for name, said in facts_of(claim.language).acts.items():
        for found in phrase(said).finditer(claim.quote):
            yield name, found


def _days_and_hours(claim: Claim) -> list[Span]:
    return [day.span for day in claim.facts.dates] + [number.span for number in claim.facts.numbers if number.unit == "clock"]


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _is_negated(claim: Claim, start: int) -> bool:
    negations = PACKS.get(claim.language, PACKS["en"]).sentences.negations
    return phrase(negations).search(claim.quote[max(0, start - _NEGATED_WITHIN) : start]) is not None
