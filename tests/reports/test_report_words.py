"""The report's own words in each language: whole catalogues, figures as the language writes them, quotations left alone."""

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest
from babel.dates import format_date, format_skeleton
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent

from reports.document_figures import figures, finding
from reports.html import render
from reports.index_page import entry_of, render_index_page
from reports.report_words import LANGUAGES, words_of

FIXTURES = Path(__file__).parents[1] / "fixtures" / "report"
TRANSLATED = [language for language in LANGUAGES if language != "en"]
NAMED = re.compile(r"%\((\w+)\)s|\{(\w+)\}")


@pytest.fixture
def document() -> dict[str, Any]:
    return dict(json.loads((FIXTURES / "reviewed.json").read_text(encoding="utf-8")))


def catalogue(root: Path, language: str) -> Catalog:
    with (root / "reports" / "locale" / language / "LC_MESSAGES" / "messages.po").open("rb") as stream:
        return read_po(stream)


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def said(root: Path) -> set[str]:
    """Every message of the reports, by its English singular."""
    methods = [("**/templates/*.html", "jinja2.ext.babel_extract"), ("*.py", "python")]
    keywords = {"_": None, "ngettext": (1, 2), "say": None, "many": (1, 2), "message": None}
    options = {"**/templates/*.html": {"trim_blocks": "true", "lstrip_blocks": "true"}}
    found = extract_from_dir(root / "reports", method_map=methods, options_map=options, keywords=keywords)
    return {message if isinstance(message, str) else message[0] for _, _, message, _, _ in found}


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated_and_no_other(root: Path, language: str) -> None:
    translated = {_key(m) for m in catalogue(root, language) if m.id and all(m.string)}
    assert translated == said(root)


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_is_a_guess_that_nobody_has_looked_at(root: Path, language: str) -> None:
    assert [_key(m) for m in catalogue(root, language) if m.fuzzy and m.id] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_compiled_catalogue_is_the_one_in_words(root: Path, language: str) -> None:
    with (root / "reports" / "locale" / language / "LC_MESSAGES" / "messages.mo").open("rb") as stream:
        compiled = {_key(m): _forms(m) for m in read_mo(stream) if m.id}
    assert compiled == {_key(m): _forms(m) for m in catalogue(root, language) if m.id}, "run: pybabel compile -d reports/locale"


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_puts_in_what_the_english_puts_in(root: Path, language: str) -> None:
    def names(message: str) -> set[str]:
        return {name for pair in NAMED.findall(message) for name in pair if name}

    pairs = [
        (m.id, (m.string,)) if isinstance(m.id, str) else (m.id[1], m.string if isinstance(m.string, tuple) else (m.string,))
        for m in catalogue(root, language)
        if m.id
    ]
    assert [english for english, forms in pairs if any(names(form) != names(english) for form in forms)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [0, 7, 999, 1234, 1234567])
def test_a_count_is_grouped_as_the_language_groups(language: str, count: int) -> None:
    assert words_of(language).number(count) == format_decimal(count, locale=language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_score_and_a_share_are_written_as_the_language_writes_them(language: str) -> None:
    words = words_of(language)
    assert (words.score(0.5391), words.share(71)) == (format_decimal(0.54, locale=language), format_percent(0.71, locale=language))


def test_a_day_is_written_as_english_writes_it() -> None:
    assert words_of("en").date("2024-03-04") == format_date(dt.date(2024, 3, 4), "medium", locale="en")


def test_a_day_is_written_as_vietnamese_newspapers_write_it() -> None:
    assert words_of("vi").date("2024-03-04") == format_skeleton("yMd", dt.date(2024, 3, 4), locale="vi")


@pytest.mark.parametrize(
    ("value", "english", "vietnamese"),
    [
        ("2024-03-04T09:15", "Mar 4, 2024, 09:15", "09:15 4/3/2024"),
        ("2024-03-04T09:15:30+07:00", "Mar 4, 2024, 09:15 +07:00", "09:15 +07:00 4/3/2024"),
        ("2024-03-04T09:15:30+00:00", "Mar 4, 2024, 09:15 UTC", "09:15 UTC 4/3/2024"),
        ("2024-03", "Mar 2024", "3/2024"),
        ("2024", "2024", "2024"),
        ("2024-13-01", "2024-13-01", "2024-13-01"),
        ("14:15", "14:15", "14:15"),
    ],
)
def test_a_date_shows_as_much_as_is_known(value: str, english: str, vietnamese: str) -> None:
    assert (words_of("en").date(value), words_of("vi").date(value)) == (english, vietnamese)


def test_the_finding_is_a_vietnamese_sentence(document: dict[str, Any]) -> None:
    assert finding(figures(document), words_of("vi")) == (
        "Ba tờ báo, bốn bài, 5 thông tin: mâu thuẫn ở 3, thống nhất hoặc thêm chi tiết ở 2; 1 thông tin chỉ dựa vào một tiếng nói."
    )


def test_a_vietnamese_report_says_so_and_leaves_quotations_alone(document: dict[str, Any]) -> None:
    page = render(document, "vi")
    assert '<html lang="vi">' in page
    assert '<bdi lang="en">Cedar Bridge will stay closed until <mark class="dif">14 March</mark>' in page


@pytest.mark.parametrize(
    ("language", "rule"), [("en", "caption · who the picture is credited to"), ("vi", "chú thích ảnh · ghi nguồn ảnh")]
)
def test_a_mark_is_named_in_the_language_of_the_report(document: dict[str, Any], language: str, rule: str) -> None:
    document["articles"][0]["marks"] = [{"start": 0, "end": 9, "kind": "caption", "rule": "photo-credit"}]
    assert f'<small class="tag" lang="{language}">{rule}</small>' in render(document, language)


@pytest.mark.parametrize(("language", "slot"), [("en", "denial"), ("vi", "phủ định")])
def test_a_slot_that_the_engine_names_is_translated(document: dict[str, Any], language: str, slot: str) -> None:
    document["claims"][3]["disputes"][0]["slot"] = "negation"
    assert f'<div class="disp"><i>{slot}</i>' in render(document, language)


def test_a_warning_of_the_engine_is_told_in_vietnamese(document: dict[str, Any]) -> None:
    document["run"]["warnings"] = ["x.txt: names no outlet; its file name stands for it"]
    assert '<li lang="vi">x.txt: không nêu tên báo; tên tệp được dùng thay</li>' in render(document, "vi")


def test_a_warning_nobody_translated_says_that_it_is_english(document: dict[str, Any]) -> None:
    document["run"]["warnings"] = ["something new"]
    assert '<li lang="en">something new</li>' in render(document, "vi")


def test_the_index_speaks_the_same_language(document: dict[str, Any]) -> None:
    words = words_of("vi")
    assert "<h1>1 vụ việc</h1>" in render_index_page([entry_of(document, "a", words)], words)


def test_a_verdict_is_stamped_with_who_gave_it(document: dict[str, Any]) -> None:
    assert '<b class="stamp s-disputed">Disputed</b> <bdi>Lê Thị Mẫu</bdi>, Mar 9, 2024' in render(document)


def test_decisions_are_listed_only_where_there_are_any(document: dict[str, Any]) -> None:
    unreviewed = {**document, "claims": [{k: v for k, v in claim.items() if k != "review"} for claim in document["claims"]]}
    assert ['id="log"' in render(each) for each in (document, unreviewed)] == [True, False]


def test_what_nobody_reviewed_can_be_found_once_something_is(document: dict[str, Any]) -> None:
    assert re.findall(r'data-f="open"[^>]*>([^<]+)', render(document)) == ["Not reviewed 1"]
