"""Groups and the passages that are to go into one -> those that are offered: the likest, or those with the words looked for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from compare.review.app.requests.search_query import holds

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Option:
    """A claim or cluster that passages can go to."""

    id: str
    heading: str
    language: str
    passages: int
    texts: tuple[str, ...]


def likest(options: Iterable[Option], texts: Sequence[str], words: str) -> list[Option]:
    """At most ``SHOWN`` options, the likest to ``texts`` first; with ``words`` only those that hold all of them in one text."""
    from rapidfuzz.fuzz import token_set_ratio

    found = [option for option in options if any(holds(text, words) for text in (option.heading, *option.texts))]

    def likeness(option: Option) -> float:
        return max((token_set_ratio(text, said) for text in texts for said in option.texts[:1]), default=0.0)

    return sorted(found, key=lambda option: (-likeness(option), option.id))[:SHOWN]
