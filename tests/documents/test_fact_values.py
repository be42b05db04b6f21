"""Facts in a document: each sentence leads to the claim that holds it now."""

from typing import Any

from compare.documents.fact_values import label_of, linked


def member(article: str, start: int, end: int) -> dict[str, Any]:
    return {"article": article, "field": "text", "start": start, "end": end}


def fact(*sentences: tuple[str, int, int]) -> dict[str, Any]:
    said = [{"article": a, "field": "text", "says": "17", "sentence": [start, end]} for a, start, end in sentences]
    return {"id": "f-1", "values": [{"value": "17", "said": said}]}


def claims_of(made: list[dict[str, Any]]) -> list[str | None]:
    return [said["claim"] for one in made for value in one["values"] for said in value["said"]]


def test_a_sentence_leads_to_the_claim_in_which_it_stands() -> None:
    claims = [{"id": "c-1", "members": [member("a", 0, 9)]}, {"id": "c-2", "members": [member("b", 5, 20)]}]
    assert claims_of(linked([fact(("a", 0, 9), ("b", 5, 20))], claims)) == ["c-1", "c-2"]


def test_a_sentence_that_no_claim_has_leads_nowhere() -> None:
    assert claims_of(linked([fact(("a", 0, 9))], [{"id": "c-1", "members": [member("a", 0, 8)]}])) == [None]


def test_a_sentence_that_was_moved_leads_to_its_new_claim() -> None:
    (first,) = linked([fact(("a", 0, 9))], [{"id": "c-1", "members": [member("a", 0, 9)]}])
    assert claims_of(linked([first], [{"id": "c-2", "members": [member("a", 0, 9)]}])) == ["c-2"]


def test_of_two_claims_the_first_counts() -> None:
    claims = [{"id": name, "members": [member("a", 0, 9)]} for name in ("c-1", "c-2")]
    assert claims_of(linked([fact(("a", 0, 9))], claims)) == ["c-1"]


def test_nothing_but_the_claims_is_changed() -> None:
    given = fact(("a", 0, 9))
    (made,) = linked([given], [])
    assert {key: made[key] for key in made if key != "values"} == {"id": "f-1"}
    assert "claim" not in given["values"][0]["said"][0]


def test_a_label_names_the_thing_in_the_words_of_the_language() -> None:
    assert "Sheryl Allison" in label_of("spelling", "Sheryl Allison", "en", {})
    assert label_of("dead", "", "en", {}) != label_of("dead", "", "vi", {})
