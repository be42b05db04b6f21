"""Sentences on something that was given -> slots: who received it, where giver, gift and the one who tells of it are the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from compare.claims.frame import content_words
from compare.facts.mention import Mention, phrase
from compare.facts.slot import Slot
from compare.languages.registry import PACKS
from compare.model import Claim, Name, Reading, Span

_GIFT_WITHIN = 6  # words between the verb and its receiver
_RECEIVER_WITHIN = 2  # words between "to" and the name: "cho tập đoàn" Wagner; of more, the name only tells whose people they are
_GIVER_WITHIN = 4  # words between the giver and the verb
_QUOTES = regex.compile(r"[\"“”]")
_MARKS = regex.compile(r"[.,;:!?()]")


@dataclass(frozen=True, slots=True)
class _Gift:
    """Who gave what to whom, as one sentence has it, and who says so."""

    claim: Claim
    giver: str
    gift: frozenset[str]
    receiver: Name
    about: str

    def is_of(self, other: "_Gift") -> bool:
        """Whether both tell of one gift: the same giver, the same source, and what is given has a word in common."""
        return self.giver == other.giver and self.claim.speaker == other.claim.speaker and bool(self.gift & other.gift)


def receiver_slots(readings: Sequence[Reading]) -> list[Slot]:
    """One slot a gift of which a named source tells; none where an article names two receivers of it, for then both are.

    Of two gifts that two sources tell of, or nobody, both receivers can be right.
    """
    gifts = [gift for reading in readings for claim in reading.claims if claim.speaker for gift in _gifts(claim)]
    together: list[list[_Gift]] = []
    for gift in gifts:
        own = next((known for known in together if all(gift.is_of(other) for other in known)), None)
        if own is None:
            together.append([gift])
        else:
            own.append(gift)
    return [slot for known in together if (slot := _slot(known))]


def _gifts(claim: Claim) -> Iterator[_Gift]:
    pack = PACKS.get(claim.language)
    if pack is None:
        return
    for verb in phrase(pack.acts.transfers).finditer(claim.quote):
        to = phrase(pack.acts.receivers).search(claim.quote, verb.end())
        if to is None or phrase((*pack.acts.abandonments, *pack.sentences.negations)).search(claim.quote[: verb.start()]):
            continue  # what somebody did not give, or is to stop giving
        given = claim.quote[verb.end() : to.start()]
        giver = _near(claim, Span(0, verb.start()), before=True)
        receiver = _near(claim, Span(to.end(), len(claim.quote)), before=False)
        gift = frozenset(content_words(given, claim.language))
        if giver and receiver and gift and len(given.split()) <= _GIFT_WITHIN and not _MARKS.search(given) and giver.key != receiver.key:
            about = claim.quote[giver.span.start - claim.span.start : to.start()]
            about_it = " ".join(_QUOTES.sub("", about).split())
            yield _Gift(claim=claim, giver=giver.key, gift=gift, receiver=receiver, about=about_it)


def _near(claim: Claim, part: Span, *, before: bool) -> Name | None:
    """The name of a part of the sentence that stands at its end, or at its beginning, with few words and no mark between."""
    inside = part.shifted(claim.span.start)
    names = [name for name in claim.facts.names if inside.start <= name.span.start and name.span.end <= inside.end]
    if not names:
        return None
    start, end = (names[-1] if before else names[0]).span.shifted(-claim.span.start)
    between = claim.quote[end : part.end] if before else claim.quote[part.start : start]
    within = between.lower().split()
    small = PACKS[claim.language].sentences.stop_words - PACKS[claim.language].sentences.speech.articles
    is_other = not before and bool(small.intersection(within))  # "to victims in" Ellery
    near = len(within) <= (_GIVER_WITHIN if before else _RECEIVER_WITHIN) and not _MARKS.search(between) and not is_other
    return (names[-1] if before else names[0]) if near else None


def _slot(gifts: Sequence[_Gift]) -> Slot | None:
    values: dict[str, list[_Gift]] = {}
    for gift in gifts:
        values.setdefault(gift.receiver.key, []).append(gift)
    by_article: dict[str, set[str]] = {}
    for gift in gifts:
        by_article.setdefault(gift.claim.article, set()).add(gift.receiver.key)
    if any(len(receivers) > 1 for receivers in by_article.values()):
        return None
    return Slot("receiver", gifts[0].about, [[_mention(gift) for gift in value] for value in values.values()])


def _mention(gift: _Gift) -> Mention:
    return Mention(claim=gift.claim, span=gift.receiver.span, says=gift.receiver.says, value=gift.receiver.key)
