"""A form in a request -> the action that the reviewer asks for, its passages, and the state of the story that they had seen."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from uuid import uuid4

from starlette.exceptions import HTTPException
from starlette.requests import Request

from compare.review.anchors import FieldTexts
from compare.review.app.requests.passage_ids import passages_with_ids
from compare.review.regroup import PassageSet

_MAX_SEQ_DIGITS = 18


@dataclass(frozen=True, slots=True)
class DecisionForm:
    """``seen_seq`` is the last decision that the page of the form included; a form that is sent twice has the same ``form_id`` again.

    ``selected`` are the passages that the reviewer selected, ``shown_members`` all those of the claim or cluster on the page, ``target_id``
    is another claim or cluster. ``note`` is what was typed, empty if the note is unchanged; ``note_cleared`` means that it was emptied.
    """

    action: str
    seen_seq: int
    form_id: str
    selected: PassageSet
    shown_members: PassageSet
    text: str
    note: str
    note_cleared: bool
    target_id: str

    @property
    def idempotency_key(self) -> str:
        """Equal for the same form with the same content."""
        content = repr(
            (
                self.form_id,
                self.action,
                sorted(self.selected),
                sorted(self.shown_members),
                self.text,
                self.note,
                self.note_cleared,
                self.target_id,
            )
        )
        return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    def event_ids(self) -> Callable[[], str]:
        """Ids for the events of this form: the same ones if the form is sent again."""
        numbers = count()
        return lambda: f"{self.idempotency_key}-{next(numbers)}"


def new_form_id() -> str:
    """An id for a form that no other form has."""
    return uuid4().hex


async def read_form(request: Request, field_texts: FieldTexts) -> DecisionForm:
    """The form of a request; missing fields are empty. 400 without a valid seq, or with passages that the run does not have."""
    form = await request.form()
    fields = {name: value for name, value in form.items() if isinstance(value, str)}
    verdict = fields.get("verdict", "")
    note, saved_note = (_unix_lines(fields.get(name, "")) for name in ("note", "note_was"))
    return DecisionForm(
        action="verdict" if verdict else fields.get("act", ""),
        seen_seq=_seq(fields.get("seen", "")),
        form_id=fields.get("once", ""),
        selected=_passages(form.getlist("passage"), field_texts),
        shown_members=_passages(form.getlist("member"), field_texts),
        text=verdict or _unix_lines(fields.get("wording", "")),
        note="" if note == saved_note else note,
        note_cleared=bool("note" in fields and saved_note and not note),
        target_id=fields.get("to", ""),
    )


def _unix_lines(text: str) -> str:
    """The text as it was typed: browsers send CRLF as line ends."""
    return text.replace("\r\n", "\n").strip()


def _seq(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= _MAX_SEQ_DIGITS):
        raise HTTPException(400)
    return int(text)


def _passages(values: Sequence[object], field_texts: FieldTexts) -> PassageSet:
    found = passages_with_ids([value for value in values if isinstance(value, str)], field_texts)
    if found is None:
        raise HTTPException(400)
    return found
