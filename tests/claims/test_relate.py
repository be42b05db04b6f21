"""Who agrees, who adds detail, who conflicts and who is silent, with the words that show it."""

from collections.abc import Iterable, Mapping

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from compare.claims.relate import Relations, relate
from compare.model import Article, ArticleId, Claim, Evidence, Published, Relation
from compare.reading.read_article import read_article
from compare.settings import ReadingSettings

NOON = Published("2016-05-25T12:00", "minute", "metadata")
EVENING = Published("2016-05-25T19:30", "minute", "metadata")
NEXT_DAY = Published("2016-05-26", "day", "metadata")
SAME_DAY = Published("2016-05-25", "day", "metadata")
PIER = {
    "vi": "Chiếc phà đâm vào cầu cảng khiến 23 hành khách bị thương.",
    "en": "The ferry hit the pier and left 23 passengers injured.",
}
OTHER_TOLL = {
    "vi": "Chiếc phà đâm vào cầu cảng khiến 26 hành khách bị thương.",
    "en": "The ferry hit the pier and left 26 passengers injured.",
}
DETAILED = {
    "vi": "Phà đâm vào cầu cảng, mũi tàu móp méo, dầu loang khắp mặt nước, sóng đánh vỡ kính nhà chờ, trường học gần bờ đóng cửa sớm.",
    "en": "The ferry hit the pier, crumpling its steel bow, spilling diesel fuel over the harbour and closing two nearby schools early.",
}


def claims_of(article: str, language: str, *sentences: str) -> list[Claim]:
    text = "\n".join(sentences)
    source = Article(ArticleId(article), article, text, f"{article}.txt", "0" * 64, published=NOON, language=language)
    return list(read_article(source, ReadingSettings()).claims)


def relations_of(language: str, published: Mapping[str, Published | None] | None = None, **sentences: str) -> Relations:
    """Relations of articles that say one sentence each; an article of ``published`` without a sentence is silent."""
    members = [claim for article, text in sentences.items() for claim in claims_of(article, language, text)]
    days = published if published is not None else dict.fromkeys(sentences, NOON)
    return relate(members, {ArticleId(article): day for article, day in days.items()}, nearest, sure)


def nearest(article: ArticleId) -> Evidence:
    (claim,) = claims_of(article, "en", "The council will meet about the new pier next month.")
    return Evidence("near_miss", article, claim.span, claim.quote, score=0.1)


def sure(one: Claim, other: Claim) -> bool:
    """Every pair tells one claim."""
    return one.article != other.article


def kinds(relations: Relations) -> dict[str, str]:
    return {relation.source: relation.kind for relation in relations.relations}


def evidence_of(relations: Relations) -> Iterable[Evidence]:
    return [evidence for relation in relations.relations for evidence in relation.evidence]


languages = pytest.mark.parametrize("language", ["vi", "en"])


@languages
def test_two_articles_that_say_the_same_agree(language: str) -> None:
    assert kinds(relations_of(language, a=PIER[language], b=PIER[language])) == {"a": "agrees", "b": "agrees"}


@languages
def test_another_toll_is_a_conflict_on_both_sides(language: str) -> None:
    assert kinds(relations_of(language, a=PIER[language], b=OTHER_TOLL[language])) == {"a": "conflicts", "b": "conflicts"}


@languages
def test_a_conflict_quotes_both_figures(language: str) -> None:
    (first, _) = relations_of(language, a=PIER[language], b=OTHER_TOLL[language]).relations
    (evidence,) = first.evidence
    assert (evidence.says, evidence.other and evidence.other.says) == ("23", "26")


@languages
def test_who_gives_the_figure_of_the_other_side_too_is_in_no_conflict(language: str) -> None:
    both = {"vi": "Một báo khác viết rằng 26 hành khách bị thương.", "en": "Another paper wrote of 26 passengers injured."}[language]
    members = [*claims_of("a", language, PIER[language], both), *claims_of("b", language, OTHER_TOLL[language])]
    assert "conflicts" not in kinds(relate(members, dict.fromkeys(map(ArticleId, "ab"), NOON), nearest, sure)).values()


@languages
def test_a_third_article_that_takes_one_side_stands_against_the_other_only(language: str) -> None:
    relations = relations_of(language, a=PIER[language], b=OTHER_TOLL[language], c=PIER[language])
    assert {relation.source: relation.against for relation in relations.relations} == {"a": ("b",), "b": ("a", "c"), "c": ("b",)}


@languages
def test_a_dispute_lists_its_sides_with_their_articles(language: str) -> None:
    (dispute,) = relations_of(language, a=PIER[language], b=OTHER_TOLL[language], c=PIER[language]).disputes
    assert [(side.value, side.articles) for side in dispute.sides] == [("23", ("a", "c")), ("26", ("b",))]


@languages
def test_a_toll_that_is_higher_hours_later_has_grown(language: str) -> None:
    said = {"a": PIER[language], "b": OTHER_TOLL[language]}
    assert "conflicts" not in kinds(relations_of(language, {"a": NOON, "b": EVENING}, **said)).values()


@languages
def test_a_toll_that_is_higher_in_the_next_days_paper_has_grown(language: str) -> None:
    said = {"a": PIER[language], "b": OTHER_TOLL[language]}
    assert "conflicts" not in kinds(relations_of(language, {"a": NOON, "b": NEXT_DAY}, **said)).values()


@languages
def test_two_tolls_of_one_day_without_a_time_are_a_conflict(language: str) -> None:
    said = {"a": PIER[language], "b": OTHER_TOLL[language]}
    assert set(kinds(relations_of(language, {"a": SAME_DAY, "b": SAME_DAY}, **said)).values()) == {"conflicts"}


TOLD_OTHERWISE = {
    "vi": ("Cảnh sát đếm được 23 người bị thương.", "Vụ việc khiến 26 người bị thương, bác sĩ của bệnh viện huyện cho biết."),
    "en": ("Police said that 23 people were injured on the pier.", "The toll at the harbour stood at 26 people injured, doctors reported."),
}


def disputed(language: str, sentence_pair: tuple[str, str], *, sure: bool) -> bool:
    members = [*claims_of("a", language, sentence_pair[0]), *claims_of("b", language, sentence_pair[1])]
    return relate(members, dict.fromkeys(map(ArticleId, "ab"), NOON), nearest, lambda _, __: sure).disputes != ()


@languages
def test_members_that_are_not_surely_one_claim_are_not_held_against_each_other(language: str) -> None:
    sentence_pair = TOLD_OTHERWISE[language]
    assert [disputed(language, sentence_pair, sure=sure) for sure in (True, False)] == [True, False]


@languages
def test_near_copies_are_held_against_each_other_however_alike_their_figures_make_them(language: str) -> None:
    assert disputed(language, (PIER[language], OTHER_TOLL[language]), sure=False)


PLANNED = {
    "vi": ("Xã dự kiến xây 20 ngôi nhà cho người dân vùng lũ.", "Xã đã xây 12 ngôi nhà cho người dân vùng lũ."),
    "en": ("The town plans to build 20 houses for flood victims.", "The town built 12 houses for flood victims."),
}


@languages
def test_what_was_done_is_an_update_of_what_was_planned(language: str) -> None:
    planned, done = PLANNED[language]
    first, second = relations_of(language, a=planned, b=done).relations
    assert (first.kind, second.kind, second.evidence[0].check) == ("agrees", "adds_detail", "update")


@languages
def test_a_toll_that_rose_is_told_as_an_update(language: str) -> None:
    updated = relations_of(language, {"a": NOON, "b": EVENING}, a=PIER[language], b=OTHER_TOLL[language]).relations[1]
    assert (updated.kind, updated.evidence[0].check, updated.evidence[0].value) == ("adds_detail", "update", "26")


@languages
def test_an_article_that_only_gives_a_disputed_value_stands_on_its_side(language: str) -> None:
    short = {"vi": "Có 23 hành khách bị thương trên phà.", "en": "In all, 23 passengers were hurt."}
    relations = relations_of(language, a=PIER[language], b=OTHER_TOLL[language], c=short[language])
    assert {relation.source: relation.against for relation in relations.relations}["c"] == ("b",)


@languages
def test_a_toll_that_is_lower_hours_later_is_a_conflict(language: str) -> None:
    said = {"a": PIER[language], "b": OTHER_TOLL[language]}
    assert set(kinds(relations_of(language, {"a": EVENING, "b": NOON}, **said)).values()) == {"conflicts"}


@languages
def test_a_sentence_with_much_that_is_new_adds_detail(language: str) -> None:
    assert kinds(relations_of(language, a=PIER[language], b=DETAILED[language])) == {"a": "agrees", "b": "adds_detail"}


@languages
def test_an_article_without_the_claim_is_silent(language: str) -> None:
    days = dict.fromkeys("abc", NOON)
    assert kinds(relations_of(language, days, a=PIER[language], b=PIER[language]))["c"] == "silent"


@languages
def test_silence_shows_the_nearest_sentence(language: str) -> None:
    silent = relations_of(language, dict.fromkeys("abc", NOON), a=PIER[language], b=PIER[language]).relations[-1]
    assert [evidence.check for evidence in silent.evidence] == ["near_miss"]


@languages
def test_agreement_quotes_a_sentence_of_the_other_article(language: str) -> None:
    (first, _) = relations_of(language, a=PIER[language], b=PIER[language]).relations
    others = {evidence.other.article for evidence in first.evidence if evidence.other}
    assert others == {"b"}


def test_relations_stand_in_the_order_of_the_articles() -> None:
    relations = relations_of("en", {"b": NOON, "c": NOON, "a": NOON}, a=PIER["en"], b=PIER["en"])
    assert list(kinds(relations)) == ["b", "c", "a"]


@st.composite
def stories(draw: st.DrawFn) -> tuple[list[Claim], dict[ArticleId, Published | None]]:
    """Up to five articles, some silent, each with up to two sentences of one event."""
    pool = [*PIER.values(), *OTHER_TOLL.values(), *DETAILED.values()]
    said = draw(st.dictionaries(st.sampled_from("abcde"), st.lists(st.sampled_from(pool), min_size=1, max_size=2), min_size=2, max_size=4))
    members = [claim for article in sorted(said) for claim in claims_of(article, "vi", *said[article])]
    days = draw(st.lists(st.sampled_from([NOON, EVENING, None]), min_size=5, max_size=5))
    return members, dict(zip(map(ArticleId, "abcde"), days, strict=True))


def found(story: tuple[list[Claim], dict[ArticleId, Published | None]]) -> tuple[Relation, ...]:
    return relate(*story, nearest, sure).relations


@hypothesis_settings(max_examples=60)
@given(stories())
def test_every_article_has_exactly_one_relation(story) -> None:
    assert [relation.source for relation in found(story)] == list("abcde")


@hypothesis_settings(max_examples=60)
@given(stories())
def test_no_verdict_stands_without_evidence(story) -> None:
    assert [relation for relation in found(story) if not relation.evidence] == []


@hypothesis_settings(max_examples=60)
@given(stories())
def test_conflicts_are_mutual(story) -> None:
    against = {(relation.source, other) for relation in found(story) for other in relation.against}
    assert {(other, source) for source, other in against} == against


@hypothesis_settings(max_examples=60)
@given(stories())
def test_only_a_conflict_is_against_someone(story) -> None:
    assert [relation for relation in found(story) if bool(relation.against) != (relation.kind == "conflicts")] == []


@hypothesis_settings(max_examples=60)
@given(stories())
def test_nobody_is_against_himself(story) -> None:
    assert [relation for relation in found(story) if relation.source in relation.against] == []


@hypothesis_settings(max_examples=60)
@given(stories())
def test_only_who_says_nothing_is_silent(story) -> None:
    speaking = {claim.article for claim in story[0]}
    assert {relation.source for relation in found(story) if relation.kind == "silent"} == set("abcde") - speaking


@hypothesis_settings(max_examples=60)
@given(stories())
def test_both_sides_of_a_dispute_stand_in_conflict(story) -> None:
    relations = relate(*story, nearest, sure)
    disputing = {article for dispute in relations.disputes for side in dispute.sides for article in side.articles}
    assert disputing == {relation.source for relation in relations.relations if relation.kind == "conflicts"}


@hypothesis_settings(max_examples=60)
@given(stories())
def test_evidence_is_quoted_where_it_stands(story) -> None:
    members, _ = story
    texts = {claim.article: claim for claim in members}
    shown = [e for e in evidence_of(relate(*story, nearest, sure)) if e.article in texts and e.check in ("number", "date", "clock")]
    said = {(c.article, n.span, n.says) for c in members for n in (*c.facts.numbers, *c.facts.dates)}
    assert {(e.article, e.span, e.says) for e in shown} <= said


AGED = {
    "vi": "Anh Lê Văn Thọ (42 tuổi) bị ngạt khói trong lúc tìm đường vào xưởng sơn.",
    "en": "Ruth Ansell, 42, was hurt when the ferry rammed the pier of the harbour.",
}
BORN = {
    "vi": "Anh Lê Văn Thọ (SN {0}) bị ngạt khói trong lúc tìm đường vào xưởng sơn.",
    "en": "Ruth Ansell, born in {0}, was hurt when the ferry rammed the pier of the harbour.",
}


@languages
def test_an_age_that_does_not_fit_the_year_of_birth_is_a_conflict(language: str) -> None:
    (dispute,) = relations_of(language, dict.fromkeys("ab", NOON), a=AGED[language], b=BORN[language].format(1979)).disputes
    assert (dispute.slot, [side.value for side in dispute.sides]) == ("age", ["* 1979", "42"])


BROTHERS = {
    "en": "The prize for courage went to Peter Cole, {}, and his brother John Cole, {}, both of Port Ellery.",
    "vi": "Giải thưởng dũng cảm được trao cho Lê Văn Tý, {} tuổi, và em trai Lê Văn Lâm, {} tuổi, cùng ở xã Hòa Lộc.",
}


@languages
def test_ages_of_two_people_are_two_disputes_though_both_have_one_value(language: str) -> None:
    found = relations_of(language, a=BROTHERS[language].format(14, 13), b=BROTHERS[language].format(16, 14))
    assert sorted(tuple(side.value for side in dispute.sides) for dispute in found.disputes) == [("13", "14"), ("14", "16")]
    for dispute in found.disputes:
        on_sides = [article for side in dispute.sides for article in side.articles]
        assert len(on_sides) == len(set(on_sides))


@languages
@pytest.mark.parametrize("year", [1973, 1974, 1975])
def test_an_age_fits_a_birthday_later_in_the_year_and_the_way_of_counting(language: str, year: int) -> None:
    assert relations_of(language, dict.fromkeys("ab", NOON), a=AGED[language], b=BORN[language].format(year)).disputes == ()


@languages
def test_a_count_of_something_else_settles_no_measure(language: str) -> None:
    lengths = {
        "vi": ("Con cá ngừ dài 2 m được ngư dân câu ở vùng biển phía Đông.", "Con cá ngừ dài 3 m được ngư dân câu ở vùng biển phía Đông."),
        "en": (
            "The tuna, with a length of 2 m, was caught east of the reef.",
            "The tuna, with a length of 3 m, was caught east of the reef.",
        ),
    }
    crew = {"vi": "Trên tàu có 2 ngư dân.", "en": "There were 2 fishermen on the boat."}
    one, other = lengths[language]
    members = [*claims_of("a", language, one), *claims_of("b", language, other, crew[language])]
    assert relate(members, dict.fromkeys(map(ArticleId, "ab"), NOON), nearest, sure).disputes != ()


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("vi", ("14 trẻ em bị thương sau vụ chó tấn công ở công viên.", "9 trẻ em được đưa vào viện sau vụ chó tấn công ở công viên.")),
        ("en", ("14 children were hurt after the dog attack.", "9 children were taken to hospital after the dog attack.")),
    ],
)
def test_two_counts_of_one_event_are_no_conflict_if_only_the_event_is_shared(language: str, texts: tuple[str, str]) -> None:
    assert "conflicts" not in kinds(relations_of(language, a=texts[0], b=texts[1])).values()


@pytest.mark.parametrize(
    ("language", "texts", "both"),
    [
        (
            "vi",
            ("14 trẻ em bị thương nặng nhẹ trong vụ sập mái.", "9 trẻ em bị thương nặng nhẹ trong vụ sập mái."),
            "Mái sập, 14 trẻ em bị thương và 9 trẻ em bị thương đã phải nhập viện.",
        ),
        (
            "en",
            ("14 children were injured when the roof fell.", "9 children were injured when the roof fell."),
            "The roof fell; 14 children were injured and 9 children who were injured went to hospital.",
        ),
    ],
)
def test_a_sentence_that_gives_both_counts_settles_them_for_the_others(language: str, texts: tuple[str, str], both: str) -> None:
    assert "conflicts" in kinds(relations_of(language, a=texts[0], b=texts[1])).values()
    assert "conflicts" not in kinds(relations_of(language, a=texts[0], b=texts[1], c=both)).values()
