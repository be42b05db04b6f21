"""Sizes that belong to a thing -> slots: the pages of the indictment, the floors of the building, how long the investigation took."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from compare.claims.frame import content_words
from compare.facts.connected import connected
from compare.facts.mention import Mention, facts_of, phrase
from compare.facts.slot import Slot
from compare.facts.values import articles_with_several, by_value
from compare.model import Claim, Number, Span
from compare.text.tokens import bare
from compare.text.tokens import words as words_of

_BESIDE = 4  # words between a size and its thing: "a two-year federal grand jury investigation"
_SHARED = 2  # content words that sentences on one thing share, with the thing
_DAYS = {"day": 1, "week": 7, "month": 30.4, "year": 365}
_SPAN = "duration"


def attribute_slots(mentions: Sequence[Mention], claims: Sequence[Claim]) -> list[Slot]:
    """One slot for each size of each thing; none where an article gives two that differ, which are of two things."""
    by_thing: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in (*mentions, *(vague for claim in claims for vague in _vague_spans(claim))):
        name = _name(mention)
        for thing in _things(mention, name) if name else ():
            by_thing[name or "", thing].append(_in_days(mention))
    found = [(key, by_value(one)) for key, filled in sorted(by_thing.items()) for one in connected(filled, _share)]
    return [Slot(name, thing, values) for (name, thing), values in found if not articles_with_several(values)]


def _name(mention: Mention) -> str | None:
    number = mention.number
    if number is None or number.unit in {*_DAYS, _SPAN}:
        return _SPAN
    if number.unit or not number.counted:
        return None
    return next((name for name, parts in mention.words.parts.items() if number.counted[0] in map(bare, parts)), None)


def _things(mention: Mention, name: str) -> Iterator[str]:
    """Its thing: right behind a compound ("48-page indictment") in English, right before ("bản cáo trạng dài 48 trang") in Vietnamese."""
    words = mention.words
    if words.things_behind and "-" not in mention.says + mention.behind[:1] and mention.number and mention.number.unit != _SPAN:
        return  # "two years after the investigation" is not how long it took
    beside = words_of(mention.behind)[: _BESIDE + 1] if words.things_behind else words_of(mention.before)[-_BESIDE:]
    for thing, said in words.things[name].items():
        if phrase(said).search(" ".join(beside)):
            yield thing


def _share(one: Mention, two: Mention) -> bool:
    said = [set(content_words(m.claim.quote, m.claim.language)) for m in (one, two)]
    return len(said[0] & said[1]) >= _SHARED


def _vague_spans(claim: Claim) -> Iterator[Mention]:
    """Spans told without a figure: a "monthslong" investigation took two months at least and less than a year."""
    for said, (least, most) in facts_of(claim.language).vague_spans.items():
        for found in phrase([said]).finditer(claim.quote):
            span = Span(found.start() + claim.span.start, found.end() + claim.span.start)
            number = Number(span, found.group(), (least,), unit=_SPAN, hedge="range", high=most)
            yield Mention(
                claim=claim,
                span=span,
                says=found.group(),
                number=number,
                before=claim.quote[: found.start()],
                behind=claim.quote[found.end() :],
                value=found.group().lower(),
            )


def _in_days(mention: Mention) -> Mention:
    number = mention.number
    if number is None or number.unit not in _DAYS:
        return mention
    values = tuple(value * _DAYS[number.unit] for value in number.values)
    high = number.high * _DAYS[number.unit] if number.high else None
    days = Number(number.span, number.says, values, unit=_SPAN, hedge=number.hedge or "about", high=high)
    return Mention(claim=mention.claim, span=mention.span, says=mention.says, number=days, value=f"{number.values[0]:g} {number.unit}")
