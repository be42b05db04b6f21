"""Sure pairs of sentences, and the claims that they make together."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from compare.claims.align import Group, Pair, PairGraph, graph_of, groups

THRESHOLD = 0.5


@st.composite
def graphs(draw: st.DrawFn) -> PairGraph:
    """Up to nine sentences of up to four articles, with any probability on every cross-article pair."""
    article = draw(st.lists(st.sampled_from("abcd"), min_size=2, max_size=9))
    pairs = [(i, j) for i, j in combinations(range(len(article)), 2) if article[i] != article[j]]
    probability = draw(st.lists(st.sampled_from([0.1, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0]), min_size=len(pairs), max_size=len(pairs)))
    return PairGraph(dict(zip(pairs, probability, strict=True)), article, [THRESHOLD] * len(article))


def sure(graph: PairGraph) -> list[Pair]:
    return [pair for pair, probability in graph.probability.items() if probability >= THRESHOLD]


def aligned(article: str, **pairs: float) -> list[Group]:
    """Groups of sentences, one letter of ``article`` each, with pairs named like ``_01=.9``."""
    return groups(PairGraph({(int(name[1]), int(name[2])): p for name, p in pairs.items()}, article, [THRESHOLD] * len(article)))


def test_two_sentences_that_surely_say_one_thing_are_a_claim() -> None:
    assert aligned("ab", _01=0.9) == [{0, 1}]


def test_a_pair_below_the_threshold_is_no_claim() -> None:
    assert aligned("ab", _01=0.49) == []


def test_three_articles_that_all_say_it_are_one_claim() -> None:
    assert aligned("abc", _01=0.9, _02=0.8, _12=0.7) == [{0, 1, 2}]


def test_two_sentences_of_one_article_that_say_it_together_are_one_claim() -> None:
    assert aligned("aab", _02=0.9, _12=0.8) == [{0, 1, 2}]


def test_a_chain_of_likenesses_is_not_one_claim() -> None:
    assert aligned("abc", _01=0.9, _12=0.9, _02=0.1) == [{0, 1}, {1, 2}]


def test_a_sentence_with_two_claims_stands_in_two_groups() -> None:
    found = aligned("abcde", _01=0.9, _02=0.9, _12=0.9, _03=0.9, _04=0.9, _34=0.9)
    assert found == [{0, 1, 2}, {0, 3, 4}]


def test_nothing_sure_is_nothing_said() -> None:
    assert aligned("abc") == []


@given(graphs())
def test_every_sure_pair_lies_in_a_group(graph: PairGraph) -> None:
    found = groups(graph)
    assert [pair for pair in sure(graph) if not any(set(pair) <= group for group in found)] == []


@given(graphs())
def test_a_group_is_never_of_one_article(graph: PairGraph) -> None:
    assert [group for group in groups(graph) if len({graph.article[i] for i in group}) < 2] == []


@given(graphs())
def test_no_group_lies_in_another(graph: PairGraph) -> None:
    assert [(a, b) for a, b in combinations(groups(graph), 2) if a <= b or b <= a] == []


@given(graphs())
def test_every_sentence_of_a_group_has_a_sure_pair_in_it(graph: PairGraph) -> None:
    lonely = [(i, group) for group in groups(graph) for i in group if not any(i in pair and set(pair) <= group for pair in sure(graph))]
    assert lonely == []


@given(graphs(), st.randoms(use_true_random=False))
def test_the_order_of_the_pairs_changes_no_group(graph: PairGraph, chance) -> None:
    rows = list(graph.probability.items())
    chance.shuffle(rows)
    assert groups(PairGraph(dict(rows), graph.article, graph.threshold)) == groups(graph)


@given(graphs())
def test_groups_come_largest_first(graph: PairGraph) -> None:
    sizes = [len(group) for group in groups(graph)]
    assert sizes == sorted(sizes, reverse=True)


def test_a_graph_forgets_the_pairs_that_can_never_matter() -> None:
    kept = graph_of(np.array([[0, 1], [0, 2], [1, 2]]), np.array([0.9, 0.36, 0.1]), "abc", [THRESHOLD] * 3)
    assert kept.probability == {(0, 1): 0.9, (0, 2): 0.36}


def test_two_sentences_of_one_article_are_never_a_pair() -> None:
    assert PairGraph({(0, 2): 0.9}, "aab", [THRESHOLD] * 3).between(0, 1) == 0


def test_a_pair_is_the_same_from_both_ends() -> None:
    graph = PairGraph({(0, 1): 0.7}, "ab", [THRESHOLD] * 2)
    assert graph.between(1, 0) == graph.between(0, 1) == 0.7


def test_each_sentence_has_the_threshold_of_its_subject() -> None:
    pairs = {(0, 1): 0.45, (2, 3): 0.45}
    assert groups(PairGraph(pairs, "abcd", [0.4, 0.4, 0.5, 0.5])) == [frozenset({0, 1})]


def test_a_pair_of_two_subjects_has_to_reach_the_higher_threshold() -> None:
    assert groups(PairGraph({(0, 1): 0.45}, "ab", [0.4, 0.5])) == []
