"""A request for a screen of one run -> the request together with the story review and its state: what the pages for claims are made of."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from compare.review.app.application import Application
from compare.review.app.claim.queue import QueueFilter, read_queue_filter
from compare.review.app.display.messages import Words, words_of
from compare.review.app.requests.decision_form import new_form_id
from compare.review.app.requests.page_urls import run_url, url_segment
from compare.review.app.requests.refused_form import RefusedForm
from compare.review.app.requests.requested_story import application_of, story_review_of
from compare.review.app.runs.story_review import Snapshot, StoryReview
from compare.review.events import next_redo, next_undo
from compare.review.review_state import ReviewState


@dataclass(frozen=True, slots=True)
class RunScreen:
    """A request, the story review that its URL names, and the snapshot that the page shows."""

    request: Request
    story_review: StoryReview
    snapshot: Snapshot

    @property
    def application(self) -> Application:
        """The application that was asked."""
        return application_of(self.request)

    @property
    def reviewer(self) -> str:
        """The name of the person who reviews."""
        return self.application.reviewer

    @property
    def words(self) -> Words:
        """The words of the application in the language of the reviewer."""
        return words_of(self.application.preferences(self.request.scope).language)

    @property
    def queue_filter(self) -> QueueFilter:
        """The part of the queue that the URL asks for."""
        return read_queue_filter(self.request.query_params)

    @property
    def state(self) -> ReviewState:
        """The review state that the page shows."""
        return self.snapshot.state

    @property
    def queue_url(self) -> str:
        """The URL of the queue, with the same filter."""
        return f"{run_url(self.story_review)}/queue{self.queue_filter.query_string}"

    def claim_url(self, claim_id: str) -> str:
        """The URL of a claim, with the same filter for the queue beside it."""
        return f"{run_url(self.story_review)}/claims/{url_segment(claim_id)}{self.queue_filter.query_string}"

    def render(self, template: str, values: dict[str, object], refused: RefusedForm | None = None, *, url: str = "") -> Response:
        """The template filled with ``values`` and with what every page of a run needs; ``url`` is that of a page that answers a form."""
        claim_events = [event for event in self.state.events if event.about == "claim"]
        frame: dict[str, object] = {
            "story_review": self.story_review,
            "run_url": run_url(self.story_review),
            "seen_seq": self.snapshot.last_seq,
            "form_id": new_form_id(),
            "undoable": next_undo(claim_events, self.reviewer) is not None,
            "redoable": next_redo(claim_events, self.reviewer) is not None,
        }
        response = self.application.render(
            self.request.scope, template, {**frame, "refused": refused, **values}, refused.http_status if refused else 200
        )
        if refused:  # the URL of the form cannot be loaded again
            response.headers["hx-replace-url"] = url
        return response


def run_screen(request: Request) -> RunScreen:
    """The screen of the run that the URL names, as it is now."""
    story_review = story_review_of(request)
    return RunScreen(request, story_review, story_review.snapshot())
