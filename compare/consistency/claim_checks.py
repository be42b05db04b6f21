"""A claim of a document -> where its members, voices, sources and disputes contradict each other or the articles."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from compare.consistency.calendar_checks import moment_violations
from compare.consistency.passage_checks import Texts, Value, passage_violations, saying_violations, span_violations, unknown_article
from compare.consistency.violation import NAME_AN_ARTICLE, Violation

_TELLS = frozenset({"agrees", "adds_detail", "conflicts", "unchecked"})  # relations of an article that has a passage in the claim
_ONE_ENTRY = "give every article one entry in the sources of every claim"
_BOTH_SIDES = "name both sides in each other's `against`, or neither"


def claim_violations(claim: Value, path: str, texts: Texts, facts: Collection[str]) -> Iterator[Violation]:
    """In the order of the document; ``facts`` are the ids of all facts."""
    members = claim["members"]
    if not claim["id"]:
        yield Violation(f"{path}.id", "is empty", "give the claim an id of its own")
    for at, member in enumerate(members):
        yield from _member_violations(member, f"{path}.members[{at}]", texts)
    places = [(member["article"], member["field"], member["start"], member["end"]) for member in members]
    if len(set(places)) < len(places):
        twice = next(at for at, place in enumerate(places) if place in places[:at])
        yield Violation(f"{path}.members[{twice}]", "is a passage that the claim has already", "name every passage once")
    articles_with_passage = {member["article"] for member in members}
    yield from _voice_violations(claim, path, articles_with_passage)
    yield from _source_violations(claim, path, texts)
    yield from _conflict_violations(claim, path)
    yield from _dispute_violations(claim, path, texts, facts)
    yield from _open_violations(claim, path)
    yield from review_violations(claim, path, len(members))


def review_violations(group: Value, path: str, members: int) -> Iterator[Violation]:
    """Of what was decided on a claim or a cluster with so many members."""
    if "review" not in group:
        return
    yield from moment_violations(group["review"]["at"], f"{path}.review.at")
    changed = group["review"].get("changed") or {"added": ()}
    for at, added in enumerate(changed["added"]):
        if added >= members:
            yield Violation(f"{path}.review.changed.added[{at}]", f"is {added}, past the last of {members} members", "count members from 0")


def _member_violations(member: Value, path: str, texts: Texts) -> Iterator[Violation]:
    misplaced = list(passage_violations(member, path, texts))
    yield from misplaced
    text = texts[member["field"]].get(member["article"])
    if text is None or any(violation.path.endswith(".end") for violation in misplaced):
        return
    first, last = within = (member["start"], member["end"])
    if member.get("clause"):
        yield from span_violations(member["clause"], f"{path}.clause", len(text), within)
    for name in ("numbers", "dates", "names"):
        for at, fact in enumerate(member[name]):
            start, end = fact["span"]
            if not first <= start < end <= last or text[start:end] != fact["says"]:
                yield from saying_violations(fact, f"{path}.{name}[{at}]", text, within)


def _voice_violations(claim: Value, path: str, articles_with_passage: set[str]) -> Iterator[Violation]:
    joined = sum(len(voice["articles"]) - 1 for voice in claim.get("one_voice") or ())
    if claim["voices"] > max(1, len(articles_with_passage) - joined):
        copies = f", {joined} of them copies" if joined else ""
        problem = f"is {claim['voices']}; {len(articles_with_passage)} articles tell the claim{copies}"
        yield Violation(f"{path}.voices", problem, "count voices again: copies of one text are one")
    seen: set[str] = set()
    for at, voice in enumerate(claim.get("one_voice") or ()):
        for number, article in enumerate(voice["articles"]):
            here = f"{path}.one_voice[{at}].articles[{number}]"
            if article not in articles_with_passage:
                yield Violation(here, f"is {article[:80]!r}, which has no passage in the claim", "name articles of its members")
            elif article in seen:
                yield Violation(here, f"is {article[:80]!r}, which is counted already", "name every article in one voice")
            seen.add(article)


def _source_violations(claim: Value, path: str, texts: Texts) -> Iterator[Violation]:
    """That every article has one entry, that it tells the claim if it has a passage in it, and that its evidence stands where it says."""
    bodies, articles_with_passage = texts["text"], {member["article"] for member in claim["members"]}
    seen: set[str] = set()
    for at, source in enumerate(claim["sources"]):
        article = source["article"]
        if article not in bodies:
            yield unknown_article(article, f"{path}.sources[{at}].article")
            continue
        if article in seen:
            yield Violation(f"{path}.sources[{at}].article", f"is {article[:80]!r} once more", _ONE_ENTRY)
        seen.add(article)
        if (article in articles_with_passage) is not (source["relation"] in _TELLS):
            problem = (
                f"is {source['relation']!r}, but the article has {'a' if article in articles_with_passage else 'no'} passage in the claim"
            )
            yield Violation(f"{path}.sources[{at}].relation", problem, "mend the relation or the members")
        for number, evidence in enumerate(source["evidence"]):
            if not _is_in_place(evidence, article, texts):
                yield from _evidence_violations(evidence, article, (f"{path}.sources[{at}].evidence[{number}]", texts))
    if len(seen) < len(bodies):
        missing = next(article for article in bodies if article not in seen)
        yield Violation(f"{path}.sources", f"has no entry for {len(bodies) - len(seen)} articles, first {missing[:80]!r}", _ONE_ENTRY)


def _is_in_place(evidence: Value, article: str, texts: Texts) -> bool:
    """Whether both sides of it stand where they should: nearly always they do, and no path need be written."""
    span, other = evidence["span"], evidence.get("other")
    if span:
        text = texts[evidence.get("field", "text")][article]
        if not span[0] < span[1] <= len(text) or text[span[0] : span[1]] != evidence["says"]:
            return False
    if not other:
        return True
    (start, end), text = other["span"], texts[other.get("field", "text")].get(other["article"], "")
    return bool(start < end <= len(text) and text[start:end] == other["says"])


def _evidence_violations(evidence: Value, article: str, at: tuple[str, Texts]) -> Iterator[Violation]:
    path, texts = at
    if evidence["span"]:
        yield from saying_violations(evidence, path, texts[evidence.get("field", "text")][article])
    other = evidence.get("other")
    if other:
        text = texts[other.get("field", "text")].get(other["article"])
        if text is None:
            yield unknown_article(other["article"], f"{path}.other.article")
        else:
            yield from saying_violations(other, f"{path}.other", text)


def _conflict_violations(claim: Value, path: str) -> Iterator[Violation]:
    """That two who conflict do so with each other."""
    if not any(source["against"] for source in claim["sources"]):
        return
    against: Mapping[str, Any] = {source["article"]: source["against"] for source in claim["sources"]}
    for at, source in enumerate(claim["sources"]):
        for number, rival in enumerate(source["against"]):
            if rival == source["article"] or source["article"] not in against.get(rival, ()):
                problem = f"is {rival[:80]!r}, which does not conflict with this article"
                yield Violation(
                    f"{path}.sources[{at}].against[{number}]", problem, NAME_AN_ARTICLE if rival not in against else _BOTH_SIDES
                )


def _dispute_violations(claim: Value, path: str, texts: Texts, facts: Collection[str]) -> Iterator[Violation]:
    """That sides are articles in conflict, each on one side; of a fact, an article that contradicts itself is on two."""
    if not claim["disputes"]:
        return
    conflicting = {source["article"] for source in claim["sources"] if source["relation"] == "conflicts"}
    for at, dispute in enumerate(claim["disputes"]):
        fact = dispute.get("fact")
        if fact is not None and fact not in facts:
            problem = f"is {fact[:80]!r}, a fact that the document does not have"
            yield Violation(f"{path}.disputes[{at}].fact", problem, "name one of the ids in $.facts, or null")
        seen: set[str] = set()
        for number, side in enumerate(dispute["sides"]):
            for place, article in enumerate(side["articles"]):
                here = f"{path}.disputes[{at}].sides[{number}].articles[{place}]"
                if article not in texts["text"]:
                    yield unknown_article(article, here)
                elif article not in conflicting:
                    yield Violation(here, f"is {article[:80]!r}, which does not conflict in this claim", "mend the side or the relation")
                elif article in seen and fact is None:
                    yield Violation(here, f"is {article[:80]!r} on a second side", "name every article on one side")
                seen.add(article)


def _open_violations(claim: Value, path: str) -> Iterator[Violation]:
    """That what an article leaves open is a dispute of the claim in which it takes no side."""
    if not any(source.get("open_on") for source in claim["sources"]):
        return
    sides = {dispute.get("fact"): {a for side in dispute["sides"] for a in side["articles"]} for dispute in claim["disputes"]}
    for at, source in enumerate(claim["sources"]):
        for number, fact in enumerate(source.get("open_on", ())):
            here = f"{path}.sources[{at}].open_on[{number}]"
            if fact not in sides:
                yield Violation(here, f"is {fact[:80]!r}, which no dispute of the claim is of", "name the fact of one of its disputes")
            elif source["article"] in sides[fact]:
                yield Violation(
                    here, f"is {fact[:80]!r}, of which the article gives a value", "leave it out, or take the article off the side"
                )
