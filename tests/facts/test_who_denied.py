"""Who denied a thing, who received it, and whether it is to end: disputed only where the rest of what is told is one."""

import pytest
from story import facts, shown


def of_slot(slot: str, language: str, *texts: str) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    return [(state, values) for name, _, state, values in shown(facts(language, *texts)) if name == slot]


def disputed(language: str, *texts: str) -> list[str]:
    return [slot for slot, _, state, _ in shown(facts(language, *texts)) if state == "disputed"]


@pytest.mark.parametrize(
    ("language", "one", "other", "values"),
    [
        (
            "en",
            "Grey Heron and Harbour Trust deny the charge that oil was dumped in the bay.",
            "Meanwhile, Grey Heron and Ellery Shipping have denied charges that oil was dumped in the bay.",
            (("Grey Heron and Ellery Shipping", "b"), ("Grey Heron and Harbour Trust", "a")),
        ),
        (
            "vi",
            "Công ty Hạc Xám và ngân hàng Đông Hải đều phủ nhận cáo buộc xả dầu xuống vịnh Hòa Lộc.",
            "Trong khi đó, Công ty Hạc Xám và hãng Thủy Tiên đã bác bỏ cáo buộc xả dầu xuống vịnh Hòa Lộc.",
            (("Công ty Hạc Xám và hãng Thủy Tiên", "b"), ("Công ty Hạc Xám và ngân hàng Đông Hải", "a")),
        ),
    ],
)
def test_two_who_deny_with_another_second_one_are_disputed_once(
    language: str, one: str, other: str, values: tuple[tuple[str, str], ...]
) -> None:
    assert of_slot("denier", language, one, other) == [("disputed", values)]
    assert disputed(language, one, other) == ["denier"]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        # The same two, the other way round.
        ("en", "Grey Heron and Harbour Trust denied that oil was dumped.", "Harbour Trust and Grey Heron denied that oil was dumped."),
        ("vi", "Hạc Xám và Đông Hải đều phủ nhận việc xả dầu xuống vịnh.", "Đông Hải và Hạc Xám đều phủ nhận việc xả dầu xuống vịnh."),
        # One who denies alone may deny beside others.
        ("en", "Grey Heron and Harbour Trust denied that oil was dumped.", "Grey Heron denied that oil was dumped."),
        ("vi", "Hạc Xám và Đông Hải đều phủ nhận việc xả dầu xuống vịnh.", "Hạc Xám phủ nhận việc xả dầu xuống vịnh."),
        # Other denials.
        (
            "en",
            "Grey Heron and Harbour Trust denied that oil was dumped.",
            "Grey Heron and Ellery Shipping denied having paid bribes to inspectors.",
        ),
        ("vi", "Hạc Xám và Đông Hải đều phủ nhận việc xả dầu xuống vịnh.", "Hạc Xám và Thủy Tiên đều phủ nhận đã hối lộ thanh tra tỉnh."),
        # Another accusation by the same.
        (
            "en",
            "Norland and Grey Heron denied charges by Sudmark of attacks on tankers in the strait.",
            "Norland and Harbour Trust denied charges by Sudmark that missiles were tested.",
        ),
        (
            "vi",
            "Iran và Nga bác bỏ cáo buộc của Mỹ về vụ tấn công tàu chở dầu.",
            "Iran và Trung Quốc bác bỏ cáo buộc của Mỹ về chương trình tên lửa.",
        ),
        # One government by two names.
        (
            "vi",
            "Iran và Nga bác bỏ cáo buộc của Mỹ về vụ tấn công tàu chở dầu.",
            "Tehran và Moscow bác bỏ cáo buộc của Mỹ về vụ tấn công tàu chở dầu.",
        ),
        # A shorter name of the second one.
        ("en", "Grey Heron and Harbour Trust denied that oil was dumped.", "Grey Heron and the Trust denied that oil was dumped."),
        ("vi", "Hạc Xám và ngân hàng Đông Hải đều phủ nhận việc xả dầu.", "Hạc Xám và Đông Hải đều phủ nhận việc xả dầu."),
        # No two share a party: both pairs can be right.
        ("en", "Grey Heron and Harbour Trust denied that oil was dumped.", "Ellery Shipping and Owen Tarrant denied that oil was dumped."),
        ("vi", "Hạc Xám và Đông Hải đều phủ nhận việc xả dầu xuống vịnh.", "Thủy Tiên và Bạch Mã đều phủ nhận việc xả dầu xuống vịnh."),
    ],
)
def test_denials_that_can_both_be_right_are_no_dispute(language: str, one: str, other: str) -> None:
    assert [state for state, _ in of_slot("denier", language, one, other) if state == "disputed"] == []


@pytest.mark.parametrize(
    ("language", "one", "other", "values"),
    [
        (
            "en",
            "The port ignored letters about the cracked crane, a welder said.",
            "The port master denied that letters about the cracked crane had been ignored.",
            (("denied", "b"), ("ignored letters about the cracked crane", "a")),
        ),
        (
            "vi",
            "Ban quản lý cảng đã phớt lờ nhiều cảnh báo về chiếc cần cẩu nứt, một thợ hàn nói.",
            "Giám đốc cảng phủ nhận việc cảnh báo về chiếc cần cẩu nứt bị phớt lờ.",
            (("phớt lờ nhiều cảnh báo về chiếc cần cẩu nứt", "a"), ("phủ nhận", "b")),
        ),
    ],
)
def test_what_one_tells_as_so_and_another_reports_as_denied_is_disputed(
    language: str, one: str, other: str, values: tuple[tuple[str, str], ...]
) -> None:
    assert of_slot("denial", language, one, other) == [("disputed", values)]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "en",
            (
                "The port ignored letters about the cracked crane, a welder said. "
                "The port master denied that letters about the cracked crane had been ignored."
            ),
            "The port master denied that letters about the cracked crane had been ignored.",
        ),
        (
            "vi",
            (
                "Ban quản lý cảng đã phớt lờ cảnh báo về chiếc cần cẩu nứt, một thợ hàn nói. "
                "Giám đốc cảng phủ nhận việc cảnh báo về chiếc cần cẩu nứt bị phớt lờ."
            ),
            "Giám đốc cảng phủ nhận việc cảnh báo về chiếc cần cẩu nứt bị phớt lờ.",
        ),
    ],
)
def test_an_article_that_reports_both_sides_disputes_neither(language: str, one: str, other: str) -> None:
    assert of_slot("denial", language, one, other) == []


@pytest.mark.parametrize(
    ("language", "denial", "told"),
    [
        (
            "en",
            "The port master denied that letters about the cracked crane had been ignored.",
            "The port ignored letters about the cracked crane.",
        ),
        ("vi", "Giám đốc cảng phủ nhận việc cảnh báo về chiếc cần cẩu nứt bị phớt lờ.", "Cảng đã phớt lờ cảnh báo về chiếc cần cẩu nứt."),
    ],
)
def test_what_several_deny_and_several_tell_is_one_dispute(language: str, denial: str, told: str) -> None:
    found = of_slot("denial", language, denial, told, denial.replace(".", "!"), told.replace(".", "!"))
    assert [[articles for _, articles in values] for _, values in found] in ([["ac", "bd"]], [["bd", "ac"]])


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        # Of other things.
        (
            "en",
            "The airline denied that the pilot had been drinking before the flight to Ellery.",
            "The pilot had been drinking water before the meal, a colleague said.",
        ),
        # Not told as so.
        (
            "en",
            "The airline denied that the pilot had been drinking before the flight to Ellery.",
            "Police are checking whether the pilot had been drinking before the flight to Ellery.",
        ),
        (
            "vi",
            "Công an phủ nhận việc bắt giữ ca sĩ Lê Quang Hải tại sân bay.",
            "Ca sĩ Lê Quang Hải bị bắt giữ tại sân bay là tin giả.",
        ),
        (
            "vi",
            "Ngân hàng phủ nhận việc phá sản lan truyền trên mạng xã hội.",
            "Tin đồn ngân hàng phá sản lan truyền trên mạng xã hội từ hôm qua.",
        ),
        # Denied in a headline's short word.
        ("vi", "Hiệp hội bác bỏ cáo buộc nước mắm Hòa Lộc có chất cấm.", "Bác thông tin nước mắm Hòa Lộc chứa chất cấm."),
        ("en", "The union denied that the fish of Ellery harbour was poisoned.", "Union refutes: fish of Ellery harbour was poisoned."),
        # In the same words, which stand far apart.
        (
            "vi",
            "Hoàng gia Ba Lan phủ nhận thông tin về ý định thoái vị của nhà vua.",
            (
                "Nhà vua đã gửi tới người dân Ba Lan một thông điệp dài về công việc của mình, giữa lúc có nhiều ý kiến về thông tin "
                "liên quan tới ý định thoái vị."
            ),
        ),
        # Of another year.
        (
            "en",
            "The port master denied that letters about the cracked crane had been ignored.",
            "Last year the port ignored letters about the cracked crane.",
        ),
    ],
)
def test_what_is_not_told_as_so_contradicts_no_denial(language: str, one: str, other: str) -> None:
    assert of_slot("denial", language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other", "values"),
    [
        (
            "en",
            "Karin Vogt said that Norland had supplied rockets to Grey Heron.",
            "Karin Vogt said on Sunday that Norland was supplying rockets and shells to Sudmark.",
            (("Grey Heron", "a"), ("Sudmark", "b")),
        ),
        (
            "vi",
            "Bà Karin Vogt nói Ba Lan đã cung cấp tên lửa cho tập đoàn Hạc Xám.",
            "Bà Karin Vogt nói hôm Chủ nhật rằng Ba Lan đang cung cấp tên lửa và đạn pháo cho Hungary.",
            (("Hungary", "b"), ("Hạc Xám", "a")),
        ),
    ],
)
def test_a_gift_that_one_source_tells_of_has_one_receiver(language: str, one: str, other: str, values: tuple[tuple[str, str], ...]) -> None:
    assert of_slot("receiver", language, one, other) == [("disputed", values)]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        # Another source.
        (
            "en",
            "Karin Vogt said that Norland supplied rockets to Grey Heron.",
            "Owen Tarrant said that Norland supplied rockets to Sudmark.",
        ),
        ("vi", "Bà Karin Vogt nói Ba Lan cung cấp tên lửa cho Hạc Xám.", "Ông Owen Tarrant nói Ba Lan cung cấp tên lửa cho Hungary."),
        # Another gift.
        ("en", "Karin Vogt said that Norland supplied rockets to Grey Heron.", "Karin Vogt said that Norland supplied tents to Sudmark."),
        ("vi", "Bà Karin Vogt nói Ba Lan cung cấp tên lửa cho Hạc Xám.", "Bà Karin Vogt nói Ba Lan cung cấp lều bạt cho Hungary."),
        # Another giver.
        ("en", "Karin Vogt said that Norland supplied rockets to Grey Heron.", "Karin Vogt said that Ostmark supplied rockets to Sudmark."),
        ("vi", "Bà Karin Vogt nói Ba Lan cung cấp tên lửa cho Hạc Xám.", "Bà Karin Vogt nói Bulgaria cung cấp tên lửa cho Hungary."),
        # An article that names both: both received it.
        (
            "en",
            "Karin Vogt said that Norland supplied rockets to Grey Heron. Karin Vogt said that Norland supplied rockets to Sudmark.",
            "Karin Vogt said that Norland supplied rockets to Sudmark.",
        ),
        (
            "vi",
            "Bà Karin Vogt nói Ba Lan cung cấp tên lửa cho Hạc Xám. Bà Karin Vogt nói Ba Lan cung cấp tên lửa cho Hungary.",
            "Bà Karin Vogt nói Ba Lan cung cấp tên lửa cho Hungary.",
        ),
        # Of others among the people of a place.
        ("en", "Karin Vogt said that Norland gave money to Ellery.", "Karin Vogt said that Norland gave money to families in Sudmark."),
        ("vi", "Bà Karin Vogt nói Ba Lan bán gạo cho Hungary.", "Bà Karin Vogt nói Ba Lan bán gạo cho các nước như Iran."),
        # What was not given.
        (
            "en",
            "Karin Vogt said that Norland supplied rockets to Grey Heron.",
            "Karin Vogt said that Norland did not supply rockets to Sudmark.",
        ),
        ("vi", "Bà Karin Vogt nói Ba Lan cung cấp tên lửa cho Hạc Xám.", "Bà Karin Vogt nói Ba Lan không cung cấp tên lửa cho Hungary."),
    ],
)
def test_two_gifts_can_have_two_receivers(language: str, one: str, other: str) -> None:
    assert [state for state, _ in of_slot("receiver", language, one, other) if state == "disputed"] == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "en",
            "Karin Vogt told Owen Tarrant that Norland must help to prevent Ostmark from giving up its nuclear weapons.",
            "Karin Vogt and Owen Tarrant agreed that Norland works for the denuclearisation of Ostmark.",
        ),
        (
            "vi",
            "Bà Karin Vogt bàn với ông Owen Tarrant về vai trò của Ba Lan trong việc ngăn cản Iran từ bỏ vũ khí hạt nhân.",
            "Bà Karin Vogt và ông Owen Tarrant khẳng định Ba Lan ủng hộ nỗ lực buộc Iran từ bỏ vũ khí hạt nhân.",
        ),
    ],
)
def test_an_aim_that_a_relay_turned_round_is_disputed(language: str, one: str, other: str) -> None:
    assert [state for state, _ in of_slot("aim", language, one, other)] == ["disputed"]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        # Both want it to end.
        (
            "en",
            "Karin Vogt told Owen Tarrant that Norland wants Ostmark to give up its nuclear weapons.",
            "Karin Vogt and Owen Tarrant agreed that Norland works for the denuclearisation of Ostmark.",
        ),
        (
            "vi",
            "Bà Karin Vogt nói với ông Owen Tarrant rằng Ba Lan muốn Iran từ bỏ vũ khí hạt nhân.",
            "Bà Karin Vogt và ông Owen Tarrant khẳng định Ba Lan ủng hộ nỗ lực buộc Iran từ bỏ vũ khí hạt nhân.",
        ),
        # Other parties.
        (
            "en",
            "Karin Vogt told Owen Tarrant that Norland must help to prevent Ostmark from giving up its nuclear weapons.",
            "Ruth Ansell said that Sudmark should abandon its nuclear weapons.",
        ),
        (
            "vi",
            "Bà Karin Vogt bàn với ông Owen Tarrant về vai trò của Ba Lan trong việc ngăn cản Iran từ bỏ vũ khí hạt nhân.",
            "Bà Ruth Ansell nói Hungary nên từ bỏ vũ khí hạt nhân.",
        ),
    ],
)
def test_aims_that_agree_or_are_of_others_are_no_dispute(language: str, one: str, other: str) -> None:
    assert of_slot("aim", language, one, other) == []
