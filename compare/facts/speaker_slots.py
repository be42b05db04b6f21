"""Quotations of a story -> slots: who said it, for each utterance that two articles or more quote."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from compare.claims.quotation_clashes import may_be_one_person
from compare.facts.mention import Mention
from compare.facts.slot import Slot
from compare.facts.utterances import Grams, Speaker, Utterance, grams_of, speaker_of, utterances
from compare.model import Claim, Reading
from compare.text.tokens import words

_LEAST = 8  # words: shorter ones are said by many
_SAME = 0.75  # of the 3-grams of the shorter quotation that the other sentence has: one word altered in 12 leaves 3 in 4
_WORD_FOR_WORD = 0.9  # of them, where two persons are said to have said it: "win the vote on Friday" and "on Sunday" are two utterances
_ABOUT = 8  # words of the utterance by which it is called


def speaker_slots(readings: Sequence[Reading]) -> list[Slot]:
    """One slot an utterance; values are persons, and one whom a pronoun stands for is told only where a name says the same.

    A name in capitals is a body's, for which somebody speaks. What is no quotation in the other article is the same utterance all the
    same where its words are: a relay drops the marks.
    """
    sentences = [(claim, grams_of(words(claim.quote))) for reading in readings for claim in reading.claims]
    found = []
    for quotations in _by_utterance([said for said in utterances(readings) if said.length >= _LEAST]):
        saying = [claim for claim, grams in sentences if any(_repeats(said, claim, grams) for said in quotations)]
        values = _values([speaker for claim in saying if (speaker := speaker_of(claim)) and not speaker.says.isupper()])
        if values and (len(values) == 1 or _is_word_for_word(values, quotations)):
            found.append(Slot("speaker", _about(quotations), values))
    return found


def _by_utterance(quotations: Sequence[Utterance]) -> list[list[Utterance]]:
    """Quotations that repeat one another, and those that repeat these."""
    together: list[list[Utterance]] = []
    for said in quotations:
        alike = [known for known in together if any(_same(said.grams, other.grams) for other in known)]
        together = [known for known in together if known not in alike]
        together.append([*(other for known in alike for other in known), said])
    return together


def _same(one: Grams, other: Grams) -> bool:
    return len(one & other) >= _SAME * min(len(one), len(other))


def _repeats(said: Utterance, claim: Claim, grams: Grams) -> bool:
    return claim is said.claim or (claim.article != said.claim.article and len(said.grams & grams) >= _SAME * len(said.grams))


def _is_word_for_word(values: Sequence[Sequence[Mention]], quotations: Sequence[Utterance]) -> bool:
    """Whether the sentences of two persons have the quotation in the same words, but for a cut."""
    said = [[_best(mention.claim, quotations) for mention in value] for value in values]
    pairs = ((a, b) for at, one in enumerate(said) for other in said[at + 1 :] for a in one for b in other)
    return all(len(a & b) >= _WORD_FOR_WORD * min(len(a), len(b)) for a, b in pairs)


def _best(claim: Claim, quotations: Sequence[Utterance]) -> Grams:
    """The 3-grams of the quotation that the sentence has, of the whole sentence where it has none of its own."""
    return next((said.grams for said in quotations if said.claim is claim), grams_of(words(claim.quote)))


def _values(speakers: Sequence[Speaker]) -> list[list[Mention]]:
    named = [speaker for speaker in speakers if speaker.is_named]
    persons: list[list[Speaker]] = []
    for speaker in [*named, *(s for s in speakers if not s.is_named)]:
        own = next((person for person in persons if may_be_one_person(speaker.key, person[0].key)), None)
        if own is not None:
            own.append(speaker)
        elif speaker.is_named:
            persons.append([speaker])
    if _tells_of_both(persons):
        return []
    return [[_mention(speaker, person[0]) for speaker in sorted(person, key=_fullest_first)] for person in persons]


def _fullest_first(speaker: Speaker) -> tuple[bool, int, str]:
    return not speaker.is_named, -len(speaker.says.split()), speaker.claim.article


def _tells_of_both(persons: Sequence[Sequence[Speaker]]) -> bool:
    """Whether a sentence names two of the persons, or an article gives the words to two: then one may speak of the other."""
    by_article = defaultdict(set)
    for at, person in enumerate(persons):
        for speaker in person:
            by_article[speaker.claim.article].add(at)
    several = any(len(given) > 1 for given in by_article.values())
    return len(persons) > 1 and (several or any(_names_another(persons)))


def _names_another(persons: Sequence[Sequence[Speaker]]) -> Iterator[bool]:
    for person in persons:
        others = [other[0].key for other in persons if other is not person]
        for speaker in person:
            yield any(may_be_one_person(name.key, other) for name in speaker.claim.facts.names for other in others)


def _mention(speaker: Speaker, person: Speaker) -> Mention:
    return Mention(claim=speaker.claim, span=speaker.span, says=speaker.says, value=person.key)


def _about(quotations: Sequence[Utterance]) -> str:
    first = max(quotations, key=lambda said: said.length)
    return " ".join(first.span.shifted(-first.claim.span.start).of(first.claim.quote).split()[:_ABOUT]).rstrip(" ,;:.!?")
