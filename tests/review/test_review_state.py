"""What reviewers decide: groups, relations and verdicts as they want them, on the same run and on later ones."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from itertools import combinations, count

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from compare.documents.to_document import to_document
from compare.model import Article, ArticleId, Links, Passage, Span
from compare.pipeline import compare_story
from compare.review import actions
from compare.review.actions import DecisionContext
from compare.review.anchors import anchor_of, make_field_text, texts_by_field
from compare.review.decisions_by_story import decisions_by_story
from compare.review.events import Event
from compare.review.link_decisions import is_rejection, links_of
from compare.review.regroup import PassageSet, regroup
from compare.review.review_run import Run
from compare.review.review_state import ReviewState, review_state
from compare.review.reviewed_document import reviewed_document, reviewer_links, with_decisions
from compare.settings import Settings
from schemas.check import breaches, checker

AT = "2026-05-01T08:00:00+07:00"
STORY = {
    "vi": {
        "a": "Chiếc phà Hải Âu đâm vào cầu cảng Cồn Sa lúc 7h40 sáng 24/5.\n"
        "Công an huyện cho biết 23 hành khách bị thương khi phà đâm vào cầu cảng.\n"
        "Hãng tàu Sao Mai ngừng mọi chuyến phà qua đảo từ chiều hôm đó.",
        "b": "Sáng 24/5, lúc 7h40, phà Hải Âu đâm mạnh vào cầu cảng Cồn Sa.\n"
        "Theo công an huyện, 23 hành khách bị thương khi phà đâm vào cầu cảng.\n"
        "Mọi chuyến phà qua đảo bị hãng tàu Sao Mai ngừng từ chiều hôm đó.",
        "c": "Phà Hải Âu đâm vào cầu cảng Cồn Sa lúc 7h40 sáng 24/5, theo công an.\n"
        "Công an huyện cho biết có 23 hành khách bị thương khi phà đâm vào cầu cảng.\n"
        "Giá vé xe buýt ở thủ đô sẽ tăng từ tháng sau.",
        "d": "Chiếc phà Hải Âu đâm mạnh vào cầu cảng Cồn Sa lúc 7h40 sáng 24/5.\n"
        "Công an huyện cho biết 26 hành khách bị thương khi phà đâm vào cầu cảng.",
        "e": "Chiếc phà Hải Âu đâm vào cầu cảng Cồn Sa lúc 7h40 sáng 24/5.\n"
        "Công an huyện cho biết nhiều hành khách bị thương khi phà đâm vào cầu cảng.",
    },
    "en": {
        "a": "The ferry Harbour Lark struck the pier at Port Ellery at 7:40 a.m. on May 24.\n"
        "Police said that 23 passengers were injured when the ferry struck the pier.\n"
        "The company Sound Lines stopped every crossing to the island that afternoon.",
        "b": "At 7:40 a.m. on May 24, the ferry Harbour Lark struck the pier at Port Ellery.\n"
        "According to police, 23 passengers were injured when the ferry struck the pier.\n"
        "Every crossing to the island was stopped by the company Sound Lines that afternoon.",
        "c": "The ferry Harbour Lark struck the pier at Port Ellery at 7:40 a.m. on May 24, police said.\n"
        "Police said that some 23 passengers were injured when the ferry struck the pier.\n"
        "Bus fares in the capital will rise next month.",
        "d": "The ferry Harbour Lark hard struck the pier at Port Ellery at 7:40 a.m. on May 24.\n"
        "Police said that 26 passengers were injured when the ferry struck the pier.",
        "e": "The ferry Harbour Lark struck the pier at Port Ellery at 7:40 a.m. on May 24.\n"
        "Police said that many passengers were injured when the ferry struck the pier.",
    },
}
languages = pytest.mark.parametrize("language", ["vi", "en"])


def document(language: str, *names: str, events: tuple[Event, ...] = ()) -> dict:
    """The document of the articles of these names, with the engine held to the events."""
    articles = [
        Article(ArticleId(name), f"Outlet {name}", STORY[language][name], "all.jsonl", "0" * 64, language=language) for name in names
    ]
    comparison = compare_story("ferry", articles, [], Settings(), decide=partial(reviewer_links, events=events) if events else None)
    return json.loads(json.dumps(to_document(comparison, "1", AT)))


@pytest.fixture(scope="module")
def run() -> Callable[[str], Run]:
    runs = {language: Run(document(language, "a", "b", "c")) for language in STORY}
    return runs.__getitem__


def decision_context(run: Run, about: str = "claim") -> DecisionContext:
    numbers = count()
    return DecisionContext(reviewer="Lan", at=AT, new_id=lambda: f"id{next(numbers)}", field_texts=run.field_texts, about=about)  # type: ignore[arg-type]


def sentence(language: str, article: str, number: int) -> Passage:
    """The place of one sentence of the story."""
    lines = STORY[language][article].split("\n")
    start = sum(len(line) + 1 for line in lines[:number])
    return Passage(ArticleId(article), "text", Span(start, start + len(lines[number])))


def members(state: ReviewState) -> list[PassageSet]:
    return [claim.members for claim in state.claims]


def group(language: str, number: int, names: str = "abc") -> PassageSet:
    return frozenset(sentence(language, name, number) for name in names)


@languages
def test_without_decisions_the_document_is_what_it_was(run: Callable[[str], Run], language: str) -> None:
    given_document = run(language).document
    assert {**reviewed_document(review_state(run(language), [])), "decisions": None} == {**given_document, "decisions": None}


@languages
def test_a_confirmed_claim_needs_no_decision(run: Callable[[str], Run], language: str) -> None:
    events = actions.confirm(decision_context(run(language)), group(language, 1))
    needing = {claim.members: claim.review.needs_decision for claim in review_state(run(language), events).claims}
    assert needing == {group(language, 0): True, group(language, 1): False, group(language, 2, "ab"): True}


@languages
def test_a_passage_split_off_leaves_its_claim(run: Callable[[str], Run], language: str) -> None:
    out = frozenset([sentence(language, "c", 1)])
    state = review_state(run(language), actions.split(decision_context(run(language)), group(language, 1), out))
    assert group(language, 1, "ab") in members(state)
    assert state.ungrouped == tuple(out)


@languages
def test_an_article_whose_sentence_was_split_off_is_silent_with_that_sentence(run: Callable[[str], Run], language: str) -> None:
    out = sentence(language, "c", 1)
    state = review_state(run(language), actions.split(decision_context(run(language)), group(language, 1), frozenset([out])))
    claim = next(claim for claim in state.claims if claim.members == group(language, 1, "ab"))
    silent = next(relation for relation in claim.group.relations if relation.source == "c")
    assert (silent.kind, silent.evidence[0].span) == ("silent", out.span)


@languages
def test_merged_claims_are_one_with_the_sentences_of_both(run: Callable[[str], Run], language: str) -> None:
    events = actions.merge(decision_context(run(language)), group(language, 0), group(language, 1))
    assert group(language, 0) | group(language, 1) in members(review_state(run(language), events))


@languages
def test_a_sentence_of_no_claim_can_be_moved_into_one(run: Callable[[str], Run], language: str) -> None:
    alone = frozenset([sentence(language, "c", 2)])
    events = actions.move(decision_context(run(language)), alone, alone, group(language, 2, "ab"))
    assert group(language, 2, "abc") in members(review_state(run(language), events))


@languages
def test_a_moved_passage_stands_in_its_new_claim_only(run: Callable[[str], Run], language: str) -> None:
    out = frozenset([sentence(language, "c", 1)])
    events = actions.move(decision_context(run(language)), group(language, 1), out, group(language, 0))
    holding = [claim for claim in members(review_state(run(language), events)) if out <= claim]
    assert holding == [group(language, 0) | out]


@languages
def test_a_rejected_claim_is_gone_and_its_sentences_are_listed(run: Callable[[str], Run], language: str) -> None:
    state = review_state(run(language), actions.reject(decision_context(run(language)), group(language, 2, "ab")))
    assert group(language, 2, "ab") not in members(state)
    assert [rejected.members for rejected in state.rejected] == [group(language, 2, "ab")]
    assert frozenset(state.ungrouped) == group(language, 2, "ab")


@languages
def test_what_is_undone_was_never_decided(run: Callable[[str], Run], language: str) -> None:
    events = actions.reject(decision_context(run(language)), group(language, 2, "ab"))
    undone = actions.undo(
        DecisionContext(reviewer="Lan", at=AT, new_id=lambda: "undo", field_texts=run(language).field_texts), events[0].act
    )
    assert members(review_state(run(language), [*events, *undone])) == members(review_state(run(language), []))


@languages
def test_a_relation_that_a_reviewer_sets_keeps_the_evidence_of_the_machine_beneath(run: Callable[[str], Run], language: str) -> None:
    events = actions.set_relation(
        decision_context(run(language)), group(language, 1), frozenset([sentence(language, "c", 1)]), "adds_detail"
    )
    claim = next(claim for claim in review_state(run(language), events).claims if claim.members == group(language, 1))
    relation = next(relation for relation in claim.group.relations if relation.source == "c")
    assert (relation.kind, relation.evidence[0].check, relation.evidence[0].value) == ("adds_detail", "reviewer", "Lan")
    assert len(relation.evidence) > 1


@languages
def test_a_conflict_that_a_reviewer_sets_stands_on_both_sides(run: Callable[[str], Run], language: str) -> None:
    context = decision_context(run(language))
    base = actions.set_base(context, group(language, 1), sentence(language, "a", 1))
    events = [*base, *actions.set_relation(context, group(language, 1), frozenset([sentence(language, "c", 1)]), "conflicts")]
    claim = next(claim for claim in review_state(run(language), events).claims if claim.members == group(language, 1))
    against = {relation.source: relation.against for relation in claim.group.relations}
    assert against == {"a": ("c",), "b": (), "c": ("a",)}


@languages
def test_a_conflict_that_a_reviewer_takes_back_is_no_dispute(language: str) -> None:
    later = Run(document(language, "a", "d"))
    pair = frozenset(sentence(language, name, 1) for name in "ad")
    disputed = next(claim for claim in review_state(later, []).claims if claim.members == pair)
    events = actions.set_relation(decision_context(later), pair, frozenset([sentence(language, "d", 1)]), "agrees")
    claim = next(claim for claim in review_state(later, events).claims if claim.members == pair)
    assert (bool(disputed.group.disputes), claim.group.disputes) == (True, ())
    assert {relation.kind for relation in claim.group.relations} == {"agrees"}


@languages
def test_what_a_claim_no_longer_disputes_is_open_to_nobody(language: str) -> None:
    run = Run(document(language, "a", "d", "e"))
    members_of_claim = frozenset(sentence(language, name, 1) for name in "ade")
    (disputed,) = (claim for claim in review_state(run, []).claims if claim.members == members_of_claim)
    (fact,) = (dispute.fact for dispute in disputed.group.disputes)
    assert {relation.source: relation.open_on for relation in disputed.group.relations} == {"a": (), "d": (), "e": (fact,)}

    events = actions.set_relation(decision_context(run), members_of_claim, frozenset([sentence(language, "d", 1)]), "agrees")
    (settled,) = (claim for claim in review_state(run, events).claims if claim.members == members_of_claim)

    assert settled.group.disputes == ()
    assert {relation.open_on for relation in settled.group.relations} == {()}


@languages
def test_a_claim_that_a_reviewer_regroups_conflicts_by_the_same_fact(language: str) -> None:
    run = Run(document(language, "a", "d", "e"))
    members_of_claim = frozenset(sentence(language, name, 1) for name in "ade")
    (fact,) = (fact.id for fact in run.facts if fact.state == "disputed" and fact.slot == "injured")

    events = actions.split(decision_context(run), members_of_claim, frozenset([sentence(language, "e", 1)]))
    (left,) = (claim for claim in review_state(run, events).claims if sentence(language, "a", 1) in claim.members)

    assert [dispute.fact for dispute in left.group.disputes] == [fact]
    assert {relation.source: relation.kind for relation in left.group.relations} == {"a": "conflicts", "d": "conflicts", "e": "silent"}


@languages
def test_a_claim_that_gained_a_member_is_changed_since_its_review(run: Callable[[str], Run], language: str) -> None:
    first = Run(document(language, "a", "b"))
    events = actions.confirm(decision_context(first), group(language, 0, "ab"))
    claim = next(claim for claim in review_state(run(language), events).claims if group(language, 0, "ab") <= claim.members)
    assert (claim.review.added, claim.review.needs_decision) == ({sentence(language, "c", 0)}, True)


@languages
def test_a_member_that_conflicts_does_not_inherit_a_verdict(language: str) -> None:
    first = Run(document(language, "a", "b"))
    events = actions.give_verdict(decision_context(first), group(language, 1, "ab"), "supported")
    later = review_state(Run(document(language, "a", "b", "d")), events)
    claim = next(claim for claim in later.claims if group(language, 1, "ab") <= claim.members)
    assert claim.review.verdict is None
    assert claim.review.withheld == events[0]


@languages
def test_a_member_that_agrees_leaves_the_verdict_and_says_that_it_is_new(language: str) -> None:
    first = Run(document(language, "a", "b"))
    events = actions.give_verdict(decision_context(first), group(language, 1, "ab"), "supported")
    later = reviewed_document(review_state(Run(document(language, "a", "b", "c")), events))
    review = next(claim["review"] for claim in later["claims"] if "review" in claim)
    assert (review["verdict"], review["changed"]) == ("supported", {"added": [2], "lost": 0})


@languages
def test_the_engine_keeps_apart_and_together_what_reviewers_said(run: Callable[[str], Run], language: str) -> None:
    context = decision_context(run(language))
    out = frozenset([sentence(language, "c", 1)])
    alone = frozenset([sentence(language, "c", 2)])
    events = (*actions.split(context, group(language, 1), out), *actions.move(context, alone, alone, group(language, 2, "ab")))
    grown = Run(document(language, "a", "b", "c", "d", events=events))
    claims = [frozenset(Passage(m.article, m.field, m.span) for m in found.members) for found in grown.groups]
    assert any(group(language, 2) <= claim for claim in claims)
    assert not any(out <= claim and claim & group(language, 1, "ab") for claim in claims)


@languages
def test_a_document_with_decisions_holds_against_its_schema_and_takes_them_once(run: Callable[[str], Run], language: str) -> None:
    context = decision_context(run(language))
    events = [
        *actions.give_verdict(context, group(language, 1), "disputed"),
        *actions.write_note(context, group(language, 1), "Gọi công an huyện"),
        *actions.set_relation(context, group(language, 1), frozenset([sentence(language, "b", 1)]), "conflicts"),
        *actions.split(context, group(language, 0), frozenset([sentence(language, "a", 0)])),
    ]
    written = with_decisions(run(language).document, events)
    assert breaches(written, checker("comparison")) == []
    assert with_decisions(written, events) == written


@languages
def test_decisions_on_passages_that_are_gone_are_listed(run: Callable[[str], Run], language: str) -> None:
    events = actions.write_note(decision_context(run(language)), frozenset([sentence(language, "c", 2)]), "x")
    later = reviewed_document(review_state(Run(document(language, "a", "b")), events))
    assert [orphan["quote"] for orphan in later["decisions"]["orphans"]] == [STORY[language]["c"].split("\n")[2]]


def test_decisions_of_many_stories_go_to_their_own(run: Callable[[str], Run]) -> None:
    context = decision_context(run("en"))
    of_ferry = actions.write_note(context, group("en", 1), "x")
    undo = actions.undo(context, of_ferry[0].act)
    by_story, elsewhere = decisions_by_story([*of_ferry, *undo], {"ferry": [ArticleId(name) for name in "abc"], "bus": [ArticleId("z")]})
    assert (by_story["ferry"], by_story["bus"], elsewhere) == ((*of_ferry, *undo), (), 0)


# --- near-duplicate clusters -------------------------------------------------------------------------------------------------------------

COPIES = {
    "a": "The harbour master of Port Ellery closed the eastern pier to all traffic on Tuesday evening.",
    "b": "The harbour master of Port Ellery closed the eastern pier to all traffic on Tuesday evening.",
    "c": "The harbour master of Port Ellery closed the eastern pier to all traffic on Tuesday evening, again.",
}


@pytest.fixture(scope="module")
def copied() -> Run:
    articles = [Article(ArticleId(name), f"Outlet {name}", text, "all.jsonl", "0" * 64, language="en") for name, text in COPIES.items()]
    return Run(json.loads(json.dumps(to_document(compare_story("pier", articles, [], Settings()), "1", AT))))


def paragraph(name: str) -> Passage:
    return Passage(ArticleId(name), "text", Span(0, len(COPIES[name])))


def test_one_left_out_of_a_cluster_is_in_none(copied: Run) -> None:
    events = actions.split(decision_context(copied, "duplicates"), frozenset(map(paragraph, "abc")), frozenset([paragraph("c")]))
    assert [cluster.members for cluster in review_state(copied, events).clusters] == [frozenset(map(paragraph, "ab"))]


def test_a_cluster_merged_again_has_its_links_measured(copied: Run) -> None:
    context = decision_context(copied, "duplicates")
    apart = actions.split(context, frozenset(map(paragraph, "abc")), frozenset([paragraph("c")]))
    merged_again = actions.merge(context, frozenset(map(paragraph, "ab")), frozenset([paragraph("c")]))
    (cluster,) = review_state(copied, [*apart, *merged_again]).clusters
    assert [(link.a, link.b) for link in cluster.cluster.links] == [(0, 1), (0, 2), (1, 2)]


def test_a_document_with_another_cluster_holds_against_its_schema(copied: Run) -> None:
    context = decision_context(copied, "duplicates")
    events = [
        *actions.split(context, frozenset(map(paragraph, "abc")), frozenset([paragraph("c")])),
        *actions.confirm(context, frozenset(map(paragraph, "ab"))),
    ]
    written = with_decisions(copied.document, events)
    assert breaches(written, checker("comparison")) == []
    assert written["clusters"][0]["review"]["confirmed"] is True


# --- any decisions -----------------------------------------------------------------------------------------------------------------------

TEXT = "abcdefghijkl"
SHELF = texts_by_field(make_field_text(ArticleId(name), f"Outlet {name}", "text", TEXT) for name in "pqrs")
PLACES = [Passage(ArticleId(name), "text", Span(at, at + 1)) for name in "pqrs" for at in range(2)]
WHERE = {anchor_of(place, SHELF): place for place in PLACES}
groups_of_places = st.lists(st.frozensets(st.sampled_from(PLACES), min_size=2, max_size=5), max_size=4, unique=True)


@st.composite
def decisions(draw: st.DrawFn) -> list[Event]:
    """Up to six link decisions on any passages."""
    made = []
    for number in range(draw(st.integers(0, 6))):
        first = draw(st.frozensets(st.sampled_from(PLACES), min_size=1, max_size=3))
        second = draw(st.frozensets(st.sampled_from(PLACES), max_size=3)) - first
        kind = draw(st.sampled_from(["must_link", "cannot_link"]))
        anchors = [tuple(anchor_of(place, SHELF) for place in sorted(side)) for side in (first, second)]
        made.append(Event(id=f"e{number}", act=f"a{number}", at=AT, reviewer="Lan", kind=kind, passages=anchors[0], others=anchors[1]))
    return made


def shares(found: list[PassageSet]) -> Iterator[tuple[Passage, Passage]]:
    for one in found:
        yield from combinations(sorted(one), 2)


@pytest.mark.thorough
@hypothesis_settings(max_examples=150)
@given(groups_of_places, decisions())
def test_every_last_word_on_a_pair_holds(found: list[PassageSet], events: list[Event]) -> None:
    now = [one.members for one in regroup(found, events, "claim", WHERE)]
    links = links_of(events, "claim", WHERE)
    together = set(shares(now))
    assert not links.apart & together
    rejected = [frozenset(WHERE[anchor] for anchor in event.passages) for event in events if is_rejection(event)]
    held = {pair for pair in links.together if not any(set(pair) <= group for group in rejected)}
    assert held <= together


@given(groups_of_places)
def test_without_decisions_every_group_stays_or_is_held_by_another(found: list[PassageSet]) -> None:
    now = [one.members for one in regroup(found, [], "claim", WHERE)]
    assert set(now) <= set(found)
    assert all(any(one <= kept for kept in now) for one in found)


def test_links_without_events_are_none() -> None:
    assert reviewer_links([], []) == Links()


@languages
def test_what_the_machine_found_stands_beneath_what_a_reviewer_set(run: Callable[[str], Run], language: str) -> None:
    events = actions.set_relation(
        decision_context(run(language)), group(language, 1), frozenset([sentence(language, "a", 1)]), "adds_detail"
    )
    claim = review_state(run(language), events).claim_with(group(language, 1))
    assert claim is not None
    assert [{r.source: r.kind for r in of.relations}["a"] for of in (claim.group, claim.machine_group)] == ["adds_detail", "agrees"]


@languages
def test_passages_of_no_claim_lead_to_none(run: Callable[[str], Run], language: str) -> None:
    assert review_state(run(language), []).claim_with([sentence(language, "c", 2)]) is None


FAR = [Passage(ArticleId(name), "text", Span(at, at + 1)) for at in (2, 3) for name in "pq"]


@given(groups_of_places, decisions(), st.integers(0, 4))
def test_groups_that_nobody_spoke_of_stay_in_their_place_and_change_no_other(
    found: list[PassageSet], events: list[Event], place: int
) -> None:
    far = frozenset(FAR[:2]), frozenset(FAR[2:4])
    among = [far[0], *found[:place], far[1], *found[place:]]
    now = [one.members for one in regroup(among, events, "claim", WHERE)]
    assert [one for one in now if one not in far] == [one.members for one in regroup(found, events, "claim", WHERE)]
    assert [one for one in now if one in far] == list(far)
    assert now[0] == far[0]
