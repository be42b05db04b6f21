"""Near-duplicate clusters under review: the list, the actions and what becomes of them, two reviewers at once."""

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from starlette.testclient import TestClient

from compare.review import actions
from compare.review.app.application import Application
from compare.review.app.cluster.cluster_list import ClusterFilter, list_clusters
from compare.review.app.runs.story_review import StoryReview

OWN = {"sec-fetch-site": "same-origin"}
LIST, ONE = "/runs/story/clusters", "/runs/story/clusters/d-02"
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')
BOXES = re.compile(r'name="passage" value="([^"]*)" data-passage="(\d+)"')
PageForm = tuple[list[tuple[str, str]], dict[int, str]]


def form_of(page: str) -> PageForm:
    """The hidden fields of a page, and its passages by number."""
    return [(name, unescape(value)) for name, value in HIDDEN.findall(page)], {int(n): unescape(v) for v, n in BOXES.findall(page)}


def post(client: TestClient, path: str, fields: list[tuple[str, str]], **more: str | list[str]) -> Any:
    data: dict[str, list[str]] = {}
    for name, value in fields:
        data.setdefault(name, []).append(value)
    return client.post(path, data={**data, **more}, headers=OWN)


@pytest.fixture
def story_review(application: Application) -> StoryReview:
    return application.runs["story"]


@pytest.fixture
def do(inside: TestClient) -> Callable[..., Any]:
    """Do an action on a cluster as its page has it now, with the passages of these numbers selected."""

    def act(action: str, *numbers: int, at: str = ONE, **more: str) -> Any:
        fields, boxes = form_of(inside.get(at).text)
        return post(inside, at, fields, act=action, passage=[boxes[n] for n in numbers], **more)

    return act


def members(story_review: StoryReview) -> dict[str, int]:
    return {cluster.id: len(cluster.members) for cluster in story_review.snapshot().state.clusters}


def test_body_text_that_reaches_most_articles_comes_first(inside: TestClient) -> None:
    assert re.findall(r"/clusters/(d-\d+)", inside.get(LIST + "?show=all").text)[1:] == ["d-02", "d-01", "d-03"]


def test_a_search_leaves_the_clusters_that_hold_all_its_words(inside: TestClient) -> None:
    assert "Nothing" not in inside.get(LIST).text
    assert inside.get(LIST + "?words=zzz").text.count("/clusters/d-") == 0


def test_the_members_stand_in_the_order_in_which_they_were_published(inside: TestClient) -> None:
    assert re.findall(r"#s(\d+)", inside.get(ONE).text) == ["78", "246", "79"]


def test_a_confirmed_cluster_is_reviewed_and_the_next_one_is_open(story_review: StoryReview, do: Callable[..., Any]) -> None:
    answer = do("confirm")
    assert (answer.status_code, answer.headers["location"]) == (303, "/runs/story/clusters/d-01?show=open&done=must_link")
    assert not story_review.snapshot().state.cluster_by_id["d-02"].review.needs_decision


def test_a_confirmed_cluster_leaves_those_to_review(inside: TestClient, do: Callable[..., Any]) -> None:
    do("confirm")
    assert ONE not in inside.get(LIST).text


def test_one_member_is_left_out_and_the_others_stay(story_review: StoryReview, do: Callable[..., Any]) -> None:
    answer = do("split", 2)
    assert answer.status_code == 303
    assert sorted(members(story_review).values()) == [2, 2, 2]


def test_what_is_no_cluster_is_gone(story_review: StoryReview, do: Callable[..., Any]) -> None:
    do("reject")
    assert "d-02" not in members(story_review)


def test_a_note_is_on_the_page_of_the_cluster(inside: TestClient, do: Callable[..., Any]) -> None:
    address = do("note", note="Hỏi lại toà soạn").headers["location"]
    assert ">Hỏi lại toà soạn</textarea>" in inside.get(address).text


def test_a_note_that_was_not_saved_is_kept_with_the_decision(story_review: StoryReview, do: Callable[..., Any]) -> None:
    do("confirm", note="asked the desk")
    decided = story_review.snapshot().state.cluster_by_id["d-02"].review
    assert (decided.note.value, decided.confirmed is None) == ("asked the desk", False)


def test_an_emptied_note_is_taken_back_with_all_that_it_was(story_review: StoryReview, do: Callable[..., Any]) -> None:
    do("note", note="first")
    do("note", note="second")
    do("note", note="")
    assert story_review.snapshot().state.cluster_by_id["d-02"].review.note is None


def test_a_note_of_another_reviewer_cannot_be_emptied(story_review: StoryReview, do: Callable[..., Any]) -> None:
    story_review.save_decisions(
        actions.write_note(
            story_review.decision_context("Second Reader", "duplicates"),
            story_review.snapshot().state.cluster_by_id["d-02"].members,
            "theirs",
        ),
        0,
    )
    assert (do("note", note="").status_code, story_review.snapshot().state.cluster_by_id["d-02"].review.note.value) == (422, "theirs")


def test_undo_of_a_cluster_leaves_what_was_decided_on_claims(story_review: StoryReview, do: Callable[..., Any]) -> None:
    claim = story_review.snapshot().state.claims[0]
    story_review.save_decisions(
        actions.confirm(story_review.decision_context("Lê Thị Mẫu"), claim.members), story_review.snapshot().last_seq
    )
    assert do("undo").status_code == 422
    assert story_review.snapshot().state.claim_by_id[claim.id].review.confirmed


def test_the_base_that_was_chosen_is_the_one_to_compare_with(inside: TestClient, do: Callable[..., Any]) -> None:
    page = inside.get(do("base", 3).headers["location"]).text
    assert "Differences are marked against paragraph 3." in page


def test_merging_asks_for_the_other_cluster_first(inside: TestClient, do: Callable[..., Any]) -> None:
    address = do("merge").headers["location"]
    assert re.findall(r'name="to" value="([^"]*)"', inside.get(address).text) == ["d-01", "d-03"]


def test_merged_clusters_are_one(inside: TestClient, story_review: StoryReview, do: Callable[..., Any]) -> None:
    fields, _ = form_of(inside.get(do("merge").headers["location"]).text)
    assert post(inside, ONE, fields, to="d-01").status_code == 303
    assert sorted(members(story_review).values()) == [2, 5]


def test_a_moved_member_is_in_the_other_cluster(inside: TestClient, story_review: StoryReview, do: Callable[..., Any]) -> None:
    fields, _ = form_of(inside.get(do("move", 2).headers["location"]).text)
    post(inside, ONE, fields, to="d-01")
    assert sorted(members(story_review).values()) == [2, 2, 3]


def test_undo_gives_the_cluster_back_and_redo_takes_it_again(story_review: StoryReview, do: Callable[..., Any]) -> None:
    do("reject")
    answer = do("undo", at="/runs/story/clusters/d-01")
    assert (answer.headers["location"].split("?")[0], "d-02" in members(story_review)) == (ONE, True)
    do("redo")
    assert "d-02" not in members(story_review)


@pytest.mark.parametrize(
    ("action", "numbers"), [("split", ()), ("split", (1, 2, 3)), ("base", ()), ("base", (1, 2)), ("move", ()), ("note", ())]
)
def test_what_is_missing_is_said_and_nothing_is_decided(
    story_review: StoryReview, do: Callable[..., Any], action: str, numbers: tuple[int, ...]
) -> None:
    answer = do(action, *numbers)
    assert (answer.status_code, 'role="alert"' in answer.text, story_review.snapshot().state.events) == (422, True, ())


def test_what_was_selected_is_still_selected_when_something_is_missing(do: Callable[..., Any]) -> None:
    assert do("base", 1, 2, note="halb").text.count(" checked>") == 2


def test_with_nothing_to_take_back_it_is_said(do: Callable[..., Any]) -> None:
    assert "There is nothing of yours to take back." in do("undo").text


def test_a_decision_on_what_others_changed_meanwhile_is_told_with_who_and_what(inside: TestClient, story_review: StoryReview) -> None:
    fields, boxes = form_of(inside.get(ONE).text)
    cluster = story_review.snapshot().state.cluster_by_id["d-02"]
    story_review.save_decisions(
        actions.write_note(story_review.decision_context("Second <b>Reader</b>", "duplicates"), cluster.members, "checked at the desk"), 0
    )
    answer = post(inside, ONE, fields, act="split", passage=[boxes[2]], note="my own words")
    assert (answer.status_code, len(story_review.snapshot().state.events)) == (409, 1)
    assert all(said in answer.text for said in ("Second &lt;b&gt;Reader&lt;/b&gt;", "checked at the desk", ">my own words</textarea>"))
    assert answer.text.count(" checked>") == 1


@pytest.mark.parametrize(("act", "typed"), [("confirm", {}), ("reject", {}), ("note", {"note": "twice"}), ("merge", {"to": "d-01"})])
def test_a_form_sent_twice_is_done_once(inside: TestClient, story_review: StoryReview, act: str, typed: dict[str, str]) -> None:
    fields, _ = form_of(inside.get(ONE).text)
    first = post(inside, ONE, fields, act=act, **typed)
    made = len(story_review.snapshot().state.events)
    again = post(inside, ONE, fields, act=act, **typed)
    assert (first.status_code, again.status_code, len(story_review.snapshot().state.events)) == (303, 303, made)


def test_after_a_clash_the_same_can_be_decided_on_the_page_that_told_it(inside: TestClient) -> None:
    fields, _ = form_of(inside.get(ONE).text)
    post(inside, ONE, fields, act="note", note="first")
    clash = post(inside, ONE, fields, act="confirm")
    assert (clash.status_code, post(inside, ONE, form_of(clash.text)[0], act="confirm").status_code) == (409, 303)


def test_a_clash_over_a_cluster_that_is_gone_keeps_the_note(inside: TestClient) -> None:
    fields, _ = form_of(inside.get(ONE).text)
    post(inside, ONE, fields, act="reject")
    answer = post(inside, ONE, fields, act="note", note="do not lose me")
    assert (answer.status_code, "do not lose me" in answer.text) == (409, True)


@pytest.mark.parametrize("name", ["", "text 0 5", "text 5 0 am-1", "text 0 99999 am-1", "text 0 5 ../am-1", "no 0 5 am-1", "text ² 5 am-1"])
def test_a_passage_that_the_run_does_not_have_is_refused(inside: TestClient, story_review: StoryReview, name: str) -> None:
    answer = inside.post(ONE, data={"act": "confirm", "seen": "0", "member": name}, headers=OWN)
    assert (answer.status_code, story_review.snapshot().state.events) == (400, ())


@pytest.mark.parametrize("seen", ["", "-1", "x", "9" * 30, "²"])
def test_a_form_that_does_not_say_what_was_seen_is_refused(inside: TestClient, seen: str) -> None:
    assert inside.post(ONE, data={"act": "confirm", "seen": seen, "member": "text 0 100 am-1"}, headers=OWN).status_code == 400


@pytest.mark.parametrize("path", ["no", "..%2f..%2fetc", "", "d-02/", "d-02/choose", "d-02/choose?act=delete", "no/choose?act=merge"])
def test_a_cluster_or_choice_that_is_not_there_is_told(inside: TestClient, path: str) -> None:
    assert inside.get(f"{LIST}/{path}").status_code == 404


def test_a_foreign_page_decides_nothing(inside: TestClient, story_review: StoryReview) -> None:
    fields = dict(form_of(inside.get(ONE).text)[0])
    answer = inside.post(ONE, data={**fields, "act": "confirm"}, headers={"sec-fetch-site": "cross-site"})
    assert (answer.status_code, story_review.snapshot().state.events) == (403, ())


def test_a_list_longer_than_a_page_leads_on(story_review: StoryReview) -> None:
    state = story_review.snapshot().state
    many = replace(
        state, clusters=tuple(replace(one, cluster=replace(one.cluster, id=f"d-{n}")) for n in range(50) for one in state.clusters)
    )
    listing = list_clusters(many, ClusterFilter("all", "", 60))
    assert (listing.before, len(listing.items), listing.after) == (60, 60, 30)
