"""Sentences on an act that is done once -> slots: whether it is proposed, planned or done."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import regex

from compare.claims.frame import content_words
from compare.facts.mention import Mention, phrase
from compare.facts.other_events import of_other_event
from compare.facts.slot import Slot
from compare.languages.language_pack import LanguagePack
from compare.languages.registry import PACKS
from compare.model import ArticleId, Claim, Published, Reading, Span
from compare.publication import is_before
from compare.text.tokens import bare, words

PLANNED, DONE = "planned", "done"
_AUX_WITHIN = 3  # words between "will" or "has" and the act
_ASKED_WITHIN = 12  # words between "proposed" and the act, in which those stand who are asked
_OBJECT = 8  # words behind the act that say to whom or of what it is done
_LEAST_SHARED = 3  # content words of the object that two sentences have in common
_SHARED = 0.6  # of the object's content words, of the shorter telling
_CLAUSE_END = regex.compile(r"[,;:!?–—()\"“”]|\.(?!\d)")


@dataclass(frozen=True, slots=True)
class _Act:
    """An act of one sentence: which one it is, of what, and how far it has come."""

    claim: Claim
    span: Span  # in the article's field, from the word for the stage to the act
    kind: int  # place in the pack's table of acts
    doer: frozenset[str]
    thing: frozenset[str]
    names: frozenset[str]  # as they are written before the act and behind it
    noun: str  # the first word of the thing, its article left out
    stage: str

    def is_of(self, other: "_Act") -> bool:
        """Whether both tell of one act.

        Either most of the words behind it and a word for who does it are the same, and not each names somebody whom the other does not;
        or one source tells of both, with one noun.
        """
        if self.kind != other.kind or self.claim.language != other.claim.language or not _may_be_of_one_day(self.claim, other.claim):
            return False
        shared, fewest = len(self.thing & other.thing), min(len(self.thing), len(other.thing))
        by_source = self.claim.speaker is not None and self.claim.speaker == other.claim.speaker and self.noun == other.noun
        apart = self.names_beyond(other) and other.names_beyond(self)
        return by_source or (bool(self.doer & other.doer) and not apart and shared >= _LEAST_SHARED and shared >= _SHARED * fewest)

    def names_beyond(self, other: "_Act") -> bool:
        """Whether it names somebody or something of which the other sentence does not have all words."""
        heard = set(words(bare(other.claim.quote)))
        return any(not set(words(bare(name))) <= heard for name in self.names)


def stage_slots(readings: Sequence[Reading]) -> list[Slot]:
    """One slot an act that one article tells as done and another as still to be.

    Nothing where one article tells both, for it tells how the act came about, nor where the two appeared on one day and nobody knows which
    of them first: in the morning it was to be, in the evening it is done.
    """
    published = {reading.article.id: reading.article.published for reading in readings}
    acts = [act for reading in readings for claim in reading.claims if of_other_event(claim, None) is None for act in _acts(claim)]
    together: list[list[_Act]] = []
    for act in acts:
        own = next((known for known in together if any(act.is_of(other) for other in known)), None)
        if own is None:
            together.append([act])
        else:
            own.append(act)
    return [Slot("stage", _about(known[0]), values) for known in together if (values := _values(known, published))]


def _may_be_of_one_day(one: Claim, other: Claim) -> bool:
    """Whether the days that two sentences name leave open that both tell of one."""
    a, b = ({date.value for date in claim.facts.dates if date.precision == "day" and date.value} for claim in (one, other))
    return not (a and b) or bool(a & b)


def _values(acts: Sequence[_Act], published: Mapping[ArticleId, Published | None]) -> list[list[Mention]]:
    planned, done = ([act for act in acts if act.stage == stage] for stage in (PLANNED, DONE))
    pairs = [(one, other) for one in planned for other in done]
    if not pairs or any(_is_open(one, other, published) for one, other in pairs):
        return []
    return [[_mention(act) for act in stage] for stage in (planned, done)]


def _is_open(planned: _Act, done: _Act, published: Mapping[ArticleId, Published | None]) -> bool:
    """Whether both can be right: of one article, of two whose dates leave open which appeared first, or, without dates, of a set day."""
    one, other = published.get(planned.claim.article), published.get(done.claim.article)
    if one is None or other is None:
        return planned.claim.article == done.claim.article or bool(planned.claim.facts.dates)
    return not is_before(one, other) and not is_before(other, one)


def _acts(claim: Claim) -> Iterator[_Act]:
    pack = PACKS.get(claim.language)
    if pack is None or claim.quote.rstrip().endswith("?"):
        return
    for kind, phrases in enumerate(pack.acts.single):
        for found in phrase(phrases).finditer(claim.quote):
            before = _CLAUSE_END.split(claim.quote[: found.start()])[-1]
            staged = _stage(before, found.group().lower(), pack)
            behind = words(_CLAUSE_END.split(claim.quote[found.end() :], maxsplit=1)[0])[:_OBJECT]
            thing = frozenset(content_words(" ".join(behind), claim.language))
            if staged and thing:
                stage, length = staged
                doer = frozenset(content_words(before[: len(before) - length], claim.language))
                span = Span(found.start() - length, found.end()).shifted(claim.span.start)
                yield _Act(
                    claim=claim,
                    span=span,
                    kind=kind,
                    doer=doer,
                    thing=thing,
                    names=_named(claim, before, found.start()),
                    noun=_noun(behind, pack),
                    stage=stage,
                )


def _named(claim: Claim, before: str, act: int) -> frozenset[str]:
    """The names in the clause before an act and in what stands behind it, as far as its object goes."""
    behind = _CLAUSE_END.split(claim.quote[act:], maxsplit=1)[0]
    inside = Span(act - len(before), act + len(behind)).shifted(claim.span.start)
    return frozenset(name.says for name in claim.facts.names if inside.start <= name.span.start < inside.end)


def _noun(behind: Sequence[str], pack: LanguagePack) -> str:
    return next((word for word in behind if word not in pack.altered.articles), "")


def _stage(before: str, act: str, pack: LanguagePack) -> tuple[str, int] | None:
    """How far the act has come, and how far before it the word stands that says so; nothing where it is denied or left open."""
    acts = pack.acts
    if phrase((*pack.sentences.negations, *pack.altered.allegations)).search(before):
        return None
    asked = _last(before, acts.proposed, _ASKED_WITHIN)
    planned = _last(before, acts.planned, _AUX_WITHIN)
    if asked or planned:
        return PLANNED, max(asked, planned)
    done = _last(before, acts.done, _AUX_WITHIN)
    return (DONE, done) if done or act in acts.past else None


def _last(before: str, phrases: Sequence[str], within: int) -> int:
    """Code points from the last of the phrases to the end; none if more words stand behind it."""
    *_, last = chain([None], phrase(phrases).finditer(before))
    return len(before) - last.start() if last and len(before[last.end() :].split()) <= within else 0


def _about(act: _Act) -> str:
    behind = _CLAUSE_END.split(act.claim.quote[act.span.end - act.claim.span.start :], maxsplit=1)[0]
    return " ".join(behind.split()[:_OBJECT])


def _mention(act: _Act) -> Mention:
    says = act.span.shifted(-act.claim.span.start).of(act.claim.quote)
    return Mention(claim=act.claim, span=act.span, says=says, value=act.stage)
