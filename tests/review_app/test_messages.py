"""The words of the review application: whole catalogues, compiled, and none that the reports already have."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from compare.review.app.display.messages import LANGUAGES, words_of

TRANSLATED = [language for language in LANGUAGES if language != "en"]
NAMED = re.compile(r"%\((\w+)\)s")


def key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def read(folder: Path, language: str) -> Catalog:
    with (folder / "locale" / language / "LC_MESSAGES" / "messages.po").open("rb") as stream:
        return read_po(stream)


def own(root: Path, language: str) -> dict[str, Message]:
    return {key(m): m for m in read(root / "compare" / "review", language) if m.id}


def said(root: Path) -> set[str]:
    """Every message of the application, by its English singular."""
    methods = [("templates/*.html", "jinja2.ext.babel_extract"), ("app/**.py", "python")]
    keywords = {"_": None, "ngettext": (1, 2), "say": None, "many": (1, 2), "translatable": None}
    options = {"templates/*.html": {"trim_blocks": "true", "lstrip_blocks": "true"}}
    found = extract_from_dir(root / "compare" / "review", method_map=methods, options_map=options, keywords=keywords)
    return {message if isinstance(message, str) else message[0] for _, _, message, _, _ in found}


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated_here_or_in_the_reports_and_no_other(root: Path, language: str) -> None:
    in_reports = {key(m) for m in read(root / "reports", language) if m.id}
    assert {name for name, m in own(root, language).items() if all(forms(m))} == said(root) - in_reports


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_compiled_catalogue_is_the_one_in_words(root: Path, language: str) -> None:
    with (root / "compare" / "review" / "locale" / language / "LC_MESSAGES" / "messages.mo").open("rb") as stream:
        compiled = {key(m): forms(m) for m in read_mo(stream) if m.id}
    assert compiled == {name: forms(m) for name, m in own(root, language).items()}, "run: pybabel compile -d compare/review/locale"


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_puts_in_what_the_english_puts_in(root: Path, language: str) -> None:
    messages = own(root, language).values()
    english = {key(m): m.id if isinstance(m.id, str) else m.id[1] for m in messages}
    assert [key(m) for m in messages if any(set(NAMED.findall(form)) != set(NAMED.findall(english[key(m)])) for form in forms(m))] == []


def test_a_word_that_the_reports_have_is_said_as_they_say_it() -> None:
    assert words_of("vi").say("Conflicts") == "Mâu thuẫn"
