"""A request for an article -> its reader; a sentence that stands in no claim -> a claim that a reviewer chooses."""

from collections import Counter

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from compare.errors import StoreError
from compare.model import ArticleId, Passage
from compare.review import actions
from compare.review.app.display.article_labels import columns_of
from compare.review.app.display.messages import marked
from compare.review.app.reader.article_view import loose_in, reader_of
from compare.review.app.requests.decision_form import once, sent
from compare.review.app.requests.group_options import Option, likest
from compare.review.app.requests.page_urls import home_of, name_in, segment
from compare.review.app.requests.passage_ids import name_of, passages_named
from compare.review.app.requests.refused_form import Refused, unkept
from compare.review.app.requests.requested_story import application_of, work_of
from compare.review.app.requests.save_once import keep, kept_of
from compare.review.app.requests.search_query import words_in
from compare.review.review_state import ReviewedClaim, State

LISTING = "/runs/{run}/articles"
ARTICLE = "/runs/{run}/articles/{article}"
PUT = ARTICLE + "/put"
_GONE = marked("That claim is no more; choose another one.")


async def listing(request: Request) -> Response:
    """Every article of the run."""
    work = work_of(request)
    state = work.view().state
    counts = Counter(passage.article for claim in state.claims for passage in claim.members)
    values: dict[str, object] = {"run": work, "home": home_of(work), "columns": columns_of(work.run).values(), "counts": counts}
    return application_of(request).page(request.scope, "articles.html", values)


async def show(request: Request) -> Response:
    """One article."""
    work = work_of(request)
    found = reader_of(work.view().state, ArticleId(name_in(request, "article")))
    if found is None:
        raise HTTPException(404)
    values: dict[str, object] = {
        "run": work,
        "home": home_of(work),
        "reader": found,
        "address": f"{home_of(work)}/articles/{segment(found.column.id)}",
        "done": "done" in request.query_params,
    }
    return application_of(request).page(request.scope, "article.html", values)


async def choose(request: Request) -> Response:
    """The claims that a sentence may be put into."""
    passages = passages_named(request.query_params.getlist("passage"), work_of(request).run.shelf)
    return _choice(request, _loose(request, passages or frozenset()))


async def put(request: Request) -> Response:
    """Put the sentence into the claim that was chosen."""
    work = work_of(request)
    wish, view = await sent(request, work.run.shelf), work.view()
    passage = next(iter(wish.chosen), None)
    if len(wish.chosen) != 1 or passage is None or work.run.claim_at(passage) is None:
        raise HTTPException(400)
    target = view.state.claim.get(wish.to)
    if not kept_of(view.state.events, wish):
        if target is None:
            return _choice(request, passage, Refused(wish, _GONE))
        stroke = work.stroke(application_of(request).reviewer, new_id=wish.ids())
        try:
            keep(work, wish, actions.move(stroke, wish.chosen, wish.chosen, target.members))
        except StoreError as error:
            return _choice(request, passage, unkept(wish, error, work.view().state))
    return RedirectResponse(f"{home_of(work)}/articles/{segment(passage.article)}?done#s{passage.span.start}", 303)


def _loose(request: Request, passages: frozenset[Passage]) -> Passage:
    """The sentence that is asked for; there is no page for one that a claim has."""
    article = ArticleId(name_in(request, "article"))
    state = work_of(request).view().state
    if article not in state.run.articles or not passages or not passages <= loose_in(state, article):
        raise HTTPException(404)
    return min(passages)


def _choice(request: Request, passage: Passage, refused: Refused | None = None) -> Response:
    work, words = work_of(request), words_in(request.query_params)
    view = work.view()
    text = passage.span.of(work.run.shelf[passage.article, passage.field].text)
    article = f"{home_of(work)}/articles/{segment(passage.article)}"
    values: dict[str, object] = {
        "run": work,
        "home": home_of(work),
        "heading": marked("Put the sentence into a claim"),
        "deed": marked("Put into this claim"),
        "texts": [text],
        "options": likest((_option(claim, view.state) for claim in view.state.claims), [text], words),
        "words": words,
        "back": f"{article}#s{passage.span.start}",
        "target": f"{article}/put",
        "asks": [("passage", name_of(passage))],
        "sends": [("seen", view.seen), ("once", once()), ("passage", name_of(passage))],
        "refused": refused,
    }
    return application_of(request).page(request.scope, "choose_group.html", values, refused.status if refused else 200)


def _option(claim: ReviewedClaim, state: State) -> Option:
    language = state.run.articles[claim.group.members[0].article].language
    return Option(claim.id, claim.wording, language, len(claim.members), (claim.wording, *(said.quote for said in claim.group.members)))
