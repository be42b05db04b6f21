"""Ranges of ages -> slots: the youngest and the oldest of a group, of the victims or of all."""

from collections import defaultdict
from collections.abc import Sequence

from compare.facts.mention import Mention, phrase
from compare.facts.slot import Slot
from compare.facts.values import Value


def age_range_slots(mentions: Sequence[Mention]) -> list[Slot]:
    """The ages of the victims, and those of the others."""
    by_group: dict[str, dict[tuple[float, float], Value]] = defaultdict(lambda: defaultdict(list))
    for mention in mentions:
        number = mention.number
        if number is None or number.high is None or not _is_of_ages(mention):
            continue
        group = "victims" if phrase(mention.words.victims).search(mention.claim.quote) else ""
        by_group[group][number.values[0], number.high].append(mention)
    return [Slot("age range", group, [values[ends] for ends in sorted(values)]) for group, values in sorted(by_group.items())]


def _is_of_ages(mention: Mention) -> bool:
    if mention.number and mention.number.unit:
        return mention.number.unit == "age"
    return phrase(mention.words.aged).search(f"{mention.before} {mention.behind}") is not None
