"""A comparison document -> its figures, and the one sentence that says what was found."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reports.report_words import ENGLISH, Words

RELATIONS = ("agrees", "adds_detail", "conflicts", "unchecked", "silent", "not_known")
# Those of an article that has no sentence in the claim.
ABSENT_RELATIONS = frozenset({"silent", "not_known"})


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts over one comparison; ``relations`` counts cells in the order of ``RELATIONS``, ``carried`` claims an article says."""

    outlets: int
    articles: int
    claims: int
    disputed: int  # claims on which at least one article conflicts with another
    detailed: int  # claims to which at least one article adds detail
    agreed: int  # claims whose articles only agree
    one_voice: int  # claims that rest on a single independent voice
    not_known: int  # claims that an article may tell in a part that is cut from it
    clusters: int
    only_one: int
    related: int
    skipped: int
    reviewed: int  # claims with a person's verdict
    relations: tuple[tuple[str, int], ...]
    carried: tuple[tuple[str, int], ...]


def figures(document: Mapping[str, Any]) -> Figures:
    """Count once what masthead, navigation, strip and index show."""
    claims = document["claims"]
    cells = Counter(source["relation"] for claim in claims for source in claim["sources"])
    said = Counter(source["article"] for claim in claims for source in claim["sources"] if source["relation"] not in ABSENT_RELATIONS)
    kinds = [kinds_of(claim) for claim in claims]
    return Figures(
        outlets=len({article["outlet"] for article in document["articles"]}),
        articles=len(document["articles"]),
        claims=len(claims),
        disputed=sum("conflicts" in kind for kind in kinds),
        detailed=sum("adds_detail" in kind for kind in kinds),
        agreed=sum("only_agrees" in kind for kind in kinds),
        one_voice=sum("one_voice" in kind for kind in kinds),
        not_known=sum("not_known" in kind for kind in kinds),
        clusters=len(document["clusters"]),
        only_one=len(document["only_one_source"]),
        related=len(document["possibly_related"]),
        skipped=len(document["skipped"]),
        reviewed=sum(bool(claim.get("review")) for claim in claims),
        relations=tuple((relation, cells[relation]) for relation in RELATIONS),
        carried=tuple((article["id"], said[article["id"]]) for article in document["articles"]),
    )


def kinds_of(claim: Mapping[str, Any]) -> tuple[str, ...]:
    """The filters under which a claim is found: conflicts, adds_detail, only_agrees, one_voice, not_known."""
    stands = {source["relation"] for source in claim["sources"]}
    said = stands - ABSENT_RELATIONS
    disputed = "conflicts" in said or bool(claim["disputes"])
    tests = {
        "conflicts": disputed,
        "adds_detail": "adds_detail" in said,
        "only_agrees": said == {"agrees"} and not disputed,
        "one_voice": claim["voices"] == 1,
        "not_known": "not_known" in stands,
    }
    return tuple(name for name, holds in tests.items() if holds)


def finding(counts: Figures, words: Words = ENGLISH) -> str:
    """What a reader should know first, in one sentence."""
    tellings = _tellings(counts, words)
    if not counts.articles:
        return words.say("No article could be read: nothing to compare.")
    if counts.articles < 2:
        return words.say("%(tellings)s: nothing to compare it with.", tellings=tellings)
    if not counts.claims:
        return words.say("%(tellings)s: no claim that two of them share was found.", tellings=tellings)
    claims = words.many("%(num)s claim", "%(num)s claims", counts.claims)
    return f"{tellings}, {claims}: {_verdict(counts, words)}{_single_voices(counts, words)}."


def _tellings(counts: Figures, words: Words) -> str:
    outlets = words.many("%(num)s outlet", "%(num)s outlets", counts.outlets, num=words.spoken(counts.outlets))
    articles = words.many("%(num)s article", "%(num)s articles", counts.articles, num=words.spoken(counts.articles))
    text = f"{outlets}, {articles}"
    if counts.articles < 2:
        text = articles
    elif counts.outlets == counts.articles:
        text = outlets
    return text[:1].upper() + text[1:]


def _verdict(counts: Figures, words: Words) -> str:
    rest, every = counts.claims - counts.disputed, counts.claims
    if not counts.disputed:
        return words.many(
            "no conflict was found; they agree or add detail on it", "no conflict was found; they agree or add detail on all %(num)s", every
        )
    if not rest:
        return words.many("they conflict on it", "they conflict on all %(num)s", every)
    return words.say(
        "they conflict on %(disputed)s and agree or add detail on %(rest)s",
        disputed=words.number(counts.disputed),
        rest=words.number(rest),
    )


def _single_voices(counts: Figures, words: Words) -> str:
    if not counts.one_voice:
        return ""
    return words.many("; %(num)s claim rests on a single voice", "; %(num)s claims rest on a single voice", counts.one_voice)
