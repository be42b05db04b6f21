"""`tellings compare --index`: where a paragraph of the story has stood before is in the document and in every report."""

import json
from pathlib import Path
from typing import Any

import pytest

from compare.cli import main
from reports.formats import render_format
from reports.page_parts import PageLimits
from reports.report_files import ReportOptions, report
from schemas.check import breaches, checker

FERRY = "Phà Hải Âu rời bến lúc bảy giờ sáng với một trăm hai mươi hành khách và bốn chiếc xe tải chở rau."
HARBOUR = "Ban quản lý cảng cho biết sương mù dày đặc khiến mọi chuyến tàu trong buổi sáng đều phải chờ hai tiếng."
OLD_FERRY = FERRY.replace("một trăm hai mươi", "chín mươi")


def line(name: str, outlet: str, *paragraphs: str, **more: str) -> str:
    return json.dumps({"id": name, "outlet": outlet, "text": "\n".join(paragraphs), **more})


@pytest.fixture
def index(tmp_path: Path) -> Path:
    old = [
        line("o1", "Bến Cảng", OLD_FERRY, "Không có gì khác đáng kể trong ngày hôm ấy.", published="2020-03-01", title="Phà cũ"),
        line("o2", "Sóng Biển", FERRY, published="2019-05-02", url="https://song.example/pha"),
        line("o3", "Trạm Gác", f"Theo tin đã đưa từ hôm qua, {FERRY} Cảng vụ chưa nói gì thêm về chuyện này."),
        line("n1", "Báo Mai", FERRY),  # an earlier version of an article of the story
    ]
    (tmp_path / "old.jsonl").write_text("\n".join(old), encoding="utf-8")
    assert main(["index", "add", str(tmp_path / "index"), str(tmp_path / "old.jsonl"), "--quiet"]) == 0
    return tmp_path / "index"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    new = [line("n1", "Báo Mai", FERRY, HARBOUR), line("n2", "Tin Nhanh", HARBOUR, "Không ai bị thương và không có gì bị hỏng.")]
    (tmp_path / "new.jsonl").write_text("\n".join(new), encoding="utf-8")
    return tmp_path / "new.jsonl"


def compared(story: Path, *options: str) -> dict[str, Any]:
    assert main(["compare", str(story), "--out", str(story.parent / "out"), "--quiet", *options]) == 0
    return dict(json.loads((story.parent / "out" / "comparison.json").read_text(encoding="utf-8")))


def test_the_document_names_where_a_paragraph_stood_the_nearest_first(story: Path, index: Path) -> None:
    document = compared(story, "--index", str(index))
    (found,) = document["seen_before"]
    assert breaches(document, checker("comparison")) == []
    assert (found["article"], found["start"], found["end"], found["more"]) == ("n1", 0, len(FERRY), 0)
    assert [(match["article"], match["published"]) for match in found["matches"]] == [
        ("o2", "2019-05-02"),
        ("o1", "2020-03-01"),
        ("o3", None),
    ]
    exact, altered, longer = found["matches"]
    assert (exact["jaccard"], exact["text"], exact["url"]) == (1.0, FERRY, "https://song.example/pha")
    assert 0.5 < altered["jaccard"] < 1
    assert (longer["containment"], longer["text"].startswith("Theo tin")) == (1.0, True)
    assert len({match["cluster"] for match in found["matches"]}) == 1


def test_an_article_is_not_told_of_itself(story: Path, index: Path) -> None:
    (found,) = compared(story, "--index", str(index))["seen_before"]
    assert "n1" not in [match["article"] for match in found["matches"]]


def test_what_is_beyond_the_setting_is_counted(story: Path, index: Path) -> None:
    settings = story.with_name("my.toml")
    settings.write_text("[duplicates]\nseen_matches = 1\n", encoding="utf-8")
    (found,) = compared(story, "--index", str(index), "--settings", str(settings))["seen_before"]
    assert (len(found["matches"]), found["more"]) == (1, 2)


def test_each_story_of_several_has_its_own(story: Path, index: Path) -> None:
    lines = [
        line("n1", "Báo Mai", FERRY, HARBOUR, story="phà"),
        line("n3", "Tin Nhanh", FERRY, story="phà"),
        line("n2", "Tin Nhanh", HARBOUR, "Không ai bị thương và không có gì bị hỏng.", story="cảng"),
    ]
    story.write_text("\n".join(lines), encoding="utf-8")
    out = story.parent / "out"
    assert main(["compare", str(story), "--out", str(out), "--quiet", "--index", str(index)]) == 0
    seen = {path.parent.name: json.loads(path.read_text(encoding="utf-8"))["seen_before"] for path in out.glob("*/comparison.json")}
    found = {name: [place["article"] for place in places] for name, places in seen.items()}
    assert sorted(found.values()) == [[], ["n1", "n3"]]


def test_without_an_index_nothing_is_said(story: Path) -> None:
    document = compared(story)
    assert "seen_before" not in document
    assert "Seen before" not in (story.parent / "out" / "report.html").read_text(encoding="utf-8")


def test_an_index_that_is_not_there_is_named_before_anything_is_written(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(story), "--out", str(story.parent / "out"), "--index", str(story.parent / "none")]) == 1
    assert "none: holds no index" in capsys.readouterr().err
    assert not (story.parent / "out").exists()


def flip(index: Path, at: int = 100) -> None:
    file = index / "segments" / "00000001.seg"
    data = bytearray(file.read_bytes())
    data[at] ^= 1
    file.write_bytes(bytes(data))


def lose(index: Path) -> None:
    (index / "manifest.json").unlink()


def cut(index: Path) -> None:
    file = index / "segments" / "00000001.seg"
    file.write_bytes(file.read_bytes()[:-7])


@pytest.mark.parametrize("damage", [flip, lose, cut], ids=lambda damage: damage.__name__)
def test_a_damaged_index_is_told_and_the_story_is_compared_without_it(
    story: Path, index: Path, capsys: pytest.CaptureFixture[str], damage: Any
) -> None:
    without = compared(story)
    damage(index)
    assert main(["compare", str(story), "--out", str(story.parent / "out"), "--index", str(index)]) == 1
    messages = capsys.readouterr().err
    assert "tellings index repair" in messages
    assert "the stories are compared without it" in messages
    document = json.loads((story.parent / "out" / "comparison.json").read_text(encoding="utf-8"))
    (warning,) = set(document["run"]["warnings"]) - set(without["run"]["warnings"])
    assert warning.startswith("the index was not asked where paragraphs stood before: it is damaged (")
    assert str(index.parent) not in warning
    assert "seen_before" not in document
    assert document["claims"] == without["claims"]
    assert "chưa hỏi được chỉ mục" in render_format(document, "html", ReportOptions(language="vi")).text


def test_an_index_that_is_not_checked_on_open_is_asked_all_the_same(story: Path, index: Path) -> None:
    settings = story.with_name("my.toml")
    settings.write_text('[duplicates]\nindex_check = "join"\n', encoding="utf-8")
    assert compared(story, "--index", str(index), "--settings", str(settings))["seen_before"]


@pytest.mark.parametrize(("language", "title", "own"), [("en", "Seen before", "this story"), ("vi", "Từng xuất hiện", "vụ việc này")])
def test_the_report_shows_each_place_with_what_differs(story: Path, index: Path, language: str, title: str, own: str) -> None:
    document = compared(story, "--index", str(index))
    html = render_format(document, "html", ReportOptions(language=language)).text
    section = html.split('<section id="seen"')[1].split("</section>")[0]
    assert title in section
    assert own in section
    assert "<ins>chín</ins>" in section
    assert '<a class="url" href="https://song.example/pha"' in section
    markdown = render_format(document, "markdown", ReportOptions(language=language)).text
    assert f"## {title}" in markdown
    assert "Bến Cảng" in markdown.split(f"## {title}")[1]


def test_a_report_in_pages_has_pages_for_it(story: Path, index: Path) -> None:
    document = compared(story, "--index", str(index))
    made = report(document, ReportOptions(), PageLimits(size=1))
    pages = dict(made.pages)
    assert 'href="report/seen-1.html"' in made.text
    assert "Sóng Biển" in pages["seen-1.html"]
    assert all('id="seen"' not in text for name, text in pages.items() if name != "seen-1.html")


def test_an_address_that_is_no_web_page_is_no_link(story: Path, index: Path) -> None:
    document = compared(story, "--index", str(index))
    document["seen_before"][0]["matches"][0]["url"] = "javascript:alert(1)"
    assert "javascript:alert" not in render_format(document, "html", ReportOptions()).text
