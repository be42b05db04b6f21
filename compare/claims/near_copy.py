"""Two sentences that are one but for a word or two -> the places at which they differ; nothing for sentences that are no near-copies."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

import regex

from compare.claims.wording import SHORTEST_STEM
from compare.languages.registry import PACKS
from compare.model import Claim, Span
from compare.text.tokens import Token, key, tokens
from compare.text.word_diff import opcodes

# Near-copies have this many words in common, in order, and this share of the shorter sentence: a reprint changes a word or two in ten,
# and two tellings of one event share a clause at most. On the 18 labelled stories a share of .7 or .9 gives the same conflicts
# and relations.
_LEAST_EQUAL = 8
_EQUAL_SHARE = 0.8
# Of a sentence of so few words all must be equal but for one change, so many words and this share of the shorter sentence.
_SHORT = 9
_LEAST_OF_SHORT = 4
_SHARE_OF_SHORT = 0.6
# Near-copies have at least this share of what stands between blanks in common, however their tone marks and stops are set: less than the
# share that decides, so that nothing is lost where most pairs end early.
_LEAST_SHARED = 0.5
# A change longer than this is another telling, not an altered word.
_LONGEST_CHANGE = 4
_DIGIT = regex.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Place:
    """One side of a change: the words of the claim that stand there, none where the other sentence only has more, and their neighbours."""

    claim: Claim
    words: tuple[Token, ...]
    before: Token | None
    behind: Token | None

    @property
    def said(self) -> str:
        """The words, lower case, with single blanks."""
        return " ".join(token.text.lower() for token in self.words)

    @property
    def span(self) -> Span:
        """The words in the article's field; of no words, the word behind, else the whole sentence."""
        own = self.words or ((self.behind,) if self.behind else ())
        return Span(own[0].start, own[-1].end).shifted(self.claim.span.start) if own else self.claim.span

    def part(self, at: int) -> "Place":
        """The word at this place, alone, between its neighbours."""
        around = (self.before, *self.words, self.behind)
        return Place(self.claim, (self.words[at],), around[at], around[at + 2])


Change = tuple[Place, Place]


def is_short(claim: Claim) -> bool:
    """Whether the sentence has so few words that a name in it is most of what it says."""
    return len(_cut(claim.quote, claim.language)[0]) <= _SHORT


def changes(a: Claim, b: Claim) -> list[Change]:
    """Words of one sentence that stand where the other has others, in order.

    Forms that only follow the number of what is counted are no change: "one passenger was" and "two passengers were" differ in a word.
    """
    one, two = set(a.quote.split()), set(b.quote.split())
    if len(one & two) < _LEAST_SHARED * min(len(one), len(two)):  # most pairs end here, before anything is cut and folded
        return []
    (words_a, folded_a), (words_b, folded_b) = _cut(a.quote, a.language), _cut(b.quote, b.language)
    shorter = min(len(words_a), len(words_b))
    least = max(_LEAST_EQUAL, _EQUAL_SHARE * shorter) if shorter > _SHORT else max(_LEAST_OF_SHORT, _SHARE_OF_SHORT * shorter)
    if (Counter(folded_a) & Counter(folded_b)).total() < least:
        return []
    codes = opcodes(folded_a, folded_b)
    if sum(i_end - i for kind, i, i_end, _, _ in codes if kind == "equal") < least:
        return []
    if shorter <= _SHORT and sum(kind != "equal" for kind, *_ in codes) > 1:
        return []
    differing = [(_place(a, words_a, i, i_end), _place(b, words_b, j, j_end)) for kind, i, i_end, j, j_end in codes if kind != "equal"]
    inside = [change for change in differing if _inside(change[0], words_a) and _inside(change[1], words_b)]
    return [
        change
        for change in differing
        if max(len(place.words) for place in change) <= _LONGEST_CHANGE and not any(_says_more(c) for c in inside if c != change)
    ]


def _place(claim: Claim, sentence: Sequence[Token], start: int, end: int) -> Place:
    before = sentence[start - 1] if start else None
    return Place(claim, tuple(sentence[start:end]), before, sentence[end] if end < len(sentence) else None)


@lru_cache(maxsize=4096)
def _cut(quote: str, language: str) -> tuple[tuple[Token, ...], tuple[str, ...]]:
    """The words of a sentence and what they are compared by; of many near-copies each is compared with each."""
    sentence = tuple(tokens(quote))
    return sentence, tuple(uninflected(key(token.text), language) for token in sentence)


def uninflected(word: str, language: str) -> str:
    """The word, as ``key`` gives it, without what it takes after the number of its subject or its tense."""
    pack = PACKS.get(language)
    if pack is None or _DIGIT.search(word):
        return word
    word = pack.altered.number_forms.get(word, word)
    endings = (ending for ending in pack.altered.inflections if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM)
    return word.removesuffix(next(endings, ""))


def _inside(place: Place, sentence: Sequence[Token]) -> bool:
    """Whether a change is not only of who told it, at the head of the sentence, or of where it was cut, at its foot."""
    return not place.words or (place.words[0] != sentence[0] and place.words[-1] != sentence[-1])


def _says_more(change: Change) -> bool:
    """Whether a change is of more than figures and stop words: then the sentence around it is another one."""
    return any(not _DIGIT.search(token.text) and token.text.lower() not in stops() for place in change for token in place.words)


@cache
def stops() -> frozenset[str]:
    """Stop words of all packs."""
    return frozenset(word for pack in PACKS.values() for word in pack.sentences.stop_words)


def in_pairs(change: Change) -> list[Change]:
    """A change of as many words on both sides as changes of single words, else the change as it is."""
    left, right = change
    if len(left.words) != len(right.words) or len(left.words) < 2 or not _one_after_another(left, right):
        return [change]
    return [(left.part(at), right.part(at)) for at in range(len(left.words))]


def _one_after_another(left: Place, right: Place) -> bool:
    """Whether the words of both sides stand directly behind each other, so that each has its counterpart."""
    return all(place.claim.quote[one.end : two.start].isspace() for place in (left, right) for one, two in pairwise(place.words))
