"""A store that fails while a reviewer works: nothing is called saved that is not, what was typed stays, and the page says what to do."""

import contextlib
import os
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine
from starlette.testclient import TestClient

from compare.errors import StoreError
from compare.review import actions
from compare.review.app.access.request_guard import AccessPolicy
from compare.review.app.access.sessions import Sessions
from compare.review.app.application import Application
from compare.review.app.preferences.preference_cookie import Preferences
from compare.review.app.runs.find_runs import find_story_reviews, save_runs
from compare.review.app.runs.story_review import StoryReview
from compare.review.decision_file import to_lines
from compare.review.store.open_store import open_store

OWN = {"sec-fetch-site": "same-origin"}
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')
TYPED = "Gọi lại cho ông Lê Văn Mẫu & hỏi số liệu" + 300 * " của cả hai bên trong vụ này"  # more than one page of a database


@pytest.fixture
def application(document: dict[str, Any], tmp_path: Path) -> Application:
    """One that waits for a lock a moment only."""
    story_review = StoryReview("story", tmp_path, document, open_store(tmp_path / "review.db", wait_s=0.1))
    return Application({"story": story_review}, "Lan", Preferences(), AccessPolicy(8479, Sessions(), 100_000))


@pytest.fixture
def story_review(application: Application) -> StoryReview:
    return application.runs["story"]


@pytest.fixture
def reader(application: Application, browser_at: Callable[..., TestClient], enter: Any) -> TestClient:
    """A browser that runs no scripts."""
    client = browser_at(application)
    enter(client, application)
    return client


def fields(page: str) -> dict[str, list[str]]:
    held: dict[str, list[str]] = {}
    for name, value in HIDDEN.findall(page):
        held.setdefault(name, []).append(unescape(value))
    return held


def send(reader: TestClient, path: str, act: str, to: str = "") -> Any:
    """Open a page and send its form with a note."""
    form = fields(reader.get(path).text)
    return reader.post(to or path, data={**form, "act": act, "note": TYPED}, headers=OWN)


def claim_of(story_review: StoryReview) -> str:
    return f"/runs/story/claims/{story_review.snapshot().state.claims[0].id}"


def cluster_of(story_review: StoryReview) -> str:
    return f"/runs/story/clusters/{story_review.snapshot().state.clusters[0].id}"


_CAPS: list[Any] = []


@pytest.fixture(autouse=True)
def _without_caps() -> Iterator[None]:
    yield
    while _CAPS:
        event.remove(Engine, "checkout", _CAPS.pop())


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Another program keeps the database to itself."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def full() -> Iterator[None]:
    """The database may not grow by a page, as on a disk without room."""
    pages = {"most": 1}

    def cap(connection: Any, *_: Any) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages['most']}")

    event.listen(Engine, "checkout", cap)
    _CAPS.append(cap)
    yield
    pages["most"] = 2**30


@contextmanager
def deleted(path: Path) -> Iterator[None]:
    for file in path.parent.glob("review.db*"):
        file.unlink()
    yield


@contextmanager
def replaced(path: Path) -> Iterator[None]:
    """By another store, as a backup that is put back."""
    open_store(path.with_name("other.db")).close()
    path.with_name("other.db").replace(path)
    yield


@contextmanager
def written_over(path: Path) -> Iterator[None]:
    """By ``cp``, which leaves the file the one that it was and changes all that is in it."""
    open_store(path.with_name("other.db")).close()
    number = path.stat().st_ino
    subprocess.run(["cp", path.with_name("other.db"), path], check=True)
    assert path.stat().st_ino == number
    yield


_GONE = "was deleted, replaced or written over while it was open"
WAYS = {
    "locked": (locked, "another program keeps the store of decisions to itself"),
    "full": (lambda _: full(), "there is no room left on the disk"),
    "deleted": (deleted, _GONE),
    "replaced": (replaced, _GONE),
    "written over": (written_over, _GONE),
}


@pytest.fixture(params=WAYS)
def failing(request: pytest.FixtureRequest, tmp_path: Path, story_review: StoryReview) -> Iterator[str]:
    """A store that fails from now on, and what is to be said of it; a page was shown before."""
    story_review.snapshot()
    way, said = WAYS[request.param]
    with way(tmp_path / "review.db"):
        yield said


@pytest.mark.parametrize("act", ["note", "confirm", "reject", "unsure"])
def test_a_note_on_a_claim_stays_in_its_field_and_the_page_says_what_happened(
    reader: TestClient, story_review: StoryReview, failing: str, act: str
) -> None:
    path = claim_of(story_review)
    answer = send(reader, path, act, f"{path}/decide")
    page = unescape(answer.text)
    assert answer.status_code == 503
    assert re.search(rf'<textarea id="note"[^>]*>{re.escape(TYPED)}</textarea>', page)
    assert f"Not saved: {failing}" in page.replace("the store of decisions was deleted", "was deleted")
    assert "Try again" in page


@pytest.mark.usefixtures("failing")
@pytest.mark.parametrize("act", ["note", "confirm"])
def test_a_note_on_a_cluster_stays_in_its_field(reader: TestClient, story_review: StoryReview, act: str) -> None:
    answer = send(reader, cluster_of(story_review), act)
    assert answer.status_code == 503
    assert TYPED in unescape(answer.text)


@pytest.mark.usefixtures("failing")
def test_nothing_of_it_was_kept(reader: TestClient, story_review: StoryReview) -> None:
    send(reader, claim_of(story_review), "note", f"{claim_of(story_review)}/decide")
    assert story_review.snapshot().state.events == ()


@pytest.mark.usefixtures("failing")
def test_a_file_of_decisions_is_not_called_brought_in(reader: TestClient, story_review: StoryReview) -> None:
    lines = to_lines(actions.write_note(story_review.decision_context("Minh"), story_review.snapshot().state.claims[0].members, TYPED))
    answer = reader.post("/runs/story/log", files={"file": ("decisions.jsonl", lines.encode())}, headers=OWN)
    assert answer.status_code == 503
    assert "Nothing was brought in" in answer.text


def test_once_it_works_again_the_same_form_is_kept_once(reader: TestClient, story_review: StoryReview, tmp_path: Path) -> None:
    path = claim_of(story_review)
    with locked(tmp_path / "review.db"):
        refused = send(reader, path, "note", f"{path}/decide")
    form = {**fields(refused.text), "act": "note", "note": TYPED}
    assert [reader.post(f"{path}/decide", data=form, headers=OWN).status_code for _ in range(2)] == [303, 303]
    assert [event.value for event in story_review.snapshot().state.events] == [TYPED]


def test_after_room_was_made_decisions_are_kept(reader: TestClient, story_review: StoryReview) -> None:
    path = claim_of(story_review)
    with full():
        assert send(reader, path, "note", f"{path}/decide").status_code == 503
    assert send(reader, path, "note", f"{path}/decide").status_code == 303
    assert [event.value for event in story_review.snapshot().state.events] == [TYPED]


def test_a_lock_is_told_after_the_five_seconds_that_a_store_waits(document: dict[str, Any], tmp_path: Path) -> None:
    store = open_store(tmp_path / "review.db", wait_s=5.0)
    story_review = StoryReview("story", tmp_path, document, store)
    with locked(tmp_path / "review.db"), pytest.raises(Exception, match="another program has been writing to it for too long"):
        story_review.save_decisions(
            actions.write_note(story_review.decision_context("Lan"), story_review.snapshot().state.claims[0].members, "một"), 0
        )
    store.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own with half a megabyte on it."""
    mount = shutil.which("mount")
    folder = tmp_path / "disk"
    folder.mkdir()
    if not mount or subprocess.run([mount, "-t", "tmpfs", "-o", "size=512k", "tmpfs", folder], check=False, capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def test_a_disk_that_is_really_full_is_told_and_nothing_is_lost(
    document: dict[str, Any], small_disk: Path, browser_at: Callable[..., TestClient], enter: Any
) -> None:
    story_review = StoryReview("story", small_disk, document, open_store(small_disk / "review.db"))
    application = Application({"story": story_review}, "Lan", Preferences(), AccessPolicy(8479, Sessions(), 100_000))
    reader = browser_at(application)
    enter(reader, application)
    path, rest = claim_of(story_review), small_disk / "rest"
    assert send(reader, path, "note", f"{path}/decide").status_code == 303
    with contextlib.suppress(OSError), rest.open("wb", buffering=0) as file:
        while file.write(b" " * 1024):
            pass
    form = fields(reader.get(path).text)
    answer = reader.post(f"{path}/decide", data={**form, "act": "note", "note": "anders " * 2000}, headers=OWN)
    assert (answer.status_code, "anders anders" in answer.text) == (503, True)
    assert "Not saved: there is no room left on the disk" in answer.text
    rest.unlink()
    form = fields(answer.text)
    assert reader.post(f"{path}/decide", data={**form, "act": "note", "note": "anders"}, headers=OWN).status_code == 303
    assert [event.value for event in story_review.snapshot().state.events] == [TYPED, "anders"]
    story_review.store.close()


# --- a store that is gone


def test_of_twenty_decisions_on_a_store_that_is_gone_none_is_called_saved(
    reader: TestClient, story_review: StoryReview, tmp_path: Path
) -> None:
    path = claim_of(story_review)
    reader.get(path)
    for file in tmp_path.glob("review.db*"):
        file.unlink()
    assert {send(reader, path, "note", f"{path}/decide").status_code for _ in range(20)} == {503}
    assert not (tmp_path / "review.db").exists()


def test_what_was_decided_before_can_be_taken_out_and_brought_into_a_new_store(
    reader: TestClient, story_review: StoryReview, tmp_path: Path
) -> None:
    path = claim_of(story_review)
    assert send(reader, path, "note", f"{path}/decide").status_code == 303
    reader.get(path)
    shutil.rmtree(tmp_path)
    taken = reader.get("/runs/story/decisions.jsonl")
    assert (taken.status_code, TYPED in taken.text) == (200, True)


def test_every_page_still_opens_and_says_that_the_store_is_gone(reader: TestClient, story_review: StoryReview, tmp_path: Path) -> None:
    path = claim_of(story_review)
    (tmp_path / "review.db").rename(tmp_path / "moved.db")
    for page in (path, cluster_of(story_review), "/runs/story/queue", "/runs/story/log"):
        answer = reader.get(page)
        assert (answer.status_code, "cannot be read. What you see is as it was read last." in answer.text) == (200, True)


def test_a_store_that_was_put_back_is_used_again(reader: TestClient, story_review: StoryReview, tmp_path: Path) -> None:
    path = claim_of(story_review)
    (tmp_path / "review.db").rename(tmp_path / "moved.db")
    assert send(reader, path, "note", f"{path}/decide").status_code == 503
    (tmp_path / "moved.db").rename(tmp_path / "review.db")
    assert send(reader, path, "note", f"{path}/decide").status_code == 303
    assert "cannot be read" not in reader.get(path).text


def test_an_older_copy_of_the_store_written_over_it_is_noticed(reader: TestClient, story_review: StoryReview, tmp_path: Path) -> None:
    path, store, copy = claim_of(story_review), tmp_path / "review.db", tmp_path / "copy.db"
    open_store(store).close()
    subprocess.run(["cp", store, copy], check=True)
    assert send(reader, path, "note", f"{path}/decide").status_code == 303
    with closing(sqlite3.connect(store)) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert send(reader, path, "confirm", f"{path}/decide").status_code == 303
    subprocess.run(["cp", copy, store], check=True)
    assert send(reader, path, "unsure", f"{path}/decide").status_code == 503


def test_a_store_of_before_the_marks_gets_one(tmp_path: Path) -> None:
    open_store(tmp_path / "review.db").close()
    marks = []
    for _ in range(2):
        with closing(sqlite3.connect(tmp_path / "review.db")) as other:
            marks.append(other.execute("PRAGMA user_version").fetchone())
            other.execute("PRAGMA user_version = 0")
        open_store(tmp_path / "review.db").close()
    assert (len(set(marks)), (0,) in marks) == (2, False)


def test_a_journal_that_was_deleted_is_noticed_too(reader: TestClient, story_review: StoryReview, tmp_path: Path) -> None:
    path = claim_of(story_review)
    assert send(reader, path, "note", f"{path}/decide").status_code == 303
    (tmp_path / "review.db-wal").unlink()
    assert send(reader, path, "confirm", f"{path}/decide").status_code == 503


def test_a_second_program_that_comes_and_goes_is_nothing_to_tell(reader: TestClient, story_review: StoryReview, tmp_path: Path) -> None:
    path = claim_of(story_review)
    for _ in range(3):
        open_store(tmp_path / "review.db").close()
        os.sync()
        assert send(reader, path, "note", f"{path}/decide").status_code in {303, 422}
    assert "cannot be read" not in reader.get(path).text


# --- a decision that is damaged


DAMAGED = {
    "cut short": b'{"schema": "decision/1", "id": "x", "secret": "t',
    "another form": b'{"secret": 5}',
    "no UTF-8": b'{"secret": "\xff\xfe"}',
    "no text": b"\x00\x01secret",
    "a day that is none": b"",  # made of the right line
}


def damage(path: Path, number: int, kind: str) -> None:
    """Write over one row, as a failing disk would: past the triggers that keep decisions as they are."""
    with closing(sqlite3.connect(path)) as other:
        for name in ("events_no_update",):
            other.execute(f"DROP TRIGGER IF EXISTS {name}")
        (body,) = other.execute("SELECT body FROM events WHERE seq = ?", (number,)).fetchone()
        wrong = DAMAGED[kind] or re.sub(r'"at": "\d{4}-\d\d', '"at": "2024-13', body).encode()
        other.execute("UPDATE events SET body = CAST(? AS TEXT) WHERE seq = ?", (wrong, number))
        other.commit()


@pytest.mark.parametrize("kind", DAMAGED)
def test_a_damaged_decision_is_told_with_its_number_and_the_rest_works(
    document: dict[str, Any], tmp_path: Path, browser_at: Callable[..., TestClient], enter: Any, kind: str
) -> None:
    store = open_store(tmp_path / "review.db")
    first = StoryReview("story", tmp_path, document, store)
    members = first.snapshot().state.claims[0].members
    for text in ("một", "hai", "ba"):
        first.save_decisions(actions.write_note(first.decision_context("Lan"), members, text), first.snapshot().last_seq)
    damage(tmp_path / "review.db", 2, kind)
    story_review = StoryReview("story", tmp_path, document, store)
    application = Application({"story": story_review}, "Lan", Preferences(), AccessPolicy(8479, Sessions(), 100_000))
    reader = browser_at(application)
    enter(reader, application)
    for page in ("/runs/story/queue", "/runs/story/log", claim_of(story_review)):
        answer = reader.get(page)
        assert "Decision 2 of the store is damaged and counts for nothing; all others hold." in answer.text
        assert "secret" not in answer.text
    assert [event.value for event in story_review.snapshot().state.events] == ["một", "ba"]
    assert send(reader, claim_of(story_review), "note", f"{claim_of(story_review)}/decide").status_code == 303
    assert [event.value for event in story_review.snapshot().state.events] == ["một", "ba", TYPED]


def test_a_damaged_decision_cannot_be_written_over(document: dict[str, Any], tmp_path: Path) -> None:
    store = open_store(tmp_path / "review.db")
    story_review = StoryReview("story", tmp_path, document, store)
    made = actions.write_note(story_review.decision_context("Lan"), story_review.snapshot().state.claims[0].members, "một")
    story_review.save_decisions(made, 0)
    damage(tmp_path / "review.db", 1, "another form")
    with pytest.raises(Exception, match="is that of number 1, which is damaged"):
        store.import_events("cedar-bridge", made)
    store.close()


def test_a_page_that_needs_more_of_the_store_than_was_read_says_what_is_wrong(
    reader: TestClient, story_review: StoryReview, tmp_path: Path
) -> None:
    story_review.snapshot()
    (tmp_path / "review.db").rename(tmp_path / "moved.db")
    answer = reader.get("/runs/story/changes")
    assert (answer.status_code, _GONE in answer.text) == (503, True)


def test_a_run_that_cannot_be_kept_is_told_and_the_review_goes_on(story_review: StoryReview, tmp_path: Path) -> None:
    messages: list[str] = []
    with locked(tmp_path / "review.db"):
        save_runs({"story": story_review}, story_review.store, messages.append)
    assert [said.endswith("this run is not kept for a later one to be compared with") for said in messages] == [True]


def test_a_run_that_is_damaged_in_the_store_is_told_when_it_is_opened(document: dict[str, Any], tmp_path: Path) -> None:
    store = open_store(tmp_path / "review.db")
    store.add_run(document, "2024-05-03T18:00:00+07:00")
    store.close()
    with closing(sqlite3.connect(tmp_path / "review.db")) as other:
        other.execute("UPDATE runs SET document = x'00ff'")
        other.commit()
    with pytest.raises(StoreError, match="is damaged in the store"):
        find_story_reviews(tmp_path / "review.db")
