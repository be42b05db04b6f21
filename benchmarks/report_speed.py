"""Made documents -> what a reader waits for in Chromium, what writing costs and what Lighthouse says, each beside its budget.

    python benchmarks/report_speed.py [--runs 5] [--lighthouse DIR]

Needs Chromium and Playwright; Lighthouse comes from npm into a temporary folder, or stands in DIR/node_modules already. Times are medians
of several fresh pages. Another job on the machine doubles them: look at the load that is printed first, and repeat.
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from report_size import document

from compare.system.garbage_collection import pause_collector
from reports.html import render

if TYPE_CHECKING:
    from playwright.sync_api import Browser

QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"]
MIDDLE, LARGE, SMALL = 1000, 10_000, 50  # claims
SLOW = 4  # times

# From the navigation to its end, and from a click to the second frame after it, which shows it.
SEEN = """async () => {
  const shown = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))));
  const from = performance.now();
  document.querySelector('[data-f="conflicts"]').click();
  const filter = await shown() - from;
  const load = performance.getEntriesByType("navigation")[0].loadEventEnd;
  return { paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? -1, load, filter };
}"""


@dataclass(frozen=True)
class Line:
    """One figure of the table; a budget is reached from below, or with ``least`` from above."""

    figure: str
    measured: float
    budget: float
    unit: str
    least: bool = False

    @property
    def kept(self) -> bool:
        """Whether the figure is within its budget."""
        return self.measured >= self.budget if self.least else self.measured <= self.budget


def main() -> None:
    """The table, and status 1 if a budget is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--lighthouse", type=Path, metavar="DIR")
    parser.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.write:
        print(json.dumps(written(given.write)))
        return
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores\n")
    with tempfile.TemporaryDirectory() as scratch:
        lines = [*browsed(Path(scratch), given.runs), *judged(Path(scratch), given.runs, given.lighthouse)]
    width = max(len(line.figure) for line in lines)
    for line in lines:
        sign = "≥" if line.least else "≤"
        print(f"{line.figure:{width}}  {line.measured:8.1f}  {sign} {line.budget:g} {line.unit}{'' if line.kept else '  MISSED'}")
    sys.exit(not all(line.kept for line in lines))


def browsed(folder: Path, runs: int) -> Iterator[Line]:
    """Everything that Chromium and a clock can tell."""
    from playwright.sync_api import sync_playwright

    middle, large = folder / "middle.html", folder / "large.html"
    middle.write_text(render(document(MIDDLE)), encoding="utf-8")
    measured = json.loads(subprocess.run([sys.executable, __file__, "--write", large], check=True, capture_output=True, text=True).stdout)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)
        plain, slow = (opened(browser, middle, runs, slower) for slower in (1, SLOW))
        many = opened(browser, large, runs, 1)
        browser.close()
    yield Line(f"{MIDDLE} claims: first paint", plain["paint"], 500, "ms")
    yield Line(f"{MIDDLE} claims: load", plain["load"], 800, "ms")
    yield Line(f"{MIDDLE} claims: first paint, processor {SLOW} times slower", slow["paint"], 1500, "ms")
    yield Line(f"{MIDDLE} claims: load, processor {SLOW} times slower", slow["load"], 3000, "ms")
    yield Line(f"{MIDDLE} claims: filter to repaint", plain["filter"], 150, "ms")
    yield Line(f"{MIDDLE} claims: bytes a claim", middle.stat().st_size / MIDDLE / 1e3, 2.005, "kB")
    yield Line(f"{LARGE} claims: size", large.stat().st_size / 1e6, 12, "MB")
    yield Line(f"{LARGE} claims: load", many["load"], 2000, "ms")
    yield Line(f"{LARGE} claims: filter to repaint", many["filter"], 300, "ms")
    yield Line(f"{LARGE} claims: written in", measured["seconds"], 20, "s")
    yield Line(f"{LARGE} claims: most memory while writing", measured["memory"], 500, "MB")
    yield Line("requests to anywhere", plain["requests"] + slow["requests"] + many["requests"], 0, "")


def written(path: Path) -> Mapping[str, float]:
    """Seconds and megabytes that the large report takes, in a process of its own."""
    with pause_collector():  # as where a document is read
        made = document(LARGE)
    start = time.perf_counter()
    path.write_text(render(made), encoding="utf-8")
    return {"seconds": time.perf_counter() - start, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3}


def opened(browser: "Browser", path: Path, runs: int, slower: int) -> Mapping[str, float]:
    """Medians of fresh pages, and how many requests they made beside the page itself."""
    found: list[dict[str, float]] = []
    asked: list[str] = []
    for _ in range(runs):
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.on("request", lambda request: asked.append(request.url))
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
        page.goto(path.as_uri())
        page.wait_for_timeout(500 * slower)
        found.append(page.evaluate(SEEN))
        page.close()
    requests = sum(url != path.as_uri() and not url.startswith("data:") for url in asked)
    return {name: median(one[name] for one in found) for name in found[0]} | {"requests": requests}


def judged(folder: Path, runs: int, installed: Path | None) -> Iterator[Line]:
    """Lighthouse on a small report over http, as it will not look at a file."""
    where = installed or folder / "npm"
    if not installed:
        where.mkdir()
        quiet = {**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "1"}
        subprocess.run(["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "lighthouse"], cwd=where, env=quiet, check=True)
    site = folder / "site"
    site.mkdir()
    (site / "report.html").write_text(render(document(SMALL)), encoding="utf-8")
    with served(site) as address:
        found = [lighthouse(where, f"{address}/report.html") for _ in range(runs)]
    version = found[0]["lighthouseVersion"]
    for name, budget in (("accessibility", 100), ("best-practices", 100), ("performance", 95)):
        score = median(one["categories"][name]["score"] for one in found)  # of a page that stalls once, it falls by a third
        yield Line(f"Lighthouse {version}: {name}", 100 * score, budget, "", least=True)


def lighthouse(where: Path, address: str) -> dict[str, Any]:
    """Its answer for one page."""
    flags = " ".join(["--headless=new", *QUIET])
    asked = ["--output=json", "--quiet", "--only-categories=accessibility,best-practices,performance", f"--chrome-flags={flags}"]
    chrome = {**os.environ, "CHROME_PATH": shutil.which("chromium") or ""}
    program = where / "node_modules" / ".bin" / "lighthouse"
    return dict(json.loads(subprocess.run([program, address, *asked], check=True, capture_output=True, env=chrome).stdout))


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of requests."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a local server over a folder."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


if __name__ == "__main__":
    main()
