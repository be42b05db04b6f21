"""Names of a story -> slots: one person or body whose name two articles write differently, by a letter or two."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

import regex
from rapidfuzz.distance import Levenshtein

from compare.facts.mention import Mention
from compare.facts.slot import Slot
from compare.model import Claim, Name, Reading
from compare.text.tokens import bare

_LEAST_LETTERS = 5  # of a word that may be misspelled: of shorter ones another is as near
_MOST_CHANGES = 2
# Ways to write one sound of another alphabet, which tell nothing: Mansoor and Mansour, Fathi and Fathy, Mohammad and Mohammed.
_ONE_SOUND = ((r"[aeiouyw]+", "a"), (r"(.)\1", r"\1"), (r"ph", "f"), (r"dj|dz", "d"), (r"kh|q|c(?!h)", "k"), (r"h", ""), (r"z", "s"))


def spelling_slots(readings: Sequence[Reading]) -> list[Slot]:
    """Names of two words and more that no article writes both ways, that differ in one word, and whose difference can be heard."""
    written: dict[str, list[Mention]] = defaultdict(list)
    for reading in readings:
        for claim in reading.claims:
            for name in claim.facts.names:
                if len(name.says.split()) > 1:
                    written[name.says].append(_mention(claim, name))
    found = []
    for one, other in combinations(sorted(written), 2):
        if _misspelled(one, other) and not {m.article for m in written[one]} & {m.article for m in written[other]}:
            values = sorted((written[one], written[other]), key=lambda value: -len({m.article for m in value}))
            found.append(Slot("spelling", values[0][0].says, values))
    return found


def _mention(claim: Claim, name: Name) -> Mention:
    return Mention(claim=claim, span=name.span, says=name.says)


def _misspelled(one: str, other: str) -> bool:
    a, b = bare(one).split(), bare(other).split()
    if len(a) != len(b):
        return False
    differing = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(differing) != 1:
        return False
    x, y = differing[0]
    near = min(len(x), len(y)) >= _LEAST_LETTERS and x[0] == y[0] and Levenshtein.distance(x, y) <= _MOST_CHANGES
    return near and x.isalpha() and y.isalpha() and not (x.startswith(y) or y.startswith(x)) and _sound(x) != _sound(y)


def _sound(word: str) -> str:
    for written, heard in _ONE_SOUND:
        word = regex.sub(written, heard, word)
    return word
