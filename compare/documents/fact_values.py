"""Facts, entities and events -> their parts of a comparison document, with the claims in which a fact's sentences stand."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from compare.languages.registry import PACKS
from compare.story_result import Entity, Fact, FactMention, FactValue, OtherEvent

JsonObject = dict[str, Any]


Labels = Mapping[tuple[str, str], str]


def fact_values(facts: Iterable[Fact], claims: Sequence[Mapping[str, Any]], labels: Labels) -> list[JsonObject]:
    """``facts`` of a document whose ``claims`` are given; ``labels`` are those of ``own_labels``."""
    return linked([fact_value(fact, labels) for fact in facts], claims)


def own_labels(settings: Mapping[str, Mapping[str, Any]]) -> Labels:
    """Slot and language -> the label of a user's own slot, by the settings of a document; its name where none was given."""
    slots = settings.get("facts", {}).get("slots", ())
    return {(slot["name"], language): slot.get(f"label_{language}", slot["name"]) for slot in slots for language in PACKS}


def linked(facts: Iterable[Mapping[str, Any]], claims: Sequence[Mapping[str, Any]]) -> list[JsonObject]:
    """The same facts, each sentence with the id of the first claim that has it, or ``None``: reviewers may have moved it."""
    holding: dict[tuple[str, str, int, int], str] = {}
    for claim in claims:
        for member in claim["members"]:
            holding.setdefault((member["article"], member["field"], member["start"], member["end"]), claim["id"])

    def said(one: Mapping[str, Any]) -> JsonObject:
        return {**one, "claim": holding.get((one["article"], one["field"], *one["sentence"]))}

    return [{**fact, "values": [{**value, "said": [said(one) for one in value["said"]]} for value in fact["values"]]} for fact in facts]


def entity_value(entity: Entity) -> JsonObject:
    """One of ``entities``."""
    mentions = [{"article": m.article, "field": m.field, "start": m.span.start, "end": m.span.end} for m in entity.mentions]
    return {"id": entity.id, "kind": entity.kind, "name": entity.name, "mentions": mentions}


def event_value(event: OtherEvent) -> JsonObject:
    """One of ``events.others``."""
    sentences = [
        {"article": s.article, "field": s.field, "start": s.span.start, "end": s.span.end, "because": s.because} for s in event.sentences
    ]
    return {"id": event.id, "day": event.day, "sentences": sentences}


def label_of(slot: str, about: str, language: str, labels: Labels) -> str:
    """The neutral name of a slot in a language: "people dead", "spelling of Sheryl Allison"; ``labels`` are those of ``own_labels``."""
    words = PACKS[language].facts
    return labels.get((slot, language), words.labels.get(slot, slot)).format(about=words.group_labels.get(about, about)).strip()


def fact_value(fact: Fact, labels: Labels) -> JsonObject:
    """One of ``facts``, before its sentences have the claims in which they stand."""
    return {
        "id": fact.id,
        "slot": fact.slot,
        "about": fact.about,
        "scope": fact.scope,
        "entity": fact.entity,
        "label": {language: label_of(fact.slot, fact.about, language, labels) for language in sorted(PACKS)},
        "state": fact.state,
        "values": [_value(value) for value in fact.values],
        "ladder": [
            {"at": rung.at, "value": rung.value, "articles": list(rung.articles), "stale": list(rung.stale)} for rung in fact.ladder
        ],
    }


def _value(value: FactValue) -> JsonObject:
    return {"value": value.value, "display": value.display, "voices": value.voices, "said": [_said(one) for one in value.said]}


def _said(one: FactMention) -> JsonObject:
    return {
        "article": one.article,
        "field": one.field,
        "start": one.span.start,
        "end": one.span.end,
        "says": one.says,
        "sentence": [one.sentence.start, one.sentence.end],
        "because": one.because,
        "hedge": one.hedge,
    }
