"""A line that no person reads has no facts and one sentence; one code point less, and it has all of them."""

from collections.abc import Callable, Sequence

import pytest

from compare.languages.registry import PACKS
from compare.model import Span
from compare.reading.find_dates import compile_dates, find_dates, infer_published
from compare.reading.find_names import find_names
from compare.reading.find_numbers import compile_numbers, find_numbers
from compare.reading.names_known import compile_names
from compare.reading.overlong_lines import LONGEST_LINE
from compare.reading.paragraphs_and_sentences import sentences

_SENTENCE = "Thứ Hai (23/5), on 23/5/2016, 1.700 people of Riverton left. "
_LONG = (_SENTENCE * (LONGEST_LINE // len(_SENTENCE) + 1))[: LONGEST_LINE - 1] + "."
_ENDLESS = _LONG + "."


def _numbers(code: str, text: str) -> Sequence[object]:
    return find_numbers(text, compile_numbers(PACKS[code].numbers, PACKS[code].dates))


def _dates(code: str, text: str) -> Sequence[object]:
    return find_dates(text, compile_dates(PACKS[code].dates), None)


def _names(code: str, text: str) -> Sequence[object]:
    return find_names(text, compile_names(PACKS[code].sentences))


@pytest.mark.parametrize("code", PACKS)
@pytest.mark.parametrize("facts", [_numbers, _dates, _names])
def test_an_endless_line_has_no_facts(facts: Callable[[str, str], Sequence[object]], code: str) -> None:
    assert len(facts(code, _LONG)) >= LONGEST_LINE // len(_SENTENCE)
    assert len(facts(code, _ENDLESS)) == 0


@pytest.mark.parametrize("code", PACKS)
def test_an_endless_line_is_one_sentence(code: str) -> None:
    words = PACKS[code].sentences
    assert len(sentences(_LONG, Span(0, len(_LONG)), words)) >= LONGEST_LINE // len(_SENTENCE)
    assert sentences(_ENDLESS + " ", Span(0, len(_ENDLESS) + 1), words) == [Span(0, len(_ENDLESS))]


def test_no_day_is_inferred_from_an_endless_line() -> None:
    grammar = compile_dates(PACKS["vi"].dates)
    assert infer_published(_LONG, grammar) is not None
    assert infer_published(_ENDLESS, grammar) is None
    assert infer_published(f"{_ENDLESS}\n{_SENTENCE}", grammar) is not None
