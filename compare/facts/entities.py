"""Readings of a story -> its persons, organisations and places, each with every stretch that names it, and who is named at a place."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from compare.facts.kind_of_thing import kind_of_thing
from compare.facts.person_names import is_person, one_person, stands_as_place
from compare.languages.registry import PACKS
from compare.model import ArticleId, Claim, FieldName, Name, Reading, Span
from compare.reading.names_person import is_body
from compare.story_result import Entity, EntityKind, EntityMention
from compare.text.tokens import checksum

_Named = tuple[Claim, Name]
_Place = tuple[ArticleId, FieldName, Span]


@dataclass(frozen=True, slots=True)
class Entities:
    """The entities of a story, also those of one article alone, and the id of the one that is named at a place."""

    all: tuple[Entity, ...]
    ids: Mapping[_Place, str]

    def at(self, claim: Claim, span: Span) -> str | None:
        """The id of who is named at the span of a name in a sentence; nothing where nobody is known."""
        return self.ids.get((claim.article, claim.field, span))

    def shown(self, named: Collection[str | None]) -> tuple[Entity, ...]:
        """Those that two articles or more name, and those whose ids are in ``named``."""
        return tuple(entity for entity in self.all if entity.id in named or len({mention.article for mention in entity.mentions}) > 1)


def find_entities(readings: Sequence[Reading]) -> Entities:
    """Names of one key are one entity, and names of one person with another middle name; a name of no sure kind is none.

    The forms of a name within an article have one key by reading. Equal stories give equal entities with equal ids.
    """
    by_key: dict[str, list[_Named]] = defaultdict(list)
    for reading in readings:
        for claim in reading.claims:
            for name in claim.facts.names:
                by_key[name.key].append((claim, name))
    kinds = {key: kind for key, named in by_key.items() if (kind := _kind(key, named))}
    persons = {key: by_key[key] for key, kind in kinds.items() if kind == "person"}
    first_of = one_person(persons)
    joined: dict[tuple[str, EntityKind], list[_Named]] = defaultdict(list)
    for key, kind in sorted(kinds.items()):
        joined[first_of.get(key, key), kind] += by_key[key]
    found = tuple(_entity(key, kind, named) for (key, kind), named in sorted(joined.items()))
    ids = {(m.article, m.field, m.span): entity.id for entity in found for m in entity.mentions}
    return Entities(found, ids)


def _kind(key: str, named: Sequence[_Named]) -> EntityKind | None:
    if key in _countries_and_capitals():
        return "place"
    if any(key in set(pack.sentences.name_aliases.values()) for pack in PACKS.values()):
        return None  # a body, a region or a person: the pack does not say which
    if not any(is_body(name) for _, name in named) and " " in key and _is_person(named):
        return "person"
    kinds = {kind for claim, name in named if (kind := kind_of_thing(claim, name))}
    return kinds.pop() if len(kinds) == 1 else None


def _is_person(named: Sequence[_Named]) -> bool:
    """Whether more sentences show a person than a place: "khu vực Ấn Độ Dương - Thái Bình Dương" opens with a family name too."""
    return sum(is_person(claim, name) for claim, name in named) > sum(stands_as_place(claim, name) for claim, name in named)


@cache
def _countries_and_capitals() -> frozenset[str]:
    governed = [pack.sentences.names.governments for pack in PACKS.values()]
    return frozenset(key for governments in governed for pair in governments.items() for key in pair)


def _entity(key: str, kind: EntityKind, named: Iterable[_Named]) -> Entity:
    places = {(claim.article, claim.field, name.span): name.says for claim, name in named}
    counts = Counter(places.values())
    # Of "Russia" and "Russian" the name is the one that is the key of both; of "Lee" and "Ann Lee" the longer one.
    fullest = min(counts, key=lambda says: (-len(says.split()), says.lower() != key, -counts[says], says))
    mentions = tuple(EntityMention(*place) for place in sorted(places))
    return Entity("e-" + checksum(f"{kind}\t{key}")[:10], kind, fullest, mentions)
