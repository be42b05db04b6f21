"""A comparison document -> the run under review: its texts, claims and clusters as Python values."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, TypeVar

from compare.claims.cut_articles import known
from compare.claims.relate import relate
from compare.claims.voices import reported_by
from compare.consistency.settings_checks import known_settings
from compare.documents.from_document import article_of, cluster_of, fact_of, group_of
from compare.facts.claim_relations import with_facts
from compare.model import Article, ArticleId, Claim, ClaimGroup, Cluster, Cut, Passage, Published
from compare.outlets.register import register_of
from compare.review.anchors import FieldTexts, make_field_text, texts_by_field
from compare.settings import Settings, from_mapping
from compare.story_result import Fact

# The ``check`` of an evidence that a reviewer gave.
BY_REVIEWER = "reviewer"
Value = TypeVar("Value")


class Run:
    """One comparison; what is costly is computed on first use and cached."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        """``document`` is valid against its schema."""
        self.document = document
        self.articles: Mapping[ArticleId, Article] = {ArticleId(value["id"]): article_of(value) for value in document["articles"]}
        self._readings: dict[ArticleId, Mapping[Passage, Claim]] = {}
        self._cache: dict[Hashable, Any] = {}

    @cached_property
    def field_texts(self) -> FieldTexts:
        """The title and text of all articles."""
        texts = [make_field_text(article.id, article.outlet, "text", article.text) for article in self.articles.values()]
        titles = [
            make_field_text(article.id, article.outlet, "title", article.title) for article in self.articles.values() if article.title
        ]
        return texts_by_field([*texts, *titles])

    @cached_property
    def groups(self) -> tuple[ClaimGroup, ...]:
        """The claims as the engine made them; relations that a reviewer set in the document are computed anew."""
        languages = {article.id: article.language for article in self.articles.values()}
        return tuple(self._machine_group(group_of(value, languages)) for value in self.document["claims"])

    @cached_property
    def claim_passages(self) -> tuple[frozenset[Passage], ...]:
        """The passages of each of these claims."""
        return tuple(map(passages_of_group, self.groups))

    def _machine_group(self, group: ClaimGroup) -> ClaimGroup:
        if not any(evidence.check == BY_REVIEWER for relation in group.relations for evidence in relation.evidence):
            return group
        silent = {relation.source: relation.evidence[0] for relation in group.relations}
        found_anew = relate(group.members, self.published, lambda article: silent[article], lambda one, other: one.article != other.article)
        anew = replace(group, relations=known(found_anew.relations, self.cuts), disputes=found_anew.disputes)
        return with_facts([anew], self.facts)[0] if self.facts else anew

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The facts of the story; none of a document that was made before there were facts."""
        return tuple(map(fact_of, self.document.get("facts", ())))

    @cached_property
    def clusters(self) -> tuple[Cluster, ...]:
        """The near-duplicate clusters as the engine made them."""
        return tuple(cluster_of(value) for value in self.document["clusters"])

    @cached_property
    def cluster_passages(self) -> tuple[frozenset[Passage], ...]:
        """The passages of each of these clusters."""
        return tuple(map(passages_of_cluster, self.clusters))

    @cached_property
    def published(self) -> Mapping[ArticleId, Published | None]:
        """When each article appeared, in the order of the report."""
        return {article.id: article.published for article in self.articles.values()}

    @cached_property
    def cuts(self) -> Mapping[ArticleId, Cut]:
        """Why an article is cut, for those that are."""
        return {article.id: article.cut for article in self.articles.values() if article.cut}

    @cached_property
    def outlets(self) -> Mapping[ArticleId, str]:
        """The outlet that reported each article."""
        return reported_by(self.articles.values(), register_of(self.settings.input.outlets))

    @cached_property
    def settings(self) -> Settings:
        """The settings of the run; defaults of this version for those that the document does not have."""
        return from_mapping(known_settings(self.document["run"]["settings"]), "run.settings")

    def cached(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The result of ``make``, computed once for equal keys: after a decision, only the groups that changed are computed anew."""
        if key not in self._cache:
            self._cache[key] = make()
        cached: Value = self._cache[key]
        return cached

    def claim_at(self, passage: Passage) -> Claim | None:
        """The sentence with exactly this passage, with its facts; ``None`` if there is none."""
        return self._grouped.get(passage) or self._sentences(passage.article).get(passage)

    def sentences(self, article: ArticleId) -> Sequence[Claim]:
        """All sentences of an article, read anew, since the document has facts only for those in a claim."""
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
    """The passage of a sentence."""
    return Passage(claim.article, claim.field, claim.span)


def passages_of_group(group: ClaimGroup) -> frozenset[Passage]:
    """The passages of the sentences of a claim group."""
    return frozenset(map(passage_of, group.members))


def passages_of_cluster(cluster: Cluster) -> frozenset[Passage]:
    """The passages of the paragraphs of a cluster."""
    return frozenset(Passage(member.article, "text", member.span) for member in cluster.members)
