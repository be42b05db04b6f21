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
from compare.review.actions import DecisionContext
from compare.review.decision_order import chronological, time_not_before
from compare.review.events import Event, active_events
from compare.review.overruled_imports import overruled_imports
from compare.review.review_run import Run
from compare.review.review_state import ReviewState, review_state
from compare.review.reviewed_document import reviewer_links

DOCUMENT: dict[str, Any] = json.loads((Path(__file__).parents[1] / "fixtures" / "report" / "reviewed.json").read_text(encoding="utf-8"))
RUN = Run(DOCUMENT)
ARTICLES = tuple(RUN.articles.values())
MEMBERS = review_state(RUN, ()).claims[0].members
COPIES = review_state(RUN, ()).clusters[0].members
_numbers = count()


def decision_context(at: str, reviewer: str = "Lan", about: Any = "claim") -> DecisionContext:
    return DecisionContext(reviewer=reviewer, at=at, new_id=lambda: f"e{next(_numbers)}", field_texts=RUN.field_texts, about=about)


MAY_1, MAY_2, MAY_3 = (f"2024-05-0{day}T08:00:00+07:00" for day in (1, 2, 3))


def state(*decisions: list[Event]) -> ReviewState:
    return review_state(RUN, [event for made in decisions for event in made])


def verdict(state: ReviewState) -> str | None:
    event = state.claims[0].review.verdict
    return event.value if event else None


def test_an_older_verdict_that_comes_later_does_not_hold() -> None:
    newer, older = (
        actions.give_verdict(decision_context(MAY_3), MEMBERS, "supported"),
        actions.give_verdict(decision_context(MAY_1, "Minh"), MEMBERS, "wrong"),
    )
    assert verdict(state(newer, older)) == "supported"


def test_a_newer_verdict_that_comes_later_holds() -> None:
    older, newer = (
        actions.give_verdict(decision_context(MAY_1), MEMBERS, "supported"),
        actions.give_verdict(decision_context(MAY_3, "Minh"), MEMBERS, "wrong"),
    )
    assert verdict(state(older, newer)) == "wrong"


def test_of_one_moment_the_last_to_come_holds() -> None:
    one, other = (
        actions.give_verdict(decision_context(MAY_1), MEMBERS, "supported"),
        actions.give_verdict(decision_context(MAY_1, "Minh"), MEMBERS, "wrong"),
    )
    assert [verdict(state(one, other)), verdict(state(other, one))] == ["wrong", "supported"]


def test_moments_are_compared_and_not_their_letters() -> None:
    """08:00 in Hanoi is 01:00 UTC, before 02:00 UTC."""
    hanoi, london = (
        actions.give_verdict(decision_context("2024-05-01T08:00:00+07:00"), MEMBERS, "wrong"),
        actions.give_verdict(decision_context("2024-05-01T02:00:00Z"), MEMBERS, "supported"),
    )
    assert verdict(state(london, hanoi)) == "supported"


def test_an_older_split_that_comes_later_does_not_part_what_was_confirmed_since() -> None:
    one = frozenset([min(MEMBERS)])
    confirmed, split = actions.confirm(decision_context(MAY_3), MEMBERS), actions.split(decision_context(MAY_1, "Minh"), MEMBERS, one)
    assert state(confirmed, split).claims[0].members == MEMBERS
    assert state(split, confirmed).claims[0].members == MEMBERS


def test_an_undo_takes_back_what_it_names_however_the_clocks_went() -> None:
    made = actions.give_verdict(decision_context(MAY_3), MEMBERS, "wrong")
    undone = actions.undo(decision_context(MAY_1), made[0].act)
    assert verdict(state(made, undone)) is None


def test_a_redo_gives_it_back_however_the_clocks_went() -> None:
    made = actions.give_verdict(decision_context(MAY_3), MEMBERS, "wrong")
    undone = actions.undo(decision_context(MAY_1), made[0].act)
    again = actions.undo(decision_context(MAY_2), undone[0].act)
    assert verdict(state(made, undone, again)) == "wrong"


def test_the_run_that_is_made_with_decisions_goes_by_the_newest_as_well() -> None:
    joined, parted = (
        actions.confirm(decision_context(MAY_3), MEMBERS),
        actions.split(decision_context(MAY_1), MEMBERS, frozenset([min(MEMBERS)])),
    )
    late = reviewer_links(ARTICLES, [*joined, *parted])
    assert late == reviewer_links(ARTICLES, [*parted, *joined])


@given(st.lists(st.integers(0, 5), min_size=1, max_size=12))
def test_decisions_in_order_stay_in_order_and_none_is_lost(days: list[int]) -> None:
    made: list[Event] = []
    for day in days:
        context = decision_context(f"2024-05-{day + 1:02}T08:00:00Z")
        made += actions.undo(context, made[-1].act) if day == 5 and made else actions.give_verdict(context, MEMBERS, "wrong")
    ordered = chronological(made)
    assert sorted(event.id for event in ordered) == sorted(event.id for event in made)
    assert chronological(ordered) == ordered
    assert {event.id for event in active_events(ordered)} == {event.id for event in active_events(made)}


def test_a_decision_in_sight_of_others_is_never_older_than_they_are() -> None:
    """A clock that was set back does not make a reviewer's own word the older one."""
    seen = actions.give_verdict(decision_context("2024-05-03T08:00:00+07:00"), MEMBERS, "wrong")
    now = datetime(2024, 5, 1, tzinfo=UTC)
    assert time_not_before(now, seen).isoformat() == "2024-05-03T08:00:00+07:00"
    assert time_not_before(now + timedelta(days=9), seen) == now + timedelta(days=9)


# --- the clash


def overruled(state: ReviewState) -> list[tuple[str | None, str | None]]:
    return [(overruled.imported.value, overruled.newer.value) for overruled in overruled_imports(state)]


def test_an_older_verdict_that_came_late_is_a_clash() -> None:
    newer, older = (
        actions.give_verdict(decision_context(MAY_3), MEMBERS, "supported"),
        actions.give_verdict(decision_context(MAY_1, "Minh"), MEMBERS, "wrong"),
    )
    assert overruled(state(newer, older)) == [("wrong", "supported")]


@pytest.mark.parametrize("value", ["supported"])
def test_one_that_says_the_same_is_none(value: Any) -> None:
    newer, older = (
        actions.give_verdict(decision_context(MAY_3), MEMBERS, value),
        actions.give_verdict(decision_context(MAY_1, "Minh"), MEMBERS, value),
    )
    assert overruled(state(newer, older)) == []


def test_a_change_of_mind_is_none() -> None:
    assert (
        overruled(
            state(
                actions.give_verdict(decision_context(MAY_1), MEMBERS, "wrong"),
                actions.give_verdict(decision_context(MAY_3), MEMBERS, "supported"),
            )
        )
        == []
    )


def test_a_verdict_given_anew_ends_it() -> None:
    newer, older = (
        actions.give_verdict(decision_context(MAY_2), MEMBERS, "supported"),
        actions.give_verdict(decision_context(MAY_1, "Minh"), MEMBERS, "wrong"),
    )
    assert overruled(state(newer, older, actions.give_verdict(decision_context(MAY_3), MEMBERS, "wrong"))) == []


def test_one_that_was_taken_back_is_none() -> None:
    newer, older = (
        actions.give_verdict(decision_context(MAY_3), MEMBERS, "supported"),
        actions.give_verdict(decision_context(MAY_1, "Minh"), MEMBERS, "wrong"),
    )
    assert overruled(state(newer, older, actions.undo(decision_context(MAY_1, "Minh"), older[0].act))) == []


def test_a_late_rejection_of_what_was_confirmed_since_is_a_clash() -> None:
    found = overruled_imports(
        state(actions.confirm(decision_context(MAY_3), MEMBERS), actions.reject(decision_context(MAY_1, "Minh"), MEMBERS))
    )
    assert [(overruled.imported.kind, overruled.newer.kind) for overruled in found] == [("cannot_link", "must_link")]


def test_clusters_have_clashes_as_claims_have() -> None:
    newer = actions.write_note(decision_context(MAY_3, about="duplicates"), COPIES, "bản gốc")
    older = actions.write_note(decision_context(MAY_1, "Minh", "duplicates"), COPIES, "bản sao")
    assert overruled(state(newer, older)) == [("bản sao", "bản gốc")]


def test_relations_of_two_passages_are_two_things() -> None:
    first, second = sorted(MEMBERS)[:2]
    newer = actions.set_relation(decision_context(MAY_3), MEMBERS, frozenset([first]), "adds_detail")
    older = actions.set_relation(decision_context(MAY_1, "Minh"), MEMBERS, frozenset([second]), "conflicts")
    same = actions.set_relation(decision_context(MAY_1, "Minh"), MEMBERS, frozenset([first]), "conflicts")
    assert overruled(state(newer, older)) == []
    assert overruled(state(newer, same)) == [("conflicts", "adds_detail")]


def test_every_way_to_order_them_gives_one_state() -> None:
    made = [
        actions.give_verdict(decision_context(at), MEMBERS, value)
        for at, value in ((MAY_1, "wrong"), (MAY_2, "disputed"), (MAY_3, "supported"))
    ]
    assert {verdict(state(*(made[at] for at in order))) for order in ((0, 1, 2), (2, 1, 0), (1, 2, 0))} == {"supported"}
    assert replace(state(*made), events_by_arrival=()) == replace(state(*reversed(made)), events_by_arrival=())
