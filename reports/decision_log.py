"""The decisions of reviewers in a document -> the lines of their log, and the passages that were not found in this run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from reports.claim_standings import RELATION_WORDS, VERDICT_WORDS
from reports.labels import claim_anchor
from reports.report_words import Words, message
from reports.visible_characters import one_line

KIND_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "must_link": message("put together"),
        "cannot_link": message("kept apart"),
        "relation": message("set the relation"),
        "wording": message("reworded"),
        "verdict": message("gave a verdict"),
        "note": message("noted"),
        "unsure": message("was unsure"),
        "base": message("chose what to compare with"),
        "misread": message("marked as read wrongly"),
        "reanchor": message("said where it stands now"),
        "undo": message("took a decision back"),
    }
)


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One decision; ``anchor`` leads to the claim that it is about now, if it is about one."""

    at: str
    reviewer: str
    what: str
    value: str
    quote: str
    more: int  # further passages
    group: str
    anchor: str | None
    undone: bool


@dataclass(frozen=True, slots=True)
class UnplacedPassage:
    """A passage of a decision that stands no longer where it stood; ``likeness`` is none where it is nowhere."""

    outlet: str
    quote: str
    likeness: float | None


@dataclass(frozen=True, slots=True)
class DecisionLog:
    """All decisions, the latest first, and the passages that wait for a person."""

    lines: tuple[LogEntry, ...] = ()
    waiting: tuple[UnplacedPassage, ...] = ()


def decisions_of(document: Mapping[str, Any], words: Words) -> DecisionLog:
    """Nothing of a document on which nobody has decided."""
    given = document.get("decisions")
    if not given:
        return DecisionLog()
    claims = {claim["id"] for claim in document["claims"]}
    lines = tuple(_line(entry, claims, words) for entry in reversed(given["log"]))
    proposed = [UnplacedPassage(one_line(one["outlet"]), one_line(one["quote"]), one["likeness"]) for one in given["proposed"]]
    orphans = [UnplacedPassage(one_line(one["outlet"]), one_line(one["quote"]), None) for one in given["orphans"]]
    return DecisionLog(lines, (*proposed, *orphans))


def _line(entry: Mapping[str, Any], claims: set[str], words: Words) -> LogEntry:
    quotes: Sequence[str] = entry["quotes"]
    terms = RELATION_WORDS if entry["kind"] == "relation" else VERDICT_WORDS if entry["kind"] == "verdict" else {}
    said = "" if entry["kind"] == "undo" else entry["value"] or ""
    return LogEntry(
        at=entry["at"],
        reviewer=one_line(entry["reviewer"]),
        what=words.say(KIND_WORDS.get(entry["kind"], entry["kind"])),
        value=words.say(terms[said]) if said in terms else one_line(said),
        quote=one_line(quotes[0]) if quotes else "",
        more=max(0, len(quotes) - 1),
        group=entry["group"] or "",
        anchor=claim_anchor(entry["group"]) if entry["group"] in claims else None,
        undone=entry["undone"],
    )
