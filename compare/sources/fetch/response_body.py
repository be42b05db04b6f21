"""The body of an answer -> its bytes without their compression, never more of them than the limit, whatever was announced."""

import zlib
from collections.abc import Iterable, Iterator

import httpx2

from compare.sources.fetch.deadline import LATER
from compare.sources.fetch.fetched_page import UnfetchableError

# One coding that every server has, taken apart here: what a library makes of a bomb differs between its versions.
CODING = "gzip"
_GZIP = zlib.MAX_WBITS | 16
_AT_ONCE = 65_536  # bytes
_DIGITS = 18  # of a size; Python reads no number of thousands of them


def _announced_size(header: str) -> int:
    """In bytes; 0 where it tells none, and of a longer number its first digits."""
    return int(header[:_DIGITS]) if header.isascii() and header.isdigit() else 0


def read_body(response: httpx2.Response, largest: int, *, cut: bool = False) -> bytes:
    """All of it; ``UnfetchableError`` if it is larger, or with ``cut`` its first bytes then."""
    if not cut and _announced_size(response.headers.get("content-length", "")) > largest:
        raise _too_large(largest)
    taken = bytearray()
    for chunk in _decoded(_counted(response.iter_raw(), largest, cut=cut), response.headers.get("content-encoding", "")):
        taken += chunk
        if len(taken) > largest:
            if not cut:
                raise _too_large(largest)
            break
    return bytes(taken[:largest])


def _counted(raw: Iterable[bytes], largest: int, *, cut: bool) -> Iterator[bytes]:
    """As they come; a stream that never ends inside its compression ends here."""
    came = 0
    for chunk in raw:
        came += len(chunk)
        if came > largest and not cut:
            raise _too_large(largest)
        yield chunk


def _decoded(raw: Iterator[bytes], header: str) -> Iterator[bytes]:
    codings = [coding for name in header.split(",") if (coding := name.strip().lower()) not in {"", "identity"}]
    if not codings:
        return raw
    if codings in ([CODING], ["x-gzip"]):
        return _inflated(raw)
    raise UnfetchableError(f"comes compressed as {', '.join(codings)}, which was not asked for; save the page from a browser")


def _inflated(raw: Iterator[bytes]) -> Iterator[bytes]:
    """What stands behind the end of the compressed bytes is left alone, as browsers do."""
    decoder = zlib.decompressobj(_GZIP)
    try:
        for chunk in raw:
            plain = decoder.decompress(chunk, _AT_ONCE)
            while plain:
                yield plain
                plain = decoder.decompress(decoder.unconsumed_tail, _AT_ONCE)
            if decoder.eof:
                return
    except zlib.error as error:
        raise UnfetchableError(f"comes with damaged compression; {LATER}") from error
    raise incomplete_answer()


def incomplete_answer() -> UnfetchableError:
    """The error for an answer without its end."""
    return UnfetchableError(f"breaks off before its end; {LATER}")


def _too_large(largest: int) -> UnfetchableError:
    return UnfetchableError(f"is larger than {largest} bytes (fetch.largest_bytes); raise the setting if you want it")
