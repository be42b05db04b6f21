"""The shipped examples, read file by file: what each says of itself, and what was planted between its sentences."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from compare.model import Claim, MarkKind, Published, Reading
from compare.reading.read_article import read_article
from compare.settings import InputSettings, ReadingSettings
from compare.sources.read_inputs import read_inputs

_EXAMPLES = Path(__file__).parents[2] / "examples"


class _File(NamedTuple):
    """What examples/README.md promises of one file; ``planted`` are the lines that are no body text, in order."""

    outlet: str | None  # None where the name on the page and the source it credits differ
    title: str
    published: Published | None
    planted: tuple[tuple[MarkKind, str], ...]


_FILES = {
    "vi/bao-mau-mot.txt": _File(
        "Báo Mẫu Một",
        "Cháy lớn tại kho gỗ ở Khu công nghiệp Hòa Lộc, 17 người bị thương",
        Published("2026-03-12T20:41", "minute", "text"),
        (
            ("dateline", "12-03-2026 20:41"),
            ("caption", "Khói đen bao trùm kho thành phẩm của Công ty Gỗ Minh Thành chiều 12/3. Ảnh: Hữu Phước/Thông tấn Mẫu"),
            ("credit", "Báo Mẫu Một"),
            ("boilerplate", "Video:"),
        ),
    ),
    "vi/mau-hai-online.txt": _File(
        "Mẫu Hai Online",
        "Hỏa hoạn ở Tân Lộc: xưởng gỗ cháy hơn bốn giờ, 14 người bị thương",
        Published("2026-03-13T06:15", "minute", "text"),
        (
            ("boilerplate", "0:00 / 0:00"),
            ("boilerplate", "0:00"),
            ("dateline", "13/03/2026 06:15"),
            ("caption", "Lính cứu hỏa phun nước làm mát dãy kho phía đông. Ảnh: Quang Duy/Thông tấn Mẫu"),
            ("credit", "Theo Mẫu Hai Online"),
            ("boilerplate", "Đọc thêm"),
            ("boilerplate", "Ba lỗi thường gặp khi chứa dung môi trong xưởng"),
            ("boilerplate", "Giá gỗ tròn nhập khẩu giảm tháng thứ hai liên tiếp"),
        ),
    ),
    "vi/tin-mau-ba.txt": _File(
        "Tin Mẫu Ba",
        "Lửa thiêu kho hàng Công ty Gỗ Minh Thành, hàng trăm công nhân chạy thoát",
        None,
        (
            ("boilerplate", "1"),
            ("boilerplate", "801"),
            ("caption", "Công nhân ca chiều tập trung ở bãi xe sau khi được sơ tán. Ảnh: NVCC"),
            ("credit", "Minh An (Theo Tin Mẫu Ba)"),
            ("boilerplate", "Lửa thiêu kho hàng Công ty Gỗ Minh Thành, hàng trăm công nhân chạy thoát"),
            ("boilerplate", "2 BÌNH LUẬN"),
        ),
    ),
    "vi/kho-go-hoa-loc.txt": _File(
        "kho-go-hoa-loc",
        "Đang cháy dữ dội tại kho gỗ Khu công nghiệp Hòa Lộc",
        Published("2026-03-12T16:40", "minute", "text"),
        (
            ("dateline", "Thứ Năm, 12/03/2026, 16:40"),
            ("boilerplate", "Chia sẻ"),
            ("caption", "Lúc 16h, tại hiện trường có 9 xe chữa cháy. Ảnh: Bạn đọc cung cấp"),
            ("boilerplate", "Từ khóa: cháy kho gỗ, Hòa Lộc, Tân Lộc"),
        ),
    ),
    "vi/nhat-bao-mau-nam.txt": _File(
        None,
        "Mười ngày sau vụ cháy ở Hòa Lộc, khách châu Âu siết yêu cầu với xưởng gỗ",
        Published("2026-03-22", "day", "text"),
        (
            ("dateline", "Chủ Nhật, 22/03/2026"),
            ("credit", "Hoài Thu biên dịch (Theo Sample Gazette)"),
            ("boilerplate", "Giúp Nhật báo Mẫu Năm sửa lỗi"),
        ),
    ),
    "en/sample-courier.txt": _File(
        "Sample Courier",
        "Ferry Harbour Lark hits pier at Port Ellery, injuring 26",
        Published("2026-06-09T13:52", "minute", "text"),
        (
            ("dateline", "June 9, 2026 1:52 pm"),
            ("boilerplate", "0:00 / 0:00"),
            ("caption", "Rescue crews help passengers off the damaged bow of the Harbour Lark on Tuesday. Photo: T. Marsh/Sample Wire"),
            ("credit", "Sample Courier"),
            ("boilerplate", "Read more"),
            ("boilerplate", "Five questions about ferry safety, answered"),
        ),
    ),
    "en/sample-gazette.txt": _File(
        "Sample Gazette",
        "‘Everyone was thrown forward’: 23 hurt as island ferry slams into pier",
        Published("2026-06-10", "day", "text"),
        (
            ("dateline", "Wednesday, June 10, 2026"),
            ("boilerplate", "Share"),
            ("boilerplate", "214"),
            ("caption", "Sound Lines passengers stand on the broken pier. (Photo by Lena Ford/Sample Gazette)"),
            ("credit", "Source: Sample Gazette"),
            ("boilerplate", "‘Everyone was thrown forward’: 23 hurt as island ferry slams into pier"),
        ),
    ),
    "en/port-ellery-ferry.txt": _File(
        "port-ellery-ferry",
        "Island ferry rams pier in Port Ellery, several people hurt",
        None,
        (
            ("boilerplate", "3 COMMENTS"),
            ("caption", "The ferry struck the pier at 8:10 a.m. as it arrived from Wick Island. Image: harbor office webcam"),
            ("boilerplate", "Sign up for our morning newsletter"),
        ),
    ),
    "en/sample-ledger.txt": _File(
        "Sample Ledger",
        "Ferries sail again from Wick Island as inquiry turns to a software update",
        Published("2026-06-15", "day", "text"),
        (
            ("credit", "Sample Ledger"),
            ("credit", "By Joan Petrie"),
            ("dateline", "Monday, June 15, 2026"),
            ("credit", "Additional reporting by Sample Wire"),
            ("boilerplate", "Related stories"),
            ("boilerplate", "Grey Heron: the ferry that nobody wanted"),
        ),
    ),
}
_EACH_FILE = pytest.mark.parametrize("name", _FILES)
_PLANTED = [(name, kind, line) for name, file in _FILES.items() for kind, line in file.planted]


@cache
def _reading(name: str) -> Reading:
    return read_article(read_inputs([str(_EXAMPLES / name)], InputSettings()).articles[0], ReadingSettings())


def _sentence(name: str, part: str) -> Claim:
    return next(claim for claim in _reading(name).claims if part in claim.quote)


def test_every_example_is_described_here() -> None:
    assert {path.relative_to(_EXAMPLES).as_posix() for path in _EXAMPLES.glob("*/*.txt")} == set(_FILES)


@_EACH_FILE
def test_an_example_is_read_in_the_language_of_its_folder(name: str) -> None:
    assert _reading(name).article.language == name[:2]


@pytest.mark.parametrize("name", [name for name, file in _FILES.items() if file.outlet])
def test_an_example_goes_by_the_outlet_it_credits_or_by_its_file(name: str) -> None:
    assert _reading(name).article.outlet == _FILES[name].outlet


@_EACH_FILE
def test_an_example_has_its_first_line_as_title(name: str) -> None:
    assert _reading(name).article.title == _FILES[name].title


@pytest.mark.parametrize("name", [name for name, file in _FILES.items() if file.published])
def test_an_example_with_a_date_line_says_when_it_appeared(name: str) -> None:
    assert _reading(name).article.published == _FILES[name].published


@pytest.mark.parametrize("name", [name for name, file in _FILES.items() if file.published is None])
def test_an_example_without_a_date_line_claims_no_day_of_its_own(name: str) -> None:
    published = _reading(name).article.published
    assert published is None or published.origin == "inferred"


@_EACH_FILE
def test_only_an_example_without_an_outlet_is_warned_of(name: str) -> None:
    nameless = name in ("vi/kho-go-hoa-loc.txt", "en/port-ellery-ferry.txt")
    stem = Path(name).name
    assert _reading(name).warnings == ((f"{stem}: names no outlet; its file name stands for it",) if nameless else ())


@pytest.mark.parametrize(
    ("name", "translator"), [("vi/nhat-bao-mau-nam.txt", "Hoài Thu"), ("vi/tin-mau-ba.txt", "Minh An"), ("en/sample-courier.txt", None)]
)
def test_an_example_names_its_translator(name: str, translator: str | None) -> None:
    assert _reading(name).article.credits.translator == translator


def test_a_translated_example_credits_the_outlet_it_was_made_from() -> None:
    assert _reading("vi/nhat-bao-mau-nam.txt").article.credits.outlet == "Sample Gazette"


@pytest.mark.parametrize(("name", "byline"), [("en/sample-ledger.txt", "Joan Petrie"), ("en/sample-courier.txt", None)])
def test_an_example_names_its_author(name: str, byline: str | None) -> None:
    assert _reading(name).article.credits.byline == byline


@pytest.mark.parametrize(("name", "kind", "line"), _PLANTED)
def test_a_planted_line_is_marked_as_what_it_is(name: str, kind: MarkKind, line: str) -> None:
    reading = _reading(name)
    assert (kind, line) in [(mark.kind, mark.span.of(reading.article.text)) for mark in reading.marks]


@pytest.mark.parametrize(("name", "line"), [(name, line) for name, _, line in _PLANTED])
def test_a_planted_line_is_no_claim(name: str, line: str) -> None:
    assert line not in [claim.quote for claim in _reading(name).claims if claim.field == "text"]


@_EACH_FILE
def test_every_sentence_of_an_examples_body_is_a_claim(name: str) -> None:
    text = _reading(name).article.text
    body = [line.strip() for line in text.splitlines() if line.strip().endswith((".", ".”", '."'))]
    captions = [line for _, line in _FILES[name].planted]
    claimed = " ".join(claim.quote for claim in _reading(name).claims if claim.field == "text")
    assert [line for line in body if line not in captions and line not in claimed] == []


@_EACH_FILE
def test_an_examples_claims_quote_its_text(name: str) -> None:
    article = _reading(name).article
    fields = {"text": article.text, "title": article.title or ""}
    assert all(claim.span.of(fields[claim.field]) == claim.quote for claim in _reading(name).claims)


@_EACH_FILE
def test_reading_an_example_changes_no_word_of_it(name: str) -> None:
    assert _reading(name).article.text == (_EXAMPLES / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "part"),
    [("vi/kho-go-hoa-loc.txt", "Lúc 16h, tại hiện trường có 9 xe"), ("en/port-ellery-ferry.txt", "The ferry struck the pier at 8:10")],
)
def test_a_sentence_that_a_caption_repeats_is_one_claim(name: str, part: str) -> None:
    assert sum(part in claim.quote for claim in _reading(name).claims) == 1


@pytest.mark.parametrize(
    ("name", "part", "speaker"),
    [
        ("vi/bao-mau-mot.txt", "cho biết chuông báo cháy không reo", "nguyen thi lanh"),
        ("vi/bao-mau-mot.txt", "Chúng tôi nghe tiếng hô", "nguyen thi lanh"),
        ("vi/bao-mau-mot.txt", "nói gió mạnh và lượng lớn dung môi", "tran quoc hai"),
        ("vi/bao-mau-mot.txt", "Có lúc chúng tôi phải lùi", "tran quoc hai"),
        ("vi/nhat-bao-mau-nam.txt", "nói công ty sẽ vay ngân hàng", "do manh tuong"),
        ("vi/nhat-bao-mau-nam.txt", "Không ai muốn nhìn thấy", "karin vogt"),
        ("vi/mau-hai-online.txt", "cho biết 3 ca bỏng nặng", "pham thu ha"),
        ("vi/mau-hai-online.txt", "Hai bệnh nhân bỏng", "pham thu ha"),
        ("vi/kho-go-hoa-loc.txt", "Lửa lan nhanh lắm", "bui van sau"),
        ("en/sample-courier.txt", "Mayor Helen Okafor said", "helen okafor"),
    ],
)
def test_a_sentence_of_an_example_names_its_speaker(name: str, part: str, speaker: str) -> None:
    assert _sentence(name, part).speaker == speaker


@pytest.mark.parametrize(
    ("name", "part", "negated"),
    [
        ("vi/tin-mau-ba.txt", "chuông báo cháy không hề reo", True),
        ("vi/tin-mau-ba.txt", "646 công nhân", False),
        ("en/port-ellery-ferry.txt", "Nobody fell overboard", True),
        ("en/port-ellery-ferry.txt", "The coast guard sent", False),
    ],
)
def test_a_denial_in_an_example_is_known(name: str, part: str, negated: bool) -> None:  # noqa: FBT001 - a column of the table
    assert _sentence(name, part).facts.negated == negated
