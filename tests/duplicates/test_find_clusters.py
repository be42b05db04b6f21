"""Paragraphs that outlets copied from each other, and those that only look so."""

import random
from collections.abc import Mapping, Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.duplicates.candidate_pairs import LARGEST_PAIRED_GROUP
from compare.duplicates.find_clusters import find_clusters
from compare.duplicates.first_article import first_article
from compare.duplicates.shingles import containment, is_near, jaccard, shingle_text
from compare.model import ArticleId, Cluster, DateOrigin, Paragraph, Precision, Published, Span
from compare.settings import DuplicateSettings

SETTINGS = DuplicateSettings()
FLOOD = "Mưa lớn suốt đêm đã làm ngập ba xã ven sông và cuốn trôi một cây cầu treo dài"
FERRY = "The night ferry to the northern islands left the harbour two hours late because of thick fog, the port office said"


def placed(*texts: str) -> list[tuple[Paragraph, str]]:
    """One article a text."""
    return [(Paragraph(ArticleId(f"a{at:05}"), Span(0, len(text))), text) for at, text in enumerate(texts)]


def clusters(*texts: str) -> tuple[Cluster, ...]:
    return find_clusters(placed(*texts), {}, SETTINGS)


def on(value: str, precision: Precision = "day", origin: DateOrigin = "metadata") -> Published:
    return Published(value, precision, origin)


def first(**published: Published | None) -> str | None:
    return first_article([ArticleId(name) for name in published], {ArticleId(name): date for name, date in published.items()})


# What counts as a copy


def test_a_copied_paragraph_is_one_cluster() -> None:
    found = clusters(FLOOD, FERRY, FLOOD + ".")
    assert [[member.article for member in cluster.members] for cluster in found] == [["a00000", "a00002"]]


def test_twelve_dead_and_twenty_one_dead_are_near_but_never_equal() -> None:
    one, other = (f"Vụ lật phà sáng sớm nay đã khiến {dead} người chết, theo báo cáo của huyện đảo" for dead in (12, 21))
    assert clusters(one, other)[0].links[0].jaccard < 1


@pytest.mark.parametrize("other", ["má", "mà", "mả", "ma"])
def test_tone_marks_are_never_stripped(other: str) -> None:
    assert (jaccard(shingle_text("con má tôi", 3), shingle_text(f"con {other} tôi", 3)) == 1) == (other == "má")


def test_an_excerpt_of_a_longer_paragraph_is_found_at_any_length() -> None:
    longer = " ".join(f"word{at}" for at in range(400)) + " " + FERRY + " " + " ".join(f"more{at}" for at in range(400))
    link = clusters(FERRY, longer)[0].links[0]
    assert (link.containment, link.jaccard < 0.1) == (1.0, True)


def test_nine_words_are_no_excerpt() -> None:
    assert clusters(" ".join(FERRY.split()[:9]), FERRY + " " + FLOOD) == ()


def test_ten_words_are_an_excerpt() -> None:
    assert len(clusters(" ".join(FERRY.split()[:10]), FERRY + " " + FLOOD)) == 1


@pytest.mark.parametrize("line", ["Xem thêm", "Read more", "...", ""])
def test_a_line_shorter_than_a_shingle_takes_no_part(line: str) -> None:
    assert clusters(line, line) == ()


def test_a_short_line_of_three_words_takes_part() -> None:
    assert len(clusters("Ảnh: Lê An", "Ảnh: Lê An")) == 1


def test_a_marked_paragraph_takes_part_and_says_so() -> None:
    marked = (Paragraph(ArticleId("b"), Span(0, 9), "boilerplate"), FLOOD)
    assert find_clusters([*placed(FLOOD), marked], {}, SETTINGS)[0].members[1].mark == "boilerplate"


def test_a_caption_that_repeats_its_own_article_is_kept() -> None:
    article = ArticleId("a")
    texts = [(Paragraph(article, Span(0, 90)), FLOOD), (Paragraph(article, Span(100, 190)), FLOOD)]
    assert find_clusters(texts, {article: on("2020-01-01")}, SETTINGS)[0].first is None


def test_nothing_to_compare_is_no_cluster() -> None:
    assert clusters() == ()


# Crowds


def test_copies_up_to_a_crowd_are_all_linked() -> None:
    assert len(clusters(*[FLOOD] * LARGEST_PAIRED_GROUP)[0].links) == LARGEST_PAIRED_GROUP * (LARGEST_PAIRED_GROUP - 1) // 2


def test_thousands_of_copies_cost_thousands_of_links() -> None:
    assert len(clusters(*[FLOOD] * 2000)[0].links) == 1999


def test_thousands_of_lines_that_differ_by_a_number_hold_together() -> None:
    found = clusters(*(f"{FERRY} on page {at} of the evening edition" for at in range(1000)))
    assert [(len(cluster.members), len(cluster.links)) for cluster in found] == [(1000, 999)]


def test_the_order_of_a_crowd_changes_nothing() -> None:
    texts = placed(*(f"{FERRY} on page {at % 90} of the evening edition" for at in range(200)))
    assert find_clusters(texts[::-1], {}, SETTINGS) == find_clusters(texts, {}, SETTINGS)


# Who was first


def test_the_earliest_day_is_first() -> None:
    assert first(a=on("2020-05-03"), b=on("2020-05-02"), c=on("2020-05-03")) == "b"


def test_an_earlier_minute_of_one_day_is_first() -> None:
    assert first(a=on("2020-05-02T09:31", "minute"), b=on("2020-05-02T09:30", "minute")) == "b"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (on("2020-05-02"), on("2020-05-02T09:30", "minute")),
        (on("2020-05-02"), on("2020-05-02")),
        (on("2020-05", "month"), on("2020-05-31")),
        (on("2020-W20", "week"), on("2020-05-17")),
        (on("2020", "year"), on("2020-12-31")),
        (on("2020-05-02", origin="inferred"), on("2020-05-03")),
        (None, on("2020-05-03")),
    ],
)
def test_dates_that_do_not_decide_name_nobody(one: Published | None, other: Published) -> None:
    assert first(a=one, b=other) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [("2020-W20 week", "2020-05-18 day"), ("2020-12 month", "2021-01-01 day"), ("2019 year", "2020-01-01T00:00 minute")],
)
def test_a_rough_date_that_ends_before_is_first(one: str, other: str) -> None:
    precisions: Mapping[str, Precision] = {"week": "week", "day": "day", "month": "month", "year": "year", "minute": "minute"}
    a, b = (on(value, precisions[name]) for value, name in (one.split(), other.split()))
    assert first(a=a, b=b) == "a"


# Invariants

WORDS = ["river", "bank", "night", "bridge", "closed", "school", "mayor", "rain", "cầu", "sông", "mưa", "lũ", "đêm", "nay", "12", "21"]


@st.composite
def newsrooms(draw: st.DrawFn) -> list[tuple[Paragraph, str]]:
    """Paragraphs that were copied, cut and changed by a word here and there."""
    rng = random.Random(draw(st.integers(0, 10**6)))  # noqa: S311 - example texts, no secret
    texts = [" ".join(rng.choices(WORDS, k=rng.randint(1, 40))) for _ in range(draw(st.integers(1, 6)))]
    for _ in range(draw(st.integers(0, 12))):
        words = rng.choice(texts).split()
        for _ in range(rng.randint(0, 3)):
            words[rng.randrange(len(words))] = rng.choice(WORDS)
        cut = rng.randint(1, len(words)) if rng.random() < 0.3 else len(words)
        texts.append(" ".join(words[:cut]) + (" " + rng.choice(texts) if rng.random() < 0.2 else ""))
    starts = (sum(len(text) + 1 for text in texts[:at]) for at in range(len(texts)))
    return [
        (Paragraph(ArticleId(f"a{at % 4}"), Span(start, start + len(text))), text)
        for at, (text, start) in enumerate(zip(texts, starts, strict=True))
    ]


def pairs(found: Sequence[Cluster]) -> set[tuple[Paragraph, Paragraph]]:
    return {(cluster.members[link.a], cluster.members[link.b]) for cluster in found for link in cluster.links}


@given(newsrooms())
def test_clusters_part_the_paragraphs(texts: list[tuple[Paragraph, str]]) -> None:
    members = [member for cluster in find_clusters(texts, {}, SETTINGS) for member in cluster.members]
    assert len(members) == len(set(members))


@given(newsrooms(), st.randoms(use_true_random=False))
def test_the_order_of_paragraphs_changes_nothing(texts: list[tuple[Paragraph, str]], rng: random.Random) -> None:
    mixed = rng.sample(texts, len(texts))
    assert find_clusters(mixed, {}, SETTINGS) == find_clusters(texts, {}, SETTINGS)


@given(newsrooms())
def test_members_stand_in_order_of_place(texts: list[tuple[Paragraph, str]]) -> None:
    for cluster in find_clusters(texts, {}, SETTINGS):
        assert list(cluster.members) == sorted(cluster.members, key=lambda member: (member.article, member.span))


@given(newsrooms())
def test_every_link_is_true(texts: list[tuple[Paragraph, str]]) -> None:
    sets = {paragraph: shingle_text(text, 3) for paragraph, text in texts}
    for cluster in find_clusters(texts, {}, SETTINGS):
        for link in cluster.links:
            a, b = sets[cluster.members[link.a]], sets[cluster.members[link.b]]
            assert link.a < link.b
            assert is_near(a, b, SETTINGS)
            assert (link.jaccard, link.containment) == (round(jaccard(a, b), 6), round(containment(a, b), 6))


@given(newsrooms())
def test_links_connect_every_cluster(texts: list[tuple[Paragraph, str]]) -> None:
    for cluster in find_clusters(texts, {}, SETTINGS):
        reached = {0}
        for _ in cluster.members:
            reached |= {end for link in cluster.links for end in (link.a, link.b) if reached & {link.a, link.b}}
        assert len(reached) == len(cluster.members)


@given(newsrooms())
def test_every_pair_that_is_near_is_linked(texts: list[tuple[Paragraph, str]]) -> None:
    sets = [(paragraph, shingle_text(text, 3)) for paragraph, text in sorted(texts, key=lambda entry: (entry[0].article, entry[0].span))]
    some = [entry for entry in sets if entry[1].shingles]
    exact = {(a, b) for (a, one), (b, other) in combinations(some, 2) if is_near(one, other, SETTINGS)}
    assert pairs(find_clusters(texts, {}, SETTINGS)) == exact


@given(newsrooms())
def test_an_id_says_what_is_in_the_cluster(texts: list[tuple[Paragraph, str]]) -> None:
    found = find_clusters(texts, {}, SETTINGS)
    assert len({cluster.id for cluster in found}) == len(found)
    assert all(len(cluster.id) == 12 for cluster in found)


def test_an_id_does_not_depend_on_other_clusters() -> None:
    assert clusters(FLOOD, FLOOD)[0].id == clusters(FLOOD, FLOOD, FERRY, FERRY)[0].id
