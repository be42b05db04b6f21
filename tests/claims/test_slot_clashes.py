"""Two sentences about one event: when their figures contradict each other, and when they only seem to."""

import pytest

from compare.claims.clash import Clash
from compare.claims.frame import frames
from compare.claims.slot_clashes import clashes
from compare.model import Article, ArticleId, Claim, Published
from compare.reading.read_article import read_article
from compare.settings import ReadingSettings

DAY = Published("2016-05-25T09:00", "minute", "metadata")


def read_sentence(name: str, language: str, text: str) -> Claim:
    """The one sentence of a small article, with what was really read in it."""
    article = Article(ArticleId(name), name, text, f"{name}.txt", "0" * 64, published=DAY, language=language)
    (claim,) = read_article(article, ReadingSettings()).claims
    return claim


def found(language: str, one: str, other: str) -> list[Clash]:
    a, b = read_sentence("a", language, one), read_sentence("b", language, other)
    return clashes((a, frames(a)), (b, frames(b)))


def values(language: str, one: str, other: str) -> list[tuple[str, str, str]]:
    """The check and the figures of each clash, without their units."""
    return [(clash.check, clash.left.value.split()[0], clash.right.value.split()[0]) for clash in found(language, one, other)]


# What is said with room for the other figure

ROUNDED = [
    ("vi", "Gần 650 công nhân được sơ tán khỏi xưởng sơn.", "646 công nhân được sơ tán khỏi xưởng sơn."),
    ("vi", "Khoảng 300 hộ dân được sơ tán khỏi vùng lũ.", "290 hộ dân được sơ tán khỏi vùng lũ."),
    ("vi", "Hơn 40 hành khách bị thương khi tàu trật bánh.", "52 hành khách bị thương khi tàu trật bánh."),
    ("vi", "Ít nhất 40 hành khách bị thương khi tàu trật bánh.", "52 hành khách bị thương khi tàu trật bánh."),
    ("vi", "Tối đa 60 hành khách bị thương khi tàu trật bánh.", "52 hành khách bị thương khi tàu trật bánh."),
    ("en", "About 650 workers were evacuated from the paint shop.", "Some 646 workers were evacuated from the paint shop."),
    ("en", "Nearly 300 households were evacuated from the valley.", "Officials said 290 households were evacuated from the valley."),
    (
        "en",
        "More than 40 passengers were injured when the train derailed.",
        "Police said 52 passengers were injured when the train derailed.",
    ),
    (
        "en",
        "At least 40 passengers were injured when the train derailed.",
        "Police said 52 passengers were injured when the train derailed.",
    ),
    ("en", "Up to 60 passengers were injured when the train derailed.", "Police said 52 passengers were injured when the train derailed."),
]


@pytest.mark.parametrize(("language", "one", "other"), ROUNDED)
def test_a_hedged_figure_does_not_contradict_the_exact_one(language: str, one: str, other: str) -> None:
    assert values(language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("vi", "Lửa thiêu rụi 1.700 m2 nhà kho của công ty.", "Lửa thiêu rụi 1,700 m2 nhà kho của công ty."),
        ("en", "The fire destroyed 1,700 cars parked in the port.", "The fire destroyed 1.700 cars parked in the port."),
    ],
)
def test_a_comma_and_a_point_between_thousands_are_one_figure(language: str, one: str, other: str) -> None:
    assert values(language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("vi", "Tổng vốn đầu tư của dự án đường sắt là 20.100 tỷ đồng.", "Tổng vốn đầu tư của dự án đường sắt là 20,1 nghìn tỷ đồng."),
        (
            "en",
            "The total cost of the railway project is $20.1 billion.",
            "The total cost of the railway project is 20,100 million dollars.",
        ),
    ],
)
def test_one_sum_in_two_scales_is_one_figure(language: str, one: str, other: str) -> None:
    assert values(language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "vi",
            "Chi phí sửa cây cầu cũ bắc qua sông Lam là 44,2 tỷ đồng (2,01 triệu USD).",
            "Chi phí sửa cây cầu cũ bắc qua sông Lam là 2,13 triệu USD.",
        ),
        (
            "en",
            "The cost of repairing the old bridge over the river is £1.52 million ($2.01 million).",
            "The cost of repairing the old bridge over the river is $2.13 million.",
        ),
    ],
)
def test_a_conversion_beside_the_original_is_no_second_figure(language: str, one: str, other: str) -> None:
    assert values(language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("vi", "Từ 20 đến 25 xe cứu hỏa tới dập lửa tại kho gỗ.", "22 xe cứu hỏa tới dập lửa tại kho gỗ."),
        ("en", "Between 20 and 25 fire engines fought the blaze at the mill.", "Police said 22 fire engines fought the blaze at the mill."),
    ],
)
def test_a_range_holds_the_figure_inside_it(language: str, one: str, other: str) -> None:
    assert values(language, one, other) == []


# What is another thing altogether


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("vi", "Vụ cháy làm 14 người bị thương.", "Vụ cháy làm nhiều người bị thương, trong đó 3 người bị thương nặng."),
        ("vi", "Đoàn tàu chở 210 hành khách đến ga.", "Đoàn tàu chở thêm 15 hành khách khác đến ga."),
        ("en", "The crash left 23 people injured.", "The crash left many people injured, including 4 people injured seriously."),
        ("vi", "Vụ cháy làm 14 người bị thương nặng.", "Trong số 14 người bị thương có 3 người bị thương nặng."),
        ("en", "The crash left 23 people badly hurt.", "Of the 23 people hurt in the crash, 4 people were badly hurt."),
        ("en", "The ferry carried 210 passengers.", "The ferry carried another 15 passengers."),
    ],
)
def test_a_part_does_not_contradict_the_whole(language: str, one: str, other: str) -> None:
    assert values(language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("vi", "Vụ cháy làm 14 người bị thương.", "Trong số 17 người bị thương có 3 người bị bỏng."),
        ("en", "The crash left 23 people hurt.", "Of the 26 people hurt, 4 people broke a leg."),
    ],
)
def test_the_whole_of_which_a_part_is_told_contradicts_another_whole(language: str, one: str, other: str) -> None:
    assert len(values(language, one, other)) == 1


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("vi", "Anh Lê Văn Thọ, 42 tuổi, bị ngạt khói.", "Chị Nguyễn Thị Lành, 35 tuổi, bị ngạt khói."),
        ("en", "The captain, Ruth Ansell, 51, was questioned.", "The deckhand, Paul Dremmel, 35, was questioned."),
    ],
)
def test_the_age_of_another_person_is_no_contradiction(language: str, one: str, other: str) -> None:
    assert values(language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("vi", "Vụ lật xe khiến 5 người bị thương nặng.", "Vụ lật xe khiến 12 người bị thương nhẹ."),
        ("en", "The crash left 5 people seriously injured.", "The crash left 12 people slightly injured."),
    ],
)
def test_badly_and_lightly_injured_are_two_counts(language: str, one: str, other: str) -> None:
    assert values(language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("vi", "Vụ nổ khiến 12 người thiệt mạng.", "Vụ nổ khiến 12 ngôi nhà bị sập."),
        ("vi", "Vụ nổ khiến 3 người thiệt mạng.", "Cảnh sát bắt giữ 8 người tại hiện trường."),
        ("en", "The blast killed 12 people.", "The blast destroyed 30 houses."),
        ("en", "The blast left 3 people dead.", "Police arrested 8 people at the scene."),
    ],
)
def test_other_things_counted_are_no_contradiction(language: str, one: str, other: str) -> None:
    assert values(language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("vi", "Vụ tai nạn xảy ra cách đây 5 ngày trên đường đèo.", "Vụ tai nạn xảy ra cách đây 6 ngày trên đường đèo."),
        ("en", "The accident happened 5 days ago on the mountain road.", "The accident happened 6 days ago on the mountain road."),
    ],
)
def test_time_that_passes_contradicts_nothing(language: str, one: str, other: str) -> None:
    assert values(language, one, other) == []


# Days and times of day

STATEMENT_AND_EVENT = [
    (
        "vi",
        "Ngày 24/5, công an huyện cho biết đã bắt giữ ba nghi phạm trong vụ cướp tiệm vàng Kim Mai.",
        "Ngày 23/5, ba nghi phạm trong vụ cướp tiệm vàng Kim Mai bị công an huyện bắt giữ ở bến xe.",
    ),
    (
        "en",
        "On May 24, police said they had arrested three suspects in the robbery of the Harlow jewelry store downtown.",
        "On May 23, three suspects in the robbery of the Harlow jewelry store downtown were arrested at a bus station.",
    ),
]


@pytest.mark.parametrize(("language", "one", "other"), STATEMENT_AND_EVENT)
def test_the_day_of_a_statement_is_not_the_day_of_the_event(language: str, one: str, other: str) -> None:
    assert values(language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "vi",
            "Trận động đất xảy ra lúc 14h20 giờ địa phương tại thị trấn ven biển Lanka.",
            "Trận động đất xảy ra lúc 19h20 giờ Việt Nam tại thị trấn ven biển Lanka.",
        ),
        (
            "en",
            "The earthquake struck the coastal town of Lanka at 2:20 p.m. local time.",
            "The earthquake struck the coastal town of Lanka at 7:20 p.m. in Hanoi.",
        ),
    ],
)
def test_two_clocks_in_two_time_zones_are_one_moment(language: str, one: str, other: str) -> None:
    assert values(language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "vi",
            "Đêm 16/5, chiếc xe khách mất lái lao xuống vực sâu trên đường đèo Hải Lĩnh khiến nhiều hành khách mắc kẹt.",
            "Rạng sáng 17/5, chiếc xe khách mất lái lao xuống vực sâu trên đường đèo Hải Lĩnh khiến nhiều hành khách mắc kẹt.",
        ),
        (
            "en",
            "On the night of May 16, the tour bus lost control and plunged into a deep ravine on the mountain road near Harlow.",
            "On the morning of May 17, the tour bus lost control and plunged into a deep ravine on the mountain road near Harlow.",
        ),
    ],
)
def test_the_night_and_the_small_hours_are_one_night(language: str, one: str, other: str) -> None:
    assert values(language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "vi",
            "Đến ngày 24/5, lực lượng cứu hộ vẫn tìm kiếm hai ngư dân mất tích trên vùng biển Cồn Sa.",
            "Ngày 22/5, lực lượng cứu hộ bắt đầu tìm kiếm hai ngư dân mất tích trên vùng biển Cồn Sa.",
        ),
        (
            "en",
            "By May 24, rescue crews were searching for two fishermen missing at sea off the island of Harlow.",
            "On May 22, rescue crews were searching for two fishermen missing at sea off the island of Harlow.",
        ),
    ],
)
def test_a_day_that_sets_a_limit_is_no_event(language: str, one: str, other: str) -> None:
    assert values(language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("vi", "Đám cháy bùng phát lúc 14h30 tại kho gỗ Minh Thành.", "Đám cháy bùng phát khoảng 14h40 tại kho gỗ Minh Thành."),
        (
            "en",
            "The fire broke out at 2:30 p.m. at the Harlow timber mill.",
            "The fire broke out about 2:40 p.m. at the Harlow timber mill.",
        ),
    ],
)
def test_a_rounded_time_of_day_holds_the_minute(language: str, one: str, other: str) -> None:
    assert values(language, one, other) == []


# What really contradicts

REAL = [
    ("vi", "18 xe chữa cháy tới dập lửa tại kho gỗ.", "15 xe chữa cháy tới dập lửa tại kho gỗ.", "number 18 15"),
    ("en", "The city sent 18 fire engines to the mill.", "The city sent 15 fire engines to the mill.", "number 18 15"),
    ("vi", "Vụ lật xe khiến 8 người thiệt mạng.", "Vụ lật xe khiến 9 người chết.", "number 8 9"),
    ("en", "The crash left 8 people dead.", "The crash left 9 people dead.", "number 8 9"),
    ("vi", "Anh Lê Văn Thọ, 22 tuổi, bị ngạt khói.", "Anh Lê Văn Thọ, 24 tuổi, bị ngạt khói.", "number 22 24"),
    ("en", "The captain, Ruth Ansell, 51, told police.", "The captain, Ruth Ansell, 53, told police.", "number 51 53"),
    (
        "vi",
        "Động đất mạnh 6,1 độ richter rung chuyển đảo Cồn Sa.",
        "Động đất mạnh 6,4 độ richter rung chuyển đảo Cồn Sa.",
        "number 6.1 6.4",
    ),
    ("en", "The quake measured magnitude 6.1 and shook Harlow.", "The quake measured magnitude 6.4 and shook Harlow.", "number 6.1 6.4"),
    ("vi", "Tổng số tiền bị lấy khỏi két là 16 triệu won.", "Tổng số tiền bị lấy khỏi két là 16 tỷ won.", "number 16000000 16000000000"),
    (
        "en",
        "The total cost of the rail project is $16 million.",
        "The total cost of the rail project is $16 billion.",
        "number 16000000 16000000000",
    ),
    ("vi", "Động đất xảy ra lúc 19g41 tại thị trấn Cồn Sa.", "Động đất xảy ra lúc 19g44 tại thị trấn Cồn Sa.", "clock 19:41 19:44"),
    ("en", "The quake struck the town of Harlow at 7:41 p.m.", "The quake struck the town of Harlow at 7:44 p.m.", "clock 19:41 19:44"),
    ("vi", "Cháy bùng phát lúc 14h tại kho gỗ Minh Thành.", "Cháy bùng phát lúc 15h tại kho gỗ Minh Thành.", "clock 14:00 15:00"),
    ("en", "The fire broke out at 2 p.m. at the Harlow mill.", "The fire broke out at 3 p.m. at the Harlow mill.", "clock 14:00 15:00"),
    (
        "vi",
        "Chiếc xe khách mất lái lao xuống vực sâu trên đường đèo Hải Lĩnh ngày 23/5 khiến nhiều hành khách mắc kẹt.",
        "Chiếc xe khách mất lái lao xuống vực sâu trên đường đèo Hải Lĩnh ngày 24/5 khiến nhiều hành khách mắc kẹt.",
        "date 2016-05-23 2016-05-24",
    ),
    (
        "en",
        "The tour bus lost control and plunged into a deep ravine on the mountain road near Harlow on May 23.",
        "The tour bus lost control and plunged into a deep ravine on the mountain road near Harlow on May 24.",
        "date 2016-05-23 2016-05-24",
    ),
]


@pytest.mark.parametrize(("language", "one", "other", "clash"), REAL)
def test_two_fillers_of_one_slot_contradict_each_other(language: str, one: str, other: str, clash: str) -> None:
    assert [" ".join(said) for said in values(language, one, other)] == [clash]


# The traps above with the trap taken out: were nothing read in these sentences, the traps would prove nothing.
SPRUNG = [
    ("vi", "650 công nhân được sơ tán khỏi xưởng sơn.", "546 công nhân được sơ tán khỏi xưởng sơn."),
    ("en", "Officials said 650 workers were evacuated from the paint shop.", "Police said 546 workers were evacuated from the paint shop."),
    ("vi", "Lửa thiêu rụi 1.700 m2 nhà kho của công ty.", "Lửa thiêu rụi 2.700 m2 nhà kho của công ty."),
    ("en", "The fire destroyed 1,700 cars parked in the port.", "The fire destroyed 2,700 cars parked in the port."),
    ("vi", "Tổng vốn đầu tư của dự án đường sắt là 20.100 tỷ đồng.", "Tổng vốn đầu tư của dự án đường sắt là 30,1 nghìn tỷ đồng."),
    ("en", "The total cost of the railway project is $20.1 billion.", "The total cost of the railway project is 30,100 million dollars."),
    ("vi", "Từ 20 đến 25 xe cứu hỏa tới dập lửa tại kho gỗ.", "32 xe cứu hỏa tới dập lửa tại kho gỗ."),
    ("en", "Between 20 and 25 fire engines fought the blaze at the mill.", "Police said 32 fire engines fought the blaze at the mill."),
    ("vi", "Đoàn tàu chở 210 hành khách đến ga.", "Đoàn tàu chở 15 hành khách đến ga."),
    ("en", "The ferry carried 210 passengers.", "The ferry carried 15 passengers."),
    ("vi", "Vụ lật xe khiến 5 người bị thương nặng.", "Vụ lật xe khiến 12 người bị thương nặng."),
    ("en", "The crash left 5 people seriously injured.", "The crash left 12 people seriously injured."),
    (
        "vi",
        "Trận động đất xảy ra lúc 14h20 tại thị trấn ven biển Lanka.",
        "Trận động đất xảy ra lúc 19h20 tại thị trấn ven biển Lanka.",
    ),
    ("en", "The earthquake struck the coastal town of Lanka at 2:20 p.m.", "The earthquake struck the coastal town of Lanka at 7:20 p.m."),
    ("vi", "Vụ tai nạn xảy ra cách đây 5 km trên đường đèo.", "Vụ tai nạn xảy ra cách đây 6 km trên đường đèo."),
    (
        "en",
        "On the afternoon of May 16, the tour bus lost control and plunged into a deep ravine on the mountain road near Harlow.",
        "On the morning of May 17, the tour bus lost control and plunged into a deep ravine on the mountain road near Harlow.",
    ),
    (
        "vi",
        "Chiều 16/5, chiếc xe khách mất lái lao xuống vực sâu trên đường đèo Hải Lĩnh khiến nhiều hành khách mắc kẹt.",
        "Rạng sáng 17/5, chiếc xe khách mất lái lao xuống vực sâu trên đường đèo Hải Lĩnh khiến nhiều hành khách mắc kẹt.",
    ),
]


@pytest.mark.parametrize(("language", "one", "other"), SPRUNG)
def test_without_the_hedge_or_the_part_the_same_sentences_do_contradict(language: str, one: str, other: str) -> None:
    assert len(values(language, one, other)) == 1


ALL_PAIRS = [(language, one, other) for language, one, other, *_ in [*ROUNDED, *STATEMENT_AND_EVENT, *REAL, *SPRUNG]]


@pytest.mark.parametrize(("language", "one", "other"), ALL_PAIRS)
def test_who_is_read_first_changes_no_contradiction(language: str, one: str, other: str) -> None:
    assert sorted((check, right, left) for check, left, right in values(language, other, one)) == values(language, one, other)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_sentence_contradicts_itself(language: str) -> None:
    said = [text for spoken, *pair in ALL_PAIRS if spoken == language for text in pair]
    assert [text for text in said if values(language, text, text)] == []


def test_a_vietnamese_and_an_english_sentence_can_contradict_each_other_about_one_person() -> None:
    a = read_sentence("a", "vi", "Thuyền trưởng Ruth Ansell, 51 tuổi, bị cảnh sát thẩm vấn.")
    b = read_sentence("b", "en", "The captain, Ruth Ansell, 53, was questioned by police.")
    assert [(c.left.says, c.right.says) for c in clashes((a, frames(a)), (b, frames(b)))] == [("51 tuổi", "53")]


def test_a_clash_quotes_both_sentences_where_they_say_it() -> None:
    (clash,) = found("en", *REAL[1][1:3])
    assert [side.span.of(side.claim.quote) for side in (clash.left, clash.right)] == [clash.left.says, clash.right.says]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("vi", "18 xe chữa cháy và sau đó 15 xe chữa cháy tới dập lửa tại kho gỗ.", "20 xe chữa cháy tới dập lửa tại kho gỗ."),
        ("en", "The city sent 18 fire engines and later 15 fire engines to the mill.", "The city sent 20 fire engines to the mill."),
    ],
)
def test_a_slot_that_one_sentence_fills_twice_is_left_alone(language: str, one: str, other: str) -> None:
    assert values(language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("vi", "Năm 2015, cảnh sát bắt 30 nghi phạm buôn lậu gỗ.", "Năm 2016, cảnh sát bắt 45 nghi phạm buôn lậu gỗ."),
        ("en", "In 2015 police arrested 30 suspects in timber smuggling.", "In 2016 police arrested 45 suspects in timber smuggling."),
        ("vi", "Cảnh sát bắt 30 nghi phạm ở Hà Nội trong đêm.", "Cảnh sát bắt 45 nghi phạm ở Đà Nẵng trong đêm."),
        ("en", "Police arrested 30 suspects in London overnight.", "Police arrested 45 suspects in Paris overnight."),
        ("vi", "Đám cháy bùng phát lúc 14h15 tại kho gỗ của công ty.", "Đám cháy được dập tắt lúc 18h30 tại kho gỗ của công ty."),
        (
            "en",
            "The fire broke out at 2:15 p.m. in the timber store of the company.",
            "The fire was put out at 6:30 p.m. in the timber store of the company.",
        ),
    ],
)
def test_another_year_another_place_and_another_phase_are_other_slots(language: str, one: str, other: str) -> None:
    assert found(language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("vi", "Dự án đường sắt có tổng vốn là 20 triệu USD.", "Dự án đường sắt có tổng vốn là 30 triệu USD."),
        ("en", "The total cost of the line is $20 million.", "The total cost of the line is $30 million."),
    ],
)
def test_round_millions_that_differ_contradict_each_other(language: str, one: str, other: str) -> None:
    assert [clash.check for clash in found(language, one, other)] == ["number"]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("vi", "Ba trong bốn vụ nổ xảy ra gần nhà ga của thị trấn.", "Ba vụ nổ xảy ra gần nhà ga của thị trấn."),
        ("en", "Three of four blasts shook the station of the town.", "Police said three blasts shook the station of the town."),
        ("vi", "2 cầu thủ này vắng mặt ở giải đấu năm nay.", "Danh sách 23 cầu thủ vắng mặt ở giải đấu năm nay."),
        ("en", "These 2 players will miss the cup in the summer.", "Some 23 players will miss the cup in the summer."),
        (
            "vi",
            "“Hôm qua tôi phải tiêm thuốc giảm đau trước trận đấu với Minh Quân.",
            "Anh phải tiêm thuốc giảm đau trước trận đấu với Minh Quân hôm 23/5.",
        ),
    ],
)
def test_a_part_and_a_quoted_yesterday_are_other_slots(language: str, one: str, other: str) -> None:
    assert found(language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("vi", "Lốc xoáy làm 6 nhà bếp sập hoàn toàn.", "Lốc xoáy làm 19 nhà dân sập hoàn toàn."),
        ("vi", "Mưa lớn bắt đầu từ 20 giờ ở huyện miền núi phía bắc.", "Mưa lớn kéo dài đến 16 giờ ở huyện miền núi phía bắc."),
        ("en", "Heavy rain fell from 8 p.m. in the northern hill district.", "Heavy rain fell until 4 p.m. in the northern hill district."),
    ],
)
def test_two_kinds_of_one_noun_and_two_ends_of_one_stretch_are_other_slots(language: str, one: str, other: str) -> None:
    assert found(language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "vi",
            "Anh Lê Văn Thọ, 42 tuổi, và chị Đỗ Thị Lành, 35 tuổi, bị ngạt khói.",
            "Anh Lê Văn Thọ, 35 tuổi, và chị Đỗ Thị Lành, 42 tuổi, bị ngạt khói.",
        ),
        ("en", "Ruth Ansell, 51, and Paul Dremmel, 35, were questioned.", "Ruth Ansell, 35, and Paul Dremmel, 51, were questioned."),
    ],
)
def test_two_ages_that_are_swapped_contradict_each_other_twice(language: str, one: str, other: str) -> None:
    assert len(values(language, one, other)) == 2


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("vi", "Độ che phủ rừng của tỉnh đã giảm 6,1% trong năm năm.", "Độ che phủ rừng của tỉnh đã giảm 6% trong năm năm."),
        (
            "en",
            "The forest cover of the province fell by 6.1 percent in five years.",
            "The forest cover of the province fell by 6 percent in five years.",
        ),
    ],
)
def test_a_share_with_fewer_decimals_is_the_same_share(language: str, one: str, other: str) -> None:
    assert values(language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "vi",
            "Chỉ số giá vàng tháng 5 của cả nước tăng 1,45% so với tháng trước.",
            "Chỉ số giá tiêu dùng tháng 5 của cả nước tăng 0,54% so với tháng trước.",
        ),
        (
            "en",
            "The price index of gold rose 1.45 percent in May from the month before.",
            "The price index of food rose 0.54 percent in May from the month before.",
        ),
    ],
)
def test_two_shares_in_a_list_of_shares_are_other_slots(language: str, one: str, other: str) -> None:
    assert values(language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("vi", "Toàn huyện có 22 tổ bầu cử và 16.500 cử tri.", "Toàn xã có 10 tổ bầu cử và 2.045 cử tri."),
        ("en", "The whole county has 22 polling stations for the vote.", "The whole village has 10 polling stations for the vote."),
    ],
)
def test_a_count_of_an_area_of_another_size_is_another_slot(language: str, one: str, other: str) -> None:
    assert values(language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("vi", "Toàn huyện có 22 tổ bầu cử và 16.500 cử tri.", "Toàn huyện có 10 tổ bầu cử và 16.500 cử tri."),
        ("en", "The whole county has 22 polling stations for the vote.", "The whole county has 10 polling stations for the vote."),
    ],
)
def test_two_counts_of_one_area_are_one_slot(language: str, one: str, other: str) -> None:
    assert len(values(language, one, other)) == 1
