"""One value changed in an otherwise equal sentence is a conflict that quotes both values; another way of saying the same is none."""

from collections.abc import Sequence

import pytest

from compare.claims.group import claim_groups
from compare.model import Article, ArticleId, ClaimGroup, Published
from compare.reading.read import read
from compare.settings import ClaimSettings, ReadingSettings

SUNDAY = Published("2024-05-12", "day", "metadata")


def groups(language: str, *texts: str, published: Sequence[Published | None] = ()) -> tuple[ClaimGroup, ...]:
    """The claims of a story in which each article has one text."""
    days = list(published) or [SUNDAY] * len(texts)
    articles = [
        Article(ArticleId(name), f"Outlet {name}", text, f"{name}.txt", "0" * 64, published=day, language=language)
        for name, text, day in zip("abcdef", texts, days, strict=False)
    ]
    return claim_groups([read(article, ReadingSettings()) for article in articles], ClaimSettings()).groups


def conflicts(language: str, one: str, other: str, published: Sequence[Published | None] = ()) -> set[tuple[str, str]]:
    """The values of both sides, as they stand in the two sentences, of every conflict."""
    found = groups(language, one, other, published=published)
    assert found, "the two sentences are no claim"
    sides = set()
    for group in found:
        for relation in group.relations:
            if relation.kind == "conflicts" and relation.source == "a":
                sides |= {(e.says, e.other.says) for e in relation.evidence if e.other and e.value != e.other.value}
    return sides


ALTERED = [
    (
        "en",
        "One passenger of the Grey Heron died in hospital on Sunday night.",
        "Two passengers of the Grey Heron died in hospital on Sunday night.",
        ("One", "Two"),
    ),
    (
        "en",
        "A passenger of the Grey Heron died in hospital on Sunday night.",
        "3 passengers of the Grey Heron died in hospital on Sunday night.",
        ("A", "3"),
    ),
    (
        "vi",
        "Một hành khách trên phà Hạc Xám đã chết trong bệnh viện vào đêm Chủ nhật.",
        "Hai hành khách trên phà Hạc Xám đã chết trong bệnh viện vào đêm Chủ nhật.",
        ("Một", "Hai"),
    ),
    (
        "vi",
        "Vụ sạt lở ở xã Hòa Lộc khiến 1 người chết và nhiều ngôi nhà bị vùi lấp.",
        "Vụ sạt lở ở xã Hòa Lộc khiến 2 người chết và nhiều ngôi nhà bị vùi lấp.",
        ("1", "2"),
    ),
    (
        "en",
        "Nobody was killed when the Grey Heron struck the pier on Sunday.",
        "Two people were killed when the Grey Heron struck the pier on Sunday.",
        ("Nobody", "Two"),
    ),
    (
        "en",
        "No passengers were hurt when the ferry struck the north pier of the harbour.",
        "Four passengers were hurt when the ferry struck the north pier of the harbour.",
        ("No", "Four"),
    ),
    (
        "vi",
        "Không ai thiệt mạng khi phà Hạc Xám đâm vào trụ cầu cảng hôm Chủ nhật.",
        "Hai người thiệt mạng khi phà Hạc Xám đâm vào trụ cầu cảng hôm Chủ nhật.",
        ("Không ai", "Hai"),
    ),
    (
        "en",
        "Shares of Bay Crossings rose 6 percent on Thursday after the crash.",
        "Shares of Bay Crossings fell 6 percent on Thursday after the crash.",
        ("rose", "fell"),
    ),
    (
        "vi",
        "Cổ phiếu của công ty Vịnh Xanh tăng 6% trong phiên giao dịch hôm thứ Năm.",
        "Cổ phiếu của công ty Vịnh Xanh giảm 6% trong phiên giao dịch hôm thứ Năm.",
        ("tăng", "giảm"),
    ),
    (
        "en",
        "Port Ellery United beat Hoa Loc 2-1 in the final at the Harbour Ground.",
        "Port Ellery United beat Hoa Loc 3-1 in the final at the Harbour Ground.",
        ("2-1", "3-1"),
    ),
    (
        "vi",
        "Đội Cảng Xanh thắng đội Hòa Lộc với tỷ số 2-1 trong trận chung kết trên sân Bến Cảng.",
        "Đội Cảng Xanh thắng đội Hòa Lộc với tỷ số 3-1 trong trận chung kết trên sân Bến Cảng.",
        ("2-1", "3-1"),
    ),
    (
        "en",
        "The Grey Heron was towed to the dry dock yesterday, the operator said.",
        "The Grey Heron was towed to the dry dock today, the operator said.",
        ("yesterday", "today"),
    ),
    (
        "vi",
        "Phà Hạc Xám được kéo về ụ khô của nhà máy đóng tàu vào hôm qua.",
        "Phà Hạc Xám được kéo về ụ khô của nhà máy đóng tàu vào hôm nay.",
        ("hôm qua", "hôm nay"),
    ),
    (
        "en",
        "The Grey Heron was towed to the dry dock on Friday, the operator said.",
        "The Grey Heron was towed to the dry dock on Saturday, the operator said.",
        ("Friday", "Saturday"),
    ),
    (
        "en",
        "The Grey Heron was towed to the dry dock on May 4, the operator said.",
        "The Grey Heron was towed to the dry dock on May 7, the operator said.",
        ("May 4", "May 7"),
    ),
    (
        "vi",
        "Phà Hạc Xám được kéo về ụ khô của nhà máy vào ngày 4/5, đơn vị vận hành cho biết.",
        "Phà Hạc Xám được kéo về ụ khô của nhà máy vào ngày 7/5, đơn vị vận hành cho biết.",
        ("ngày 4/5", "ngày 7/5"),
    ),
    (
        "en",
        "The accident happened on Highway 14 near the town of Hoa Loc at dawn.",
        "The accident happened on Highway 41 near the town of Hoa Loc at dawn.",
        ("14", "41"),
    ),
    (
        "vi",
        "Tai nạn xảy ra trên quốc lộ 14 đoạn qua thị trấn Hòa Lộc lúc rạng sáng.",
        "Tai nạn xảy ra trên quốc lộ 41 đoạn qua thị trấn Hòa Lộc lúc rạng sáng.",
        ("14", "41"),
    ),
    (
        "vi",
        "Chính phủ vừa ban hành Nghị định 68 về quản lý hoạt động đường thủy nội địa trên sông.",
        "Chính phủ vừa ban hành Nghị định 86 về quản lý hoạt động đường thủy nội địa trên sông.",
        ("68", "86"),
    ),
    (
        "vi",
        "Mức phạt này được quy định tại Nghị định 68/2024/NĐ-CP về giao thông đường thủy nội địa.",
        "Mức phạt này được quy định tại Nghị định 86/2024/NĐ-CP về giao thông đường thủy nội địa.",
        ("68/2024/NĐ-CP", "86/2024/NĐ-CP"),
    ),
    (
        "en",
        "Flight VN123 from Port Ellery landed safely after the pilot reported smoke in the cabin.",
        "Flight VN132 from Port Ellery landed safely after the pilot reported smoke in the cabin.",
        ("VN123", "VN132"),
    ),
    (
        "vi",
        "Chuyến bay VN123 từ Hòa Lộc đã hạ cánh an toàn sau khi phi công báo có khói.",
        "Chuyến bay VN132 từ Hòa Lộc đã hạ cánh an toàn sau khi phi công báo có khói.",
        ("VN123", "VN132"),
    ),
    (
        "vi",
        "Xe tải mang biển số 51F-123.45 lao xuống vực ở đoạn đèo gần xã Hòa Lộc.",
        "Xe tải mang biển số 51F-123.54 lao xuống vực ở đoạn đèo gần xã Hòa Lộc.",
        ("51F-123.45", "51F-123.54"),
    ),
    (
        "en",
        "The truck with the plate KX12 ABC went off the road on the pass above Hoa Loc.",
        "The truck with the plate KX21 ABC went off the road on the pass above Hoa Loc.",
        ("KX12", "KX21"),
    ),
    (
        "en",
        "The ferry drifted for 12 miles before a tug reached it off Port Ellery.",
        "The ferry drifted for 12 km before a tug reached it off Port Ellery.",
        ("12 miles", "12 km"),
    ),
    (
        "vi",
        "Chiếc phà trôi dạt 12 hải lý trước khi tàu kéo tiếp cận ngoài khơi cảng Hòa Lộc.",
        "Chiếc phà trôi dạt 12 km trước khi tàu kéo tiếp cận ngoài khơi cảng Hòa Lộc.",
        ("12 hải lý", "12 km"),
    ),
    (
        "en",
        "The captain admitted that the crew had switched off the radar before the crash.",
        "The captain denied that the crew had switched off the radar before the crash.",
        ("admitted", "denied"),
    ),
    (
        "vi",
        "Thuyền trưởng thừa nhận thủy thủ đoàn đã tắt ra đa trước khi va chạm xảy ra.",
        "Thuyền trưởng phủ nhận thủy thủ đoàn đã tắt ra đa trước khi va chạm xảy ra.",
        ("thừa nhận", "phủ nhận"),
    ),
    (
        "en",
        "The fire broke out on the north side of the old market of Port Ellery.",
        "The fire broke out on the south side of the old market of Port Ellery.",
        ("north", "south"),
    ),
    (
        "vi",
        "Đám cháy bùng lên ở phía bắc khu chợ cũ của thị trấn Hòa Lộc vào rạng sáng.",
        "Đám cháy bùng lên ở phía nam khu chợ cũ của thị trấn Hòa Lộc vào rạng sáng.",
        ("bắc", "nam"),
    ),
    (
        "en",
        "It was the second collision of the ferry with the pier within a single year.",
        "It was the third collision of the ferry with the pier within a single year.",
        ("second", "third"),
    ),
    (
        "vi",
        "Đội Cảng Xanh kết thúc mùa giải ở vị trí thứ nhất của bảng xếp hạng giải vùng.",
        "Đội Cảng Xanh kết thúc mùa giải ở vị trí thứ ba của bảng xếp hạng giải vùng.",
        ("nhất", "ba"),
    ),
    (
        "en",
        "The operator did not inspect the ferry before it left the harbour of Port Ellery.",
        "The operator inspected the ferry before it left the harbour of Port Ellery.",
        ("not", "inspected"),
    ),
    (
        "vi",
        "Đơn vị vận hành không hề kiểm tra chiếc phà trước khi nó rời bến cảng Hòa Lộc.",
        "Đơn vị vận hành đã kiểm tra chiếc phà trước khi nó rời bến cảng Hòa Lộc.",
        ("không", "đã"),
    ),
    (
        "en",
        "The man who was driving the truck was taken to the hospital of Port Ellery.",
        "The woman who was driving the truck was taken to the hospital of Port Ellery.",
        ("man", "woman"),
    ),
    (
        "vi",
        "Xe khách lao xuống vực trên đèo gần xã Hòa Lộc khiến nhiều hành khách bị thương nặng.",
        "Xe tải lao xuống vực trên đèo gần xã Hòa Lộc khiến nhiều hành khách bị thương nặng.",
        ("khách", "tải"),
    ),
    (
        "en",
        "The council approved the plan for a new pier at a meeting on Friday.",
        "The council rejected the plan for a new pier at a meeting on Friday.",
        ("approved", "rejected"),
    ),
    (
        "en",
        "The repair of the pier will cost 3 million dollars, the harbour board said.",
        "The repair of the pier will cost 3 million euros, the harbour board said.",
        ("3 million dollars", "3 million euros"),
    ),
    (
        "en",
        "The pupils who were on the ferry are between 6 and 13 years old, police said.",
        "The pupils who were on the ferry are between 5 and 12 years old, police said.",
        ("6 and 13 years old", "5 and 12 years old"),
    ),
]


@pytest.mark.parametrize(("language", "one", "other", "sides"), ALTERED)
def test_one_changed_value_is_a_conflict_that_quotes_both_values(language: str, one: str, other: str, sides: tuple[str, str]) -> None:
    assert sides in conflicts(language, one, other)


SAID_OTHERWISE = [
    (
        "en",
        "The ferry drifted for 12 km before a tug reached it off Port Ellery.",
        "The ferry drifted for 7.5 miles before a tug reached it off Port Ellery.",
    ),
    (
        "en",
        "The ferry drifted for 100 km before a tug reached it off Port Ellery.",
        "The ferry drifted for 60 miles before a tug reached it off Port Ellery.",
    ),
    (
        "en",
        "The satellite passed 1.5 million km from the moon of the planet on Sunday.",
        "The satellite passed 932,000 miles from the moon of the planet on Sunday.",
    ),
    (
        "vi",
        "Chiếc phà trôi dạt 12 km trước khi tàu kéo tiếp cận ngoài khơi cảng Hòa Lộc.",
        "Chiếc phà trôi dạt 6,5 hải lý trước khi tàu kéo tiếp cận ngoài khơi cảng Hòa Lộc.",
    ),
    (
        "en",
        "Two passengers of the Grey Heron died in hospital on Sunday night.",
        "2 passengers of the Grey Heron died in hospital on Sunday night.",
    ),
    (
        "vi",
        "Hai hành khách trên phà Hạc Xám đã chết trong bệnh viện vào đêm Chủ nhật.",
        "2 hành khách trên phà Hạc Xám đã chết trong bệnh viện vào đêm Chủ nhật.",
    ),
    (
        "en",
        "At least 40 passengers were on the ferry when it struck the north pier.",
        "About 43 passengers were on the ferry when it struck the north pier.",
    ),
    (
        "vi",
        "Hơn 40 hành khách có mặt trên phà khi nó đâm vào trụ cầu phía bắc bến cảng.",
        "43 hành khách có mặt trên phà khi nó đâm vào trụ cầu phía bắc bến cảng.",
    ),
    (
        "en",
        "Shares of Bay Crossings rose 6 percent on Thursday after the crash.",
        "Shares of Bay Crossings climbed 6 percent on Thursday after the crash.",
    ),
    (
        "vi",
        "Cổ phiếu của công ty Vịnh Xanh tăng 6% trong phiên giao dịch hôm thứ Năm.",
        "Cổ phiếu của công ty Vịnh Xanh tăng thêm 6% trong phiên giao dịch hôm thứ Năm.",
    ),
    (
        "en",
        "The captain admitted that the crew had switched off the radar before the crash.",
        "The captain confirmed that the crew had switched off the radar before the crash.",
    ),
    (
        "en",
        "The Grey Heron was towed to the dry dock on Sunday, the operator said.",
        "The Grey Heron was towed to the dry dock on May 12, the operator said.",
    ),
    (
        "vi",
        "Phà Hạc Xám được kéo về ụ khô của nhà máy đóng tàu vào hôm qua.",
        "Phà Hạc Xám được kéo về ụ khô của nhà máy đóng tàu vào ngày 11/5.",
    ),
    (
        "en",
        "The truck hit the bus of the school on the pass above the town.",
        "The bus of the school was hit by the truck on the pass above the town.",
    ),
    (
        "vi",
        "Xe tải tông xe khách của trường trên đoạn đèo gần xã Hòa Lộc lúc rạng sáng.",
        "Xe khách của trường bị xe tải tông trên đoạn đèo gần xã Hòa Lộc lúc rạng sáng.",
    ),
    (
        "en",
        "The plane, a Boeing C32, landed safely after the pilot reported smoke in the cabin.",
        "The plane, a Boeing C-32, landed safely after the pilot reported smoke in the cabin.",
    ),
    (
        "vi",
        "Ở mùa giải 2015-2016, đội Cảng Xanh bị loại ngay từ vòng bảng của giải vùng.",
        "Ở mùa giải 2015/16, đội Cảng Xanh bị loại ngay từ vòng bảng của giải vùng.",
    ),
    (
        "en",
        "Police said on Friday that the driver of the truck had been drinking before the crash.",
        "Police said on Saturday that the driver of the truck had been drinking before the crash.",
    ),
    (
        "vi",
        "Ngày 4/5, công an cho biết tài xế xe tải đã uống rượu trước khi gây tai nạn.",
        "Ngày 5/5, công an cho biết tài xế xe tải đã uống rượu trước khi gây tai nạn.",
    ),
    (
        "en",
        "The operator not only inspected the ferry but also trained the crew of it.",
        "The operator only inspected the ferry but also trained the crew of it.",
    ),
    (
        "en",
        "In 2015, police held 30 people for smuggling timber out of the forest.",
        "In 2016, police held 45 people for smuggling timber out of the forest.",
    ),
]


@pytest.mark.parametrize(("language", "one", "other"), SAID_OTHERWISE)
def test_the_same_said_in_another_way_is_no_conflict(language: str, one: str, other: str) -> None:
    assert conflicts(language, one, other) == set()


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "The Grey Heron was towed to the dry dock yesterday.", "The Grey Heron was towed to the dry dock today."),
        ("vi", "Phà Hạc Xám được kéo về ụ khô của nhà máy hôm qua.", "Phà Hạc Xám được kéo về ụ khô của nhà máy hôm nay."),
    ],
)
def test_yesterday_in_the_paper_of_the_next_day_is_today(language: str, one: str, other: str) -> None:
    next_day = Published("2024-05-13", "day", "metadata")
    assert conflicts(language, one, other, published=[next_day, SUNDAY]) == set()


@pytest.mark.parametrize(("one", "other"), [("yesterday", "today"), ("today", "yesterday")])
def test_yesterday_and_today_in_papers_of_two_days_may_be_a_reprint(one: str, other: str) -> None:
    sentence = "The Grey Heron was towed to the dry dock of the yard {}, the operator said."
    later = Published("2024-05-15", "day", "metadata")
    assert conflicts("en", sentence.format(one), sentence.format(other), published=[later, SUNDAY]) == set()


@pytest.mark.parametrize(
    ("language", "none", "some"),
    [
        (
            "en",
            "Nobody was killed when the Grey Heron struck the pier on Sunday.",
            "Two people were killed when the Grey Heron struck the pier on Sunday.",
        ),
        (
            "vi",
            "Không ai thiệt mạng khi phà Hạc Xám đâm vào trụ cầu cảng hôm Chủ nhật.",
            "Hai người thiệt mạng khi phà Hạc Xám đâm vào trụ cầu cảng hôm Chủ nhật.",
        ),
    ],
)
def test_a_toll_that_was_none_in_the_morning_has_grown_by_the_evening(language: str, none: str, some: str) -> None:
    morning, evening = (Published(f"2024-05-12T{hour}:00", "minute", "metadata") for hour in ("09", "18"))
    (group,) = groups(language, none, some, published=[morning, evening])
    assert [relation.kind for relation in group.relations] == ["agrees", "adds_detail"]
