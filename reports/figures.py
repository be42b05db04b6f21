"""A comparison document -> its figures, and the one sentence that says what was found."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

RELATIONS = ("agrees", "adds_detail", "conflicts", "silent")
_NUMBER_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


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
    clusters: int
    only_one: int
    related: int
    skipped: int
    relations: tuple[tuple[str, int], ...]
    carried: tuple[tuple[str, int], ...]


def figures(document: Mapping[str, Any]) -> Figures:
    """Count once what masthead, navigation, strip and index show."""
    claims = document["claims"]
    cells = Counter(source["relation"] for claim in claims for source in claim["sources"])
    said = Counter(source["article"] for claim in claims for source in claim["sources"] if source["relation"] != "silent")
    kinds = [kinds_of(claim) for claim in claims]
    return Figures(
        outlets=len({article["outlet"] for article in document["articles"]}),
        articles=len(document["articles"]),
        claims=len(claims),
        disputed=sum("conflicts" in kind for kind in kinds),
        detailed=sum("adds_detail" in kind for kind in kinds),
        agreed=sum("only_agrees" in kind for kind in kinds),
        one_voice=sum("one_voice" in kind for kind in kinds),
        clusters=len(document["clusters"]),
        only_one=len(document["only_one_source"]),
        related=len(document["possibly_related"]),
        skipped=len(document["skipped"]),
        relations=tuple((relation, cells[relation]) for relation in RELATIONS),
        carried=tuple((article["id"], said[article["id"]]) for article in document["articles"]),
    )


def kinds_of(claim: Mapping[str, Any]) -> tuple[str, ...]:
    """The filters under which a claim is found: conflicts, adds_detail, only_agrees, one_voice."""
    said = {source["relation"] for source in claim["sources"]} - {"silent"}
    disputed = "conflicts" in said or bool(claim["disputes"])
    tests = {
        "conflicts": disputed,
        "adds_detail": "adds_detail" in said,
        "only_agrees": said == {"agrees"} and not disputed,
        "one_voice": claim["voices"] == 1,
    }
    return tuple(name for name, holds in tests.items() if holds)


def finding(counts: Figures) -> str:
    """What a reader should know first, in one sentence."""
    tellings = _tellings(counts)
    if counts.articles < 2:
        return f"{tellings}: nothing to compare it with." if counts.articles else "No article could be read: nothing to compare."
    if not counts.claims:
        return f"{tellings}: no claim that two of them share was found."
    return f"{tellings}, {_count(counts.claims, 'claim')}: {_verdict(counts)}{_single_voices(counts)}."


def _tellings(counts: Figures) -> str:
    outlets = _count(counts.outlets, "outlet", words=True)
    articles = _count(counts.articles, "article", words=True)
    text = f"{outlets}, {articles}"
    if counts.articles < 2:
        text = articles
    elif counts.outlets == counts.articles:
        text = outlets
    return text[:1].upper() + text[1:]


def _verdict(counts: Figures) -> str:
    rest = counts.claims - counts.disputed
    if not counts.disputed:
        return "no conflict was found; they agree or add detail on " + ("it" if counts.claims == 1 else f"all {counts.claims}")
    if not rest:
        return "they conflict on " + ("it" if counts.claims == 1 else f"all {counts.claims}")
    return f"they conflict on {counts.disputed} and agree or add detail on {rest}"


def _single_voices(counts: Figures) -> str:
    if not counts.one_voice:
        return ""
    return f"; {_count(counts.one_voice, 'claim')} {'rests' if counts.one_voice == 1 else 'rest'} on a single voice"


def _count(number: int, noun: str, *, words: bool = False) -> str:
    spoken = _NUMBER_WORDS[number] if words and number < len(_NUMBER_WORDS) else str(number)
    return f"{spoken} {noun}{'' if number == 1 else 's'}"
