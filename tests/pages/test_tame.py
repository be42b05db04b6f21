"""Tags with attributes by the thousand, in whatever a page may hold -> the same tree, made in time."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.sources.pages.limit_attributes import MOST_ATTRIBUTES, limit_attributes
from compare.sources.pages.saved_page import parse_html

_MANY = " ".join(f"a{at}" for at in range(MOST_ATTRIBUTES + 50))
_PIECES = (
    *("<p ", "<p", "</p", ">", "/>", " x=", " x=/>", "=", '"', "'", " ", "a", "/", "-", "<b>", "</b>", "<td "),
    *("<!--", "-->", "<!-->", "--!>", "--", "<!", "<?", "</", "<![CDATA[", "]]>", "<!doctype "),
    *("<script", "<script>", "</script>", "</script ", "<style>", "</style>", "<title>", "</title>", "<textarea>", "</textarea>"),
    *("<noscript>", "<iframe>", "</iframe>", "<xmp>", "<plaintext>"),
)


def _shape(text: str) -> list[tuple[str, str | None, str | None]]:
    root = parse_html(text)
    return [] if root is None else [(each.tag, each.text, each.tail) for each in root.iter()]


def _most_attributes(text: str) -> int:
    root = parse_html(text)
    return 0 if root is None else max(len(each.attrib) for each in root.iter())


@given(st.lists(st.sampled_from([*_PIECES, f" {_MANY} "]), max_size=20))
def test_only_attributes_go_whatever_stands_around_them(pieces: list[str]) -> None:
    text = "<html><body>" + "".join(pieces)
    assert _shape(limit_attributes(text)) == _shape(text)
    assert _most_attributes(limit_attributes(text)) <= MOST_ATTRIBUTES


@pytest.mark.parametrize(
    "text",
    [
        "<p>Ferry</p><script>for(i=0;i<n;i++){" + "go(i) ; " * 3000 + "}</script><p>Late</p>",
        "<p>Ferry</p><style>a<b " + "c d " * 3000 + "</style><p>Late</p>",
        "<p>Ferry</p><!-- a <b " + "c d " * 3000 + "--><p>Late</p>",
        "<p data-story='" + "{a: b} " * 3000 + "' class=lead>Ferry</p><p>Late</p>",
        "<img src='data:image/png;base64," + "A" * 100_000 + "'><p>Late</p>",
        "<p>Ferry isn't <b title=don't>late</b>, said the \"Courier\".</p>" * 500,
    ],
)
def test_a_page_without_such_tags_stays_as_it_is(text: str) -> None:
    assert limit_attributes(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "<p " + " ".join(f"a{at}=b" for at in range(90_000)) + ">Late</p>",
        "<p " + " ".join(f"a{at}='>'" for at in range(90_000)) + ">Late</p>",
        "<!--><p " + " ".join(f"a{at}=b" for at in range(90_000)) + ">Late</p>",
        "<script/><p " + " ".join(f"a{at}=b" for at in range(90_000)) + ">Late</p>",
        "<" * 1_000_000,
        "<a " * 500_000,
        "<!--" * 500_000,
        "<script><!--" * 200_000,
        '<a b="' * 300_000,
        "<title></title>" * 100_000,
    ],
)
def test_a_hostile_page_is_parsed_in_seconds(text: str) -> None:
    begun = time.process_time()
    parse_html(limit_attributes(text))
    assert time.process_time() - begun < 5
