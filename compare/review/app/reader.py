"""A request for an article -> its reader; a sentence that stands in no claim -> a claim that a reviewer chooses."""

from collections import Counter

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from compare.model import ArticleId, Passage
from compare.review import acts
from compare.review.app.article import loose_in, reader_of
from compare.review.app.choices import Option, likest
from compare.review.app.cluster_pages import Kept
from compare.review.app.clusters import columns_of
from compare.review.app.given import given_in, passages_in
from compare.review.app.ledger import Ledger
from compare.review.app.named import name_of
from compare.review.app.place import application_of, home_of, segment, work_of
from compare.review.app.words import marked
from compare.review.state import ReviewedClaim, State
from compare.review.store.seam import StaleError

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
    found = reader_of(work.view().state, ArticleId(request.path_params["article"]))
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
    passages = passages_in(request.query_params.getlist("passage"), work_of(request).run.shelf)
    return _choice(request, _loose(request, passages), Kept(), 200)


async def put(request: Request) -> Response:
    """Put the sentence into the claim that was chosen."""
    work, given = work_of(request), given_in(await request.form())
    passages, view = given.passages("passage", work.run.shelf), work.view()
    passage = next(iter(passages), None)
    if len(passages) != 1 or passage is None or work.run.claim_at(passage) is None:
        raise HTTPException(400)
    seen, target = given.seen, view.state.claim.get(given.one("to"))
    if target is None:
        return _choice(request, passage, Kept(fault=_GONE), 422)
    try:
        work.decide(acts.move(work.stroke(application_of(request).reviewer), passages, passages, target.members), seen)
    except StaleError as stale:
        return _choice(request, passage, Kept(newer=stale.newer), 409)
    return RedirectResponse(f"{home_of(work)}/articles/{segment(passage.article)}?done#s{passage.span.start}", 303)


def _loose(request: Request, passages: frozenset[Passage]) -> Passage:
    """The sentence that is asked for; there is no page for one that a claim has."""
    article = ArticleId(request.path_params["article"])
    state = work_of(request).view().state
    if article not in state.run.articles or not passages or not passages <= loose_in(state, article):
        raise HTTPException(404)
    return min(passages)


def _choice(request: Request, passage: Passage, kept: Kept, status: int) -> Response:
    work, words = work_of(request), request.query_params.get("words", "")
    view = work.view()
    ledger = Ledger(view.state) if kept.newer else None
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
        "sends": [("seen", view.seen), ("passage", name_of(passage))],
        "kept": kept,
        "newer": [ledger.of(event) for _, event in kept.newer] if ledger else [],
    }
    return application_of(request).page(request.scope, "put_into.html", values, status)


def _option(claim: ReviewedClaim, state: State) -> Option:
    language = state.run.articles[claim.group.members[0].article].language
    return Option(claim.id, claim.wording, language, len(claim.members), (claim.wording, *(said.quote for said in claim.group.members)))
