"""A request -> what stands in no claim: rejected groups, sentences that decisions left over, and those of one source alone."""

from collections.abc import Iterable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from compare.model import ArticleId, Passage, Span
from compare.review.app.claim.claim_screen import Desk, desk_of
from compare.review.app.claim.claim_view import place_of
from compare.review.app.display.article_labels import columns_of
from compare.review.app.log.decision_lines import Entry, Ledger
from compare.review.app.requests.passage_ids import name_of
from compare.review.app.requests.search_query import holds, words_in
from compare.review.review_state import Rejected
from reports.labels import Column

ASIDE = "/runs/{run}/aside"
_SHOWN = 200  # sentences in one page; more are found by searching


@dataclass(frozen=True, slots=True)
class Alone:
    """A sentence of no claim; ``loose`` if a decision left it over."""

    name: str
    column: Column
    place: str
    quote: str
    loose: bool


async def show(request: Request) -> Response:
    """The lists."""
    desk = desk_of(request)
    words = words_in(request.query_params, "find")
    found = [one for one in _alone(desk) if holds(one.quote, words)]
    ledger = Ledger(desk.view.state)
    values: dict[str, object] = {
        "rejected": [_rejected(desk, ledger, one) for one in desk.view.state.rejected],
        "find": words,
        "alone": found[:_SHOWN],
        "more": max(0, len(found) - _SHOWN),
    }
    return desk.page("unclaimed.html", values)


def _rejected(desk: Desk, ledger: Ledger, rejected: Rejected) -> tuple[Entry, list[tuple[Column, str]]]:
    columns = columns_of(desk.work.run)
    return ledger.of(rejected.event), [(columns[p.article], _quote(desk, p)) for p in sorted(rejected.members)]


def _alone(desk: Desk) -> Iterable[Alone]:
    columns, state = columns_of(desk.work.run), desk.view.state
    grouped = {passage for claim in state.claims for passage in claim.members}
    single = [Passage(ArticleId(one["article"]), "text", Span(one["start"], one["end"])) for one in desk.work.document["only_one_source"]]
    for passage in dict.fromkeys([*state.loose, *single]):
        if passage not in grouped:
            yield Alone(name_of(passage), columns[passage.article], place_of(passage), _quote(desk, passage), passage in state.loose)


def _quote(desk: Desk, passage: Passage) -> str:
    return passage.span.of(desk.work.run.shelf[passage.article, passage.field].text)
