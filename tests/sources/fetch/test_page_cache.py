"""Pages that are kept so that they need not be sent again; the server is always asked."""

import json
from pathlib import Path

import pytest

from compare.sources.fetch.environment import Environment


def serve(site, body=b"ferry", tag='"1"'):
    """A page with a tag, which is not sent to who has it."""

    def answer(handler):
        if handler.headers["If-None-Match"] == tag:
            handler.wfile.write(b"HTTP/1.1 304 Not Modified\r\n\r\n")
        else:
            head = f"HTTP/1.1 200 OK\r\nETag: {tag}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
            handler.wfile.write(head.encode() + body)

    site.answers["/a"] = answer
    return site.url("/a")


def entries(folder):
    return [path for path in Path(folder).rglob("*") if path.is_file()]


@pytest.fixture
def kept(tmp_path):
    return {"cache": str(tmp_path / "pages"), "robots": False}


def test_a_page_that_did_not_change_is_the_one_that_was_kept(site, fetched, kept):
    assert fetched(serve(site), **kept) == fetched(serve(site), **kept)


def test_the_server_is_asked_whether_it_changed(site, fetched, kept):
    fetched(serve(site), serve(site), **kept)
    assert [headers.get("if-none-match") for _, headers in site.asked] == [None, '"1"']


def test_a_time_will_do_where_there_is_no_tag(site, fetched, kept):
    url = site.give("/a", Last_Modified="Sat, 03 Feb 2024 12:00:00 GMT")
    fetched(url, url, **kept)
    assert site.asked[1][1]["if-modified-since"] == "Sat, 03 Feb 2024 12:00:00 GMT"


def test_a_page_that_changed_is_sent(site, fetched, kept):
    fetched(serve(site), **kept)
    assert fetched(serve(site, b"pier", '"2"'), **kept)[0].data == b"pier"


def test_a_page_that_changed_is_kept(site, fetched, kept):
    fetched(serve(site), **kept)
    fetched(serve(site, b"pier", '"2"'), **kept)
    assert fetched(serve(site, b"pier", '"2"'), **kept)[0].data == b"pier"


def test_a_page_behind_a_redirect_is_kept_by_its_own_url(site, fetched, kept):
    serve(site)
    site.lead("/old", "/a")
    fetched(site.url("/old"), site.url("/a"), **kept)
    assert site.asked[-1][1]["if-none-match"] == '"1"'


@pytest.mark.parametrize("headers", [{}, {"ETag": '"é"'}, {"ETag": '"1"', "Cache_Control": "private, No-Store"}])
def test_a_page_that_may_not_or_need_not_be_kept_is_not(headers, site, fetched, kept):
    fetched(site.give("/a", **headers), **kept)
    assert entries(kept["cache"]) == []


def test_a_failure_is_not_kept(site, fetched, kept):
    fetched(site.give("/a", status=404, ETag='"1"'), **kept)
    assert entries(kept["cache"]) == []


def test_without_a_folder_nothing_is_kept(site, fetched):
    fetched(serve(site), serve(site), cache="")
    assert "if-none-match" not in site.asked[-1][1]


@pytest.mark.parametrize(
    "damage", [lambda entry: entry[:-1], lambda entry: entry[:40], lambda _: b"", lambda entry: entry[:50] + b"!" + entry[51:]]
)
def test_a_damaged_entry_counts_for_nothing(damage, site, fetched, kept):
    fetched(serve(site), **kept)
    (entry,) = entries(kept["cache"])
    entry.write_bytes(damage(entry.read_bytes()))
    assert fetched(serve(site), **kept)[0].data == b"ferry"


@pytest.mark.parametrize("head", [b"[]", b"{}", b"no json", json.dumps({"url": "http://other.example/"}).encode()])
def test_an_entry_of_another_kind_counts_for_nothing(head, site, fetched, kept):
    import hashlib

    fetched(serve(site), **kept)
    (entry,) = entries(kept["cache"])
    made = head + b"\npier"
    entry.write_bytes(hashlib.sha256(made).digest() + made)
    assert fetched(serve(site), **kept)[0].data == b"ferry"


def test_a_page_larger_than_what_is_wanted_now_does_not_come_from_the_folder(site, fetched, kept):
    fetched(serve(site), **kept)
    assert "is larger than 3 bytes" in fetched(serve(site), **kept, largest_bytes=3)[0].reason


def test_nothing_is_left_beside_an_entry(site, fetched, kept):
    fetched(serve(site), **kept)
    assert len(entries(kept["cache"])) == 1


def test_a_folder_that_cannot_be_written_costs_no_page(site, fetched, tmp_path):
    (tmp_path / "file").touch()
    warnings = []
    (page,) = fetched(serve(site), cache=str(tmp_path / "file"), environment=Environment(warn=warnings.append))
    assert (page.data, [line.split(":")[1] for line in warnings]) == (b"ferry", [" name another folder in fetch.cache"])
