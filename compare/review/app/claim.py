"""A claim of a run -> what its screen shows: numbered passages against a base, and why they are together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from compare.review.app.words import marked
from compare.review.app.work import Work
from reports.differences import Piece, difference
from reports.labels import Column, outlets_of

# The parts of a score, in the words of the screen; a part that is not named here is shown by its own name.
PARTS: Mapping[str, str] = MappingProxyType(
    {
        "words": marked("Wording overlap"),
        "characters": marked("Spelling overlap"),
        "tokens": marked("Words in common"),
        "names": marked("Names match"),
        "numbers": marked("Numbers match"),
        "dates": marked("Dates match"),
        "meaning": marked("Meaning"),
    }
)
_CONTEXT = 160  # code points on either side of a passage that is shown in context


@dataclass(frozen=True, slots=True)
class Passage:
    """One member of the claim; ``name`` is how a form names it, ``pieces`` are its differences from the base."""

    number: int
    name: str
    column: Column
    place: str
    quote: str
    before: str
    after: str
    pieces: tuple[Piece, ...]
    relation: str
    score: float | None
    is_base: bool


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim as it is reviewed."""

    id: str
    wording: str
    language: str
    voices: int
    passages: tuple[Passage, ...]
    parts: tuple[tuple[str, float], ...]

    @property
    def base(self) -> Passage:
        """What the others are compared with."""
        return next(passage for passage in self.passages if passage.is_base)


def claim_of(run: Work, claim_id: str) -> Claim | None:
    """The claim of this id, if the run has it; its passages in the order in which they were published."""
    found = next((claim for claim in run.document["claims"] if claim["id"] == claim_id), None)
    if found is None:
        return None
    columns = {column.id: column for outlet in outlets_of(run.document["articles"]) for column in outlet.columns}
    members = sorted(found["members"], key=lambda m: (columns[m["article"]].published or "9", columns[m["article"]].label, m["start"]))
    stands = {source["article"]: source for source in found["sources"]}
    passages = tuple(_passage(number, members, columns, stands) for number in range(1, len(members) + 1))
    return Claim(
        id=found["id"],
        wording=found["wording"],
        language=passages[0].column.language,
        voices=found["voices"],
        passages=passages,
        parts=tuple(found["score"]["parts"].items()),
    )


def _passage(
    number: int, members: Sequence[Mapping[str, Any]], columns: Mapping[str, Column], stands: Mapping[str, Mapping[str, Any]]
) -> Passage:
    member = members[number - 1]
    column, start, end = columns[member["article"]], member["start"], member["end"]
    text = column.title if member["field"] == "title" else column.text
    scores = [evidence.get("score") for evidence in stands[column.id]["evidence"] if evidence["check"] == "wording"]
    return Passage(
        number=number,
        name=f"{member['field']} {start} {end} {column.id}",
        column=column,
        place="title" if member["field"] == "title" else f"{start}–{end}",
        quote=member["quote"],
        before=text[max(0, start - _CONTEXT) : start],
        after=text[end : end + _CONTEXT],
        pieces=difference(members[0]["quote"], member["quote"]),
        relation=stands[column.id]["relation"],
        score=max((score for score in scores if score is not None), default=None),
        is_base=number == 1,
    )
