"""Gold folder -> stories as they were labelled; one of them and the texts of its articles -> its groups, each sentence in its place."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from compare.model import Skipped
from schemas.check import breaches, checker

_SHA_DIGITS = 10  # of the SHA-1 that a label with offsets may carry
_SHOWN_BREACHES = 3
_SHOWN_CHARS = 60
_SAME_ARTICLES = "compare the very articles that were labelled, unchanged"


class Sentence(NamedTuple):
    """A stretch of an article's body, in code points; the order of these values decides between equals."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LabelledSentence:
    """A sentence in a group, and how its article stands to the group; ``against`` counts for conflicts only.

    ``part`` is the clause that carries the claim, ``value`` what the article has in the group's slot, both verbatim or empty.
    ``other_places`` are later places of the same sentence in its article: each stands for it.
    """

    sentence: Sentence
    quote: str
    relation: str
    against: tuple[str, ...] = ()
    detail: str = ""
    part: str = ""
    value: str = ""
    other_places: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class LabelledGroup:
    """Sentences labelled as one claim; the pairs of an ``optional`` group count neither for nor against a document.

    ``slot`` says in words what its articles dispute, if they do.
    """

    id: str
    claim: str
    members: tuple[LabelledSentence, ...]
    optional: bool
    slot: str = ""


@dataclass(frozen=True, slots=True)
class GoldStory:
    """One gold file that conforms to its schema; its groups are not yet placed in any text."""

    place: str  # the file's name
    story: str
    groups: tuple[Mapping[str, Any], ...]

    @property
    def articles(self) -> frozenset[str]:
        """The ids of all articles that the labels name as members."""
        return frozenset(member["article"] for group in self.groups for member in group["members"])


def read_gold(folder: Path) -> tuple[list[GoldStory], list[Skipped]]:
    """Every ``*.json`` of the folder in order of name, or the one file given; what breaks the schema is left out by name."""
    validator = checker("gold")
    paths = [folder] if folder.is_file() else sorted(folder.glob("*.json"))
    read = [_read(path, validator) for path in paths]
    if not read:
        read = [Skipped(str(folder), "holds no .json of labelled stories; `tellings schema gold` prints their form")]
    return [item for item in read if isinstance(item, GoldStory)], [item for item in read if isinstance(item, Skipped)]


def _read(path: Path, validator: Any) -> GoldStory | Skipped:  # noqa: ANN401 - a jsonschema validator, loaded late
    try:
        story = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        return Skipped(path.name, f"cannot be read ({error.strerror or error}); make it readable")
    except (ValueError, RecursionError) as error:
        return Skipped(path.name, f"is not JSON ({error}); `tellings schema gold` prints the form of a labelled story")
    found = breaches(story, validator, _SHOWN_BREACHES)
    if found:
        named = ", ".join(f"{breach.path}: {breach.problem}" for breach in found)
        return Skipped(path.name, f"is no labelled story ({named}); `tellings schema gold` prints the form of one")
    return GoldStory(path.name, story["story"], tuple(story["groups"]))


def place_labels(gold: GoldStory, texts: Mapping[str, str]) -> tuple[LabelledGroup, ...] | Skipped:
    """The groups of a story with their sentences found in the bodies of its articles; titles are left out.

    A label that does not fit its article says that the document has another text: then nothing of the story can be scored.
    """
    absent = sorted(gold.articles - set(texts))
    faults = (fault for group in gold.groups for member in _of_bodies(group) if (fault := _misfit(group["id"], member, texts)))
    missing = [f"the document lacks {', '.join(absent[:5])}{' and more' if len(absent) > 5 else ''}"] if absent else []
    problem = next(chain(missing, faults), None)
    return Skipped(gold.place, f"{problem}; {_SAME_ARTICLES}") if problem else tuple(_group(group, texts) for group in gold.groups)


def _of_bodies(group: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    return (member for member in group["members"] if member.get("field", "text") == "text")


def _misfit(group: str, member: Mapping[str, Any], texts: Mapping[str, str]) -> str | None:
    """Why a label is not of this text, or nothing."""
    article, text = member["article"], texts[member["article"]]
    if "quote" in member and member["quote"] not in text:
        return f"group {group}: “{member['quote'][:_SHOWN_CHARS]}” does not stand in {article}"
    start, end = place_of(member, text)
    sha = hashlib.sha1(text[start:end].encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()[:_SHA_DIGITS]
    if not start < end <= len(text) or member.get("sha", sha) != sha:
        return f"group {group}: the text of {article} is not the labelled one at {start}:{end}"
    other = next((at for at in member.get("also_at", ()) if text[at : at + end - start] != text[start:end]), None)
    return None if other is None else f"group {group}: the sentence at {start} of {article} does not stand again at {other}"


def place_of(member: Mapping[str, Any], text: str) -> tuple[int, int]:
    """Start and end of a labelled sentence: by its quote, where it first stands, or by its offsets."""
    start = text.find(member["quote"]) if "quote" in member else member["start"]
    return start, start + len(member["quote"]) if "quote" in member else member["end"]


def _group(group: Mapping[str, Any], texts: Mapping[str, str]) -> LabelledGroup:
    members = tuple(_labelled(member, texts[member["article"]]) for member in _of_bodies(group))
    return LabelledGroup(
        id=group["id"],
        claim=group.get("claim", group["id"]),
        members=members,
        optional=group.get("optional", False),
        slot=group.get("slot", ""),
    )


def _labelled(member: Mapping[str, Any], text: str) -> LabelledSentence:
    article, (start, end) = member["article"], place_of(member, text)
    return LabelledSentence(
        Sentence(article, start, end),
        text[start:end],
        member["relation"],
        against=tuple(member.get("with", ())),
        detail=member.get("detail", ""),
        part=member.get("part", ""),
        value=member.get("value", ""),
        other_places=tuple(Sentence(article, at, at + end - start) for at in member.get("also_at", ())),
    )
