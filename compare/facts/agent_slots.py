"""Sentences on who drives, builds or writes a thing -> slots: its driver, builder or author, of which a thing has one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from compare.claims.quotation_clashes import may_be_one_person
from compare.facts.mention import Mention, phrase
from compare.facts.other_events import of_other_event
from compare.facts.slot import Slot
from compare.languages.registry import PACKS
from compare.model import ArticleId, Claim, Name, Reading, Span
from compare.text.tokens import words

_DOER = 120  # code points from "by" to the verb behind the doer, with his age and home in brackets
_NAME_WITHIN = 6  # words between "by" and the doer's name: his title
_ADVERB = 2  # words between a name and its verb, as in "anh Hải trực tiếp điều khiển"
_THING = 8  # words before the verb among which the thing stands
_SHARED = 0.6  # of the words of the thing, of the longer telling: "the stadium" and "the stadium roof" share half
_ABOUT = 5  # words of the thing by which it is called
_CLAUSE_END = regex.compile(r"[,;:!?–—()]|\.(?!\d)")


@dataclass(frozen=True, slots=True)
class _Doing:
    """That somebody drives, builds or writes a thing."""

    claim: Claim
    slot: str
    thing: str
    doer: Name

    @property
    def words(self) -> frozenset[str]:
        """Its words with their tone marks: without them "tải" (lorry) is "tại" (at)."""
        stops = PACKS[self.claim.language].sentences.stop_words
        unnamed = stops | PACKS[self.claim.language].facts.classifiers
        return frozenset(word for word in words(self.thing) if word not in unnamed and not any(map(str.isdigit, word)))

    @property
    def figures(self) -> frozenset[str]:
        """The number plate, or another number by which it is called."""
        return frozenset(regex.findall(r"\d[\d.,-]*\d", self.thing))

    def is_of(self, other: "_Doing") -> bool:
        """Whether both tell of one thing, by its plate if both give one, else by most of the words of either; and of one kind of doing."""
        if self.figures and other.figures:
            return self.slot == other.slot and bool(self.figures & other.figures)
        shared, most = len(self.words & other.words), max(len(self.words), len(other.words))
        return self.slot == other.slot and bool(most) and shared >= _SHARED * most


def agent_slots(readings: Sequence[Reading]) -> list[Slot]:
    """One slot a thing whose doer two articles name; none where an article names another article's doer too, for then there are two."""
    doings = [doing for reading in readings for claim in reading.claims if of_other_event(claim, None) is None for doing in _doings(claim)]
    named = {reading.article.id: {name.key for claim in reading.claims for name in claim.facts.names} for reading in readings}
    together: list[list[_Doing]] = []
    for doing in doings:
        own = next((known for known in together if all(doing.is_of(other) for other in known)), None)
        if own is None:
            together.append([doing])
        else:
            own.append(doing)
    return [slot for known in together if (slot := _slot(known, named))]


def _doings(claim: Claim) -> Iterator[_Doing]:
    pack = PACKS.get(claim.language)
    if pack is None:
        return
    for slot, verbs in pack.acts.agents.items():
        for found in _form(claim.language, verbs).finditer(claim.quote):
            doer = _doer(claim, Span(*found.span("doer")))
            before = _CLAUSE_END.split(claim.quote[: found.start()])[-1]
            thing = " ".join(phrase(pack.sentences.speech_verbs).split(before)[-1].split()[-_THING:])
            if doer and thing:
                yield _Doing(claim, slot, thing, doer)


def _doer(claim: Claim, between: Span) -> Name | None:
    """The first name between "by" and the verb, or the end, behind a title and before nothing but an aside or an adverb."""
    inside = between.shifted(claim.span.start)
    named = next((name for name in claim.facts.names if inside.start <= name.span.start and name.span.end <= inside.end), None)
    if named is None or len(claim.quote[between.start : named.span.start - claim.span.start].split()) > _NAME_WITHIN:
        return None
    behind = claim.quote[named.span.end - claim.span.start : between.end].strip()
    return named if behind.startswith(("(", ",")) or len(behind.split()) <= _ADVERB else None


@cache
def _form(language: str, verbs: tuple[str, ...]) -> "regex.Pattern[str]":
    acts = PACKS[language].acts
    by, verb = phrase(acts.by).pattern, phrase(verbs).pattern
    other_verbs = phrase(other for verbs_of in acts.agents.values() if verbs_of != verbs for other in verbs_of).pattern
    doer = rf"(?P<doer>(?:(?!{other_verbs})[^;.!?]){{1,{_DOER}}}?)"
    form = rf"{by}\s+{doer}\s+{verb}" if acts.verb_behind_doer else rf"{verb}\s+{by}\s+{doer}(?=[,;:.!?()]|\Z)"
    return regex.compile(form, regex.IGNORECASE)


def _slot(doings: Sequence[_Doing], named: dict[ArticleId, set[str]]) -> Slot | None:
    values: list[list[_Doing]] = []
    for doing in doings:
        own = next((value for value in values if may_be_one_person(doing.doer.key, value[0].doer.key)), None)
        if own is None:
            values.append([doing])
        else:
            own.append(doing)
    for value in values:
        others = {doing.doer.key for other in values if other is not value for doing in other}
        if any(named[doing.claim.article] & others for doing in value):
            return None
    about = " ".join(doings[0].thing.split()[-_ABOUT:])
    return Slot(doings[0].slot, about, [[_mention(doing) for doing in value] for value in values])


def _mention(doing: _Doing) -> Mention:
    return Mention(claim=doing.claim, span=doing.doer.span, says=doing.doer.says)
