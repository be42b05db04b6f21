"""The text of an XML file -> the same from its declaration on, which XML wants at the very begin, and templates leave a line before it."""

import regex

_BEFORE = regex.compile(r"(?:[\s\ufeff]|<!--(?:[^-]|-(?!->))*+-->)++(?=<\?xml\b)", regex.IGNORECASE)
_DECLARATION = regex.compile(r"<\?xml\b[^>]*+\?>", regex.IGNORECASE)


def from_declaration(text: str) -> str:
    """Without blank lines, marks and comments before it; a text with anything else there, or without a declaration, is as it was."""
    before = _BEFORE.match(text)
    return text[before.end() :] if before else text


def without_declaration(text: str) -> str:
    """Without the declaration too, which names an encoding that a decoded text no longer has."""
    return _DECLARATION.sub("", from_declaration(text), 1).lstrip("\ufeff \t\r\n")
