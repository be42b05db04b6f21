"""Claims of a document -> the rows of the matrix: one cell an article, with its sentences, marks, rivals and near-miss."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reports.claim_standings import reviewed_as
from reports.document_figures import ABSENT_RELATIONS, kinds_of
from reports.labels import Column, anchor, claim_anchor, fact_anchor, label_in
from reports.passages import Layer, Segment, segments
from reports.visible_characters import one_line

_NEAR_MISS, _UNCHECKED = "near_miss", "unchecked"
_BY_REVIEWER = "reviewer"  # the word of a person, whose name is its value
# What two sentences share, who set them together, or that nobody could: no part of one of them.
_OF_WHOLE = frozenset(["wording", "shared_words", "alignment", _BY_REVIEWER, _UNCHECKED])
_WHOLE = 0.8  # share of a sentence from which marking it would mark nothing in particular


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence as it stands in its article; ``anchor`` leads to it in the source texts."""

    label: str
    language: str
    anchor: str
    place: str  # 902–951, or "title"
    parts: tuple[Segment, ...]
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleValue:
    """What one article says where a check looked, with the way to the sentence that says it."""

    label: str
    language: str
    anchor: str | None
    says: str


@dataclass(frozen=True, slots=True)
class RivalArticle:
    """What articles on another side say instead, those together that use the same words."""

    said: tuple[ArticleValue, ...]
    language: str
    says: str


@dataclass(frozen=True, slots=True)
class EvidenceReason:
    """One piece of evidence: what was checked, what this article says, and what the other says."""

    check: str
    says: str
    score: float | None
    other: ArticleValue | None


@dataclass(frozen=True, slots=True)
class OneVoice:
    """The other articles of a voice, and why they are one: common wording, or the outlets and agencies behind both."""

    labels: tuple[str, ...]
    same_wording: bool
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactLink:
    """The name of a fact, with the way to it where it stands on the same page."""

    label: str
    anchor: str | None


@dataclass(frozen=True, slots=True)
class Cell:
    """How one article stands to one claim."""

    column: Column
    relation: str
    quotes: tuple[Quote, ...]
    rivals: tuple[RivalArticle, ...]
    one_voice: OneVoice | None
    against: tuple[str, ...]
    reasons: tuple[EvidenceReason, ...]
    open_on: tuple[FactLink, ...]  # disputed in the claim, and of which the article gives no value there
    miss: Quote | None = None
    miss_score: float | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One value of a dispute, and the columns that give it."""

    value: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A slot that articles fill differently; ``fact`` is the fact of which these are the values, if it is one of the story's."""

    slot: str
    sides: tuple[Side, ...]
    fact: FactLink | None


@dataclass(frozen=True, slots=True)
class Row:
    """One claim over all columns; ``kinds`` are the filters under which it is found."""

    id: str
    anchor: str
    wording: str
    language: str
    voices: int
    said_by: int  # articles that have a sentence in it
    score: float
    score_parts: tuple[tuple[str, float], ...]
    kinds: tuple[str, ...]
    disputes: tuple[Dispute, ...]
    cells: tuple[Cell, ...]
    position: int  # how far down its articles the claim stands, in thousandths, on average
    review: Mapping[str, Any] | None  # a person's verdict, as the document has it


@dataclass(frozen=True, slots=True)
class WholeStory:
    """What rows show of the whole document: names by their keys, at their fullest, and its facts by their ids."""

    spelled: Mapping[str, str]
    facts: Mapping[str, FactLink]


@dataclass(frozen=True, slots=True)
class _Sources:
    """Columns by article, the sentences of one claim, and the articles that are one voice on it."""

    columns: Mapping[str, Column]
    members: Sequence[Mapping[str, Any]]
    voices: Sequence[Mapping[str, Any]]
    whole: WholeStory

    def of(self, article: str) -> list[Mapping[str, Any]]:
        """The claim's sentences in one article, in order of place."""
        return sorted((m for m in self.members if m["article"] == article), key=lambda m: (m["field"], m["start"]))

    def one_voice(self, article: str) -> OneVoice | None:
        """The voice that an article shares with others, if it does."""
        voice = next((voice for voice in self.voices if article in voice["articles"]), None)
        if voice is None:
            return None
        others = tuple(self.columns[other].label for other in voice["articles"] if other != article)
        return OneVoice(others, voice["same_wording"], tuple(voice["sources"]))

    def speaker(self, key: str | None) -> str | None:
        """The speaker as some sentence of the claim spells the name, else some other claim; a key that stands in none is shown as it is."""
        names = (name for member in self.members for name in member["names"])
        return next((name["says"] for name in names if name["key"] == key), self.whole.spelled.get(key or "", key))


def rows_of(claims: Sequence[Mapping[str, Any]], columns: Sequence[Column], whole: WholeStory) -> tuple[Row, ...]:
    """The claims as ``claims_in_order`` sorts them; ``whole`` is of the document of which they may be a part.

    Once anything is reviewed, a claim that is not is also found as ``open``.
    """
    by_article = {column.id: column for column in columns}
    reviewed = any(claim.get("review") for claim in claims)
    with_sources = ((claim, _Sources(by_article, claim["members"], claim.get("one_voice", ()), whole)) for claim in claims_in_order(claims))
    rows = (_row(claim, sources, columns) for claim, sources in with_sources)
    return tuple(replace(row, kinds=(*row.kinds, "open")) if reviewed and not row.review else row for row in rows)


def whole_story(document: Mapping[str, Any], language: str, *, in_parts: bool = False) -> WholeStory:
    """Of a whole document; facts have their names in ``language``, and no way to them from another one of its parts."""
    facts = document.get("facts", ())
    links = {fact["id"]: FactLink(label_in(fact, language), None if in_parts else fact_anchor(fact["id"])) for fact in facts}
    return WholeStory(_spelled_in(document["claims"]), links)


def claims_in_order(claims: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Conflicts first, then what most articles say, then most voices, then the order of the document."""

    def rank(claim: Mapping[str, Any]) -> tuple[int, int, int]:
        said_by = sum(source["relation"] not in ABSENT_RELATIONS for source in claim["sources"])
        return -len(claim["disputes"]) - ("conflicts" in kinds_of(claim)), -said_by, -claim["voices"]

    return sorted(claims, key=rank)


def _spelled_in(claims: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Names by their keys, as they stand at their fullest."""
    names = [name for claim in claims for member in claim["members"] for name in member["names"]]
    return {name["key"]: name["says"] for name in sorted(names, key=lambda name: (len(name["says"]), name["says"]))}


def quote_of(passage: Mapping[str, Any], column: Column, layers: Iterable[Layer] = ()) -> Quote:
    """A passage cut at its layers, with its way to the source text."""
    field, start, end = passage.get("field", "text"), passage["start"], passage["end"]
    text = column.title if field == "title" else column.text
    place = "title" if field == "title" else f"{start}–{end}"
    parts = segments(text, layers, start, end)
    return Quote(label=column.label, language=column.language, anchor=anchor(column.label, field, start), place=place, parts=parts)


def _row(claim: Mapping[str, Any], sources: _Sources, columns: Sequence[Column]) -> Row:
    stands = {source["article"]: source for source in claim["sources"]}
    cells = tuple(_cell(stands[column.id], column, sources) for column in columns if column.id in stands)
    return Row(
        id=claim["id"],
        anchor=claim_anchor(claim["id"]),
        wording=claim["wording"],
        language=_language(claim, sources.columns),
        voices=claim["voices"],
        said_by=sum(cell.relation not in ABSENT_RELATIONS for cell in cells),
        score=claim["score"]["total"],
        score_parts=tuple(claim["score"]["parts"].items()),
        kinds=kinds_of(claim),
        disputes=tuple(_dispute(dispute, columns, sources.whole) for dispute in claim["disputes"]),
        cells=cells,
        position=sum(_position(member, sources.columns) for member in claim["members"]) // len(claim["members"]),
        review=_review(claim.get("review")),
    )


def _review(given: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """What was decided, and how the claim stands by it; its words can be written in UTF-8, whatever was typed."""
    if not given:
        return None
    written = {name: one_line(value) if isinstance(value, str) else value for name, value in given.items()}
    return {"changed": None, **written, "as": reviewed_as(given)}


def _language(claim: Mapping[str, Any], columns: Mapping[str, Column]) -> str:
    """Of the sentence that gave the wording; of the first member if the wording is no one's sentence."""
    worded = [member for member in claim["members"] if member["quote"] == claim["wording"]] or claim["members"]
    return columns[worded[0]["article"]].language


def _position(member: Mapping[str, Any], columns: Mapping[str, Column]) -> int:
    return 0 if member["field"] == "title" else 1000 * int(member["start"]) // max(1, len(columns[member["article"]].text))


def _dispute(dispute: Mapping[str, Any], columns: Sequence[Column], whole: WholeStory) -> Dispute:
    sides = (Side(side["value"], tuple(c for c in columns if c.id in side["articles"])) for side in dispute["sides"])
    return Dispute(dispute["slot"], tuple(sides), whole.facts.get(dispute.get("fact", "")))


def _cell(source: Mapping[str, Any], column: Column, sources: _Sources) -> Cell:
    evidence = source["evidence"]
    near = next((item for item in evidence if item["check"] == _NEAR_MISS), evidence[0]) if source["relation"] in ABSENT_RELATIONS else None
    differing = [item for item in evidence if item["check"] != _BY_REVIEWER and _mark_kind(item, source) == "dif" and item.get("other")]
    return Cell(
        column=column,
        relation=source["relation"],
        quotes=tuple(_quote(member, column, source, sources) for member in sources.of(column.id)),
        rivals=_rivals([_article_value(item["other"], sources) for item in differing]),
        one_voice=sources.one_voice(column.id),
        against=tuple(sources.columns[article].label for article in source["against"]),
        reasons=() if near else tuple(_reason(item, sources) for item in evidence if item not in differing),
        open_on=tuple(sources.whole.facts[fact] for fact in source.get("open_on", ()) if fact in sources.whole.facts),
        miss=_miss(near, column) if near else None,
        miss_score=near.get("score") if near else None,
    )


def _rivals(said: Iterable[ArticleValue]) -> tuple[RivalArticle, ...]:
    together: dict[tuple[str, str], dict[str, ArticleValue]] = {}
    for one in said:
        together.setdefault((one.language, one.says), {}).setdefault(one.label, one)
    return tuple(
        RivalArticle(tuple(sorted(by_label.values(), key=lambda one: one.label)), language, says)
        for (language, says), by_label in together.items()
    )


def _quote(member: Mapping[str, Any], column: Column, source: Mapping[str, Any], sources: _Sources) -> Quote:
    return replace(quote_of(member, column, _layers(member, source)), speaker=sources.speaker(member["speaker"]))


def _layers(member: Mapping[str, Any], source: Mapping[str, Any]) -> list[Layer]:
    """Evidence that lies in one sentence, each piece by what it is there, and the clause in which it agrees."""
    here = [item for item in source["evidence"] if item.get("field", "text") == member["field"] and item["span"]]
    layers = [Layer(item["span"][0], item["span"][1], _mark_kind(item, source)) for item in here if item["check"] not in _OF_WHOLE]
    enough = _WHOLE * (member["end"] - member["start"])
    clause = [Layer(member["clause"][0], member["clause"][1], "cl")] if member.get("clause") else []
    return [*clause, *(layer for layer in layers if layer.kind != "key" or layer.end - layer.start < enough)]


def _mark_kind(item: Mapping[str, Any], source: Mapping[str, Any]) -> str:
    """``dif`` where a value stands against another's, ``add`` where nobody else says it, else ``key``."""
    other = item.get("other")
    if source["relation"] == "conflicts" and other and other["article"] in source["against"] and _differs(item, other):
        return "dif"
    if source["relation"] == "adds_detail" and (not other or item["check"] == "words"):
        return "add"
    return "key"


def _differs(item: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    mine, theirs = item.get("value"), other.get("value")
    return bool(item["says"] != other["says"]) if mine is None or theirs is None else bool(mine != theirs)


def _reason(item: Mapping[str, Any], sources: _Sources) -> EvidenceReason:
    if item["check"] == _BY_REVIEWER:
        return EvidenceReason(item["check"], one_line(item["value"] or ""), None, None)
    return EvidenceReason(
        item["check"], item["says"], item.get("score"), _article_value(item["other"], sources) if item.get("other") else None
    )


def _article_value(other: Mapping[str, Any], sources: _Sources) -> ArticleValue:
    column = sources.columns[other["article"]]
    field, at = other.get("field", "text"), other["span"][0]
    holding = (m for m in sources.of(column.id) if m["field"] == field and m["start"] <= at < m["end"])
    place = next((anchor(column.label, field, member["start"]) for member in holding), None)
    return ArticleValue(column.label, column.language, place, other["says"])


def _miss(item: Mapping[str, Any], column: Column) -> Quote | None:
    """The nearest sentence of an article that does not tell the claim; what is known of it only as words is quoted without a place."""
    other = item.get("other")
    near = other if other and other["article"] == column.id and not item["span"] else item
    if near["span"]:
        return quote_of({"field": near.get("field", "text"), "start": near["span"][0], "end": near["span"][1]}, column)
    return (
        Quote(label=column.label, language=column.language, anchor="", place="", parts=(Segment(0, near["says"]),))
        if near["says"]
        else None
    )
