"""Archives in which one part is made to fill a disk, or is too large -> the parts behind it are read, and the work has an end."""

import gzip
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from compare.model import Skipped
from compare.settings import InputSettings
from compare.sources.packed import unpack_limits
from compare.sources.read_inputs import Intake, read_inputs

SAYS = "The noon ferry left Port Ellery two hours late on Monday because of fog."
SAYS_VI = "Chuyến phà trưa rời bến Cồn Lau muộn hai giờ hôm thứ hai vì sương mù."
GOOD = {"x.txt": SAYS.encode(), "y.txt": SAYS_VI.encode()}
BOMB = bytes(60_000_000)
RECORD = b'{"id": "a", "outlet": "River Post", "text": "The ferry left two hours late."}\n'


def zipped(members: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return made.getvalue()


def understated(archive: bytes, size: int) -> bytes:
    """The same, saying that its members are smaller than they are."""
    true_size, said_size = size.to_bytes(4, "little"), (5_000_000).to_bytes(4, "little")
    return archive.replace(true_size, said_size)


def read(folder: Path, data: bytes, settings: InputSettings | None = None) -> Intake:
    (folder / "a.zip").write_bytes(data)
    return read_inputs([str(folder / "a.zip")], settings or InputSettings())


def places(skipped: tuple[Skipped, ...]) -> list[str]:
    return [item.place.removeprefix("a.zip/") for item in skipped]


@pytest.mark.parametrize(
    "bombs",
    [
        {"a.txt": BOMB},
        {"a.txt": BOMB, "b.txt": BOMB, "c.txt": BOMB},
        {"a.gz": gzip.compress(BOMB)},
        {"a.zip": zipped({"in.txt": BOMB})},
        {"a.html": b"<p>" + b" " * 60_000_000},
        {"a.csv.gz": gzip.compress(b"id,outlet,text\n" + b" " * 60_000_000)},
    ],
    ids=["text", "three", "gzip", "zip", "page", "table"],
)
def test_good_members_behind_a_bomb_are_read(bombs: Mapping[str, bytes], tmp_path: Path) -> None:
    intake = read(tmp_path, zipped({**bombs, **GOOD}))
    assert sorted(article.text for article in intake.articles) == sorted([SAYS, SAYS_VI])
    assert {place.split("/")[0].split(":")[0] for place in places(intake.skipped)} == set(bombs)


def test_a_bomb_behind_an_article_in_one_member_costs_the_next_member_nothing(tmp_path: Path) -> None:
    intake = read(tmp_path, zipped({"a.jsonl.gz": gzip.compress(RECORD + b" " * 60_000_000), **GOOD}))
    assert (len(intake.articles), places(intake.skipped)) == (3, ["a.jsonl.gz"])


def test_a_bomb_that_says_it_is_small_costs_itself(tmp_path: Path) -> None:
    intake = read(tmp_path, understated(zipped({"a.txt": BOMB, **GOOD}), len(BOMB)))
    assert (len(intake.articles), places(intake.skipped)) == (2, ["a.txt"])


def test_a_member_that_is_too_large_leaves_room_for_the_others(tmp_path: Path) -> None:
    settings = InputSettings(largest_file_bytes=200_000, largest_unpacked_bytes=400_000)
    intake = read(tmp_path, zipped({"a.txt": SAYS.encode() * 4_500, "b.txt": SAYS.encode() * 4_500, **GOOD}), settings)
    assert (len(intake.articles), places(intake.skipped)) == (2, ["a.txt", "b.txt"])
    assert all("has more than 200000 bytes" in item.reason for item in intake.skipped)


def test_members_that_are_read_share_one_limit(tmp_path: Path) -> None:
    settings = InputSettings(largest_unpacked_bytes=8_000)
    members = {f"{at}.txt": f"{SAYS} {at} ".encode() * 60 for at in range(3)}
    intake = read(tmp_path, zipped(members), settings)
    assert [article.origin for article in intake.articles] == ["a.zip/0.txt"]
    assert all("unpacks to more than 8000 bytes" in item.reason for item in intake.skipped)


def test_what_is_unpacked_in_vain_has_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpack_limits, "_ALLOWED_IN_VAIN", 15_000_000)
    bomb = gzip.compress(BOMB)
    intake = read(tmp_path, zipped({**{f"{at}.gz": bomb for at in range(9)}, **GOOD}), InputSettings(largest_ratio=2))
    assert intake.articles == ()
    assert sum("in vain" in item.reason for item in intake.skipped) >= 8
