"""Names -> the addresses that the pages of a run stand at."""

from urllib.parse import quote

from compare.review.app.work import Work


def home_of(work: Work) -> str:
    """Where the pages of a run stand."""
    return f"/runs/{segment(work.name)}"


def segment(name: str) -> str:
    """A name as one segment of an address."""
    return quote(name, safe="")
