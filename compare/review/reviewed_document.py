"""A run and the decisions on it -> its comparison document with them: what reports are made of."""

from collections.abc import Mapping, Sequence
from typing import Any

from compare.documents.fact_values import linked
from compare.documents.to_document import JsonObject, claim_value, cluster_value
from compare.model import Article, Links, Passage
from compare.review.anchors import Anchor, shelf_of, text_of
from compare.review.decision_order import in_order
from compare.review.events import Event, in_force, undone_acts
from compare.review.link_decisions import links_of
from compare.review.locate_decisions import resolve
from compare.review.review_run import Run
from compare.review.review_state import ReviewedClaim, ReviewedCluster, State, state_of
from compare.review.standing_decisions import Decided


def links_in(articles: Sequence[Article], events: Sequence[Event]) -> Links:
    """What reviewers decided on pairs of sentences of these articles, for the engine."""
    texts = [text_of(article.id, article.outlet, "text", article.text) for article in articles]
    titles = [text_of(article.id, article.outlet, "title", article.title) for article in articles if article.title]
    standing = in_force(in_order(events))
    return links_of(standing, "claim", resolve(standing, shelf_of([*texts, *titles])).where)


def with_decisions(document: Mapping[str, Any], events: Sequence[Event]) -> JsonObject:
    """The document as reviewers left it; without events it is what it was."""
    return dict(document) if not events else as_document(state_of(Run(document), events))


def as_document(state: State) -> JsonObject:
    """The run's document with the claims, clusters, relations and verdicts of the state, and the log of decisions."""
    texts = {article.id: article.text for article in state.run.articles.values()}
    alone = {(p.article, p.span.start, p.span.end) for p in state.loose if p.field == "text"}
    alone |= {(one["article"], one["start"], one["end"]) for one in state.run.document["only_one_source"]}
    alone -= {(p.article, p.span.start, p.span.end) for claim in state.claims for p in claim.members}
    claims = [_claim(claim) for claim in state.claims]
    facts = state.run.document.get("facts")
    return {
        **state.run.document,
        **({} if facts is None else {"facts": linked(facts, claims)}),
        "clusters": [_cluster(cluster, texts) for cluster in state.clusters],
        "claims": claims,
        "only_one_source": [{"article": article, "start": start, "end": end} for article, start, end in sorted(alone)],
        "decisions": _decisions(state),
    }


def _claim(claim: ReviewedClaim) -> JsonObject:
    review = _review(claim.decided, sorted(claim.members))
    return claim_value(claim.group) | ({"review": review} if review else {})


def _cluster(cluster: ReviewedCluster, texts: Mapping[Any, str]) -> JsonObject:
    review = _review(cluster.decided, sorted(cluster.members))
    return cluster_value(cluster.cluster, texts) | ({"review": review} if review else {})


def _review(decided: Decided, members: Sequence[Passage]) -> JsonObject | None:
    """What stands of one group, signed by whom the last of it is from; ``None`` if nothing does."""
    standing = (decided.verdict, decided.confirmed, decided.note, decided.wording, decided.unsure)
    said = [event for event in decided.history if event in standing]
    last = decided.verdict or (said[-1] if said else decided.withheld)
    if last is None:
        return None
    added = [members.index(passage) for passage in sorted(decided.added)]
    return {
        "verdict": decided.verdict.value if decided.verdict else None,
        "wording": decided.wording.value if decided.wording else None,
        "note": decided.note.value if decided.note else None,
        "reviewer": last.reviewer,
        "at": last.at,
        "confirmed": decided.confirmed is not None,
        "unsure": decided.unsure is not None,
        "changed": {"added": added, "lost": decided.lost} if decided.changed else None,
    }


def _decisions(state: State) -> JsonObject:
    undone = undone_acts(state.events)
    about = {event.id: claim.id for claim in state.claims for event in claim.decided.history}
    about |= {event.id: cluster.id for cluster in state.clusters for event in cluster.decided.history}
    return {
        "log": [_line(event, about.get(event.id), is_undone=event.act in undone) for event in state.events],
        "proposed": [
            {
                **_said(anchor),
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
        "orphans": [_said(anchor) for anchor in state.resolved.orphans],
    }


def _line(event: Event, group: str | None, *, is_undone: bool) -> JsonObject:
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


def _said(anchor: Anchor) -> JsonObject:
    return {"article": anchor.article, "outlet": anchor.outlet, "quote": anchor.quote}
