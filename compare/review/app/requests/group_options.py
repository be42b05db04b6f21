"""Claims or clusters, and the texts that go into one of them -> the ones to choose from: the most similar, or those with search words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from compare.review.app.requests.search_query import contains_words

MAX_OPTIONS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupOption:
    """A claim or cluster to choose from."""

    id: str
    heading: str
    language: str
    passages: int
    texts: tuple[str, ...]


def most_similar(options: Iterable[GroupOption], texts: Sequence[str], words: str) -> list[GroupOption]:
    """At most ``MAX_OPTIONS``, the most similar to ``texts`` first; only those with all of ``words`` in one of their texts."""
    from rapidfuzz.fuzz import token_set_ratio

    found = [option for option in options if any(contains_words(text, words) for text in (option.heading, *option.texts))]

    def likeness(option: GroupOption) -> float:
        return max((token_set_ratio(text, passage_text) for text in texts for passage_text in option.texts[:1]), default=0.0)

    return sorted(found, key=lambda option: (-likeness(option), option.id))[:MAX_OPTIONS]
