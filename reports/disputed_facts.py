"""``facts`` of a document -> what the report shows of them: each slot with its values, who gives which, and their sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reports.labels import Column, fact_anchor, label_in
from reports.matrix import Quote, quote_of
from reports.passages import Layer

CONTESTED = frozenset({"disputed", "updated"})  # states in which several values stand beside each other


@dataclass(frozen=True, slots=True)
class ShownValue:
    """One value, the columns that give it, and every sentence that does, with the value marked."""

    display: str
    language: str
    voices: int
    columns: tuple[Column, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class ShownRung:
    """A value of a running figure, when it was first given, if that is known, by whom, and who still gave it after a newer one was out."""

    at: str | None
    value: str
    columns: tuple[Column, ...]
    stale: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class ShownFact:
    """One slot of the story; ``anchor`` is its permalink."""

    id: str
    anchor: str
    label: str
    state: str
    values: tuple[ShownValue, ...]
    ladder: tuple[ShownRung, ...]
    review: Mapping[str, Any] | None = None  # what reviewers decided, as the document has it


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """An event beside the story's: the words by which its first sentence is known to tell of it, and all its sentences."""

    because: str
    language: str
    quotes: tuple[Quote, ...]


def facts_of(document: Mapping[str, Any], columns: Sequence[Column], language: str) -> tuple[ShownFact, ...]:
    """In the order of the document; none of a document that was made before there were facts."""
    by_id = {column.id: column for column in columns}
    return tuple(_fact(fact, by_id, language) for fact in document.get("facts", ()))


def other_events_of(document: Mapping[str, Any], columns: Sequence[Column]) -> tuple[ShownEvent, ...]:
    """In the order of the document; none of a document that was made before there were events."""
    by_id = {column.id: column for column in columns}
    return tuple(_event(event["sentences"], by_id) for event in document.get("events", {"others": ()})["others"])


def _event(sentences: Sequence[Mapping[str, Any]], columns: Mapping[str, Column]) -> ShownEvent:
    first = sentences[0]
    return ShownEvent(
        first["because"],
        columns[first["article"]].language,
        tuple(quote_of(sentence, columns[sentence["article"]]) for sentence in sentences),
    )


def _fact(fact: Mapping[str, Any], columns: Mapping[str, Column], language: str) -> ShownFact:
    return ShownFact(
        id=fact["id"],
        anchor=fact_anchor(fact["id"]),
        label=label_in(fact, language),
        state=fact["state"],
        values=tuple(_value(value, columns) for value in fact["values"]),
        ladder=tuple(_rung(rung, columns) for rung in fact["ladder"]),
        review=fact.get("review"),
    )


def _rung(rung: Mapping[str, Any], columns: Mapping[str, Column]) -> ShownRung:
    giving, stale = (tuple(column for column in columns.values() if column.id in rung.get(name, ())) for name in ("articles", "stale"))
    return ShownRung(rung["at"] and rung["at"].replace("T", " "), rung["value"], giving, stale)


def _value(value: Mapping[str, Any], columns: Mapping[str, Column]) -> ShownValue:
    giving = {said["article"] for said in value["said"]}
    own = tuple(column for column in columns.values() if column.id in giving)
    return ShownValue(
        display=value["display"],
        language=columns[value["said"][0]["article"]].language,
        voices=value["voices"],
        columns=own,
        quotes=tuple(_quote(said, columns[said["article"]]) for said in value["said"]),
    )


def _quote(said: Mapping[str, Any], column: Column) -> Quote:
    start, end = said["sentence"]
    return quote_of({"field": said["field"], "start": start, "end": end}, column, [Layer(said["start"], said["end"], "dif")])
