"""A sentence that says that nobody was killed or hurt -> the figure 0 of that slot, which a figure in another article disputes."""

from collections.abc import Iterator

from compare.facts.mention import Mention, facts_of, phrase
from compare.model import Claim, Number, Span


def none_hurt(claim: Claim) -> Iterator[tuple[str, Mention]]:
    """Slots with a figure of 0 in place of the words that deny: both slots for "no casualties", none where only further ones are denied."""
    words = facts_of(claim.language)
    for slot, denials in words.none_hurt.items():
        found = phrase(denials).search(claim.quote)
        if found and not phrase(words.none_hurt_badly).match(claim.quote[found.end() :].lstrip()):
            span = Span(found.start() + claim.span.start, found.end() + claim.span.start)
            yield slot, Mention(claim=claim, span=span, says=found.group(), number=Number(span, found.group(), (0.0,)), value="0")
