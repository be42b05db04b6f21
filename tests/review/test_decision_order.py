"""Which decision holds: the newest one, whenever it came; and what is told of one that came too late."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.review import actions
from compare.review.actions import Stroke
from compare.review.decision_order import in_order, moment_after
from compare.review.events import Event, in_force
from compare.review.overruled_imports import clashes_of
from compare.review.review_run import Run
from compare.review.review_state import State, state_of
from compare.review.reviewed_document import links_in

DOCUMENT: dict[str, Any] = json.loads((Path(__file__).parents[1] / "fixtures" / "report" / "reviewed.json").read_text(encoding="utf-8"))
RUN = Run(DOCUMENT)
ARTICLES = tuple(RUN.articles.values())
MEMBERS = state_of(RUN, ()).claims[0].members
COPIES = state_of(RUN, ()).clusters[0].members
_numbers = count()


def pen(at: str, reviewer: str = "Lan", about: Any = "claim") -> Stroke:
    return Stroke(reviewer, at, lambda: f"e{next(_numbers)}", RUN.shelf, about)


MAY_1, MAY_2, MAY_3 = (f"2024-05-0{day}T08:00:00+07:00" for day in (1, 2, 3))


def state(*strokes: list[Event]) -> State:
    return state_of(RUN, [event for made in strokes for event in made])


def verdict(state: State) -> str | None:
    event = state.claims[0].decided.verdict
    return event.value if event else None


def test_an_older_verdict_that_comes_later_does_not_hold() -> None:
    newer, older = actions.judge(pen(MAY_3), MEMBERS, "supported"), actions.judge(pen(MAY_1, "Minh"), MEMBERS, "wrong")
    assert verdict(state(newer, older)) == "supported"


def test_a_newer_verdict_that_comes_later_holds() -> None:
    older, newer = actions.judge(pen(MAY_1), MEMBERS, "supported"), actions.judge(pen(MAY_3, "Minh"), MEMBERS, "wrong")
    assert verdict(state(older, newer)) == "wrong"


def test_of_one_moment_the_last_to_come_holds() -> None:
    one, other = actions.judge(pen(MAY_1), MEMBERS, "supported"), actions.judge(pen(MAY_1, "Minh"), MEMBERS, "wrong")
    assert [verdict(state(one, other)), verdict(state(other, one))] == ["wrong", "supported"]


def test_moments_are_compared_and_not_their_letters() -> None:
    """08:00 in Hanoi is 01:00 UTC, before 02:00 UTC."""
    hanoi, london = (
        actions.judge(pen("2024-05-01T08:00:00+07:00"), MEMBERS, "wrong"),
        actions.judge(pen("2024-05-01T02:00:00Z"), MEMBERS, "supported"),
    )
    assert verdict(state(london, hanoi)) == "supported"


def test_an_older_split_that_comes_later_does_not_part_what_was_confirmed_since() -> None:
    one = frozenset([min(MEMBERS)])
    confirmed, split = actions.confirm(pen(MAY_3), MEMBERS), actions.split(pen(MAY_1, "Minh"), MEMBERS, one)
    assert state(confirmed, split).claims[0].members == MEMBERS
    assert state(split, confirmed).claims[0].members == MEMBERS


def test_an_undo_takes_back_what_it_names_however_the_clocks_went() -> None:
    made = actions.judge(pen(MAY_3), MEMBERS, "wrong")
    back = actions.take_back(pen(MAY_1), made[0].act)
    assert verdict(state(made, back)) is None


def test_a_redo_gives_it_back_however_the_clocks_went() -> None:
    made = actions.judge(pen(MAY_3), MEMBERS, "wrong")
    back = actions.take_back(pen(MAY_1), made[0].act)
    again = actions.take_back(pen(MAY_2), back[0].act)
    assert verdict(state(made, back, again)) == "wrong"


def test_the_run_that_is_made_with_decisions_goes_by_the_newest_as_well() -> None:
    joined, parted = actions.confirm(pen(MAY_3), MEMBERS), actions.split(pen(MAY_1), MEMBERS, frozenset([min(MEMBERS)]))
    late = links_in(ARTICLES, [*joined, *parted])
    assert late == links_in(ARTICLES, [*parted, *joined])


@given(st.lists(st.integers(0, 5), min_size=1, max_size=12))
def test_decisions_in_order_stay_in_order_and_none_is_lost(days: list[int]) -> None:
    made: list[Event] = []
    for day in days:
        stroke = pen(f"2024-05-{day + 1:02}T08:00:00Z")
        made += actions.take_back(stroke, made[-1].act) if day == 5 and made else actions.judge(stroke, MEMBERS, "wrong")
    ordered = in_order(made)
    assert sorted(event.id for event in ordered) == sorted(event.id for event in made)
    assert in_order(ordered) == ordered
    assert {event.id for event in in_force(ordered)} == {event.id for event in in_force(made)}


def test_a_decision_in_sight_of_others_is_never_older_than_they_are() -> None:
    """A clock that was set back does not make a reviewer's own word the older one."""
    seen = actions.judge(pen("2024-05-03T08:00:00+07:00"), MEMBERS, "wrong")
    now = datetime(2024, 5, 1, tzinfo=UTC)
    assert moment_after(now, seen).isoformat() == "2024-05-03T08:00:00+07:00"
    assert moment_after(now + timedelta(days=9), seen) == now + timedelta(days=9)


# --- the clash


def clash(state: State) -> list[tuple[str | None, str | None]]:
    return [(clash.late.value, clash.standing.value) for clash in clashes_of(state)]


def test_an_older_verdict_that_came_late_is_a_clash() -> None:
    newer, older = actions.judge(pen(MAY_3), MEMBERS, "supported"), actions.judge(pen(MAY_1, "Minh"), MEMBERS, "wrong")
    assert clash(state(newer, older)) == [("wrong", "supported")]


@pytest.mark.parametrize("value", ["supported"])
def test_one_that_says_the_same_is_none(value: Any) -> None:
    newer, older = actions.judge(pen(MAY_3), MEMBERS, value), actions.judge(pen(MAY_1, "Minh"), MEMBERS, value)
    assert clash(state(newer, older)) == []


def test_a_change_of_mind_is_none() -> None:
    assert clash(state(actions.judge(pen(MAY_1), MEMBERS, "wrong"), actions.judge(pen(MAY_3), MEMBERS, "supported"))) == []


def test_a_verdict_given_anew_ends_it() -> None:
    newer, older = actions.judge(pen(MAY_2), MEMBERS, "supported"), actions.judge(pen(MAY_1, "Minh"), MEMBERS, "wrong")
    assert clash(state(newer, older, actions.judge(pen(MAY_3), MEMBERS, "wrong"))) == []


def test_one_that_was_taken_back_is_none() -> None:
    newer, older = actions.judge(pen(MAY_3), MEMBERS, "supported"), actions.judge(pen(MAY_1, "Minh"), MEMBERS, "wrong")
    assert clash(state(newer, older, actions.take_back(pen(MAY_1, "Minh"), older[0].act))) == []


def test_a_late_rejection_of_what_was_confirmed_since_is_a_clash() -> None:
    found = clashes_of(state(actions.confirm(pen(MAY_3), MEMBERS), actions.reject(pen(MAY_1, "Minh"), MEMBERS)))
    assert [(clash.late.kind, clash.standing.kind) for clash in found] == [("cannot_link", "must_link")]


def test_clusters_have_clashes_as_claims_have() -> None:
    newer = actions.note(pen(MAY_3, about="duplicates"), COPIES, "bản gốc")
    older = actions.note(pen(MAY_1, "Minh", "duplicates"), COPIES, "bản sao")
    assert clash(state(newer, older)) == [("bản sao", "bản gốc")]


def test_relations_of_two_passages_are_two_things() -> None:
    first, second = sorted(MEMBERS)[:2]
    newer = actions.relate(pen(MAY_3), MEMBERS, frozenset([first]), "adds_detail")
    older = actions.relate(pen(MAY_1, "Minh"), MEMBERS, frozenset([second]), "conflicts")
    same = actions.relate(pen(MAY_1, "Minh"), MEMBERS, frozenset([first]), "conflicts")
    assert clash(state(newer, older)) == []
    assert clash(state(newer, same)) == [("conflicts", "adds_detail")]


def test_every_way_to_order_them_gives_one_state() -> None:
    made = [actions.judge(pen(at), MEMBERS, value) for at, value in ((MAY_1, "wrong"), (MAY_2, "disputed"), (MAY_3, "supported"))]
    assert {verdict(state(*(made[at] for at in order))) for order in ((0, 1, 2), (2, 1, 0), (1, 2, 0))} == {"supported"}
    assert replace(state(*made), arrived=()) == replace(state(*reversed(made)), arrived=())
