"""One value changed in an otherwise equal sentence is a conflict that quotes both values; another way of saying the same is none."""

from collections.abc import Sequence

import pytest

from compare.claims.claim_groups import claim_groups
from compare.model import Article, ArticleId, ClaimGroup, Published
from compare.reading.read_article import read_article
from compare.settings import ClaimSettings, ReadingSettings

SUNDAY = Published("2024-05-12", "day", "metadata")


def groups(language: str, *texts: str, published: Sequence[Published | None] = ()) -> tuple[ClaimGroup, ...]:
    """The claims of a story in which each article has one text."""
    days = list(published) or [SUNDAY] * len(texts)
    articles = [
        Article(ArticleId(name), f"Outlet {name}", text, f"{name}.txt", "0" * 64, published=day, language=language)
        for name, text, day in zip("abcdef", texts, days, strict=False)
    ]
    return claim_groups([read_article(article, ReadingSettings()) for article in articles], ClaimSettings()).groups


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
    ("en", "{} of the Grey Heron died in hospital on Sunday night.", "One passenger", "Two passengers", ("One", "Two")),
    ("en", "{} of the Grey Heron died in hospital on Sunday night.", "A passenger", "3 passengers", ("A", "3")),
    ("vi", "{} hành khách trên phà Hạc Xám đã chết trong bệnh viện vào đêm Chủ nhật.", "Một", "Hai", ("Một", "Hai")),
    ("vi", "Vụ sạt lở ở xã Hòa Lộc khiến {} người chết và nhiều ngôi nhà bị vùi lấp.", "1", "2", ("1", "2")),
    ("en", "{} killed when the Grey Heron struck the pier on Sunday.", "Nobody was", "Two people were", ("Nobody", "Two")),
    ("en", "{} passengers were hurt when the ferry struck the north pier of the harbour.", "No", "Four", ("No", "Four")),
    ("vi", "{} thiệt mạng khi phà Hạc Xám đâm vào trụ cầu cảng hôm Chủ nhật.", "Không ai", "Hai người", ("Không ai", "Hai")),
    ("en", "{} killed in the crash.", "Nobody was", "Two people were", ("Nobody", "Two")),
    ("vi", "{} chết trong vụ va chạm.", "Không ai", "Hai người", ("Không ai", "Hai")),
    ("en", "The pier of Port Ellery is {}.", "open", "closed", ("open", "closed")),
    ("vi", "Cổ phiếu Vịnh Xanh {} 6%.", "tăng", "giảm", ("tăng", "giảm")),
    ("en", "Shares of Bay Crossings {} 6 percent on Thursday after the crash.", "rose", "fell", ("rose", "fell")),
    ("vi", "Cổ phiếu của công ty Vịnh Xanh {} 6% trong phiên giao dịch hôm thứ Năm.", "tăng", "giảm", ("tăng", "giảm")),
    ("en", "Port Ellery United beat Hoa Loc {} in the final at the Harbour Ground.", "2-1", "3-1", ("2-1", "3-1")),
    ("vi", "Đội Cảng Xanh thắng đội Hòa Lộc với tỷ số {} trong trận chung kết trên sân Bến Cảng.", "2-1", "3-1", ("2-1", "3-1")),
    ("en", "The Grey Heron was towed to the dry dock {} the operator said.", "yesterday,", "today,", ("yesterday", "today")),
    ("vi", "Phà Hạc Xám được kéo về ụ khô của nhà máy đóng tàu vào hôm {}", "qua.", "nay.", ("hôm qua", "hôm nay")),
    ("en", "The Grey Heron was towed to the dry dock on {} the operator said.", "Friday,", "Saturday,", ("Friday", "Saturday")),
    ("en", "The Grey Heron was towed to the dry dock on May {} the operator said.", "4,", "7,", ("May 4", "May 7")),
    ("vi", "Phà Hạc Xám được kéo về ụ khô của nhà máy vào ngày {} đơn vị vận hành cho biết.", "4/5,", "7/5,", ("ngày 4/5", "ngày 7/5")),
    ("en", "The accident happened on Highway {} near the town of Hoa Loc at dawn.", "14", "41", ("14", "41")),
    ("vi", "Tai nạn xảy ra trên quốc lộ {} đoạn qua thị trấn Hòa Lộc lúc rạng sáng.", "14", "41", ("14", "41")),
    ("vi", "Chính phủ vừa ban hành Nghị định {} về quản lý hoạt động đường thủy nội địa trên sông.", "68", "86", ("68", "86")),
    (
        "vi",
        "Mức phạt này được quy định tại Nghị định {} về giao thông đường thủy nội địa.",
        "68/2024/NĐ-CP",
        "86/2024/NĐ-CP",
        ("68/2024/NĐ-CP", "86/2024/NĐ-CP"),
    ),
    ("en", "Flight {} from Port Ellery landed safely after the pilot reported smoke in the cabin.", "VN123", "VN132", ("VN123", "VN132")),
    ("vi", "Chuyến bay {} từ Hòa Lộc đã hạ cánh an toàn sau khi phi công báo có khói.", "VN123", "VN132", ("VN123", "VN132")),
    ("vi", "Xe tải mang biển số {} lao xuống vực ở đoạn đèo gần xã Hòa Lộc.", "51F-123.45", "51F-123.54", ("51F-123.45", "51F-123.54")),
    ("en", "The truck with the plate {} ABC went off the road on the pass above Hoa Loc.", "KX12", "KX21", ("KX12", "KX21")),
    ("en", "The ferry drifted for 12 {} before a tug reached it off Port Ellery.", "miles", "km", ("12 miles", "12 km")),
    ("vi", "Chiếc phà trôi dạt 12 {} trước khi tàu kéo tiếp cận ngoài khơi cảng Hòa Lộc.", "hải lý", "km", ("12 hải lý", "12 km")),
    ("en", "The captain {} that the crew had switched off the radar before the crash.", "admitted", "denied", ("admitted", "denied")),
    ("vi", "Thuyền trưởng {} nhận thủy thủ đoàn đã tắt ra đa trước khi va chạm xảy ra.", "thừa", "phủ", ("thừa nhận", "phủ nhận")),
    ("en", "The fire broke out on the {} side of the old market of Port Ellery.", "north", "south", ("north", "south")),
    ("vi", "Đám cháy bùng lên ở phía {} khu chợ cũ của thị trấn Hòa Lộc vào rạng sáng.", "bắc", "nam", ("bắc", "nam")),
    ("en", "It was the {} collision of the ferry with the pier within a single year.", "second", "third", ("second", "third")),
    ("vi", "Đội Cảng Xanh kết thúc mùa giải ở vị trí thứ {} của bảng xếp hạng giải vùng.", "nhất", "ba", ("nhất", "ba")),
    ("en", "The operator {} the ferry before it left the harbour of Port Ellery.", "did not inspect", "inspected", ("not", "inspected")),
    ("vi", "Đơn vị vận hành {} kiểm tra chiếc phà trước khi nó rời bến cảng Hòa Lộc.", "không hề", "đã", ("không", "đã")),
    ("en", "The {} who was driving the truck was taken to the hospital of Port Ellery.", "man", "woman", ("man", "woman")),
    ("vi", "Xe {} lao xuống vực trên đèo gần xã Hòa Lộc khiến nhiều hành khách bị thương nặng.", "khách", "tải", ("khách", "tải")),
    ("en", "The council {} the plan for a new pier at a meeting on Friday.", "approved", "rejected", ("approved", "rejected")),
    (
        "en",
        "The repair of the pier will cost 3 million {} the harbour board said.",
        "dollars,",
        "euros,",
        ("3 million dollars", "3 million euros"),
    ),
    (
        "en",
        "The pupils who were on the ferry are between {} years old, police said.",
        "6 and 13",
        "5 and 12",
        ("6 and 13 years old", "5 and 12 years old"),
    ),
]


@pytest.mark.parametrize(("language", "sentence", "one", "other", "sides"), ALTERED)
def test_one_changed_value_is_a_conflict_that_quotes_both_values(
    language: str, sentence: str, one: str, other: str, sides: tuple[str, str]
) -> None:
    assert sides in conflicts(language, sentence.format(one), sentence.format(other))


SAID_OTHERWISE = [
    ("en", "Headlines in the papers of Port Ellery and Hoa Loc on {}", "January 30", "April 21"),
    ("en", "{} Cole said that the pier is safe.", "Peter", "Anna"),
    ("vi", "Ông {} nói trụ cầu an toàn.", "Lâm", "Tuấn"),
    ("en", "The ferry drifted for {} before a tug reached it off Port Ellery.", "12 km", "7.5 miles"),
    ("en", "The ferry drifted for {} before a tug reached it off Port Ellery.", "100 km", "60 miles"),
    ("en", "The satellite passed {} from the moon of the planet on Sunday.", "1.5 million km", "932,000 miles"),
    ("vi", "Chiếc phà trôi dạt {} trước khi tàu kéo tiếp cận ngoài khơi cảng Hòa Lộc.", "12 km", "6,5 hải lý"),
    ("en", "{} passengers of the Grey Heron died in hospital on Sunday night.", "Two", "2"),
    ("vi", "{} hành khách trên phà Hạc Xám đã chết trong bệnh viện vào đêm Chủ nhật.", "Hai", "2"),
    ("en", "{} passengers were on the ferry when it struck the north pier.", "At least 40", "About 43"),
    ("vi", "{} hành khách có mặt trên phà khi nó đâm vào trụ cầu phía bắc bến cảng.", "Hơn 40", "43"),
    ("en", "Shares of Bay Crossings {} 6 percent on Thursday after the crash.", "rose", "climbed"),
    ("vi", "Cổ phiếu của công ty Vịnh Xanh tăng {} 6% trong phiên giao dịch hôm thứ Năm.", "", "thêm"),
    ("en", "The captain {} that the crew had switched off the radar before the crash.", "admitted", "confirmed"),
    ("en", "The Grey Heron was towed to the dry dock on {} the operator said.", "Sunday,", "May 12,"),
    ("vi", "Phà Hạc Xám được kéo về ụ khô của nhà máy đóng tàu vào {}", "hôm qua.", "ngày 11/5."),
    ("en", "The {} on the pass above the town.", "truck hit the bus of the school", "bus of the school was hit by the truck"),
    ("vi", "Xe {} trên đoạn đèo gần xã Hòa Lộc lúc rạng sáng.", "tải tông xe khách của trường", "khách của trường bị xe tải tông"),
    ("en", "The plane, a Boeing {} landed safely after the pilot reported smoke in the cabin.", "C32,", "C-32,"),
    ("vi", "Ở mùa giải {} đội Cảng Xanh bị loại ngay từ vòng bảng của giải vùng.", "2015-2016,", "2015/16,"),
    ("en", "Police said on {} that the driver of the truck had been drinking before the crash.", "Friday", "Saturday"),
    ("vi", "Ngày {} công an cho biết tài xế xe tải đã uống rượu trước khi gây tai nạn.", "4/5,", "5/5,"),
    ("en", "The operator {} only inspected the ferry but also trained the crew of it.", "not", ""),
    ("en", "In {} people for smuggling timber out of the forest.", "2015, police held 30", "2016, police held 45"),
]


@pytest.mark.parametrize(("language", "sentence", "one", "other"), SAID_OTHERWISE)
def test_the_same_said_in_another_way_is_no_conflict(language: str, sentence: str, one: str, other: str) -> None:
    assert conflicts(language, sentence.format(one), sentence.format(other)) == set()


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
