"""One change between two near-copies -> a word for its opposite or its like, another rank, or a denial that one of them lacks."""

from collections.abc import Iterable
from dataclasses import replace

from compare.claims.clash import Clash, Filler
from compare.claims.near_copy import Place, stops
from compare.languages.language_pack import LanguagePack
from compare.languages.registry import PACKS
from compare.model import Span
from compare.text.tokens import tokens


def altered_alternatives(left: Place, right: Place) -> Iterable[Clash]:
    """Words of which only one can be said: rose and fell, north and south, admitted and denied."""
    pack = _pack_of(left, right)
    if pack is None or not left.words or not right.words:
        return
    for one, other in zip(_readings(left), _readings(right), strict=True):
        for table in pack.altered.alternatives:
            sides = [next((at for at, side in enumerate(table.sides) if place.said in side), None) for place in (one, other)]
            if None not in sides and sides[0] != sides[1]:
                yield Clash("alternative", table.slot, _filler(one, one.said), _filler(other, other.said))
                return


def _readings(place: Place) -> tuple[Place, ...]:
    """The change as it is, without its stop words, and with the word on either side that both sentences have: "thừa" nhận, "phủ" nhận."""
    content = tuple(token for token in place.words if token.text.lower() not in stops())
    wider = (place.words, content, (*place.words, place.behind), (place.before, *place.words))
    return tuple(replace(place, words=tuple(token for token in words if token)) for words in wider)


def altered_ranks(left: Place, right: Place) -> Iterable[Clash]:
    """First and second, thứ nhất and thứ ba; a day of the week that is written so is a day."""
    pack = _pack_of(left, right)
    ranks = [_rank(place, pack) if pack else None for place in (left, right)]
    if None not in ranks and ranks[0] != ranks[1]:
        yield Clash("ordinal", "rank", *(_filler(place, str(rank)) for place, rank in zip((left, right), ranks, strict=True)))


def _rank(place: Place, pack: LanguagePack) -> int | None:
    """The rank that the change says, if no day, number or name was read there and the word before it is one of ranks, where it must be."""
    facts, span = place.claim.facts, place.span
    read = [*(day.span for day in facts.dates), *(number.span for number in facts.numbers)]
    is_fact = any(one.start < span.end and span.start < one.end for one in read)
    before = place.before.text.lower() if place.before else ""
    led = not pack.altered.ordinal_before or before in pack.altered.ordinal_before
    return pack.altered.ordinals.get(place.said) if led and not is_fact and place.words else None


def altered_denials(left: Place, right: Place) -> Iterable[Clash]:
    """A denial that one of two near-copies lacks, in a sentence that asks nothing."""
    for negated, affirmed, swapped in ((left, right, False), (right, left, True)):
        denying = _denying(negated)
        if denying is None or not _affirms(affirmed) or negated.claim.quote.rstrip().endswith("?"):
            continue
        span = denying.shifted(negated.claim.span.start)
        sides = (Filler(negated.claim, span, denying.of(negated.claim.quote), "negated"), _filler(affirmed, "affirmed"))
        yield Clash("negation", "negation", *(sides[::-1] if swapped else sides))


def _denying(place: Place) -> Span | None:
    """Where the change denies what follows, if it does nothing else: "did not", "không hề", but no "not only" and no "không ít"."""
    pack = PACKS.get(place.claim.language, PACKS["en"])
    core = [token for token in place.words if token.text.lower() not in pack.altered.auxiliaries]
    said = " ".join(token.text.lower() for token in core)
    following = [after.text.lower() for after in tokens(place.claim.quote[core[-1].end :])[:1]] if core else []
    denies = said in pack.sentences.negations and not set(following) & pack.slots.no_denial
    return Span(core[0].start, core[-1].end) if denies else None


def _affirms(place: Place) -> bool:
    """Whether nothing stands where the other one denies, or only what comes and goes with a denial."""
    pack = PACKS.get(place.claim.language, PACKS["en"])
    return all(token.text.lower() in pack.altered.auxiliaries | pack.altered.articles for token in place.words)


def _pack_of(left: Place, right: Place) -> LanguagePack | None:
    return PACKS.get(left.claim.language) if left.claim.language == right.claim.language else None


def _filler(place: Place, value: str) -> Filler:
    return Filler(place.claim, place.span, place.span.shifted(-place.claim.span.start).of(place.claim.quote), value)
