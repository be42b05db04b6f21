"""An action of a reviewer on passages, such as confirm, split or move -> the decision events that record it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from compare.model import Passage, RelationKind
from compare.review.anchors import Anchor, FieldTexts, anchor_of
from compare.review.events import About, Event, Kind, Verdict
from compare.review.regroup import PassageSet


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionContext:
    """Who decides, when (ISO 8601 with its offset), on the texts of which run; each call of ``new_id`` gives an id for an event or act."""

    reviewer: str
    at: str
    new_id: Callable[[], str]
    field_texts: FieldTexts
    about: About = "claim"


def confirm(context: DecisionContext, members: PassageSet) -> list[Event]:
    """The members belong together."""
    return _events(context, ("must_link", members, (), None))


def reject(context: DecisionContext, members: PassageSet) -> list[Event]:
    """The members are not a group."""
    return _events(context, ("cannot_link", members, (), None))


def split(context: DecisionContext, members: PassageSet, selected: PassageSet) -> list[Event]:
    """The selected members do not belong with the rest; ``ValueError`` if one side would be empty."""
    if not selected or not members - selected:
        raise ValueError("a split has two sides")
    return _events(context, ("cannot_link", selected, members - selected, None))


def move(context: DecisionContext, members: PassageSet, selected: PassageSet, target: PassageSet) -> list[Event]:
    """The selected passages, of a group or of none, belong to the target group instead."""
    rest = members - selected
    taken_out: list[_Statement] = [("cannot_link", selected, rest, None)] if rest else []
    return _events(context, *taken_out, ("must_link", selected, target - selected, None))


def merge(context: DecisionContext, members: PassageSet, other: PassageSet) -> list[Event]:
    """Two groups are one: each member of the one belongs with each of the other."""
    return _events(context, ("must_link", members - other or members, other, None))


def set_relation(context: DecisionContext, members: PassageSet, passages: PassageSet, relation: RelationKind) -> list[Event]:
    """The articles of these passages have this relation to the claim."""
    first = {passage.article: passage for passage in sorted(passages, reverse=True)}
    return _events(context, *(("relation", [passage], members - {passage}, relation) for _, passage in sorted(first.items())))


def set_wording(context: DecisionContext, members: PassageSet, wording: str) -> list[Event]:
    """The claim in the reviewer's own words."""
    return _events(context, ("wording", members, (), wording))


def give_verdict(context: DecisionContext, members: PassageSet, verdict: Verdict) -> list[Event]:
    """The reviewer's verdict on the claim."""
    return _events(context, ("verdict", members, (), verdict))


def write_note(context: DecisionContext, members: PassageSet, text: str) -> list[Event]:
    """The reviewer's note on the group."""
    return _events(context, ("note", members, (), text))


def mark_unsure(context: DecisionContext, members: PassageSet) -> list[Event]:
    """The reviewer cannot tell whether the members belong together."""
    return _events(context, ("unsure", members, (), None))


def mark_misread(context: DecisionContext, selected: PassageSet) -> list[Event]:
    """These values of a fact were read wrongly: the article does not give them."""
    return _events(context, ("misread", selected, (), None))


def set_base(context: DecisionContext, members: PassageSet, base: Passage) -> list[Event]:
    """The other members are compared with this passage."""
    return _events(context, ("base", [base], members - {base}, None))


def accept_locations(context: DecisionContext, locations: Iterable[tuple[Anchor, Passage]]) -> list[Event]:
    """The passages of these earlier anchors are now at these locations."""
    act_id = context.new_id()
    return [
        Event(
            id=context.new_id(),
            act=act_id,
            at=context.at,
            reviewer=context.reviewer,
            kind="reanchor",
            about=context.about,
            passages=(anchor,),
            others=(anchor_of(passage, context.field_texts),),
        )
        for anchor, passage in locations
    ]


def undo(context: DecisionContext, act_id: str) -> list[Event]:
    """The act has no effect any more; to undo an undo restores what it undid."""
    return [
        Event(
            id=context.new_id(),
            act=context.new_id(),
            at=context.at,
            reviewer=context.reviewer,
            kind="undo",
            about=context.about,
            value=act_id,
        )
    ]


def undo_own_notes(context: DecisionContext, history: Iterable[Event]) -> list[Event]:
    """The reviewer's own notes on a claim or cluster have no effect any more; those of others can only be undone by them."""
    own = (event.act for event in history if event.kind == "note" and event.reviewer == context.reviewer)
    return [undo_event for act_id in own for undo_event in undo(context, act_id)]


_Statement = tuple[Kind, Iterable[Passage], Iterable[Passage], str | None]


def _events(context: DecisionContext, *statements: _Statement) -> list[Event]:
    act_id = context.new_id()
    return [
        Event(
            id=context.new_id(),
            act=act_id,
            at=context.at,
            reviewer=context.reviewer,
            kind=kind,
            about=context.about,
            passages=_anchors(passages, context.field_texts),
            others=_anchors(others, context.field_texts),
            value=value,
        )
        for kind, passages, others, value in statements
    ]


def _anchors(passages: Iterable[Passage], field_texts: FieldTexts) -> tuple[Anchor, ...]:
    ordered: Sequence[Passage] = sorted(passages)
    return tuple(anchor_of(passage, field_texts) for passage in ordered)
