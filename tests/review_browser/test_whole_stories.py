"""Whole stories reviewed by keyboard alone, and again after they have grown: the sample, and real ones where they are."""

import json
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("playwright.sync_api", reason="pytest-playwright is not installed")
from playwright.sync_api import expect

from compare.cli import main

pytestmark = pytest.mark.browser

LATER = """Chợ nổi mở lại
Ban quản lý cho hay chợ nổi sẽ đón khách trở lại từ mùa xuân, với nhiều gian hàng trái cây và nhạc dân ca mỗi cuối tuần.
Các tiểu thương đã sơn lại ghe và đặt thêm đèn lồng dọc bờ kênh để chuẩn bị cho ngày hội.
"""

Review = Callable[[Path], AbstractContextManager[tuple[str, str]]]


def page_at(browser: Any, served: tuple[str, str], path: str) -> Any:
    address, cookie = served
    name, _, value = cookie.partition("=")
    context = browser.new_context(base_url=address, viewport={"width": 1440, "height": 900})
    context.add_cookies([{"name": name, "value": value, "url": address}])
    page = context.new_page()
    page.goto(path)
    return page


def press(page: Any, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def log_of(page: Any) -> Any:
    return page.locator(".log li").first


def on_next(page: Any, key: str) -> None:
    """An action that goes on to another claim."""
    was = page.url
    press(page, key)
    page.wait_for_url(lambda url: url != was)


@pytest.fixture(params=["sample", "five raw scrapes"])
def grown(request: pytest.FixtureRequest, examples: Path, tmp_path: Path) -> tuple[Path, Path]:
    """A folder of one story, and one with the same articles and a later one that is silent on their claims."""
    before, after = tmp_path / "before", tmp_path / "after"
    if request.param == "sample":
        shutil.copytree(examples / "vi", before)
        shutil.copytree(examples / "vi", after)
        (after / "tin-sau.txt").write_text(LATER, encoding="utf-8")
    else:
        seeds = Path(request.getfixturevalue("shared_data")) / "seeds"
        shutil.copytree(seeds, before)
        shutil.copytree(seeds, after)
        max(before.iterdir()).unlink()
    return before, after


def test_a_story_is_reviewed_by_keyboard_alone_and_again_with_one_article_more(
    browser: Any, review: Review, grown: tuple[Path, Path], tmp_path: Path
) -> None:
    before, after = grown
    out = tmp_path / "out"
    assert main(["compare", str(before), "--out", str(out), "--quiet"]) == 0
    with review(out) as served:
        page = page_at(browser, served, "/runs/story/queue?show=all")
        on_next(page, "j")
        expect(page.locator("input[data-passage]").first).to_be_visible()
        press(page, "1", "d")
        expect(log_of(page)).to_contain_text("Adds detail")
        press(page, "w", "2")
        expect(log_of(page)).to_contain_text("Disputed")
        press(page, "n")
        page.keyboard.type("gọi toà soạn")
        press(page, "Control+Enter")
        expect(log_of(page)).to_contain_text("gọi toà soạn")
        press(page, "Escape")
        judged = page.locator("h1").inner_text()
        on_next(page, "c")
        on_next(page, "x")
        on_next(page, "u")
        press(page, "1", "v")
        expect(page.locator("h1")).to_contain_text("Move 1 passage")
        press(page, "1")
        expect(page.locator("h1")).not_to_contain_text("Move")
        press(page, "m")
        expect(page.locator("h1")).to_contain_text("Merge")
        press(page, "1")
        expect(log_of(page)).to_contain_text("put passages together")
        press(page, "1", "s")
        expect(log_of(page)).to_contain_text("took passages apart")
        press(page, "/")
        page.keyboard.type(judged.split()[0])
        press(page, "Enter")
        expect(page.locator("nav.queue li").first).to_be_visible()
        kept = page.request.get("/runs/story/decisions.jsonl").text()
    assert main(["compare", str(after), "--out", str(out), "--quiet"]) == 0
    with review(out) as served:
        page = page_at(browser, served, "/runs/story/queue?show=reviewed")
        expect(page.locator("nav.queue")).to_contain_text(judged[:40])
        assert page.request.get("/runs/story/decisions.jsonl").text() == kept


# What five outlets of the made-up story carry, each with some words of its own.
CARRIED = (
    "Theo cảng vụ Hòa Lộc, chiếc phà Hải Âu chở {} hành khách rời bến lúc bảy giờ sáng thì va vào trụ cầu cũ và phải quay lại, không ai bị "
    "thương nặng sau vụ việc {}."
)
ALSO_CARRIED = (
    "Trường tiểu học bên sông cho toàn bộ học sinh nghỉ học hai ngày để giáo viên dọn bùn trong các phòng học sau trận lũ cuối tuần."
)
OWN_WORDS = [("120", "này"), ("120", "đó"), ("hơn 120", "này"), ("120", "sáng nay"), ("gần 120", "vừa rồi")]


def made_up_lines() -> list[str]:
    return [
        json.dumps(
            {
                "id": f"m{at}",
                "story": "pha",
                "outlet": f"Báo Mẫu {at}",
                "language": "vi",
                "text": f"{CARRIED.format(*words)}\n{ALSO_CARRIED}",
            }
        )
        for at, words in enumerate(OWN_WORDS)
    ]


@pytest.fixture(params=["made up", "vims-146"])
def lines_of_copies(request: pytest.FixtureRequest) -> list[str]:
    """Articles of one story, as JSON lines; at least four of them share a paragraph."""
    if request.param == "made up":
        return made_up_lines()
    lines = (Path(request.getfixturevalue("shared_data")) / "vims" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if json.loads(line)["story"] == request.param]


def test_near_duplicates_of_a_story_are_left_out_split_merged_and_confirmed(
    browser: Any, review: Review, lines_of_copies: list[str], tmp_path: Path
) -> None:
    story = tmp_path / "story.jsonl"
    story.write_text("\n".join(lines_of_copies), encoding="utf-8")
    out = tmp_path / "out"
    assert main(["compare", str(story), "--out", str(out), "--quiet"]) == 0
    clusters = json.loads((out / "comparison.json").read_text(encoding="utf-8"))["clusters"]
    largest = max(clusters, key=lambda cluster: len(cluster["members"]))
    size = len(largest["members"])
    assert size > 3
    with review(out) as served:
        page = page_at(browser, served, f"/runs/story/clusters/{largest['id']}?show=all")
        passages = page.locator("input[data-passage]")
        press(page, "1", "s")
        expect(passages).to_have_count(size - 1)
        press(page, "1", "2", "s")
        expect(passages).to_have_count(size - 3)
        press(page, "u")
        expect(passages).to_have_count(size - 1)
        press(page, "m")
        expect(page.locator("fieldset")).to_be_visible()
        press(page, "1", "c")
        expect(page.locator("#status-message")).to_contain_text("Saved.")
        assert passages.count() > size - 1
        press(page, "c")
        expect(page.locator("#status-message")).to_contain_text("Saved.")
        page.goto("/runs/story/log")
        expect(page.locator("main")).to_contain_text("confirmed")
