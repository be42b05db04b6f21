"""Days, months and years in sentences -> slots: the day of an arrest or an apology, the year in which the bridge was built."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from compare.claims.frame import content_words
from compare.claims.time_clashes import of_one_event
from compare.facts.acts import act_of
from compare.facts.connected import connected
from compare.facts.mention import Mention, facts_of, phrase
from compare.facts.slot import Slot
from compare.facts.values import Value, articles_with_several
from compare.languages.registry import PACKS
from compare.model import Claim, Date

_SHARED = 2  # content words beside the act that both sentences have, or all but one of those of a short one
_MOST_DAYS = 7  # between two datings of one act; further apart, they are two
_DAY = "day"
_Dated = tuple[Mention, Date, frozenset[str]]


def day_slots(own: Sequence[Claim], every: Iterable[Claim]) -> list[Slot]:
    """One slot for each act of one thing that two articles date; none where an article dates it twice.

    Days are looked for in sentences on the story's own event, months and years of what happens once (built, founded) in every sentence.
    """
    by_act: dict[str, list[_Dated]] = defaultdict(list)
    own_places = {(claim.article, claim.field, claim.span) for claim in own}
    for claim in every:
        is_own = (claim.article, claim.field, claim.span) in own_places
        for day in claim.facts.dates:
            act = act_of(claim, day.span) if day.value else None
            if act and _fits(claim, day, act, is_own=is_own):
                by_act[act].append(_dated(claim, day, act))
    found = [(act, _values(thing)) for act, dated in sorted(by_act.items()) for thing in connected(dated, _of_one_thing)]
    return [Slot("day of", act, values) for act, values in found if not articles_with_several(values)]


def _fits(claim: Claim, day: Date, act: str, *, is_own: bool) -> bool:
    words = facts_of(claim.language)
    if phrase(PACKS.get(claim.language, PACKS["en"]).dates.relative_days).search(day.says):
        return False  # a text that is printed a day later says "yesterday" of another day
    if act in words.once:
        return day.precision in {"year", "month", _DAY} and of_one_event((claim, day), (claim, day))
    return is_own and act not in words.common_acts | words.often and day.precision == _DAY and of_one_event((claim, day), (claim, day))


def _dated(claim: Claim, day: Date, act: str) -> _Dated:
    about = frozenset(content_words(claim.quote, claim.language))
    said = {word for one in facts_of(claim.language).acts[act] for word in content_words(one, claim.language)}
    return Mention(claim=claim, span=day.span, says=day.says, value=day.value or ""), day, about - said


def _of_one_thing(one: _Dated, two: _Dated) -> bool:
    (a, left, said), (b, right, heard) = one, two
    if not of_one_event((a.claim, left), (b.claim, right)) or _too_far(left, right):
        return False
    return len(said & heard) >= min(_SHARED, max(1, min(len(said), len(heard)) - 1))


def _too_far(one: Date, two: Date) -> bool:
    if one.precision != _DAY or two.precision != _DAY:
        return False
    return abs((date.fromisoformat(one.value or "") - date.fromisoformat(two.value or "")).days) > _MOST_DAYS


def _values(thing: Sequence[_Dated]) -> list[Value]:
    """Days that can be one together: October 2024 and 3 October 2024."""
    values: list[Value] = []
    for mention in sorted((mention for mention, *_ in thing), key=lambda m: (-len(m.value), m.article, m.span)):
        together = next((value for value in values if value[0].value.startswith(mention.value)), None)
        if together is None:
            values.append([mention])
        else:
            together.append(mention)
    return values
