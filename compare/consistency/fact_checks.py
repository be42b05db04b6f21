"""A fact of a document -> where its values, sentences and ladder contradict each other, the claims or the articles."""

from collections.abc import Collection, Iterator

from compare.consistency.calendar_checks import moment_violations
from compare.consistency.passage_checks import Texts, Value, saying_violations, span_violations, unknown_article
from compare.consistency.violation import Violation

_SEVERAL = frozenset({"disputed", "updated"})  # states of a fact with more than one value


def fact_violations(fact: Value, path: str, texts: Texts, claims: Collection[str]) -> Iterator[Violation]:
    """In the order of the document; ``claims`` are the ids of all claims."""
    several = len(fact["values"]) > 1
    if several is not (fact["state"] in _SEVERAL):
        problem = f"is {fact['state']!r}, but the fact has {len(fact['values'])} value{'s' if several else ''}"
        yield Violation(f"{path}.state", problem, "mend the state or the values")
    for at, value in enumerate(fact["values"]):
        yield from _value_violations(value, f"{path}.values[{at}]", texts, claims)
    if "review" in fact:
        yield from moment_violations(fact["review"]["at"], f"{path}.review.at")
    for at, rung in enumerate(fact["ladder"]):
        for number, article in enumerate(rung["articles"]):
            if article not in texts["text"]:
                yield unknown_article(article, f"{path}.ladder[{at}].articles[{number}]")
        for number, article in enumerate(rung.get("stale", ())):
            if article not in rung["articles"]:
                problem = f"is {article[:80]!r}, which does not give this value"
                yield Violation(f"{path}.ladder[{at}].stale[{number}]", problem, "name articles of this step of the ladder")


def _value_violations(value: Value, path: str, texts: Texts, claims: Collection[str]) -> Iterator[Violation]:
    giving = {said["article"] for said in value["said"]}
    if value["voices"] > len(giving):
        yield Violation(f"{path}.voices", f"is {value['voices']}; {len(giving)} articles give the value", "count voices again")
    for at, said in enumerate(value["said"]):
        here, text = f"{path}.said[{at}]", texts[said["field"]].get(said["article"])
        if text is None:
            yield unknown_article(said["article"], f"{here}.article")
            continue
        first, last = sentence = tuple(said["sentence"])
        yield from span_violations(sentence, f"{here}.sentence", len(text))
        span = {"span": (said["start"], said["end"]), "says": said["says"]}
        for violation in saying_violations(span, here, text, (first, last)):
            yield Violation(violation.path.replace(f"{here}.span", f"{here}.end"), violation.problem, violation.remedy)
        if said["claim"] is not None and said["claim"] not in claims:
            problem = f"is {said['claim'][:80]!r}, a claim that the document does not have"
            yield Violation(f"{here}.claim", problem, "name one of the ids in $.claims, or null")
