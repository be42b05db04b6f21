"""A claim -> what was decided on it, line by line: who, what, when, with what words; what was undone stands too."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from compare.model import Passage
from compare.review.anchors import Found, locate
from compare.review.app.words import Words, marked
from compare.review.events import Event, undone_acts
from compare.review.state import ReviewedClaim, State

VERDICTS: Mapping[str, str] = MappingProxyType(
    {
        "supported": marked("Supported"),
        "disputed": marked("Disputed"),
        "wrong": marked("Wrong"),
        "cant_tell": marked("Can't tell"),
    }
)
RELATIONS: Mapping[str, str] = MappingProxyType(
    {"agrees": marked("Agrees"), "adds_detail": marked("Adds detail"), "conflicts": marked("Conflicts"), "silent": marked("Silent")}
)
_WHOLE = MappingProxyType({"must_link": marked("confirmed that these belong together"), "cannot_link": marked("rejected the group")})
_DONE: Mapping[str, str] = MappingProxyType(
    {
        "must_link": marked("put passages together"),
        "cannot_link": marked("took passages apart"),
        "relation": marked("set the relation: %(value)s"),
        "wording": marked("changed the wording"),
        "verdict": marked("gave the verdict: %(value)s"),
        "note": marked("wrote a note"),
        "unsure": marked("is unsure"),
        "base": marked("made another passage the base"),
        "reanchor": marked("found a passage again"),
        "undo": marked("took a decision back"),
    }
)


@dataclass(frozen=True, slots=True)
class Line:
    """One decision as it is told; ``says`` are the words of a note or wording, ``quotes`` the passages that it names."""

    reviewer: str
    at: str
    did: str
    says: str
    quotes: tuple[str, ...]
    undone: bool


def line_of(event: Event, words: Words, *, undone: bool = False) -> Line:
    """The decision in words."""
    table = _WHOLE if event.kind in _WHOLE and not event.others else _DONE
    value = {**VERDICTS, **RELATIONS}.get(event.value or "", "")
    return Line(
        reviewer=event.reviewer,
        at=event.at,
        did=words.say(table[event.kind], value=words.say(value) if value else ""),
        says=(event.value or "") if event.kind in {"note", "wording"} else "",
        quotes=tuple(anchor.quote for anchor in event.passages) if event.kind in {"relation", "base", "reanchor"} or event.others else (),
        undone=undone,
    )


def lines_of(claim: ReviewedClaim, state: State, words: Words) -> Sequence[Line]:
    """All that was decided on a claim, the last first."""
    undone = undone_acts(state.events)
    standing = {event.id for event in claim.decided.history}
    told = [event for event in state.events if event.id in standing or (event.act in undone and _is_about(event, claim, state))]
    return [line_of(event, words, undone=event.act in undone) for event in reversed(told)]


def _is_about(event: Event, claim: ReviewedClaim, state: State) -> bool:
    """Whether an undone decision named passages of the claim; it went to no group, so it is looked for by its passages."""
    if event.kind == "undo" or event.about != "claim":
        return False
    return bool(claim.members & set(_found(event, state, {passage.article for passage in claim.members})))


def _found(event: Event, state: State, articles: Iterable[str]) -> Iterable[Passage]:
    for anchor in event.passages + event.others:
        located = locate(anchor, state.run.shelf) if anchor.article in articles else None
        if isinstance(located, Found):
            yield located.passage
