"""Figures that count something -> slots: how many dead, injured, collapsed, by what happened to those who are counted."""

from collections import defaultdict
from collections.abc import Sequence

from compare.claims.frame import is_partial
from compare.claims.time_clashes import tells_of_a_moment
from compare.facts.joint_counts import further_predicate, joint_of, predicates_in, sums_of, told_shorter
from compare.facts.mention import Mention, mention_of, next_number, phrase
from compare.facts.nobody import none_hurt
from compare.facts.slot import Slot
from compare.facts.values import Value, by_value, one_an_article
from compare.languages.language_pack import FactWords
from compare.languages.registry import PACKS
from compare.model import Claim, Number
from compare.text.tokens import bare
from compare.text.tokens import words as words_of

_DEEPEST = 3  # numbers of an enumeration that are looked at for the predicate they share
_PERSON = "person"
_OF_PEOPLE = frozenset(["dead", "injured", "missing", "rescued", "arrested", "evacuated", "casualties"])
_BESIDE = 3  # words behind a figure among which the noun may stand: 26 injured "people"


def count_slots(mentions: Sequence[Mention], claims: Sequence[Claim]) -> list[Slot]:
    """Slots with their values, out of figures and of sentences that say that nobody was hurt."""
    by_slot: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    keyed = told_shorter([(key, mention) for mention in mentions if (key := _key(mention)) and not _is_partial(mention, key)])
    for key, mention in keyed:
        by_slot[key].append(mention)
    for key, total in sums_of(keyed):
        if key in by_slot:  # an article gives the whole
            by_slot[key].append(total)
    for claim in claims:
        for predicate, mention in none_hurt(claim):
            by_slot[predicate, _PERSON].append(mention)
    return [Slot(predicate, counted, one_an_article(_of_now(by_value(filled)))) for (predicate, counted), filled in sorted(by_slot.items())]


def _of_now(values: Sequence[Value]) -> list[Value]:
    """The values without those that were so only up to a moment ("by 4 p.m. five of the injured …"), where others are given too."""
    settled = [value for value in values if not all(tells_of_a_moment(mention.claim) for mention in value)]
    return settled or list(values)


def _is_partial(mention: Mention, key: tuple[str, str]) -> bool:
    """Whether it is a part, a remainder or a rate; the collapsed houses of all that were hit are all that collapsed."""
    before, behind = _around(mention)
    if not is_partial(before, behind):
        return False
    earlier = [number for number in mention.claim.facts.numbers if number.span.end <= mention.span.start]
    of_all = phrase(mention.words.of_which).search(before) is not None
    return not of_all or is_partial("", behind) or any(_key(mention_of(mention.claim, number, mention.words)) == key for number in earlier)


def _around(mention: Mention) -> tuple[str, str]:
    start = mention.claim.span.start
    return mention.claim.quote[: mention.span.start - start], mention.claim.quote[mention.span.end - start :]


def _key(mention: Mention) -> tuple[str, str] | None:
    """Predicate and group of those counted; nothing where one of the two is not known."""
    number = mention.number
    if number is None or number.unit or number.values[0] % 1:
        return None
    counted = _counted(mention, number)
    predicate = _predicate(mention)
    if predicate in _OF_PEOPLE and not counted and _counts_by_predicate(mention, predicate):
        counted = _PERSON
    return (predicate, counted) if predicate and _belong(predicate, counted, mention.words) else None


def _belong(predicate: str, counted: str, words: FactWords) -> bool:
    """Whether the group is one that the slot counts: one of its own name, or any that is of no slot."""
    own = {predicate, counted} & words.predicates.keys() & words.groups.keys()
    return counted in words.groups and (not own or predicate == counted)


def _counted(mention: Mention, number: Number) -> str:
    """The group of what is counted, by its noun or, where that is not known, by the words right behind; nothing if it is none."""
    words = mention.words
    noun = [word for word in number.counted if word not in _bare(words.classifiers)]
    if not noun:
        beside = {bare(word) for word in words_of(mention.behind)[:_BESIDE]}
        return next((group for group, nouns in words.groups.items() if _bare(nouns) & beside), "")
    if _bare(words.kinds_apart) & set(noun[1:2]) or phrase(words.here).search(mention.behind):
        return ""
    ends = {noun[0]} if PACKS.get(mention.claim.language, PACKS["en"]).numbers.head_first else {noun[-1], noun[0]}
    return next((group for group, nouns in words.groups.items() if _bare(nouns) & ends), "")


def _predicate(mention: Mention, depth: int = 0) -> str:
    """What happened to those who are counted: behind the figure in its clause, else before it, else at the end of an enumeration."""
    words = mention.words
    if phrase(words.averted).search(f"{mention.before} {mention.behind}"):
        return ""
    behind = phrase(words.occasions).split(mention.behind, maxsplit=1)[0]
    for stretch in (behind, mention.before):
        said = predicates_in(words, stretch)
        if stretch is behind and said:
            said |= predicates_in(words, further_predicate(mention))
        if said:
            return next(iter(said)) if len(said) == 1 else joint_of(said, words)
    following = next_number(mention) if depth < _DEEPEST else None
    return _predicate(mention_of(mention.claim, following, mention.words), depth + 1) if following else ""


def _counts_by_predicate(mention: Mention, predicate: str) -> bool:
    """Whether a figure without a noun is that of its predicate: "23 hurt", "injuring 26", "the number of dead rose to 18"."""
    said = phrase(mention.words.predicates[predicate])
    before, behind = mention.before.rstrip(), mention.behind.lstrip()
    right_behind, right_before = said.match(behind), any(found.end() == len(before) for found in said.finditer(before))
    numbered = said.search(before) is not None and phrase(mention.words.numbers_of).search(before) is not None
    return right_behind is not None or right_before or numbered


def _bare(words: frozenset[str]) -> frozenset[str]:
    return frozenset(bare(word) for word in words)
