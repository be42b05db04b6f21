"""Which pack reads an article, and what every pack must hold."""

import ast
from dataclasses import fields
from pathlib import Path

import pytest
import regex

from compare.languages.language_pack import LanguagePack
from compare.languages.registry import PACKS, language_of, money

_EACH_PACK = pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS.keys())


def test_vietnamese_is_known_by_its_letters() -> None:
    assert language_of("Nước lũ cuốn trôi cây cầu gỗ ở đầu làng.") == "vi"


def test_english_is_known_by_its_small_words() -> None:
    assert language_of("The flood swept away the bridge of the village and no one was on it.") == "en"


def test_english_with_a_few_vietnamese_names_is_english() -> None:
    assert language_of("The flood swept away the old wooden bridge of Hòa Lộc during the night, and the people had to walk.") == "en"


def test_vietnamese_with_a_few_english_names_is_vietnamese() -> None:
    assert language_of("Bà Karin Vogt của Harbour Trust nói cây cầu gỗ đã bị nước lũ cuốn trôi.") == "vi"


def test_vietnamese_typed_without_its_accents_is_known_by_the_classifier() -> None:
    text = "Nuoc lu cuon troi cay cau go o dau lang trong dem qua, nguoi dan phai di vong hon muoi cay so de sang cho."
    assert language_of(text) == "vi"


def test_a_clipped_english_headline_is_known_by_the_classifier() -> None:
    assert language_of("Flood sweeps away wooden bridge, villagers stranded overnight without power") == "en"


def test_vietnamese_in_capitals_is_vietnamese() -> None:
    assert language_of("NƯỚC LŨ CUỐN TRÔI CÂY CẦU GỖ") == "vi"


@pytest.mark.parametrize("text", ["", "12 34", "…"])
def test_a_text_without_letters_still_gets_a_pack(text: str) -> None:
    assert language_of(text) in PACKS


@_EACH_PACK
def test_the_words_of_a_pack_are_lower_case(pack: LanguagePack) -> None:
    words = pack.sentences
    tables = (words.abbreviations, words.negations, words.titles, words.pronouns, words.speech_verbs, words.name_aliases, words.synonyms)
    assert [word for table in tables for word in table if word != word.lower()] == []


@_EACH_PACK
def test_the_words_around_names_and_speech_are_lower_case(pack: LanguagePack) -> None:
    parts = (pack.sentences.names, pack.sentences.speech)
    words = [word for part in parts for row in fields(part) for word in getattr(part, row.name)]
    assert [word for word in words if word != word.lower()] == []


@_EACH_PACK
def test_no_word_tells_both_a_woman_and_a_man(pack: LanguagePack) -> None:
    names = pack.sentences.names
    assert names.women & names.men == frozenset()


@_EACH_PACK
def test_every_credit_form_names_whom_it_credits(pack: LanguagePack) -> None:
    known = {"outlet", "place", "byline", "translator"}
    assert all(known >= set(regex.compile(form).groupindex) != set() for form in pack.scrape.credits)


@_EACH_PACK
def test_every_rule_of_a_pack_has_a_name_of_its_own(pack: LanguagePack) -> None:
    names = [rule.name for rule in pack.scrape.boilerplate]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("vietnamese", "english"), [("hoa kỳ", "united states"), ("nga", "russia"), ("hàn quốc", "south korea"), ("ukraina", "ukraine")]
)
def test_a_country_has_one_key_in_both_languages(vietnamese: str, english: str) -> None:
    assert PACKS["vi"].sentences.name_aliases[vietnamese] == PACKS["en"].sentences.name_aliases[english]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Fähre verließ den Hafen am Dienstag wegen dichten Nebels mit Verspätung.", "de"),
        ("První trajekt dne opustil přístav v úterý kvůli husté mlze se zpožděním.", "cs"),
        ("渡轮周二因大雾晚点两小时离港。", "zh"),
    ],
)
def test_a_text_that_no_pack_reads_is_in_its_own_language(text: str, language: str) -> None:
    assert language_of(text) == language


def test_names_alone_are_of_a_language_that_is_read() -> None:
    assert language_of("Ann Lee, Bo Lane, Tom Pell") in PACKS


@_EACH_PACK
def test_money_and_its_coins_are_units_that_the_pack_reads(pack: LanguagePack) -> None:
    read = set(pack.numbers.units.values())
    coins = {coin for of_one in pack.numbers.coins.values() for coin in of_one}
    assert (pack.numbers.money - read, (set(pack.numbers.coins) | coins) - pack.numbers.money) == (set(), set())


@pytest.mark.parametrize("room", ["claims", "reading"])
def test_a_unit_of_money_is_named_by_the_packs_alone(root: Path, room: str) -> None:
    named = {
        node.value
        for path in (root / "compare" / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert named & money() == set()
