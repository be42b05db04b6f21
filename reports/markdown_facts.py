"""``facts`` of a document -> the sections of the Markdown report on what is disputed and what was updated, each fact once."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reports.disputed_facts import ShownFact, ShownRung, ShownValue, facts_of
from reports.labels import Column
from reports.markdown_escape import escape
from reports.markdown_parts import bold, bullet_list, heading, source_name
from reports.report_words import Words


def disputed_facts(document: Mapping[str, Any], columns: Sequence[Column], words: Words) -> Iterator[str]:
    """Values, who gives them and their sentences, without a heading of the section."""
    yield from _facts_in("disputed", document, columns, words)


def updated_section(document: Mapping[str, Any], columns: Sequence[Column], words: Words) -> Iterator[str]:
    """Every running figure that rose; nothing where there is none."""
    facts = list(_facts_in("updated", document, columns, words))
    if facts:
        yield heading(words.say("Updated figures"))
        yield from facts


def _facts_in(state: str, document: Mapping[str, Any], columns: Sequence[Column], words: Words) -> Iterator[str]:
    for fact in facts_of(document, columns, words.language):
        if fact.state == state:
            yield from _fact(fact, words)


def _fact(fact: ShownFact, words: Words) -> Iterator[str]:
    yield f"### {escape(fact.label)}"
    yield bullet_list(_value(value, words) for value in fact.values)
    if fact.ladder:
        yield f"{words.say('As it was printed:')} {', '.join(_rung(rung, words) for rung in fact.ladder)}"


def _rung(rung: ShownRung, words: Words) -> str:
    at = escape(words.date(rung.at)) if rung.at else words.say("time unknown")
    stale = f" ({words.say('still printed after a newer figure by')} {', '.join(map(source_name, rung.stale))})" if rung.stale else ""
    return f"{at} {bold(rung.value, words)}{stale}"


def _value(value: ShownValue, words: Words) -> str:
    voices = words.many("%(num)s independent voice", "%(num)s independent voices", value.voices)
    quotes = [f"\n  - {escape(quote.label)}: “{escape(''.join(part.text for part in quote.parts))}”" for quote in value.quotes]
    return f"{bold(value.display, words)}: {', '.join(source_name(column) for column in value.columns)} ({voices})" + "".join(quotes)
