"""Comparison -> the comparison document (``schemas/comparison.schema.json``) as plain JSON values."""

from collections.abc import Mapping
from typing import Any

from compare.documents.fact_values import entity_value, event_value, fact_values, own_labels
from compare.duplicates.figure_differences import figure_differences
from compare.model import ArticleId, Claim, ClaimGroup, Cluster, Evidence, Mark, Published, Reading, Relation, Span
from compare.story_result import Comparison

JsonObject = dict[str, Any]


def to_document(comparison: Comparison, version: str, made_at: str) -> JsonObject:
    """The document of one comparison; only ``run.version`` and ``run.made_at`` are not of the comparison itself."""
    texts = {reading.article.id: reading.article.text for reading in comparison.readings}
    claims = [claim_value(group) for group in comparison.groups]
    return {
        "schema": "comparison/1",
        "story": {"id": comparison.story, "title": comparison.title},
        "articles": [_article(reading) for reading in comparison.readings],
        "clusters": [cluster_value(cluster, texts) for cluster in comparison.clusters],
        "claims": claims,
        "facts": fact_values(comparison.facts, claims, own_labels(comparison.settings)),
        "entities": [entity_value(entity) for entity in comparison.entities],
        "events": {"day": comparison.day, "others": [event_value(event) for event in comparison.other_events]},
        "possibly_related": [
            {"members": [_passage(claim) for claim in near.members], "score": near.score} for near in comparison.possibly_related
        ],
        "only_one_source": [
            {"article": claim.article, "start": claim.span.start, "end": claim.span.end} for claim in comparison.only_one_source
        ],
        "skipped": [{"place": skipped.place, "why": skipped.reason} for skipped in comparison.skipped],
        "run": {
            "tool": "tellings",
            "version": version,
            "settings": comparison.settings,
            "kernels": comparison.kernels,
            "made_at": made_at,
            "warnings": list(comparison.warnings),
        },
    }


def _article(reading: Reading) -> JsonObject:
    article = reading.article
    return {
        "id": article.id,
        "outlet": article.outlet,
        "title": article.title,
        "language": article.language,
        "url": article.url,
        **({"kept_at": article.kept_at} if article.kept_at else {}),
        "origin": article.origin,
        "sha256": article.sha256,
        "published": _published(article.published),
        "credits": {
            "outlet": article.credits.outlet,
            "agencies": list(article.credits.agencies),
            "byline": article.credits.byline,
            "translator": article.credits.translator,
        },
        "text": article.text,
        "marks": [_mark(mark) for mark in reading.marks],
        **({"cut": {"reason": article.cut.reason, "rule": article.cut.rule, "says": article.cut.says}} if article.cut else {}),
    }


def _published(published: Published | None) -> JsonObject | None:
    if published is None:
        return None
    zone = {"zone": published.zone} if published.zone else {}
    return {"value": published.value, "precision": published.precision, "from": published.origin, **zone}


def _mark(mark: Mark) -> JsonObject:
    return {"start": mark.span.start, "end": mark.span.end, "kind": mark.kind, "rule": mark.rule}


def cluster_value(cluster: Cluster, articles: Mapping[ArticleId, str]) -> JsonObject:
    """One of ``clusters``; ``articles`` are the whole texts."""
    texts = [member.span.of(articles[member.article]) for member in cluster.members]
    return {
        "id": cluster.id,
        "members": [{"article": m.article, "start": m.span.start, "end": m.span.end, "mark": m.mark} for m in cluster.members],
        "first": cluster.first,
        "links": [
            {"a": link.a, "b": link.b, "jaccard": round(link.jaccard, 6), "containment": round(link.containment, 6)}
            for link in cluster.links
        ],
        "differences": [
            {
                "a": d.a,
                "b": d.b,
                "says": list(d.says),
                "spans": [_span(span.shifted(cluster.members[k].span.start)) for k, span in zip((d.a, d.b), d.spans, strict=True)],
            }
            for d in figure_differences(texts)
        ],
    }


def claim_value(group: ClaimGroup) -> JsonObject:
    """One of ``claims``."""
    return {
        "id": group.id,
        "wording": group.wording,
        "voices": len(group.voices),
        "one_voice": [
            {"articles": list(voice.articles), "same_wording": voice.same_wording, "sources": list(voice.sources)}
            for voice in group.voices
            if len(voice.articles) > 1
        ],
        "score": {"total": group.score, "parts": dict(group.parts)},
        "members": [_member(claim, clause) for claim, clause in zip(group.members, group.clauses, strict=True)],
        "sources": [_source(relation) for relation in group.relations],
        "disputes": [
            {
                "slot": dispute.slot,
                "fact": dispute.fact,
                "sides": [{"value": side.value, "articles": list(side.articles)} for side in dispute.sides],
            }
            for dispute in group.disputes
        ],
    }


def _passage(claim: Claim) -> JsonObject:
    return {"article": claim.article, "field": claim.field, "start": claim.span.start, "end": claim.span.end, "quote": claim.quote}


def _member(claim: Claim, clause: Span | None) -> JsonObject:
    facts = claim.facts
    return {
        **_passage(claim),
        "clause": _span(clause) if clause else None,
        "speaker": claim.speaker,
        "agency": claim.agency,
        "numbers": [
            {
                "span": _span(n.span),
                "says": n.says,
                "values": list(n.values),
                "unit": n.unit,
                "hedge": n.hedge,
                "high": n.high,
                "counted": list(n.counted),
            }
            for n in facts.numbers
        ],
        "dates": [{"span": _span(d.span), "says": d.says, "value": d.value, "precision": d.precision} for d in facts.dates],
        "names": [{"span": _span(n.span), "says": n.says, "key": n.key} for n in facts.names],
        "negated": facts.negated,
    }


def _source(relation: Relation) -> JsonObject:
    return {
        "article": relation.source,
        "relation": relation.kind,
        "against": list(relation.against),
        "open_on": list(relation.open_on),
        "evidence": [_evidence(evidence) for evidence in relation.evidence],
    }


def _evidence(evidence: Evidence) -> JsonObject:
    other = evidence.other
    return {
        "check": evidence.check,
        "field": evidence.field,
        "span": _span(evidence.span) if evidence.span else None,
        "says": evidence.says,
        "value": evidence.value,
        "score": evidence.score,
        "other": _other_side(other, other.span) if other and other.span else None,
    }


def _other_side(evidence: Evidence, span: Span) -> JsonObject:
    return {"article": evidence.article, "field": evidence.field, "span": _span(span), "says": evidence.says, "value": evidence.value}


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
