"""Decisions changed by chance -> each line is refused with its number and field, or holds in every report and page."""

import json
from itertools import count
from pathlib import Path
from random import Random

import pytest
from changes_by_chance import changed
from sound_documents import SMALL, text_of

from compare.cli import main
from compare.errors import DecisionError
from compare.review import actions
from compare.review.actions import Stroke
from compare.review.decision_file import as_lines, read_decisions
from compare.review.review_run import Run
from compare.review.review_state import state_of
from compare.review.reviewed_document import with_decisions
from reports.formats import FORMATS, render_format
from schemas.check import breaches, checker

REVIEWED = SMALL[1]


@pytest.fixture(scope="module")
def lines() -> list[str]:
    """One decision of every kind, on the sample story."""
    run, numbers = Run(json.loads(text_of(REVIEWED))), count()
    state = state_of(run, ())
    claims, copies = (
        Stroke("Lan", "2024-05-01T08:00:00+07:00", lambda: f"e{next(numbers)}", run.shelf, about) for about in ("claim", "duplicates")
    )
    (one, other, *_), cluster = (claim.members for claim in state.claims), state.clusters[0].members
    part = frozenset([min(one)])
    made = [
        *actions.confirm(claims, one),
        *actions.judge(claims, one, "disputed"),
        *actions.word(claims, one, "Cầu bị đâm."),
        *actions.doubt(claims, one),
    ]
    made += [
        *actions.relate(claims, one, part, "conflicts"),
        *actions.note(claims, other, "xem lại"),
        *actions.compare_with(claims, one, min(one)),
    ]
    made += [
        *actions.merge(claims, one, other),
        *actions.split(claims, one, part),
        *actions.confirm(copies, cluster),
        *actions.reject(copies, cluster),
    ]
    made += actions.take_back(copies, made[-1].act)
    return as_lines(made).splitlines()


def with_changes(lines: list[str], seed: int) -> str:
    """Some lines left out, some in another order, and one or two changed."""
    chance = Random(seed)  # noqa: S311 - nothing is kept secret by it
    kept = [line for line in lines if chance.random() < 0.9]
    for _ in range(chance.choice((0, 1, 1, 2))):
        at = chance.randrange(len(kept))
        kept[at] = json.dumps(changed(kept[at], seed))
    return "\n".join(chance.sample(kept, len(kept)) if chance.random() < 0.3 else kept)


def _held(lines: list[str], seed: int, path: Path) -> bool:
    """Whether the file was taken; then every report can be made of it."""
    path.write_text(with_changes(lines, seed), encoding="utf-8")
    try:
        events = read_decisions(path)
    except DecisionError:
        return False
    document = with_decisions(json.loads(text_of(REVIEWED)), events)
    assert breaches(document, checker("comparison"), 1) == []
    for form in FORMATS:
        assert render_format(document, form).text
    return True


def test_a_file_of_decisions_is_refused_by_line_or_holds(lines: list[str], tmp_path: Path) -> None:
    held = [_held(lines, seed, tmp_path / "decisions.jsonl") for seed in range(250)]
    assert 20 < sum(held) < 230


@pytest.mark.long
def test_so_do_thousands(lines: list[str], tmp_path: Path) -> None:
    assert sum(_held(lines, seed, tmp_path / "decisions.jsonl") for seed in range(5000)) > 500


def test_a_report_of_a_wrong_line_ends_with_one_line_of_reason(
    lines: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "comparison.json").write_text(text_of(REVIEWED), encoding="utf-8")
    (tmp_path / "decisions.jsonl").write_text("\n".join([*lines[:2], '{"schema": "decision/1"}']), encoding="utf-8")
    given = ["--decisions", str(tmp_path / "decisions.jsonl"), "--out", str(tmp_path / "made.html")]
    assert main(["report", str(tmp_path / "comparison.json"), *given]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "decisions.jsonl:3: $: 'id' is a required property" in said
