"""Denials of a story -> slots: whether something was so, which one article reports as denied and another tells without the denial."""

from collections.abc import Sequence

from compare.claims.clash import Filler
from compare.claims.denial_clashes import denial_clashes, denial_in
from compare.claims.frame import content_words
from compare.facts.mention import Mention
from compare.facts.other_events import main_day, of_other_event
from compare.facts.slot import Slot
from compare.model import Claim, Reading, Span
from compare.text.tokens import tokens

_ABOUT = 12  # words of what is denied by which it is called
_SCATTERED = 2  # times as long as what is denied: a sentence in which the words stand so far apart tells something else
_DENIED, _TOLD = "denied", "told as so"


def denial_slots(readings: Sequence[Reading]) -> list[Slot]:
    """One slot a thing that is denied and that another article tells; none where an article reports both sides, for it leaves it open."""
    day = main_day(readings)
    everything = [claim for reading in readings for claim in reading.claims]
    claims = [claim for claim in everything if of_other_event(claim, day) is None]
    found: list[tuple[dict[Claim, Mention], dict[Claim, Mention]]] = []  # the sentences that deny, and those that tell
    about: list[str] = []
    for denying in (claim for claim in claims if denial_in(claim.quote)):
        denied, affirmed = _two_sides(denying, claims)
        articles = {claim.article for claim in affirmed}
        if denied is None or denying.article in articles or any(_denies_too(c, denying) for c in everything if c.article in articles):
            continue
        own = next((known for known in found if known[1].keys() & affirmed.keys()), None)
        if own is None:
            own = ({}, {})
            found.append(own)
            about.append(" ".join(_behind(denied).split()[:_ABOUT]))
        own[0][denying] = _mention(denied, denied.span, _DENIED)
        own[1].update(affirmed)
    return [Slot("denial", words, [list(side.values()) for side in sides]) for words, sides in zip(about, found, strict=True)]


def _two_sides(denying: Claim, claims: Sequence[Claim]) -> tuple[Filler | None, dict[Claim, Mention]]:
    """The denial of one sentence, and all sentences that tell what it denies, with the words that do; no denial where none does."""
    clashing = [clash for claim in claims for clash in denial_clashes((denying, ()), (claim, ()))]
    denied = next((side for clash in clashing for side in (clash.left, clash.right) if side.value == "negated"), None)
    affirmed: dict[Claim, Mention] = {}
    for side in (side for clash in clashing for side in (clash.left, clash.right) if side.value == "affirmed"):
        span = _affirmed_at(side, denied) if denied else None
        if span:
            affirmed[side.claim] = _mention(side, span, _TOLD)
    return (denied if affirmed else None), affirmed


def _denies_too(claim: Claim, denying: Claim) -> bool:
    """Whether the sentence denies what the other one does, by half of its words."""
    mine, theirs = (denial_in(one.quote) for one in (claim, denying))
    if mine is None or theirs is None:
        return False
    a, b = (set(content_words(one.quote[span.end :], one.language)) for one, span in ((claim, mine), (denying, theirs)))
    return 2 * len(a & b) >= min(len(a), len(b))


def _behind(denied: Filler) -> str:
    return denied.claim.quote[denied.span.end - denied.claim.span.start :].strip(' .,;:!?"“”')


def _affirmed_at(affirmed: Filler, denied: Filler) -> Span | None:
    """The stretch of the sentence from the first to the last of the content words that are denied; nothing where they stand scattered."""
    language = affirmed.claim.language
    those = set(content_words(_behind(denied), denied.claim.language))
    said = tokens(affirmed.claim.quote)
    found = [at for at, token in enumerate(said) if those & set(content_words(token.text, language))]
    if not found or found[-1] - found[0] >= _SCATTERED * len(tokens(_behind(denied))):
        return None
    return Span(said[found[0]].start, said[found[-1]].end).shifted(affirmed.claim.span.start)


def _mention(side: Filler, span: Span, value: str) -> Mention:
    says = span.shifted(-side.claim.span.start).of(side.claim.quote)
    return Mention(claim=side.claim, span=span, says=says, value=value)
