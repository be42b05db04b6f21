"""Lines put together from the packs' own words, figures and signs are read without a fault by every grammar."""

from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from targets import TARGETS

from compare.languages.registry import PACKS

pytestmark = pytest.mark.thorough
_SIGNS = [*"\"“”„«»‘’'.,;:!?…()[]/–—-−%$€°²#&", "...", "\u00a0", " ", " ", "\n", "\t", "\u200b", "\ufeff"]
_ODD = [
    "\u0301",
    "\u0323",
    "\u0309\u0323",
    "\u202e",
    "\u2067",
    "\u2069",
    "\x00",
    "\x0b",
    "\x85",
    "\u2028",
    "İ",
    "ß",
    "ŉ",
    "ﬁ",
    "Ⅷ",
    "Ⓐ",
    "²",
    "٣",
    "３",
    "😀",
]
_FIGURES = [
    "1",
    "12",
    "1.700",
    "1,700",
    "14,817",
    "20.1",
    "2/3",
    "20/5",
    "20/5/2016",
    "2016-05-20",
    "14h30",
    "2:30",
    "0",
    "-4",
    "2-1",
    "007",
    "9" * 30,
]
_GRAMMARS = ["numbers", "dates", "names", "segments", "quotations", "voices", "article", "published"]


@cache
def _words() -> list[str]:
    """Of every table that a grammar reads."""
    found: set[str] = set()
    for pack in PACKS.values():
        numbers, dates, sentences = pack.numbers, pack.dates, pack.sentences
        found.update(*(numbers.cardinals, numbers.scales, numbers.units, numbers.hedges, numbers.points, numbers.halves, numbers.per))
        found.update(*(dates.weekdays, dates.months, dates.relative_days, dates.relative_spans, dates.numerals, dates.half_days))
        found.update(*(sentences.titles, sentences.speech_verbs, sentences.attributions, sentences.pronouns, sentences.abbreviations))
        found.update(*(sentences.stop_words, list(sentences.name_aliases)[:200]))
    return sorted(word.rstrip("#") for word in found)


def _lines() -> st.SearchStrategy[str]:
    cased = st.sampled_from(_words()).flatmap(lambda word: st.sampled_from([word, word.capitalize(), word.upper(), word.title()]))
    piece = st.one_of(cased, st.sampled_from(_FIGURES), st.sampled_from(_SIGNS), st.sampled_from(_ODD), st.text(max_size=3))
    glue = st.sampled_from([" ", " ", " ", ""])
    return st.lists(st.tuples(piece, glue), max_size=24).map(lambda parts: "".join(text + space for text, space in parts))


@pytest.mark.parametrize("name", _GRAMMARS)
@given(line=_lines())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_a_line_of_the_packs_own_words_is_read_without_a_fault(name: str, line: str) -> None:
    TARGETS[name](line.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("name", ["decisions", "gold", "document", "settings", "wordlists", "published"])
@given(text=st.text(st.characters(), max_size=60))
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_a_loader_meets_any_text_even_half_a_surrogate_pair(name: str, text: str) -> None:
    TARGETS[name](text.encode("utf-8", "surrogatepass"))
