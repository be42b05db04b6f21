"""Near-copies: a wire sentence in which one outlet altered a figure, a day, a name or a negation."""

import pytest

from compare.claims.altered_values import altered_clashes
from compare.claims.frame import frames
from compare.claims.slot_clashes import clashes
from compare.model import Article, ArticleId, Claim, Published
from compare.reading.read_article import read_article
from compare.settings import ReadingSettings

JUNE = Published("2016-06-05T12:00", "minute", "metadata")


def sentence(article: str, language: str, text: str) -> Claim:
    source = Article(ArticleId(article), article, text, f"{article}.txt", "0" * 64, published=JUNE, language=language)
    (claim,) = read_article(source, ReadingSettings()).claims
    return claim


def altered(language: str, one: str, other: str) -> list[tuple[str, str, str]]:
    a, b = sentence("a", language, one), sentence("b", language, other)
    return [(c.check, c.left.says, c.right.says) for c in altered_clashes((a, frames(a)), (b, frames(b)))]


WIRE = {
    "vi": "Theo hãng tin, đoàn xe chở {0} tấn gạo của tỉnh đã tới kho hàng của cảng Tân Lộc vào trưa thứ Sáu sau ba ngày đường.",
    "en": "The convoy with {0} tons of rice from the province reached the store of the port of Harlow at noon on Friday after a long ride.",
}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_an_altered_figure_in_a_wire_sentence_is_a_clash(language: str) -> None:
    assert altered(language, WIRE[language].format(480), WIRE[language].format(408))[0][0] == "number"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_wire_sentence_that_is_the_same_clashes_with_nothing(language: str) -> None:
    assert altered(language, WIRE[language].format(480), WIRE[language].format(480)) == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_rounded_figure_in_a_wire_sentence_is_no_clash(language: str) -> None:
    about = {"vi": "gần 480", "en": "nearly 480"}
    assert altered(language, WIRE[language].format(about[language]), WIRE[language].format(478)) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "vi",
            "Công an huyện cho biết anh Trần Văn Lâm bị nước cuốn trôi khi đang qua cầu tạm bắc trên suối ở bản Nà Mạ.",
            "Công an huyện cho biết anh Trần Đình Lâm bị nước cuốn trôi khi đang qua cầu tạm bắc trên suối ở bản Nà Mạ.",
        ),
        (
            "en",
            "Police said the driver, Peter John Hallam, was swept away while he crossed the temporary bridge over the river Esk.",
            "Police said the driver, Peter Mark Hallam, was swept away while he crossed the temporary bridge over the river Esk.",
        ),
    ],
)
def test_another_middle_name_is_a_clash(language: str, one: str, other: str) -> None:
    assert [check for check, _, _ in altered(language, one, other)] == ["name"]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "vi",
            "Chiếc tàu rời cảng Đà Nẵng lúc rạng sáng và chở theo toàn bộ số hàng cứu trợ của hội cho các xã ven biển.",
            "Chiếc tàu rời cảng Hải Phòng lúc rạng sáng và chở theo toàn bộ số hàng cứu trợ của hội cho các xã ven biển.",
        ),
        (
            "vi",
            "Bà Lê Thị Thủy kể rằng con đê vỡ vào lúc nửa đêm khi cả làng đã ngủ và không ai kịp báo cho nhau.",
            "Bà Lê Thị Thùy kể rằng con đê vỡ vào lúc nửa đêm khi cả làng đã ngủ và không ai kịp báo cho nhau.",
        ),
        (
            "en",
            "The freighter left the harbour of Marseille before dawn and carried all of the relief goods for the villages on the coast.",
            "The freighter left the harbour of Palermo before dawn and carried all of the relief goods for the villages on the coast.",
        ),
    ],
)
def test_another_place_in_the_same_sentence_is_a_clash(language: str, one: str, other: str) -> None:
    assert [check for check, _, _ in altered(language, one, other)] == ["name"]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "vi",
            "Hãng tin Amaq cho biết nhóm này đã đứng sau vụ nổ ở khu chợ trung tâm vào sáng sớm ngày hôm đó.",
            "Hãng tin Amac cho biết nhóm này đã đứng sau vụ nổ ở khu chợ trung tâm vào sáng sớm ngày hôm đó.",
        ),
        (
            "en",
            "The agency quoted Mr. Zelensky as having said that the grain would leave the port by the end of the week.",
            "The agency quoted Mr. Zelenskyy as having said that the grain would leave the port by the end of the week.",
        ),
        (
            "vi",
            "Bà Lê Thị Thủy kể rằng con đê vỡ vào lúc nửa đêm khi cả làng đã ngủ và không ai kịp báo cho nhau.",
            "Bà Lê Thị Thuy kể rằng con đê vỡ vào lúc nửa đêm khi cả làng đã ngủ và không ai kịp báo cho nhau.",
        ),
        (
            "vi",
            "Trả lời phóng viên VnExpress, ông Hùng cho biết đoàn cứu hộ đã tìm thấy cả hai ngư dân mất tích.",
            "Trả lời phóng viên Zing, ông Hùng cho biết đoàn cứu hộ đã tìm thấy cả hai ngư dân mất tích.",
        ),
        (
            "en",
            "The mayor told the Courier that the crews had found both of the missing fishermen alive on the island.",
            "The mayor told the Gazette that the crews had found both of the missing fishermen alive on the island.",
        ),
    ],
)
def test_another_spelling_and_another_newsroom_are_no_clash(language: str, one: str, other: str) -> None:
    assert altered(language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "vi",
            "Người phát ngôn nói công ty không nhận được cảnh báo nào về cơn bão trước khi con tàu rời cảng.",
            "Người phát ngôn nói công ty nhận được cảnh báo nào về cơn bão trước khi con tàu rời cảng.",
        ),
        (
            "en",
            "The spokesman said the company had not received the warning about the storm before the ship left the port.",
            "The spokesman said the company had received the warning about the storm before the ship left the port.",
        ),
    ],
)
def test_a_negation_that_one_near_copy_lacks_is_a_clash(language: str, one: str, other: str) -> None:
    assert [check for check, _, _ in altered(language, one, other)] == ["negation"]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "vi",
            "Trận mưa đêm qua không chỉ làm ngập đường mà còn cuốn trôi một cây cầu tạm ở đầu bản Nà Mạ.",
            "Trận mưa đêm qua chỉ làm ngập đường mà còn cuốn trôi một cây cầu tạm ở đầu bản Nà Mạ.",
        ),
        (
            "en",
            "The rain of last night not only flooded the road but also washed away a bridge above the village.",
            "The rain of last night only flooded the road but also washed away a bridge above the village.",
        ),
    ],
)
def test_not_only_denies_nothing(language: str, one: str, other: str) -> None:
    assert altered(language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "vi",
            "Hậu vệ Hallam rời Manchester City sau ba mùa giải và sẽ khoác áo đội bóng cũ kể từ tháng tới.",
            "Hậu vệ Hallam rời Man City sau ba mùa giải và sẽ khoác áo đội bóng cũ kể từ tháng tới.",
        ),
        (
            "en",
            "The defender leaves Manchester City after three seasons and will play for his old club from next month on.",
            "The defender leaves Man City after three seasons and will play for his old club from next month on.",
        ),
    ],
)
def test_a_short_form_of_a_name_is_no_clash(language: str, one: str, other: str) -> None:
    assert altered(language, one, other) == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_sentences_that_differ_in_more_than_a_word_are_no_near_copies(language: str) -> None:
    other = {
        "vi": "Đoàn xe của hội chữ thập đỏ chở 408 tấn gạo tới cảng Tân Lộc vào trưa thứ Sáu.",
        "en": "The Red Cross sent 408 tons of rice to the port of Harlow, where it came in on Friday.",
    }
    assert altered(language, WIRE[language].format(480), other[language]) == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_clash_that_two_checks_see_is_told_once(language: str) -> None:
    a, b = (sentence(name, language, WIRE[language].format(n)) for name, n in (("a", 480), ("b", 408)))
    assert len(clashes((a, frames(a)), (b, frames(b)))) == 1
