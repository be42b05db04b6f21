"""The sentences of one claim and what was found between them -> all that a rule may ask to tell the relation of one article."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from compare.claims.clash import Clash, Filler
from compare.claims.voices import Wording
from compare.model import ArticleId, Claim, Evidence
from compare.text.tokens import Token

NearMiss = Callable[[ArticleId], Evidence]  # the nearest sentence of an article that has none in the claim
MatchedWords = Sequence[tuple[Token, str]]  # the tokens of a sentence, each with its matching key


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimContext:
    """One claim group, with its clashes parted into conflicts and updates."""

    members: Sequence[Claim]
    conflicts: Sequence[Clash]
    updates: Sequence[tuple[Clash, Filler]]  # a clash of which one side only became newer, and that side
    wordings: Mapping[Claim, Wording]
    words: Mapping[Claim, MatchedWords]
    near_miss: NearMiss

    def own(self, article: ArticleId) -> list[Claim]:
        """The sentences of an article in the claim."""
        return [claim for claim in self.members if claim.article == article]

    def others(self, article: ArticleId) -> list[Claim]:
        """The sentences of all other articles in it."""
        return [claim for claim in self.members if claim.article != article]
