"""What every store holds to, whatever database is behind it: decisions that are only ever added, runs, preferences."""

import json
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from compare.errors import DecisionError, StoreError
from compare.model import ArticleId, Span
from compare.review.anchors import Anchor
from compare.review.decision_file import parse_decisions, to_lines
from compare.review.events import Event, active_events
from compare.review.store.open_store import open_store
from compare.review.store.store_protocol import ImportCounts, RunId, StaleError, Store
from compare.review.store.store_url import database_url

AT = "2026-05-01T08:00:00+07:00"
OPENED = "2026-05-02T09:00:00+07:00"


def anchor(number: int, *, article: str = "a", sha256: str = "0" * 64) -> Anchor:
    quote = f"Câu số {number:04d}."
    return Anchor(
        article=ArticleId(article),
        outlet="Báo Mẫu",
        field="text",
        sha256=sha256,
        span=Span(20 * number, 20 * number + len(quote)),
        quote=quote,
        before="Trước. ",
        after=" Sau.",
    )


def note(name: str, *passages: Anchor, reviewer: str = "Lan") -> Event:
    """A decision that is an act of its own, named after it."""
    return Event(id=name, act=f"act {name}", at=AT, reviewer=reviewer, kind="note", passages=passages, value=f"Ghi chú {name}")


def undo(name: str, act: str) -> Event:
    return Event(id=name, act=f"act {name}", at=AT, reviewer="Lan", kind="undo", value=f"act {act}")


def link(name: str, passage: Anchor, other: Anchor) -> Event:
    return Event(id=name, act=f"act {name}", at=AT, reviewer="Minh", kind="must_link", passages=(passage,), others=(other,))


P, Q, R = anchor(1), anchor(2), anchor(3)


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    opened = open_store(store_url)
    yield opened
    opened.close()


def ids(store: Store, story: str = "s", after: int = 0) -> list[str]:
    return [event.id for _, event in store.events(story, after)]


# --- appended, and read again


def test_decisions_are_numbered_in_order_of_arrival(store):
    assert [store.append("s", [note("one", P), note("two", Q)], 0), store.append("s", [note("three", R)], 0)] == [2, 3]


def test_a_decision_comes_back_as_it_was_made(store):
    made = Event(
        id="one",
        act="act",
        at=AT,
        reviewer="Nguyễn Thị Lan",
        kind="relation",
        about="claim",
        passages=(P,),
        others=(Q, anchor(3, article="b:c")),
        value="conflicts",
    )
    store.append("s", [made], 0)
    assert store.events("s") == [(1, made)]


def test_who_has_seen_some_is_given_the_later_ones(store):
    store.append("s", [note("one", P), note("two", Q), note("three", R)], 0)
    assert ids(store, after=2) == ["three"]


def test_stories_are_kept_apart(store):
    store.append("s", [note("one", P)], 0)
    store.append("t", [note("one", P)], 0)
    assert [store.events("s"), store.events("t")] == [[(1, note("one", P))], [(2, note("one", P))]]


def test_the_version_is_that_of_the_story(store):
    store.append("s", [note("one", P)], 0)
    store.append("t", [note("two", P)], 0)
    assert [store.version("s"), store.version("t"), store.version("u")] == [1, 2, 0]


def test_decisions_are_there_after_the_store_was_closed(store_url):
    first = open_store(store_url)
    first.append("s", [note("one", P)], 0)
    first.close()
    again = open_store(store_url)
    found = again.events("s")
    again.close()
    assert found == [(1, note("one", P))]


def test_a_second_program_sees_what_the_first_one_wrote(store, store_url):
    second = open_store(store_url)
    store.append("s", [note("one", P)], 0)
    found = ids(second)
    second.close()
    assert found == ["one"]


def test_appending_nothing_changes_nothing(store):
    store.append("s", [note("one", P)], 0)
    assert [store.append("s", [], 0), ids(store)] == [0, ["one"]]


@pytest.mark.parametrize("statement", ["UPDATE events SET body = '{}'", "DELETE FROM touches", "DELETE FROM events"])
def test_the_database_itself_refuses_to_edit_or_remove_a_decision(store, store_url, statement):
    store.append("s", [note("one", P)], 0)
    engine = create_engine(database_url(store_url))
    with pytest.raises(DBAPIError, match="decisions are never edited"), engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


# --- two people on one passage


def test_a_decision_on_what_another_decided_since_is_refused(store):
    store.append("s", [note("one", P, reviewer="Minh")], 0)
    with pytest.raises(StaleError, match="s: Minh decided on the same passages"):
        store.append("s", [note("two", P)], 0)


def test_the_refusal_says_what_was_decided_since(store):
    store.append("s", [note("zero", P), note("one", P, reviewer="Minh"), note("two", Q), note("three", P, reviewer="Anh")], 0)
    with pytest.raises(StaleError) as refused:
        store.append("s", [note("four", P)], 1)
    assert [(seq, event.id) for seq, event in refused.value.newer] == [(2, "one"), (4, "three")]


def test_a_refused_action_leaves_nothing_behind(store):
    store.append("s", [note("one", P)], 0)
    with pytest.raises(StaleError):
        store.append("s", [note("two", Q), note("three", P)], 0)
    assert ids(store) == ["one"]


def test_a_decision_on_what_the_writer_has_seen_is_taken(store):
    store.append("s", [note("one", P)], 0)
    assert store.append("s", [note("two", P)], 1) == 2


@pytest.mark.parametrize(
    "elsewhere",
    [Q, anchor(1, article="b"), anchor(1, sha256="1" * 64), replace(P, field="title")],
    ids=["span", "article", "text", "field"],
)
def test_a_decision_on_another_passage_is_in_nobodys_way(store, elsewhere):
    store.append("s", [note("one", P)], 0)
    assert store.append("s", [note("two", elsewhere)], 0) == 2


def test_a_decision_in_another_story_is_in_nobodys_way(store):
    store.append("t", [note("one", P)], 0)
    assert store.append("s", [note("two", P)], 0) == 2


@pytest.mark.parametrize(
    ("first", "second"), [(link("one", Q, P), note("two", P)), (note("one", P), link("two", Q, P)), (link("one", P, Q), link("two", R, Q))]
)
def test_the_other_passages_of_a_decision_count_as_well(store, first, second):
    store.append("s", [first], 0)
    with pytest.raises(StaleError):
        store.append("s", [second], 0)


def test_many_passages_of_one_action_are_all_looked_at(store):
    store.append("s", [note("one", anchor(1999))], 0)
    with pytest.raises(StaleError):
        store.append("s", [note("all", *map(anchor, range(2000)))], 0)


def test_an_undo_is_refused_if_another_decided_since_on_what_it_takes_back(store):
    store.append("s", [note("one", P)], 0)
    store.append("s", [note("two", P, reviewer="Minh")], 1)
    with pytest.raises(StaleError):
        store.append("s", [undo("back", "one")], 1)


def test_a_decision_is_refused_if_another_one_on_its_passage_was_taken_back_since(store):
    store.append("s", [note("one", P)], 0)
    store.append("s", [undo("back", "one")], 1)
    with pytest.raises(StaleError):
        store.append("s", [note("two", P)], 1)


def test_a_redo_touches_what_the_first_decision_touched(store):
    store.append("s", [note("one", P)], 0)
    store.append("s", [undo("back", "one")], 1)
    store.append("s", [undo("forth", "back")], 2)
    with pytest.raises(StaleError) as refused:
        store.append("s", [note("two", P)], 2)
    assert [event.id for _, event in refused.value.newer] == ["forth"]


def test_an_undo_touches_every_passage_of_the_act(store):
    store.append("s", [note("one", P), replace(note("two", Q), act="act one")], 0)
    store.append("s", [undo("back", "one")], 2)
    with pytest.raises(StaleError):
        store.append("s", [note("three", Q)], 2)


def test_an_undo_of_nothing_is_refused(store):
    store.append("t", [note("one", P)], 0)
    with pytest.raises(DecisionError, match="s: 'back' undoes the act 'act one', which is not there; append"):
        store.append("s", [undo("back", "one")], 0)


def test_who_saw_more_than_there_is_has_seen_another_store(store):
    store.append("s", [note("one", P)], 0)
    with pytest.raises(StaleError):
        store.append("s", [note("two", P)], 40)


def test_a_writer_who_heard_no_answer_may_ask_again(store):
    store.append("s", [note("one", P)], 0)
    store.append("s", [note("two", P)], 1)
    assert [store.append("s", [note("one", P)], 0), ids(store)] == [1, ["one", "two"]]


def test_an_id_that_says_something_else_is_refused(store):
    store.append("s", [note("one", P)], 0)
    with pytest.raises(DecisionError, match="s: the id 'one' says something else here already; give"):
        store.append("s", [note("one", Q)], 1)


def test_one_id_for_two_decisions_is_refused(store):
    with pytest.raises(DecisionError, match="the id 'one' stands for two decisions"):
        store.append("s", [note("one", P), note("one", Q)], 0)


def test_half_a_character_is_refused(store):
    with pytest.raises(DecisionError, match="'one' has half a surrogate pair"):
        store.append("s", [replace(note("one", P), value="\ud83d")], 0)


STEPS = st.lists(st.tuples(st.sets(st.integers(0, 3), min_size=1), st.integers(0, 3)), max_size=8)
STORIES = count()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_a_decision_is_taken_exactly_if_nobody_decided_since_on_its_passages(store, steps):
    story = f"story {next(STORIES)}"
    taken: list[tuple[int, set[int]]] = []
    for number, (passages, behind) in enumerate(steps):
        seen = taken[-behind - 1][0] if behind < len(taken) else 0
        free = not any(seq > seen and passages & touched for seq, touched in taken)
        try:
            taken.append((store.append(story, [note(f"e{number}", *map(anchor, passages))], seen), passages))
            assert free
        except StaleError:
            assert not free


# --- in a file and back


def test_exported_decisions_give_the_same_state_in_another_story(store):
    store.append("s", [note("one", P), note("two", Q)], 0)
    store.append("s", [undo("back", "one")], 2)
    exported = parse_decisions(to_lines(event for _, event in store.events("s")), "decisions.jsonl")
    store.import_events("t", exported)
    assert active_events([event for _, event in store.events("t")]) == [note("two", Q)]


def test_an_import_adds_what_is_new_in_its_order(store):
    store.append("s", [note("two", Q)], 0)
    counts = store.import_events("s", [note("one", P), note("two", Q), note("three", P)])
    assert [counts, ids(store)] == [ImportCounts(new=2, known=1), ["two", "one", "three"]]


def test_an_import_a_second_time_adds_nothing(store):
    many = [note(f"e{number}", anchor(number)) for number in range(1200)]
    assert [store.import_events("s", many), store.import_events("s", many)] == [ImportCounts(1200, 0), ImportCounts(0, 1200)]


def test_an_import_with_an_id_that_says_something_else_adds_nothing(store):
    store.append("s", [note("two", Q)], 0)
    with pytest.raises(DecisionError, match="the id 'two' says something else here already"):
        store.import_events("s", [note("one", P), note("two", P)])
    assert ids(store) == ["two"]


def test_an_imported_undo_touches_the_act_that_came_with_it(store):
    store.import_events("s", [note("one", P), undo("back", "one")])
    with pytest.raises(StaleError) as refused:
        store.append("s", [note("two", P)], 1)
    assert [event.id for _, event in refused.value.newer] == ["back"]


def test_an_imported_undo_without_its_act_is_refused(store):
    with pytest.raises(DecisionError, match="undoes the act 'act one'"):
        store.import_events("s", [undo("back", "one"), note("one", P)])


# --- runs


def document(story: str = "s", *, made_at: str = AT, version: str = "1", wording: str = "Phà cập bến.") -> dict[str, object]:
    run = {"tool": "tellings", "version": version, "settings": {"a": 1}, "made_at": made_at, "warnings": []}
    return {"schema": "comparison/1", "story": {"id": story, "title": "Phà"}, "claims": [{"wording": wording}], "run": run}


def test_a_run_gives_its_document_back(store):
    run = store.add_run(document(), OPENED)
    assert store.document(run.id) == document()


def test_a_run_says_of_which_story_it_is_and_when_it_was_made_and_opened(store):
    run = store.add_run(document(), OPENED)
    assert [(run.story, run.made_at, run.opened), store.runs()] == [("s", AT, OPENED), [run]]


def test_an_equal_run_is_one_whenever_and_by_whichever_version_it_was_made(store):
    first = store.add_run(document(), OPENED)
    later = store.add_run(document(made_at="2026-06-01T08:00:00+07:00", version="2"), "2026-06-02T08:00:00+07:00")
    assert store.runs() == [replace(first, opened="2026-06-02T08:00:00+07:00")] == [later]


def test_an_equal_run_is_one_whatever_the_order_of_its_keys(store):
    shuffled = json.loads(json.dumps(document(), sort_keys=True))
    assert store.add_run(document(), OPENED) == store.add_run(shuffled, OPENED)


def test_a_run_is_named_by_the_checksum_of_its_sorted_json(store):
    run = document()
    rest = {name: value for name, value in run["run"].items() if name not in ("made_at", "version")}
    written = json.dumps({**run, "clusters": [], "run": rest}, sort_keys=True, separators=(",", ":"))
    assert store.add_run({**run, "clusters": []}, OPENED).id == sha256(written.encode()).hexdigest()


def test_the_run_that_was_opened_last_comes_first(store):
    wordings = ["một", "hai", "một"]
    run_ids = [store.add_run(document(wording=wording), OPENED).id for wording in wordings]
    assert [run.id for run in store.runs("s")] == [run_ids[0], run_ids[1]]


def test_the_runs_of_a_story_are_its_own(store):
    store.add_run(document("t"), OPENED)
    run = store.add_run(document("s"), OPENED)
    assert store.runs("s") == [run]


def test_a_run_that_was_never_opened_has_no_document(store):
    assert store.document(RunId("0" * 64)) is None


# --- preferences


def test_a_reviewer_without_preferences_has_none(store):
    assert store.preferences("Lan") == {}


def test_preferences_are_replaced_as_a_whole(store):
    store.set_preferences("Lan", {"language": "vi", "theme": "dark"})
    store.set_preferences("Lan", {"language": "en", "keys": {"confirm": "Đ"}})
    assert store.preferences("Lan") == {"language": "en", "keys": {"confirm": "Đ"}}


def test_preferences_are_a_reviewers_own(store):
    store.set_preferences("Lan", {"language": "vi"})
    assert store.preferences("Minh") == {}


# --- opened


def test_the_store_of_a_newer_program_is_refused(store_url):
    open_store(store_url).close()
    engine = create_engine(database_url(store_url))
    with engine.begin() as connection:
        connection.execute(text("UPDATE tellings_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(StoreError, match=r"newer tellings \(its tables are of revision 9999\); install the newest tellings"):
        open_store(store_url)


def test_the_database_of_another_program_is_refused_and_left_alone(store_url):
    engine = create_engine(database_url(store_url))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE bookmarks (id INTEGER)"))
    with pytest.raises(StoreError, match="is the database of another program; name a store of tellings"):
        open_store(store_url)
    with pytest.raises(DBAPIError), engine.begin() as connection:
        connection.execute(text("SELECT * FROM events"))
    engine.dispose()
