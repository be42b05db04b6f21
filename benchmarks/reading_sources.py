"""JSON lines and saved pages from memory to checked articles, on one core: megabytes and pages a second.

    python benchmarks/reading_sources.py [ROUNDS]

Texts are made up. Only what one run prints beside one another can be compared: the reader of lines stands beside `json.loads` and a SHA-256
of the same lines, the reader of pages beside one parse of the same page by lxml.
"""

import hashlib
import io
import json
import sys
import time
from collections.abc import Callable

from lxml import html

from compare.settings import InputSettings
from compare.sources.jsonl import read_jsonl
from compare.sources.pages.saved_page import page_article
from compare.sources.source import source_of

_SENTENCE = "Công ty bến cảng cho biết chuyến phà buổi trưa thứ {at} rời bến đúng giờ, chở {at} hành khách sang xã Hòa Lộc."
_LIMITS = InputSettings()


def _record(at: int) -> bytes:
    text = "\n".join(" ".join(_SENTENCE.format(at=at + line + turn) for turn in range(3)) for line in range(9))
    record = {"id": f"a{at}", "outlet": "mau.example", "url": f"https://mau.example/{at}.html", "title": f"Chuyến phà {at}", "text": text}
    return json.dumps({**record, "published": f"Thứ 6, 11:0{at % 10}, 20/05/2016"}, ensure_ascii=False).encode() + b"\n"


def _page(at: int) -> bytes:
    menu = "".join(f'<li class="menu"><a href="/{item}">Chuyên mục {item}</a></li>' for item in range(60))
    body = "".join(f'<p class="Normal">{_SENTENCE.format(at=at + line)}</p>' for line in range(20))
    other = "".join(
        f'<article class="item"><h3><a href="/b{item}">Tin {item} khác</a></h3><p>{_SENTENCE[:60]}</p></article>' for item in range(40)
    )
    head = '<title>Chuyến phà</title><meta property="article:published_time" content="2016-05-20T08:15:00+07:00">'
    script = "<script>" + "var a={b:1};" * 2000 + "</script>"
    return (
        f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">{head}{script}</head><body><nav><ul>{menu}</ul></nav>'
        f'<h1>Chuyến phà</h1><article class="detail">{body}</article><div class="related">{other}</div></body></html>'
    ).encode()


def _best(rounds: int, work: Callable[[], object]) -> float:
    """Seconds of process time of the fastest round."""
    found = []
    for _ in range(rounds):
        begun = time.process_time()
        work()
        found.append(time.process_time() - begun)
    return min(found)


def main(rounds: int) -> None:
    """The best of so many rounds."""
    lines = b"".join(map(_record, range(3000)))
    parts = lines.splitlines()
    reading = _best(rounds, lambda: sum(1 for _ in read_jsonl(io.BytesIO(lines), "a.jsonl", _LIMITS)))
    floor = _best(rounds, lambda: [(json.loads(part), hashlib.sha256(part).digest()) for part in parts])
    print(f"JSON lines: {len(lines) / reading / 1e6:.1f} MB/s, {reading / floor:.1f} times json.loads and SHA-256")
    pages = [_page(at) for at in range(60)]
    reading = _best(rounds, lambda: [page_article(page, source_of(page, "a.html"), _LIMITS) for page in pages])
    floor = _best(rounds, lambda: [html.document_fromstring(page.decode()) for page in pages])
    size = sum(map(len, pages)) / len(pages) / 1000
    print(f"pages of {size:.0f} kB: {len(pages) / reading:.0f} a second, {reading / floor:.1f} times one parse")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
