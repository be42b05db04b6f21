"""A ZIP archive -> its members as sources, each read as it is unpacked, and what may not or cannot be read."""

import stat
import zipfile
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import BinaryIO, cast

import regex

from compare.model import Skipped
from compare.sources.packed.bounded import UnpackBudget, UnpackError, Unpacking, limit_unpacking, read_packed
from compare.sources.packed.members import LINK, NO_FILE, OUTSIDE, TOO_MANY, is_hidden, leads_outside, place_of
from compare.sources.source import Source

# A member of this name says that the archive is a document of a word processor, a spreadsheet or an e-book.
_DOCUMENTS = ("[Content_Types].xml", "mimetype", "META-INF/container.xml")
DOCUMENT = "is a document with its own format, which is not read; save its text as .txt"
_OVERLAPPING = "has files that overlap one another, as what is made to fill a disk does; pack them anew"
_ENCRYPTED = 0x1
# Of a web archive in a ZIP (WACZ 1.1.1), what describes the records in ``archive/``: nothing of it is anybody's article.
_WACZ = "datapackage.json"
_WACZ_RECORDS = regex.compile(r"archive/.*\.warc(?:\.gz)?")
_WACZ_OWN = regex.compile(r"datapackage(?:-digest)?\.json|fuzzy\.json|(?:pages|indexes|logs)/.*|archive/.*\.(?:cdxj?|idx)(?:\.gz)?")


def unzip(file: BinaryIO, source: Source, budget: UnpackBudget) -> Iterator[Source | Skipped]:
    """Members in the order of the archive's directory, without folders and hidden files; ``UnpackError`` if that directory is broken."""
    with read_packed(lambda: zipfile.ZipFile(file)) as archive:
        members = [member for member in archive.infolist() if not member.filename.endswith("/") and not is_hidden(member.filename)]
        if _is_wacz(archive.namelist()):
            members = [member for member in members if not _WACZ_OWN.fullmatch(member.filename)]
        if any(member.filename in _DOCUMENTS for member in archive.infolist()):
            yield Skipped(source.origin, DOCUMENT)
            return
        if _overlap(archive.infolist()):
            yield Skipped(source.origin, _OVERLAPPING)
            return
        for member in members[: budget.settings.most_files]:
            yield _member(archive, member, source.origin, budget)
        if len(members) > budget.settings.most_files:
            yield Skipped(source.origin, TOO_MANY.format(most=budget.settings.most_files))


def _is_wacz(names: Sequence[str]) -> bool:
    return _WACZ in names and any(map(_WACZ_RECORDS.fullmatch, names))


def _overlap(members: Sequence[zipfile.ZipInfo]) -> bool:
    """Whether the bytes of one member are those of another too, so that little may be read many times over."""
    placed = sorted((member.header_offset, member.header_offset + member.compress_size) for member in members)
    return any(end > begin or first == begin for (first, end), (begin, _) in pairwise(placed))


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, origin: str, budget: UnpackBudget) -> Source | Skipped:
    place = place_of(origin, member.filename)
    reason = _refused(member) or _why_bomb(member, budget)
    return Skipped(place, reason) if reason else Source(place, place.rsplit("/", 1)[-1], partial(_opened, archive, member, budget))


def _refused(member: zipfile.ZipInfo) -> str | None:
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind == stat.S_IFLNK:
        return LINK
    if kind not in (0, stat.S_IFREG):
        return NO_FILE
    if leads_outside(member.filename):
        return OUTSIDE
    if member.flag_bits & _ENCRYPTED:
        return "is encrypted; unpack it with its password"
    return None


def _why_bomb(member: zipfile.ZipInfo, budget: UnpackBudget) -> str | None:
    """Why a member need not be unpacked; no more is ever unpacked of one than it says of itself."""
    try:
        budget.require_ratio(member.file_size, member.compress_size)
    except UnpackError as error:
        return str(error)
    return None


def _opened(archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: UnpackBudget) -> BinaryIO:
    try:
        inside = archive.open(member)
    except (NotImplementedError, RuntimeError, OSError, EOFError, UnicodeError, zipfile.BadZipFile) as error:
        raise UnpackError(f"cannot be unpacked ({error}); pack it anew as ordinary ZIP") from error
    return limit_unpacking(cast("Unpacking", inside), budget, lambda: member.compress_size)
