"""How alike two sentences read when nothing is known but their words."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from compare.claims.surface_similarity import Surface, claimed, sentence, surface, surface_matrix
from compare.model import Article, ArticleId, Published
from compare.reading.read_article import read_article
from compare.settings import ReadingSettings

SAME = {
    "vi": ("Phà Hải Âu đâm vào cầu cảng làm 23 hành khách bị thương.", "Phà Hải Âu đâm cầu cảng, 23 hành khách bị thương."),
    "en": (
        "The ferry Harbour Lark struck the pier, injuring 23 passengers.",
        "23 passengers injured as Harbour Lark strikes pier.",
    ),
}
OTHER = {
    "vi": ("Trường tiểu học Cồn Sa khai giảng muộn hai tuần vì bão.", "Giá cà phê tăng nhẹ sau phiên chiều."),
    "en": (
        "The primary school opened two weeks late after a storm.",
        "Coffee prices rose in the afternoon session.",
    ),
}
LETTERS = st.text(alphabet="abcđeêghi àáảãạ 0123,.", max_size=40)


def likeness(language: str, first: str, second: str) -> Surface:
    """Two sentences amid others of their language, so that rare words are rare."""
    others = [sentence(text, language) for text in OTHER[language]]
    return surface([sentence(first, language), *others], [sentence(second, language), *others[::-1]])


@pytest.mark.parametrize("language", ["vi", "en"])
def test_two_tellings_of_one_event_are_more_alike_than_two_events(language: str) -> None:
    value = likeness(language, *SAME[language]).value
    assert value[0] > 0.5
    assert value[1:].max() < 0.2


@pytest.mark.parametrize(
    ("language", "first", "same", "other"),
    [
        (
            "vi",
            "Cháy chợ Bến Đò làm 12 người bị thương.",
            "Cháy chợ Bến Đò, 12 người bị thương.",
            "Cháy chợ Bến Đò, 31 người bị thương.",
        ),
        ("en", "A fire at Fen Market injured 12 traders.", "Fen Market fire injures 12 traders.", "Fen Market fire injures 31 traders."),
    ],
)
def test_another_number_makes_two_sentences_less_alike(language: str, first: str, same: str, other: str) -> None:
    agreeing, differing = likeness(language, first, same), likeness(language, first, other)
    assert (agreeing.other_numbers[0], differing.other_numbers[0]) == (0, 1)
    assert agreeing.value[0] > differing.value[0] + 0.1


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("vi", "Hạn hán khiến 12.000 hộ dân thiếu nước.", "Hạn hán khiến 12000 hộ dân thiếu nước."),
        ("en", "The drought left 12,000 homes without water.", "The drought left 12000 homes without water."),
        ("en", "The drought left twelve villages without water.", "The drought left 12 villages without water."),
    ],
)
def test_one_number_in_two_spellings_is_one_number(language: str, first: str, second: str) -> None:
    assert likeness(language, first, second).other_numbers[0] == 0


@pytest.mark.parametrize(
    ("language", "text"),
    [("vi", "Nhiều hộ dân thiếu nước sạch từ đầu tháng."), ("en", "Many homes have lacked clean water since spring.")],
)
def test_a_sentence_without_numbers_is_not_lowered_by_the_other_ones(language: str, text: str) -> None:
    assert likeness(language, text, SAME[language][0]).other_numbers[0] == 0


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [("vi", "Hoa Kỳ phản đối.", "Mỹ phản đối."), ("en", "The United States objected.", "The U.S. objected.")],
)
def test_one_country_by_two_names_is_one_word(language: str, first: str, second: str) -> None:
    assert sentence(first, language).stems == sentence(second, language).stems


def test_english_words_are_matched_by_their_stems() -> None:
    assert sentence("The minister resigned", "en").stems == sentence("The ministers resign", "en").stems


def test_vietnamese_syllables_that_begin_alike_stay_apart() -> None:
    assert sentence("nghiêng", "vi").stems != sentence("nghiêm", "vi").stems


def test_a_language_without_a_pack_is_read_as_english() -> None:
    assert sentence("Three ministers resigned", "xx").numbers == {"3"}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_claim_reads_as_its_sentence_does(language: str) -> None:
    text = f"{OTHER[language][0]}\n{SAME[language][0]}"
    article = Article(ArticleId("a"), "a", text, "a.txt", "0" * 64, published=Published("2016-05-25", "day", "metadata"), language=language)
    claims = read_article(article, ReadingSettings()).claims
    assert [claimed(claim).stems for claim in claims] == [sentence(claim.quote, language).stems for claim in claims]


def test_the_matrix_says_of_a_pair_what_the_pair_alone_says() -> None:
    first, second = ([sentence(pair[k], language) for language, pair in SAME.items()] for k in (0, 1))
    pairs, matrix = surface(first, second), surface_matrix([*first, *second])
    np.testing.assert_allclose(pairs.value, [matrix.value[0, 2], matrix.value[1, 3]])


def test_unequal_lists_are_refused_with_their_lengths() -> None:
    with pytest.raises(ValueError, match="1 first and 0 second"):
        surface([sentence("Một câu.", "vi")], [])


@given(texts=st.lists(LETTERS, max_size=5), language=st.sampled_from(["vi", "en"]))
@hypothesis_settings(deadline=None, max_examples=60)
def test_likeness_is_a_share_and_the_same_from_both_sides(texts: list[str], language: str) -> None:
    found = surface_matrix([sentence(text, language) for text in texts])
    for part in (found.contained, found.letters, found.other_numbers, found.value):
        assert part.shape == (len(texts), len(texts))
        np.testing.assert_allclose(part, part.T, atol=1e-9)
        assert ((part >= 0) & (part <= 1)).all()
