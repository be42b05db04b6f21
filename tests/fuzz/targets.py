"""A name -> a function of bytes that reads them in one way and raises ``AssertionError`` if what comes out does not hold.

Whatever else it raises is a fault too, but for our own errors where a loader is promised to raise them. A new kind of file is one line
of ``_SUFFIXES``.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from damaged import damaged_document
from held import (
    article_holds,
    dates_hold,
    names_hold,
    numbers_hold,
    published_holds,
    reading_holds,
    spans_hold,
)

from compare.documents.from_document import article_of, cluster_of, group_of
from compare.documents.load import load_document
from compare.documents.to_document import to_document
from compare.documents.write import as_json, require_valid
from compare.errors import TellingsError
from compare.evaluate.gold import read_gold
from compare.faults import fault_report
from compare.languages.registry import PACKS
from compare.model import Article, ArticleId, Published
from compare.pipeline import compare_story, articles_by_story
from compare.reading.find_dates import CompiledDates, compile_dates, find_dates, infer_published
from compare.reading.find_names import find_names
from compare.reading.find_numbers import CompiledNumbers, compile_numbers, find_numbers
from compare.reading.names_article import resolve_names
from compare.reading.names_known import NameGrammar, compile_names
from compare.reading.names_person import NamedSentence
from compare.reading.paragraphs_and_sentences import paragraphs, sentences
from compare.reading.quotation import hide_quotations
from compare.reading.read_article import read_article
from compare.reading.speaker import SpokenSentence, Person, speakers
from compare.review.decision_file import as_lines, parsed, read_decisions
from compare.settings import InputSettings, ReadingSettings, Settings, load
from compare.sources.address_date import date_in_url
from compare.sources.publication_dates import read_publication_date
from compare.sources.read_inputs import read_inputs
from compare.text.tokens import normalised
from compare.user_tables.word_rows import read_rows
from reports.formats import render_format
from reports.report_files import ReportOptions
from schemas.check import checker

Target = Callable[[bytes], None]
_SUFFIXES = (".txt", ".jsonl", ".parquet", ".html", ".csv", ".tsv", ".warc", ".xml", ".gz", ".zip", ".tar.gz", ".json", ".wacz")
_TODAY = Published("2019-06-04", "day", "metadata")


def _text(data: bytes) -> str:
    """Any text that an article may have."""
    return normalised(data.decode("utf-8", "ignore"))


@cache
def _grammars() -> dict[str, tuple[CompiledNumbers, CompiledDates, NameGrammar]]:
    return {
        code: (compile_numbers(pack.numbers, pack.dates), compile_dates(pack.dates), compile_names(pack.sentences))
        for code, pack in PACKS.items()
    }


def numbers(data: bytes) -> None:
    text = _text(data)
    for of_numbers, of_dates, _ in _grammars().values():
        taken = tuple(found.span for found in find_dates(text, of_dates, None))
        numbers_hold(find_numbers(text, of_numbers, 0, taken), text)


def dates(data: bytes) -> None:
    text = _text(data)
    for _, grammar, _ in _grammars().values():
        for published in (None, _TODAY, Published("2099-12-31", "day", "metadata"), Published("1900-W01", "week", "inferred")):
            dates_hold(find_dates(text, grammar, published), text)
        published_holds(infer_published(text, grammar))


def names(data: bytes) -> None:
    text = _text(data)
    for _, _, grammar in _grammars().values():
        found = find_names(text, grammar)
        names_hold(found, text)
        (resolved,) = resolve_names([NamedSentence(text, found)], grammar).names
        names_hold(resolved, text)


def segments(data: bytes) -> None:
    text = _text(data)
    lines = paragraphs(text)
    spans_hold(lines, text)
    for pack in PACKS.values():
        for line in lines:
            found = sentences(text, line, pack.sentences)
            spans_hold(found, text)
            said = "".join(span.of(text) for span in found)
            assert "".join(said.split()) == "".join(line.of(text).split()), "a sentence lost something"


def quotations(data: bytes) -> None:
    text = _text(data)
    for is_open in (False, True):
        hidden, _ = hide_quotations(text, is_open=is_open)
        assert len(hidden) == len(text), "another length"


def voices(data: bytes) -> None:
    """Every word with a capital is a person, who may speak."""
    text = _text(data)
    for code, pack in PACKS.items():
        heard = []
        for line in paragraphs(text):
            for number, span in enumerate(sentences(text, line, pack.sentences)):
                quote = span.of(text)
                persons = tuple(Person(name.span, name.key) for name in find_names(quote, _grammars()[code][2]))
                heard.append(SpokenSentence(quote, persons, number // 3))
        found = speakers(heard, pack.sentences)
        keys = {person.key for sentence in heard for person in sentence.people}
        assert len(found) == len(heard), "a sentence without an answer"
        assert {key for key in found if key} <= keys, "a speaker whom nobody named"


def article(data: bytes) -> None:
    """As a plain file and as a page: marks, credits and claims."""
    text = _text(data)
    if text.strip():
        plain = Article(ArticleId("a"), "outlet", text, "a.txt", "0" * 64)
        reading_holds(read_article(plain, ReadingSettings()))
        title = text.strip().split("\n")[0]
        page = Article(ArticleId("a"), "outlet", text, "a.jsonl:1", "0" * 64, title=title, published=_TODAY, url="https://news.test/a")
        reading_holds(read_article(page, ReadingSettings()))


def published_line(data: bytes) -> None:
    line = data.decode("utf-8", "surrogatepass") if _is_utf8(data) else data.decode("latin-1")
    published_holds(read_publication_date(line))
    published_holds(date_in_url(line))
    published_holds(date_in_url("https://news.test/" + line))


def _is_utf8(data: bytes) -> bool:
    with suppress(UnicodeDecodeError):
        data.decode("utf-8", "surrogatepass")
        return True
    return False


def _on_disk(data: bytes, name: str, then: Callable[[Path], None]) -> None:
    with TemporaryDirectory(prefix="fuzz") as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        then(path)


def _given(path: Path) -> None:
    intake = read_inputs([str(path)], InputSettings())
    assert intake.articles or intake.skipped, "neither read nor skipped"
    for found in intake.articles:
        article_holds(found)
    for item in intake.skipped:
        assert item.reason.strip(), f"{item.place} is skipped without a word"


def _compared(path: Path) -> None:
    """JSON lines -> every story's document and reports; a fault that was contained is one all the same."""
    settings = Settings()
    intake = read_inputs([str(path)], settings.input)
    for name, articles in articles_by_story(intake.articles):
        comparison = compare_story(name, articles, intake.skipped, settings)
        faults = [*comparison.faults, *(item.fault for item in intake.skipped if item.fault)]
        assert not faults, fault_report(faults, quoted=True)
        for reading in comparison.readings:
            reading_holds(reading)
        document = require_valid(json.loads(as_json(to_document(comparison, "0", "2026-06-09T12:00:00+00:00"))), checker("comparison"))
        language = ("en", "vi")[len(document["claims"]) % 2]  # both, and half of the time
        for form in ("html", "markdown", "csv", "claimreview"):
            render_format(document, form, ReportOptions(language=language))


def _loaded(path: Path) -> None:
    with suppress(TellingsError):
        document = load_document(path)
        languages = {found.id: found.language for found in map(article_of, document["articles"])}
        for cluster in document["clusters"]:
            cluster_of(cluster)
        for value in document["claims"]:
            for claim in group_of(value, languages).members:
                assert claim.span.start < claim.span.end, f"{claim.span} is empty"


def _decided(path: Path) -> None:
    with suppress(TellingsError):
        events = read_decisions(path)
        assert parsed(as_lines(events), "again") == events, "not the same decisions again"


def _set(path: Path) -> None:
    with suppress(TellingsError):
        load(path)


def _labelled(path: Path) -> None:
    stories, skipped = read_gold(path)
    assert len(stories) + len(skipped) == 1, "neither read nor skipped"


def _listed(path: Path) -> None:
    rows, faults = read_rows(path)
    assert faults or all(len(row) > 1 for row in rows), "a row of one word"


def _file(name: str, then: Callable[[Path], None]) -> Target:
    return partial(_on_disk, name=name, then=then)


TARGETS: dict[str, Target] = {
    "numbers": numbers,
    "dates": dates,
    "names": names,
    "segments": segments,
    "quotations": quotations,
    "voices": voices,
    "article": article,
    "published": published_line,
    "story": _file("articles.jsonl", _compared),
    "document": _file("comparison.json", _loaded),
    "damaged": lambda data: _on_disk(damaged_document(Random(data)), "comparison.json", _loaded),  # noqa: S311 - no secret
    "decisions": _file("decisions.jsonl", _decided),
    "settings": _file("tellings.toml", _set),
    "gold": _file("gold.json", _labelled),
    "wordlists": _file("words.csv", _listed),
    **{f"file{suffix}": _file(f"given{suffix}", _given) for suffix in _SUFFIXES},
}
