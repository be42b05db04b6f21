"""Report and index under axe: no rule of accessibility broken, in either language, light and dark, on a desk, a tablet and a phone."""

import json
import os
from itertools import product
from pathlib import Path

import pytest

from reports.html import render
from reports.index_page import entry_of, render_index_page
from reports.page_parts import PageLimits
from reports.report_files import ReportOptions, report
from reports.report_words import LANGUAGES, words_of

pytest.importorskip("playwright.sync_api", reason="pytest-playwright is not installed")

pytestmark = pytest.mark.browser

REVIEWED = Path(__file__).parents[1] / "fixtures" / "report" / "reviewed.json"
# Ten sources scroll sideways, thirty are icons.
SOURCES = {"report": 4, "wide report": 10, "report of icons": 30}
SEEN = [
    *product(["index", "report"], LANGUAGES, ["light", "dark"], [1440, 768, 390]),
    *product(["wide report", "report of icons"], ["vi"], ["dark"], [1440, 390]),
    *product(["cover", "page of a folder"], ["en"], ["light"], [390]),
]


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core; skips without it."""
    path = Path(os.environ.get("AXE_CORE", "node_modules/axe-core/axe.min.js"))
    if not path.is_file():
        pytest.skip("no axe-core: npm install --ignore-scripts axe-core@4.14.1, or name its axe.min.js in AXE_CORE")
    return path.read_text(encoding="utf-8")


def page_of(kind: str, language: str) -> str:
    document = json.loads(REVIEWED.read_text(encoding="utf-8"))
    words = words_of(language)
    if kind == "index":
        return render_index_page([entry_of(document, "a", words), entry_of({**document, "claims": []}, "b", words)], words)
    if kind in {"cover", "page of a folder"}:
        made = report(document, ReportOptions(language=language), PageLimits(claims=1, rows=2))
        return made.text if kind == "cover" else next(iter(made.pages))[1]
    silent = {"relation": "silent", "against": [], "evidence": [{"check": "near_miss", "span": None, "says": ""}]}
    added = [{**document["articles"][2], "id": f"extra-{n}", "outlet": f"Sample Outlet {n}"} for n in range(SOURCES[kind] - 4)]
    document["articles"] += added
    for claim in document["claims"]:
        claim["sources"] += [{**silent, "article": article["id"]} for article in added]
    return render(document, language)


@pytest.mark.parametrize(("kind", "language", "scheme", "width"), SEEN)
def test_axe_finds_nothing_to_mend(browser, axe, tmp_path, kind, language, scheme, width) -> None:  # noqa: PLR0913, PLR0917 - all that is seen
    path = tmp_path / "page.html"
    path.write_text(page_of(kind, language), encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(path.as_uri())
    page.evaluate(axe)
    found = page.evaluate("axe.run(document)")
    page.close()
    assert [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in found["violations"]] == []
