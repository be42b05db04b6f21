"""A figure or a name in a sentence -> the clause around it, in which the words stand that say of what it is."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

import regex

from compare.languages.language_pack import FactWords
from compare.languages.registry import PACKS
from compare.model import ArticleId, Claim, Number, Span

# A comma or a full stop between digits ends no clause.
_MARKS = r"[;:!?–—()\"“”]|[.,](?!\d)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One value in one sentence, and what stands beside it in its clause."""

    claim: Claim
    span: Span  # in the article's field
    says: str
    number: Number | None = None
    before: str = ""
    behind: str = ""
    value: str = ""  # in its normalised form, where it is known
    because: str = ""  # words of the sentence by which it fills its slot
    run_words: FactWords | None = field(default=None, compare=False, repr=False)  # of its language, with those of the user

    @property
    def article(self) -> ArticleId:
        """The article that says it."""
        return self.claim.article

    @property
    def words(self) -> FactWords:
        """The words of the language in which it is said."""
        return self.run_words or facts_of(self.claim.language)


def facts_of(language: str) -> FactWords:
    """The words of a language, of English where there is no pack for it."""
    return PACKS.get(language, PACKS["en"]).facts


def mention_of(claim: Claim, number: Number, words: FactWords | None = None) -> Mention:
    """A number with its clause: from the number before it, or a mark, to the number behind it, or a mark; ``words`` as ``run_words``."""
    start, end = number.span.start - claim.span.start, number.span.end - claim.span.start
    spans = [(n.span.start - claim.span.start, n.span.end - claim.span.start) for n in claim.facts.numbers]
    opens = max((e for _, e in spans if e <= start), default=0)
    closes = min((s for s, _ in spans if s >= end), default=len(claim.quote))
    pattern = _clause_end(claim.language)
    return Mention(
        claim=claim,
        span=number.span,
        says=number.says,
        number=number,
        before=pattern.split(claim.quote[opens:start])[-1],
        behind=pattern.split(claim.quote[end:closes])[0],
        run_words=words,
    )


def next_number(mention: Mention) -> Number | None:
    """The number behind it in an enumeration ("24 houses, 6 kitchens collapsed"), whose predicate is its own too."""
    behind = [n for n in mention.claim.facts.numbers if n.span.start >= mention.span.end]
    following = min(behind, key=lambda n: n.span.start, default=None)
    if following is None:
        return None
    between = mention.claim.quote[mention.span.end - mention.claim.span.start : following.span.start - mention.claim.span.start]
    return following if _enumerates(mention.claim.language).fullmatch(between) else None


def phrase(phrases: Iterable[str]) -> regex.Pattern[str]:
    """A pattern of any of the phrases as whole words, in any case; the longest first."""
    return _phrase(tuple(sorted(phrases, key=lambda one: (-len(one), one))))


@cache
def _phrase(phrases: tuple[str, ...]) -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\w)(?:{'|'.join(map(regex.escape, phrases)) or r'(?!)'})(?!\w)", regex.IGNORECASE)


@cache
def _clause_end(language: str) -> regex.Pattern[str]:
    return regex.compile(rf"{_MARKS}|{phrase(facts_of(language).clause_words).pattern}", regex.IGNORECASE)


@cache
def _enumerates(language: str) -> regex.Pattern[str]:
    joined = "|".join(map(regex.escape, facts_of(language).clause_words))
    return regex.compile(rf"[^;.:!?()\"“”]{{0,40}}(?:,|(?<!\w)(?:{joined}))\s*", regex.IGNORECASE)
