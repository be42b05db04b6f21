"""``facts`` of a document -> the section of the Markdown report on what is disputed: values, who gives them, their sentences."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reports.disputed_facts import CONTESTED, ShownFact, ShownValue, facts_of
from reports.labels import Column
from reports.markdown_escape import escape
from reports.markdown_parts import bold, bullet_list, heading, source_name
from reports.report_words import Words, message

_STATES: Mapping[str, str] = {"disputed": message("Disputed"), "updated": message("Updated")}


def facts_section(document: Mapping[str, Any], columns: Sequence[Column], words: Words) -> Iterator[str]:
    """Every fact of which several values stand beside each other; nothing where there is none."""
    facts = [fact for fact in facts_of(document, columns, words.language) if fact.state in CONTESTED]
    if facts:
        yield heading(words.say("Facts"))
    for fact in facts:
        yield from _fact(fact, words)


def _fact(fact: ShownFact, words: Words) -> Iterator[str]:
    yield f"### {escape(fact.label)} ({words.say(_STATES[fact.state])})"
    yield bullet_list(_value(value, words) for value in fact.values)
    if fact.ladder:
        rungs = [f"{escape(words.date(rung.at))} {bold(rung.value, words)}" for rung in fact.ladder]
        yield f"{words.say('As it was printed:')} {', '.join(rungs)}"


def _value(value: ShownValue, words: Words) -> str:
    voices = words.many("%(num)s independent voice", "%(num)s independent voices", value.voices)
    quotes = [f"\n  - {escape(quote.label)}: “{escape(''.join(part.text for part in quote.parts))}”" for quote in value.quotes]
    return f"{bold(value.display, words)}: {', '.join(source_name(column) for column in value.columns)} ({voices})" + "".join(quotes)
