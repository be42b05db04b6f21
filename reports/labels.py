"""Articles of a document -> columns grouped under their outlet, each with a short label, and the anchors of their passages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any
from urllib.parse import urlsplit

from reports.visible_characters import one_line


@dataclass(frozen=True, slots=True)
class Column:
    """One article as the report names it: ``B2`` is the second article of the second outlet."""

    id: str
    label: str
    outlet: str
    title: str
    language: str
    published: str
    text: str
    several: bool  # its outlet has other articles too
    cut: str = ""  # why it is known to lack a part, as the document names the reason
    cut_says: str = ""  # the words by which that is known


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet with its columns, in the order of the document."""

    name: str
    columns: tuple[Column, ...]


def outlets_of(articles: Sequence[Mapping[str, Any]]) -> tuple[Outlet, ...]:
    """Outlets in the order in which they first appear."""
    grouped: dict[str, list[Mapping[str, Any]]] = {}
    for article in articles:
        grouped.setdefault(article["outlet"], []).append(article)
    return tuple(
        Outlet(name, tuple(_column(article, f"{_letters(n)}{m}", several=len(members) > 1) for m, article in enumerate(members, 1)))
        for n, (name, members) in enumerate(grouped.items())
    )


def title_language(document: Mapping[str, Any]) -> str:
    """Of the article that lent the story its title, else the one language of all articles, else unknown."""
    lent = [article["language"] for article in document["articles"] if article["title"] == document["story"]["title"]]
    languages = {article["language"] for article in document["articles"]}
    return lent[0] if lent else (languages.pop() if len(languages) == 1 else "")


def anchor(label: str, field: str, start: int) -> str:
    """The id of a passage in the source texts: ``B2-902``, or ``B2-title``."""
    return f"{label}-title" if field == "title" else f"{label}-{start}"


def claim_anchor(claim_id: str) -> str:
    """The permalink of a claim; white space, which no HTML id may hold, becomes an underscore."""
    return "claim-" + "_".join(claim_id.split())


def fact_anchor(fact_id: str) -> str:
    """The anchor of a fact, which is its permalink."""
    return f"fact-{fact_id}"


def label_in(fact: Mapping[str, Any], language: str) -> str:
    """The neutral name of the slot in a language, in English where the document has none in it, else its key."""
    labels = fact["label"]
    return str(labels.get(language) or labels.get("en") or fact["slot"])


def linkable_url(url: str | None) -> str | None:
    """The address if it may be linked: http or https with a host; anything else is not offered to click."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


def _column(article: Mapping[str, Any], label: str, *, several: bool) -> Column:
    cut = article.get("cut") or {}
    date = article["published"] or {"value": ""}
    published = date["value"].replace("T", " ") + date.get("zone", "")
    return Column(
        id=article["id"],
        label=label,
        outlet=article["outlet"],
        title=article["title"] or "",
        language=article["language"],
        published=published,
        text=article["text"],
        several=several,
        cut=cut.get("reason", ""),
        cut_says=one_line(cut.get("says") or ""),
    )


def _letters(number: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA."""
    head, tail = divmod(number, len(ascii_uppercase))
    return (_letters(head - 1) if head else "") + ascii_uppercase[tail]
