"""Passages to move, or a claim to merge -> the page with claims to choose from, the likeliest first; the choice -> a decision."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from compare.model import Claim as Sentence
from compare.review import actions
from compare.review.app.claim.claim_screen import choice_url
from compare.review.app.claim.claim_view import location_label
from compare.review.app.claim.decide_claim import decision_context_of, save_and_redirect, url_after
from compare.review.app.claim.queue import wording_language
from compare.review.app.display.article_labels import article_columns
from compare.review.app.display.messages import translatable
from compare.review.app.requests.decision_form import DecisionForm, read_form
from compare.review.app.requests.page_urls import run_url
from compare.review.app.requests.passage_ids import passage_id, passages_with_ids
from compare.review.app.requests.refused_form import RefusedForm
from compare.review.app.requests.run_screen import RunScreen, run_screen
from compare.review.app.requests.search_query import contains_words, search_words
from compare.review.events import Event
from compare.review.regroup import PassageSet
from compare.review.review_run import passage_of
from compare.review.review_state import ReviewedClaim, ReviewState

CHOOSE = "/runs/{run}/choose"
_MAX_CANDIDATES = 30  # claims to choose from; more are found by searching
_SAME_ARTICLES = 15  # of 100 points of similarity: a claim that the same articles tell is more often a part of this one
_TARGET_GONE = translatable("The claim that you chose has changed meanwhile. Choose again.")


@dataclass(frozen=True, slots=True)
class ClaimChoice:
    """What to move or merge: passages of ``claim``, if they are in one, with their ``sentences``; for a merge, the whole claim."""

    action: str
    claim: ReviewedClaim | None
    passages: PassageSet
    sentences: Sequence[Sentence]


async def show(request: Request) -> Response:
    """The page with the claims to choose from."""
    screen, query = run_screen(request), request.query_params
    passages = passages_with_ids(query.getlist("passage"), screen.story_review.run.field_texts)
    choice = _requested_choice(screen.state, query.get("act", ""), query.get("claim", ""), passages or frozenset())
    return _page(screen, choice)


async def choose(request: Request) -> Response:
    """Save the move into, or merge with, the claim that was chosen."""
    screen = run_screen(request)
    form = await read_form(request, screen.story_review.run.field_texts)
    claim = screen.state.claim_with(form.shown_members) if form.shown_members else None
    choice = _requested_choice(screen.state, form.action, claim.id if claim else "", form.selected)
    target = screen.state.claim_by_id.get(form.target_id)
    if target is None or target is claim:
        return _page(screen, choice, RefusedForm(form, _TARGET_GONE))
    return save_and_redirect(screen, form, _events(screen, form, choice, target), partial(url_after, screen, form, claim or target))


def _events(screen: RunScreen, form: DecisionForm, choice: ClaimChoice, target: ReviewedClaim) -> list[Event]:
    context = decision_context_of(screen, form)
    if choice.action == "merge" and choice.claim:
        return actions.merge(context, choice.claim.members, target.members)
    return actions.move(context, choice.claim.members if choice.claim else choice.passages, choice.passages, target.members)


def _requested_choice(state: ReviewState, action: str, claim_id: str, passages: PassageSet) -> ClaimChoice:
    """``HTTPException`` if there is nothing to move or merge."""
    claim = state.claim_by_id.get(claim_id)
    passages_meant = claim.members if claim and action == "merge" else passages & claim.members if claim else passages
    sentences = [
        sentence
        for passage in sorted(passages_meant)
        if passage.article in state.run.articles and (sentence := state.run.claim_at(passage))
    ]
    if not sentences or action not in {"move", "merge"} or (action == "merge" and claim is None):
        raise HTTPException(404)
    return ClaimChoice(action, claim, frozenset(map(passage_of, sentences)), sentences)


def _page(screen: RunScreen, choice: ClaimChoice, refused: RefusedForm | None = None) -> Response:
    columns = article_columns(screen.story_review.run)
    words = search_words(screen.request.query_params, "find")
    values: dict[str, object] = {
        "action": choice.action,
        "claim": choice.claim,
        "claim_language": wording_language(choice.claim) if choice.claim else "",
        "members": sorted(map(passage_id, choice.claim.members)) if choice.claim else [],
        "passages": [
            (passage_id(p), columns[p.article], location_label(p), s.quote)
            for p, s in zip(map(passage_of, choice.sentences), choice.sentences, strict=True)
        ],
        "words": words,
        "candidates": [(claim, wording_language(claim)) for claim in candidate_claims(screen.state, choice, words)],
        "queue_filter": screen.queue_filter,
        "back_url": screen.claim_url(choice.claim.id) if choice.claim else f"{run_url(screen.story_review)}/aside",
    }
    return screen.render(
        "choose_claim.html",
        values,
        refused,
        url=choice_url(screen, choice.action, choice.claim, choice.passages if choice.action == "move" else ()),
    )


def candidate_claims(state: ReviewState, choice: ClaimChoice, words: str) -> list[ReviewedClaim]:
    """Other claims that contain all of ``words``: those with similar wording first, raised if the same articles tell them."""
    from rapidfuzz.fuzz import token_set_ratio
    from rapidfuzz.process import cdist

    others = [
        claim
        for claim in state.claims
        if claim is not choice.claim
        and not choice.passages <= claim.members
        and contains_words(f"{claim.id} {claim.wording} {' '.join(m.quote for m in claim.group.members)}", words)
    ]
    if not others:
        return []
    articles = {sentence.article for sentence in choice.sentences}
    quotes = [sentence.quote for sentence in choice.sentences]
    likeness = cdist(quotes, [claim.wording for claim in others], scorer=token_set_ratio).max(axis=0)
    scores = [
        float(like) + _SAME_ARTICLES * len(articles & {passage.article for passage in claim.members}) / len(articles)
        for like, claim in zip(likeness, others, strict=True)
    ]
    return [others[at] for at in sorted(range(len(others)), key=lambda at: (-scores[at], at))[:_MAX_CANDIDATES]]
