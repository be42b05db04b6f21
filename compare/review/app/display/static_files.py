"""The files that pages load -> one address each, which changes with what any of them says."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from compare.review.app.access.request_guard import STATIC

_TYPES: Mapping[str, str] = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class Shelf:
    """Files by name, each with its type; ``digest`` is of them all."""

    files: Mapping[str, tuple[bytes, str]]
    digest: str


@cache
def shelf() -> Shelf:
    """The files that came with the package, read once."""
    found = sorted(resources.files("compare.review").joinpath("static").iterdir(), key=lambda file: file.name)
    files = {file.name: (file.read_bytes(), _TYPES[ending]) for file in found if (ending := _ending(file.name)) in _TYPES}
    digest = hashlib.sha256(b"".join(name.encode() + content for name, (content, _) in files.items()))
    return Shelf(files, digest.hexdigest()[:16])


def address(name: str) -> str:
    """Where a page loads the file from."""
    return f"{STATIC}{shelf().digest}/{name}"


async def file(request: Request) -> Response:
    """One file by its name; a name is looked up, never followed as a path."""
    held = shelf()
    found = held.files.get(request.path_params["name"])
    if found is None or request.path_params["digest"] != held.digest:
        raise HTTPException(404)
    content, kind = found
    return Response(content, media_type=kind, headers={"cache-control": "private, max-age=31536000, immutable"})


def _ending(name: str) -> str:
    return name[name.rfind(".") :]
