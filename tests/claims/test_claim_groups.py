"""A story's readings, and the claims that its articles share."""

import pytest

from compare.claims.claim_groups import Claims, claim_groups
from compare.model import Article, ArticleId, Published, Reading
from compare.reading.read_article import read_article
from compare.settings import ClaimSettings, ReadingSettings

DAY = Published("2016-05-25", "day", "metadata")
STORY = {
    "vi": (
        (
            "Chiếc phà Hải Âu đâm vào cầu cảng Cồn Sa lúc 7h40 sáng 24/5.",
            "Công an huyện cho biết 23 hành khách bị thương khi phà đâm vào cầu cảng.",
            "Hãng tàu Sao Mai ngừng mọi chuyến phà qua đảo từ chiều hôm đó.",
        ),
        (
            "Sáng 24/5, lúc 7h40, phà Hải Âu đâm mạnh vào cầu cảng Cồn Sa.",
            "Theo công an huyện, 26 hành khách bị thương khi phà đâm vào cầu cảng.",
            "Mọi chuyến phà qua đảo bị hãng tàu Sao Mai ngừng từ chiều hôm đó.",
        ),
        ("Giá vé xe buýt ở thủ đô sẽ tăng từ tháng sau.", "Nhiều người đi làm than phiền trên mạng."),
    ),
    "en": (
        (
            "The ferry Harbour Lark struck the pier at Port Ellery at 7:40 a.m. on May 24.",
            "Police said that 23 passengers were injured when the ferry struck the pier.",
            "The company Sound Lines stopped every crossing to the island that afternoon.",
        ),
        (
            "At 7:40 a.m. on May 24, the ferry Harbour Lark struck the pier at Port Ellery.",
            "According to police, 26 passengers were injured when the ferry struck the pier.",
            "Every crossing to the island was stopped by the company Sound Lines that afternoon.",
        ),
        ("Bus fares in the capital will rise next month.", "Many commuters complained about it online."),
    ),
}
languages = pytest.mark.parametrize("language", ["vi", "en"])


def reading(name: str, language: str, *sentences: str, title: str | None = None) -> Reading:
    text = "\n".join(sentences)
    article = Article(ArticleId(name), name, text, f"{name}.txt", "0" * 64, published=DAY, language=language, title=title)
    return read_article(article, ReadingSettings())


def readings(language: str) -> list[Reading]:
    return [reading(name, language, *said) for name, said in zip("abc", STORY[language], strict=True)]


def grouped(language: str, settings: ClaimSettings | None = None) -> Claims:
    return claim_groups(readings(language), settings or ClaimSettings())


@languages
def test_what_two_articles_both_say_is_a_claim(language: str) -> None:
    quotes = [{member.article for member in group.members} for group in grouped(language).groups]
    assert quotes == [{"a", "b"}] * 3


@languages
def test_a_disputed_claim_comes_first(language: str) -> None:
    assert [bool(group.disputes) for group in grouped(language).groups] == [True, False, False]


@languages
def test_an_article_about_something_else_is_silent_on_every_claim(language: str) -> None:
    assert {r.kind for group in grouped(language).groups for r in group.relations if r.source == "c"} == {"silent"}


@languages
def test_what_one_article_alone_says_is_listed_as_such(language: str) -> None:
    assert {claim.article for claim in grouped(language).only_one_source} == {"c"}


@languages
def test_every_sentence_is_in_a_claim_or_of_one_source(language: str) -> None:
    found = grouped(language)
    inside = {(claim.article, claim.span) for group in found.groups for claim in group.members}
    alone = {(claim.article, claim.span) for claim in found.only_one_source}
    assert inside | alone == {(claim.article, claim.span) for one in readings(language) for claim in one.claims}
    assert inside.isdisjoint(alone)


@languages
def test_the_wording_of_a_claim_is_one_of_its_sentences(language: str) -> None:
    assert [g for g in grouped(language).groups if g.wording not in [claim.quote for claim in g.members]] == []


@languages
def test_the_score_of_a_claim_names_its_parts(language: str) -> None:
    names = {tuple(name for name, _ in group.parts) for group in grouped(language).groups}
    assert names == {("words", "characters", "tokens", "names", "numbers", "dates")}


@languages
def test_every_member_of_a_claim_has_a_place_for_its_clause(language: str) -> None:
    assert [g for g in grouped(language).groups if len(g.clauses) != len(g.members)] == []


@languages
def test_copies_inside_one_article_make_no_claim(language: str) -> None:
    first, _, other = STORY[language]
    alone = [reading("a", language, first[0], first[0], first[0]), reading("b", language, *other)]
    assert claim_groups(alone, ClaimSettings()).groups == ()


@languages
def test_one_article_has_nothing_to_agree_with(language: str) -> None:
    found = claim_groups(readings(language)[:1], ClaimSettings())
    assert (found.groups, len(found.only_one_source)) == ((), 3)


def test_no_article_makes_no_claim() -> None:
    assert claim_groups([], ClaimSettings()) == Claims((), (), (), ())


@languages
def test_a_title_that_the_body_repeats_is_no_claim_of_its_own(language: str) -> None:
    first, second, _ = STORY[language]
    titles = {
        "vi": ("23 hành khách bị thương khi phà đâm vào cầu cảng", "Phà đâm vào cầu cảng, 26 hành khách bị thương"),
        "en": ("23 passengers injured when the ferry struck the pier", "Ferry struck the pier, 26 passengers injured"),
    }[language]
    readings_in_order = [reading("a", language, *first, title=titles[0]), reading("b", language, *second, title=titles[1])]
    assert {claim.field for group in claim_groups(readings_in_order, ClaimSettings()).groups for claim in group.members} == {"text"}


@languages
def test_a_title_that_says_more_than_its_body_is_a_claim(language: str) -> None:
    first, second, other = STORY[language]
    readings_in_order = [reading("a", language, *other, title=first[1].removesuffix(".")), reading("b", language, *second)]
    assert {(c.article, c.field) for group in claim_groups(readings_in_order, ClaimSettings()).groups for c in group.members} == {
        ("a", "title"),
        ("b", "text"),
    }


@languages
def test_the_order_of_the_articles_changes_no_claim(language: str) -> None:
    forward, backward = (
        claim_groups(readings_in_order, ClaimSettings()) for readings_in_order in (readings(language), readings(language)[::-1])
    )
    assert [(g.id, g.members, g.score) for g in forward.groups] == [(g.id, g.members, g.score) for g in backward.groups]


@languages
def test_the_order_of_the_articles_changes_nobody_alone(language: str) -> None:
    backward = claim_groups(readings(language)[::-1], ClaimSettings())
    assert backward.only_one_source == grouped(language).only_one_source


@languages
def test_a_cap_on_sentences_is_told(language: str) -> None:
    assert grouped(language, ClaimSettings(most_sentences=4)).warnings[0] == "4 of 8 sentences were not aligned (claims.most_sentences = 4)"


@languages
def test_a_cap_on_related_pairs_is_told(language: str) -> None:
    loose = ClaimSettings(related=0.0, mean_related=0.0, most_related=1)
    found = grouped(language, loose)
    assert len(found.possibly_related) == 1
    assert found.warnings[-1].endswith("possibly related pairs are not listed (claims.most_related = 1)")


@languages
def test_a_related_pair_is_no_pair_of_a_claim(language: str) -> None:
    found = grouped(language, ClaimSettings(related=0.0, mean_related=0.0))
    inside = [{(c.article, c.span) for c in group.members} for group in found.groups]
    assert [near for near in found.possibly_related if any({(c.article, c.span) for c in near.members} <= group for group in inside)] == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_an_article_without_a_sentence_is_silent_and_says_why(language: str) -> None:
    bare = read_article(
        Article(ArticleId("z"), "z", "Breaking news\n\nRead more here", "z.txt", "0" * 64, language=language), ReadingSettings()
    )
    claims = claim_groups([*readings(language), bare], ClaimSettings())
    silent = [relation for group in claims.groups for relation in group.relations if relation.source == "z"]
    assert {(relation.kind, relation.evidence[0].check) for relation in silent} == {("silent", "no_sentence")}


def test_a_cap_on_sentences_leaves_no_article_out() -> None:
    claims = claim_groups(readings("en"), ClaimSettings(most_sentences=4))
    said = {claim.article for group in claims.groups for claim in group.members} | {claim.article for claim in claims.only_one_source}
    assert said == {reading.article.id for reading in readings("en")}
