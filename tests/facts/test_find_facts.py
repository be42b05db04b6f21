"""What is disputed is said once, with everyone who gives a value; who gives none is not named, and what is no dispute is none."""

import pytest
from story import facts, shown

from compare.model import Published

FERRY_EN = "The passenger ferry Grey Heron struck the north pier of Port Ellery on Sunday evening in thick fog."
FERRY_VI = "Phà Hạc Xám đâm vào trụ cầu phía bắc của bến cảng Hòa Lộc vào tối Chủ nhật trong sương mù dày đặc."


def at(moment: str) -> Published:
    return Published(moment, "minute", "metadata")


@pytest.mark.parametrize(
    ("language", "texts", "expected"),
    [
        (
            "en",
            (
                f"{FERRY_EN} Fourteen passengers were injured, police said.",
                f"{FERRY_EN} The crash injured 17 people and the quay is closed.",
                f"{FERRY_EN} Hospital staff said that 14 people were injured when the ship hit the pier.",
                f"{FERRY_EN} The harbour office will not comment.",
            ),
            ("injured", "person", "disputed", (("17", "b"), ("Fourteen", "ac"))),
        ),
        (
            "vi",
            (
                f"{FERRY_VI} Vụ việc khiến 14 người bị thương.",
                f"{FERRY_VI} Công an cho biết 17 hành khách bị thương và bến cảng đã đóng cửa.",
                f"{FERRY_VI} Đại diện bệnh viện nói có 14 người bị thương khi phà đâm vào trụ cầu.",
                f"{FERRY_VI} Ban quản lý bến cảng chưa lên tiếng.",
            ),
            ("injured", "person", "disputed", (("14", "ac"), ("17", "b"))),
        ),
        (
            "vi",
            (
                "Lốc xoáy ở huyện Hòa Lộc làm 24 nhà ở, 6 nhà bếp bị sập hoàn toàn.",
                "Mưa giông khiến 194 ngôi nhà bị thiệt hại, trong đó 24 nhà bị sập.",
                "Theo báo cáo ban đầu, 19 nhà dân bị sập hoàn toàn tại huyện Hòa Lộc.",
            ),
            ("collapsed", "house", "disputed", (("19", "c"), ("24", "ab"))),
        ),
        (
            "vi",
            ("Cúp Hòa Lộc có tới 115 xạ thủ đăng ký tham dự.", "Anh Lê Đạt xếp hạng 4 trong tổng số 112 xạ thủ tham dự Cúp Hòa Lộc."),
            ("taking part", "person", "disputed", (("112", "b"), ("115", "a"))),
        ),
        (
            "en",
            ("The Port Ellery cup drew 115 shooters who took part.", "Mr Lee was fourth of the 112 shooters who took part in Port Ellery."),
            ("taking part", "person", "disputed", (("112", "b"), ("115", "a"))),
        ),
        (
            "en",
            (
                "The pupils who died were between 5 and 12 years old, the school of Port Ellery said.",
                "The dead are between 6 and 13 years old, according to the police of Port Ellery.",
            ),
            ("age range", "victims", "disputed", (("5 and 12 years old", "a"), ("6 and 13 years old", "b"))),
        ),
        (
            "vi",
            (
                "Các nạn nhân trong độ tuổi từ 5-12, đều là học sinh của trường Hòa Lộc.",
                "Các nạn nhân ở độ tuổi từ 6 đến 13 tuổi, theo hiệu trưởng trường Hòa Lộc.",
            ),
            ("age range", "victims", "disputed", (("5-12", "a"), ("6 đến 13 tuổi", "b"))),
        ),
        (
            "vi",
            (
                "Cầu Hạc Xám gồm 5 nhịp, dài 84,5 m, sập vào rạng sáng 5/8.",
                "Cầu Hạc Xám được thiết kế gồm 5 nhịp, với chiều dài 88,6 m.",
            ),
            ("length", "", "disputed", (("84,5 m", "a"), ("88,6 m", "b"))),
        ),
        (
            "en",
            (
                f"{FERRY_EN} A witness, Margaret Oldenshaw, saw the ship turn.",
                f"{FERRY_EN} Margaret Oldershaw was standing on the quay.",
            ),
            ("spelling", "Margaret Oldenshaw", "disputed", (("Margaret Oldenshaw", "a"), ("Margaret Oldershaw", "b"))),
        ),
        (
            "vi",
            (
                "Khoảng 17h ngày 7/8, xe tải đang đổ dốc cầu Hạc Xám thì lật ngang xuống làn xe máy.",
                "Khoảng 17g30 ngày 7/8, xe tải đang đổ dốc cầu Hạc Xám bất ngờ lật ngang xuống làn xe máy.",
            ),
            ("hour", "", "disputed", (("17g30", "b"), ("17h", "a"))),
        ),
    ],
)
def test_a_dispute_is_one_fact_with_everyone_who_gives_a_value(language: str, texts: tuple[str, ...], expected: object) -> None:
    assert expected in shown(facts(language, *texts))


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        # another event
        ("en", (f"{FERRY_EN} Two people were killed.", f"{FERRY_EN} Last year 40 people were killed in a crash there.")),
        ("vi", (f"{FERRY_VI} Hai người thiệt mạng.", f"{FERRY_VI} Năm ngoái 40 người thiệt mạng trong một vụ tương tự.")),
        ("en", (f"{FERRY_EN} Two people were killed.", f"{FERRY_EN} In 2012 a storm there killed 40 people.")),
        # it did not happen to them
        ("vi", (f"{FERRY_VI} Sáu người bị thương.", f"{FERRY_VI} Rất may 3 đứa trẻ đã không bị thương.")),
        ("vi", (f"{FERRY_VI} Hai người chết đuối.", f"{FERRY_VI} Thủy thủ cứu 5 người khỏi chết đuối.")),
        # a bound, a rounding, a range that holds the figure
        ("en", (f"{FERRY_EN} At least 40 people were injured.", f"{FERRY_EN} 43 people were injured.")),
        ("vi", (f"{FERRY_VI} Khoảng 650 người sơ tán.", f"{FERRY_VI} 646 người đã được sơ tán.")),
        ("en", (f"{FERRY_EN} Three to five people were injured.", f"{FERRY_EN} Four people were injured.")),
        # the sounds of one name
        ("en", (f"{FERRY_EN} Captain Akhtar Mansoor was saved.", f"{FERRY_EN} Akhtar Mansour steered the ship.")),
        # so many by four in the afternoon
        ("en", (f"{FERRY_EN} 17 people were injured.", f"{FERRY_EN} By 4 p.m., five injured people had been taken to hospital.")),
        ("vi", (f"{FERRY_VI} 17 người bị thương.", f"{FERRY_VI} Đến 16h ngày 12/5, 5 người bị thương đã được đưa đi cấp cứu.")),
        # half a day apart, and the half is told
        (
            "vi",
            (
                "Khoảng 1h sáng 12/5 Lò A Páo gọi Lò A Dế, Lò A Giàng, Lò A Lếnh dậy ở bản.",
                "Lò A Páo đồng ý nên khoảng 13h cùng ngày Lò A Dế, Lò A Giàng, Lò A Lếnh quay lại bản.",
            ),
        ),
        (
            "en",
            (
                "At 1 a.m. the guards of the Ellery depot heard a truck and called the police, who found nobody.",
                "At 1 p.m. a truck left the Ellery depot with crates that guards and police had sealed, called safe and insured.",
            ),
        ),
        # a thing called by a measure
        ("vi", ("Anh Lê Đạt thi nội dung 10m súng ngắn hơi nam ở Hòa Lộc.", "Anh Lê Đạt thi nội dung 50m súng ngắn bắn chậm ở Hòa Lộc.")),
    ],
)
def test_what_only_looks_like_a_dispute_is_none(language: str, texts: tuple[str, ...]) -> None:
    assert [fact for fact in facts(language, *texts) if fact.state == "disputed"] == []


def test_a_value_that_several_give_is_agreed_and_counts_voices_not_articles() -> None:
    copy = f"{FERRY_EN} Fourteen passengers were injured, the harbour police of Port Ellery said in a short statement."
    own = "Hospital staff counted 14 injured people after the ferry Grey Heron had hit the pier of Port Ellery on Sunday."
    (fact,) = [f for f in facts("en", copy, copy, own) if f.slot == "injured"]
    assert (fact.state, [value.voices for value in fact.values]) == ("agreed", [2])


def test_a_value_that_only_copies_of_one_text_give_is_of_a_single_voice() -> None:
    copy = f"{FERRY_EN} Fourteen passengers were injured, the harbour police of Port Ellery said in a short statement."
    (fact,) = [f for f in facts("en", copy, copy) if f.slot == "injured"]
    assert fact.state == "single"


@pytest.mark.parametrize(
    ("language", "ferry", "died"), [("en", FERRY_EN, "{} people died in the crash."), ("vi", FERRY_VI, "{} người thiệt mạng.")]
)
def test_a_toll_that_rose_is_updated_and_its_ladder_says_when(language: str, ferry: str, died: str) -> None:
    texts = [f"{ferry} {died.format(n)}" for n in (3, 3, 5, 9)]
    days = [at("2024-05-12T20:00"), at("2024-05-12T21:00"), at("2024-05-13T08:00"), at("2024-05-13T19:00")]
    (fact,) = [f for f in facts(language, *texts, published=days) if f.slot == "dead"]
    assert fact.state == "updated"
    assert [(rung.at, rung.value, rung.articles) for rung in fact.ladder] == [
        ("2024-05-12T20:00", "3", ("a", "b")),
        ("2024-05-13T08:00", "5", ("c",)),
        ("2024-05-13T19:00", "9", ("d",)),
    ]


def test_who_prints_an_old_toll_after_a_newer_one_is_out_is_stale() -> None:
    texts = [f"{FERRY_EN} {n} people died in the crash." for n in (3, 5, 3)]
    days = [at("2024-05-12T20:00"), at("2024-05-13T08:00"), at("2024-05-13T19:00")]
    (fact,) = [f for f in facts("en", *texts, published=days) if f.slot == "dead"]
    assert fact.state == "updated"
    assert [(rung.articles, rung.stale) for rung in fact.ladder] == [(("a", "c"), ("c",)), (("b",), ())]


def test_who_prints_an_old_toll_within_two_hours_of_a_newer_one_disputes_it() -> None:
    texts = [f"{FERRY_EN} {n} people died in the crash." for n in (3, 5, 3)]
    days = [at("2024-05-12T20:00"), at("2024-05-13T08:00"), at("2024-05-13T08:30")]
    (fact,) = [f for f in facts("en", *texts, published=days) if f.slot == "dead"]
    assert (fact.state, {rung.stale for rung in fact.ladder}) == ("disputed", {()})


def test_a_toll_that_is_lower_later_is_a_dispute_and_nobody_stale() -> None:
    texts = [f"{FERRY_EN} {n} people died in the crash." for n in (5, 3)]
    days = [at("2024-05-12T20:00"), at("2024-05-13T08:00")]
    (fact,) = [f for f in facts("en", *texts, published=days) if f.slot == "dead"]
    assert (fact.state, {rung.stale for rung in fact.ladder}) == ("disputed", {()})


def test_two_tolls_within_two_hours_are_a_dispute() -> None:
    texts = [f"{FERRY_EN} {n} people died in the crash." for n in (3, 5)]
    days = [at("2024-05-12T20:00"), at("2024-05-12T21:00")]
    (fact,) = [f for f in facts("en", *texts, published=days) if f.slot == "dead"]
    assert fact.state == "disputed"


@pytest.mark.parametrize(
    ("undated", "state", "times"),
    [
        ("a", "disputed", [None, "2024-05-13T08:00"]),  # when 3 was first printed is unknown
        ("b", "disputed", ["2024-05-12T20:00", None]),  # 5 may have been out before
        ("c", "updated", ["2024-05-12T20:00", "2024-05-13T08:00"]),  # whenever c printed 3, a did so before 5
    ],
)
def test_what_an_undated_article_leaves_unknown_is_not_guessed(undated: str, state: str, times: list[str | None]) -> None:
    days = {"a": at("2024-05-12T20:00"), "b": at("2024-05-13T08:00"), "c": at("2024-05-12T22:00")}
    names = "abc" if undated == "c" else "ab"
    texts = [f"{FERRY_EN} {n} people died in the crash." for n in (3, 5, 3)][: len(names)]
    published = [None if name == undated else days[name] for name in names]
    (fact,) = [f for f in facts("en", *texts, published=published) if f.slot == "dead"]
    assert fact.state == state
    assert sorted((rung.at for rung in fact.ladder), key=str) == sorted(times, key=str)
    assert not any(rung.stale for rung in fact.ladder)


def test_without_dates_nothing_is_called_an_update() -> None:
    (fact,) = [
        f
        for f in facts("en", f"{FERRY_EN} 3 people died in the crash.", f"{FERRY_EN} 5 people died in the crash.", published=[None, None])
        if f.slot == "dead"
    ]
    assert (fact.state, fact.ladder) == ("disputed", ())


def test_an_article_that_gives_two_figures_stands_for_the_one_that_others_give() -> None:
    found = facts(
        "vi",
        "Lốc xoáy khiến 24 nhà bị sập ở huyện Hòa Lộc. Riêng xã Tân Lâm, 7 nhà bị sập.",
        "Mưa giông làm 24 ngôi nhà bị sập ở huyện Hòa Lộc.",
        "Theo báo cáo, 19 nhà dân bị sập ở huyện Hòa Lộc.",
    )
    assert ("collapsed", "house", "disputed", (("19", "c"), ("24", "ab"))) in shown(found)


def test_every_value_stands_at_its_place_in_its_sentence() -> None:
    texts = (f"{FERRY_EN} Fourteen passengers were injured.", f"{FERRY_EN} The crash injured 17 people.")
    said = [one for fact in facts("en", *texts) for value in fact.values for one in value.said]
    assert said != []
    for one in said:
        text = dict(zip("ab", texts, strict=True))[one.article]
        assert (one.span.of(text), one.sentence.start <= one.span.start, one.span.end <= one.sentence.end) == (one.says, True, True)


def test_facts_are_the_same_in_whatever_order_articles_come() -> None:
    texts = [f"{FERRY_EN} Fourteen passengers were injured.", f"{FERRY_EN} 17 people were injured.", f"{FERRY_EN} 14 people were injured."]
    assert [f.id for f in facts("en", *texts)] == [f.id for f in facts("en", *texts)]
    assert {f.slot for f in facts("en", *texts)} == {f.slot for f in facts("en", *texts[::-1])}


def test_lives_are_told_before_houses_and_disputes_before_what_is_agreed() -> None:
    found = facts(
        "en",
        f"{FERRY_EN} 3 people died in the storm. 20 houses collapsed on the shore. Seven people were injured, the police said.",
        f"{FERRY_EN} The storm killed 5 people. On the coast 26 houses collapsed. Doctors treated 7 injured people at the hospital.",
    )
    assert [(f.slot, f.state) for f in found][:3] == [("dead", "disputed"), ("collapsed", "disputed"), ("injured", "agreed")]
