"""What one slot of a story is, and the values that articles fill it with."""

from collections.abc import Sequence
from dataclasses import dataclass

from compare.facts.mention import Mention


@dataclass(frozen=True, slots=True)
class Slot:
    """``name`` is a key such as "dead" or "length", ``about`` what it is told of: a group, a thing, a person; see ``Fact``."""

    name: str
    about: str
    values: Sequence[Sequence[Mention]]
    scope: str = ""
    entity: str | None = None
