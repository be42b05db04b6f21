"""The whole room on one screen: readings and claims of a story -> mentions -> slots with their values -> facts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from compare.claims.figure_clashes import of_number
from compare.claims.time_clashes import of_clock
from compare.claims.voices import reported_by, voices
from compare.facts.age_ranges import age_range_slots, written_ranges
from compare.facts.agent_slots import agent_slots
from compare.facts.aim_slots import aim_slots
from compare.facts.attribute_slots import attribute_slots
from compare.facts.claim_disputes import dispute_slots
from compare.facts.count_slots import count_slots
from compare.facts.day_slots import day_slots
from compare.facts.denial_slots import denial_slots
from compare.facts.denier_slots import denier_slots
from compare.facts.entities import Entities, find_entities
from compare.facts.hour_slots import hour_slots
from compare.facts.ladder import ladder_of, printed_in
from compare.facts.measure_slots import measure_slots
from compare.facts.mention import Mention, mention_of
from compare.facts.other_events import main_day, of_other_event
from compare.facts.own_words import words_with
from compare.facts.person_slots import person_slots
from compare.facts.quote_slots import quote_slots
from compare.facts.receiver_slots import receiver_slots
from compare.facts.slot import Slot
from compare.facts.speaker_slots import speaker_slots
from compare.facts.spellings import spelling_slots
from compare.facts.stage_slots import stage_slots
from compare.facts.values import can_be_one
from compare.model import ArticleId, Claim, ClaimGroup, FieldName, Reading, Span
from compare.outlets.register import register_of
from compare.story_result import Fact, FactMention, FactState, FactValue
from compare.text.tokens import checksum
from compare.user_tables.own_slots import OwnSlot
from compare.user_tables.word_rows import Rows

_Place = tuple[ArticleId, FieldName, Span]
_MOST_NUMBERS = 25  # of a sentence: a table in one line, where the words beside a figure say nothing
# Slots in the order in which a report shows them: lives before houses, houses before lengths; others behind.
_ORDER = ("dead", "missing", "injured", "rescued", "arrested", "evacuated", "collapsed", "burnt", "flooded", "unroofed", "damaged")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTables:
    """What a user's settings add to the outlets and slots of the program."""

    outlets: Rows = ()
    slots: tuple[OwnSlot, ...] = ()


def find_facts(
    readings: Sequence[Reading],
    groups: Sequence[ClaimGroup],
    same_wording: float,
    own: OwnTables = OwnTables(),
    *,
    entities: Entities | None = None,
) -> tuple[Fact, ...]:
    """Every slot that two articles or more fill: disputed ones first, lives before things, then those of most voices.

    ``same_wording`` is the share of words from which two sentences are one voice; ``entities`` are those of the story, found here where
    they are not given. Equal stories give equal facts with equal ids.
    """
    outlets = reported_by((reading.article for reading in readings), register_of(own.outlets))
    published = {reading.article.id: reading.article.published for reading in readings}
    facts = []
    for slot in slots_of(readings, groups, entities or find_entities(readings), own.slots):
        values = sorted((_value(value, same_wording, outlets) for value in slot.values), key=_most_voices_first)
        ladder = ladder_of(slot.name, list(map(printed_in, slot.values)), published)
        state: FactState = "agreed" if values[0].voices > 1 else "single"
        if len(values) > 1:
            state = "updated" if ladder.is_updated else "disputed"
        facts.append(
            Fact(
                id=_id(slot, values),
                slot=slot.name,
                about=slot.about,
                state=state,
                values=tuple(values),
                ladder=ladder.rungs,
                scope=slot.scope,
                entity=slot.entity,
            )
        )
    places = {**{name: float(at) for at, name in enumerate(_ORDER)}, **{slot.name: slot.importance - 0.5 for slot in own.slots}}
    return tuple(sorted(facts, key=lambda fact: _rank(fact, places)))


def slots_of(
    readings: Sequence[Reading], groups: Sequence[ClaimGroup], entities: Entities, own_slots: Sequence[OwnSlot] = ()
) -> list[Slot]:
    """Every slot that at least two articles fill, with its values; sentences on another event fill none.

    What two sentences of a claim dispute is a slot too, or joins the one that either of them fills.
    """
    day = main_day(readings)
    claims = _claims_of(readings, day)
    words = words_with(own_slots)
    mentions = [mention_of(claim, number, words.get(claim.language, words["en"])) for claim in claims for number in claim.facts.numbers]
    every = [claim for reading in readings for claim in reading.claims]
    ranges = [mention for claim in every for mention in written_ranges(claim)]
    persons = person_slots(readings, entities, day.year if day else None)
    keyed = [*count_slots(mentions, claims), *day_slots(claims, every), *persons]
    sizes = [*age_range_slots([*mentions, *ranges]), *measure_slots(mentions), *attribute_slots(mentions, claims)]
    found = [*filter(_is_told_by_several, hour_slots(mentions)), *sizes, *spelling_slots(readings)]
    found += [slot for slot in free_slots(readings) if not any(_overlap(slot, other) for other in (*keyed, *found))]
    for dispute in dispute_slots(groups, every, day):
        if dispute.name == "speaker" or any(_places(slot) & _places(dispute) for slot in keyed):
            continue  # a speaker joins the slot of the utterance, a count that of its predicate, a day that of its act, or none at all
        at = next((at for at, slot in enumerate(found) if _overlap(slot, dispute)), None)
        if at is None:
            found.append(dispute)
        else:
            taken = {place for slot in found for place in _places(slot)}
            found[at] = _joined(found[at], [m for value in dispute.values for m in value if _place(m) not in taken])
    return [slot for slot in (*keyed, *found) if _is_told_by_several(slot)]


def _is_told_by_several(slot: Slot) -> bool:
    return len({mention.article for value in slot.values for mention in value}) > 1


def free_slots(readings: Sequence[Reading]) -> list[Slot]:
    """Slots that no figure fills: who did, said or denied something, and whether it is so yet."""
    finders = (speaker_slots, denier_slots, denial_slots, receiver_slots, aim_slots, agent_slots, stage_slots, quote_slots)
    return [slot for find in finders for slot in find(readings)]


def _claims_of(readings: Sequence[Reading], day: date | None) -> list[Claim]:
    """All sentences that tell of the story's own event, whose day is given."""
    claims = [claim for reading in readings for claim in reading.claims if len(claim.facts.numbers) <= _MOST_NUMBERS]
    return [claim for claim in claims if of_other_event(claim, day) is None]


def _joined(slot: Slot, mentions: Sequence[Mention]) -> Slot:
    """The slot with further mentions; an article that fills it already fills it no second time."""
    values = [list(value) for value in slot.values]
    filled = {m.article for value in values for m in value}
    for mention in (m for m in mentions if m.article not in filled):
        own = next((value for value in values if can_be_one(mention, value[0])), None)
        if own is None:
            values.append([mention])
        else:
            own.append(mention)
    return replace(slot, values=values)


def _overlap(one: Slot, other: Slot) -> bool:
    """Whether a value of the one stands where one of the other does: "Anna Cole" in "both Anna Cole and the bank"."""
    places = sorted(_places(one))
    return any(
        article == own and field == its and span.start < end and start < span.end
        for article, field, span in _places(other)
        for own, its, (start, end) in places
    )


def _places(slot: Slot) -> set[_Place]:
    return {_place(m) for value in slot.values for m in value}


def _place(mention: Mention) -> _Place:
    return mention.article, mention.claim.field, mention.span


def _value(mentions: Sequence[Mention], same_wording: float, outlets: Mapping[ArticleId, str]) -> FactValue:
    ordered = sorted(mentions, key=lambda m: (m.article, m.claim.field, m.span))
    said = tuple(
        FactMention(
            article=m.article,
            field=m.claim.field,
            span=m.span,
            says=m.says,
            sentence=m.claim.span,
            because=m.because,
            hedge=m.number.hedge if m.number else None,
        )
        for m in ordered
    )
    independent = len(voices([m.claim for m in ordered], same_wording, outlets))
    return FactValue(_normalised(mentions[0]), mentions[0].says, independent, said)


def _normalised(mention: Mention) -> str:
    number = mention.number
    if mention.value or number is None:
        return mention.value or mention.says
    return (of_clock if number.unit == "clock" else of_number)(mention.claim, number).value


def _most_voices_first(value: FactValue) -> tuple[int, str]:
    return -value.voices, value.value


def _id(slot: Slot, values: Sequence[FactValue]) -> str:
    """Equal over runs as long as the slot and the places of its values are."""
    places = sorted(f"{said.article}\t{said.field}\t{said.span.start}\t{said.span.end}" for value in values for said in value.said)
    return "f-" + checksum("\n".join((slot.name, slot.about, *places)))[:10]


def _rank(fact: Fact, places: Mapping[str, float]) -> tuple[int, float, int, str]:
    order = places.get(fact.slot, len(_ORDER))
    return ("disputed", "updated", "agreed", "single").index(fact.state), order, -sum(value.voices for value in fact.values), fact.id
