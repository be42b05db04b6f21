"""Decisions: undone and redone by further events, written to a file and read back."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.errors import DecisionError
from compare.model import ArticleId, Passage, Span
from compare.review.anchors import anchor_of, make_field_text, texts_by_field
from compare.review.decision_file import parse_decisions, read_decisions, to_lines
from compare.review.events import Event, Kind, active_events, next_redo, next_undo
from compare.review.link_decisions import links_of

AT = "2026-05-01T08:00:00+07:00"
SHELF = texts_by_field(
    [
        make_field_text(ArticleId("a"), "Báo Mẫu", "text", "Phà Hải Âu cập bến lúc 7 giờ. Không ai bị thương."),
        make_field_text(ArticleId("b"), "Sample Gazette", "text", "The ferry docked at seven. Nobody was hurt."),
        make_field_text(ArticleId("c"), "Sample Ledger", "text", "A ferry came in early. No one was injured."),
    ]
)
A1, A2 = (Passage(ArticleId("a"), "text", Span(0, 29)), Passage(ArticleId("a"), "text", Span(30, 49)))
B1, C1 = (Passage(ArticleId("b"), "text", Span(0, 26)), Passage(ArticleId("c"), "text", Span(0, 22)))
WHERE = {anchor_of(passage, SHELF): passage for passage in (A1, A2, B1, C1)}


def event(number: int, kind: Kind, *passages: Passage, others: tuple[Passage, ...] = (), value: str | None = None) -> Event:
    """An event that is an act of its own."""
    made = [tuple(anchor_of(p, SHELF) for p in part) for part in (passages, others)]
    return Event(id=f"e{number}", act=f"act{number}", at=AT, reviewer="Lan", kind=kind, passages=made[0], others=made[1], value=value)


def undo(number: int, act: int) -> Event:
    return Event(id=f"e{number}", act=f"act{number}", at=AT, reviewer="Lan", kind="undo", value=f"act{act}")


def standing(*events: Event) -> list[str]:
    return [event.id for event in active_events(events)]


NOTES = [event(number, "note", A1, value=f"note {number}") for number in range(4)]


def test_an_undone_decision_stands_no_more() -> None:
    assert standing(NOTES[0], NOTES[1], undo(5, 1)) == ["e0"]


def test_an_undone_undo_gives_the_decision_back() -> None:
    assert standing(NOTES[0], undo(5, 0), undo(6, 5)) == ["e0"]


def test_the_events_of_one_action_are_undone_together() -> None:
    both = [Event(id=f"e{n}", act="move", at=AT, reviewer="Lan", kind="note", passages=NOTES[0].passages, value="x") for n in (1, 2)]
    assert standing(*both, Event(id="e3", act="undone", at=AT, reviewer="Lan", kind="undo", value="move")) == []


def test_undo_takes_the_last_decision_first() -> None:
    assert next_undo([*NOTES[:2]], "Lan") == "act1"


def test_undo_goes_back_step_by_step() -> None:
    assert next_undo([*NOTES[:2], undo(5, 1)], "Lan") == "act0"


def test_nobody_undoes_the_decision_of_another() -> None:
    assert next_undo(NOTES, "Minh") is None


def test_redo_gives_back_what_was_undone_last() -> None:
    events = [*NOTES[:2], undo(5, 1), undo(6, 0)]
    assert next_redo(events, "Lan") == "act6"


def test_redo_goes_on_where_it_was() -> None:
    events = [*NOTES[:2], undo(5, 1), undo(6, 0), undo(7, 6)]
    assert next_redo(events, "Lan") == "act5"


def test_after_a_new_decision_there_is_nothing_to_redo() -> None:
    assert next_redo([NOTES[0], undo(5, 0), NOTES[1]], "Lan") is None


@given(st.lists(st.sampled_from(["decide", "undo", "redo"]), max_size=12))
def test_undo_and_redo_walk_one_line_of_decisions(moves: list[str]) -> None:
    events: list[Event] = []
    done: list[str] = []
    taken_back: list[str] = []
    for number, move in enumerate(moves):
        if move == "decide":
            events.append(event(number, "note", A1, value="x"))
            done.append(f"e{number}")
            taken_back.clear()
        elif move == "undo" and done:
            events.append(undo(number, int((next_undo(events, "Lan") or "")[3:])))
            taken_back.append(done.pop())
        elif move == "redo" and taken_back:
            events.append(undo(number, int((next_redo(events, "Lan") or "")[3:])))
            done.append(taken_back.pop())
    assert standing(*events) == done
    assert (next_undo(events, "Lan") is None, next_redo(events, "Lan") is None) == (not done, not taken_back)


def test_passages_confirmed_together_are_linked_pairwise() -> None:
    links = links_of([event(1, "must_link", C1, A1, B1)], "claim", WHERE)
    assert links.together == {(A1, B1), (A1, C1), (B1, C1)}


def test_one_left_out_is_kept_from_each_of_the_others() -> None:
    links = links_of([event(1, "cannot_link", C1, others=(A1, B1))], "claim", WHERE)
    assert links.apart == {(A1, C1), (B1, C1)}


def test_the_last_word_on_a_pair_holds() -> None:
    links = links_of([event(1, "must_link", A1, B1, C1), event(2, "cannot_link", A1, B1)], "claim", WHERE)
    assert (links.apart, links.together) == ({(A1, B1)}, {(A1, C1), (B1, C1)})


def test_a_passage_that_was_not_found_again_links_nothing() -> None:
    only = {anchor: passage for anchor, passage in WHERE.items() if passage != B1}
    assert links_of([event(1, "must_link", A1, B1)], "claim", only).together == frozenset()


def test_decisions_read_back_as_they_were_written(tmp_path: Path) -> None:
    events = (event(1, "cannot_link", C1, others=(A1,)), event(2, "wording", A1, B1, value="Không ai bị thương"), undo(3, 2))
    path = tmp_path / "decisions.jsonl"
    path.write_text(to_lines(events), encoding="utf-8")
    assert read_decisions(path) == events


def test_a_line_given_twice_is_one_decision() -> None:
    assert len(parse_decisions(to_lines([NOTES[0], NOTES[0]]), "decisions.jsonl")) == 1


BROKEN = {
    "is not JSON": "{",
    "'act' is a required property": '{"schema": "decision/1"}',
    "no line before it has": to_lines([undo(1, 9)]),
    "says something else": to_lines([NOTES[0]]) + to_lines([event(0, "note", A1, value="another")]),
    "not as long as its quote": to_lines([NOTES[0]]).replace('"end": 29', '"end": 30'),
    "is not one of": to_lines([event(1, "verdict", A1, value="maybe")]),
}


@pytest.mark.parametrize("problem", BROKEN)
def test_a_broken_line_is_named_with_its_fault(problem: str) -> None:
    with pytest.raises(DecisionError, match=rf"decisions\.jsonl:[12]: .*{problem}"):
        parse_decisions(BROKEN[problem], "decisions.jsonl")


def test_a_file_that_is_no_text_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(DecisionError, match="is not UTF-8"):
        read_decisions(path)


# --- what the schema lets pass, and is none all the same


def changed(line: str, **fields: object) -> str:
    return json.dumps({**json.loads(line), **fields}, ensure_ascii=False) + "\n"


def anchored(line: str, **fields: object) -> str:
    first, *rest = json.loads(line)["passages"]
    return changed(line, passages=[{**first, **fields}, *rest])


LINE = to_lines([NOTES[0]])
UNTRUE = {
    r"\$\.passages\[0\]\.start: is \d+\.0, wants a whole number": anchored(LINE, start=float(NOTES[0].passages[0].span.start)),
    r"\$\.at: is '2024-02-30T": changed(LINE, at="2024-02-30T08:00:00+07:00"),
    r"\$\.at: is '2024-05-01T25": changed(LINE, at="2024-05-01T25:00:00Z"),
    r"\$\.passages\[0\]\.end: 40\.\.29 is not as long": anchored(LINE, start=40),
    r"\$\.value: holds half a surrogate pair": json.dumps({**json.loads(LINE), "value": "Ghi \ud83c"}) + "\n",
    r"\$\.kind: ": changed(LINE, kind="guess"),
}


@pytest.mark.parametrize(("problem", "line"), UNTRUE.items())
def test_a_line_that_cannot_be_is_named_with_its_field(tmp_path: Path, problem: str, line: str) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_text("\n" + line, encoding="utf-8")
    with pytest.raises(DecisionError, match=rf"decisions\.jsonl:2: {problem}"):
        read_decisions(path)


def test_the_wrong_lines_behind_the_first_are_counted_and_named(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_text(LINE + "{\n" * 5, encoding="utf-8")
    with pytest.raises(DecisionError, match=r"decisions\.jsonl:2: is not JSON .*\(and 4 more lines are wrong: 3, 4, 5, …\)"):
        read_decisions(path)
