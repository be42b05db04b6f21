"""One line as long as a book is read in linear time by everything that reads lines, and by what loads them from disk."""

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from compare.documents.load import load_document
from compare.errors import DocumentError
from compare.languages.registry import PACKS
from compare.model import Article, ArticleId, Span
from compare.reading.find_names import find_names
from compare.reading.names_article import resolve_names
from compare.reading.names_known import compile_names
from compare.reading.names_person import NamedSentence
from compare.reading.paragraphs_and_sentences import sentences
from compare.reading.quotation import hide_quotations
from compare.reading.read_article import read_article
from compare.reading.speaker import Person, SpeakerState, next_state
from compare.settings import InputSettings, ReadingSettings
from compare.sources.address_date import date_in_url
from compare.sources.publication_dates import read_publication_date
from compare.sources.read_inputs import read_inputs

pytestmark = pytest.mark.thorough

_NAMES = {code: compile_names(pack.sentences) for code, pack in PACKS.items()}
_SHORT, _LONG = 5_000, 40_000  # code points
_PATIENCE = 2.5  # times slower a code point; what costs the square is eight times slower
_FLOOR_S = 0.15  # of process time; below it the clock is too coarse to compare
_TRIES = 3  # of which the fastest counts, of both: other programs only ever add to a time
_UNITS = {
    "news": "Hôm thứ Sáu (20/5), ít nhất 1.700 người ở Bến Sông nhận 20,1 triệu đồng, theo ông Trần Văn Hải. ",
    "news without a stop": "on Friday, May 20, said Ruth Cole, who met Ada Marsh, 1,700 people in Riverton got $20.1 million, ",
    "one letter": "a",
    "one capital": "A",
    "digits": "1234567890",
    "figures": "1 ",
    "straight quotes": '"',
    "closing quotes": "”",
    "quoted words": "“a” ",
    "capitalised words": "Abc ",
    "capitals": "AP ",
    "brackets": "([",
    "letters with two marks": "a\u0301\u0323",
    "marks": "\u0301",
    "spaces": " ",
    "hard spaces": "\u00a0",
    "names and hard spaces": "Abc\u00a0",
    "letters and stops": "a.",
    "initials": "A.",
    "short sentences": "A. ",
    "stops": ".",
    "exclamations": "!",
    "persons": "Ruth Cole, ",
    "Vietnamese persons": "Trần Văn Hải ",
    "titles": "Ông ",
    "owners": "Cole's ",
    "abbreviations": "Abc Def (AD) ",
    "dates": "20/5/2016 ",
    "credits": "Theo TTXVN ",
    "attributions": "theo ",
    "clauses that only tell of a person": ", who said, ",
    "quoted speech": '"Yes," said Ruth Cole. ',
}


def _names(text: str) -> None:
    for grammar in _NAMES.values():
        resolve_names([NamedSentence(text, find_names(text, grammar))], grammar)


def _sentences(text: str) -> None:
    for pack in PACKS.values():
        sentences(text, Span(0, len(text)), pack.sentences)


def _voices(text: str) -> None:
    for code, pack in PACKS.items():
        people = tuple(Person(name.span, name.key) for name in find_names(text, _NAMES[code]))
        next_state(text, people, SpeakerState(), pack.sentences)


def _article(text: str) -> None:
    read_article(Article(ArticleId("a"), "outlet", text, "a.txt", "0" * 64, language="vi"), ReadingSettings())


def _published(text: str) -> None:
    read_publication_date(text)
    date_in_url("https://news.test/" + text)


_READERS: dict[str, Callable[[str], None]] = {
    "names": _names,
    "sentences": _sentences,
    "quotations": lambda text: hide_quotations(text, is_open=False) and None,
    "voices": _voices,
    "an article": _article,
    "a date line": _published,
}


def _is_linear(seconds: Callable[[str], float], unit: str, end: str = "") -> bool:
    short, long = ((unit * (size // len(unit) + 1))[:size] + end for size in (_SHORT, _LONG))
    seconds(short)  # what is made once, such as a pattern, is made now
    each = whole = float("inf")
    for _ in range(_TRIES):
        each, whole = min(each, seconds(short) / _SHORT), min(whole, seconds(long))
        if whole < _FLOOR_S or whole / _LONG <= _PATIENCE * each:
            return True
    return False


@pytest.mark.parametrize("unit", _UNITS)
@pytest.mark.parametrize("name", _READERS)
def test_a_long_line_costs_no_more_a_character_than_a_short_one(name: str, unit: str) -> None:
    def seconds(text: str) -> float:
        begun = time.process_time()
        _READERS[name](text)
        return time.process_time() - begun

    assert _is_linear(seconds, _UNITS[unit])


@pytest.mark.parametrize("unit", _UNITS)
@pytest.mark.parametrize("end", ["…", "§ "])
def test_a_long_line_whose_end_fits_nothing_before_it_costs_no_more_either(unit: str, end: str) -> None:
    def seconds(text: str) -> float:
        begun = time.process_time()
        _article(text)
        return time.process_time() - begun

    assert _is_linear(seconds, _UNITS[unit], end)


@pytest.mark.parametrize("unit", _UNITS)
def test_a_file_of_one_long_line_is_taken_in_linear_time(tmp_path: Path, unit: str) -> None:
    def seconds(text: str) -> float:
        path = tmp_path / f"{len(text)}.txt"
        path.write_text(text, encoding="utf-8")
        begun = time.process_time()
        read_inputs([str(path)], InputSettings())
        return time.process_time() - begun

    assert _is_linear(seconds, _UNITS[unit])


@pytest.mark.parametrize("unit", _UNITS)
def test_a_document_with_one_long_line_is_refused_in_linear_time(tmp_path: Path, unit: str) -> None:
    def seconds(text: str) -> float:
        path = tmp_path / f"{len(text)}.json"
        path.write_text(json.dumps({"schema": "comparison/1", "story": text}), encoding="utf-8")
        begun = time.process_time()
        with pytest.raises(DocumentError):
            load_document(path)
        return time.process_time() - begun

    assert _is_linear(seconds, _UNITS[unit])
