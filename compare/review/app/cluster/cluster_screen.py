"""A request about near-duplicate clusters -> the page with their list, with one of them, or with a choice of clusters."""

from types import MappingProxyType

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from compare.review.app.cluster.cluster_list import CLUSTER_FILTER_WORDS, cluster_summary, list_clusters, read_cluster_filter
from compare.review.app.cluster.cluster_view import cluster_view
from compare.review.app.display.decision_words import DECISION_WORDS
from compare.review.app.display.messages import translatable
from compare.review.app.log.decision_lines import DecisionLines
from compare.review.app.log.overruled_lines import overruled_lines_of
from compare.review.app.requests.decision_form import new_form_id
from compare.review.app.requests.group_options import GroupOption, most_similar
from compare.review.app.requests.page_urls import name_from_path, run_url, url_segment
from compare.review.app.requests.passage_ids import passage_id, passages_with_ids
from compare.review.app.requests.refused_form import RefusedForm
from compare.review.app.requests.requested_story import application_of, story_review_of
from compare.review.app.requests.search_query import search_words
from compare.review.app.runs.story_review import Snapshot
from compare.review.regroup import PassageSet
from compare.review.review_state import ReviewedCluster

LIST = "/runs/{run}/clusters"
CLUSTER = "/runs/{run}/clusters/{cluster}"
CHOOSE = CLUSTER + "/choose"
_CHOICES: MappingProxyType[str, tuple[str, str]] = MappingProxyType(
    {
        "merge": (translatable("Merge with another cluster"), translatable("Merge")),
        "move": (translatable("Move to another cluster"), translatable("Move")),
    }
)


async def show_list(request: Request) -> Response:
    """The list of clusters."""
    return list_page(request, story_review_of(request).snapshot())


async def show_cluster(request: Request) -> Response:
    """One cluster."""
    snapshot = story_review_of(request).snapshot()
    found = snapshot.state.cluster_by_id.get(name_from_path(request, "cluster"))
    if found is None:
        raise HTTPException(404)
    return cluster_page(request, (snapshot, found))


async def show_choice(request: Request) -> Response:
    """The other clusters to choose from, the most similar first; with search words, only those that contain them."""
    story_review, query = story_review_of(request), request.query_params
    snapshot, action = story_review.snapshot(), query.get("act", "")
    found = snapshot.state.cluster_by_id.get(name_from_path(request, "cluster"))
    if found is None or action not in _CHOICES:
        raise HTTPException(404)
    selected = passages_with_ids(query.getlist("passage"), story_review.run.field_texts)
    if selected is None:
        raise HTTPException(404)
    passages = selected if action == "move" else found.members
    texts = [passage.span.of(story_review.run.field_texts[passage.article, passage.field].text) for passage in sorted(passages)]
    others = [_group_option(other, snapshot) for other in snapshot.state.clusters if other.id != found.id]
    title, button_label = _CHOICES[action]
    back_url = f"{run_url(story_review)}/clusters/{url_segment(found.id)}{read_cluster_filter(query).query_string}"
    values: dict[str, object] = {
        "story_review": story_review,
        "run_url": run_url(story_review),
        "heading": title,
        "button_label": button_label,
        "texts": texts,
        "options": most_similar(others, texts, search_words(query)),
        "words": search_words(query),
        "back_url": back_url,
        "form_url": back_url,
        "refused": None,
        "search_fields": [("act", action), *(("passage", passage_id(passage)) for passage in sorted(selected))],
        "form_fields": [
            ("act", action),
            ("seen", snapshot.last_seq),
            ("once", new_form_id()),
            *(("passage", passage_id(passage)) for passage in sorted(selected)),
            *(("member", passage_id(passage)) for passage in sorted(found.members)),
        ],
    }
    return application_of(request).render(request.scope, "choose_group.html", values)


def refused_page(request: Request, members: PassageSet, refused: RefusedForm) -> Response:
    """The page after a form was refused: the cluster that now contains most of the members, or the list if none does."""
    snapshot = story_review_of(request).snapshot()
    found = snapshot.state.cluster_with(members)
    return cluster_page(request, (snapshot, found), refused) if found else list_page(request, snapshot, refused)


def list_page(request: Request, snapshot: Snapshot, refused: RefusedForm | None = None) -> Response:
    """The list of clusters, below the form that was refused, if one was."""
    story_review = story_review_of(request)
    values: dict[str, object] = {
        "story_review": story_review,
        "run_url": run_url(story_review),
        "cluster_list": list_clusters(snapshot.state, read_cluster_filter(request.query_params)),
        "filter_words": CLUSTER_FILTER_WORDS.items(),
        "refused": refused,
        "done_words": DECISION_WORDS.get(request.query_params.get("done", "")),
    }
    return application_of(request).render(request.scope, "clusters.html", values, refused.http_status if refused else 200)


def cluster_page(request: Request, shown: tuple[Snapshot, ReviewedCluster], refused: RefusedForm | None = None) -> Response:
    """One cluster; its fields contain what was typed into the form that was refused, if one was."""
    story_review, (snapshot, found) = story_review_of(request), shown
    cluster_filter = read_cluster_filter(request.query_params)
    lines = DecisionLines(snapshot.state)
    values: dict[str, object] = {
        "story_review": story_review,
        "run_url": run_url(story_review),
        "page_url": f"{run_url(story_review)}/clusters/{url_segment(found.id)}",
        "cluster_list": list_clusters(snapshot.state, cluster_filter, found.id),
        "cluster": cluster_view(found, story_review.run),
        "selected": frozenset(map(passage_id, refused.form.selected)) if refused else frozenset(),
        "overruled": overruled_lines_of(snapshot, found.review.history),
        "history": [lines.line_of(event) for event in reversed(found.review.history)],
        "note": (found.review.note.value if found.review.note else "") or "",
        "seen_seq": snapshot.last_seq,
        "form_id": new_form_id(),
        "refused": refused,
        "done_words": DECISION_WORDS.get(request.query_params.get("done", "")),
    }
    return application_of(request).render(request.scope, "cluster.html", values, refused.http_status if refused else 200)


def _group_option(cluster: ReviewedCluster, snapshot: Snapshot) -> GroupOption:
    summary = cluster_summary(cluster, snapshot.state.run)
    return GroupOption(id=cluster.id, heading=summary.heading, language=summary.language, passages=len(summary.texts), texts=summary.texts)
