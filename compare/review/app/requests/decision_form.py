"""A sent form -> what the reviewer asked for, on which passages, and what they had seen of the story when they did."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from uuid import uuid4

from starlette.exceptions import HTTPException
from starlette.requests import Request

from compare.review.anchors import Shelf
from compare.review.app.requests.passage_ids import passages_named
from compare.review.regroup import Members

_MOST_DIGITS = 18  # of a seq


@dataclass(frozen=True, slots=True)
class Sent:
    """``seen`` is the seq of the view that the form stood in, ``once`` the name of that form: sent twice, it is done once.

    ``chosen`` are the selected passages, ``members`` those of the claim or cluster as it was shown, ``to`` another one. ``note`` is what
    was written in the field of the note, nothing if it stands there as it was shown; ``emptied`` if a note stood there that does not now.
    """

    act: str
    seen: int
    once: str
    chosen: Members
    members: Members
    text: str
    note: str
    emptied: bool
    to: str

    @property
    def key(self) -> str:
        """Equal for the same form with the same wish."""
        said = repr((self.once, self.act, sorted(self.chosen), sorted(self.members), self.text, self.note, self.emptied, self.to))
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    def ids(self) -> Callable[[], str]:
        """Ids for the events of this wish, equal whenever it comes."""
        numbers = count()
        return lambda: f"{self.key}-{next(numbers)}"

    @property
    def first_act(self) -> str:
        """The id of the act that this wish makes: the first id that a stroke takes."""
        return f"{self.key}-0"


def once() -> str:
    """A name for a form, which no other has."""
    return uuid4().hex


async def sent(request: Request, shelf: Shelf) -> Sent:
    """The form of a request; what it lacks is empty. One that does not say what was seen, or names other places, is none of ours: 400."""
    form = await request.form()
    given = {name: value for name, value in form.items() if isinstance(value, str)}
    verdict = given.get("verdict", "")
    note, note_was = (_lines(given.get(name, "")) for name in ("note", "note_was"))
    return Sent(
        act="verdict" if verdict else given.get("act", ""),
        seen=_seen(given.get("seen", "")),
        once=given.get("once", ""),
        chosen=_named(form.getlist("passage"), shelf),
        members=_named(form.getlist("member"), shelf),
        text=verdict or _lines(given.get("wording", "")),
        note="" if note == note_was else note,
        emptied=bool("note" in given and note_was and not note),
        to=given.get("to", ""),
    )


def _lines(text: str) -> str:
    """As it was typed: forms send line ends of their own."""
    return text.replace("\r\n", "\n").strip()


def _seen(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS):
        raise HTTPException(400)
    return int(text)


def _named(values: Sequence[object], shelf: Shelf) -> Members:
    found = passages_named([value for value in values if isinstance(value, str)], shelf)
    if found is None:
        raise HTTPException(400)
    return found
