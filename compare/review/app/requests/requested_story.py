"""A request -> the application, and the run that its address names."""

from starlette.exceptions import HTTPException
from starlette.requests import Request

from compare.review.app.application import Application
from compare.review.app.requests.page_urls import name_in
from compare.review.app.runs.story_review import Work


def application_of(request: Request) -> Application:
    """The application that was asked."""
    application: Application = request.app.state.application
    return application


def work_of(request: Request) -> Work:
    """The run of the address; a name is looked up, never followed as a path."""
    work = application_of(request).runs.get(name_in(request, "run"))
    if work is None:
        raise HTTPException(404)
    return work
