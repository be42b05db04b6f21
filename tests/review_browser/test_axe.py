"""Every screen under axe, light and dark, in both languages, on a desk, a tablet and a phone; and what axe does not look at."""

import os
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("playwright.sync_api", reason="pytest-playwright is not installed")

pytestmark = pytest.mark.browser

Tab = Callable[..., Any]
CLAIM = "/runs/story/claims/c-0a1f?show=all"
SCREENS = {
    "runs": "/runs",
    "queue": "/runs/story/queue?show=all",
    "claim": CLAIM,
    "context": CLAIM + "&as=context",
    "clusters": "/runs/story/clusters?show=all",
    "cluster": "/runs/story/clusters/d-02",
    "facts": "/runs/story/facts",
    "choice": "/runs/story/clusters/d-02/choose?act=merge",
    "articles": "/runs/story/articles",
    "article": "/runs/story/articles/am-1",
    "log": "/runs/story/log",
    "changes": "/runs/story/changes",
    "move": "/runs/story/choose?act=move&claim=c-0a1f&passage=text+23+100+am-1",
    "in no claim": "/runs/story/aside",
    "earlier": "/runs/story/earlier",
    "settings": "/settings",
    "nowhere": "/nowhere",
}
WIDTHS = (1440, 768, 390)
# All cases take two minutes. What one language shows of colours and shapes the other shows too: of the other, its words and their names.
EVERY_CASE = "TELLINGS_EVERY_AXE_CASE" in os.environ
FEWER_CASES = {"en": ((1440, "light"), (390, "light"), (1440, "dark")), "vi": ((768, "light"),)}
# What a finger can hit: WCAG 2.5.8 leaves links inside a sentence out.
SMALL = """[...document.querySelectorAll('a, button, input, select, textarea')].filter(e => {
  const box = (e.closest('label') || e).getBoundingClientRect();
  return box.width && getComputedStyle(e).position !== 'absolute' && (box.width < 24 || box.height < 24);
}).map(e => e.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core; skips without it."""
    path = Path(os.environ.get("AXE_CORE", "node_modules/axe-core/axe.min.js"))
    if not path.is_file():
        pytest.skip("no axe-core: npm install --ignore-scripts axe-core@4.14.1, or name its axe.min.js in AXE_CORE")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("language", "screen"), [*product(("en", "vi"), SCREENS)])
def test_axe_finds_nothing_to_mend(tab: Tab, axe: str, language: str, screen: str) -> None:
    page = tab(SCREENS[screen], language, bypass_csp=True, reduced_motion="reduce")
    page.evaluate(axe)
    found = []
    for width, scheme in product(WIDTHS, ("light", "dark")) if EVERY_CASE else FEWER_CASES[language]:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        # Only colours differ between light and dark, and they take axe most of its time.
        wrong = page.evaluate("rules => axe.run(document, rules)", {} if scheme == "light" else {"runOnly": ["color-contrast"]})
        found += [f"{width} {scheme}: {v['id']}: {v['nodes'][0]['html'][:200]}" for v in wrong["violations"]]
    assert found == []


@pytest.mark.parametrize("width", [1440, 390, 320])
def test_nothing_is_wider_than_the_screen_or_too_small_for_a_finger(tab: Tab, width: int) -> None:
    page = tab("/settings", viewport={"width": width, "height": 800})
    found = []
    for name, path in SCREENS.items():
        assert page.goto(path).status in {200, 404}
        over = page.evaluate("document.documentElement.scrollWidth") - width
        found += [f"{name}: {over} px too wide"] if over > 0 else []
        found += [f"{name}: {small}" for small in page.evaluate(SMALL)]
    assert found == []
