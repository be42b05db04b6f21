"""What servers answer, well and badly: a page, or the reason why there is none."""

import gzip
import socket
import time
from importlib.metadata import version

import pytest

from compare.errors import SettingsError
from compare.sources.fetch.environment import Environment

PAGE = b"<p>The ferry is in."


def test_a_page_comes_with_where_it_is_from_and_what_it_is(site, fetched):
    url = site.give("/a", PAGE, Content_Type="Text/HTML; Charset=UTF-8")
    (page,) = fetched(url)
    assert (page.asked, page.url, page.data, page.media_type, page.charset) == (url, url, PAGE, "text/html", "utf-8")


@pytest.mark.parametrize(
    ("header", "charset"),
    [
        ('text/html; charset="UTF-8"', "utf-8"),
        ("text/html;CHARSET = utf-8; x", "utf-8"),
        ("text/html", None),
        ("text/html; charset", None),
        ("text/html; charset*=a'b'c; charset*1=d; charset*x=", None),
    ],
)
def test_a_charset_is_read_in_whatever_form_it_comes(header, charset, site, fetched):
    assert fetched(site.give("/a", Content_Type=header))[0].charset == charset


def test_pages_come_in_the_order_in_which_they_were_asked_for(site, fetched):
    pages = fetched(site.give("/b", b"b"), site.url("/none"), site.give("/a", b"a"))
    assert [getattr(page, "data", None) for page in pages] == [b"b", None, b"a"]


def test_nothing_is_asked_for_before_it_is_wanted(site):
    from compare.settings import FetchSettings
    from compare.sources.fetch.fetch_pages import fetch_pages

    next(fetch_pages([site.give("/a"), site.give("/b")], FetchSettings(allow_private=True, cache="", seconds_between=0.0)))
    assert "/b" not in site.paths


def test_the_program_says_who_it_is(site, fetched):
    fetched(site.give("/a"))
    assert {headers["user-agent"] for _, headers in site.asked} == {f"tellings/{version('tellings')}"}


def test_the_program_says_what_the_settings_call_it(site, fetched):
    fetched(site.give("/a"), user_agent="newsroom/1 (+https://example.com)")
    assert site.asked[0][1]["user-agent"] == "newsroom/1 (+https://example.com)"


def test_a_name_that_no_request_can_carry_is_a_fault_of_the_settings(fetched):
    with pytest.raises(SettingsError, match=r"fetch\.user_agent"):
        fetched("http://127.0.0.1/", user_agent="a\r\nCookie: b")


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (404, "answers with status 404 (Not Found); look for a slip in the URL"),
        (410, "answers with status 410 (Gone); look for a slip in the URL"),
        (403, "answers with status 403 (Forbidden); save the page from a browser"),
        (500, "answers with status 500 (Internal Server Error); try again later"),
        (503, "answers with status 503 (Service Unavailable); try again later"),
        (429, "answers with status 429 (Too Many Requests); try again later"),
        (304, "answers with status 304 (Not Modified); save the page from a browser"),
        (206, "answers with status 206 (Partial Content); save the page from a browser"),
        (799, "answers with status 799; try again later"),
    ],
)
def test_a_status_that_is_no_page_is_the_reason(status, said, site, reason):
    assert reason(site.give("/a", b"" if status == 304 else PAGE, status)) == said


@pytest.mark.parametrize("body", [b"", b" \n"])
def test_an_empty_page_is_none(body, site, reason):
    assert "is empty" in reason(site.give("/a", body))


def test_a_page_that_announces_to_be_too_large_is_not_read(site, reason):
    assert "is larger than 100 bytes (fetch.largest_bytes)" in reason(site.give("/a", Content_Length="101"), largest_bytes=100)


def test_a_page_is_cut_off_where_it_turns_out_too_large(site, reason):
    url = site.raw("/a", b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 101)
    assert "is larger than 100 bytes" in reason(url, largest_bytes=100)


def test_a_page_of_the_very_limit_is_taken(site, fetched):
    assert len(fetched(site.give("/a", b"x" * 100), largest_bytes=100)[0].data) == 100


def test_a_compressed_page_is_taken_apart(site, fetched):
    assert fetched(site.give("/a", gzip.compress(PAGE), Content_Encoding="gzip"))[0].data == PAGE


def test_a_gzip_bomb_stops_at_the_limit(site, reason):
    bomb = gzip.compress(b"\0" * 50_000_000)
    assert "is larger than 1000000 bytes" in reason(site.give("/a", bomb, Content_Encoding="gzip"), largest_bytes=1_000_000)


def test_a_stream_that_never_gets_out_of_its_compression_stops_at_the_limit(site, reason):
    endless = b"\x1f\x8b\x08\x08" + b"\0" * 6 + b"x" * 2_000_000  # the name of a file, without end
    assert "is larger than 1000000 bytes" in reason(
        site.raw("/a", b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + endless), largest_bytes=1_000_000
    )


def test_compression_that_was_not_asked_for_is_named(site, reason):
    assert "comes compressed as br, gzip" in reason(site.give("/a", Content_Encoding="br, gzip"))


def test_damaged_compression_is_told(site, reason):
    assert "comes with damaged compression" in reason(site.give("/a", b"no gzip", Content_Encoding="gzip"))


def test_a_compressed_page_without_its_end_breaks_off(site, reason):
    assert "breaks off before its end" in reason(site.give("/a", gzip.compress(PAGE)[:-9], Content_Encoding="gzip"))


def test_a_server_that_hangs_up_in_the_middle_is_told(site, reason):
    assert "breaks off before its end" in reason(site.raw("/a", b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc"))


def test_a_chunk_without_its_end_breaks_off(site, reason):
    assert "breaks off before its end" in reason(site.raw("/a", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"SSH-2.0-x\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: " + b"9" * 5_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 50_000,
    ],
)
def test_what_is_not_http_is_told(data, site, reason):
    assert "does not answer as HTTP asks" in reason(site.raw("/a", data))


def test_a_host_without_an_address_is_told(reason):
    def unknown(*_):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    said = "has a host that cannot be looked up (Name or service not known); look for a slip in the name, or try again later"
    assert reason("http://news.example/", world=Environment(resolve=unknown)) == said


def test_a_port_where_nobody_listens_is_told(reason):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/"
        assert reason(url) == "cannot be reached (Connection refused); try again later"


def test_a_server_that_says_nothing_is_given_up(site, reason):
    site.answers["/a"] = lambda _: time.sleep(1.5)
    assert reason(site.url("/a"), timeout_s=1) == "did not answer within 1 s (fetch.timeout_s); try again later"


@pytest.mark.parametrize("begin", [b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nX: "])
def test_a_server_that_drips_is_cut_off(begin, site, reason):
    def drip(handler):
        handler.wfile.write(begin)
        for _ in range(50):
            handler.wfile.write(b"x")
            time.sleep(0.1)

    site.answers["/a"] = drip
    assert reason(site.url("/a"), deadline_s=1) == "takes longer than 1 s (fetch.deadline_s); try again later"


def test_a_cookie_goes_back_within_a_page_but_to_no_other(site, fetched):
    site.lead("/a", "/b")
    site.give("/a", b"", 302, Location="/b", Set_Cookie="seen=1")
    fetched(site.url("/a"), site.give("/b"))
    assert [headers.get("cookie") for path, headers in site.asked if path == "/b"] == ["seen=1", None]
