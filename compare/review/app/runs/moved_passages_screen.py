"""A request about passages of earlier decisions that moved -> the page with their likely locations, and those that a reviewer accepts."""

from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from compare.errors import StoreError
from compare.review import actions
from compare.review.anchors import Anchor, Proposed
from compare.review.app.claim.claim_view import location_label
from compare.review.app.claim.decide_claim import decision_context_of
from compare.review.app.display.article_labels import article_columns
from compare.review.app.display.highlights import Fragment, fragments
from compare.review.app.display.messages import translatable
from compare.review.app.requests.decision_form import read_form
from compare.review.app.requests.page_urls import run_url
from compare.review.app.requests.passage_ids import passage_id
from compare.review.app.requests.refused_form import RefusedForm, refused_by_store
from compare.review.app.requests.run_screen import RunScreen, run_screen
from compare.review.app.requests.save_once import save_once
from compare.review.store.touched_passages import anchor_key
from reports.differences import difference
from reports.labels import Column

MOVED_PASSAGES = "/runs/{run}/earlier"
_LIST_CHANGED = translatable("Nothing was accepted: the list has changed meanwhile. Look at it again.")
_NONE_SELECTED = translatable("Select the places first that are the right ones.")


@dataclass(frozen=True, slots=True)
class MovedPassage:
    """A passage as it was, and its likely location now; ``pair_id`` stands for the two in forms."""

    pair_id: str
    number: int
    old: Anchor
    column: Column
    location: str
    fragments: tuple[Fragment, ...]
    likeness: float


async def show(request: Request) -> Response:
    """The likely locations with their differences, and the passages that were not found."""
    return _page(run_screen(request))


async def accept(request: Request) -> Response:
    """Save that the selected locations are right, or all that were shown."""
    screen = run_screen(request)
    form = await read_form(request, screen.story_review.run.field_texts)
    fields = await request.form()
    accepted = [value for value in fields.getlist("all" if fields.get("act") == "all" else "place") if isinstance(value, str)]
    proposed_pairs = {_pair_id(anchor, proposed): (anchor, proposed.passage) for anchor, proposed in screen.state.resolved.proposed}
    if not accepted or not set(accepted) <= set(proposed_pairs):
        return _page(screen, RefusedForm(form, _LIST_CHANGED if accepted else _NONE_SELECTED))
    form = replace(form, action="accept", target_id="\n".join(accepted))
    try:
        save_once(
            screen.story_review,
            form,
            actions.accept_locations(decision_context_of(screen, form), [proposed_pairs[pair_id] for pair_id in dict.fromkeys(accepted)]),
        )
    except StoreError as error:
        now = run_screen(request)
        return _page(now, refused_by_store(form, error, now.state, _LIST_CHANGED))
    return RedirectResponse(f"{run_url(screen.story_review)}/earlier", 303)


def _page(screen: RunScreen, refused: RefusedForm | None = None) -> Response:
    resolved = screen.state.resolved
    values: dict[str, object] = {
        "proposals": [_moved_passage(screen, number, *pair) for number, pair in enumerate(resolved.proposed, 1)],
        "orphans": resolved.orphans,
    }
    return screen.render("moved_passages.html", values, refused, url=f"{run_url(screen.story_review)}/earlier")


def _moved_passage(screen: RunScreen, number: int, anchor: Anchor, proposed: Proposed) -> MovedPassage:
    passage = proposed.passage
    quote = passage.span.of(screen.story_review.run.field_texts[passage.article, passage.field].text)
    return MovedPassage(
        pair_id=_pair_id(anchor, proposed),
        number=number,
        old=anchor,
        column=article_columns(screen.story_review.run)[passage.article],
        location=location_label(passage),
        fragments=fragments(quote, difference(anchor.quote, quote), ()),
        likeness=proposed.likeness,
    )


def _pair_id(anchor: Anchor, proposed: Proposed) -> str:
    return f"{anchor_key(anchor)} > {passage_id(proposed.passage)}"
