"""A near-duplicate cluster of a document -> where its members, links and differences contradict each other or the articles."""

from collections.abc import Iterator

from compare.consistency.claim_checks import review_violations
from compare.consistency.passage_checks import Texts, Value, passage_violations, saying_violations
from compare.consistency.violation import Violation

_INDEX = "count members from 0"


def cluster_violations(cluster: Value, path: str, texts: Texts) -> Iterator[Violation]:
    """In the order of the document."""
    members = cluster["members"]
    if not cluster["id"]:
        yield Violation(f"{path}.id", "is empty", "give the cluster an id of its own")
    misplaced = [violation for at, member in enumerate(members) for violation in passage_violations(member, f"{path}.members[{at}]", texts)]
    yield from misplaced
    places = [(member["article"], member["start"], member["end"]) for member in members]
    if len(set(places)) < len(places):
        twice = next(at for at, place in enumerate(places) if place in places[:at])
        yield Violation(f"{path}.members[{twice}]", "is a paragraph that the cluster has already", "name every paragraph once")
    if cluster["first"] is not None and all(member["article"] != cluster["first"] for member in members):
        yield Violation(
            f"{path}.first", f"is {cluster['first'][:80]!r}, which has no paragraph here", "name an article of its members, or null"
        )
    for name in ("links", "differences"):
        for at, pair in enumerate(cluster[name]):
            yield from _pair_violations(pair, f"{path}.{name}[{at}]", len(members))
    if not misplaced:
        yield from _difference_violations(cluster, path, texts)
    yield from review_violations(cluster, path, len(members))


def _pair_violations(pair: Value, path: str, members: int) -> Iterator[Violation]:
    for name in ("a", "b"):
        if pair[name] >= members:
            yield Violation(f"{path}.{name}", f"is {pair[name]}, past the last of {members} members", _INDEX)
    if pair["a"] == pair["b"]:
        yield Violation(f"{path}.b", f"is {pair['b']}, the same member as a", "name two members")


def _difference_violations(cluster: Value, path: str, texts: Texts) -> Iterator[Violation]:
    members = cluster["members"]
    for at, pair in enumerate(cluster["differences"]):
        for side, (name, span, says) in enumerate(zip(("a", "b"), pair["spans"], pair["says"], strict=True)):
            if pair[name] < len(members):
                member = members[pair[name]]
                text = texts["text"][member["article"]]
                found = saying_violations({"span": span, "says": says}, "", text, (member["start"], member["end"]))
                for violation in found:
                    kind = "spans" if violation.path == ".span" else "says"
                    yield Violation(f"{path}.differences[{at}].{kind}[{side}]", violation.problem, violation.remedy)
