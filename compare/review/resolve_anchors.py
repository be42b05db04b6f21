"""Decision events and the texts of a run -> where their passages are now, likely locations of others, and those not found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.model import Passage
from compare.review.anchors import Anchor, FieldTexts, Found, Location, Proposed, locate
from compare.review.events import Event


@dataclass(frozen=True, slots=True)
class ResolvedAnchors:
    """``passage_by_anchor`` has the anchors that were found; the others wait for a reviewer, in order of first mention."""

    passage_by_anchor: Mapping[Anchor, Passage]
    proposed: tuple[tuple[Anchor, Proposed], ...]
    orphans: tuple[Anchor, ...]


def resolve_anchors(active: Sequence[Event], field_texts: FieldTexts) -> ResolvedAnchors:
    """The anchors of all events in force; one that a reviewer re-anchored is where they said, if that is found."""
    reanchored = {event.passages[0]: event.others[0] for event in active if event.kind == "reanchor"}
    passage_by_anchor: dict[Anchor, Passage] = {}
    proposed: dict[Anchor, Proposed] = {}
    orphans: dict[Anchor, None] = {}
    for anchor in dict.fromkeys(anchor for event in active for anchor in event.passages + event.others):
        located = _locate_or_follow(anchor, reanchored, field_texts)
        if isinstance(located, Found):
            passage_by_anchor[anchor] = located.passage
        elif isinstance(located, Proposed):
            proposed[anchor] = located
        else:
            orphans[anchor] = None
    return ResolvedAnchors(passage_by_anchor, tuple(proposed.items()), tuple(orphans))


def _locate_or_follow(anchor: Anchor, reanchored: Mapping[Anchor, Anchor], field_texts: FieldTexts) -> Location:
    """Where the anchor is, or where a reviewer said that it is now; a chain of re-anchorings is followed, a circle only once."""
    located = locate(anchor, field_texts)
    seen = {anchor}
    while not isinstance(located, Found) and anchor in reanchored and reanchored[anchor] not in seen:
        anchor = reanchored[anchor]
        seen.add(anchor)
        located = locate(anchor, field_texts)
    return located
