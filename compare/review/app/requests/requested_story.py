"""A request -> the application, and the story review that its URL names."""

from starlette.exceptions import HTTPException
from starlette.requests import Request

from compare.review.app.application import Application
from compare.review.app.requests.page_urls import name_from_path
from compare.review.app.runs.story_review import StoryReview


def application_of(request: Request) -> Application:
    """The application that received the request."""
    application: Application = request.app.state.application
    return application


def story_review_of(request: Request) -> StoryReview:
    """The story review of the run in the URL; 404 if there is none. The name is looked up, never used as a path."""
    story_review = application_of(request).runs.get(name_from_path(request, "run"))
    if story_review is None:
        raise HTTPException(404)
    return story_review
