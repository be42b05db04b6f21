"""A JSON file on disk -> the comparison document in it.

Apart from what writes documents, so that a report is made of an old one without the engine and its libraries.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from compare.errors import DocumentError
from compare.lasting import lasting
from schemas.check import breaches, checker


def read_json(path: Path) -> Any:  # noqa: ANN401 - any JSON value
    """A JSON file; ``DocumentError`` if it cannot be read as one."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DocumentError(str(path), error.strerror or str(error), "name a file that can be read") from error
    except (ValueError, RecursionError) as error:
        raise DocumentError(str(path), f"is not JSON ({error})", "name a comparison.json that tellings wrote") from error


def load_document(path: Path) -> Mapping[str, Any]:
    """A comparison document that holds against its schema and leads nowhere outside itself.

    One of another version is refused by that version's name.
    """
    with lasting():
        document = read_json(path)
    named = document.get("schema") if isinstance(document, dict) else None
    if named != "comparison/1":
        raise DocumentError(str(path), f"is of schema {named!r}, not 'comparison/1'", "make it anew with this version of tellings")
    found = breaches(document, checker("comparison"), 3)
    if found:
        raise DocumentError(str(path), "; ".join(f"{b.path}: {b.problem}" for b in found), "make it anew with `tellings compare`")
    astray = next(_astray(document), None)
    if astray:
        raise DocumentError(str(path), astray, "make it anew with `tellings compare`")
    return dict(document)


def _astray(document: Mapping[str, Any]) -> Iterator[str]:
    """What the schema cannot say: passages of articles that the document lacks, or that stand elsewhere."""
    articles = {article["id"]: article for article in document["articles"]}
    for place in ("claims", "possibly_related", "clusters"):
        for number, group in enumerate(document[place]):
            misfits = (_misfit(member, articles) for member in group["members"])
            yield from (f"$.{place}[{number}] {misfit}" for misfit in misfits if misfit)
    for number, passage in enumerate(document["only_one_source"]):
        yield from (f"$.only_one_source[{number}] {misfit}" for misfit in [_misfit(passage, articles)] if misfit)
    for number, claim in enumerate(document["claims"]):
        named = {name for source in claim["sources"] for name in (source["article"], *source["against"])}
        yield from (f"$.claims[{number}] names the article {name!r}, which is not in it" for name in sorted(named - articles.keys()))


def _misfit(passage: Mapping[str, Any], articles: Mapping[str, Mapping[str, Any]]) -> str | None:
    """Why a passage is none of its article, or nothing."""
    name, start, end = passage["article"], passage["start"], passage["end"]
    if name not in articles:
        return f"has a passage of the article {name!r}, which is not in it"
    text = articles[name][passage.get("field", "text")] or ""
    if not (isinstance(start, int) and isinstance(end, int)):  # 1.0 is an integer to the schema
        return f"has a passage at {start}..{end}, which are no whole numbers"
    is_there = start < end <= len(text) and passage.get("quote", text[start:end]) == text[start:end]
    return None if is_there else f"has a passage at {start}..{end} of {name!r} that does not stand there"
