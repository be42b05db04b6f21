"""A request for the queue or a claim -> the desk: queue, claim, decision and actions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from compare.model import Passage
from compare.review.app.claim.claim_history import lines_of
from compare.review.app.claim.claim_view import PARTS, shown_claim
from compare.review.app.claim.queue import SHOWS, STANDINGS, Asked, asked_of, queue_of, standing_of
from compare.review.app.display.messages import Words, words_of
from compare.review.app.application import Application
from compare.review.app.log.overruled_lines import late_of
from compare.review.app.requests.decision_form import once
from compare.review.app.requests.page_urls import home_of, name_in, segment
from compare.review.app.requests.passage_ids import name_of
from compare.review.app.requests.refused_form import Refused
from compare.review.app.requests.requested_story import application_of, work_of
from compare.review.app.runs.story_review import View, Work
from compare.review.events import to_redo, to_undo
from compare.review.review_run import places_of
from compare.review.review_state import ReviewedClaim
from reports.claim_standings import VERDICT_WORDS
from reports.document_figures import figures, finding

QUEUE = "/runs/{run}/queue"
CLAIM = "/runs/{run}/claims/{claim}"


@dataclass(frozen=True, slots=True)
class Desk:
    """A request with what its pages are made of: the run, and its state now."""

    request: Request
    work: Work
    view: View

    @property
    def application(self) -> Application:
        """Whose page it is."""
        return application_of(self.request)

    @property
    def reviewer(self) -> str:
        """Who asks."""
        return self.application.reviewer

    @property
    def words(self) -> Words:
        """In the language of the one who asks."""
        return words_of(self.application.preferences(self.request.scope).language)

    @property
    def asked(self) -> Asked:
        """What of the queue the address asks for."""
        return asked_of(self.request.query_params)

    def page(self, template: str, values: dict[str, object], refused: Refused | None = None, *, at: str = "") -> Response:
        """The filled template, with what every page of a run needs; ``at`` is the address of a page that answers a form."""
        own = [event for event in self.view.state.events if event.about == "claim"]
        frame: dict[str, object] = {
            "run": self.work,
            "home": home_of(self.work),
            "seen": self.view.seen,
            "once": once(),
            "undoable": to_undo(own, self.reviewer) is not None,
            "redoable": to_redo(own, self.reviewer) is not None,
        }
        answer = self.application.page(
            self.request.scope, template, {**frame, "refused": refused, **values}, refused.status if refused else 200
        )
        if refused:  # the address of the form is none that can be loaded again
            answer.headers["hx-replace-url"] = at
        return answer


def desk_of(request: Request) -> Desk:
    """The desk of the run that the address names, as it is now."""
    work = work_of(request)
    return Desk(request, work, work.view())


async def queue(request: Request) -> Response:
    """The queue, with what was found at all beside it."""
    return queue_page(desk_of(request))


def queue_page(desk: Desk, refused: Refused | None = None) -> Response:
    """The queue alone; with what was not taken, if its claim is gone."""
    state = desk.view.state
    values: dict[str, object] = {
        **_queue(desk, None),
        "finding": finding(figures(desk.work.document), desk.words),
        "unfound": len(state.resolved.proposed) + len(state.resolved.orphans),
        "aside": len(state.rejected) + len(state.loose),
    }
    return desk.page("queue.html", values, refused, at=f"{home_of(desk.work)}/queue{desk.asked.query}")


async def claim(request: Request) -> Response:
    """One claim with its passages, in differences or in context; the address of one that has changed since leads to what it is now."""
    desk = desk_of(request)
    claim_id = name_in(request, "claim")
    found = desk.view.state.claim.get(claim_id)
    if found is not None:
        return claim_page(desk, found)
    was = next((group for group in desk.work.run.groups if group.id == claim_id), None)
    now = desk.view.state.claim_of(places_of(was)) if was else None
    if now is None:
        raise HTTPException(404)
    return RedirectResponse(claim_address(desk.work, now.id, desk.asked), 303)


def claim_page(desk: Desk, claim: ReviewedClaim, refused: Refused | None = None) -> Response:
    """The screen of a claim; with what was not taken, if something was not."""
    shown = shown_claim(desk.work, claim)
    only_new = claim.decided.changed and desk.request.query_params.get("only") == "new"
    in_context = desk.request.query_params.get("as") == "context"
    note = claim.decided.note.value if claim.decided.note else ""
    sent = refused.sent if refused else None
    values: dict[str, object] = {
        **_queue(desk, claim.id),
        "address": f"{home_of(desk.work)}/claims/{segment(claim.id)}",
        "claim": shown,
        "decided": claim.decided,
        "standing": standing_of(claim.decided),
        "members": [member for member in shown.members if member.is_new or not only_new],
        "parts": [(PARTS.get(name, name), value) for name, value in shown.parts],
        "verdicts": VERDICT_WORDS,
        "history": lines_of(claim, desk.view.state),
        "late": late_of(desk.view, claim.decided.history),
        "in_context": in_context,
        "only_new": only_new,
        "note": (sent.note if sent else "") or note,
        "note_was": note,
        "wording": sent.text if sent and sent.act == "wording" else claim.wording,
        "picked": sent.chosen if sent else frozenset(),
        "saved": _saved(desk),
        "way": f"{desk.asked.query}{'&' + urlencode({'as': 'context'}) if in_context else ''}",
    }
    return desk.page("claim.html", values, refused, at=claim_address(desk.work, claim.id, desk.asked))


def _saved(desk: Desk) -> str:
    """When this reviewer decided last, by the clock; nothing before."""
    own = [event.at for event in desk.view.state.events if event.reviewer == desk.reviewer]
    return datetime.fromisoformat(own[-1]).strftime("%H:%M") if own else ""


def _queue(desk: Desk, current: str | None) -> dict[str, object]:
    return {"queue": queue_of(desk.view, desk.asked, current), "shows": SHOWS.items(), "standings": STANDINGS, "current": current}


def claim_address(run: Work, claim_id: str, asked: Asked) -> str:
    """Where a claim stands, with the queue beside it."""
    return f"{home_of(run)}/claims/{segment(claim_id)}{asked.query}"


def choice_address(desk: Desk, act: str, claim: ReviewedClaim | None, passages: Iterable[Passage]) -> str:
    """Where the claim is chosen that passages are moved into, or that a claim is merged with."""
    own = [("claim", claim.id)] if claim else []
    chosen = [("passage", name_of(passage)) for passage in sorted(passages)]
    asked = [("show", desk.asked.show), ("words", desk.asked.words)]
    return f"{home_of(desk.work)}/choose?" + urlencode([("act", act), *own, *chosen, *asked])
