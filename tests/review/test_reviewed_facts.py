"""What reviewers decide on facts: values taken out, disputes withdrawn or confirmed, on the same run and on later ones."""

import json
from itertools import count

import pytest

from compare.consistency.document_checks import violations_of
from compare.documents.to_document import to_document
from compare.model import Article, ArticleId, Passage, Published
from compare.pipeline import compare_story
from compare.review import actions
from compare.review.actions import DecisionContext
from compare.review.decision_file import parse_decisions, to_lines
from compare.review.events import Event
from compare.review.review_run import Run
from compare.review.review_state import ReviewState, review_state
from compare.review.reviewed_document import with_decisions
from compare.review.reviewed_facts import ReviewedFact, place_of
from compare.settings import Settings

AT = "2026-05-01T08:00:00+07:00"
CRASH = {
    "en": "Police said that {} passengers were injured when the ferry Harbour Lark struck the pier at Port Ellery.",
    "vi": "Công an cho biết {} hành khách bị thương khi phà Hải Âu đâm vào cầu cảng Cồn Sa.",
}
MORE = {"en": "Bus fares in the capital will rise next month.", "vi": "Giá vé xe buýt ở thủ đô sẽ tăng từ tháng sau."}
languages = pytest.mark.parametrize("language", ["vi", "en"])


def run(language: str, *figures: int, before: str = "") -> Run:
    """The run of a story in which article a, b, c … print these figures; ``before`` stands above every sentence."""
    articles = [
        Article(ArticleId(name), f"Outlet {name}", f"{before}{CRASH[language].format(figure)}", "x", "0" * 64, language=language)
        for name, figure in zip("abcdef", figures, strict=False)
    ]
    return Run(json.loads(json.dumps(to_document(compare_story("ferry", articles, [], Settings()), "1", AT))))


def dated_run(*printed: tuple[int, str]) -> Run:
    """The run of an English story in which article a, b, c … print these figures at these times."""
    articles = [
        Article(
            ArticleId(name),
            f"Outlet {name}",
            CRASH["en"].format(figure),
            "x",
            "0" * 64,
            language="en",
            published=Published(moment, "minute", "metadata"),
        )
        for name, (figure, moment) in zip("abcdef", printed, strict=False)
    ]
    return Run(json.loads(json.dumps(to_document(compare_story("ferry", articles, [], Settings()), "1", AT))))


def context(found: Run) -> DecisionContext:
    numbers = count()
    return DecisionContext(reviewer="Lan", at=AT, new_id=lambda: f"id{next(numbers)}", field_texts=found.field_texts, about="fact")


def injured(state: ReviewState) -> ReviewedFact:
    (fact,) = (fact for fact in state.facts if fact.machine_fact.slot == "injured")
    return fact


def places(found: Run, article: str) -> frozenset[Passage]:
    """Where the article gives a value of the fact."""
    return frozenset(place for place in injured(review_state(found, [])).places if place.article == article)


def values(fact: ReviewedFact) -> dict[str, str]:
    assert fact.fact is not None
    return {value.display: "".join(said.article for said in value.said) for value in fact.fact.values}


@languages
def test_without_decisions_facts_are_what_the_engine_found(language: str) -> None:
    found = run(language, 14, 17)
    state = review_state(found, [])
    assert tuple(fact.fact for fact in state.facts) == found.facts
    assert with_decisions(found.document, []) == found.document


@languages
def test_a_value_that_was_read_wrongly_counts_no_more_and_its_dispute_ends(language: str) -> None:
    found = run(language, 14, 14, 17)
    events = actions.mark_misread(context(found), places(found, "c"))
    fact = injured(review_state(found, events))

    assert (fact.fact and fact.fact.state, values(fact)) == ("single", {"14": "ab"})  # both have the same words
    assert list(fact.taken_out) == sorted(places(found, "c"))

    made = with_decisions(found.document, events)
    assert violations_of(made) == []
    (shown,) = (value for value in made["facts"] if value["slot"] == "injured")
    assert (shown["state"], shown["review"]["taken_out"], shown["review"]["reviewer"]) == ("single", 1, "Lan")
    assert not any(dispute for claim in made["claims"] for dispute in claim["disputes"])
    assert {source["relation"] for claim in made["claims"] for source in claim["sources"]} == {"agrees"}


@languages
def test_a_value_of_another_thing_leaves_the_fact_and_the_others_stay_disputed(language: str) -> None:
    found = run(language, 14, 17, 20)
    fact = injured(review_state(found, []))
    events = actions.split(context(found), fact.places, places(found, "c"))
    left = injured(review_state(found, events))

    assert (left.fact and left.fact.state, values(left)) == ("disputed", {"14": "a", "17": "b"})
    assert left.taken_out[next(iter(places(found, "c")))].kind == "cannot_link"
    made = with_decisions(found.document, events)
    assert violations_of(made) == []
    (claim,) = made["claims"]
    assert {s["article"]: s["relation"] for s in claim["sources"]} == {"a": "conflicts", "b": "conflicts", "c": "agrees"}


def test_a_dispute_that_is_withdrawn_is_in_no_report_and_its_claim_agrees() -> None:
    found = run("en", 14, 17)
    fact = injured(review_state(found, []))
    events = actions.reject(context(found), fact.places)

    assert injured(review_state(found, events)).fact is None
    made = with_decisions(found.document, events)
    assert violations_of(made) == []
    assert not [value for value in made["facts"] if value["slot"] == "injured"]
    assert [source["relation"] for source in made["claims"][0]["sources"]] == ["agrees", "agrees"]
    assert [line["kind"] for line in made["decisions"]["log"]] == ["cannot_link"]


def test_an_undo_brings_a_withdrawn_dispute_back() -> None:
    found = run("en", 14, 17)
    events = actions.reject(context(found), injured(review_state(found, [])).places)
    undo = actions.undo(DecisionContext(reviewer="Lan", at=AT, new_id=lambda: "undo", field_texts=found.field_texts), events[0].act)
    assert injured(review_state(found, [*events, *undo])).fact == injured(review_state(found, [])).machine_fact


def test_who_confirms_a_fact_withdraws_nothing_and_a_later_value_makes_it_changed() -> None:
    first = run("en", 14, 17)
    events = actions.confirm(context(first), injured(review_state(first, [])).places)
    assert injured(review_state(first, events)).review.needs_decision is False

    later = injured(review_state(run("en", 14, 17, 20), events))
    assert (later.review.confirmed is not None, {place.article for place in later.review.added}) == (True, {"c"})


@languages
def test_decisions_hold_in_a_later_run_in_which_the_sentence_stands_elsewhere(language: str) -> None:
    first = run(language, 14, 14, 17)
    events = actions.mark_misread(context(first), places(first, "c"))

    moved = run(language, 14, 14, 17, before=f"{MORE[language]} {MORE[language]}\n")
    state = review_state(moved, events)

    assert [anchor.article for anchor, _ in state.resolved.proposed] == ["c"]  # other words stand before it now: a person says so
    accepted = actions.accept_locations(context(moved), [(anchor, proposed.passage) for anchor, proposed in state.resolved.proposed])
    assert values(injured(review_state(moved, [*events, *accepted]))) == {"14": "ab"}
    same = run(language, 14, 14, 17)
    assert values(injured(review_state(same, events))) == {"14": "ab"}


def test_decisions_on_facts_go_through_their_file() -> None:
    found = run("en", 14, 17, 20)
    fact = injured(review_state(found, []))
    events: list[Event] = [
        *actions.mark_misread(context(found), places(found, "a")),
        *actions.split(context(found), fact.places, places(found, "c")),
        *actions.write_note(context(found), fact.places, "the hospital's figure"),
    ]
    renamed = [Event(**{**{n: getattr(e, n) for n in Event.__slots__}, "id": f"e{at}", "act": f"a{at}"}) for at, e in enumerate(events)]
    assert list(parse_decisions(to_lines(renamed), "decisions.jsonl")) == renamed


def test_the_voices_of_what_is_left_are_counted_anew() -> None:
    found = run("en", 14, 14, 17)
    before = next(value.voices for value in injured(review_state(found, [])).machine_fact.values if value.display == "14")
    events = actions.mark_misread(context(found), places(found, "b"))
    left = injured(review_state(found, events)).fact
    assert left is not None
    assert [value.voices for value in left.values if value.display == "14"] == [1]
    assert before >= 1


def test_a_fact_of_which_one_article_alone_is_left_disputes_nothing() -> None:
    found = run("en", 14, 17)
    fact = injured(review_state(found, actions.mark_misread(context(found), places(found, "b"))))
    assert (fact.fact and fact.fact.state, values(fact)) == ("single", {"14": "a"})


def test_a_fact_without_any_value_left_is_gone() -> None:
    found = run("en", 14, 17)
    both = places(found, "a") | places(found, "b")
    assert injured(review_state(found, actions.mark_misread(context(found), both))).fact is None


def test_places_are_those_of_the_values() -> None:
    found = run("en", 14, 17)
    fact = injured(review_state(found, []))
    assert fact.places == {place_of(said) for value in fact.machine_fact.values for said in value.said}


def test_without_the_value_that_came_first_a_toll_is_no_update_and_nobody_is_stale() -> None:
    found = dated_run((14, "2026-05-01T08:00"), (17, "2026-05-01T12:00"), (14, "2026-05-01T15:00"))
    before = injured(review_state(found, [])).machine_fact
    assert (before.state, [rung.stale for rung in before.ladder]) == ("updated", [("c",), ()])

    left = injured(review_state(found, actions.mark_misread(context(found), places(found, "a")))).fact

    assert left is not None
    assert (left.state, {rung.stale for rung in left.ladder}) == ("disputed", {()})
    assert {rung.value: rung.at for rung in left.ladder} == {"14": "2026-05-01T15:00", "17": "2026-05-01T12:00"}
