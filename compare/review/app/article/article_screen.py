"""A request about articles -> the page with their list, with one article, or with the claims that a sentence can be put into."""

from collections import Counter

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from compare.errors import StoreError
from compare.model import ArticleId, Passage
from compare.review import actions
from compare.review.app.article.article_view import article_view, unclaimed_sentences
from compare.review.app.display.article_labels import article_columns
from compare.review.app.display.messages import translatable
from compare.review.app.requests.decision_form import new_form_id, read_form
from compare.review.app.requests.group_options import GroupOption, most_similar
from compare.review.app.requests.page_urls import name_from_path, run_url, url_segment
from compare.review.app.requests.passage_ids import passage_id, passages_with_ids
from compare.review.app.requests.refused_form import RefusedForm, refused_by_store
from compare.review.app.requests.requested_story import application_of, story_review_of
from compare.review.app.requests.save_once import save_once, saved_events
from compare.review.app.requests.search_query import search_words
from compare.review.review_state import ReviewedClaim, ReviewState

LIST = "/runs/{run}/articles"
ARTICLE = "/runs/{run}/articles/{article}"
PUT_INTO_CLAIM = ARTICLE + "/put"
_TARGET_GONE = translatable("That claim is no more; choose another one.")


async def show_list(request: Request) -> Response:
    """Every article of the run."""
    story_review = story_review_of(request)
    state = story_review.snapshot().state
    counts = Counter(passage.article for claim in state.claims for passage in claim.members)
    values: dict[str, object] = {
        "story_review": story_review,
        "run_url": run_url(story_review),
        "columns": article_columns(story_review.run).values(),
        "counts": counts,
    }
    return application_of(request).render(request.scope, "articles.html", values)


async def show(request: Request) -> Response:
    """One article."""
    story_review = story_review_of(request)
    found = article_view(story_review.snapshot().state, ArticleId(name_from_path(request, "article")))
    if found is None:
        raise HTTPException(404)
    values: dict[str, object] = {
        "story_review": story_review,
        "run_url": run_url(story_review),
        "article": found,
        "page_url": f"{run_url(story_review)}/articles/{url_segment(found.column.id)}",
        "saved": "done" in request.query_params,
    }
    return application_of(request).render(request.scope, "article.html", values)


async def show_choice(request: Request) -> Response:
    """The claims to choose from for a sentence that is in none."""
    passages = passages_with_ids(request.query_params.getlist("passage"), story_review_of(request).run.field_texts)
    return _choice_page(request, _requested_sentence(request, passages or frozenset()))


async def put_into_claim(request: Request) -> Response:
    """Save that the sentence belongs to the claim that was chosen."""
    story_review = story_review_of(request)
    form, snapshot = await read_form(request, story_review.run.field_texts), story_review.snapshot()
    passage = next(iter(form.selected), None)
    if len(form.selected) != 1 or passage is None or story_review.run.claim_at(passage) is None:
        raise HTTPException(400)
    target = snapshot.state.claim_by_id.get(form.target_id)
    if not saved_events(snapshot.state.events, form):
        if target is None:
            return _choice_page(request, passage, RefusedForm(form, _TARGET_GONE))
        context = story_review.decision_context(application_of(request).reviewer, new_id=form.event_ids())
        try:
            save_once(story_review, form, actions.move(context, form.selected, form.selected, target.members))
        except StoreError as error:
            return _choice_page(request, passage, refused_by_store(form, error, story_review.snapshot().state))
    return RedirectResponse(f"{run_url(story_review)}/articles/{url_segment(passage.article)}?done#s{passage.span.start}", 303)


def _requested_sentence(request: Request, passages: frozenset[Passage]) -> Passage:
    """The sentence that the URL names; 404 if it is already in a claim."""
    article = ArticleId(name_from_path(request, "article"))
    state = story_review_of(request).snapshot().state
    if article not in state.run.articles or not passages or not passages <= unclaimed_sentences(state, article):
        raise HTTPException(404)
    return min(passages)


def _choice_page(request: Request, passage: Passage, refused: RefusedForm | None = None) -> Response:
    story_review, words = story_review_of(request), search_words(request.query_params)
    snapshot = story_review.snapshot()
    text = passage.span.of(story_review.run.field_texts[passage.article, passage.field].text)
    article = f"{run_url(story_review)}/articles/{url_segment(passage.article)}"
    values: dict[str, object] = {
        "story_review": story_review,
        "run_url": run_url(story_review),
        "heading": translatable("Put the sentence into a claim"),
        "button_label": translatable("Put into this claim"),
        "texts": [text],
        "options": most_similar((_group_option(claim, snapshot.state) for claim in snapshot.state.claims), [text], words),
        "words": words,
        "back_url": f"{article}#s{passage.span.start}",
        "form_url": f"{article}/put",
        "search_fields": [("passage", passage_id(passage))],
        "form_fields": [("seen", snapshot.last_seq), ("once", new_form_id()), ("passage", passage_id(passage))],
        "refused": refused,
    }
    return application_of(request).render(request.scope, "choose_group.html", values, refused.http_status if refused else 200)


def _group_option(claim: ReviewedClaim, state: ReviewState) -> GroupOption:
    language = state.run.articles[claim.group.members[0].article].language
    return GroupOption(
        id=claim.id,
        heading=claim.wording,
        language=language,
        passages=len(claim.members),
        texts=(claim.wording, *(member.quote for member in claim.group.members)),
    )
