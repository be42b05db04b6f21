"""Sentences on ending something -> slots: whether it is to end or to stay, where a relay turns the aim round.

"To prevent the country from giving up its missiles" says the contrary of "to make it give up its missiles", in nearly the same words: a
slip of translators, who put one word of ending too many.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from compare.claims.frame import content_words
from compare.facts.mention import Mention, phrase
from compare.facts.slot import Slot
from compare.languages.language_pack import ActWords
from compare.languages.registry import PACKS
from compare.model import Claim, Reading, Span

_WITHIN = 4  # words between "prevent" and "giving up": the one who has the thing
_THING = 4  # words behind "giving up", among which the thing stands
_SHARED_NAMES = 3  # that two sentences have in common: who wants it, with whom, of whom
_MARKS = regex.compile(r"[.,;:!?()]")
_ENDS, _STAYS = "ends", "stays"


@dataclass(frozen=True, slots=True)
class _Aim:
    """What is to end, or is kept from ending, and where the sentence says so."""

    claim: Claim
    span: Span  # in the article's field
    thing: frozenset[str]
    value: str


def aim_slots(readings: Sequence[Reading]) -> list[Slot]:
    """A slot for each sentence that keeps from ending what others, with the same parties, want to end."""
    aims = [aim for reading in readings for claim in reading.claims for aim in _aims(claim)]
    found = []
    for kept in (aim for aim in aims if aim.value == _STAYS):
        ended = [aim for aim in aims if aim.value == _ENDS and aim.claim.article != kept.claim.article and _one_aim(aim, kept)]
        if ended:
            found.append(Slot("aim", _about(kept), [[_mention(kept)], [_mention(aim) for aim in ended]]))
    return found


def _one_aim(one: _Aim, other: _Aim) -> bool:
    names = [{name.key for name in aim.claim.facts.names} for aim in (one, other)]
    return bool(one.thing & other.thing) and len(names[0] & names[1]) >= _SHARED_NAMES


def _aims(claim: Claim) -> Iterator[_Aim]:
    pack = PACKS.get(claim.language)
    if pack is None:
        return
    for ending in phrase(pack.acts.abandonments).finditer(claim.quote):
        thing = content_words(_MARKS.split(claim.quote[ending.end() :], maxsplit=1)[0], claim.language)[:_THING]
        prevents = _prevention(claim.quote[: ending.start()], pack.acts)
        start = ending.start() if prevents is None else prevents
        yield _Aim(claim, _span(claim, start, ending.end()), frozenset(thing), _ENDS if prevents is None else _STAYS)
    for pattern in pack.acts.undoings:
        for undoing in regex.finditer(rf"(?<!\w){pattern}(?!\w)", claim.quote, regex.IGNORECASE):
            if _prevention(claim.quote[: undoing.start()], pack.acts) is None:
                yield _Aim(claim, _span(claim, *undoing.span()), frozenset(content_words(undoing["thing"], claim.language)), _ENDS)


def _prevention(before: str, words: ActWords) -> int | None:
    """Where a word for preventing governs what follows, if one does."""
    *_, last = [None, *phrase(words.preventions).finditer(before)]
    if last is None or _MARKS.search(before, last.end()) or len(before[last.end() :].split()) > _WITHIN:
        return None
    return int(last.start())


def _span(claim: Claim, start: int, end: int) -> Span:
    return Span(start, end).shifted(claim.span.start)


def _about(aim: _Aim) -> str:
    behind = _MARKS.split(aim.claim.quote[aim.span.end - aim.claim.span.start :], maxsplit=1)[0]
    return " ".join(behind.split()[:_THING])


def _mention(aim: _Aim) -> Mention:
    says = aim.span.shifted(-aim.claim.span.start).of(aim.claim.quote)
    return Mention(claim=aim.claim, span=aim.span, says=says, value=aim.value)
