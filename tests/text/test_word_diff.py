"""How one sequence of words is made of another: as difflib says it, and of words that repeat without end as well."""

from collections.abc import Sequence
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.text.word_diff import Opcode, opcodes
from reports.differences import difference

_WORDS = st.lists(st.sampled_from("abcdef"), max_size=30)


def _made(left: Sequence[str], right: Sequence[str], codes: Sequence[Opcode]) -> bool:
    """Whether the codes cover both sequences without a gap, and what they call equal is."""
    a = b = 0
    for kind, begin, end, other_begin, other_end in codes:
        if (begin, other_begin) != (a, b) or (kind == "equal") != (left[begin:end] == right[other_begin:other_end]):
            return False
        a, b = end, other_end
    return (a, b) == (len(left), len(right))


@given(left=_WORDS, right=_WORDS)
def test_short_sequences_are_matched_as_difflib_matches_them(left: list[str], right: list[str]) -> None:
    assert opcodes(left, right) == SequenceMatcher(None, left, right, autojunk=False).get_opcodes()


_MANY = ["word"] * 20_000  # 4 x 10^8 pairs of equal words: difflib would not come back


@pytest.mark.parametrize(
    ("left", "right", "kinds"),
    [
        (_MANY, _MANY, ["equal"]),
        (_MANY, [*_MANY[:9_000], "another", *_MANY[9_001:]], None),
        (["a", *_MANY], ["b", *_MANY], ["replace", "equal"]),
        (_MANY, [*_MANY, "more"], ["equal", "insert"]),
        (["a", "b"] * 3_000, ["b", "a"] * 3_000, None),
        (["a", *["x", "y"] * 12_000, "a"], ["b", *["y", "x"] * 12_000, "b"], ["replace"]),  # too many to match at all
    ],
)
def test_words_that_repeat_without_end_are_matched(left: list[str], right: list[str], kinds: list[str] | None) -> None:
    codes = opcodes(left, right)
    assert _made(left, right, codes)
    if kinds is not None:
        assert [code[0] for code in codes] == kinds


def test_a_text_of_one_word_without_end_is_shown_whole() -> None:
    same, other = " ".join(_MANY), " ".join([*_MANY, "more"])
    assert [piece.kind for piece in difference(same, same)] == ["same"]
    assert [piece.kind for piece in difference(same, other)] == ["missing", "added"]
