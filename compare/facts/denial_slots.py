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
_DENIED, _TOLD = "denied", "told as so"


def denial_slots(readings: Sequence[Reading]) -> list[Slot]:
    """One slot a denial that another article contradicts; none where an article reports both sides, for it leaves the matter open."""
    day = main_day(readings)
    claims = [claim for reading in readings for claim in reading.claims if of_other_event(claim, day) is None]
    found = []
    for denying in (claim for claim in claims if denial_in(claim.quote)):
        sides = [side for claim in claims for clash in denial_clashes((denying, ()), (claim, ())) for side in (clash.left, clash.right)]
        told = {side.claim: side for side in sides if side.value == "affirmed"}
        denied = next((side for side in sides if side.value == "negated"), None)
        articles = {claim.article for claim in told}
        of_both = any(_denies_too(claim, denying) for claim in claims if claim.article in articles)
        if denied and told and denying.article not in articles and not of_both:
            about = " ".join(_behind(denied).split()[:_ABOUT])
            values = [[_mention(denied, denied.span, _DENIED)], [_mention(side, _told(side, denied), _TOLD) for side in told.values()]]
            found.append(Slot("denial", about, values))
    return found


def _denies_too(claim: Claim, denying: Claim) -> bool:
    """Whether the sentence denies what the other one does, by half of its words."""
    mine, theirs = (denial_in(one.quote) for one in (claim, denying))
    if mine is None or theirs is None:
        return False
    a, b = (set(content_words(one.quote[span.end :], one.language)) for one, span in ((claim, mine), (denying, theirs)))
    return 2 * len(a & b) >= min(len(a), len(b))


def _behind(denied: Filler) -> str:
    return denied.claim.quote[denied.span.end - denied.claim.span.start :].strip(' .,;:!?"“”')


def _told(told: Filler, denied: Filler) -> Span:
    """The stretch of the sentence from the first to the last of the content words that are denied."""
    language = told.claim.language
    those = set(content_words(_behind(denied), denied.claim.language))
    found = [token for token in tokens(told.claim.quote) if those & set(content_words(token.text, language))]
    return Span(found[0].start, found[-1].end).shifted(told.claim.span.start) if found else told.claim.span


def _mention(side: Filler, span: Span, value: str) -> Mention:
    says = span.shifted(-side.claim.span.start).of(side.claim.quote)
    return Mention(claim=side.claim, span=span, says=says, value=value)
