"""Mentions of one slot -> its values, each with those who give it; an article that gives several stands for one of them."""

from collections.abc import Sequence

import regex

from compare.claims.figure_clashes import reconciled
from compare.facts.mention import Mention, phrase
from compare.model import Number

_MOST_ABOVE = 1.25  # times a bound, up to which a figure is what the bound tells
_CLOCK = "clock"
_ROUND = 5  # a time that is told in steps of so many minutes may be a rounded one,
_MINUTES_APART = 15  # and is one with any up to a quarter of an hour from it
_DIGITS = regex.compile(r"\d[\d.,]*")
Value = list[Mention]


def by_value(mentions: Sequence[Mention]) -> list[Value]:
    """Mentions that can be true together, plain figures before hedged ones, so that "at least 17" joins 17 and founds no value."""
    values: list[Value] = []
    for mention in sorted(mentions, key=_plain_first):
        together = next((value for value in values if can_be_one(mention, value[0])), None)
        if together is None:
            values.append([mention])
        else:
            together.append(mention)
    return values


def one_an_article(values: Sequence[Value]) -> list[Value]:
    """Each article under one value only: the one that took another's place, else the one that most articles give, else its first.

    Its other figures are of another scope: the village beside the district, a part beside the whole.
    """
    kept: list[Value] = [[] for _ in values]
    for article in sorted({mention.article for value in values for mention in value}):
        own = [(at, [m for m in value if m.article == article]) for at, value in enumerate(values)]
        given = [(at, mentions) for at, mentions in own if mentions]
        at, mentions = min(given, key=lambda one: (not any(map(_risen, one[1])), -_articles(values[one[0]]), _first(one[1])))
        kept[at] += mentions
    return [value for value in kept if value]


def articles_with_several(values: Sequence[Sequence[Mention]]) -> bool:
    """Whether an article gives more than one of the values."""
    given = [mention.article for value in values for mention in {m.article: m for m in value}.values()]
    return len(given) > len(set(given))


def _plain_first(mention: Mention) -> tuple[bool, str, str, int]:
    number = mention.number
    return number is not None and number.hedge is not None, mention.article, mention.claim.field, mention.span.start


def can_be_one(a: Mention, b: Mention) -> bool:
    """Whether both figures can be true together; the same digits are, where one sentence leaves the scale out (45.5, 45.5 million)."""
    if a.number is None or b.number is None:
        return False
    if a.number.unit == b.number.unit == _CLOCK:
        return _one_time(a.number.values[0], b.number.values[0])
    if _digits(a) == _digits(b) and not (a.number.unit and b.number.unit):
        return True
    if not reconciled(a.number, b.number):
        return False
    return _bounded(a.number, b.number) and _bounded(b.number, a.number)


def _one_time(a: float, b: float) -> bool:
    """Whether two times of day, in minutes, can be one that is told more and less exactly: rounded, to the minute or to the second."""
    if a % _ROUND == 0 or b % _ROUND == 0:
        return abs(a - b) <= _MINUTES_APART
    return a == b or (abs(a - b) < 1 and (a % 1 == 0 or b % 1 == 0))


def _digits(mention: Mention) -> str:
    found = _DIGITS.search(mention.says)
    return found.group() if found else mention.says


def _bounded(bound: Number, other: Number) -> bool:
    """Whether a figure is near enough to a bound below it: "more than 6 billion" is not 12 billion."""
    return bound.hedge != "at least" or other.values[0] <= _MOST_ABOVE * bound.values[0]


def _risen(mention: Mention) -> bool:
    return phrase(mention.words.risen).search(mention.before) is not None


def _articles(value: Value) -> int:
    return len({mention.article for mention in value})


def _first(mentions: Sequence[Mention]) -> int:
    """Where it stands first; a title stands before everything."""
    return min(-1 if mention.claim.field == "title" else mention.span.start for mention in mentions)
