"""A document -> the rows of its facts, of their ladders and of its entities."""

from collections.abc import Iterator, Mapping
from typing import Any

Value = Mapping[str, Any]
_DATED = frozenset(["day", "minute"])  # precisions of a date that tell whether a newer value was out


def fact_rows(document: Value, _: Mapping[str, Value]) -> Iterator[dict[str, Any]]:
    """A row for each value and article that gives it, with the place where it does so first; a title stands before the text."""
    for fact in document.get("facts", ()):
        for value in fact["values"]:
            own = {**_fact(fact), "value": value["value"], "voices": value["voices"]}
            for said in _first_places(value["said"]):
                place = {name: said.get(name) for name in ("article", "field", "start", "end", "says", "hedge", "claim")}
                yield {**own, **place}


def ladder_rows(document: Value, articles: Mapping[str, Value]) -> Iterator[dict[str, Any]]:
    """A row for each step of a running figure and article that gives it."""
    for fact in document.get("facts", ()):
        for step, rung in enumerate(fact["ladder"]):
            own = {**_fact(fact), "step": step, "at": rung["at"], "value": rung["value"]}
            for article in rung["articles"]:
                yield {**own, "article": article, "stale": _is_stale(fact, rung, articles[article])}


def entity_rows(document: Value, _: Mapping[str, Value]) -> Iterator[dict[str, Any]]:
    """A row for each stretch of an article that names an entity."""
    for entity in document.get("entities", ()):
        own = {"entity": entity["id"], "entity_kind": entity["kind"], "entity_name": entity["name"]}
        yield from ({**own, **mention} for mention in entity["mentions"])


def _fact(fact: Value) -> dict[str, Any]:
    label = fact["label"]
    of_fact = {name: fact.get(name) for name in ("slot", "about", "scope", "entity", "state")}
    return {"fact": fact["id"], "label_en": label.get("en"), "label_vi": label.get("vi"), **of_fact}


def _first_places(said: list[Value]) -> list[Value]:
    """Of each article its first, in the order of the document."""
    first: dict[str, Value] = {}
    for one in sorted(said, key=lambda one: (one["field"] != "title", one["start"])):
        first.setdefault(one["article"], one)
    return [one for one in said if first[one["article"]] is one]


def _is_stale(fact: Value, rung: Value, article: Value) -> bool | None:
    """Nothing where it is not known: of an article without a day, or a figure that is not known to have risen."""
    published = article["published"]
    if fact["state"] != "updated" or not published or published["precision"] not in _DATED:
        return None
    return article["id"] in rung.get("stale", ())
