"""Items of documents, and what they weigh."""

from collections.abc import Iterator
from math import log, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.text.tfidf import tfidf_rows

WEIGHTS = [
    "0x1.3f556cdbc8f14p-1",
    "0x1.9e671172f4c66p-2",
    "0x1.ffdea27770f23p-2",
    "0x1.e981767db989cp-3",
    "0x1.7f73e0a33d516p-2",
    "0x1.28f9f0241c6ddp-2",
    "0x1.28f9f0241c6ddp-2",
    "0x1.6ed3289011cf7p-2",
    "0x1.28f9f0241c6ddp-2",
    "0x1.d14552b7a5bb7p-2",
    "0x1.d14552b7a5bb7p-2",
    "0x1.d14552b7a5bb7p-2",
    "0x1.279a74590331cp-1",
    "0x1.279a74590331cp-1",
    "0x1.279a74590331cp-1",
]
BAGS = st.lists(st.lists(st.sampled_from("abcdefg"), max_size=12), min_size=1, max_size=8)


def test_an_item_weighs_by_how_often_it_stands_there_and_how_few_documents_have_it() -> None:
    ferry = [(1 + log(2)) * (1 + log(3 / 2)), 1 + log(3 / 3)]
    length = sqrt(sum(weight**2 for weight in ferry))
    assert tfidf_rows([["ferry", "port", "ferry"], ["port"]]).toarray() == pytest.approx(np.array([[w / length for w in ferry], [0, 1]]))


def test_the_weights_are_those_of_scikit_learn_to_the_last_bit() -> None:
    """Printed by scikit-learn 1.9.1; a document's numbers must not move with the library that computes them."""
    documents = [list("abracadabra"), list("bracket"), list("cab"), []]
    assert [weight.hex() for weight in tfidf_rows(documents).data] == WEIGHTS


def test_a_document_without_an_item_is_a_row_of_zeros() -> None:
    assert tfidf_rows([["port"], []]).toarray().tolist() == [[1.0], [0.0]]


def test_where_no_document_has_an_item_there_is_one_column_of_zeros() -> None:
    assert tfidf_rows([[], []]).toarray().tolist() == [[0.0], [0.0]]


def test_no_document_is_no_row() -> None:
    assert tfidf_rows([]).shape == (0, 1)


def test_a_document_is_counted_before_the_next_is_made() -> None:
    """Of 10,000 articles all words together would take 400 MB."""
    counted: list[int] = []

    def items(number: int) -> Iterator[str]:
        yield "word"
        counted.append(number)

    def documents() -> Iterator[Iterator[str]]:
        for number in range(3):
            assert counted == list(range(number))
            yield items(number)

    assert tfidf_rows(documents()).shape == (3, 1)


@given(BAGS)
def test_every_row_has_length_one_or_nothing(bags: list[list[str]]) -> None:
    lengths = np.sqrt((tfidf_rows(bags).toarray() ** 2).sum(axis=1))
    assert lengths == pytest.approx(np.array([float(bool(bag)) for bag in bags]))


@given(BAGS)
def test_how_alike_two_documents_are_does_not_hang_on_the_order_of_the_others(bags: list[list[str]]) -> None:
    forth, back = tfidf_rows(bags), tfidf_rows(bags[::-1])
    assert (forth @ forth.T).toarray() == pytest.approx((back @ back.T).toarray()[::-1, ::-1])
