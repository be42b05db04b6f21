"""A tar archive -> its members as sources, one after the other, and what may not or cannot be read."""

import shutil
import tarfile
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, Self, cast

from compare.model import Skipped
from compare.sources.packed.bounded import UnpackBudget, UnpackError, damage_of, read_packed
from compare.sources.packed.members import LINK, NO_FILE, OUTSIDE, TOO_MANY, is_hidden, leads_outside, place_of
from compare.sources.source import Source

_IN_MEMORY = 16_000_000  # bytes of a member; a longer one goes to a temporary file, since tar can only be read forwards
_ENDS = (tarfile.EOFHeaderError, tarfile.EmptyHeaderError)  # type: ignore[attr-defined] # as tarfile calls them to itself


class _Header(tarfile.TarInfo):
    """``tarfile`` takes a broken header behind the first one for the end of the archive, without a word."""

    @classmethod
    def fromtarfile(cls, archive: tarfile.TarFile) -> Self:
        try:
            return super().fromtarfile(archive)
        except tarfile.HeaderError as error:
            if not isinstance(error, _ENDS):
                raise UnpackError(f"is damaged, and what is behind the damage was not read ({error}); get it anew") from error
            raise


def untar(file: BinaryIO, source: Source, budget: UnpackBudget) -> Iterator[Source | Skipped]:
    """Members as they come, without folders and hidden files; ``UnpackError`` from where the archive is damaged."""
    try:
        yield from _members(file, source, budget)
    except UnpackError as error:  # where a packed archive ends too early, why it does says more
        raise damage_of(file) or error from error


def _members(file: BinaryIO, source: Source, budget: UnpackBudget) -> Iterator[Source | Skipped]:
    seen = 0
    with read_packed(lambda: tarfile.open(fileobj=file, mode="r|", tarinfo=_Header)) as archive:
        while member := read_packed(archive.next):
            archive.members = []  # type: ignore[attr-defined] # tarfile keeps every header it saw: a million members are a gigabyte
            if member.isdir() or is_hidden(member.name):
                continue
            seen += 1
            if seen > budget.settings.most_files:
                yield Skipped(source.origin, TOO_MANY.format(most=budget.settings.most_files))
                return
            yield from _member(archive, member, source.origin)


def _member(archive: tarfile.TarFile, member: tarfile.TarInfo, origin: str) -> Iterator[Source | Skipped]:
    place = place_of(origin, member.name)
    reason = _refused(member)
    inside = archive.extractfile(member) if reason is None else None
    if inside is None:
        yield Skipped(place, reason or NO_FILE)
        return
    with SpooledTemporaryFile(_IN_MEMORY) as held:
        read_packed(lambda: shutil.copyfileobj(inside, held))

        def opened() -> BinaryIO:
            held.seek(0)
            return cast("BinaryIO", held)

        yield Source(place, place.rsplit("/", 1)[-1], opened)


def _refused(member: tarfile.TarInfo) -> str | None:
    if member.issym() or member.islnk():
        return LINK
    if not member.isreg() or member.issparse():  # a sparse file unpacks to zeros that nobody sent
        return NO_FILE
    return OUTSIDE if leads_outside(member.name) else None
