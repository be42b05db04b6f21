"""A request -> passages of earlier decisions that stand elsewhere now, as far as a person says so; nothing moves by itself."""

from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from compare.errors import StoreError
from compare.review import actions
from compare.review.anchors import Anchor, Proposed
from compare.review.app.claim.claim_screen import Desk, desk_of
from compare.review.app.claim.claim_view import place_of
from compare.review.app.claim.decide_claim import stroke_of
from compare.review.app.display.article_labels import columns_of
from compare.review.app.display.highlights import Fragment, fragments
from compare.review.app.display.messages import marked
from compare.review.app.requests.decision_form import sent
from compare.review.app.requests.page_urls import home_of
from compare.review.app.requests.passage_ids import name_of
from compare.review.app.requests.refused_form import Refused, unkept
from compare.review.app.requests.save_once import keep
from compare.review.store.touched_passages import passage_key
from reports.differences import difference
from reports.labels import Column

EARLIER = "/runs/{run}/earlier"
_CHANGED = marked("Nothing was accepted: the list has changed meanwhile. Look at it again.")
_NONE = marked("Select the places first that are the right ones.")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A passage as it was, and the place that may be the one it is now; ``name`` is how a form names the two."""

    name: str
    number: int
    was: Anchor
    column: Column
    place: str
    fragments: tuple[Fragment, ...]
    likeness: float


async def show(request: Request) -> Response:
    """The proposals with what differs, and what was found nowhere."""
    return _page(desk_of(request))


async def accept(request: Request) -> Response:
    """The selected places are the right ones, or all that were shown."""
    desk = desk_of(request)
    wish = await sent(request, desk.work.run.shelf)
    form = await request.form()
    wanted = [value for value in form.getlist("all" if form.get("act") == "all" else "place") if isinstance(value, str)]
    standing = {_name(anchor, proposed): (anchor, proposed.passage) for anchor, proposed in desk.view.state.resolved.proposed}
    if not wanted or not set(wanted) <= set(standing):
        return _page(desk, Refused(wish, _CHANGED if wanted else _NONE))
    wish = replace(wish, act="accept", to="\n".join(wanted))
    try:
        keep(desk.work, wish, actions.accept(stroke_of(desk, wish), [standing[name] for name in dict.fromkeys(wanted)]))
    except StoreError as error:
        now = desk_of(request)
        return _page(now, unkept(wish, error, now.view.state, _CHANGED))
    return RedirectResponse(f"{home_of(desk.work)}/earlier", 303)


def _page(desk: Desk, refused: Refused | None = None) -> Response:
    resolved = desk.view.state.resolved
    values: dict[str, object] = {
        "proposals": [_proposal(desk, number, *pair) for number, pair in enumerate(resolved.proposed, 1)],
        "orphans": resolved.orphans,
    }
    return desk.page("moved_passages.html", values, refused, at=f"{home_of(desk.work)}/earlier")


def _proposal(desk: Desk, number: int, anchor: Anchor, proposed: Proposed) -> Proposal:
    passage = proposed.passage
    quote = passage.span.of(desk.work.run.shelf[passage.article, passage.field].text)
    return Proposal(
        name=_name(anchor, proposed),
        number=number,
        was=anchor,
        column=columns_of(desk.work.run)[passage.article],
        place=place_of(passage),
        fragments=fragments(quote, difference(anchor.quote, quote), ()),
        likeness=proposed.likeness,
    )


def _name(anchor: Anchor, proposed: Proposed) -> str:
    return f"{passage_key(anchor)} > {name_of(proposed.passage)}"
