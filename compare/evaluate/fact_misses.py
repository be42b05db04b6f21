"""Disputed facts that no label excuses, and labelled disputes that no fact says -> misses with both texts, by slot."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from compare.evaluate.gold import place_of
from compare.evaluate.misses import Miss, MissText
from compare.evaluate.score_facts import FactOutcome

_WITHOUT_SLOT = "slot not named"


def fact_misses(story: str, groups: Sequence[Mapping[str, Any]], document: Mapping[str, Any], outcome: FactOutcome) -> tuple[Miss, ...]:
    """``groups`` are those of the gold file, ``outcome`` what ``score_facts`` said of them and the document."""
    texts = {article["id"]: {"text": article["text"], "title": article["title"] or ""} for article in document["articles"]}
    return (*_false(story, outcome, texts), *_missed(story, groups, outcome, texts))


def _false(story: str, outcome: FactOutcome, texts: Mapping[str, Mapping[str, str]]) -> Iterator[Miss]:
    for fact, sides in outcome.false:
        both = tuple(sorted(MissText(side["article"], _cut(texts, side["article"], side["field"], side["sentence"])) for side in sides))
        yield Miss(
            weight=(0.0,),
            story=story,
            at=fact["id"],
            claim=fact["label"].get("en", fact["slot"]),
            texts=both,
            note=f"{fact['slot']}: " + " v. ".join(f"“{side['says']}” ({side['article']})" for side in sides),
            kind="false_fact",
            slot=fact["slot"],
        )


def _missed(
    story: str, groups: Sequence[Mapping[str, Any]], outcome: FactOutcome, texts: Mapping[str, Mapping[str, str]]
) -> Iterator[Miss]:
    for at, articles in outcome.missed:
        group = groups[at]
        slot = group.get("slot") or _WITHOUT_SLOT
        conflicting = [member for member in group["members"] if member["article"] in articles and member["relation"] == "conflicts"]
        said = [MissText(m["article"], _labelled_text(m, texts), m.get("part") or "") for m in conflicting]
        values = dict.fromkeys(f"“{member['value']}” ({member['article']})" for member in conflicting if member.get("value"))
        yield Miss(
            weight=(0.0,),
            story=story,
            at=group["id"],
            claim=group.get("claim", group["id"]),
            texts=tuple(sorted(set(said))),
            note=f"{slot}: " + " v. ".join(values) if values else slot,
            kind="missed_fact",
            slot=slot,
        )


def _labelled_text(member: Mapping[str, Any], texts: Mapping[str, Mapping[str, str]]) -> str:
    field = member.get("field", "text")
    return _cut(texts, member["article"], field, place_of(member, texts[member["article"]][field]))


def _cut(texts: Mapping[str, Mapping[str, str]], article: str, field: str, place: Sequence[int]) -> str:
    start, end = place
    return texts[article][field][start:end]
