"""Names of runs, claims and articles <-> segments of the URLs of their pages.

A name may be any text: an article's id is often the URL that it was read from. Servers and browsers change ``%2F``, ``.`` and ``..`` in a
URL, so such characters are escaped in a way of our own: ``~`` and two hexadecimal digits for each byte.
"""

import re
from urllib.parse import quote

from starlette.requests import Request

from compare.review.app.runs.story_review import StoryReview

_UNESCAPED = re.compile(r"[^\W_]|[-_.]")  # letters of any script, digits, and three other characters
_ESCAPED = re.compile(r"(?:~[0-9A-F]{2})+")
_DOTS = re.compile(r"\.+")
_EMPTY_NAME = "~"


def run_url(story_review: StoryReview) -> str:
    """The URL that the pages of a run start with."""
    return f"/runs/{url_segment(story_review.name)}"


def url_segment(name: str) -> str:
    """A name as one segment of a URL; different names give different segments."""
    if _DOTS.fullmatch(name):
        return _escaped(name)
    return quote(
        "".join(character if _UNESCAPED.fullmatch(character) else _escaped(character) for character in name) or _EMPTY_NAME, safe="~"
    )


def name_from_path(request: Request, parameter: str) -> str:
    """The name in that parameter of the path; a segment that ``url_segment`` does not write gives a name that nothing has."""
    segment = str(request.path_params.get(parameter, ""))
    return "" if segment == _EMPTY_NAME else _ESCAPED.sub(lambda found: _unescaped(found[0]), segment)


def _escaped(text: str) -> str:
    return "".join(f"~{byte:02X}" for byte in text.encode("utf-8"))


def _unescaped(escaped: str) -> str:
    return bytes.fromhex(escaped.replace("~", "")).decode("utf-8", "replace")
