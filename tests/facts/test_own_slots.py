"""Slots of a user's settings file: what fills them, in both languages, and how the document names them."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import compare
from compare.settings import as_document, from_mapping, load

SLOTS = """
[[facts.slots]]
name = "shots"
kind = "count"
label_en = "shots fired"
label_vi = "số phát súng"
words_en = ["fired", "were heard"]
words_vi = ["bắn", "nổ"]
nouns_en = ["shots", "rounds"]
nouns_vi = ["phát"]

[[facts.slots]]
name = "vaccinated"
kind = "count"
label_en = "{about} vaccinated"
label_vi = "số {about} được tiêm"
words_en = ["vaccinated"]
words_vi = ["được tiêm"]
importance = 0

[[facts.slots]]
name = "ransom"
kind = "money"
label_en = "ransom"
label_vi = "tiền chuộc"
words_en = ["ransom"]
words_vi = ["tiền chuộc"]

[[facts.slots]]
name = "rainfall"
kind = "measure"
label_en = "rainfall"
label_vi = "lượng mưa"
words_en = ["rainfall"]
words_vi = ["lượng mưa"]

[[facts.slots]]
name = "support"
kind = "share"
label_en = "support"
label_vi = "tỷ lệ ủng hộ"
words_en = ["support"]
words_vi = ["ủng hộ"]
"""
OWN_FACTS = [
    (
        *("en", "shots fired", "12", "15"),
        "Police said {} shots were fired at the old harbour market in Millford.",
        "On Tuesday {} shots were fired at the old harbour market in Millford, a witness said.",
    ),
    (
        *("vi", "số phát súng", "12", "15"),
        "Công an cho biết {} phát súng đã nổ ở chợ cảng cũ Hòa Lộc.",
        "Hôm thứ ba, {} phát súng đã nổ ở chợ cảng cũ Hòa Lộc, nhân chứng kể.",
    ),
    (
        *("en", "people vaccinated", "120", "150"),
        "The council said {} people were vaccinated at the school in Millford.",
        "At the school in Millford, {} people were vaccinated.",
    ),
    (
        *("vi", "số người được tiêm", "120", "150"),
        "Tại trường học ở Hòa Lộc, {} người được tiêm trong ngày.",
        "Theo xã Hòa Lộc, {} người được tiêm tại trường học.",
    ),
    (
        *("en", "ransom", "$3 million", "$5 million"),
        "The kidnappers of the harbour master demanded a ransom of {} from the shipping company.",
        "The shipping company of the harbour master was asked for a ransom of {} by the kidnappers.",
    ),
    (
        *("vi", "tiền chuộc", "3 tỷ đồng", "5 tỷ đồng"),
        "Nhóm bắt cóc đòi công ty vận tải biển Hòa Lộc tiền chuộc {}.",
        "Công ty vận tải biển Hòa Lộc bị nhóm bắt cóc đòi tiền chuộc {}.",
    ),
    (
        *("en", "rainfall", "210 mm", "240 mm"),
        "Rainfall of {} was measured at the Millford weather station on Tuesday night.",
        "At the Millford weather station rainfall of {} was measured on Tuesday night.",
    ),
    (
        *("vi", "lượng mưa", "210 mm", "240 mm"),
        "Trạm khí tượng Hòa Lộc đo được lượng mưa {} trong đêm thứ ba.",
        "Lượng mưa {} được đo tại trạm khí tượng Hòa Lộc trong đêm thứ ba.",
    ),
    (
        *("en", "support", "54 percent", "58 percent"),
        "A poll of Millford voters on the new harbour wall found support of {}.",
        "The new harbour wall has support of {}, a poll of Millford voters found.",
    ),
    (
        *("vi", "tỷ lệ ủng hộ", "54%", "58%"),
        "Khảo sát cử tri Hòa Lộc cho thấy mức ủng hộ {} với dự án đê chắn sóng mới.",
        "Dự án đê chắn sóng mới được ủng hộ {} trong khảo sát cử tri Hòa Lộc.",
    ),
]


@pytest.fixture(scope="module")
def own() -> compare.Settings:
    return from_mapping(tomllib.loads(SLOTS), "own.toml")


def facts(settings: compare.Settings, *texts: str) -> list[dict[str, Any]]:
    records = [{"id": f"a{at}", "outlet": f"Sample {at}", "text": text} for at, text in enumerate(texts)]
    found: list[dict[str, Any]] = compare.compare_articles(compare.read_articles(records), settings).document["facts"]
    return found


each = pytest.mark.parametrize("disputed_facts", OWN_FACTS, ids=[label for _, label, *_ in OWN_FACTS])


@each
def test_articles_that_fill_an_own_slot_differently_dispute_it(own: compare.Settings, disputed_facts: tuple[str, ...]) -> None:
    language, label, one, other, first, second = disputed_facts
    (fact,) = facts(own, first.format(one), second.format(other))
    assert (fact["label"][language], fact["state"]) == (label, "disputed")
    assert {value["display"] for value in fact["values"]} == {one, other}


@each
def test_without_the_settings_no_fact_fills_the_slot(own: compare.Settings, disputed_facts: tuple[str, ...]) -> None:
    _, _, one, other, first, second = disputed_facts
    found = facts(compare.Settings(), first.format(one), second.format(other))
    assert not {fact["slot"] for fact in found} & {slot.name for slot in own.facts.slots}


def test_what_is_no_noun_of_an_own_count_does_not_fill_it(own: compare.Settings) -> None:
    texts = ("The shipyard in Millford fired 12 people on Tuesday.", "On Tuesday, 15 people were fired by the shipyard in Millford.")
    assert "shots" not in [fact["slot"] for fact in facts(own, *texts)]


def test_an_own_slot_stands_where_its_importance_says(own: compare.Settings) -> None:
    one = "The ferry crash in Millford killed 3 people. At the school, {} people were vaccinated. Police said {} shots were fired."
    other = "In Millford, 5 people were killed when a ferry crashed. In all, {} people were vaccinated. Police said {} shots were fired."
    disputed_facts = facts(own, one.format(120, 12), other.format(150, 15))
    assert [fact["slot"] for fact in disputed_facts] == ["vaccinated", "dead", "shots"]


def test_a_name_of_the_program_gets_more_words() -> None:
    settings = from_mapping({"facts": {"slots": [{"name": "injured", "kind": "count", "words_en": ["scalded"]}]}}, "own.toml")
    texts = ("The boiler in Millford scalded 4 people.", "In Millford, 6 people were injured by a boiler.")
    assert [(fact["slot"], fact["state"]) for fact in facts(settings, *texts)] == [("injured", "disputed")]


def test_a_word_of_the_user_is_no_longer_one_of_the_program() -> None:
    slot = {"name": "wiped out", "kind": "count", "words_en": ["flattened"]}
    texts = ("The storm flattened 40 houses in Millford.", "In Millford, 60 houses were flattened by the storm.")
    assert [fact["slot"] for fact in facts(from_mapping({"facts": {"slots": [slot]}}, "own.toml"), *texts)] == ["wiped out"]


def test_own_slots_stand_in_the_document_as_in_the_file(own: compare.Settings) -> None:
    written = as_document(own)
    assert written["facts"]["slots"][0]["nouns_vi"] == ["phát"]
    assert from_mapping({"facts": written["facts"]}, "run.settings").facts == own.facts


def test_the_example_of_the_page_is_a_settings_file(root: Path, tmp_path: Path) -> None:
    page = (root / "docs" / "settings.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```toml\n(\[\[facts\.slots\]\].*?)```", page, re.DOTALL)
    (tmp_path / "own.toml").write_text(example, encoding="utf-8")
    settings = load(tmp_path / "own.toml")
    english = ("Police said 12 shots were fired at the market in Millford.", "In Millford, 15 shots were fired at the market.")
    vietnamese = ("Công an cho biết 12 phát súng đã nổ ở chợ Hòa Lộc.", "Ở chợ Hòa Lộc, 15 phát súng đã nổ.")
    assert [fact["label"]["en"] for fact in facts(settings, *english)] == ["shots fired"]
    assert [fact["label"]["vi"] for fact in facts(settings, *vietnamese)] == ["số phát súng"]
