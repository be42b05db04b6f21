"""Redirects: followed a while, never in a circle, never out of HTTP, never from a safe line to an open one."""

import pytest


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_page_that_moved_is_followed(status, site, fetched):
    site.lead("/old", "/new#part", status)
    site.give("/new")
    (page,) = fetched(site.url("/old"))
    assert (page.given_url, page.url) == (site.url("/old"), site.url("/new"))


def test_a_circle_is_told(site, reason):
    site.lead("/a", "/b")
    site.lead("/b", "/a")
    assert reason(site.url("/a")) == "redirects in a circle; save the page from a browser"


def test_a_page_that_wants_its_cookie_back_is_no_circle(site, fetched):
    def answer(handler):
        if handler.headers["Cookie"]:
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nferry")
        else:
            handler.wfile.write(b"HTTP/1.1 302 Found\r\nLocation: /a\r\nSet-Cookie: seen=1\r\nContent-Length: 0\r\n\r\n")

    site.answers["/a"] = answer
    assert fetched(site.url("/a"))[0].data == b"ferry"


def test_a_cookie_that_no_request_can_carry_is_left_behind(site, fetched):
    site.give("/a", b"", 302, Location="/b", Set_Cookie="seen=\xe9")
    site.give("/b")
    assert fetched(site.url("/a"))[0].url == site.url("/b")


def test_a_redirect_to_a_vietnamese_path_is_followed_as_it_stands(site, fetched):
    site.raw("/a", "HTTP/1.1 302 Found\r\nLocation: /bão\r\nContent-Length: 0\r\n\r\n".encode())
    site.give("/b%C3%A3o")
    assert fetched(site.url("/a"))[0].url == site.url("/b%C3%A3o")


def test_many_redirects_are_followed_no_further(site, reason):
    for at in range(5):
        site.lead(f"/{at}", f"/{at + 1}")
    assert reason(site.url("/0"), most_redirects=3) == "redirects more than 3 times; save the page from a browser"


def test_as_many_redirects_as_allowed_are_followed(site, fetched):
    site.lead("/0", "/1")
    site.lead("/1", "/2")
    site.give("/2")
    assert fetched(site.url("/0"), most_redirects=2)[0].url == site.url("/2")


@pytest.mark.parametrize(
    "to", ["ftp://example.com/a", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,a", "http://[::1", "http://a:b@127.0.0.1/"]
)
def test_a_redirect_out_of_http_is_not_followed(to, site, reason):
    site.lead("/a", to)
    assert reason(site.url("/a")) == f"redirects to {to!r}, which cannot be followed; open the URL in a browser"


def test_a_status_of_redirects_that_leads_nowhere_is_the_reason(site, reason):
    assert "answers with status 302 (Found)" in reason(site.give("/a", b"", 302))


def test_a_redirect_of_bytes_that_are_no_text_costs_the_page_alone(site, fetched):
    site.raw("/a", b"HTTP/1.1 302 Found\r\nLocation: http://\xff\xfe:x/\x80\r\n\r\n")
    assert [type(page).__name__ for page in fetched(site.url("/a"), site.give("/b"))] == ["Skipped", "FetchedPage"]
