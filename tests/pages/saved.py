"""A saved page made up of an article and what stands around it, and what is read of it."""

from compare.model import Article
from compare.settings import InputSettings
from compare.sources.pages.saved_page import page_article
from compare.sources.source import SourceHeaders, source_of

_NAVIGATION = "<nav><ul>" + "".join(f'<li><a href="/{at}">Section {at}</a></li>' for at in range(20)) + "</ul></nav>"
BODY = (
    "The first ferry of the day left Port Ellery two hours late on Tuesday because of thick fog over the harbour.",
    "Some 120 passengers waited at the pier, and many of them took the bus around the bay instead.",
    "The company said that it would pay back all tickets for the first crossing of the day.",
)
ARTICLE = "".join(f"<p>{line}</p>" for line in BODY)


def page(body: str, head: str = "", attributes: str = ' lang="en"') -> bytes:
    inside = f"<header>{_NAVIGATION}</header><main>{body}</main><footer>All rights reserved</footer>"
    return f'<!DOCTYPE html><html{attributes}><head><meta charset="utf-8">{head}</head><body>{inside}</body></html>'.encode()


def article(data: bytes, url: str = "") -> Article:
    found = page_article(data, source_of(data, "saved.html", SourceHeaders(url)), InputSettings())
    assert isinstance(found, Article), found
    return found


def lines(data: bytes) -> list[str]:
    return article(data).text.split("\n")
