"""The text of a page -> the same without what makes a parser take the square of its length."""

import re

# A tag's attributes are compared with one another: a megabyte of them takes two minutes, so many half a second.
_LONGEST_TAG = 5_000  # code points
_TAG = re.compile(r"<(?P<name>[a-zA-Z][\w:-]{0,40})(?P<rest>(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>?+")
# What is read of attributes, here and by the extractor; the rest is business of scripts and style sheets.
_READ = re.compile(
    r"(?<![\w-])(?P<name>class|id|itemprop|itemtype|property|name|content|href|datetime|rel|lang|type|role)\s*+=\s*+"
    r"(?P<value>\"[^\"]{0,2000}\"|'[^']{0,2000}')",
    re.IGNORECASE,
)


def tame(text: str) -> str:
    """Tags that are too long keep the attributes that are read, each once; NUL, which a browser leaves out, goes."""
    text = text.replace("\0", "")
    pieces = []
    begin = 0
    for tag in _TAG.finditer(text):
        if tag.end() - tag.start() > _LONGEST_TAG:
            pieces += [text[begin : tag.start()], _shortened(tag)]
            begin = tag.end()
    return "".join([*pieces, text[begin:]]) if pieces else text


def _shortened(tag: re.Match[str]) -> str:
    kept = {read["name"].lower(): read["value"] for read in _READ.finditer(tag["rest"])}
    return f"<{tag['name']} " + " ".join(f"{name}={value}" for name, value in kept.items()) + ">"
