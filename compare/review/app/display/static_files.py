"""The static files of the package -> a URL for each, which changes when any of them changes; a request for one -> its content."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from compare.review.app.access.request_guard import STATIC_PATH

_TYPES: Mapping[str, str] = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class StaticFiles:
    """Content and media type by file name; ``digest`` is that of all files."""

    files: Mapping[str, tuple[bytes, str]]
    digest: str


@cache
def static_files() -> StaticFiles:
    """The files of the package, read once."""
    found = sorted(resources.files("compare.review").joinpath("static").iterdir(), key=lambda file: file.name)
    files = {file.name: (file.read_bytes(), _TYPES[ending]) for file in found if (ending := _ending(file.name)) in _TYPES}
    digest = hashlib.sha256(b"".join(name.encode() + content for name, (content, _) in files.items()))
    return StaticFiles(files, digest.hexdigest()[:16])


def file_url(name: str) -> str:
    """The URL that a page loads the file from."""
    return f"{STATIC_PATH}{static_files().digest}/{name}"


async def serve_file(request: Request) -> Response:
    """One file by its name, which is looked up and never used as a path."""
    known = static_files()
    found = known.files.get(request.path_params["name"])
    if found is None or request.path_params["digest"] != known.digest:
        raise HTTPException(404)
    content, media_type = found
    return Response(content, media_type=media_type, headers={"cache-control": "private, max-age=31536000, immutable"})


def _ending(name: str) -> str:
    return name[name.rfind(".") :]
