"""Facts under review: the list, one fact, the decisions on it and what becomes of them in the report."""

import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from compare.review.decision_file import parse_decisions

GOLDEN = Path(__file__).parents[1] / "golden"
OWN = {"sec-fetch-site": "same-origin"}
LIST = "/runs/story/facts"
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')
BOXES = re.compile(r'name="passage" value="([^"]*)" data-passage="(\d+)"')


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return dict(json.loads((GOLDEN / "en.json").read_text(encoding="utf-8")))


@pytest.fixture
def injured(document: dict[str, Any]) -> dict[str, Any]:
    """The disputed number of injured people."""
    return next(fact for fact in document["facts"] if fact["slot"] == "injured")


@pytest.fixture
def address(injured: dict[str, Any]) -> str:
    return f"{LIST}/{injured['id']}"


@pytest.fixture
def do(inside: TestClient, address: str) -> Callable[..., Any]:
    """Do an action on the fact as its page has it now, with the values of these numbers selected."""

    def act(action: str, *numbers: int, **more: str) -> Any:
        page = inside.get(address + "?show=all").text
        data: dict[str, list[str]] = {}
        for name, value in HIDDEN.findall(page):
            data.setdefault(name, []).append(unescape(value))
        boxes = {int(number): unescape(value) for value, number in BOXES.findall(page)}
        form = {**data, "act": action, "passage": [boxes[number] for number in numbers], **more}
        return inside.post(address + "?show=all", data=form, headers=OWN)

    return act


def facts_csv(client: TestClient) -> str:
    return str(client.get("/runs/story/facts.csv").text)


def test_the_list_shows_disputes_first_and_all_when_asked(inside: TestClient, document: dict[str, Any]) -> None:
    disputed = [fact["id"] for fact in document["facts"] if fact["state"] == "disputed"]
    page = inside.get(LIST).text
    assert [found for found in dict.fromkeys(re.findall(r"/facts/(f-\w+)", page)) if found in disputed] == disputed
    everything = inside.get(LIST + "?show=all").text
    assert all(f"/facts/{fact['id']}" in everything for fact in document["facts"])
    assert "No fact here." in inside.get(LIST + "?show=withdrawn").text


def test_a_fact_shows_every_sentence_with_its_value_marked(inside: TestClient, address: str, injured: dict[str, Any]) -> None:
    page = inside.get(address).text
    said = [one for value in injured["values"] for one in value["said"]]
    assert page.count("<mark>") == len(said)
    assert all(f"<mark>{one['says']}</mark>" in page for one in said)


def test_a_fact_that_is_not_there_is_not_found(inside: TestClient) -> None:
    assert inside.get(LIST + "/f-0000000000").status_code == 404


def test_the_screen_of_a_claim_leads_to_its_facts(inside: TestClient, injured: dict[str, Any]) -> None:
    claim = next(said["claim"] for value in injured["values"] for said in value["said"] if said["claim"])
    assert f"/facts/{injured['id']}" in inside.get(f"/runs/story/claims/{claim}").text


def test_a_value_that_was_read_wrongly_leaves_the_report_and_comes_back_with_undo(
    inside: TestClient, address: str, do: Callable[..., Any], injured: dict[str, Any]
) -> None:
    before = facts_csv(inside)
    wrong = [at for at, value in enumerate((v, s) for v in injured["values"] for s in v["said"]) if value[0] is injured["values"][1]]
    assert do("misread", *(at + 1 for at in wrong), note="a figure of another day").status_code == 303

    page = inside.get(address).text
    assert page.count("read wrongly") >= len(wrong)
    assert "a figure of another day" in page
    assert injured["values"][1]["display"] not in next(line for line in facts_csv(inside).splitlines() if injured["id"] in line)
    report = inside.get("/runs/story/report.html").text
    card = report.split(f'id="fact-{injured["id"]}"')[1].split("</article>")[0]
    assert "Reviewed by" in card
    assert "taken out" in card
    assert "Disputed" not in card

    assert do("undo").status_code == 303  # the note
    assert do("undo").status_code == 303  # the value
    assert facts_csv(inside) == before


def test_what_is_not_the_same_thing_is_withdrawn_and_the_list_goes_on(
    inside: TestClient, do: Callable[..., Any], injured: dict[str, Any]
) -> None:
    answer = do("reject")
    assert answer.status_code == 303
    assert injured["id"] not in answer.headers["location"]
    assert injured["id"] in inside.get(LIST + "?show=withdrawn").text
    assert injured["id"] not in facts_csv(inside)
    assert f'id="fact-{injured["id"]}"' not in inside.get("/runs/story/report.html").text
    assert do("undo").status_code == 303
    assert injured["id"] in facts_csv(inside)


def test_a_confirmed_fact_is_reviewed(inside: TestClient, do: Callable[..., Any], injured: dict[str, Any]) -> None:
    assert do("confirm").status_code == 303
    assert "1 of" in inside.get(LIST).text
    card = inside.get("/runs/story/report.html").text.split(f'id="fact-{injured["id"]}"')[1].split("</article>")[0]
    assert "confirmed" in card


@pytest.mark.parametrize(
    ("action", "numbers", "says"),
    [
        ("split", (), "Select the values that are not of this fact, but not all of them."),
        ("split", "all", "Select the values that are not of this fact, but not all of them."),
        ("misread", (), "Select the values that were read wrongly."),
        ("note", (), "Write a note first"),
    ],
)
def test_what_cannot_be_decided_says_why(do: Callable[..., Any], injured: dict[str, Any], action: str, numbers: Any, says: str) -> None:
    every = tuple(range(1, 1 + sum(len(value["said"]) for value in injured["values"])))
    answer = do(action, *(every if numbers == "all" else numbers))
    assert answer.status_code == 422
    assert says in unescape(answer.text)


def test_a_value_of_another_fact_is_refused(inside: TestClient, address: str, document: dict[str, Any], injured: dict[str, Any]) -> None:
    other = next(said for fact in document["facts"] if fact is not injured for value in fact["values"] for said in value["said"])
    place = f"{other['field']} {other['start']} {other['end']} {other['article']}"
    answer = inside.post(address, data={"seen": "0", "once": "x", "act": "confirm", "member": place}, headers=OWN)
    assert answer.status_code == 400


def test_who_decides_on_what_others_decided_meanwhile_is_told(inside: TestClient, address: str, do: Callable[..., Any]) -> None:
    page = inside.get(address).text
    data: dict[str, list[str]] = {}
    for name, value in HIDDEN.findall(page):
        data.setdefault(name, []).append(unescape(value))
    assert do("confirm").status_code == 303
    answer = inside.post(address, data={**data, "act": "reject"}, headers=OWN)
    assert answer.status_code == 409
    assert "confirmed that these belong together" in answer.text


def test_decisions_on_facts_stand_in_the_log_and_lead_to_the_fact(inside: TestClient, address: str, do: Callable[..., Any]) -> None:
    do("misread", 1)
    page = inside.get("/runs/story/log").text
    assert "marked a value as read wrongly" in page
    assert f'href="{address}"' in page


def test_a_decision_on_a_fact_is_exported_with_the_place_of_its_value(
    inside: TestClient, do: Callable[..., Any], injured: dict[str, Any]
) -> None:
    do("misread", 1)
    (event,) = parse_decisions(inside.get("/runs/story/decisions.jsonl").text, "decisions.jsonl")
    said = injured["values"][0]["said"][0]
    assert (event.kind, event.about) == ("misread", "fact")
    assert [(anchor.article, anchor.quote) for anchor in event.passages] == [(said["article"], said["says"])]
