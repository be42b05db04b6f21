"""The text of a page -> the same without attributes by the thousand, of which a parser compares each with each."""

import re

# A tag of 90,000 attributes takes libxml2 half a minute, one of 1,000 some milliseconds; templates write up to 60.
MOST_ATTRIBUTES = 200
# As the HTML standard parts them (https://html.spec.whatwg.org/#tokenization): a quotation mark is one only behind "=".
_SPACE = r"[\t\n\f\r /]"
_VALUE = r"(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\t\n\f\r >\"'][^\t\n\f\r >]*+|(?=>))"
_ATTRIBUTE = rf"{_SPACE}*+[^\t\n\f\r />][^\t\n\f\r />=]*+(?:[\t\n\f\r ]*+=[\t\n\f\r ]*+{_VALUE})?+"
_NAME = r"[a-z][^\t\n\f\r />]*+"
# What stands in these is no markup, to the end tag of the same name.
_RAW = r"(?:script|style|textarea|title|xmp|iframe|noembed|noframes|plaintext)(?=[\t\n\f\r />])"
_FIRST = rf"(?:{_ATTRIBUTE}){{0,{MOST_ATTRIBUTES}}}+"
_PLAINLY = re.compile(rf"(?:[^<]++|</?+(?!{_RAW}){_NAME}{_FIRST}{_SPACE}*+>|<(?![a-z!?/]))*+", re.IGNORECASE)
_TAG = re.compile(rf"</?+(?P<name>{_NAME}){_FIRST}(?P<more>(?:{_ATTRIBUTE})*+)(?P<end>{_SPACE}*+)>?+", re.IGNORECASE)
_IS_RAW = re.compile(_RAW, re.IGNORECASE)
_COMMENT = re.compile(r"<!--(?:-?>|.*?(?:--!?>|\Z))", re.DOTALL)
_BOGUS = re.compile(r"<[!?/][^>]*+>?+")
_IN_SCRIPT = re.compile(r"<!--|-->|<(?P<end>/?)script(?=[\t\n\f\r />])", re.IGNORECASE)


def limit_attributes(text: str) -> str:
    """Every tag keeps its first ``MOST_ATTRIBUTES`` attributes, and everything else stays; NUL, which a browser leaves out, goes."""
    text = text.replace("\0", "")
    pieces = []
    begin = at = 0
    while (at := _end(_PLAINLY, text, at)) < len(text):
        tag = _TAG.match(text, at)
        if tag is None:
            at = _end(_COMMENT if text.startswith("<!--", at) else _BOGUS, text, at)
            continue
        if tag["more"]:
            pieces.append(text[begin : tag.start("more")])
            begin = tag.end("more")
        is_raw = _IS_RAW.match(text, at + 1) and not tag["end"].endswith("/")
        at = _end_of_raw(tag["name"], text, tag.end()) if is_raw else tag.end()
    return "".join([*pieces, text[begin:]]) if pieces else text


def _end(form: re.Pattern[str], text: str, at: int) -> int:
    found = form.match(text, at)
    return found.end() if found else len(text)


def _end_of_raw(name: str, text: str, at: int) -> int:
    """Where the end tag of an element begins whose content is no markup; ``plaintext`` has none."""
    if name.lower() == "script":
        return _end_of_script(text, at)
    if name.lower() == "plaintext":
        return len(text)
    found = re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE).search(text, at)
    return found.start() if found else len(text)


def _end_of_script(text: str, at: int) -> int:
    """Inside of ``<!--`` an end tag ends only the ``<script`` that stands there too ("script data double escaped state")."""
    is_escaped = is_double = False
    while found := _IN_SCRIPT.search(text, at):
        at = found.end()
        if found[0] == "<!--":
            is_escaped = True
            at -= 2  # "<!-->" is one already
        elif found[0] == "-->":
            is_escaped = is_double = False
        elif not found["end"]:
            is_double = is_escaped
        elif not is_double:
            return found.start()
        else:
            is_double = False
    return len(text)
