"""A pile of articles about many things: only those about one thing share claims, and no score rises with the pile."""

from collections.abc import Mapping, Sequence
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.claims.group import Claims, claim_groups
from compare.claims.subjects import Bag, subjects
from compare.model import Article, ArticleId, Reading
from compare.reading.read import read
from compare.settings import ClaimSettings, ReadingSettings

# Two or three tellings of each thing, a sentence a line.
PILES: Mapping[str, Mapping[str, Sequence[str]]] = {
    "en": {
        "ferry": (
            """The ferry Grey Heron struck the timber pier at Port Ellery on Saturday morning.
Eleven passengers were treated for bruises.
Harbour police are examining the engine of the ferry.
The island crossing is closed until Monday, the company said.""",
            """Eleven passengers of the Grey Heron were treated for bruises after the ferry struck the timber pier at Port Ellery.
The island crossing stays closed until Monday.
Police said they were examining the engine.""",
            """The crossing from Port Ellery to the island is closed until Monday.
On Saturday the ferry Grey Heron had struck the timber pier, and eleven passengers were treated for bruises.
The police said on Saturday that the cause was not yet known.""",
        ),
        "school": (
            """The county council voted on Tuesday to close the village school at Marrow Green.
Forty pupils will move to Hayfield after the summer.
Parents handed over a petition with 900 names before the vote.
The council said on Tuesday that costs had risen.""",
            """Forty pupils of the village school at Marrow Green will move to Hayfield after the summer.
The county council voted to close the school on Tuesday.
Parents had collected 900 names for a petition.""",
        ),
        "museum": (
            """Thieves took four silver cups from the town museum in Lannock during the night.
The alarm had been switched off for repairs.
Detectives are looking at film from two cameras.
The police said on Wednesday that the cause was not yet known.""",
            """Four silver cups were taken from the town museum in Lannock by night.
Detectives said the alarm had been off for repairs and they were looking at film from two cameras.""",
        ),
        "bakery": (
            """A fire destroyed the old bakery in Tolland Street early on Friday.
Two neighbours were taken to hospital with smoke in their lungs.
Firefighters needed three hours to put it out.
The police said on Friday that the cause was not yet known.""",
            """Firefighters needed three hours to put out a fire that destroyed the old bakery in Tolland Street on Friday.
Two neighbours were taken to hospital with smoke in their lungs.""",
        ),
        "river": (
            """The river Ode rose by two metres overnight and flooded the lower fields at Sallow.
Farmers moved 300 sheep to higher ground.
More rain is expected on Thursday.
The road to the mill is under water.""",
            """Farmers at Sallow moved 300 sheep to higher ground after the river Ode rose by two metres and flooded the lower fields.
The road to the mill is under water and more rain is expected.""",
        ),
    },
    "vi": {
        "phà": (
            """Phà Hải Âu đâm vào cầu cảng Cồn Sa sáng thứ bảy.
Mười một hành khách bị thương nhẹ.
Công an huyện đang kiểm tra máy phà.
Tuyến phà ra đảo tạm ngừng đến thứ hai, hãng tàu Sao Mai cho biết.""",
            """Mười một hành khách phà Hải Âu bị thương nhẹ sau khi phà đâm vào cầu cảng Cồn Sa.
Hãng tàu Sao Mai tạm ngừng tuyến phà ra đảo đến thứ hai.
Công an huyện cho biết đang kiểm tra máy phà.""",
            """Tuyến phà từ Cồn Sa ra đảo tạm ngừng đến thứ hai.
Sáng thứ bảy, phà Hải Âu đâm vào cầu cảng, mười một hành khách bị thương nhẹ.
Hiện cơ quan công an đang khẩn trương điều tra, làm rõ nguyên nhân vụ việc.""",
        ),
        "trường": (
            """Huyện Mai Lâm quyết định sáp nhập trường tiểu học Đồi Thông từ năm học sau.
Bốn mươi học sinh sẽ chuyển sang trường Suối Bạc.
Phụ huynh gửi đơn kiến nghị có 900 chữ ký.
Phòng giáo dục nói lớp học đã xuống cấp.""",
            """Bốn mươi học sinh trường tiểu học Đồi Thông sẽ chuyển sang trường Suối Bạc từ năm học sau theo quyết định của huyện Mai Lâm.
Phụ huynh đã gửi đơn kiến nghị với 900 chữ ký.""",
        ),
        "trộm": (
            """Kẻ gian lấy bốn chiếc cốc bạc trong bảo tàng thị xã Lan Khê lúc nửa đêm.
Chuông báo động đang tắt để sửa chữa.
Hiện cơ quan công an đang khẩn trương điều tra, làm rõ nguyên nhân vụ việc.""",
            """Bốn chiếc cốc bạc của bảo tàng thị xã Lan Khê bị lấy mất lúc nửa đêm.
Bảo vệ cho hay chuông báo động tắt để sửa chữa.""",
        ),
        "cháy": (
            """Lửa thiêu rụi tiệm bánh cũ trên phố Hàng Lụa rạng sáng thứ sáu.
Hai người hàng xóm phải nhập viện vì ngạt khói.
Lính cứu hỏa mất ba giờ mới dập tắt.
Hiện cơ quan công an đang khẩn trương điều tra, làm rõ nguyên nhân vụ việc.""",
            """Lính cứu hỏa mất ba giờ để dập tắt đám cháy thiêu rụi tiệm bánh cũ trên phố Hàng Lụa.
Hai người hàng xóm nhập viện vì ngạt khói.""",
        ),
        "lũ": (
            """Nước sông Ngàn dâng hai mét trong đêm, nhấn chìm ruộng thấp ở xã Bình Sậy.
Nông dân đưa 300 con cừu lên gò cao.
Đường vào nhà máy xay ngập sâu.
Mưa còn kéo dài tới thứ năm.""",
            """Nông dân xã Bình Sậy đưa 300 con cừu lên gò cao sau khi nước sông Ngàn dâng hai mét, nhấn chìm ruộng thấp.
Đường vào nhà máy xay vẫn ngập sâu.""",
        ),
    },
}
languages = pytest.mark.parametrize("language", ["vi", "en"])


@cache
def told(language: str, subject: str) -> tuple[Reading, ...]:
    articles = (
        Article(ArticleId(f"{subject}-{at}"), f"Outlet {subject} {at}", text, "in.txt", "0" * 64, language=language)
        for at, text in enumerate(PILES[language][subject])
    )
    return tuple(read(article, ReadingSettings()) for article in articles)


def compared(language: str, names: Sequence[str], settings: ClaimSettings | None = None) -> Claims:
    return claim_groups([reading for name in names for reading in told(language, name)], settings or ClaimSettings())


def about(article: str) -> str:
    return article.partition("-")[0]


@languages
def test_no_claim_joins_articles_about_two_things(language: str) -> None:
    claims = compared(language, list(PILES[language]))
    assert [len({about(member.article) for member in group.members}) for group in claims.groups] == [1] * len(claims.groups)
    assert len({about(member.article) for group in claims.groups for member in group.members}) == len(PILES[language])


@languages
def test_without_the_look_at_subjects_a_stock_phrase_joins_two_fires(language: str) -> None:
    claims = compared(language, list(PILES[language]), ClaimSettings(subject=0.0))
    assert any(len({about(member.article) for member in group.members}) > 1 for group in claims.groups)


@languages
def test_a_pile_of_several_things_is_told(language: str) -> None:
    pile = list(PILES[language])
    assert compared(language, pile).warnings[0].startswith("11 articles tell of 5 different things, and only sentences on one of them")


@languages
def test_one_story_gives_no_warning(language: str) -> None:
    assert compared(language, [next(iter(PILES[language]))]).warnings == ()


@languages
def test_two_articles_are_compared_whatever_they_tell(language: str) -> None:
    pile = [told(language, name)[0] for name in list(PILES[language])[:2]]
    assert claim_groups(pile, ClaimSettings()).warnings == ()


@languages
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_no_score_in_a_story_grows_when_unrelated_articles_are_added(language: str, data: st.DataObject) -> None:
    first, *others = PILES[language]
    added = data.draw(st.lists(st.sampled_from(others), unique=True, min_size=1))
    alone = compared(language, [first])
    beside = compared(language, [first, *added])
    scores = {group.id: group.score for group in alone.groups}
    assert {group.id: group.score for group in beside.groups if about(group.members[0].article) == first} == scores
    related = {near.members: near.score for near in alone.possibly_related}
    assert {near.members: near.score for near in beside.possibly_related if about(near.members[0].article) == first} == related


@languages
def test_an_article_about_something_else_is_silent_with_its_nearest_words_and_no_score(language: str) -> None:
    first, second, *_ = PILES[language]
    group = compared(language, [first, second]).groups[0]
    other = next(relation for relation in group.relations if about(relation.source) != about(group.members[0].article))
    assert (other.kind, other.evidence[0].check, other.evidence[0].score) == ("silent", "near_miss", None)


def test_articles_of_two_languages_on_one_thing_each_are_taken_for_one_story() -> None:
    ferry = [Bag(language, ("ferry", "pier", "harbour")) for language in ("vi", "vi", "en", "en")]
    assert subjects(ferry, 0.28) == [[0, 1, 2, 3]]


def test_a_language_with_two_things_parts_the_pile() -> None:
    pile = [Bag("vi", ("phà", "cảng")), Bag("en", ("ferry", "pier")), Bag("en", ("school", "vote")), Bag("en", ("ferry", "pier"))]
    assert subjects(pile, 0.28) == [[0], [1, 3], [2]]


def test_articles_without_a_word_that_counts_stand_alone() -> None:
    assert subjects([Bag("en", ()), Bag("en", ()), Bag("en", ("ferry",))], 0.28) == [[0], [1], [2]]


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=6).map(tuple), max_size=8), st.floats(0, 1))
def test_every_article_stands_in_one_subject(words: list[tuple[str, ...]], likeness: float) -> None:
    found = subjects([Bag("en", own) for own in words], likeness)
    assert sorted(at for part in found for at in part) == list(range(len(words)))
