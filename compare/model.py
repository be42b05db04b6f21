"""The values that flow from room to room: frozen, slotted, tuples inside; offsets are code points, half open."""

from dataclasses import KW_ONLY, dataclass
from typing import Literal, NamedTuple, NewType, Protocol

ArticleId = NewType("ArticleId", str)

Precision = Literal["minute", "day", "week", "month", "year"]
DateOrigin = Literal["metadata", "text", "inferred"]
MarkKind = Literal["boilerplate", "caption", "credit", "dateline", "title"]
FieldName = Literal["text", "title"]
RelationKind = Literal["agrees", "adds_detail", "conflicts", "unchecked", "silent", "not_known"]
# Relations of an article that has no sentence in the claim.
UNTOLD: frozenset[RelationKind] = frozenset({"silent", "not_known"})
CutReason = Literal["paywall", "excerpt", "truncated", "stated"]
Hedge = Literal["about", "at least", "at most", "range"]
# What an article was read from. Of a record, outlet and language are as given; of the others, what the text says goes before the site's or
# the file's name. A feed may tell a part of the article alone.
ArticleForm = Literal["record", "page", "feed", "text"]


class Span(NamedTuple):  # a tuple: sets of places are made by the hundred thousand
    """Half-open range of code points: 0 <= start < end <= len(text)."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The part of ``text`` that the span covers."""
        return text[self.start : self.end]

    def shifted(self, offset: int) -> "Span":
        """The same range in a text in which this one begins at ``offset``."""
        return Span(self.start + offset, self.end + offset)


class Passage(NamedTuple):
    """A stretch of one field of one article: a sentence or a paragraph."""

    article: ArticleId
    field: FieldName
    span: Span


@dataclass(frozen=True, slots=True)
class Links:
    """What reviewers decided on pairs of passages, each pair in order: these belong together, those do not; no pair is in both."""

    together: frozenset[tuple[Passage, Passage]] = frozenset()
    apart: frozenset[tuple[Passage, Passage]] = frozenset()


@dataclass(frozen=True, slots=True)
class Published:
    """When an article appeared: ISO 8601 ``value`` cut at ``precision`` (``2023-01-31T15:22``, ``2023-01-31``, ``2023-01``).

    The value is as it was printed; ``zone`` is how far that clock is ahead of UTC (``+07:00``), empty where a time does not say it.
    """

    value: str
    precision: Precision
    origin: DateOrigin
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Credits:
    """What an article says of where it comes from; ``outlet`` is the source it credits, agencies are in order of mention."""

    outlet: str | None = None
    agencies: tuple[str, ...] = ()
    byline: str | None = None
    translator: str | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """Why an article is known to lack a part of what its outlet published: by which rule, and in which words it says so, if in any."""

    reason: CutReason
    rule: str
    says: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    r"""One article; ``text`` is all of it, NFC with ``\n`` line ends; ``origin`` is a path relative to the input, never absolute."""

    id: ArticleId
    outlet: str
    text: str
    origin: str
    sha256: str
    story: str | None = None
    title: str | None = None
    published: Published | None = None
    url: str | None = None
    language: str = ""
    credits: Credits = Credits()
    form: ArticleForm = "record"
    kept_at: str | None = None  # the address of the archive's copy that was read, where ``url`` is that of the page itself
    cut: Cut | None = None  # what it does not tell is then not known


@dataclass(frozen=True, slots=True)
class Fault:
    """An unexpected error, which is a fault of this program: the class of its exception, and what was being done where.

    ``trace`` are the places in the code and never a word of an article; ``said`` is what the exceptions say, which may quote one.
    """

    kind: str
    task: str  # "reading an article", behind "while"
    place: str  # of the input, a claim or a story; nothing where none is known
    trace: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something given that could not become an article: ``place`` (file, or file:line) and ``reason``, with the fault if it was one."""

    place: str
    reason: str
    fault: Fault | None = None


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch that is not body text, and the rule that says so."""

    span: Span
    kind: MarkKind
    rule: str


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity in a sentence; ``span`` lies in the article's field.

    ``values`` are the readings in order of likelihood (``14,817`` has two), in base units of ``unit`` with scale words multiplied in
    (``20,1 nghìn tỷ`` is 20.1e12). ``high`` is the upper end of a range. ``unit`` is a canonical key (``"km"``, ``"%"``, ``"usd"``,
    ``"age"``, ``"clock"`` for a time of day in minutes, ``""`` for a plain count) and ``counted`` the folded words the number counts
    (``("xe", "cuu", "hoa")``), nearest first.
    """

    span: Span
    says: str
    values: tuple[float, ...]
    unit: str = ""
    hedge: Hedge | None = None
    high: float | None = None
    counted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Date:
    """A date said in a sentence; ``value`` is ISO 8601 cut at ``precision`` (a week is ``2016-W20``), ``None`` if it stays unresolved."""

    span: Span
    says: str
    value: str | None
    precision: Precision


@dataclass(frozen=True, slots=True)
class Name:
    """A person, place or organisation: its surface span and one canonical key."""

    span: Span
    says: str
    key: str


class Stated(Protocol):
    """Something that a sentence says at a place of its own: its span in the article's field, and its words."""

    @property
    def span(self) -> Span:
        """Where it stands."""

    @property
    def says(self) -> str:
        """As it is written there."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a sentence states that can be checked; every tuple is in order of appearance."""

    numbers: tuple[Number, ...] = ()
    dates: tuple[Date, ...] = ()
    names: tuple[Name, ...] = ()
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``article.text[span]`` is its text; ``mark`` is set when it is not body text."""

    article: ArticleId
    span: Span
    mark: MarkKind | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of one article with what it states; the unit of alignment.

    ``agency`` is the agency whose wording it is said to be, by the sentence itself or by the article's credit line.
    """

    article: ArticleId
    field: FieldName
    span: Span
    quote: str
    language: str = ""
    facts: Facts = Facts()
    speaker: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with everything that was read in it."""

    article: Article
    marks: tuple[Mark, ...]
    paragraphs: tuple[Paragraph, ...]
    claims: tuple[Claim, ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A verified pair of cluster members (indices into ``Cluster.members``, a < b)."""

    a: int
    b: int
    jaccard: float
    containment: float


@dataclass(frozen=True, slots=True)
class Cluster:
    """A connected component of verified near-duplicate paragraphs; ``first`` is the earliest publisher if dates decide it."""

    id: str
    members: tuple[Paragraph, ...]
    links: tuple[Link, ...]
    first: ArticleId | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a relation was said: what was checked, what this source says, and what the other says; spans lie in ``field``.

    ``span`` is ``None`` only where a silent article has no sentence to point at, and where an article is known to be cut.
    """

    check: str
    article: ArticleId
    span: Span | None
    says: str
    _: KW_ONLY
    value: str | None = None
    field: FieldName = "text"
    other: "Evidence | None" = None
    score: float | None = None

    @classmethod
    def of_part(cls, check: str, claim: Claim, part: Stated, *, value: str | None = None, other: "Evidence | None" = None) -> "Evidence":
        """A stretch of the sentence: a figure, a day, a name, or words."""
        return cls(check, claim.article, part.span, part.says, value=value, field=claim.field, other=other)

    @classmethod
    def of_sentence(
        cls, check: str, claim: Claim, *, value: str | None = None, other: "Evidence | None" = None, score: float | None = None
    ) -> "Evidence":
        """The whole sentence."""
        return cls(check, claim.article, claim.span, claim.quote, value=value, field=claim.field, other=other, score=score)

    @classmethod
    def of_no_sentence(cls, article: ArticleId) -> "Evidence":
        """A silent article that has no sentence at all."""
        return cls("no_sentence", article, None, "")


@dataclass(frozen=True, slots=True)
class Relation:
    """How one article stands to one claim group; never without evidence, ``against`` only for conflicts.

    ``open_on`` are the ids of facts that others dispute in the claim and of which the article's sentences there give no value.
    """

    source: ArticleId
    kind: RelationKind
    evidence: tuple[Evidence, ...]
    against: tuple[ArticleId, ...] = ()
    open_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One value of a dispute and the articles that give it."""

    value: str
    articles: tuple[ArticleId, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """One slot that sources fill differently; ``fact`` is the id of the story's fact of which these are the values in one claim."""

    slot: str
    sides: tuple[Side, ...]
    fact: str | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """Articles that are one voice on a claim, and why: ``same_wording``, or the outlets and agencies whose report they carry, by name."""

    articles: tuple[ArticleId, ...]
    same_wording: bool = False
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """Sentences of at least two articles that report one claim; ``parts`` are the named means behind ``score``.

    ``clauses`` has one place a member: the stretch of its field that carries the claim, ``None`` where that is the whole sentence.
    """

    id: str
    wording: str
    members: tuple[Claim, ...]
    score: float
    parts: tuple[tuple[str, float], ...]
    voices: tuple[Voice, ...] = ()
    relations: tuple[Relation, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    clauses: tuple[Span | None, ...] = ()


@dataclass(frozen=True, slots=True)
class NearGroup:
    """A pair that falls just short of a claim group."""

    members: tuple[Claim, ...]
    score: float
