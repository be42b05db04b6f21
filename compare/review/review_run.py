"""A comparison document -> the run that reviewers work on: its texts, groups and clusters as values."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, TypeVar

from compare.claims.cut_articles import known
from compare.claims.relate import relate
from compare.claims.voices import reported_by
from compare.consistency.settings_checks import known_settings
from compare.documents.from_document import article_of, cluster_of, group_of
from compare.model import Article, ArticleId, Claim, ClaimGroup, Cluster, Cut, Passage, Published
from compare.outlets.register import register_of
from compare.review.anchors import Shelf, shelf_of, text_of
from compare.settings import Settings, from_mapping

# The check of an evidence that is a person's word.
BY_REVIEWER = "reviewer"
Made = TypeVar("Made")


class Run:
    """One comparison, opened once and read often; what is costly is made when first asked for and kept."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        """``document`` holds against its schema."""
        self.document = document
        self.articles: Mapping[ArticleId, Article] = {ArticleId(value["id"]): article_of(value) for value in document["articles"]}
        self._readings: dict[ArticleId, Mapping[Passage, Claim]] = {}
        self._made: dict[Hashable, Any] = {}

    @cached_property
    def shelf(self) -> Shelf:
        """The fields of all articles."""
        texts = [text_of(article.id, article.outlet, "text", article.text) for article in self.articles.values()]
        titles = [text_of(article.id, article.outlet, "title", article.title) for article in self.articles.values() if article.title]
        return shelf_of([*texts, *titles])

    @cached_property
    def groups(self) -> tuple[ClaimGroup, ...]:
        """The claims as the engine left them; relations that a reviewer set in an earlier document are told anew."""
        languages = {article.id: article.language for article in self.articles.values()}
        return tuple(self._of_the_engine(group_of(value, languages)) for value in self.document["claims"])

    @cached_property
    def places(self) -> tuple[frozenset[Passage], ...]:
        """Where the sentences of each of these claims stand."""
        return tuple(map(places_of, self.groups))

    def _of_the_engine(self, group: ClaimGroup) -> ClaimGroup:
        if not any(evidence.check == BY_REVIEWER for relation in group.relations for evidence in relation.evidence):
            return group
        silent = {relation.source: relation.evidence[0] for relation in group.relations}
        told = relate(group.members, self.published, lambda article: silent[article], lambda one, other: one.article != other.article)
        return replace(group, relations=known(told.relations, self.cuts), disputes=told.disputes)

    @cached_property
    def clusters(self) -> tuple[Cluster, ...]:
        """The near-duplicate clusters as the engine left them."""
        return tuple(cluster_of(value) for value in self.document["clusters"])

    @cached_property
    def copied(self) -> tuple[frozenset[Passage], ...]:
        """Where the paragraphs of each of these clusters stand."""
        return tuple(map(paragraphs_of, self.clusters))

    @cached_property
    def published(self) -> Mapping[ArticleId, Published | None]:
        """When each article appeared, in the order of the report."""
        return {article.id: article.published for article in self.articles.values()}

    @cached_property
    def cuts(self) -> Mapping[ArticleId, Cut]:
        """Of the articles that are known to be cut, why."""
        return {article.id: article.cut for article in self.articles.values() if article.cut}

    @cached_property
    def outlets(self) -> Mapping[ArticleId, str]:
        """Whose report each article is."""
        return reported_by(self.articles.values(), register_of(self.settings.input.outlets))

    @cached_property
    def settings(self) -> Settings:
        """The settings that the run was made with; those of this version where the document has others."""
        return from_mapping(known_settings(self.document["run"]["settings"]), "run.settings")

    def kept(self, given: Hashable, make: Callable[[], Made]) -> Made:
        """What ``make`` gives, made once for equal ``given``: after a stroke, only the groups that it changed are described anew."""
        if given not in self._made:
            self._made[given] = make()
        made: Made = self._made[given]
        return made

    def claim_at(self, passage: Passage) -> Claim | None:
        """The sentence that stands there, with its facts; ``None`` if no sentence has just these ends."""
        return self._grouped.get(passage) or self._sentences(passage.article).get(passage)

    def sentences(self, article: ArticleId) -> Sequence[Claim]:
        """All sentences of an article, read anew: the document keeps the facts only of those in a claim."""
        return tuple(self._sentences(article).values())

    @cached_property
    def _grouped(self) -> Mapping[Passage, Claim]:
        return {passage_of(claim): claim for group in self.groups for claim in group.members}

    def _sentences(self, article: ArticleId) -> Mapping[Passage, Claim]:
        if article not in self._readings:
            from compare.reading.read_article import read_article

            settings = self.settings
            reading = read_article(self.articles[article], settings.reading, settings.words.aliases, settings.input.outlets)
            self._readings[article] = {passage_of(claim): claim for claim in reading.claims}
        return self._readings[article]


def passage_of(claim: Claim) -> Passage:
    """Where the claim stands."""
    return Passage(claim.article, claim.field, claim.span)


def places_of(group: ClaimGroup) -> frozenset[Passage]:
    """Where the sentences of the group stand."""
    return frozenset(map(passage_of, group.members))


def paragraphs_of(cluster: Cluster) -> frozenset[Passage]:
    """Where the paragraphs of the cluster stand."""
    return frozenset(Passage(member.article, "text", member.span) for member in cluster.members)
