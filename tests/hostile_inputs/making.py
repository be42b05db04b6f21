"""Texts, and bytes of every format that is read -> the pieces of which hostile and broken inputs are made."""

import copy
import gzip
import io
import json
import struct
import tarfile
import zipfile
from collections.abc import Mapping
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

SAYS = "The harbour company said that the noon ferry left on time."
SAYS_VI = "Công ty bến cảng cho biết chuyến phà buổi trưa rời bến đúng giờ, không có ai bị thương."


def record(**values: object) -> dict[str, object]:
    return {"id": "a", "outlet": "Sample Gazette", "text": SAYS} | values


def lines(*records: object) -> bytes:
    return "\n".join(one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in records).encode()


def page(body: str = f"<p>{SAYS}</p>", head: str = "<title>Ferry on time</title>") -> bytes:
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'.encode()


def feed(*items: str, before: str = "") -> bytes:
    return f'<?xml version="1.0"?>{before}<rss version="2.0"><channel><title>Sample</title>{"".join(items)}</channel></rss>'.encode()


def item(text: str = SAYS) -> str:
    return f"<item><title>Ferry</title><link>https://sample.example/a</link><description>{text}</description></item>"


def table(**columns: Any) -> bytes:
    made = io.BytesIO()
    pq.write_table(pa.table(columns), made)
    return made.getvalue()


def zipped(members: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, compression)
    return made.getvalue()


def zip_overlapping(data: bytes, times: int) -> bytes:
    """A directory that names one and the same member so many times."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a0.txt", data)
        (first,) = archive.filelist
        for at in range(1, times):
            again = copy.copy(first)
            again.filename = again.orig_filename = f"a{at}.txt"
            archive.filelist.append(again)
    return made.getvalue()


def zipped_as(name: str, data: bytes, mode: int) -> bytes:
    """One member of a Unix file type."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        info = zipfile.ZipInfo(name)
        info.create_system, info.external_attr = 3, mode << 16
        archive.writestr(info, data)
    return made.getvalue()


def tarred(members: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return made.getvalue()


def tarred_as(kind: bytes, name: str = "a.txt", target: str = "") -> bytes:
    """One member that is no file, beside one that is."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        info = tarfile.TarInfo(name)
        info.type, info.linkname = kind, target
        archive.addfile(info)
    return made.getvalue()


def packed(data: bytes, times: int) -> bytes:
    for _ in range(times):
        data = gzip.compress(data)
    return data


def capture(
    body: bytes,
    *,
    http: str = "200 OK",
    media_type: str = "text/html",
    headers: str = "",
    length: str | None = None,
) -> bytes:
    """A record of a web archive."""
    answer = f"HTTP/1.1 {http}\r\nContent-Type: {media_type}\r\n{headers}\r\n".encode()
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://sample.example/a.html\r\nWARC-Date: 2024-03-05T01:15:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer + body) if length is None else length}\r\n\r\n"
    )
    return head.encode() + answer + body + b"\r\n\r\n"


def with_byte(data: bytes, at: int, byte: int) -> bytes:
    changed = bytearray(data)
    changed[at] = byte
    return bytes(changed)


def zip_with_flags(data: bytes, *, flags: int = 0, method: int | None = None) -> bytes:
    """The first member's flags or method, changed in its own head and in the directory."""
    changed = bytearray(data)
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        begin = changed.index(sign)
        changed[begin + at : begin + at + 2] = struct.pack("<H", flags)
        if method is not None:
            changed[begin + at + 2 : begin + at + 4] = struct.pack("<H", method)
    return bytes(changed)
