"""Numbers of claims -> bytes a claim, time and memory to write, and what a reader waits for in Chromium.

    python benchmarks/report_size.py 25 1000 10000 [--keep DIR]

Each claim is told by two to five of ten sources, one in five is disputed, and every silent source has its nearest sentence, as in documents
of the engine. `gz` is a claim's share of the whole file under gzip. Without Chromium only sizes and writing are measured.
"""

import argparse
import gzip
import json
import resource
import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

from reports.html import render

SOURCES = 10
_SOURCES_OF_A_CLAIM = (2, 3, 3, 4, 5)  # sources that say a claim, in turn
_WHO = ("The harbour office", "A council spokesman", "Cảnh sát cảng", "The ferry company", "Sở giao thông", "The hospital")
_WHAT = (
    "lamps went out along the old quay",
    "trucks waited at the northern ramp",
    "hành khách được đưa lên bờ an toàn",
    "trees fell across the lane",
)
_WHERE = ("near the market", "ở bến Chợ", "beside pier two", "tại trụ số 2", "below the weir", "on Cedar Road", "trước nhà ga")


def document(claims: int) -> dict[str, Any]:
    """A comparison document of so many claims × ten sources."""
    lines: list[list[str]] = [[] for _ in range(SOURCES)]
    made = [_claim(number, lines) for number in range(claims)]
    return {
        "schema": "comparison/1",
        "story": {"id": "sample", "title": f"A sample story of {claims} claims"},
        "articles": [_article(at, "\n".join(said)) for at, said in enumerate(lines)],
        "clusters": [],
        "claims": made,
        "possibly_related": [],
        "only_one_source": [],
        "skipped": [],
        "run": {"tool": "tellings", "version": "0", "settings": {}, "made_at": "2024-03-04T00:00:00+00:00", "warnings": []},
    }


def _article(at: int, text: str) -> dict[str, Any]:
    return {
        "id": f"{at:08x}-sample",
        "outlet": f"Sample Outlet {at + 1}",
        "title": f"What sample outlet {at + 1} wrote of the storm",
        "language": "vi" if at % 3 == 2 else "en",
        "url": f"https://sample.example/{at}",
        "origin": f"{at:03}.txt",
        "sha256": f"{at:064x}",
        "published": {"value": f"2024-03-{at + 1:02}T09:15", "precision": "minute", "from": "metadata"},
        "credits": {"outlet": None, "agencies": [], "byline": None, "translator": None},
        "text": text,
        "marks": [],
    }


def _claim(number: int, lines: list[list[str]]) -> dict[str, Any]:
    telling_sources = [(number + step * 3) % SOURCES for step in range(_SOURCES_OF_A_CLAIM[number % len(_SOURCES_OF_A_CLAIM)])]
    disputed = number % 5 == 0
    members = [_member(at, number, number % 90 + 3 + (at == telling_sources[-1] and disputed), lines) for at in telling_sources]
    return {
        "id": f"c-{number:010x}",
        "wording": members[0]["quote"],
        "voices": len(telling_sources),
        "one_voice": [],
        "score": {"total": 0.71, "parts": {"words": 0.41, "characters": 0.44, "tokens": 0.9, "names": 0.5, "numbers": 1.0, "dates": 0.5}},
        "members": members,
        "sources": [_source(at, members, lines, disputed=disputed) for at in range(SOURCES)],
        "disputes": [_dispute(members)] if disputed else [],
    }


def _member(at: int, number: int, figure: int, lines: list[list[str]]) -> dict[str, Any]:
    """A sentence, added to its article; the figure stands after the subject."""
    who, what, where = _WHO[(number + at) % len(_WHO)], _WHAT[number % len(_WHAT)], _WHERE[(number // 4) % len(_WHERE)]
    quote = f"{who} said {figure} {what} {where} at {number % 24}:{number % 60:02} on day {number // 7 + 1} of the storm."
    start = sum(map(len, lines[at])) + len(lines[at])
    lines[at].append(quote)
    value = start + len(who) + 6
    says = {"span": [value, value + len(str(figure))], "says": str(figure), "values": [float(figure)], "unit": ""}
    numbers = [{**says, "hedge": None, "high": None, "counted": []}]
    place = {"article": f"{at:08x}-sample", "field": "text", "start": start, "end": start + len(quote), "quote": quote}
    return {**place, "speaker": None, "numbers": numbers, "dates": [], "names": [], "negated": False}


def _source(at: int, members: list[dict[str, Any]], lines: list[list[str]], *, disputed: bool) -> dict[str, Any]:
    article = f"{at:08x}-sample"
    mine = next((member for member in members if member["article"] == article), None)
    if mine is None:
        near = {"span": [0, len(lines[at][0])], "says": lines[at][0]} if lines[at] else {"span": None, "says": ""}
        return {"article": article, "relation": "silent", "against": [], "evidence": [{"check": "near_miss", "score": 0.31, **near}]}
    odd = members[-1]
    rival = members[0] if mine is odd else (odd if disputed else members[0])
    other = {"article": rival["article"], "span": rival["numbers"][0]["span"], "says": rival["numbers"][0]["says"]}
    proof = {"check": "number", "span": mine["numbers"][0]["span"], "says": mine["numbers"][0]["says"], "score": None, "other": other}
    relation = "conflicts" if disputed else ("adds_detail" if mine is odd and len(members) > 2 else "agrees")
    return {"article": article, "relation": relation, "against": [rival["article"]] if disputed else [], "evidence": [proof]}


def _dispute(members: list[dict[str, Any]]) -> dict[str, Any]:
    sides: dict[str, list[str]] = {}
    for member in members:
        sides.setdefault(member["numbers"][0]["says"], []).append(member["article"])
    return {"slot": "lamps", "sides": [{"value": value, "articles": articles} for value, articles in sides.items()]}


def opened(path: Path, chromium: str) -> dict[str, float]:
    """Milliseconds of a fresh page: first paint, load, and from the choice of a filter and of a search to the frame that shows it."""
    from playwright.sync_api import sync_playwright

    quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"]
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=quiet)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(path.as_uri())
        page.wait_for_timeout(1500)
        found = page.evaluate("""async () => {
          const shown = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))));
          const timed = async (act) => { const from = performance.now(); await act(); return await shown() - from; };
          const load = performance.getEntriesByType("navigation")[0];
          const paint = performance.getEntriesByName("first-contentful-paint")[0];
          const filter = await timed(() => document.querySelector('[data-f="conflicts"]').click());
          const all = await timed(() => document.querySelector('[data-f=""]').click());
          const q = document.getElementById("q"), count = document.getElementById("count");
          const found = timed(async () => { q.value = "weir day 12 "; q.dispatchEvent(new Event("input"));
            for (let n = 0; !count.textContent && n < 600; n++) await shown(); });
          return { paint: paint ? paint.startTime : -1, load: load.loadEventEnd, filter, all, search: await found };
        }""")
        browser.close()
    return dict(found)


def main() -> None:
    """One line a number of claims."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("claims", nargs="+", type=int)
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    chromium = shutil.which("chromium")
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for claims in given.claims:
            made = document(claims)
            if given.keep:
                (folder / f"{claims}.json").write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
            start = time.perf_counter()
            report = render(made).encode()
            took = time.perf_counter() - start
            path = folder / f"{claims}.html"
            path.write_bytes(report)
            a_claim, packed = (len(held) / claims / 1e3 for held in (report, gzip.compress(report)))
            sizes = f"{len(report) / 1e6:.2f} MB, {a_claim:.2f} kB a claim, gz {packed:.2f}"
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
            times = ", ".join(f"{name} {ms:.0f} ms" for name, ms in opened(path, chromium).items()) if chromium else "no Chromium"
            print(f"{claims} claims: {sizes}; written in {took:.1f} s, {memory:.0f} MB; {times}")


if __name__ == "__main__":
    main()
