"""What the engine names (rules, slots, units, warnings, reasons) has words in every language of the reports; words of articles stay."""

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.languages.registry import PACKS
from reports.engine_messages import MESSAGE_SHAPES, translate_message
from reports.report_words import LANGUAGES, words_of
from reports.terms import CREDITS, KINDS, ORIGINS, PRECISIONS, RULES, SIDES, SLOTS, slot_of, term, value_of
from reports.unit_words import SYMBOLS, UNITS, unit_of

ENGLISH, VIETNAMESE = words_of("en"), words_of("vi")
# Lines that break the schema are told by the schema's own words, which no catalogue can hold.
BY_THE_SCHEMA = {"77; see `tellings schema article`", "$.text: 7"}


def code(root: Path, *rooms: str) -> Iterator[tuple[str, ast.AST]]:
    """Every node of the engine's code in some of its rooms, with the module that it stands in."""
    for file in sorted(file for room in rooms for file in (root / "compare" / room).rglob("*.py")):
        module = ".".join(file.relative_to(root).with_suffix("").parts)
        yield from ((module, node) for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))))


def calls(root: Path, room: str, *names: str) -> Iterator[tuple[str, list[ast.expr]]]:
    """Arguments of the calls of these names."""
    for module, node in code(root, room):
        called = node.func if isinstance(node, ast.Call) else None
        name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        if isinstance(node, ast.Call) and name in names:
            yield module, node.args


def sentence(node: ast.AST, module: str) -> str:
    """A text as the code writes it, with the value of constants and ``7`` for whatever else is put in; nothing where it is no text."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if not isinstance(node, ast.JoinedStr):
        return ""
    return "".join(str(part.value) if isinstance(part, ast.Constant) else put_in(part, module) for part in node.values)


def put_in(part: ast.expr, module: str) -> str:
    value = part.value if isinstance(part, ast.FormattedValue) else None
    constant = getattr(importlib.import_module(module), value.id, "7") if isinstance(value, ast.Name) else "7"
    return constant if isinstance(constant, str) else "7"


def warned(root: Path) -> set[str]:
    """Every warning that the engine's code can write: what it appends or tells, and what it calls a warning."""
    found = {sentence(args[0], m) for room in ("claims", "reading") for m, args in calls(root, room, "append", "tell") if args}
    found |= {
        sentence(node.value, module)
        for module, node in code(root, "claims", "reading")
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "warning"
    }
    return {text for text in found if " " in text}


def skipped(root: Path) -> set[str]:
    """Every reason that the engine's code can give for leaving something out: what is wrong, a semicolon, what to do."""
    found = set()
    for module, node in code(root, "sources"):
        text = re.sub(r"\{[^{}]*\}", "7", sentence(node, module))
        if re.fullmatch(r"[a-z][a-z ]*[a-z,:(][^\n=/]*; [a-z`][^\n]*[^ \n]", text):
            found.add(text)
    return found - BY_THE_SCHEMA


def rules(root: Path) -> set[str]:
    """Names of rules: those of the packs, and every hyphenated name in the files that mark lines."""
    named = {rule.name for pack in PACKS.values() for rule in pack.scrape.boilerplate}
    for file in ("boilerplate.py", "credits.py"):
        tree = ast.parse((root / "compare" / "reading" / file).read_text(encoding="utf-8"))
        texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
        named |= {text for text in texts if re.fullmatch(r"[a-z]+(-[a-z]+)+", text)}
    return named


# Every name has words


def test_every_rule_that_marks_a_line_has_words(root: Path) -> None:
    assert rules(root) == set(RULES)


def test_every_slot_that_the_engine_names_has_words(root: Path) -> None:
    named = {sentence(args[1], module) for module, args in calls(root, "claims", "Clash")}
    assert named - {""} - set(SLOTS) == set()


def test_every_unit_of_the_packs_is_written_for_readers() -> None:
    units = {unit for pack in PACKS.values() for unit in pack.numbers.units.values()}
    assert units - {""} - set(SYMBOLS) - set(UNITS) - set(SLOTS) == set()


def test_every_warning_of_the_engine_has_a_known_shape(root: Path) -> None:
    found = warned(root)
    assert (len(found), [text for text in sorted(found) if translate_message(text, VIETNAMESE).language == "en"]) == (10, [])


def test_every_reason_for_skipping_has_a_known_shape(root: Path) -> None:
    found = skipped(root)
    assert (len(found) > 20, [text for text in sorted(found) if translate_message(text, VIETNAMESE).language == "en"]) == (True, [])


@pytest.mark.parametrize("table", [RULES, KINDS, CREDITS, ORIGINS, PRECISIONS, SLOTS, SIDES], ids=lambda table: next(iter(table)))
def test_no_name_is_shown_in_english_to_vietnamese_readers(table: dict[str, str]) -> None:
    assert [key for key in table if term(key, table, VIETNAMESE) == term(key, table, ENGLISH)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_rules_have_the_same_words(language: str) -> None:
    assert len({term(rule, RULES, words_of(language)) for rule in RULES}) == len(RULES)


# Slots and values


@pytest.mark.parametrize(
    ("slot", "english", "vietnamese"),
    [
        ("number", "number", "con số"),
        ("time of day", "time of day", "giờ"),
        ("age", "age", "tuổi"),
        ("negation", "denial", "phủ định"),
        ("hour", "hours", "giờ"),
        ("%", "share", "tỷ lệ"),
        ("usd", "USD", "USD"),
        ("vnd/kg", "dong/kg", "đồng/kg"),
        ("km", "km", "km"),
    ],
)
def test_a_slot_that_the_engine_names_is_told_in_the_readers_language(slot: str, english: str, vietnamese: str) -> None:
    assert (slot_of(slot, ENGLISH), slot_of(slot, VIETNAMESE)) == (english, vietnamese)


@pytest.mark.parametrize("slot", ["people hurt", "học sinh nghỉ học", "closed until", "ca/ngày", ""])
def test_a_slot_named_in_words_of_an_article_stays(slot: str) -> None:
    assert [slot_of(slot, words_of(language)) for language in LANGUAGES] == [slot, slot]


@pytest.mark.parametrize(
    ("value", "english", "vietnamese"),
    [
        ("23", "23", "23"),
        ("1700", "1700", "1700"),
        ("28500", "28\u202f500", "28\u202f500"),
        ("5.5 km", "5.5 km", "5,5 km"),
        ("45.2 %", "45.2%", "45,2%"),
        ("20100000000 vnd", "20\u202f100\u202f000\u202f000 dong", "20\u202f100\u202f000\u202f000 đồng"),
        ("2.01e+13 vnd", "20\u202f100\u202f000\u202f000\u202f000 dong", "20\u202f100\u202f000\u202f000\u202f000 đồng"),
        ("6.1 magnitude", "6.1 magnitude", "6,1 độ lớn"),
        ("2-3.5 %", "2-3.5%", "2-3,5%"),
        ("2024-03-12", "Mar 12, 2024", "12/3/2024"),
        ("14:15", "14:15", "14:15"),
        ("negated", "denied", "phủ nhận"),
        ("Trần Quốc Hải", "Trần Quốc Hải", "Trần Quốc Hải"),
        ("40 mw", "40 MW", "40 MW"),
    ],
)
def test_a_value_is_written_as_the_readers_language_writes_it(value: str, english: str, vietnamese: str) -> None:
    assert (value_of(value, ENGLISH), value_of(value, VIETNAMESE)) == (english, vietnamese)


@given(st.text(max_size=30))
def test_whatever_stands_in_a_document_can_be_shown(text: str) -> None:
    assert [isinstance(show(text, VIETNAMESE), str) for show in (slot_of, value_of, unit_of)] == [True] * 3


# Warnings and reasons


def test_a_warning_is_told_in_vietnamese_with_its_figures() -> None:
    given = "1450 of 3450 sentences were not aligned (claims.most_sentences = 2000)"
    assert translate_message(given, VIETNAMESE).text == "1.450 trong 3.450 câu không được đối chiếu (claims.most_sentences = 2000)"


def test_a_warning_names_the_file_as_it_is_called() -> None:
    given = "50% (bản cũ): x.txt: names no outlet; its file name stands for it"
    assert translate_message(given, VIETNAMESE).text == "50% (bản cũ): x.txt: không nêu tên báo; tên tệp được dùng thay"


def test_a_reason_of_the_system_stays_as_the_system_tells_it() -> None:
    assert translate_message("cannot be read (Is a directory); check the file", VIETNAMESE).text == "không đọc được (Is a directory); hãy kiểm tra tệp"


def test_a_sentence_of_no_known_shape_stays_english_and_says_so() -> None:
    said = translate_message("$.outlet: is missing; see `tellings schema article`", VIETNAMESE)
    assert (said.text, said.language) == ("$.outlet: is missing; see `tellings schema article`", "en")


@given(st.sampled_from(MESSAGE_SHAPES), st.text(min_size=1, max_size=20))
def test_what_a_sentence_names_is_in_its_translation(shape: str, name: str) -> None:
    names = set(re.findall(r"%\((\w+)\)s", shape)) - {"num", "all"}
    said = translate_message(shape % dict.fromkeys([*names, "num", "all"], name), VIETNAMESE)
    assert (said.language, name in said.text or not names) == ("vi", True)


@given(st.text(max_size=60))
def test_english_readers_get_every_sentence_as_it_was_written(text: str) -> None:
    assert translate_message(text, ENGLISH).text == text
