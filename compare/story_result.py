"""What is found in one story, its facts and entities among it: one frozen value, and the last of those that flow from room to room."""

from dataclasses import dataclass, field
from typing import Literal

from compare.model import ArticleId, Claim, ClaimGroup, Cluster, Fault, FieldName, Hedge, NearGroup, Reading, Skipped, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class FactMention:
    """One sentence that gives a value of a fact; ``span`` holds just the value."""

    article: ArticleId
    field: FieldName
    span: Span
    says: str
    sentence: Span
    because: str = ""  # words of the sentence by which it is known to fill the slot
    hedge: Hedge | None = None  # whether the sentence gives a bound or a rough figure


@dataclass(frozen=True, slots=True)
class FactValue:
    """One value of a fact, normalised and as it is first printed, with everyone who gives it; ``voices`` are independent."""

    value: str
    display: str
    voices: int
    said: tuple[FactMention, ...]


@dataclass(frozen=True, slots=True)
class Rung:
    """A value of a running figure: when an article first gave it, which articles do, and which of them after a newer one was out.

    ``at`` is as ``Published.value``; nothing where no article that gives it is dated to the day.
    """

    at: str | None
    value: str
    articles: tuple[ArticleId, ...]
    stale: tuple[ArticleId, ...] = ()


FactState = Literal["agreed", "disputed", "updated", "single"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One slot of the story with all its values, most voices first.

    ``slot`` is a key ("dead", "hour", "spelling"), ``about`` the group or the thing it is told of, a key or words of the articles, and
    ``entity`` the id of that person, body or place where it is one of the story's. ``scope`` says for which part the values hold.
    ``agreed``: one value of several voices. ``single``: of one voice. ``updated``: each value of a running figure was first
    given after all smaller ones. ``disputed``: anything else. ``ladder`` is empty where it is no running figure or nobody is dated.
    """

    id: str
    slot: str
    about: str
    state: FactState
    values: tuple[FactValue, ...]
    ladder: tuple[Rung, ...] = ()
    scope: str = ""
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class EventSentence:
    """A sentence with figures that tells of another event than the story's; ``because`` are the words that say so."""

    article: ArticleId
    field: FieldName
    span: Span
    because: str


@dataclass(frozen=True, slots=True)
class OtherEvent:
    """An event that is told beside the story's, with its ISO date where one is named; its figures fill no slot of the story."""

    id: str
    day: str | None
    sentences: tuple[EventSentence, ...]


EntityKind = Literal["person", "organisation", "place"]


@dataclass(frozen=True, slots=True)
class EntityMention:
    """One stretch of an article that names an entity."""

    article: ArticleId
    field: FieldName
    span: Span


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body or place of the story under the fullest of its names, with every stretch that names it."""

    id: str
    kind: EntityKind
    name: str
    mentions: tuple[EntityMention, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything said of one story; equal input and settings give an equal value."""

    story: str
    title: str
    readings: tuple[Reading, ...]
    clusters: tuple[Cluster, ...]
    groups: tuple[ClaimGroup, ...]
    possibly_related: tuple[NearGroup, ...]
    only_one_source: tuple[Claim, ...]
    skipped: tuple[Skipped, ...]
    warnings: tuple[str, ...] = ()
    settings: dict[str, dict[str, object]] = field(default_factory=dict)
    kernels: str = "numpy"  # who computed the near-duplicates
    facts: tuple[Fact, ...] = ()
    entities: tuple[Entity, ...] = ()
    day: str | None = None  # of the story's own event, as ISO date
    other_events: tuple[OtherEvent, ...] = ()
    faults: tuple[Fault, ...] = ()  # met on single articles and claims, all of which are told in ``skipped`` or ``warnings`` too
