"""Passages to move, or a claim to merge -> the claims that may be meant, the likeliest first, and the one that was chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from compare.model import Claim as Sentence
from compare.review import actions
from compare.review.app.claim.claim_screen import Desk, choice_address, claim_address, desk_of
from compare.review.app.claim.claim_view import place_of
from compare.review.app.claim.decide_claim import done, onward, stroke_of
from compare.review.app.claim.queue import language_of
from compare.review.app.display.article_labels import columns_of
from compare.review.app.display.messages import marked
from compare.review.app.requests.decision_form import Sent, sent
from compare.review.app.requests.page_urls import home_of
from compare.review.app.requests.passage_ids import name_of, passages_named
from compare.review.app.requests.refused_form import Refused
from compare.review.app.requests.search_query import holds, words_in
from compare.review.events import Event
from compare.review.regroup import Members
from compare.review.review_run import passage_of
from compare.review.review_state import ReviewedClaim, State

CHOOSE = "/runs/{run}/choose"
_SHOWN = 30  # claims to choose from; more are found by searching
_SAME_ARTICLES = 15  # of 100 points of likeness: what the same articles tell is more often one claim in two
_GONE = marked("The claim that you chose has changed meanwhile. Choose again.")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be moved or merged: of a claim, or of none; ``sentences`` are those of ``passages``, for a merge all of the claim."""

    act: str
    claim: ReviewedClaim | None
    passages: Members
    sentences: Sequence[Sentence]


async def show(request: Request) -> Response:
    """The claims to choose from."""
    desk, query = desk_of(request), request.query_params
    passages = passages_named(query.getlist("passage"), desk.work.run.shelf)
    wanted = _wanted(desk.view.state, query.get("act", ""), query.get("claim", ""), passages or frozenset())
    return _page(desk, wanted)


async def choose(request: Request) -> Response:
    """Move or merge with the one that was chosen."""
    desk = desk_of(request)
    wish = await sent(request, desk.work.run.shelf)
    claim = desk.view.state.claim_of(wish.members) if wish.members else None
    wanted = _wanted(desk.view.state, wish.act, claim.id if claim else "", wish.chosen)
    target = desk.view.state.claim.get(wish.to)
    if target is None or target is claim:
        return _page(desk, wanted, Refused(wish, _GONE))
    return done(desk, wish, _events(desk, wish, wanted, target), partial(onward, desk, wish, claim or target))


def _events(desk: Desk, wish: Sent, wanted: Wanted, target: ReviewedClaim) -> list[Event]:
    stroke = stroke_of(desk, wish)
    if wanted.act == "merge" and wanted.claim:
        return actions.merge(stroke, wanted.claim.members, target.members)
    return actions.move(stroke, wanted.claim.members if wanted.claim else wanted.passages, wanted.passages, target.members)


def _wanted(state: State, act: str, claim_id: str, passages: Members) -> Wanted:
    """``HTTPException`` if the address asks for nothing that can be done."""
    claim = state.claim.get(claim_id)
    meant = claim.members if claim and act == "merge" else passages & claim.members if claim else passages
    sentences = [
        sentence for passage in sorted(meant) if passage.article in state.run.articles and (sentence := state.run.claim_at(passage))
    ]
    if not sentences or act not in {"move", "merge"} or (act == "merge" and claim is None):
        raise HTTPException(404)
    return Wanted(act, claim, frozenset(map(passage_of, sentences)), sentences)


def _page(desk: Desk, wanted: Wanted, refused: Refused | None = None) -> Response:
    columns = columns_of(desk.work.run)
    find = words_in(desk.request.query_params, "find")
    values: dict[str, object] = {
        "act": wanted.act,
        "claim": wanted.claim,
        "claim_language": language_of(wanted.claim) if wanted.claim else "",
        "members": sorted(map(name_of, wanted.claim.members)) if wanted.claim else [],
        "passages": [
            (name_of(p), columns[p.article], place_of(p), s.quote)
            for p, s in zip(map(passage_of, wanted.sentences), wanted.sentences, strict=True)
        ],
        "find": find,
        "others": [(claim, language_of(claim)) for claim in likely(desk.view.state, wanted, find)],
        "queue_asked": desk.asked,
        "out": claim_address(desk.work, wanted.claim.id, desk.asked) if wanted.claim else f"{home_of(desk.work)}/aside",
    }
    return desk.page(
        "choose_claim.html", values, refused, at=choice_address(desk, wanted.act, wanted.claim, wanted.passages if wanted.act == "move" else ())
    )


def likely(state: State, wanted: Wanted, find: str) -> list[ReviewedClaim]:
    """Claims that hold all words of ``find``: the likest wording first, what the same articles tell before the rest."""
    from rapidfuzz.fuzz import token_set_ratio
    from rapidfuzz.process import cdist

    others = [
        claim
        for claim in state.claims
        if claim is not wanted.claim
        and not wanted.passages <= claim.members
        and holds(f"{claim.id} {claim.wording} {' '.join(m.quote for m in claim.group.members)}", find)
    ]
    if not others:
        return []
    articles = {sentence.article for sentence in wanted.sentences}
    quotes = [sentence.quote for sentence in wanted.sentences]
    likeness = cdist(quotes, [claim.wording for claim in others], scorer=token_set_ratio).max(axis=0)
    near = [
        float(like) + _SAME_ARTICLES * len(articles & {passage.article for passage in claim.members}) / len(articles)
        for like, claim in zip(likeness, others, strict=True)
    ]
    return [others[at] for at in sorted(range(len(others)), key=lambda at: (-near[at], at))[:_SHOWN]]
