"""A run and the decision events on it -> its comparison document with these decisions, which reports are made of."""

from collections.abc import Mapping, Sequence
from typing import Any

from compare.documents.fact_values import fact_value, linked
from compare.documents.to_document import JsonObject, claim_value, cluster_value
from compare.model import Article, Links, Passage
from compare.review.anchors import Anchor, make_field_text, texts_by_field
from compare.review.decision_order import chronological
from compare.review.events import Event, active_events, undone_acts
from compare.review.group_reviews import GroupReview
from compare.review.link_decisions import links_of
from compare.review.resolve_anchors import resolve_anchors
from compare.review.review_run import Run
from compare.review.review_state import ReviewedClaim, ReviewedCluster, ReviewState, review_state
from compare.review.reviewed_facts import ReviewedFact

_CHANGED = frozenset(["state", "values", "ladder"])  # parts of a fact that a decision can change
_STATES = ("disputed", "updated", "agreed", "single")  # in the order of a document


def reviewer_links(articles: Sequence[Article], events: Sequence[Event]) -> Links:
    """What reviewers decided on pairs of sentences of these articles, as links for the engine."""
    texts = [make_field_text(article.id, article.outlet, "text", article.text) for article in articles]
    titles = [make_field_text(article.id, article.outlet, "title", article.title) for article in articles if article.title]
    active = active_events(chronological(events))
    return links_of(active, "claim", resolve_anchors(active, texts_by_field([*texts, *titles])).passage_by_anchor)


def with_decisions(document: Mapping[str, Any], events: Sequence[Event]) -> JsonObject:
    """The document with the decisions of the events; unchanged without events."""
    return dict(document) if not events else reviewed_document(review_state(Run(document), events))


def reviewed_document(state: ReviewState) -> JsonObject:
    """The document of the run with the claims, clusters, relations and verdicts of the state, and with the log of decisions."""
    texts = {article.id: article.text for article in state.run.articles.values()}
    single = {(p.article, p.span.start, p.span.end) for p in state.ungrouped if p.field == "text"}
    single |= {(one["article"], one["start"], one["end"]) for one in state.run.document["only_one_source"]}
    single -= {(p.article, p.span.start, p.span.end) for claim in state.claims for p in claim.members}
    claims = [_claim_json(claim) for claim in state.claims]
    facts = _facts_json(state)
    return {
        **state.run.document,
        **({} if facts is None else {"facts": linked(facts, claims)}),
        "clusters": [_cluster_json(cluster, texts) for cluster in state.clusters],
        "claims": claims,
        "only_one_source": [{"article": article, "start": start, "end": end} for article, start, end in sorted(single)],
        "decisions": _decisions_json(state),
    }


def _facts_json(state: ReviewState) -> list[JsonObject] | None:
    """The facts that are left, disputed ones first; nothing of a document that was made before there were facts."""
    given = state.run.document.get("facts")
    if given is None:
        return None
    found = [_fact_json(value, fact) for value, fact in zip(given, state.facts, strict=True) if fact.fact]
    return sorted(found, key=lambda fact: _STATES.index(fact["state"]))


def _fact_json(given: Mapping[str, Any], reviewed: ReviewedFact) -> JsonObject:
    now: JsonObject = fact_value(reviewed.fact, {}) if reviewed.fact and reviewed.is_changed else {}
    changed: JsonObject = {name: value for name, value in now.items() if name in _CHANGED}
    decided = reviewed.review.history[-1] if reviewed.review.history else None
    if decided is None:
        return {**given, **changed}
    note = reviewed.review.note
    review = {
        "reviewer": decided.reviewer,
        "at": decided.at,
        "confirmed": reviewed.review.confirmed is not None,
        "taken_out": len(reviewed.taken_out),
        "note": note.value if note else None,
    }
    return {**given, **changed, "review": review}


def _claim_json(claim: ReviewedClaim) -> JsonObject:
    review = _review_json(claim.review, sorted(claim.members))
    return claim_value(claim.group) | ({"review": review} if review else {})


def _cluster_json(cluster: ReviewedCluster, texts: Mapping[Any, str]) -> JsonObject:
    review = _review_json(cluster.review, sorted(cluster.members))
    return cluster_value(cluster.cluster, texts) | ({"review": review} if review else {})


def _review_json(review: GroupReview, members: Sequence[Passage]) -> JsonObject | None:
    """The decisions in force on one group, with the reviewer of the last one; ``None`` if there are none."""
    active = (review.verdict, review.confirmed, review.note, review.wording, review.unsure)
    shown = [event for event in review.history if event in active]
    last = review.verdict or (shown[-1] if shown else review.withheld)
    if last is None:
        return None
    added = [members.index(passage) for passage in sorted(review.added)]
    return {
        "verdict": review.verdict.value if review.verdict else None,
        "wording": review.wording.value if review.wording else None,
        "note": review.note.value if review.note else None,
        "reviewer": last.reviewer,
        "at": last.at,
        "confirmed": review.confirmed is not None,
        "unsure": review.unsure is not None,
        "changed": {"added": added, "lost": review.lost} if review.changed else None,
    }


def _decisions_json(state: ReviewState) -> JsonObject:
    undone = undone_acts(state.events)
    about = {event.id: claim.id for claim in state.claims for event in claim.review.history}
    about |= {event.id: cluster.id for cluster in state.clusters for event in cluster.review.history}
    about |= {event.id: fact.id for fact in state.facts if fact.fact for event in fact.review.history}
    return {
        "log": [_log_json(event, about.get(event.id), is_undone=event.act in undone) for event in state.events],
        "proposed": [
            {
                **_anchor_json(anchor),
                "to": {
                    "article": proposal.passage.article,
                    "field": proposal.passage.field,
                    "start": proposal.passage.span.start,
                    "end": proposal.passage.span.end,
                },
                "likeness": proposal.likeness,
            }
            for anchor, proposal in state.resolved.proposed
        ],
        "orphans": [_anchor_json(anchor) for anchor in state.resolved.orphans],
    }


def _log_json(event: Event, group: str | None, *, is_undone: bool) -> JsonObject:
    return {
        "id": event.id,
        "act": event.act,
        "at": event.at,
        "reviewer": event.reviewer,
        "kind": event.kind,
        "about": event.about,
        "group": group,
        "value": event.value,
        "quotes": [anchor.quote for anchor in event.passages],
        "undone": is_undone,
    }


def _anchor_json(anchor: Anchor) -> JsonObject:
    return {"article": anchor.article, "outlet": anchor.outlet, "quote": anchor.quote}
