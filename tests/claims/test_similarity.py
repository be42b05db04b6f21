"""How alike two sentences are, by the words, names, numbers and dates that they share."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from compare.claims.features import FEATURES, pair_table
from compare.claims.pair_probability import probabilities, shipped_weights
from compare.claims.similarity import Similarities, matching_words, similarities
from compare.model import Article, ArticleId, Claim, Published
from compare.reading.read_article import read_article
from compare.settings import ReadingSettings

DAY = Published("2016-05-25", "day", "metadata")
SENTENCES = {
    "vi": (
        "Chiếc phà Hải Âu đâm vào cầu cảng Cồn Sa lúc 7h40 sáng 24/5.",
        "Công an huyện cho biết 23 hành khách bị thương khi phà đâm vào cầu cảng.",
        "Ông Lê Văn Thọ, 42 tuổi, kể rằng tiếng còi kéo dài gần một phút.",
        "Hãng tàu Sao Mai ngừng mọi chuyến phà qua đảo từ chiều hôm đó.",
    ),
    "en": (
        "The ferry Harbour Lark struck the pier at Port Ellery at 7:40 a.m. on May 24.",
        "Police said that 23 passengers were injured when the ferry struck the pier.",
        "Ruth Ansell, 51, told reporters that the horn sounded for nearly a minute.",
        "The company Sound Lines stopped every crossing to the island that afternoon.",
    ),
}
SYMMETRIC = ("words", "characters", "tokens", "mass", "names", "numbers", "dates", "mean")
SHARES = ("words", "characters", "tokens", "contained", "names", "numbers", "dates", "mean")


def claims_of(article: str, language: str, *sentences: str) -> list[Claim]:
    text = "\n".join(sentences)
    source = Article(ArticleId(article), article, text, f"{article}.txt", "0" * 64, published=DAY, language=language)
    return list(read_article(source, ReadingSettings()).claims)


def measured(language: str, *sentences: str) -> Similarities:
    return similarities([claim for number, text in enumerate(sentences) for claim in claims_of(f"a{number}", language, text)])


@pytest.fixture(scope="module", params=["vi", "en"])
def story(request: pytest.FixtureRequest) -> Similarities:
    return measured(request.param, *SENTENCES[request.param], SENTENCES[request.param][0])


@pytest.mark.parametrize("name", SYMMETRIC)
def test_likeness_is_the_same_from_both_sides(story: Similarities, name: str) -> None:
    matrix = getattr(story, name)
    np.testing.assert_allclose(matrix, matrix.T, atol=1e-9)


@pytest.mark.parametrize("name", SHARES)
def test_a_share_lies_between_nothing_and_all(story: Similarities, name: str) -> None:
    matrix = getattr(story, name)
    assert matrix.min() >= 0
    assert matrix.max() <= 1 + 1e-9


@pytest.mark.parametrize("name", ["words", "characters", "tokens", "contained", "mean"])
def test_a_sentence_is_wholly_like_itself(story: Similarities, name: str) -> None:
    np.testing.assert_allclose(getattr(story, name).diagonal(), 1, atol=1e-6)


@pytest.mark.parametrize("name", SHARES)
def test_a_copy_in_another_article_is_as_like_as_the_sentence_itself(story: Similarities, name: str) -> None:
    matrix = getattr(story, name)
    assert matrix[0, 4] == pytest.approx(matrix[0, 0])


def test_a_sentence_about_the_same_event_is_nearer_than_one_about_another(story: Similarities) -> None:
    assert story.mean[0, 1] > story.mean[0, 2]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("vi", "Vụ lật phà khiến nhiều người thiệt mạng.", "Vụ lật phà khiến nhiều người tử vong."),
        ("vi", "Chiếc phi cơ hạ cánh xuống đường băng.", "Chiếc máy bay hạ cánh xuống đường băng."),
        ("vi", "Người thân gởi thư cho các thủy thủ.", "Người thân gửi thư cho các thuỷ thủ."),
        ("en", "Many were wounded in the blaze at the mill.", "Many were hurt in the fire at the mill."),
        ("en", "The cops searched the automobile by night.", "The police searched the car by night."),
    ],
)
def test_words_that_mean_the_same_are_matched_as_one(language: str, one: str, other: str) -> None:
    (first,), (second,) = claims_of("a", language, one), claims_of("b", language, other)
    assert matching_words(first) == matching_words(second)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("vi", "Người má bán cá ngoài chợ sớm.", "Người mà bán cá ngoài chợ sớm."),
        ("en", "Twelve men died there.", "Twelve men dined there."),
    ],
)
def test_words_that_only_look_alike_are_kept_apart(language: str, one: str, other: str) -> None:
    (first,), (second,) = claims_of("a", language, one), claims_of("b", language, other)
    assert matching_words(first) != matching_words(second)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("vi", "Đoàn xe chở 25 hành khách tới bến.", "Có 25 hành khách trên xe khi tới bến."),
        ("en", "The bus carried 25 passengers to the pier.", "There were 25 passengers on the bus to the pier."),
    ],
)
def test_a_shared_figure_counts_in_whatever_words(language: str, one: str, other: str) -> None:
    assert measured(language, one, other).numbers[0, 1] == 1


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("vi", "Chiếc phà đâm vào cầu cảng sáng sớm.", "Đoàn xe chở 25 hành khách tới bến."),
        ("en", "The ferry struck the pier at dawn.", "The bus carried 25 passengers to the pier."),
    ],
)
def test_a_sentence_without_figures_neither_shares_nor_lacks_them(language: str, one: str, other: str) -> None:
    assert measured(language, one, other).numbers[0, 1] == 0.5


word = st.sampled_from(["phà", "bến", "cầu", "cảng", "khách", "23", "đảo", "sóng", "gió", "the", "pier", "ferry"])
texts = st.lists(st.lists(word, min_size=4, max_size=9).map(" ".join), min_size=2, max_size=6)


@hypothesis_settings(max_examples=25)
@given(texts)
def test_any_two_sentences_are_equally_like_in_either_order(sentences: list[str]) -> None:
    found = measured("vi", *sentences)
    np.testing.assert_allclose(found.mean, found.mean.T, atol=1e-9)


@hypothesis_settings(max_examples=25)
@given(texts)
def test_every_pair_of_two_articles_has_a_probability(sentences: list[str]) -> None:
    claims = [claim for number, text in enumerate(sentences) for claim in claims_of(f"a{number % 2}", "vi", text)]
    table = pair_table(claims, similarities(claims))
    chances = probabilities(table, shipped_weights())
    assert ((chances >= 0) & (chances <= 1)).all()


def test_every_feature_has_its_column() -> None:
    claims = [*claims_of("a", "en", *SENTENCES["en"][:2]), *claims_of("b", "en", *SENTENCES["en"][2:])]
    assert pair_table(claims, similarities(claims)).values.shape == (4, len(FEATURES))


def test_a_table_gives_features_by_their_names() -> None:
    claims = [*claims_of("a", "en", *SENTENCES["en"][:2]), *claims_of("b", "en", *SENTENCES["en"][2:])]
    similar = similarities(claims)
    table = pair_table(claims, similar)
    np.testing.assert_allclose(table.columns(("numbers", "words"))[:, 1], similar.words[table.pairs[:, 0], table.pairs[:, 1]])


def test_the_likest_pair_of_a_run_has_the_first_rank() -> None:
    claims = [*claims_of("a", "en", *SENTENCES["en"]), *claims_of("b", "en", SENTENCES["en"][0])]
    words, rank = pair_table(claims, similarities(claims)).columns(("words", "words_rank")).T
    assert words.argmax() == rank.argmin()


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("vi", "Hải quân đưa tàu ra biển tìm người.", "Người dân biển quân tâm tới tàu hải sản."),
        ("vi", "Học sinh nghỉ học vì bão lớn.", "Sinh viên học hỏi về nạn bão."),
    ],
)
def test_syllables_of_other_words_are_no_common_words(language: str, one: str, other: str) -> None:
    found = measured(language, one, other)
    assert found.words[0, 1] < found.tokens[0, 1] / 2


def test_only_sentences_of_two_articles_are_paired() -> None:
    claims = [*claims_of("a", "en", *SENTENCES["en"][:2]), *claims_of("b", "en", *SENTENCES["en"][2:])]
    assert pair_table(claims, similarities(claims)).pairs.tolist() == [[0, 2], [0, 3], [1, 2], [1, 3]]
