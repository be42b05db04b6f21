"""What a settings file says wrongly of a slot is told with the file, the table, the key and what to do, all at once."""

from typing import Any

import pytest

from compare.errors import SettingsError
from compare.languages.registry import PACKS
from compare.settings import from_mapping
from compare.user_tables.own_slots import LANGUAGES

GOOD = {"name": "shots", "kind": "count", "words_en": ["fired"]}


def problem(slots: Any) -> str:
    with pytest.raises(SettingsError) as caught:
        from_mapping({"facts": {"slots": slots}}, "own.toml")
    return str(caught.value)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"kind": "number"}, "kind wants one of count, measure, money, share"),
        ({"name": ""}, "name wants a text of 1 to 100 characters with a letter in it"),
        ({"words_vn": ["bắn"]}, "words_vn is no key of a slot; wants one of name, kind, label_en, label_vi, words_en"),
        ({"words_en": "fired"}, 'words_en wants a list of 200 phrases at most, such as ["fired", "shot"]'),
        ({"words_en": ["fired", "12"]}, "words_en wants in entry 2 a phrase with a letter in it"),
        ({"words_en": []}, "has no words; give words_en or words_vi"),
        ({"nouns_en": ["machine guns"]}, "nouns_en wants in entry 1 one word"),
        ({"kind": "money", "nouns_en": ["guns"]}, "nouns_en is only for kind count; take it out"),
        ({"label_en": "{count} shots"}, "label_en has a brace; write {about}"),
        ({"label_vi": 3}, "label_vi wants a text"),
        ({"importance": 1.5}, "importance wants a whole number from 0 to 100"),
        ({"importance": True}, "importance wants a whole number"),
    ],
)
def test_a_wrong_key_is_told_with_what_to_do(changed: dict[str, Any], said: str) -> None:
    message = problem([{**GOOD, "name": "hits"}, {**GOOD, **changed}])
    assert "own.toml" in message
    assert f"facts.slots 2 {said}" in message


@pytest.mark.parametrize("missing", ["name", "kind"])
def test_a_key_that_is_missing_is_named(missing: str) -> None:
    assert f"facts.slots 1 has no {missing}; give it one" in problem([{key: value for key, value in GOOD.items() if key != missing}])


def test_all_faults_are_told_at_once() -> None:
    message = problem([{**GOOD, "kind": "number"}, {**GOOD, "importance": -1}])
    assert "facts.slots 1 kind" in message
    assert "facts.slots 2 importance" in message


def test_two_slots_of_one_name_are_an_error() -> None:
    assert "facts.slots 2 name is that of an earlier slot" in problem([GOOD, GOOD])


@pytest.mark.parametrize(("given", "said"), [("slots.csv", "facts.slots wants tables"), (["shots"], "facts.slots 1 wants a table of keys")])
def test_what_is_no_table_is_told_with_how_to_write_one(given: Any, said: str) -> None:
    assert f"{said}" in problem(given)
    assert "write [[facts.slots]] above" in problem(given)


def test_a_slot_has_words_for_each_language_pack() -> None:
    assert sorted(LANGUAGES) == sorted(PACKS)
