"""Readings of one story -> claim groups with relations and voices, pairs that fall short, sentences of one source only."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations, groupby

from compare.claims.agreeing_clauses import ClauseReading, agreeing_clauses, read_clauses
from compare.claims.align import Group, Pair, PairGraph, decided, graph_of, groups
from compare.claims.common_ground import on_common_ground
from compare.claims.cut_articles import known
from compare.claims.frame import MOST_FIGURES, is_crowded
from compare.claims.open_encoder import open_encoder
from compare.claims.relate import relate, unchecked
from compare.claims.score_by_subject import Means, ScoredPairs, scored_pairs
from compare.claims.stock_phrases import stock_pairs
from compare.claims.subjects import read_bag, subjects
from compare.claims.voices import reported_by, voices
from compare.faults import FILE_NAME as FAULT_FILE
from compare.faults import fault_of
from compare.model import ArticleId, Claim, ClaimGroup, Cut, Evidence, Fault, Links, NearGroup, Passage, Published, Reading, Span
from compare.outlets.register import register_of
from compare.settings import ClaimSettings
from compare.text.tokens import checksum, key
from compare.user_tables.word_rows import Rows

# A title whose words stand to this share in one sentence of its article adds no claim: it would pair with what its own body says, and a
# headline always leaves out some. On the 18 labelled stories .5 gives pair F1 .665 and 73.1 % of the relations right, .6 .660 and 73.3 %,
# .7 .658 and 71.5 %.
_SAID_BY_BODY = 0.6


@dataclass(frozen=True, slots=True)
class Claims:
    """What is said of a story's claims; groups are sorted conflicts first, then by voices, then by place."""

    groups: tuple[ClaimGroup, ...]
    possibly_related: tuple[NearGroup, ...]
    only_one_source: tuple[Claim, ...]
    warnings: tuple[str, ...]
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class _Story:
    """One story, aligned: everything that a group's description looks at."""

    claims: Sequence[Claim]
    published: Mapping[ArticleId, Published | None]  # by article, in the order of the report
    cuts: Mapping[ArticleId, Cut]  # of the articles that are cut
    outlets: Mapping[ArticleId, str]  # whose report each article is
    places: Mapping[ArticleId, slice]  # where an article's claims stand in ``claims``
    scored: ScoredPairs
    graph: PairGraph  # as measured
    after_review: PairGraph
    apart: frozenset[Pair]  # as reviewers say
    clauses: Mapping[int, ClauseReading]  # of the claims that stand in a group
    settings: ClaimSettings


def claim_groups(
    readings: Sequence[Reading],
    settings: ClaimSettings,
    own_synonyms: Rows = (),
    own_outlets: Rows = (),
    *,
    links: Links | None = None,
) -> Claims:
    """Claims of one story; the order of ``readings`` changes nothing but the order of the sources.

    ``links`` are what reviewers decided on pairs of sentences: they go before every score, which is told as it was measured.
    """
    links = links or Links()
    published = {reading.article.id: reading.article.published for reading in readings}
    cuts = {reading.article.id: reading.article.cut for reading in readings if reading.article.cut}
    outlets = reported_by((reading.article for reading in readings), register_of(own_outlets))
    claims, warnings = _kept(readings, settings, links)
    if len({claim.article for claim in claims}) < 2:
        return Claims((), (), tuple(claim for claim in claims if claim.field == "text"), tuple(warnings))
    crowded = sum(map(is_crowded, claims))
    if crowded:
        warnings.append(f"{crowded} sentences have more than {MOST_FIGURES} figures, and these were not compared")
    encoder = open_encoder(settings, warnings.append)
    by_subject = _subjects(readings, claims, own_synonyms, settings.subject if encoder is None or _one_language(readings) else 0.0)
    if len(by_subject) > 1:
        warnings.append(_several(by_subject, readings, settings))
    places = _places(claims)
    parts = [[at for article in articles for at in range(places[article].start, places[article].stop)] for articles in by_subject]
    scored = scored_pairs(claims, parts, Means(settings, own_synonyms, encoder))
    graph = graph_of(scored.pairs, scored.score, [claim.article for claim in claims], scored.threshold.tolist())
    together = _indexed(links.together, claims)
    apart = frozenset(_indexed(links.apart, claims))
    after_review = decided(graph, together, apart | stock_pairs(claims, graph.probability))
    sure = range(len(claims)) if encoder else frozenset(index for pair in together for index in pair)
    grounded = [on_common_ground(group, claims, sure) for group in groups(after_review)]
    member_groups = _without_inner(group for group in grounded if len({claims[index].article for index in group}) > 1)
    grouped = set().union(*member_groups) if member_groups else set()
    clauses = {index: read_clauses(claims[index]) for index in sorted(grouped)}
    story = _Story(
        claims=claims,
        published=published,
        cuts=cuts,
        outlets=outlets,
        places=places,
        scored=scored,
        graph=graph,
        after_review=after_review,
        apart=apart,
        clauses=clauses,
        settings=settings,
    )
    faults: list[Fault] = []
    described = sorted((_described(story, group, faults) for group in member_groups), key=by_importance)
    for fault in faults:
        warnings.append(f"claim {fault.place} was not checked for conflicts: a fault of tellings ({fault.kind}); see {FAULT_FILE}")
    related, left_out = _related(story, member_groups)
    if left_out:
        warnings.append(f"{left_out} possibly related pairs are not listed (claims.most_related = {settings.most_related})")
    alone = tuple(claim for index, claim in enumerate(claims) if index not in grouped and claim.field == "text")
    return Claims(tuple(described), related, alone, tuple(warnings), faults=tuple(faults))


def _subjects(readings: Sequence[Reading], claims: Sequence[Claim], own_synonyms: Rows, likeness: float) -> list[list[ArticleId]]:
    """Articles that have a sentence, by what they tell of."""
    having = {claim.article for claim in claims}
    taking_part = sorted((reading for reading in readings if reading.article.id in having), key=lambda reading: reading.article.id)
    parts = subjects([read_bag(reading, own_synonyms) for reading in taking_part] if likeness else [], likeness)
    return [[taking_part[at].article.id for at in part] for part in parts] or [sorted(having)]


def _one_language(readings: Sequence[Reading]) -> bool:
    return len({reading.article.language for reading in readings}) < 2


def _several(by_subject: Sequence[Sequence[ArticleId]], readings: Sequence[Reading], settings: ClaimSettings) -> str:
    sentence = (
        f"{sum(map(len, by_subject))} articles tell of {len(by_subject)} different things, and only sentences on one of them were compared "
        f"(claims.subject = {settings.subject:g})"
    )
    unnamed = any(reading.article.story is None for reading in readings)
    return f"{sentence}; `tellings compare --stories auto` makes a story of each" if unnamed else sentence


def _without_inner(member_groups: Iterable[Group]) -> list[Group]:
    """Each group once, and none that lies within another one, in their order."""
    kept = list(dict.fromkeys(member_groups))
    return [group for group in kept if not any(group < other for other in kept)]


def _indexed(pairs: Iterable[tuple[Passage, Passage]], claims: Sequence[Claim]) -> list[Pair]:
    """Pairs of places in ``claims``, of those that stand there."""
    index = {Passage(claim.article, claim.field, claim.span): at for at, claim in enumerate(claims)}
    places = [(index[a], index[b]) for a, b in pairs if a in index and b in index]
    return sorted((min(pair), max(pair)) for pair in places)


def _places(claims: Sequence[Claim]) -> dict[ArticleId, slice]:
    places, start = {}, 0
    for article, own in groupby(claims, key=lambda claim: claim.article):
        end = start + sum(1 for _ in own)
        places[article] = slice(start, end)
        start = end
    return places


def _kept(readings: Sequence[Reading], settings: ClaimSettings, links: Links) -> tuple[list[Claim], list[str]]:
    """Sentences that take part, by article and place; a title only if no sentence of its article says it, or a reviewer placed it."""
    placed = {(passage.article, passage.field) for pair in links.together for passage in pair}
    kept: list[Claim] = []
    for reading in sorted(readings, key=lambda r: r.article.id):
        body = [claim for claim in reading.claims if claim.field == "text"]
        said = [frozenset(key(claim.quote).split()) for claim in body]
        for claim in reading.claims:
            words = frozenset(key(claim.quote).split())
            is_wanted = claim.field == "text" or (claim.article, claim.field) in placed
            if is_wanted or not any(len(words & sentence) >= _SAID_BY_BODY * len(words) for sentence in said):
                kept.append(claim)
    if len(kept) <= settings.most_sentences:
        return kept, []
    left_out = len(kept) - settings.most_sentences
    warning = f"{left_out} of {len(kept)} sentences were not aligned (claims.most_sentences = {settings.most_sentences})"
    # The openings of all articles rather than all of the first ones: an article that is cut whole would look silent.
    rank: Counter[ArticleId] = Counter()
    order = []
    for index, claim in enumerate(kept):
        order.append((rank[claim.article], index))
        rank[claim.article] += 1
    return [kept[index] for index in sorted(index for _, index in sorted(order)[: settings.most_sentences])], [warning]


def _described(story: _Story, group: Group, faults: list[Fault]) -> ClaimGroup:
    indices = sorted(group)
    members = tuple(story.claims[i] for i in indices)
    index = dict(zip(members, indices, strict=True))
    nearest = partial(_near_miss, story, indices)
    try:
        relations = relate(
            members,
            story.published,
            nearest,
            lambda one, other: story.after_review.between(index[one], index[other]) >= float(story.scored.comparable[index[one]]),
        )
    except Exception as error:  # noqa: BLE001 - the edge of one claim: see compare.faults
        faults.append(fault_of(error, "relating the sources of a claim", claim_id(members)))
        relations = unchecked(members, story.published, nearest)
    return ClaimGroup(
        id=claim_id(members),
        wording=_wording(story, indices),
        members=members,
        clauses=agreeing_clauses([story.clauses[i] for i in indices]),
        score=round(_mean_probability(story, indices), 4),
        parts=_parts(story, indices),
        voices=voices(members, story.settings.same_wording, story.outlets),
        relations=known(relations.relations, story.cuts),
        disputes=relations.disputes,
    )


def claim_id(members: Sequence[Claim]) -> str:
    """Equal over runs as long as the members, in their order, and their words are."""
    return "c-" + checksum("\n".join(f"{c.article}\t{c.field}\t{c.span.start}\t{c.span.end}\t{c.quote}" for c in members))[:10]


def _wording(story: _Story, indices: Sequence[int]) -> str:
    """The member that is likest to the others; of equals the one with fewer words, then the first."""

    def rank(i: int) -> tuple[float, int, int]:
        return -sum(story.graph.between(i, j) for j in indices), len(story.claims[i].quote), i

    return story.claims[min(indices, key=rank)].quote


def _cross(story: _Story, indices: Sequence[int]) -> list[tuple[int, int]]:
    return [(a, b) for a, b in combinations(indices, 2) if story.claims[a].article != story.claims[b].article]


def _mean_probability(story: _Story, indices: Sequence[int]) -> float:
    cross = _cross(story, indices)
    return sum(story.graph.between(a, b) for a, b in cross) / len(cross)


def _parts(story: _Story, indices: Sequence[int]) -> tuple[tuple[str, float], ...]:
    """Means over the cross pairs of the similarities behind the score, by name."""
    cross = _cross(story, indices)
    matrices = {
        "words": story.scored.similar.words,
        "characters": story.scored.similar.characters,
        "tokens": story.scored.similar.tokens,
        "names": story.scored.similar.names,
        "numbers": story.scored.similar.numbers,
        "dates": story.scored.similar.dates,
    }
    return tuple((name, round(float(sum(matrix[a, b] for a, b in cross)) / len(cross), 4)) for name, matrix in matrices.items())


def _near_miss(story: _Story, indices: Sequence[int], article: ArticleId) -> Evidence:
    """The sentence of a silent article that is likest to the group, with its mean similarity and the member it is likest to.

    An article without a sentence says so. One that tells of something else has no similarity that could be told beside others.
    """
    own = story.places.get(article)
    if own is None:
        return Evidence.of_no_sentence(article)
    scored = story.scored
    comparable = bool((scored.subject[list(indices)] == scored.subject[own.start]).any())
    to_group = (scored.similar.mean if comparable else scored.similar.tokens)[own][:, list(indices)]
    nearness = to_group.mean(axis=1)
    row = int(nearness.argmax())
    claim, other = story.claims[own.start + row], story.claims[indices[int(to_group[row].argmax())]]
    score = round(float(nearness[row]), 4) if comparable else None
    return Evidence.of_sentence("near_miss", claim, other=Evidence.of_sentence("near_miss", other), score=score)


def by_importance(group: ClaimGroup) -> tuple[bool, int, int, str, Span, str]:
    """A sort key: claims with disputes first, then by voices, then by place."""
    first = group.members[0]
    return (not group.disputes, -len(group.voices), -len(group.members), first.article, first.span, group.id)


def _related(story: _Story, member_groups: Sequence[Group]) -> tuple[tuple[NearGroup, ...], int]:
    """Pairs above ``related`` that no group holds, likeliest first, and how many more there are.

    A pair above the threshold is among them where the two share neither a value nor wording.
    """
    inside = {pair for group in member_groups for pair in combinations(sorted(group), 2)}
    inside |= story.apart
    scored = story.scored
    short = scored.score >= scored.related[scored.pairs[:, 0]]
    near = [
        (float(p), int(i), int(j))
        for (i, j), p in zip(scored.pairs[short], scored.score[short], strict=True)
        if (int(i), int(j)) not in inside
    ]
    near.sort(key=lambda row: (-row[0], row[1], row[2]))
    most = story.settings.most_related
    return tuple(NearGroup((story.claims[i], story.claims[j]), round(p, 4)) for p, i, j in near[:most]), max(0, len(near) - most)
