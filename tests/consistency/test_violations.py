"""One thing in a sound document made wrong -> it is told at its place, in both shipped stories."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from sound_documents import PLACES, SHIPPED, SMALL, Document, put, text_of

from compare.cli import main
from compare.consistency.document_checks import violations_of
from compare.documents.load import violations_in

_REVIEW = {"verdict": "wrong", "wording": None, "note": None, "reviewer": "Lan", "at": "2024-05-03T18:00:00Z"}
_LINE = {"id": "1", "act": "1", "at": "2024-05-03T18:00:00+07:00", "reviewer": "Lan", "kind": "verdict", "about": "claim"}
_LINE |= {"group": None, "value": "wrong", "quotes": [], "undone": False}
_MATCH = {"article": "old", "outlet": "Cũ", "published": None, "title": None, "url": None, "start": 0, "end": 9, "text": "chín"}
_MATCH |= {"jaccard": 1.0, "containment": 1.0, "cluster": "k"}
_FAR = 10**6
_SENTENCE = {"article": "gone", "field": "text", "start": 0, "end": _FAR, "because": "last year"}
_EVENT = {"id": "o-0000000000", "day": None, "sentences": [_SENTENCE]}
_RUNG = {"at": None, "value": "5", "articles": [], "stale": ["gone"]}
_VOICE = {"articles": ["a", "b"], "same_wording": True, "sources": []}
_DIFFERENCE = {"a": 0, "b": 1, "says": ["1", "2"], "spans": [[0, _FAR], [0, _FAR]]}


def decisions(log: list[Any], proposed: list[Any]) -> dict[str, Any]:
    return {"log": log, "proposed": proposed, "orphans": []}


def place(end: int) -> dict[str, Any]:
    return {"article": "gone", "field": "text", "start": 0, "end": end}


# What is wrong: where it is written, what is written there, and where it is told, if that is another place.
ROWS: tuple[tuple[str, str, Any, str], ...] = (
    ("a mark past the end", "$.articles[0].marks[0].end", _FAR, ""),
    ("a mark of nothing", "$.articles[0].marks[0].end", 0, ""),
    ("a 45th of March", "$.articles[0].published", {"value": "2024-03-45", "precision": "day", "from": "text"}, ".value"),
    ("a claim without a name", "$.claims[0].id", "", ""),
    ("a cluster without a name", "$.clusters[0].id", "", ""),
    ("a passage past the end", "$.claims[0].members[0].end", _FAR, ""),
    ("a passage of nothing", "$.claims[0].members[0].end", 0, ""),
    ("a quote in other words", "$.claims[0].members[0].quote", "Không ai nói thế.", ""),
    ("a disputed fact called agreed", "$.facts[0].state", "agreed", ""),
    ("a value of more voices than articles", "$.facts[0].values[0].voices", 99, ""),
    ("a value past the end", "$.facts[0].values[0].said[0].end", _FAR, ""),
    ("a value in other words", "$.facts[0].values[0].said[0].says", "999", ""),
    ("a sentence past the end", "$.facts[0].values[0].said[0].sentence", [0, _FAR], ""),
    ("a value of an article nobody knows", "$.facts[0].values[0].said[0].article", "gone", ""),
    ("a sentence of a claim nobody knows", "$.facts[0].values[0].said[0].claim", "c-0000000000", ""),
    ("a step that is still printed by nobody", "$.facts[0].ladder", [_RUNG], "[0].stale[0]"),
    ("a fact of an entity nobody knows", "$.facts[0].entity", "e-0000000000", ""),
    ("a mention past the end", "$.entities[0].mentions[0].end", _FAR, ""),
    ("a mention in an article nobody knows", "$.entities[0].mentions[0].article", "gone", ""),
    ("an entity without a word in its name", "$.entities[0].name", "–", ""),
    ("a passage of an article nobody knows", "$.claims[0].members[1].article", "gone", ""),
    ("a clause past its sentence", "$.claims[0].members[0].clause", [0, _FAR], ""),
    ("a float for an offset", "$.claims[0].members[0].start", 23.0, ""),
    ("a float in a span", "{name}.span[0]", 3.0, ""),
    ("a float for voices", "$.claims[0].voices", 1.0, ""),
    ("a float for an index", "$.clusters[0].links[0].a", 0.0, ""),
    ("a number that is not there", "{number}.says", "999", ""),
    ("a date that is not there", "{date}.says", "hôm kia", ""),
    ("a name outside its sentence", "{name}.span", [0, 10**5], ""),
    ("more voices than articles", "$.claims[0].voices", 99, ""),
    ("a voice of nobody", "$.claims[0].one_voice", [_VOICE], "[0].articles[0]"),
    ("an entry of an article nobody knows", "$.claims[0].sources[0].article", "gone", ""),
    ("silent, and yet with a passage", "{agreeing}.relation", "silent", ""),
    ("agreeing without a passage", "{silent}.relation", "agrees", ""),
    ("against an article nobody knows", "{conflicting}.against", ["gone"], "[0]"),
    ("evidence past the end", "{evidence}.span", [0, _FAR], ""),
    ("evidence in other words", "{evidence}.says", "nothing", ""),
    ("evidence against an article nobody knows", "{evidence}.other.article", "gone", ""),
    ("evidence against what is not said", "{evidence}.other.says", "không", ""),
    ("a side of nobody", "{dispute}.sides[0].articles[0]", "gone", ""),
    ("a dispute of a fact nobody knows", "{dispute}.fact", "f-0000000000", ""),
    ("open on what the claim does not dispute", "{agreeing}.open_on", ["f-0000000000"], "[0]"),
    ("a paragraph of an unknown kind", "$.clusters[0].members[0].mark", "Thị", ""),
    ("another event in an article nobody knows", "$.events.others", [_EVENT], "[0].sentences[0].article"),
    ("two events of one id", "$.events.others", [_EVENT, _EVENT], "[1].id"),
    ("a link past the members", "$.clusters[0].links[0].b", 99, ""),
    ("a link to itself", "$.clusters[0].links[0].b", 0, ""),
    ("a paragraph past the end", "$.clusters[0].members[0].end", _FAR, ""),
    ("a paragraph of an article nobody knows", "$.clusters[0].members[0].article", "gone", ""),
    ("first an article without a paragraph", "$.clusters[0].first", "gone", ""),
    ("a difference that is not there", "$.clusters[0].differences", [_DIFFERENCE], "[0].spans[0]"),
    ("a near pair in other words", "$.possibly_related[0].members[0].quote", "nói khác", ""),
    ("a near pair of an article nobody knows", "$.possibly_related[0].members[0].article", "gone", ""),
    ("a sentence alone past the end", "$.only_one_source[0].end", _FAR, ""),
    ("seen before in a text of another length", "$.seen_before", [{**place(5), "matches": [_MATCH], "more": 0}], "[0].matches[0].end"),
    ("seen before in an article nobody knows", "$.seen_before", [{**place(5), "matches": [_MATCH], "more": 0}], "[0].article"),
    ("a decision on a group nobody knows", "$.decisions", decisions([{**_LINE, "group": "gone"}], []), ".log[0].group"),
    ("a decision on no day of the calendar", "$.decisions", decisions([{**_LINE, "at": "2024-02-30T18:00:00Z"}], []), ".log[0].at"),
    (
        "a proposed place that is none",
        "$.decisions",
        decisions([], [{"article": "a", "outlet": "b", "quote": "c", "to": place(9), "likeness": 0.8}]),
        ".proposed[0].to.article",
    ),
    ("a verdict on no day of the calendar", "$.claims[0].review", {**_REVIEW, "at": "2023-02-29T18:00:00Z"}, ".at"),
    ("a new member past the last", "$.claims[0].review", {**_REVIEW, "changed": {"added": [99], "lost": 0}}, ".changed.added[0]"),
    ("a run at no time of day", "$.run.made_at", "2024-05-03T25:00:00Z", ""),
    (
        "a story found with an article nobody knows",
        "$.run.stories",
        {"grouped": "auto", "similarity": 0.5, "articles": [{"article": "gone", "similarity": 0.5}]},
        ".articles[0].article",
    ),
    ("a score that is no number", "$.claims[0].score.total", float("nan"), ""),
    ("a score too large to count with", "$.claims[0].score.total", 10**400, ""),
    ("a part of a score too large to count with", "$.claims[0].score.parts", {"words": -(10**400)}, ".words"),
    ("a number too large to count with", "{number}.values[0]", 10**400, ""),
    ("evidence of a score too large to count with", "{evidence}.score", 10**400, ""),
    ("a score without end", "$.claims[0].score.total", float("-inf"), ""),
    ("a setting of another kind", "$.run.settings.claims", {"same_wording": "nhiều"}, ".same_wording"),
    ("a setting past its end", "$.run.settings.claims", {"same_wording": 7}, ".same_wording"),
    ("a setting without end", "$.run.settings.claims", {"same_wording": float("inf")}, ".same_wording"),
    ("a setting too large to count with", "$.run.settings.claims", {"same_wording": 10**400}, ".same_wording"),
    ("settings that are none", "$.run.settings.claims", [], ""),
    ("settings that do not go together", "$.run.settings.duplicates", {"permutations": 128, "bands": 33}, ".bands"),
    ("a setting that names a file", "$.run.settings.words", {"aliases": "/etc/hostname"}, ".aliases"),
)


@pytest.fixture(scope="module", params=SHIPPED)
def text(request: pytest.FixtureRequest) -> str:
    return text_of(request.param)


@pytest.fixture
def document(text: str) -> Document:
    return dict(json.loads(text))


def breach_paths(document: Document) -> list[str]:
    return [violation.path for violation in violations_of(document)]


@pytest.mark.parametrize("name", [*SHIPPED, *SMALL])
def test_a_sound_document_has_no_violations(name: str) -> None:
    assert violations_of(json.loads(text_of(name))) == []


@pytest.mark.parametrize(("where", "value", "below"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_is_wrong_is_told_at_its_place(document: Document, where: str, value: Any, below: str) -> None:
    path = where.format(**{name: find(document) for name, find in PLACES.items()})
    put(document, path, value)
    assert path + below in breach_paths(document)


@pytest.mark.parametrize("place", ["articles", "claims", "clusters"])
def test_two_of_one_name_are_told(document: Document, place: str) -> None:
    document[place].append(copy.deepcopy(document[place][0]))
    assert f"$.{place}[{len(document[place]) - 1}].id" in breach_paths(document)


@pytest.mark.parametrize(("place", "below"), [("members", ""), ("sources", ".article")])
def test_one_passage_or_source_that_stands_twice_is_told(document: Document, place: str, below: str) -> None:
    items = document["claims"][0][place]
    items.append(copy.deepcopy(items[0]))
    assert f"$.claims[0].{place}[{len(items) - 1}]{below}" in breach_paths(document)


def test_an_article_that_was_taken_out_is_missed_wherever_it_is_spoken_of(document: Document) -> None:
    gone = document["claims"][0]["members"][0]["article"]
    document["articles"] = [article for article in document["articles"] if article["id"] != gone]
    places = breach_paths(document)
    assert "$.claims[0].members[0].article" in places
    assert f"$.claims[0].sources[{[s['article'] for s in document['claims'][0]['sources']].index(gone)}].article" in places


def test_an_article_without_an_entry_in_a_claim_is_told(document: Document) -> None:
    del document["claims"][0]["sources"][0]
    assert "$.claims[0].sources" in breach_paths(document)


def test_a_text_that_lost_a_letter_shifts_every_quote_behind_it(document: Document) -> None:
    article = document["claims"][0]["members"][0]["article"]
    held = next(each for each in document["articles"] if each["id"] == article)
    held["text"] = held["text"][1:]
    assert "$.claims[0].members[0].quote" in breach_paths(document)


def test_a_conflict_of_which_the_other_side_knows_nothing_is_told(document: Document) -> None:
    path = PLACES["conflicting"](document)
    claim = document["claims"][int(path[len("$.claims[") :].partition("]")[0])]
    own = next(source for source in claim["sources"] if source["relation"] == "conflicts")
    for other in claim["sources"]:
        if own["article"] in other["against"]:
            other["against"].remove(own["article"])
            other["relation"] = "conflicts" if other["against"] else "agrees"
    assert f"{path}.against[0]" in breach_paths(document)


@pytest.mark.parametrize("place", ["$.articles[0].outlet", "$.story.id", "$.claims[0].wording"])
def test_half_a_letter_is_told_in_a_file(document: Document, tmp_path: Path, place: str) -> None:
    put(document, place, "Bão \ud83c")
    (tmp_path / "a.json").write_text(json.dumps(document), encoding="utf-8")
    assert [violation.path for violation in violations_in(tmp_path / "a.json")[1]] == [place]


def test_a_whole_letter_written_in_two_halves_is_none_of_that(document: Document, tmp_path: Path) -> None:
    put(document, "$.story.title", "Bão 🌀")
    (tmp_path / "a.json").write_text(json.dumps(document), encoding="utf-8")
    assert violations_in(tmp_path / "a.json")[1] == []


def test_settings_of_another_version_say_nothing(document: Document) -> None:
    document["run"]["settings"] |= {"weather": {"rain": "much"}, "claims": {"not_yet_known": -1}}
    assert breach_paths(document) == []


def test_all_faults_are_told_at_once_each_with_its_remedy(document: Document) -> None:
    put(document, "$.claims[0].voices", 99)
    put(document, "$.only_one_source[0].end", _FAR)
    voices, alone = violations_of(document)
    assert str(voices).startswith("$.claims[0].voices: is 99; ")
    assert str(voices).endswith("(count voices again: copies of one text are one)")
    assert alone.remedy == "give offsets in code points, the start before the end, both inside the text"


def test_validate_lists_all_violations(document: Document, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for claim in document["claims"][:7]:
        claim["voices"] = 99
    (tmp_path / "a.json").write_text(json.dumps(document), encoding="utf-8")
    assert main(["validate", str(tmp_path / "a.json")]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 7


@pytest.mark.parametrize("command", [["report", "--out", "made.html"], ["review"]])
def test_report_and_review_refuse_with_the_first_faults_and_their_number(
    document: Document, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    for claim in document["claims"][:7]:
        claim["voices"] = 99
    (tmp_path / "comparison.json").write_text(json.dumps(document), encoding="utf-8")
    given = str(tmp_path if command[0] == "review" else tmp_path / "comparison.json")
    assert main([command[0], given, *command[1:]]) == 1
    said = capsys.readouterr().err
    assert said.count("copies of one text are one)") == 5
    assert "and 2 more of 7: `tellings validate` lists them all" in said


def test_an_article_on_a_side_leaves_nothing_open(document: Document) -> None:
    at, claim = next((at, claim) for at, claim in enumerate(document["claims"]) if claim["disputes"])
    dispute = claim["disputes"][0]
    number, source = next((n, s) for n, s in enumerate(claim["sources"]) if s["article"] in dispute["sides"][0]["articles"])
    source["open_on"] = [dispute["fact"]]
    assert breach_paths(document) == [f"$.claims[{at}].sources[{number}].open_on[0]"]


def test_only_of_a_fact_can_an_article_stand_on_both_sides(document: Document) -> None:
    at, claim = next((at, claim) for at, claim in enumerate(document["claims"]) if claim["disputes"])
    one, other = claim["disputes"][0]["sides"][:2]
    other["articles"].append(one["articles"][0])
    assert breach_paths(document) == []
    claim["disputes"][0]["fact"] = None
    assert f"$.claims[{at}].disputes[0].sides[1].articles[{len(other['articles']) - 1}]" in breach_paths(document)
