"""Which URLs may be asked for at all, in whatever spelling they come."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.sources.fetch.fetch_pages import is_url
from compare.sources.fetch.fetched_page import UnfetchableError
from compare.sources.fetch.request_url import parse_request_url


@pytest.mark.parametrize("url", ["http://example.com", "HTTPS://example.com/a", "http://"])
def test_what_begins_like_a_url_is_meant_as_one(url):
    assert is_url(url)


@pytest.mark.parametrize("name", ["story.html", "ftp://example.com", "http:/x", "httpsfolder/a", "-"])
def test_a_file_is_not_taken_for_a_url(name):
    assert not is_url(name)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("ftp://example.com/a", "is no http or https URL"),
        ("file:///etc/passwd", "is no http or https URL"),
        ("example.com", "is no http or https URL"),
        ("http://[::1", "is no URL"),
        ("http://example.com/\n", "is no URL"),
        ("http://\udcff/", "is no URL"),
        ("http://ⓔxample.com/", "is no URL"),
        ("http://", "names no host"),
        ("http://exa mple.com/", "names no host"),
        ("http://%31%32%37.0.0.1/", "names no host"),
        ("http://example.com:0/", "names no host"),
        ("http://example.com:99999/", "names no host"),
        ("http://" + "a" * 64 + ".com/", "names no host"),
        ("http://" + "a." * 127 + "com/", "names no host"),
        ("http://a..b/", "names no host"),
        ("http://anna:secret@example.com/", "holds a user name or password"),
    ],
)
def test_a_url_that_cannot_be_asked_for_says_why(url, said, reason):
    assert said in reason(url)


@pytest.mark.parametrize(
    "host", ["2130706433", "0x7f.0.0.1", "0x7f000001", "127.1", "0177.0.0.1", "127.0.0.01", "1.0x", "[fe80::1%25eth0]"]
)
def test_an_address_in_an_odd_spelling_is_never_asked(host, reason):
    assert "names no host" in reason(f"http://{host}/") or "is no URL" in reason(f"http://{host}/")


def test_a_password_does_not_reach_the_report(fetched):
    assert fetched("http://anna:secret@example.com/a")[0].place == "http://***@example.com/a"


def test_a_place_is_the_url_as_it_was_given(fetched):
    assert fetched("FTP://Example.com")[0].place == "FTP://Example.com"


def test_a_final_dot_a_fragment_and_capitals_do_not_make_another_page():
    assert str(parse_request_url("HTTP://Example.COM.:80/a#b")) == "http://example.com/a"


def test_a_vietnamese_host_is_asked_for_by_its_ascii_name():
    assert parse_request_url("https://báo.vn/").raw_host == b"xn--bo-mia.vn"


@given(st.text(max_size=30), st.sampled_from(["", "http://", "https://", "http://a.b/"]))
def test_any_text_is_a_url_or_is_told_to_be_none(text, before):
    try:
        assert parse_request_url(before + text).scheme in {"http", "https"}
    except UnfetchableError as error:
        assert "; " in str(error)  # noqa: PT017 - either answer is right
