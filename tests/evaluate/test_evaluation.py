"""What a document gets right, wrong and misses, rule by rule, on a story of our own."""

import hashlib
from typing import Any

import pytest

from compare.evaluate.gold import GoldStory, place_labels
from compare.evaluate.measures import Figures, figures_of, sum_figures
from compare.evaluate.misses import Miss, MissKind, misses_of, worst
from compare.evaluate.score_document import Outcome, score_document
from compare.model import Skipped

TEXTS = {
    "courier": "The ferry struck the pier at noon. Police counted 23 injured. The pier stays closed.",
    "gazette": "At noon the ferry hit the pier. Police counted 26 injured. The harbour is shut until Friday.",
    "herald": "Lúc 12 giờ, phà đâm vào cầu cảng. Cảnh sát đếm được 23 người bị thương. Cầu cảng đóng cửa.",
    "tribune": "Trưa nay, lúc 12 giờ, phà đâm vào cầu cảng. Chưa rõ số người bị thương.",
}


def sentence(article: str, at: int) -> str:
    return TEXTS[article].split(". ")[at].removesuffix(".") + "."


def label(article: str, at: int, relation: str = "agrees", **more: Any) -> dict[str, Any]:
    return {"article": article, "quote": sentence(article, at), "relation": relation, **more}


def group(name: str, *labels: dict[str, Any], optional: bool = False) -> dict[str, Any]:
    return {"id": name, "claim": f"What {name} says.", "members": list(labels), "optional": optional}


def passage(article: str, at: int, cut: int = 0) -> dict[str, Any]:
    """A sentence of the document, without so many of its first code points."""
    start, end = TEXTS[article].index(sentence(article, at)) + cut, TEXTS[article].index(sentence(article, at)) + len(sentence(article, at))
    return {"article": article, "field": "text", "start": start, "end": end, "quote": TEXTS[article][start:end]}


def source(article: str, relation: str = "agrees", *against: str) -> dict[str, Any]:
    return {"article": article, "relation": relation, "against": list(against), "evidence": []}


def claim(name: str, members: list[dict[str, Any]], *sources: dict[str, Any]) -> dict[str, Any]:
    return {"id": name, "wording": members[0]["quote"], "members": members, "sources": list(sources)}


def outcome(groups: list[dict[str, Any]], *claims: dict[str, Any]) -> Outcome:
    found = place_labels(GoldStory("ferry.json", "ferry", tuple(groups)), TEXTS)
    assert not isinstance(found, Skipped)
    return score_document(found, {"claims": claims})


def figures(groups: list[dict[str, Any]], *claims: dict[str, Any]) -> Figures:
    return figures_of(outcome(groups, *claims))


def first_miss(kind: MissKind, groups: list[dict[str, Any]], *claims: dict[str, Any]) -> Miss:
    return worst(misses_of("ferry", outcome(groups, *claims)), kind)[0]


CRASH = group("crash", label("courier", 0), label("gazette", 0), label("herald", 0))
TOLL = group(
    "toll",
    label("courier", 1, "conflicts", **{"with": ["gazette"]}, detail="23 v. 26"),
    label("gazette", 1, "conflicts", **{"with": ["courier"]}),
    label("herald", 1),
)
CLOSED = group("closed", label("courier", 2), label("herald", 2, "adds_detail", detail="the whole quay"))
SAME_TOLL = [passage("courier", 1), passage("gazette", 1)]


# Pairs


def test_two_sentences_of_one_group_are_a_right_pair() -> None:
    assert figures([CRASH], claim("c", [passage("courier", 0), passage("herald", 0)])).pairs_right == 1


def test_every_pair_of_articles_in_a_group_is_to_be_found() -> None:
    assert figures([CRASH]).pairs_gold == 3


def test_two_sentences_of_one_article_are_no_pair() -> None:
    assert figures([group("crash", label("courier", 0), label("courier", 1))]).pairs_gold == 0


def test_a_pair_in_two_claims_counts_once() -> None:
    members = [passage("courier", 0), passage("gazette", 0)]
    assert figures([CRASH], claim("c", members), claim("d", members)).pairs_right == 1


def test_sentences_of_two_groups_are_a_wrong_pair() -> None:
    assert figures([CRASH, TOLL], claim("c", [passage("courier", 0), passage("gazette", 1)])).pairs_wrong == 1


def test_a_pair_with_an_unlabelled_sentence_is_wrong() -> None:
    assert figures([CRASH], claim("c", [passage("courier", 0), passage("gazette", 2)])).pairs_wrong == 1


def test_a_pair_of_an_optional_group_counts_nowhere() -> None:
    said = figures([group("crash", *CRASH["members"], optional=True)], claim("c", [passage("courier", 0), passage("gazette", 0)]))
    assert (said.pairs_gold, said.pairs_right, said.pairs_wrong, said.groups_gold, said.groups_found) == (0, 0, 0, 0, 0)


def test_an_optional_group_takes_no_pair_from_another() -> None:
    optional = group("perhaps", *CRASH["members"], optional=True)
    assert figures([CRASH, optional], claim("c", [passage("courier", 0), passage("gazette", 0)])).pairs_right == 1


def test_a_part_of_a_sentence_stands_for_it() -> None:
    assert figures([CRASH], claim("c", [passage("courier", 0, cut=20), passage("herald", 0)])).pairs_right == 1


def test_a_passage_stands_for_the_sentence_that_it_overlaps_most() -> None:
    across = {**passage("courier", 0), "start": 30, "end": TEXTS["courier"].index(" The pier stays")}
    assert figures([CRASH, TOLL], claim("c", [across, passage("herald", 1)])).pairs_right == 1


@pytest.mark.parametrize(("end", "right"), [(19, 0), (20, 1)])
def test_a_passage_stands_for_a_sentence_of_which_it_covers_half(end: int, right: int) -> None:
    labelled = {"article": "courier", "start": 10, "end": 30, "relation": "agrees"}
    half = {**passage("courier", 0), "start": 0, "end": end}
    assert figures([group("crash", labelled, label("gazette", 0))], claim("c", [half, passage("gazette", 0)])).pairs_right == right


TWICE = "Ferries stop tonight. The harbour is shut. Ferries stop tonight."
AGAIN = TWICE.rindex("Ferries")


def said_twice(start: int, also_at: list[int]) -> Figures:
    """A document that quotes so much from a place of an article that says its sentence twice."""
    texts = {"courier": TWICE, "gazette": "No ferry tonight."}
    twice = {"article": "courier", "quote": "Ferries stop tonight.", "relation": "agrees", "also_at": also_at}
    once = {"article": "gazette", "quote": texts["gazette"], "relation": "agrees"}
    labelled = {"id": "stop", "members": [twice, once]}
    found = place_labels(GoldStory("ferry.json", "ferry", (labelled,)), texts)
    assert not isinstance(found, Skipped), found
    quoted = [("courier", start, start + 21), ("gazette", 0, 17)]
    passages = [{"article": a, "field": "text", "start": s, "end": e, "quote": texts[a][s:e]} for a, s, e in quoted]
    return figures_of(score_document(found, {"claims": [claim("stop", passages)]}))


@pytest.mark.parametrize("start", [0, AGAIN])
def test_a_sentence_that_its_article_says_twice_is_right_in_either_place(start: int) -> None:
    assert (said_twice(start, [AGAIN]).pairs_right, said_twice(start, [AGAIN]).pairs_wrong) == (1, 0)


def test_a_repetition_that_no_label_names_is_wrong() -> None:
    assert (said_twice(AGAIN, []).pairs_right, said_twice(AGAIN, []).pairs_wrong) == (0, 1)


def test_a_repetition_that_stands_elsewhere_is_named() -> None:
    story = GoldStory("ferry.json", "ferry", (group("stop", label("courier", 0, also_at=[7]), label("gazette", 0)),))
    found = place_labels(story, TEXTS)
    assert isinstance(found, Skipped)
    assert "the sentence at 0 of courier does not stand again at 7" in found.reason


def test_a_title_is_left_out_of_the_document() -> None:
    title = {**passage("courier", 0), "field": "title"}
    assert figures([CRASH], claim("c", [title, passage("herald", 0)])).pairs_right == 0


def test_a_title_is_left_out_of_the_labels() -> None:
    assert figures([group("crash", label("courier", 0), {**label("gazette", 0), "field": "title"})]).pairs_gold == 0


# Groups, relations


def test_a_group_is_found_by_one_of_its_pairs() -> None:
    said = figures([CRASH, TOLL], claim("c", [passage("courier", 0), passage("herald", 0)]))
    assert (said.groups_found, said.groups_gold) == (1, 2)


def test_a_relation_is_held_against_the_label_of_its_article() -> None:
    said = claim("c", [passage("courier", 2), passage("herald", 2)], source("courier"), source("herald"), source("gazette", "silent"))
    assert figures([CLOSED], said).relations == {("agrees", "agrees"): 1, ("adds_detail", "agrees"): 1}


def test_a_claim_is_held_against_the_group_with_the_largest_share_of_its_pairs() -> None:
    wide = group("wide", label("courier", 2), label("herald", 2), label("gazette", 2))
    assert figures([wide, CLOSED], claim("c", [passage("courier", 2), passage("herald", 2)], source("herald"))).relations_right == 0


def test_a_small_group_inside_a_large_claim_is_not_its_nearest() -> None:
    small = group("small", label("courier", 0), label("gazette", 0))
    large = group("large", *(label(article, 0, "adds_detail") for article in TEXTS))
    said = claim("c", [passage(article, 0) for article in ("courier", "gazette", "herald")], source("courier", "adds_detail"))
    assert figures([small, large], said).relations_right == 1


def test_an_article_that_is_silent_is_not_judged() -> None:
    said = claim("c", [passage("courier", 0), passage("herald", 0)], source("gazette", "silent"))
    assert figures([CRASH], said).relations_all == 0


def test_of_equal_groups_the_first_is_taken() -> None:
    other = group("other", label("courier", 2), label("herald", 2))
    assert figures([other, CLOSED], claim("c", [passage("courier", 2), passage("herald", 2)], source("herald"))).relations_right == 1


def test_a_conflict_wins_over_another_label_of_the_same_article() -> None:
    twice = group("toll", *TOLL["members"], label("courier", 0))
    assert figures([twice], claim("c", SAME_TOLL, source("courier", "conflicts", "gazette"))).relations_right == 1


def test_a_relation_in_a_claim_of_no_group_is_not_judged() -> None:
    assert figures([CRASH], claim("c", [passage("courier", 2), passage("herald", 2)], source("herald"))).relations_all == 0


# Conflicts


def test_a_conflict_told_from_both_sides_is_one() -> None:
    said = figures([TOLL], claim("c", SAME_TOLL, source("courier", "conflicts", "gazette"), source("gazette", "conflicts", "courier")))
    assert (said.conflicts_right, said.conflicts_said, said.conflicts_true) == (1, 1, 1)


def test_a_conflict_between_other_articles_is_false() -> None:
    said = figures([TOLL], claim("c", [*SAME_TOLL, passage("herald", 1)], source("herald", "conflicts", "gazette")))
    assert (said.conflicts_right, said.conflicts_said) == (0, 1)


def test_a_conflict_in_a_claim_of_another_group_is_false() -> None:
    said = figures([CRASH, TOLL], claim("c", [passage("courier", 0), passage("gazette", 0)], source("courier", "conflicts", "gazette")))
    assert (said.conflicts_right, said.conflicts_said) == (0, 1)


def test_a_false_conflict_in_two_claims_of_the_same_groups_counts_once() -> None:
    claims = [claim(name, [passage("courier", 0), passage("gazette", 0)], source("courier", "conflicts", "gazette")) for name in "cd"]
    assert figures([CRASH], *claims).conflicts_said == 1


def test_an_article_named_by_a_label_that_is_no_conflict_is_in_none() -> None:
    assert figures([group("crash", label("courier", 0, **{"with": ["gazette"]}), label("gazette", 0))]).conflicts_true == 0


# Shares


def test_a_share_of_nothing_is_zero() -> None:
    empty = Figures()
    assert (empty.pair_f1, empty.relation_accuracy, empty.conflict_precision, empty.conflict_recall) == (0, 0, 0, 0)


def test_stories_are_added_by_their_counts() -> None:
    total = sum_figures([Figures(pairs_gold=9, pairs_right=3, pairs_wrong=1), Figures(pairs_gold=3, pairs_right=1, pairs_wrong=3)])
    assert (total.pair_precision, total.pair_recall) == (4 / 8, 4 / 12)


def test_relations_of_several_stories_are_added() -> None:
    one = Figures(relations={("agrees", "agrees"): 2, ("agrees", "conflicts"): 1})
    assert sum_figures([one, one]).relations == {("agrees", "agrees"): 4, ("agrees", "conflicts"): 2}


# Misses


def test_a_pair_not_said_is_shown_with_both_texts() -> None:
    miss = first_miss("missed_pair", [CLOSED])
    assert [(text.article, text.quote) for text in miss.texts] == [("courier", sentence("courier", 2)), ("herald", sentence("herald", 2))]


def test_the_pair_with_the_most_common_words_comes_first_in_english() -> None:
    assert {text.article for text in first_miss("missed_pair", [CRASH]).texts} == {"courier", "gazette"}


def test_the_pair_with_the_most_common_words_comes_first_in_vietnamese() -> None:
    labelled = group("crash", *CRASH["members"], label("tribune", 0))
    assert {text.article for text in first_miss("missed_pair", [labelled]).texts} == {"herald", "tribune"}


def test_a_false_pair_of_two_labelled_sentences_comes_before_one_with_a_gap_in_the_labels() -> None:
    gap = claim("a", [passage("courier", 0), passage("herald", 2)])
    certain = claim("b", [passage("courier", 0), passage("gazette", 1)])
    assert first_miss("false_pair", [CRASH, TOLL], gap, certain).at == "b"


def test_a_false_pair_with_few_common_words_comes_first() -> None:
    alike = claim("a", [passage("courier", 1), passage("gazette", 1)])
    unlike = claim("b", [passage("courier", 1), passage("herald", 1)])
    apart = [group(name, label(name, 1), label("tribune", 1)) for name in ("courier", "gazette", "herald")]
    assert first_miss("false_pair", apart, alike, unlike).at == "b"


def test_a_pair_not_said_is_listed_under_the_group_that_asks_for_it() -> None:
    assert first_miss("missed_pair", [group("perhaps", *CLOSED["members"], optional=True), CLOSED]).at == "closed"


def test_a_false_conflict_in_a_claim_that_the_labels_know_comes_first() -> None:
    unknown = claim("a", [passage("courier", 2), passage("gazette", 2)], source("courier", "conflicts", "gazette"))
    known = claim("b", [passage("courier", 0), passage("gazette", 0)], source("courier", "conflicts", "gazette"))
    assert first_miss("false_conflict", [CRASH], unknown, known).at == "b"


def test_a_missed_conflict_whose_sentences_were_put_together_comes_first() -> None:
    apart = group("apart", *(member | {"quote": sentence(member["article"], 0)} for member in TOLL["members"]))
    assert first_miss("missed_conflict", [apart, TOLL], claim("c", SAME_TOLL)).at == "toll"


def test_a_missed_conflict_shows_what_the_labels_say_of_it() -> None:
    assert first_miss("missed_conflict", [TOLL]).note == "in no common claim of the document; 23 v. 26"


def test_a_missed_conflict_names_the_disputed_slot_and_the_value_of_each_side() -> None:
    toll = group(
        "toll",
        label("courier", 1, "conflicts", **{"with": ["gazette"]}, value="23", detail="fewer"),
        label("gazette", 1, "conflicts", **{"with": ["courier"]}, value="26", part="26 injured"),
    ) | {"slot": "number of injured"}
    miss = first_miss("missed_conflict", [toll], claim("a", SAME_TOLL, source("courier"), source("gazette")))
    assert miss.note == "in one claim of the document; number of injured: “23” (courier) v. “26” (gazette)"
    assert [text.part for text in miss.texts] == ["", "26 injured"]


def test_a_pair_not_said_names_the_clause_of_the_claim_that_asks_for_it() -> None:
    noon = group("noon", label("courier", 0, part="at noon"), label("gazette", 0, part="At noon"))
    assert [text.part for text in first_miss("missed_pair", [noon]).texts] == ["at noon", "At noon"]


def test_a_false_conflict_shows_the_values_that_were_held_against_each_other() -> None:
    others = [{"article": name, "span": [0, 2], "says": says} for name, says in (("tribune", "25"), ("herald", "23"))]
    evidence = [{"check": "number", "span": [0, 2], "says": "26", "other": other} for other in others]
    said = source("gazette", "conflicts", "herald") | {"evidence": evidence}
    conflicting = claim("c", [passage("gazette", 1), passage("herald", 1)], said)
    assert first_miss("false_conflict", [TOLL], conflicting).note == "number: “26” v. “23”"


def test_a_conflict_said_for_nothing_comes_before_one_not_said() -> None:
    mild = claim("a", [*SAME_TOLL, passage("herald", 1)], source("courier"))
    grave = claim("b", [passage("courier", 2), passage("herald", 2)], source("herald", "conflicts", "courier"))
    assert first_miss("wrong_relation", [TOLL, CLOSED], mild, grave).at == "b"


def test_a_wrong_relation_says_what_was_labelled_and_the_detail() -> None:
    said = claim("c", [passage("courier", 2), passage("herald", 2)], source("herald"))
    assert first_miss("wrong_relation", [CLOSED], said).note == "herald: labelled adds_detail, said agrees; the whole quay"


def test_a_wrong_relation_shows_the_sentence_of_its_own_article_first() -> None:
    said = claim("c", [passage("courier", 2), passage("herald", 2)], source("herald"))
    assert [text.article for text in first_miss("wrong_relation", [CLOSED], said).texts] == ["herald", "courier"]


def test_every_claim_shows_its_worst_before_any_shows_its_second() -> None:
    alike = group("alike", *(label(article, 0) for article in ("courier", "gazette", "herald", "tribune")))
    unlike = group("unlike", label("courier", 2), label("herald", 2))
    missed = worst(misses_of("ferry", outcome([alike, unlike])), "missed_pair")
    assert [miss.at for miss in missed] == ["alike", "unlike", *["alike"] * 5]


def test_the_misses_are_those_that_the_figures_count() -> None:
    scored = outcome(
        [CRASH, TOLL, CLOSED], claim("c", [passage("courier", 0), passage("gazette", 1)], source("courier", "conflicts", "gazette"))
    )
    counted = figures_of(scored)
    found = misses_of("ferry", scored)
    assert [len(worst(found, kind)) for kind in ("false_pair", "missed_pair", "false_conflict")] == [
        counted.pairs_wrong,
        counted.pairs_gold - counted.pairs_right,
        counted.conflicts_said - counted.conflicts_right,
    ]


# Labels in their places


def refused(*labels: dict[str, Any]) -> str:
    found = place_labels(GoldStory("ferry.json", "ferry", (group("crash", *labels),)), TEXTS)
    assert isinstance(found, Skipped)
    return f"{found.place}: {found.reason}"


@pytest.mark.parametrize("article", ["courier", "herald"])
def test_offsets_count_code_points_and_a_checksum_proves_the_text(article: str) -> None:
    place = {name: passage(article, 1)[name] for name in ("article", "start", "end")}
    sha = hashlib.sha1(sentence(article, 1).encode(), usedforsecurity=False).hexdigest()[:10]
    found = place_labels(GoldStory("ferry.json", "ferry", (group("toll", {**place, "sha": sha, "relation": "agrees"}),)), TEXTS)
    assert not isinstance(found, Skipped)
    assert found[0].members[0].quote == sentence(article, 1)


def test_a_quote_that_the_document_lacks_is_named() -> None:
    said = refused({**label("courier", 0), "quote": "The ferry sank."})
    assert said.startswith("ferry.json: group crash: “The ferry sank.” does not stand in courier; compare the very articles")


@pytest.mark.parametrize("place", [{"start": 0, "end": 5, "sha": "0123456789"}, {"start": 0, "end": 5000}, {"start": 5, "end": 5}])
def test_offsets_that_do_not_fit_the_document_are_named(place: dict[str, Any]) -> None:
    said = refused({"article": "courier", "relation": "agrees", **place})
    assert f"the text of courier is not the labelled one at {place['start']}:{place['end']}" in said


def test_articles_that_the_document_lacks_are_named() -> None:
    assert "the document lacks planet; compare" in refused({**label("courier", 0), "article": "planet"})
