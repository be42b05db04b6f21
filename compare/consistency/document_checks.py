"""A comparison document -> everything in it that its schema allows and that is still not true of it.

A report, a review and an evaluation rely on all of this; docs/document.md lists it for readers.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from compare.consistency.calendar_checks import date_violations, moment_violations
from compare.consistency.claim_checks import claim_violations
from compare.consistency.cluster_checks import cluster_violations
from compare.consistency.entity_checks import entity_violations
from compare.consistency.fact_checks import fact_violations
from compare.consistency.json_checks import uncountable_numbers, unwritable_values, with_whole_numbers
from compare.consistency.passage_checks import Texts, Value, passage_violations, span_violations, texts_of, unknown_article
from compare.consistency.settings_checks import setting_violations
from compare.consistency.violation import MAKE_AGAIN, Violation
from schemas.check import Checker, breaches, checker, holds

_ALL = 10**9  # breaches told; nothing is left out where everything is asked for


def violations_of(document: Any) -> list[Violation]:  # noqa: ANN401 - any JSON value
    """All violations of any JSON value that is to be a comparison document; none if it is a sound one.

    Against one that breaks the schema, nothing else is held.
    """
    schema = _schema()
    if not holds(document, schema):
        broken = [Violation(breach.path, breach.problem, MAKE_AGAIN) for breach in breaches(document, schema, _ALL)]
        # What breaks no rule, and yet does not hold, is nothing that JSON has words for.
        return broken or list(unwritable_values(document))
    found = uncountable_numbers(document, "comparison")
    return [*found, *_inner_violations(with_whole_numbers(document) if found else document)]


@cache
def _schema() -> Checker:
    return checker("comparison")


def _inner_violations(document: Value) -> Iterator[Violation]:
    texts = texts_of(document["articles"])
    yield from _repeated_ids((article["id"] for article in document["articles"]), "articles")
    for at, article in enumerate(document["articles"]):
        yield from _article_violations(article, f"$.articles[{at}]")
    yield from _repeated_ids((cluster["id"] for cluster in document["clusters"]), "clusters")
    for at, cluster in enumerate(document["clusters"]):
        yield from cluster_violations(cluster, f"$.clusters[{at}]", texts)
    yield from _repeated_ids((claim["id"] for claim in document["claims"]), "claims")
    facts = {fact["id"] for fact in document.get("facts", ())}
    for at, claim in enumerate(document["claims"]):
        yield from claim_violations(claim, f"$.claims[{at}]", texts, facts)
    yield from _repeated_ids((fact["id"] for fact in document.get("facts", ())), "facts")
    known = {claim["id"] for claim in document["claims"]}
    for at, fact in enumerate(document.get("facts", ())):
        yield from fact_violations(fact, f"$.facts[{at}]", texts, known)
    yield from _event_violations(document.get("events", {"others": ()})["others"], texts)
    yield from _entity_violations(document, texts)
    for at, pair in enumerate(document["possibly_related"]):
        for number, member in enumerate(pair["members"]):
            yield from passage_violations(member, f"$.possibly_related[{at}].members[{number}]", texts)
    for at, passage in enumerate(document["only_one_source"]):
        yield from passage_violations(passage, f"$.only_one_source[{at}]", texts)
    yield from _run_violations(document["run"], texts)
    for at, seen in enumerate(document.get("seen_before", ())):
        yield from passage_violations(seen, f"$.seen_before[{at}]", texts)
        yield from _match_violations(seen["matches"], f"$.seen_before[{at}].matches")
    if "decisions" in document:
        yield from _decision_violations(document, texts)


def _event_violations(others: Iterable[Value], texts: Texts) -> Iterator[Violation]:
    yield from _repeated_ids((event["id"] for event in others), "events.others")
    for at, event in enumerate(others):
        for number, sentence in enumerate(event["sentences"]):
            yield from passage_violations(sentence, f"$.events.others[{at}].sentences[{number}]", texts)


def _entity_violations(document: Value, texts: Texts) -> Iterator[Violation]:
    entities = document.get("entities", ())
    yield from _repeated_ids((entity["id"] for entity in entities), "entities")
    for at, entity in enumerate(entities):
        yield from entity_violations(entity, f"$.entities[{at}]", texts)
    known = {entity["id"] for entity in entities}
    for at, fact in enumerate(document.get("facts", ())):
        if fact.get("entity") is not None and fact["entity"] not in known:
            problem = f"is {fact['entity']!r}, an entity that the document does not have"
            yield Violation(f"$.facts[{at}].entity", problem, "name one of the ids in $.entities, or null")


def _repeated_ids(ids: Iterable[str], place: str) -> Iterator[Violation]:
    seen: set[str] = set()
    for at, name in enumerate(ids):
        if name in seen:
            yield Violation(f"$.{place}[{at}].id", f"is {name[:80]!r}, which another one has", "give each an id of its own")
        seen.add(name)


def _article_violations(article: Value, path: str) -> Iterator[Violation]:
    length = len(article["text"])
    for at, mark in enumerate(article["marks"]):
        yield from span_violations((mark["start"], mark["end"]), f"{path}.marks[{at}].end", length)
    if article["published"]:
        yield from date_violations(article["published"], f"{path}.published.value")


def _run_violations(run: Value, texts: Texts) -> Iterator[Violation]:
    yield from setting_violations(run["settings"], "$.run.settings")
    yield from moment_violations(run["made_at"], "$.run.made_at")
    for at, one in enumerate(run.get("stories", {}).get("articles", ())):
        if one["article"] not in texts["text"]:
            yield unknown_article(one["article"], f"$.run.stories.articles[{at}].article")


def _match_violations(matches: Iterable[Value], path: str) -> Iterator[Violation]:
    for at, match in enumerate(matches):
        if match["end"] - match["start"] != len(match["text"]):
            yield Violation(f"{path}[{at}].end", f"{match['start']}..{match['end']} is not as long as its text", MAKE_AGAIN)


def _decision_violations(document: Value, texts: Texts) -> Iterator[Violation]:
    groups = {group["id"] for place in ("claims", "clusters", "facts") for group in document.get(place, ())}
    for at, line in enumerate(document["decisions"]["log"]):
        yield from moment_violations(line["at"], f"$.decisions.log[{at}].at")
        if line["group"] is not None and line["group"] not in groups:
            problem = f"is {line['group'][:80]!r}, which is no claim, cluster or fact of the document"
            yield Violation(f"$.decisions.log[{at}].group", problem, "name one of their ids, or null")
    for at, proposed in enumerate(document["decisions"]["proposed"]):
        yield from passage_violations(proposed["to"], f"$.decisions.proposed[{at}].to", texts)
