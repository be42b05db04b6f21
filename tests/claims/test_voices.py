"""How many independent voices stand behind a claim."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.claims.voices import same_wording, voices, wording_of
from compare.model import ArticleId, Claim, Span

THRESHOLD = 0.8
WIRE = {
    "vi": "Chiếc phà Hải Âu đâm vào cầu cảng lúc sáng sớm làm nhiều hành khách bị thương",
    "en": "The ferry Harbour Lark rammed the main pier early in the morning and hurt many passengers",
}
OWN = {
    "vi": "Theo cảng vụ, tàu chở khách đã va mạnh vào bến khi cập bờ",
    "en": "A passenger vessel hit the dock hard as it came in, the port office said",
}
OTHER = {
    "vi": "Người dân kể họ nghe một tiếng động lớn từ phía bến tàu",
    "en": "People living nearby told of a loud bang from the waterfront",
}


def said(article: str, quote: str, agency: str | None = None) -> Claim:
    return Claim(ArticleId(article), "text", Span(0, len(quote)), quote, agency=agency)


def heard(claims: Iterable[Claim], **outlets: str) -> list[tuple[str, ...]]:
    return [tuple(voice.articles) for voice in voices(list(claims), THRESHOLD, {ArticleId(a): name for a, name in outlets.items()})]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_two_reports_in_their_own_words_are_two_voices(language: str) -> None:
    assert heard([said("a", WIRE[language]), said("b", OWN[language])]) == [("a",), ("b",)]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_one_wording_in_two_articles_is_one_voice(language: str) -> None:
    assert heard([said("a", WIRE[language] + "."), said("b", WIRE[language].upper())]) == [("a", "b")]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_copy_with_an_added_clause_is_one_voice(language: str) -> None:
    assert heard([said("a", WIRE[language]), said("b", f"{WIRE[language]}, {OTHER[language]}")]) == [("a", "b")]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_one_agency_behind_two_wordings_is_one_voice(language: str) -> None:
    assert heard([said("a", WIRE[language], "Sample Wire"), said("b", OWN[language], "Sample Wire")]) == [("a", "b")]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_two_agencies_are_two_voices(language: str) -> None:
    assert heard([said("a", WIRE[language], "Sample Wire"), said("b", OWN[language], "Harbour News")]) == [("a",), ("b",)]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_two_reports_without_an_agency_do_not_share_one(language: str) -> None:
    assert len(heard([said("a", WIRE[language], None), said("b", OWN[language], None)])) == 2


@pytest.mark.parametrize("language", ["vi", "en"])
def test_who_copies_one_and_shares_the_agency_of_another_joins_all_three(language: str) -> None:
    claims = [said("a", WIRE[language]), said("b", WIRE[language], "Sample Wire"), said("c", OWN[language], "Sample Wire")]
    assert heard(claims) == [("a", "b", "c")]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_two_translations_of_one_outlets_report_are_one_voice(language: str) -> None:
    claims = [said("a", WIRE[language]), said("b", OWN[language])]
    assert heard(claims, a="Sample Courier", b="SAMPLE COURIER") == [("a", "b")]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_an_agency_and_who_relays_it_are_one_voice(language: str) -> None:
    assert heard([said("a", WIRE[language]), said("b", OWN[language], "Sample Wire")], a="Sample Wire", b="Gazette") == [("a", "b")]


def test_a_voice_of_several_articles_says_why_it_is_one() -> None:
    claims = [said("a", WIRE["en"]), said("b", WIRE["en"], "Sample Wire"), said("c", OWN["en"], "Sample Wire")]
    (voice,) = voices(claims, THRESHOLD, {})
    assert (voice.same_wording, voice.sources) == (True, ("Sample Wire",))


def test_two_sentences_of_one_article_are_one_voice() -> None:
    assert heard([said("a", WIRE["en"]), said("a", OWN["en"])]) == [("a",)]


def test_sentences_shorter_than_three_words_share_no_wording() -> None:
    assert same_wording(wording_of(said("a", "No comment")), wording_of(said("b", "No comment"))) == 0


def test_tone_marks_keep_two_wordings_apart() -> None:
    assert same_wording(wording_of(said("a", "má bán cá")), wording_of(said("b", "mà bán cá"))) == 0


members = st.lists(
    st.builds(said, st.sampled_from("abcdef"), st.sampled_from([*WIRE.values(), *OWN.values()]), st.sampled_from([None, "X", "Y"])),
    min_size=1,
    max_size=8,
)


@given(members)
def test_every_article_is_in_exactly_one_voice(claims: list[Claim]) -> None:
    assert sorted(article for voice in heard(claims) for article in voice) == sorted({claim.article for claim in claims})


@given(members, st.randoms(use_true_random=False))
def test_the_order_of_the_sentences_changes_no_voice(claims: list[Claim], chance) -> None:
    mixed = claims.copy()
    chance.shuffle(mixed)
    assert heard(mixed) == heard(claims)


@given(members)
def test_a_stricter_threshold_never_joins_more(claims: list[Claim]) -> None:
    assert len(voices(claims, 0.9, {})) >= len(voices(claims, 0.3, {}))
