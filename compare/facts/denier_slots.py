"""Denials of a story -> slots: which two deny one thing, where articles agree on one of the two and name another second one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from compare.claims.denial_clashes import denial_in
from compare.claims.frame import content_words
from compare.claims.name_spelling import may_be_spellings
from compare.facts.mention import Mention, phrase
from compare.facts.slot import Slot
from compare.languages.registry import PACKS
from compare.model import Claim, Name, Reading, Span
from compare.text.tokens import words

_CLAUSE_END = regex.compile(r"[,;:.!?–—()\"“”]")
_MOST_WORDS = 8  # of one who denies; a longer stretch before the verb tells something else
_SHARED = 0.6  # of the content words of what is denied, of the shorter telling
_ABOUT = 8  # words of what is denied by which it is called


@dataclass(frozen=True, slots=True)
class _Denial:
    """Two who deny something together, and what they deny."""

    claim: Claim
    both: Span  # in the article's field
    parties: tuple[frozenset[str], frozenset[str]]
    denied: str


def denier_slots(readings: Sequence[Reading]) -> list[Slot]:
    """One slot a thing that two deny together.

    Who denies alone in one article may deny beside others in another one: only two pairs that share one party can dispute the other.
    """
    denials = [found for reading in readings for claim in reading.claims if (found := _denial(claim))]
    together: list[list[_Denial]] = []
    for denial in denials:
        own = next((known for known in together if all(_one_denial(denial, other) for other in known)), None)
        if own is None:
            together.append([denial])
        else:
            own.append(denial)
    return [slot for known in together if (slot := _slot(known))]


def _denial(claim: Claim) -> _Denial | None:
    verb = denial_in(claim.quote)
    if verb is None or claim.language not in PACKS:
        return None
    before, opens = claim.quote[: verb.start], 0
    for mark in _CLAUSE_END.finditer(before):
        opens = mark.end()
    found = _joined(claim.language).fullmatch(before, opens)
    if found is None or not all(_is_party(claim, found[name]) for name in ("one", "other")):
        return None
    parties = tuple(_who(claim, Span(*found.span(name))) for name in ("one", "other"))
    denied = _CLAUSE_END.split(claim.quote[verb.end :].lstrip(), maxsplit=1)[0]
    both = Span(found.start("one"), found.end("other")).shifted(claim.span.start)
    return _Denial(claim, both, (parties[0], parties[1]), denied)


@cache
def _joined(language: str) -> "regex.Pattern[str]":
    """Two joined names before a verb, with the words around them that say that both are meant."""
    acts = PACKS[language].acts
    around, joins = phrase(acts.all_of).pattern, phrase(acts.joins).pattern
    who = r"\S[^,;:]*?"
    helping = phrase(PACKS[language].altered.auxiliaries | PACKS[language].sentences.speech.adverbs).pattern
    tail = rf"(?:\s+(?:{around}|{helping}|\p{{Ll}}+ly))*"
    return regex.compile(rf"\s*(?:{around}\s+)?(?P<one>{who})\s+{joins}\s+(?P<other>{who}){tail}\s*", regex.IGNORECASE)


def _is_party(claim: Claim, said: str) -> bool:
    """Whether it can be one party: few words, of which one is capitalised though it only opens no sentence."""
    starters = PACKS[claim.language].sentences.name_starters
    within = said.split()
    return len(within) <= _MOST_WORDS and any(word[:1].isupper() and word.lower() not in starters for word in within)


def _who(claim: Claim, span: Span) -> frozenset[str]:
    """The key of the name in it, else its content words."""
    inside = span.shifted(claim.span.start)
    keys = frozenset(name.key for name in claim.facts.names if inside.start <= name.span.start and name.span.end <= inside.end)
    return keys or frozenset(content_words(span.of(claim.quote), claim.language))


def _one_denial(one: _Denial, other: _Denial) -> bool:
    """Whether both deny one thing, and one party is shared: most of its words, or one says of it no more than who accuses."""
    if not _shared(one, other):
        return False
    a, b = _content(one), _content(other)
    fewest = min(len(a), len(b))
    return len(a & b) >= _SHARED * fewest if fewest else bool(_accusers(one) & _accusers(other))


def _content(denial: _Denial) -> frozenset[str]:
    """The words of what is denied, with their tone marks, without small words, those for an accusation and the name of who accuses."""
    pack = PACKS[denial.claim.language]
    accusing = {word for text in (*pack.acts.accusations, *(name.says for name in _named(denial)[:1])) for word in words(text)}
    return frozenset(words(denial.denied)) - accusing - pack.sentences.stop_words


def _shared(one: _Denial, other: _Denial) -> bool:
    return any(a & b for a in one.parties for b in other.parties)


def _accusers(denial: _Denial) -> frozenset[str]:
    """The key of the first name in what is denied, which mostly tells whose accusation it is."""
    return frozenset(name.key for name in _named(denial)[:1])


def _named(denial: _Denial) -> list[Name]:
    start = denial.claim.quote.find(denial.denied) + denial.claim.span.start
    return [name for name in denial.claim.facts.names if start <= name.span.start < start + len(denial.denied)]


def _slot(denials: Sequence[_Denial]) -> Slot | None:
    values: list[list[_Denial]] = []
    for denial in denials:
        own = next((value for value in values if _same_parties(denial, value[0])), None)
        if own is None:
            values.append([denial])
        else:
            own.append(denial)
    if len(values) > 1 and not _are_apart([value[0] for value in values]):
        return None
    about = " ".join(denials[0].denied.split()[:_ABOUT])
    return Slot("denier", about, [[_mention(denial) for denial in value] for value in values])


def _same_parties(one: _Denial, other: _Denial) -> bool:
    first, second = one.parties
    return any(first & a and second & b for a, b in (other.parties, other.parties[::-1]))


def _are_apart(values: Sequence[_Denial]) -> bool:
    """Whether the parties that differ can be no shorter form or spelling of one another."""
    return all(not _may_be_one(one, other) for at, one in enumerate(values) for other in values[at + 1 :])


def _may_be_one(one: _Denial, other: _Denial) -> bool:
    mine = [party for party in one.parties if not any(party & theirs for theirs in other.parties)]
    theirs = [party for party in other.parties if not any(party & own for own in one.parties)]
    if len(mine) != 1 or len(theirs) != 1:
        return True
    a, b = _words_of(mine[0]), _words_of(theirs[0])
    return bool(a & b) or may_be_spellings(" ".join(sorted(a)), " ".join(sorted(b)))


def _words_of(party: Iterable[str]) -> frozenset[str]:
    return frozenset(word for key in party for word in words(key))


def _mention(denial: _Denial) -> Mention:
    says = denial.both.shifted(-denial.claim.span.start).of(denial.claim.quote)
    return Mention(claim=denial.claim, span=denial.both, says=says)
