"""What a sent form does to a story: decisions, the page to go on with, and what happens when others were first."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from starlette.testclient import TestClient

from compare.review import actions
from compare.review.app.application import Application
from compare.review.app.claim.queue import QueueFilter, make_queue
from compare.review.app.requests.passage_ids import passage_id
from compare.review.app.runs.story_review import StoryReview
from compare.review.decision_file import parse_decisions, to_lines
from compare.review.review_state import ReviewedClaim

QUEUE = "?show=all"
OWN = {"sec-fetch-site": "same-origin"}
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')

Send = Callable[..., Any]


@pytest.fixture
def story_review(application: Application) -> StoryReview:
    return application.runs["story"]


@pytest.fixture
def claim(story_review: StoryReview) -> ReviewedClaim:
    """The first claim: three articles tell it, all agree."""
    return story_review.snapshot().state.claims[0]


@pytest.fixture
def conflicting(story_review: StoryReview) -> ReviewedClaim:
    return next(c for c in story_review.snapshot().state.claims if any(r.kind == "conflicts" for r in c.group.relations))


def hidden(page: str) -> dict[str, list[str]]:
    """What a page's forms send unseen."""
    held: dict[str, list[str]] = {}
    for name, value in HIDDEN.findall(page):
        held.setdefault(name, []).append(unescape(value))
    return held


@pytest.fixture
def send(inside: TestClient) -> Send:
    """Open a claim and send its form: the action, the numbers of the passages that are selected, and what is typed."""

    def send_form(claim_id: str, act: str, *selected: int, page: str | None = None, **typed: str) -> Any:
        path = f"/runs/story/claims/{claim_id}"
        shown = page or inside.get(path + QUEUE).text
        names = [unescape(name) for name in re.findall(r'name="passage" value="([^"]*)"', shown)]
        form = {**hidden(shown), "passage": [names[number - 1] for number in selected], "act": act, **typed}
        return inside.post(f"{path}/decide{QUEUE}", data=form, headers=OWN)

    return send_form


def decided(story_review: StoryReview, claim: ReviewedClaim) -> Any:
    now = story_review.snapshot().state.claim_with(claim.members)
    assert now is not None
    return now.review


def goes_to(answer: Any) -> str:
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def test_to_confirm_is_one_form_and_leads_to_the_next(send: Send, story_review: StoryReview, claim: ReviewedClaim) -> None:
    to = goes_to(send(claim.id, "confirm"))
    assert decided(story_review, claim).confirmed.reviewer == "Lê Thị Mẫu"
    assert to.startswith("/runs/story/claims/")
    assert claim.id not in to


def test_a_rejected_claim_is_gone_and_listed(send: Send, inside: TestClient, story_review: StoryReview, claim: ReviewedClaim) -> None:
    assert claim.id not in goes_to(send(claim.id, "reject"))
    assert claim.id not in story_review.snapshot().state.claim_by_id
    assert "A gravel barge" in inside.get("/runs/story/aside").text


def test_after_the_last_claim_comes_the_queue(send: Send, story_review: StoryReview) -> None:
    ids = [claim.id for claim in story_review.snapshot().state.claims]
    for claim_id in ids:
        last = goes_to(send(claim_id, "reject"))
    assert last == "/runs/story/queue?show=all"


@pytest.mark.parametrize("kind", ["agrees", "adds_detail", "conflicts"])
def test_a_selected_passage_gets_its_relation_and_who_set_it(
    send: Send, inside: TestClient, story_review: StoryReview, claim: ReviewedClaim, kind: str
) -> None:
    to = goes_to(send(claim.id, kind, 2))
    assert [event.value for _, event in decided(story_review, claim).relations] == [kind]
    assert ("set by Lê Thị Mẫu" in inside.get(to).text, "the machine: Agrees" in inside.get(to).text) == (True, True)


@pytest.mark.parametrize("act", ["agrees", "not_this", "split", "base", "move"])
def test_an_action_on_passages_asks_for_some(send: Send, story_review: StoryReview, claim: ReviewedClaim, act: str) -> None:
    answer = send(claim.id, act, note="half a note")
    assert (answer.status_code, "Select" in answer.text, "half a note" in answer.text) == (422, True, True)
    assert story_review.snapshot().state.events == ()


@pytest.mark.parametrize("act", ["split", "not_this"])
def test_a_passage_split_off_stands_alone(send: Send, story_review: StoryReview, claim: ReviewedClaim, act: str) -> None:
    goes_to(send(claim.id, act, 1))
    assert len(story_review.snapshot().state.ungrouped) == 1


def test_not_all_passages_can_be_split_off(send: Send, claim: ReviewedClaim) -> None:
    assert send(claim.id, "split", 1, 2, 3).status_code == 422


def test_another_base_is_what_the_others_are_compared_with(send: Send, inside: TestClient, claim: ReviewedClaim) -> None:
    assert "against passage 2" in inside.get(goes_to(send(claim.id, "base", 2))).text


@pytest.mark.parametrize("verdict", ["supported", "disputed", "wrong", "cant_tell"])
def test_a_verdict_stands_and_the_claim_stays_open(send: Send, story_review: StoryReview, claim: ReviewedClaim, verdict: str) -> None:
    assert claim.id in goes_to(send(claim.id, "", verdict=verdict))
    assert decided(story_review, claim).verdict.value == verdict


@pytest.mark.parametrize("text", ["Đã gọi cho huyện.\r\nSố đúng.", "Called the harbour.\r\nThe count is right."])
def test_a_note_is_kept_as_it_was_typed(send: Send, story_review: StoryReview, claim: ReviewedClaim, text: str) -> None:
    goes_to(send(claim.id, "note", note=text))
    assert decided(story_review, claim).note.value == text.replace("\r\n", "\n")


def test_a_note_that_was_not_saved_is_kept_with_the_decision(send: Send, story_review: StoryReview, claim: ReviewedClaim) -> None:
    goes_to(send(claim.id, "confirm", note="asked the harbour office"))
    assert (decided(story_review, claim).note.value, decided(story_review, claim).confirmed is None) == ("asked the harbour office", False)


def test_an_emptied_note_is_taken_back_with_all_that_it_was(send: Send, story_review: StoryReview, claim: ReviewedClaim) -> None:
    for text in ("first", "second", ""):
        goes_to(send(claim.id, "note", note=text))
    assert decided(story_review, claim).note is None


def test_a_note_of_another_reviewer_cannot_be_emptied(send: Send, story_review: StoryReview, claim: ReviewedClaim) -> None:
    story_review.save_decisions(actions.write_note(story_review.decision_context("Second Reader"), claim.members, "theirs"), 0)
    assert (send(claim.id, "note", note="").status_code, decided(story_review, claim).note.value) == (422, "theirs")


def test_a_claim_can_be_worded_anew(send: Send, inside: TestClient, claim: ReviewedClaim) -> None:
    assert "<h1>Sà lan đâm cầu.</h1>" in inside.get(goes_to(send(claim.id, "wording", wording="Sà lan đâm cầu."))).text


def test_unsure_is_told_in_the_queue(send: Send, inside: TestClient, claim: ReviewedClaim) -> None:
    goes_to(send(claim.id, "unsure"))
    assert claim.id in inside.get("/runs/story/queue?show=unsure").text


def test_undo_gives_the_rejected_claim_back_and_redo_takes_it_again(
    send: Send, inside: TestClient, story_review: StoryReview, claim: ReviewedClaim
) -> None:
    page = inside.get(goes_to(send(claim.id, "reject"))).text
    to = goes_to(inside.post("/runs/story/back", data={**hidden(page), "act": "undo"}, headers=OWN))
    assert (claim.id in story_review.snapshot().state.claim_by_id, claim.id in to) == (True, True)
    goes_to(send(claim.id, "redo"))
    assert claim.id not in story_review.snapshot().state.claim_by_id


def test_an_undone_decision_stands_struck_out_in_the_history(send: Send, inside: TestClient, claim: ReviewedClaim) -> None:
    goes_to(send(claim.id, "", verdict="wrong"))
    page = inside.get(goes_to(send(claim.id, "undo"))).text
    assert re.search(r'class="undone">.*gave the verdict: Wrong</s>', page)


def test_without_a_decision_there_is_nothing_to_undo(send: Send, claim: ReviewedClaim) -> None:
    assert send(claim.id, "undo").status_code == 422


@pytest.mark.parametrize("act", ["", "erase", "__class__"])
def test_an_action_that_does_not_exist_does_nothing(send: Send, story_review: StoryReview, claim: ReviewedClaim, act: str) -> None:
    assert send(claim.id, act).status_code == 422
    assert story_review.snapshot().state.events == ()


def test_a_form_sent_twice_is_done_once(send: Send, inside: TestClient, story_review: StoryReview, claim: ReviewedClaim) -> None:
    page = inside.get(f"/runs/story/claims/{claim.id}{QUEUE}").text
    first = goes_to(send(claim.id, "confirm", page=page))
    assert (goes_to(send(claim.id, "confirm", page=page)), len(story_review.snapshot().state.events)) == (first, 1)


@pytest.mark.parametrize("changed", [{"seen": ""}, {"seen": "x"}, {"member": "text 0 99999 am-1"}])
def test_a_form_that_no_page_of_ours_sent_is_refused(
    send: Send, story_review: StoryReview, claim: ReviewedClaim, changed: dict[str, str]
) -> None:
    assert (send(claim.id, "confirm", **changed).status_code, story_review.snapshot().state.events) == (400, ())


def test_who_was_second_is_told_and_keeps_note_and_selection(
    send: Send, inside: TestClient, story_review: StoryReview, claim: ReviewedClaim
) -> None:
    page = inside.get(f"/runs/story/claims/{claim.id}{QUEUE}").text
    story_review.save_decisions(
        actions.give_verdict(story_review.decision_context("Trần Văn Hai"), claim.members, "disputed"), story_review.snapshot().last_seq
    )
    answer = send(claim.id, "conflicts", 2, page=page, note="my own note")
    assert answer.status_code == 409
    assert all(words in answer.text for words in ("Trần Văn Hai", "gave the verdict: Disputed", ">my own note</textarea>"))
    assert re.search(r'data-passage="2"[^>]* checked', answer.text)
    assert goes_to(send(claim.id, "conflicts", 2, page=answer.text, note="my own note"))
    assert decided(story_review, claim).note.value == "my own note"


def test_who_was_second_on_a_rejected_claim_keeps_the_note(
    send: Send, inside: TestClient, story_review: StoryReview, claim: ReviewedClaim
) -> None:
    page = inside.get(f"/runs/story/claims/{claim.id}{QUEUE}").text
    story_review.save_decisions(actions.reject(story_review.decision_context("Hai"), claim.members), story_review.snapshot().last_seq)
    answer = send(claim.id, "confirm", page=page, note="my own note")
    assert (answer.status_code, "my own note" in answer.text, "rejected the group" in answer.text) == (409, True, True)


def test_decisions_on_other_claims_are_no_clash(send: Send, inside: TestClient, story_review: StoryReview, claim: ReviewedClaim) -> None:
    page = inside.get(f"/runs/story/claims/{claim.id}{QUEUE}").text
    other = story_review.snapshot().state.claims[1]
    story_review.save_decisions(actions.confirm(story_review.decision_context("Hai"), other.members), story_review.snapshot().last_seq)
    goes_to(send(claim.id, "confirm", page=page))


def test_a_move_is_chosen_from_a_list_and_done(send: Send, inside: TestClient, story_review: StoryReview, claim: ReviewedClaim) -> None:
    choice = goes_to(send(claim.id, "move", 1))
    page = inside.get(choice).text
    other = story_review.snapshot().state.claims[1]
    assert f'value="{other.id}" data-choice=' in page
    to = goes_to(inside.post("/runs/story/choose?show=all", data={**hidden(page), "to": other.id}, headers=OWN))
    assert sorted(len(c.members - other.members) for c in story_review.snapshot().state.claims if other.members <= c.members) == [1]
    assert story_review.snapshot().state.claim_with(claim.members).id in to  # type: ignore[union-attr]


def test_two_claims_are_merged(send: Send, inside: TestClient, story_review: StoryReview, claim: ReviewedClaim) -> None:
    page = inside.get(goes_to(send(claim.id, "merge"))).text
    other = story_review.snapshot().state.claims[2]
    goes_to(inside.post("/runs/story/choose", data={**hidden(page), "to": other.id}, headers=OWN))
    assert claim.members | other.members in [c.members for c in story_review.snapshot().state.claims]


def test_what_became_of_the_chosen_claim_meanwhile_is_told(
    send: Send, inside: TestClient, story_review: StoryReview, claim: ReviewedClaim
) -> None:
    page = inside.get(goes_to(send(claim.id, "merge"))).text
    other = story_review.snapshot().state.claims[2]
    story_review.save_decisions(actions.reject(story_review.decision_context("Hai"), other.members), story_review.snapshot().last_seq)
    answer = inside.post("/runs/story/choose", data={**hidden(page), "to": other.id}, headers=OWN)
    assert (answer.status_code, "Choose again" in answer.text) == (422, True)


def test_the_search_for_another_claim_finds_its_words(
    send: Send, inside: TestClient, story_review: StoryReview, claim: ReviewedClaim
) -> None:
    choice = goes_to(send(claim.id, "merge"))
    other = story_review.snapshot().state.claims[2]
    found = re.findall(r'name="to" value="([^"]*)"', inside.get(f"{choice}&find={other.id}").text)
    assert found == [other.id]


def test_a_sentence_of_one_article_is_moved_into_a_claim(inside: TestClient, story_review: StoryReview, claim: ReviewedClaim) -> None:
    passage = inside.get("/runs/story/aside").text
    name = unescape(re.findall(r'name="passage" value="([^"]*)"', passage)[0])
    page = inside.get("/runs/story/choose", params={"act": "move", "passage": name}).text
    goes_to(inside.post("/runs/story/choose", data={**hidden(page), "to": claim.id}, headers=OWN))
    now = story_review.snapshot().state.claim_with(claim.members)
    assert now is not None
    assert name in map(passage_id, now.members)


def test_the_old_address_of_a_claim_leads_to_what_it_is_now(
    send: Send, inside: TestClient, story_review: StoryReview, claim: ReviewedClaim
) -> None:
    goes_to(send(claim.id, "split", 1))
    now = story_review.snapshot().state.claim_with(claim.members)
    assert now is not None
    assert now.id in goes_to(inside.get(f"/runs/story/claims/{claim.id}"))


def test_a_passage_that_came_after_the_review_is_told(inside: TestClient, story_review: StoryReview, claim: ReviewedClaim) -> None:
    first, *rest = sorted(claim.members)
    story_review.save_decisions(actions.give_verdict(story_review.decision_context("Hai"), frozenset(rest), "supported"), 0)
    page = inside.get(f"/runs/story/claims/{claim.id}{QUEUE}").text
    assert ("1 passage is new since." in page, page.count("data-passage=")) == (True, 3)
    assert inside.get(f"/runs/story/claims/{claim.id}{QUEUE}&only=new").text.count("data-passage=") == 1
    assert claim.id in inside.get("/runs/story/queue?show=changed").text
    assert first in decided(story_review, claim).added


def test_a_verdict_that_a_new_conflict_withholds_is_told(inside: TestClient, story_review: StoryReview, conflicting: ReviewedClaim) -> None:
    sides = {r.source: r.kind for r in conflicting.group.relations}
    first = next(p for p in sorted(conflicting.members) if sides[p.article] == "conflicts")
    story_review.save_decisions(actions.give_verdict(story_review.decision_context("Hai"), conflicting.members - {first}, "supported"), 0)
    assert "“Supported” does not hold for now" in inside.get(f"/runs/story/claims/{conflicting.id}").text


def test_what_was_decided_is_exported_line_by_line(send: Send, story_review: StoryReview, claim: ReviewedClaim) -> None:
    goes_to(send(claim.id, "confirm", note="Đúng."))
    goes_to(send(claim.id, "conflicts", 2))
    goes_to(send(claim.id, "undo"))
    events = tuple(story_review.snapshot().state.events)
    assert parse_decisions(to_lines(events), "decisions.jsonl") == events


def test_an_undone_move_leads_back_to_where_it_was_made(
    send: Send, inside: TestClient, story_review: StoryReview, claim: ReviewedClaim
) -> None:
    page = inside.get(goes_to(send(claim.id, "move", 1))).text
    other = story_review.snapshot().state.claims[1]
    to = goes_to(inside.post("/runs/story/choose", data={**hidden(page), "to": other.id}, headers=OWN))
    assert claim.id in goes_to(inside.post("/runs/story/back", data={**hidden(inside.get(to).text), "act": "undo"}, headers=OWN))


def test_a_claim_keeps_its_place_in_the_queue_when_a_relation_is_set(
    send: Send, story_review: StoryReview, conflicting: ReviewedClaim
) -> None:
    order = [item.id for item in make_queue(story_review.snapshot(), QueueFilter("all")).items]
    goes_to(send(conflicting.id, "agrees", 1, 2))
    assert [item.id for item in make_queue(story_review.snapshot(), QueueFilter("all")).items] == order


@pytest.mark.parametrize("path", ["/runs/story/claims/{}/decide", "/runs/story/back", "/runs/story/choose", "/runs/story/earlier"])
@pytest.mark.parametrize("headers", [{"sec-fetch-site": "cross-site"}, {"origin": "http://evil.example"}, {}])
def test_another_site_decides_nothing(
    inside: TestClient, story_review: StoryReview, claim: ReviewedClaim, path: str, headers: dict[str, str]
) -> None:
    form = {"act": "confirm", "seen": "0", "once": "x", "member": [passage_id(passage) for passage in claim.members]}
    assert inside.post(path.format(claim.id), data=form, headers=headers).status_code == 403
    assert story_review.snapshot().state.events == ()


@pytest.mark.parametrize(
    ("typed", "shown"), [({"act": "erase"}, ""), ({"verdict": "wrong"}, "Your decision: Wrong"), ({"verdict": "x"}, "")]
)
def test_who_was_second_is_told_what_they_had_decided(
    inside: TestClient, story_review: StoryReview, claim: ReviewedClaim, typed: dict[str, str], shown: str
) -> None:
    page = inside.get(f"/runs/story/claims/{claim.id}{QUEUE}").text
    story_review.save_decisions(
        actions.split(story_review.decision_context("Hai"), claim.members, frozenset([min(claim.members)])),
        story_review.snapshot().last_seq,
    )
    answer = inside.post(f"/runs/story/claims/{claim.id}/decide", data={**hidden(page), **typed}, headers=OWN)
    assert (answer.status_code, shown in answer.text, "Your decision" in answer.text) == (409, True, bool(shown))
