"""How a page is read that says in several places, or wrongly, how it is encoded."""

import codecs

import pytest

from compare.sources.decode import UndecodableError
from compare.sources.pages.charset import decode_page

STORM = "<p>Bão đổ bộ vào Quảng Ninh, 12 người chết"
LEGACY = "<p>Café naïve"


def read(data, charset=""):
    return decode_page(data, charset)


def test_a_mark_goes_before_all_else():
    assert read(codecs.BOM_UTF16_LE + STORM.encode("utf-16-le"), "windows-1252") == STORM


def test_the_server_goes_before_the_page():
    page = '<meta charset="koi8-r">' + STORM
    assert read(page.encode(), "utf-8") == page


@pytest.mark.parametrize(
    "said",
    [
        '<meta charset="shift_jis">',
        "<META CHARSET=shift_jis>",
        '<meta http-equiv="Content-Type" content="text/html; charset=shift_jis">',
        "<?xml version='1.0' encoding='shift_jis'?>",
    ],
)
def test_the_page_says_it_where_the_server_does_not(said):
    assert read(f"{said}<p>東京".encode("shift_jis")) == f"{said}<p>東京"


def test_without_a_word_it_is_read_as_files_are():
    assert read(STORM.encode()) == STORM


@pytest.mark.parametrize("name", ["iso-8859-1", "us-ascii", "windows-1252", "latin1"])
def test_a_server_that_names_its_default_does_not_spoil_utf_8(name):
    assert read(STORM.encode(), name) == STORM


@pytest.mark.parametrize("name", ["iso-8859-1", "us-ascii"])
def test_a_default_means_windows_1252_as_in_browsers(name):
    assert read("<p>“Café”".encode("cp1252"), name) == "<p>“Café”"


def test_a_wrong_name_gives_way_to_the_page():
    page = '<meta charset="windows-1252">' + LEGACY
    assert read(page.encode("cp1252"), "utf-8") == page


def test_one_broken_byte_does_not_cost_the_page():
    assert read(STORM.encode()[:20] + b"\xff" + STORM.encode()[20:], "utf-8").count("�") == 1


def test_one_broken_byte_without_a_word_on_the_encoding_does_not_either():
    assert read(STORM.encode() + b"\xff") == STORM + "�"


def test_bytes_of_no_encoding_are_told():
    with pytest.raises(UndecodableError, match="NUL bytes"):
        read(b"<p>a\0b")


def test_a_page_that_can_be_read_is_not_utf_16():
    page = '<meta charset="utf-16">' + STORM
    assert read(page.encode()) == page


@pytest.mark.parametrize(
    "name", ["utf-7", "unicode_escape", "punycode", "idna", "rot13", "base64", "zip", "no-such", "", "a\0b", "é" * 300]
)
def test_a_name_of_no_encoding_of_pages_counts_for_nothing(name):
    assert read(b"<p>+ADw- \\u0041", name) == "<p>+ADw- \\u0041"
