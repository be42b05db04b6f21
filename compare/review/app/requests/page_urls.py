"""Names -> the addresses that the pages of a run stand at, and back.

A name may be any text: an article's id is often the address that it was read from. No server and no browser leaves ``%2F``, ``.`` and
``..`` in an address as they are, so such signs are written in a way of our own: ``~`` and two hexadecimal digits a byte.
"""

import re
from urllib.parse import quote

from starlette.requests import Request

from compare.review.app.runs.story_review import Work

_PLAIN = re.compile(r"[^\W_]|[-_.]")  # letters of any script, digits, and three signs
_ESCAPED = re.compile(r"(?:~[0-9A-F]{2})+")
_DOTS = re.compile(r"\.+")
_EMPTY = "~"


def home_of(work: Work) -> str:
    """Where the pages of a run stand."""
    return f"/runs/{segment(work.name)}"


def segment(name: str) -> str:
    """A name as one segment of an address, equal for equal names only."""
    if _DOTS.fullmatch(name):
        return _bytes(name)
    return quote("".join(sign if _PLAIN.fullmatch(sign) else _bytes(sign) for sign in name) or _EMPTY, safe="~")


def name_in(request: Request, part: str) -> str:
    """The name that stands in that part of the address; what is none of ours is a name that nothing has."""
    given = str(request.path_params.get(part, ""))
    return "" if given == _EMPTY else _ESCAPED.sub(lambda found: _text(found[0]), given)


def _bytes(text: str) -> str:
    return "".join(f"~{byte:02X}" for byte in text.encode("utf-8"))


def _text(escaped: str) -> str:
    return bytes.fromhex(escaped.replace("~", "")).decode("utf-8", "replace")
