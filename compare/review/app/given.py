"""A form that was sent -> its words and what the sender had seen; a form that is none of ours is refused."""

from collections.abc import Iterable
from dataclasses import dataclass

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException

from compare.review.anchors import Shelf
from compare.review.app.named import passages_of
from compare.review.regroup import Members

_MOST_DIGITS = 18  # of a seq


@dataclass(frozen=True, slots=True)
class Given:
    """The fields of a form; files are no words and are left out."""

    fields: tuple[tuple[str, str], ...]

    def one(self, name: str) -> str:
        """The first value of a field, or nothing."""
        return next(iter(self.all(name)), "")

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a field."""
        return tuple(value for field, value in self.fields if field == name)

    @property
    def seen(self) -> int:
        """Up to where the sender knew what was decided."""
        text = self.one("seen")
        if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS):
            raise HTTPException(400)
        return int(text)

    def passages(self, name: str, shelf: Shelf) -> Members:
        """The passages that a field names; a place that the run does not have is no word of our pages."""
        return passages_in(self.all(name), shelf)


def given_in(form: FormData) -> Given:
    """The words of a form."""
    return Given(tuple((name, value) for name, value in form.multi_items() if isinstance(value, str)))


def passages_in(names: Iterable[str], shelf: Shelf) -> Members:
    """The passages of those names, or a refusal."""
    found = passages_of(names, shelf)
    if found is None:
        raise HTTPException(400)
    return found
