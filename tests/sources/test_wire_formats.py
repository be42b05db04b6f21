"""News as agencies and sites give it to programs (WACZ, NewsML-G2, NITF, ninjs, JSON Feed): headline, provider, date, language and text."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from compare.cli import main
from compare.model import Article, Published
from compare.settings import InputSettings
from compare.sources.read_inputs import Intake, read_inputs

CASES = Path(__file__).parents[1] / "cases" / "formats"
CASE_SAYS = (
    "Fourteen people were taken to hospital after the ferry Marlow Queen struck the pier at Port Ellery on Saturday morning, police said."
)
SAYS = "The noon ferry left Port Ellery two hours late on Monday."
SAYS_VI = "Chuyến phà trưa rời bến Cồn Lau muộn hai giờ hôm thứ hai."


def read(path: Path, settings: InputSettings | None = None) -> Intake:
    return read_inputs([str(path)], settings or InputSettings())


def one(folder: Path, name: str, text: str) -> Article:
    (folder / name).write_text(text, encoding="utf-8")
    intake = read(folder / name)
    assert intake.skipped == ()
    (found,) = intake.articles
    return found


def reasons(folder: Path, name: str, text: str) -> list[str]:
    (folder / name).write_text(text, encoding="utf-8")
    return [item.reason for item in read(folder / name).skipped]


@pytest.mark.parametrize("name", ["story.wacz", "newsml.xml", "ninjs.json", "feed.json", "google.xml", "memento2.html"])
def test_a_case_is_read_without_a_loss(name: str, tmp_path: Path) -> None:
    assert main(["compare", str(CASES / name), "--out", str(tmp_path), "--strict"]) == 0


# WACZ


def wacz(**more: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(CASES / "story.wacz") as case, zipfile.ZipFile(made, "w") as archive:
        for name in case.namelist():
            archive.writestr(name, case.read(name))
        for name, text in more.items():
            archive.writestr(name.replace("__", "/").replace("_DOT_", "."), text)
    return made.getvalue()


def test_the_pages_of_a_web_archive_are_read() -> None:
    assert sorted(article.outlet for article in read(CASES / "story.wacz").articles) == ["BBC", "Reuters"]


def test_whatever_describes_a_web_archive_is_no_loss(tmp_path: Path) -> None:
    own = ("fuzzy_DOT_json", "datapackage-digest_DOT_json", "pages__extraPages_DOT_jsonl", "indexes__index_DOT_idx", "logs__crawl_DOT_log")
    (tmp_path / "a.wacz").write_bytes(wacz(**dict.fromkeys(own, '{"a": "The log of a crawl says much."}\n')))
    intake = read(tmp_path / "a.wacz")
    assert (len(intake.articles), intake.skipped) == (2, ())


def test_what_else_is_in_a_web_archive_is_read_or_told(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(wacz(notes__a_DOT_txt=SAYS, notes__b_DOT_bin="\x00"))
    intake = read(tmp_path / "a.zip")
    assert (len(intake.articles), [item.place for item in intake.skipped]) == (3, ["a.zip/notes/b.bin"])


def test_a_zip_with_files_of_such_names_is_no_web_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("datapackage.json", '{"a": 1}')
        archive.writestr("pages/a.txt", SAYS)
    intake = read(tmp_path / "a.zip")
    assert ([article.text for article in intake.articles], len(intake.skipped)) == ([SAYS], 1)


# NewsML-G2 and NITF


def newsml(meta: str = "", content: str = "", item: str = "", body: str = f"<p>{SAYS}</p>") -> str:
    inside = (
        f'<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html></inlineXML>'
    )
    return (
        f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" {item}>'
        f"<itemMeta>{meta}</itemMeta><contentMeta>{content}</contentMeta><contentSet>{inside}</contentSet></newsItem>"
    )


def test_the_case_of_newsml_has_its_headline_and_text() -> None:
    (found,) = read(CASES / "newsml.xml").articles
    assert (found.id, found.title, found.text) == ("urn:x:1", "Ferry hits pier", CASE_SAYS)


def test_an_item_says_who_when_and_in_which_language(tmp_path: Path) -> None:
    meta = (
        '<provider qcode="nprov:TTXVN"><name>Thông tấn xã Mẫu</name></provider><versionCreated>2024-03-09T10:00:00+07:00</versionCreated>'
    )
    content = '<headline>Phà rời bến muộn</headline><language tag="vi-VN"/><by>Lê Thị Mẫu</by>'
    found = one(tmp_path, "a.xml", newsml(meta, content, body=f"<p>{SAYS_VI}</p>"))
    assert (found.outlet, found.title, found.language, found.credits.byline) == (
        "Thông tấn xã Mẫu",
        "Phà rời bến muộn",
        "vi",
        "Lê Thị Mẫu",
    )
    assert found.published is not None
    assert found.published.value.startswith("2024-03-09T")


@pytest.mark.parametrize(
    ("meta", "content", "outlet"),
    [
        ('<provider literal="Sample Wire"/>', "", "Sample Wire"),
        ('<provider qcode="nprov:AFP"/>', "", "AFP"),
        ("", "<infoSource><name>Sample Wire</name></infoSource>", "Sample Wire"),
        ("", "", "a"),
    ],
)
def test_the_provider_of_an_item_is_its_outlet(meta: str, content: str, outlet: str, tmp_path: Path) -> None:
    assert one(tmp_path, "a.xml", newsml(meta, content)).outlet == outlet


@pytest.mark.parametrize("name", ["a.xml", "a", "a.newsml", "a.txt"])
@pytest.mark.parametrize("before", ["", '<?xml version="1.0" encoding="utf-8"?>\n', '\n <!-- x -->\n<?xml version="1.0"?>'])
def test_news_in_xml_is_known_by_its_root(name: str, before: str, tmp_path: Path) -> None:
    assert one(tmp_path, name, before + newsml()).text == SAYS


def test_each_item_of_a_message_is_an_article(tmp_path: Path) -> None:
    items = newsml() + newsml(body=f"<p>{SAYS_VI}</p>").replace("urn:x:1", "urn:x:2")
    (tmp_path / "a.xml").write_text(f"<newsMessage><itemSet>{items}</itemSet></newsMessage>", encoding="utf-8")
    assert sorted(article.id for article in read(tmp_path / "a.xml").articles) == ["urn:x:1", "urn:x:2"]


def test_two_versions_of_an_item_are_two_articles(tmp_path: Path) -> None:
    items = newsml(item='version="1"') + newsml(item='version="2"', body=f"<p>{SAYS} It was told anew.</p>")
    (tmp_path / "a.xml").write_text(f"<newsMessage>{items}</newsMessage>", encoding="utf-8")
    assert [article.id for article in read(tmp_path / "a.xml").articles] == ["urn:x:1", "urn:x:1:2"]


def test_an_item_that_was_withdrawn_is_told(tmp_path: Path) -> None:
    assert "withdrew" in reasons(tmp_path, "a.xml", newsml('<pubStatus qcode="stat:canceled"/>'))[0]


def test_an_item_of_a_picture_is_told(tmp_path: Path) -> None:
    text = "<newsItem guid='x'><contentSet><remoteContent href='a.jpg'/></contentSet></newsItem>"
    assert "without a text in it" in reasons(tmp_path, "a.xml", text)[0]


NITF = (
    '<nitf><head><docdata><doc-id id-string="n-1"/><date.issue norm="20240309T100000Z"/></docdata><pubdata name="Sample Wire"/></head>'
    "<body><body.head><hedline><hl1>Ferry leaves late</hl1></hedline><byline>Anna Lee</byline></body.head>"
    f"<body.content><p>{SAYS}</p><media><media-caption>The pier in a picture of ours.</media-caption></media><hl2>At noon</hl2>"
    "<p>Nobody was hurt.</p></body.content></body></nitf>"
)


def test_nitf_is_read_with_its_head_and_without_its_pictures(tmp_path: Path) -> None:
    found = one(tmp_path, "a.xml", NITF)
    assert (found.id, found.outlet, found.title, found.credits.byline) == ("n-1", "Sample Wire", "Ferry leaves late", "Anna Lee")
    assert found.text == f"{SAYS}\nAt noon\nNobody was hurt."
    assert found.published is not None
    assert found.published.value[:10] == "2024-03-09"


def test_nitf_inside_newsml_is_read_under_what_the_item_says(tmp_path: Path) -> None:
    item = f"<newsItem guid='u-1'><contentMeta><headline>Of the item</headline></contentMeta><inlineXML>{NITF}</inlineXML></newsItem>"
    found = one(tmp_path, "a.xml", item)
    assert (found.id, found.title, found.outlet) == ("u-1", "Of the item", "Sample Wire")


# ninjs


def ninjs(**values: Any) -> dict[str, Any]:
    return {"uri": "urn:x:1", "versioncreated": "2024-03-09T10:00:00Z", "body_text": SAYS} | values


def test_the_case_of_ninjs_has_headline_provider_date_and_language() -> None:
    (found,) = read(CASES / "ninjs.json").articles
    assert (found.id, found.outlet, found.title, found.language, found.text) == ("urn:afp:1", "AFP", "Ferry hits pier", "en", CASE_SAYS)
    assert isinstance(found.published, Published)
    assert found.published.value.startswith("2024-03-09")


@pytest.mark.parametrize(
    "values",
    [
        {"body_text": SAYS},
        {"body_text": "", "body_html": f"<p>{SAYS}</p>"},
        {"body_text": "", "body_xhtml": f"<div><p>{SAYS}</p></div>"},
        {"body_text": "", "bodies": [{"contentType": "text/html", "value": f"<p>{SAYS}</p>"}]},
        {
            "body_text": "",
            "bodies": [
                {"role": "short", "value": "x", "contentType": "text/plain"},
                {"role": "main", "value": SAYS, "contentType": "text/plain"},
            ],
        },
    ],
)
def test_every_version_s_body_is_read(values: dict[str, Any], tmp_path: Path) -> None:
    assert one(tmp_path, "a.json", json.dumps(ninjs(**values))).text == SAYS


@pytest.mark.parametrize(
    ("values", "outlet"),
    [
        ({"provider": {"name": "Thông tấn xã Mẫu"}}, "Thông tấn xã Mẫu"),
        ({"source": "Sample Wire"}, "Sample Wire"),
        ({"infosources": [{"name": "Sample Wire"}]}, "Sample Wire"),
        ({"copyrightholder": "Sample Wire"}, "Sample Wire"),
        ({}, "a"),
    ],
)
def test_every_version_s_provider_is_the_outlet(values: dict[str, Any], outlet: str, tmp_path: Path) -> None:
    assert one(tmp_path, "a.json", json.dumps(ninjs(**values))).outlet == outlet


def test_news_items_stand_in_lines_and_in_lists(tmp_path: Path) -> None:
    items = [ninjs(), ninjs(uri="urn:x:2", headline="Phà muộn", body_text=SAYS_VI)]
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps(item, ensure_ascii=False) for item in items), encoding="utf-8")
    (tmp_path / "b.json").write_text(json.dumps([item | {"uri": item["uri"] + "b"} for item in items], indent=2), encoding="utf-8")
    intake = read(tmp_path)
    assert (sorted(article.id for article in intake.articles), intake.skipped) == (["urn:x:1", "urn:x:1b", "urn:x:2", "urn:x:2b"], ())


def test_a_news_item_without_a_text_is_told(tmp_path: Path) -> None:
    assert "without a text in it" in reasons(tmp_path, "a.json", json.dumps(ninjs(body_text="", type="picture")))[0]


def test_a_map_of_columns_goes_before_what_a_form_means(tmp_path: Path) -> None:
    columns = (("id", "uri"), ("outlet", "desk"), ("text", "body_text"))
    (tmp_path / "a.jsonl").write_text(json.dumps(ninjs(desk="Our Desk", source="Sample Wire")), encoding="utf-8")
    assert [article.outlet for article in read(tmp_path / "a.jsonl", InputSettings(columns=columns)).articles] == ["Our Desk"]


def test_an_article_about_such_a_form_is_an_article(tmp_path: Path) -> None:
    record = {"id": "a", "outlet": "x", "text": "The ninjs form and jsonfeed.org/version/1.1 are read.", "versioncreated": "now"}
    assert one(tmp_path, "a.jsonl", json.dumps(record)).text == record["text"]


# JSON Feed


def feed(*items: dict[str, Any], **values: Any) -> dict[str, Any]:
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Sample Gazette",
        "home_page_url": "https://g.example/",
        "items": list(items),
    } | values


def test_the_case_of_a_json_feed_is_an_article_an_item() -> None:
    (found,) = read(CASES / "feed.json").articles
    assert (found.outlet, found.title, found.text, found.url, found.form) == (
        "Sample Gazette",
        "Ferry hits pier",
        CASE_SAYS,
        "https://gazette.example/ferry",
        "feed",
    )


@pytest.mark.parametrize("form", [{"content_text": SAYS_VI}, {"content_html": f"<p>{SAYS_VI}</p>"}, {"summary": SAYS_VI}])
def test_an_item_tells_its_text_in_any_of_three_ways(form: dict[str, Any], tmp_path: Path) -> None:
    assert one(tmp_path, "a.json", json.dumps(feed({"id": "1", **form}, language="vi-VN"))).text == SAYS_VI


def test_an_item_is_by_the_outlet_of_its_address(tmp_path: Path) -> None:
    assert (
        one(tmp_path, "a.json", json.dumps(feed({"id": "1", "url": "https://vnexpress.net/a", "content_text": SAYS}))).outlet == "VnExpress"
    )


def test_items_of_two_feeds_keep_their_numbers_apart(tmp_path: Path) -> None:
    for name in ("a", "b"):
        made = feed({"id": 1, "content_text": SAYS}, home_page_url=f"https://{name}.example/")
        (tmp_path / f"{name}.json").write_text(json.dumps(made), encoding="utf-8")
    intake = read(tmp_path)
    assert ([article.id for article in intake.articles], intake.skipped) == (["https://a.example/#1", "https://b.example/#1"], ())


def test_feeds_stand_in_lines_too(tmp_path: Path) -> None:
    made = [feed({"id": f"{at}", "content_text": SAYS}, {"id": f"x{at}", "content_text": SAYS_VI}) for at in range(2)]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, made)), encoding="utf-8")
    intake = read(tmp_path / "a.jsonl")
    assert (sorted(article.origin for article in intake.articles), intake.skipped) == (
        ["a.jsonl:1:1", "a.jsonl:1:2", "a.jsonl:2:1", "a.jsonl:2:2"],
        (),
    )


@pytest.mark.parametrize("items", [[], [{"id": "1", "content_text": ""}], [{}], [5], "x"])
def test_a_feed_that_tells_nothing_is_told(items: Any, tmp_path: Path) -> None:
    assert len(reasons(tmp_path, "a.json", json.dumps(feed() | {"items": items}))) == 1


# Lists of our own form, and standard input


RECORDS = [{"id": "a", "outlet": "River Post", "text": SAYS}, {"id": "b", "outlet": "Báo Cồn Lau", "text": SAYS_VI}]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_list_of_articles_is_read_in_every_encoding(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(RECORDS, ensure_ascii=False, indent=1), encoding=encoding)
    assert [article.text for article in read(tmp_path / "a.json").articles] == [SAYS, SAYS_VI]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("value", [RECORDS, RECORDS[0], ninjs(), feed({"id": "1", "content_text": SAYS})])
def test_standard_input_may_be_one_value(indent: int | None, value: Any) -> None:
    intake = read_inputs(["-"], InputSettings(), io.BytesIO(json.dumps(value, indent=indent).encode()))
    assert (intake.articles[0].text, intake.skipped) == (SAYS, ())


@pytest.mark.parametrize("text", ['{"articles": []}', "5", '"x"', "null"])
def test_another_value_is_refused_with_what_to_do(text: str, tmp_path: Path) -> None:
    assert reasons(tmp_path, "a.json", text) == ["is one JSON value, which is not read; write one article a line in a .jsonl file"]
