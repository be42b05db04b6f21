"""Years, denials, pairs, ages and sums that differ between sentences told in other words, and those that only seem to."""

import pytest

from compare.claims.frame import frames
from compare.claims.slot_clashes import clashes
from compare.model import Article, ArticleId, Claim, Published
from compare.reading.read_article import read_article
from compare.settings import ReadingSettings

JUNE = Published("2016-06-05T12:00", "minute", "metadata")


def sentence(name: str, language: str, text: str) -> Claim:
    article = Article(ArticleId(name), name, text, f"{name}.txt", "0" * 64, published=JUNE, language=language)
    (claim,) = read_article(article, ReadingSettings()).claims
    return claim


def found(language: str, one: str, other: str) -> list[tuple[str, str, str]]:
    """What is checked and both values, of every clash."""
    a, b = sentence("a", language, one), sentence("b", language, other)
    return [(clash.check, clash.left.value, clash.right.value) for clash in clashes((a, frames(a)), (b, frames(b)))]


@pytest.mark.parametrize(
    ("language", "one", "other", "clash"),
    [
        (
            "en",
            "The bridge, built in 1931, carries 2,000 cars a day.",
            "Some 2,000 cars use the bridge, which was built in 1913.",
            ("date", "1931", "1913"),
        ),
        (
            "vi",
            "Cây cầu xây dựng năm 1931 có 2.000 xe qua lại mỗi ngày.",
            "Mỗi ngày 2.000 xe đi qua cây cầu được xây dựng vào năm 1913.",
            ("date", "1931", "1913"),
        ),
        (
            "en",
            "The pier was last checked in October 2014, the board said.",
            "According to the board, the pier had last been checked in October 2012.",
            ("date", "2014-10", "2012-10"),
        ),
        (
            "vi",
            "Trụ cầu cảng được kiểm định lần cuối vào tháng 10/2014, theo ban quản lý.",
            "Ban quản lý nói trụ cầu cảng đã được kiểm định vào tháng 10/2012.",
            ("date", "2014-10", "2012-10"),
        ),
        (
            "en",
            "The board ignored warnings about cracks in the pier, an engineer said.",
            "The chair denied that warnings about cracks in the pier had been ignored.",
            ("negation", "affirmed", "negated"),
        ),
        (
            "vi",
            "Ban quản lý đã bỏ qua cảnh báo về vết nứt ở trụ cầu, một kỹ sư nói.",
            "Trưởng ban phủ nhận việc đã bỏ qua cảnh báo về vết nứt ở trụ cầu.",
            ("negation", "affirmed", "negated"),
        ),
        (
            "en",
            "Both Blue River and Northgate denied dumping waste in the river Lo.",
            "For their part, both Blue River and the county labour office denied dumping waste in the river Lo.",
            ("doer", "Northgate", "the county labour office"),
        ),
        (
            "vi",
            "Cả công ty Nước Xanh và hợp tác xã Đồng Tâm đều phủ nhận việc xả thải ra kênh.",
            "Trong khi đó, cả công ty Nước Xanh và chi cục thủy lợi đều phủ nhận việc xả thải ra kênh.",
            ("doer", "hợp tác xã Đồng Tâm", "chi cục thủy lợi"),
        ),
        (
            "en",
            "The driver, Peter John Hallam, 52, was badly hurt.",
            "Peter Mark Hallam, 52, who drove the truck, suffered grave injuries.",
            ("name", "Peter John Hallam", "Peter Mark Hallam"),
        ),
        (
            "vi",
            "Tài xế là ông Lê Văn Lực (52 tuổi), trú tại xã Đông Hà, bị thương nặng.",
            "Ông Lê Xuân Lực, 52 tuổi, người xã Đông Hà, lái xe tải.",
            ("name", "Lê Văn Lực", "Lê Xuân Lực"),
        ),
        (
            "en",
            "The victims were aged between 6 and 13 years old, police said.",
            "According to police, the victims were aged between 5 and 12 years old.",
            ("number", "6-13", "5-12"),
        ),
    ],
)
def test_one_slot_that_is_filled_differently_in_other_words_is_a_clash(
    language: str, one: str, other: str, clash: tuple[str, str, str]
) -> None:
    assert found(language, one, other) == [clash]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "The team won the cup in 2011 after a long season.", "Three years later, in 2014, the cup was won by the same team."),
        ("vi", "Ông Lâm sinh năm 1960, từng làm việc ở xưởng gỗ Hòa Lộc.", "Ông Tuấn sinh năm 1972, cũng làm việc ở xưởng gỗ Hòa Lộc."),
        ("en", "The bridge was built in 1931 and closed to cars.", "The pier was built in 1913 and is used by fishermen."),
        ("en", "The bridge was built in 1931, the council said.", "The bridge was built in July 1931, the council said."),
        ("vi", "Cây cầu sẽ được xây dựng vào năm 2018 ở bản Nà Mạ.", "Tỉnh dự kiến cây cầu ở bản Nà Mạ được xây dựng từ năm 2017."),
    ],
)
def test_years_of_other_things_plans_and_other_precisions_are_no_clash(language: str, one: str, other: str) -> None:
    assert found(language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "en",
            "The board was accused of having ignored warnings about cracks in the pier.",
            "The chair denied that warnings about cracks in the pier had been ignored.",
        ),
        (
            "en",
            "The board rejected claims that it had ignored warnings about cracks in the pier.",
            "The chair denied that warnings about cracks in the pier had been ignored.",
        ),
        (
            "vi",
            "Ban quản lý bị tố bỏ qua cảnh báo về vết nứt ở trụ cầu.",
            "Trưởng ban phủ nhận việc đã bỏ qua cảnh báo về vết nứt ở trụ cầu.",
        ),
        (
            "vi",
            "Các bác sĩ đang điều trị tích cực cho ba bệnh nhân ở bệnh viện.",
            "Ba bệnh nhân đang được điều trị tích cực ở bệnh viện huyện.",
        ),
    ],
)
def test_what_is_only_alleged_or_denied_too_contradicts_no_denial(language: str, one: str, other: str) -> None:
    assert found(language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "en",
            "Both Blue River and Northgate denied dumping waste in the river Lo.",
            "Both Northgate and Blue River denied dumping waste in the river Lo.",
        ),
        (
            "vi",
            "Cả công ty Nước Xanh và hợp tác xã Đồng Tâm đều phủ nhận việc xả thải ra kênh.",
            "Cả công ty Nước Xanh và HTX nông nghiệp Đồng Tâm đều phủ nhận việc xả thải ra kênh.",
        ),
        (
            "vi",
            "Cả công ty Nước Xanh và hợp tác xã Đồng Tâm đều phủ nhận việc xả thải ra kênh.",
            "Cả công ty Nước Xanh và chi cục thủy lợi đều có mặt tại buổi họp báo hôm qua.",
        ),
    ],
)
def test_a_pair_in_another_order_by_a_longer_name_or_doing_something_else_is_no_clash(language: str, one: str, other: str) -> None:
    assert [clash for clash in found(language, one, other) if clash[0] == "doer"] == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("vi", "Sét đánh khiến 7 người thương vong ở xã Hòa Lộc.", "Sét đánh khiến 1 người chết, 6 người bị thương ở xã Hòa Lộc."),
        ("en", "The crash left 7 people hurt or dead in Hoa Loc.", "The crash left 1 person dead and 6 people hurt in Hoa Loc."),
        ("vi", "Sét đánh khiến 7 người thương vong ở xã Hòa Lộc.", "Sét đánh khiến 6 người bị thương ở xã Hòa Lộc."),
        (
            "en",
            "The ferry carried 56 passengers and 10 members of the crew.",
            "The ferry carried 66 passengers from Port Ellery to Hoa Loc.",
        ),
    ],
)
def test_parts_that_add_up_to_the_whole_are_no_clash(language: str, one: str, other: str) -> None:
    assert found(language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("vi", "Sét đánh khiến 1 người chết, 1 người bị thương ở xã Hòa Lộc.", "Sét đánh khiến 2 người chết ở xã Hòa Lộc."),
        ("en", "The crash in Hoa Loc left 1 person dead, 1 injured.", "The crash left 2 people dead in Hoa Loc."),
    ],
)
def test_the_dead_of_two_papers_are_never_a_part_and_a_whole(language: str, one: str, other: str) -> None:
    assert [clash[0] for clash in found(language, one, other)] == ["number"]


@pytest.mark.parametrize(
    ("language", "one", "other", "clash"),
    [
        ("vi", "Lê Đạt, con của ông Lê Khoan 19 tuổi.", "Ông Lê Khoan, 48 tuổi, và con là Lê Đạt.", []),
        ("vi", "Lê Đạt, con của ông Lê Khoan 19 tuổi.", "Lê Đạt, 17 tuổi, đang đi gieo mạ.", [("number", "19", "17")]),
        ("vi", "Lê Đạt (con ông Lê Khoan), 19 tuổi.", "Lê Đạt, 17 tuổi, đang đi gieo mạ.", [("number", "19", "17")]),
        ("vi", "Lê Đạt, con ông Lê Khoan, 48 tuổi.", "Lê Đạt, 17 tuổi, đang đi gieo mạ.", []),
        ("en", "Daniel Cole, son of Peter Cole, 52, was hurt.", "Daniel Cole, 17, was hurt by lightning.", []),
    ],
)
def test_an_age_behind_two_names_is_that_of_whom_the_sentence_tells(
    language: str, one: str, other: str, clash: list[tuple[str, str, str]]
) -> None:
    assert found(language, one, other) == clash


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("vi", "Ông Lê Văn Lực, 52 tuổi, và em là Lê Xuân Lực bị thương.", "Ông Lê Xuân Lực, 52 tuổi, bị thương ở chân."),
        ("vi", "Ông Lê Văn Lực, 52 tuổi, bị thương nặng.", "Ông Lê Xuân Lực, 47 tuổi, bị thương ở chân."),
        ("en", "Chante Jawan Hallam, 27, was hurt.", "Chante Jawaon Hallam, 27, suffered grave injuries."),
        ("vi", "Ông Lê Văn Lực, 52 tuổi, bị thương nặng.", "Ông Lê Văn Hùng, 52 tuổi, bị thương ở chân."),
    ],
)
def test_brothers_and_people_of_other_ages_are_not_one_person(language: str, one: str, other: str) -> None:
    assert found(language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "en",
            "The town of Hoa Loc gets a seat at the harbour board.",
            "The town of Hoa Loc rejects the seat at the harbour board.",
        ),
        (
            "en",
            "A judge granted the driver of the truck bail after the crash in Hoa Loc.",
            "A judge denied the driver of the truck bail after the crash in Hoa Loc on the island of Ellery.",
        ),
        (
            "vi",
            "Bà Trang yêu cầu trả tiền thuê nhà còn thiếu và tiền đặt cọc.",
            "Bà Trang bác bỏ các yêu cầu trả tiền thuê nhà còn thiếu và tiền đặt cọc trong đơn kiện.",
        ),
    ],
)
def test_a_request_that_is_denied_is_no_denial_of_what_is_told(language: str, one: str, other: str) -> None:
    assert [clash for clash in found(language, one, other) if clash[0] == "negation"] == []


@pytest.mark.parametrize(
    ("language", "one", "other", "clash"),
    [
        (
            "vi",
            "38 nữ sinh, từ 5-13 tuổi, đang ngủ trong ký túc xá khi lửa bùng lên.",
            "Cảnh sát nói lửa bùng lên khi 38 nữ sinh, trong độ tuổi từ 5 tới 12 tuổi, đang ngủ ở ký túc xá.",
            [("number", "5-13", "5-12")],
        ),
        (
            "vi",
            "38 nữ sinh, từ 5-13 tuổi, đang ngủ trong ký túc xá khi lửa bùng lên.",
            "Trường dạy trẻ từ 3 đến 15 tuổi của các bản làng miền núi.",
            [],
        ),
    ],
)
def test_the_ages_of_a_group_are_held_against_those_of_the_same_group_alone(
    language: str, one: str, other: str, clash: list[tuple[str, str, str]]
) -> None:
    assert [c for c in found(language, one, other) if c[0] == "number"] == clash
