"""What a reviewer does, stroke by stroke -> the events that say it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from compare.model import Passage, RelationKind
from compare.review.anchors import Anchor, Shelf, anchor_of
from compare.review.events import About, Event, Kind, Verdict
from compare.review.regroup import Members


@dataclass(frozen=True, slots=True)
class Stroke:
    """Who does it, when (ISO 8601 with its offset), with what ids (each call gives a new one), on the texts of which run."""

    reviewer: str
    at: str
    new_id: Callable[[], str]
    shelf: Shelf
    about: About = "claim"


def confirm(stroke: Stroke, members: Members) -> list[Event]:
    """These belong together, all of them."""
    return _act(stroke, ("must_link", members, (), None))


def reject(stroke: Stroke, members: Members) -> list[Event]:
    """These, all together, are no group."""
    return _act(stroke, ("cannot_link", members, (), None))


def split(stroke: Stroke, members: Members, out: Members) -> list[Event]:
    """Some of a group do not belong with the rest; ``ValueError`` if that would leave nothing on one side."""
    if not out or not members - out:
        raise ValueError("a split has two sides")
    return _act(stroke, ("cannot_link", out, members - out, None))


def move(stroke: Stroke, members: Members, out: Members, to: Members) -> list[Event]:
    """Some of a group, or of none, belong to another one instead."""
    rest = members - out
    away: list[_Said] = [("cannot_link", out, rest, None)] if rest else []
    return _act(stroke, *away, ("must_link", out, to - out, None))


def merge(stroke: Stroke, members: Members, other: Members) -> list[Event]:
    """Two groups are one: each passage of the one with each of the other."""
    return _act(stroke, ("must_link", members - other or members, other, None))


def relate(stroke: Stroke, members: Members, passages: Members, relation: RelationKind) -> list[Event]:
    """The articles of these passages stand so to the claim."""
    first = {passage.article: passage for passage in sorted(passages, reverse=True)}
    return _act(stroke, *(("relation", [passage], members - {passage}, relation) for _, passage in sorted(first.items())))


def word(stroke: Stroke, members: Members, wording: str) -> list[Event]:
    """The claim in the reviewer's own words."""
    return _act(stroke, ("wording", members, (), wording))


def judge(stroke: Stroke, members: Members, verdict: Verdict) -> list[Event]:
    """The reviewer's verdict on the claim."""
    return _act(stroke, ("verdict", members, (), verdict))


def note(stroke: Stroke, members: Members, text: str) -> list[Event]:
    """Why, or what is still to ask."""
    return _act(stroke, ("note", members, (), text))


def doubt(stroke: Stroke, members: Members) -> list[Event]:
    """The reviewer cannot tell whether these belong together."""
    return _act(stroke, ("unsure", members, (), None))


def compare_with(stroke: Stroke, members: Members, base: Passage) -> list[Event]:
    """The passage that the others are compared with."""
    return _act(stroke, ("base", [base], members - {base}, None))


def accept(stroke: Stroke, proposals: Iterable[tuple[Anchor, Passage]]) -> list[Event]:
    """These passages of earlier decisions are now there."""
    act = stroke.new_id()
    return [
        Event(
            stroke.new_id(),
            act,
            stroke.at,
            stroke.reviewer,
            "reanchor",
            stroke.about,
            passages=(anchor,),
            others=(anchor_of(passage, stroke.shelf),),
        )
        for anchor, passage in proposals
    ]


def take_back(stroke: Stroke, act: str) -> list[Event]:
    """An act, or an undo of one, has no effect any more."""
    return [Event(stroke.new_id(), stroke.new_id(), stroke.at, stroke.reviewer, "undo", stroke.about, value=act)]


def take_back_notes(stroke: Stroke, history: Iterable[Event]) -> list[Event]:
    """None of the reviewer's own notes on a claim or cluster stands any more; those of others are theirs to take back."""
    own = (event.act for event in history if event.kind == "note" and event.reviewer == stroke.reviewer)
    return [undo for act in own for undo in take_back(stroke, act)]


_Said = tuple[Kind, Iterable[Passage], Iterable[Passage], str | None]


def _act(stroke: Stroke, *said: _Said) -> list[Event]:
    act = stroke.new_id()
    return [
        Event(
            stroke.new_id(),
            act,
            stroke.at,
            stroke.reviewer,
            kind,
            stroke.about,
            _anchors(passages, stroke.shelf),
            _anchors(others, stroke.shelf),
            value,
        )
        for kind, passages, others, value in said
    ]


def _anchors(passages: Iterable[Passage], shelf: Shelf) -> tuple[Anchor, ...]:
    ordered: Sequence[Passage] = sorted(passages)
    return tuple(anchor_of(passage, shelf) for passage in ordered)
