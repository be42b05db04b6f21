"""A comparison document, as JSON values -> its claim groups, facts and clusters, equal to those that it was made of."""

from collections.abc import Mapping
from typing import Any

from compare.model import (
    Article,
    ArticleId,
    Claim,
    ClaimGroup,
    Cluster,
    Credits,
    Cut,
    Date,
    Dispute,
    Evidence,
    Facts,
    Link,
    Name,
    Number,
    Paragraph,
    Published,
    Relation,
    Side,
    Span,
    Voice,
)
from compare.story_result import Entity, EntityMention, Fact, FactMention, FactValue, Rung

Value = Mapping[str, Any]  # one JSON object of a document that conforms to its schema


def article_of(value: Value) -> Article:
    """An article of ``articles``; its story is that of the document."""
    credited = value["credits"]
    return Article(
        id=ArticleId(value["id"]),
        outlet=value["outlet"],
        text=value["text"],
        origin=value["origin"],
        sha256=value["sha256"],
        title=value["title"],
        published=_published(value["published"]),
        url=value["url"],
        kept_at=value.get("kept_at"),
        language=value["language"],
        credits=Credits(credited["outlet"], tuple(credited["agencies"]), credited["byline"], credited["translator"]),
        cut=_cut(value.get("cut")),
    )


def cluster_of(value: Value) -> Cluster:
    """A cluster of ``clusters``."""
    members = tuple(Paragraph(ArticleId(m["article"]), Span(m["start"], m["end"]), m.get("mark")) for m in value["members"])
    links = tuple(Link(link["a"], link["b"], link["jaccard"], link["containment"]) for link in value["links"])
    return Cluster(value["id"], members, links, value["first"])


def group_of(value: Value, languages: Mapping[ArticleId, str]) -> ClaimGroup:
    """A claim of ``claims``; ``languages`` are those of the articles, which the document says once an article."""
    members = value["members"]
    relations = tuple(_relation(source) for source in value["sources"])
    return ClaimGroup(
        id=value["id"],
        wording=value["wording"],
        members=tuple(_claim(member, languages) for member in members),
        score=value["score"]["total"],
        parts=tuple(value["score"]["parts"].items()),
        voices=_voices(value),
        relations=relations,
        disputes=tuple(_dispute(dispute) for dispute in value["disputes"]),
        clauses=tuple(_span(member.get("clause")) for member in members),
    )


def fact_of(value: Value) -> Fact:
    """A fact of ``facts``."""
    return Fact(
        id=value["id"],
        slot=value["slot"],
        about=value["about"],
        state=value["state"],
        values=tuple(FactValue(v["value"], v["display"], v["voices"], tuple(map(_mention, v["said"]))) for v in value["values"]),
        ladder=tuple(map(_rung, value["ladder"])),
        scope=value.get("scope", ""),
        entity=value.get("entity"),
    )


def entity_of(value: Value) -> Entity:
    """An entity of ``entities``."""
    mentions = (EntityMention(ArticleId(m["article"]), m["field"], Span(m["start"], m["end"])) for m in value["mentions"])
    return Entity(value["id"], value["kind"], value["name"], tuple(mentions))


def _rung(value: Value) -> Rung:
    articles, stale = (tuple(map(ArticleId, value.get(name, ()))) for name in ("articles", "stale"))
    return Rung(value["at"], value["value"], articles, stale)


def _mention(said: Value) -> FactMention:
    return FactMention(
        article=ArticleId(said["article"]),
        field=said["field"],
        span=Span(said["start"], said["end"]),
        says=said["says"],
        sentence=Span(*said["sentence"]),
        because=said.get("because", ""),
        hedge=said.get("hedge"),
    )


def _cut(value: Value | None) -> Cut | None:
    return Cut(value["reason"], value["rule"], value.get("says")) if value else None


def _published(value: Value | None) -> Published | None:
    return Published(value["value"], value["precision"], value["from"], value.get("zone", "")) if value else None


def _span(value: list[int] | None) -> Span | None:
    return Span(value[0], value[1]) if value else None


def _claim(member: Value, languages: Mapping[ArticleId, str]) -> Claim:
    article = ArticleId(member["article"])
    return Claim(
        article=article,
        field=member["field"],
        span=Span(member["start"], member["end"]),
        quote=member["quote"],
        language=languages[article],
        facts=Facts(
            tuple(_number(number) for number in member["numbers"]),
            tuple(Date(Span(*d["span"]), d["says"], d["value"], d["precision"]) for d in member["dates"]),
            tuple(Name(Span(*n["span"]), n["says"], n["key"]) for n in member["names"]),
            member["negated"],
        ),
        speaker=member["speaker"],
        agency=member.get("agency"),
    )


def _number(value: Value) -> Number:
    values, counted = tuple(value["values"]), tuple(value["counted"])
    return Number(
        span=Span(*value["span"]),
        says=value["says"],
        values=values,
        unit=value["unit"],
        hedge=value["hedge"],
        high=value["high"],
        counted=counted,
    )


def _voices(value: Value) -> tuple[Voice, ...]:
    """The document lists those of several articles; every other article is a voice of its own."""
    joined = [
        Voice(tuple(map(ArticleId, voice["articles"])), voice["same_wording"], tuple(voice["sources"]))
        for voice in value.get("one_voice", [])
    ]
    inside = {article for voice in joined for article in voice.articles}
    single = {ArticleId(member["article"]) for member in value["members"]} - inside
    return tuple(sorted([*joined, *(Voice((article,)) for article in single)], key=lambda voice: voice.articles[0]))


def _relation(source: Value) -> Relation:
    article = ArticleId(source["article"])
    evidence = tuple(_evidence(article, value) for value in source["evidence"])
    return Relation(
        article, source["relation"], evidence, tuple(map(ArticleId, source["against"])), open_on=tuple(source.get("open_on", ()))
    )


def _evidence(article: ArticleId, value: Value) -> Evidence:
    other = value.get("other")
    return Evidence(
        check=value["check"],
        article=article,
        span=_span(value["span"]),
        says=value["says"],
        value=value.get("value"),
        field=value.get("field", "text"),
        other=Evidence(
            check=value["check"],
            article=ArticleId(other["article"]),
            span=_span(other["span"]),
            says=other["says"],
            value=other.get("value"),
            field=other.get("field", "text"),
        )
        if other
        else None,
        score=value.get("score"),
    )


def _dispute(value: Value) -> Dispute:
    sides = tuple(Side(side["value"], tuple(map(ArticleId, side["articles"]))) for side in value["sides"])
    return Dispute(value["slot"], sides, value.get("fact"))
