"""Text -> what a reader sees of it, and where that stood: no signs of no width, one space, one hyphen, one place of a tone mark."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from compare.model import Span

# Format characters that change nothing of what is read (Unicode's default ignorable ones, without variation selectors, which are marks).
INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_HYPHENS = "\u2010\u2011"  # a hyphen, and one at which no line breaks
# New and old places of the tone mark on oa, oe, uy (hoà/hòa, khoẻ/khỏe, thuỷ/thủy): two spellings of one word, which NFC keeps apart.
_LOWER = {
    new: old
    for pairs in (
        "oà òa oá óa oả ỏa oã õa oạ ọa",
        "oè òe oé óe oẻ ỏe oẽ õe oẹ ọe",
        "uỳ ùy uý úy uỷ ủy uỹ ũy uỵ ụy",
    )
    for new, old in zip(pairs.split()[::2], pairs.split()[1::2], strict=True)
}
_TONE_PLACES = {case(new): case(old) for new, old in _LOWER.items() for case in (str, str.upper, str.capitalize)}
# Before another letter there is one place alone ("hoàn"). The pattern begins at the rarer sign: a fifth of the time.
_TONE = re.compile(r"[àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ](?<=[oOuU].)(?![^\W\d_])")
_NEW_PLACES = {old: new for new, old in _LOWER.items()}
_OLD_TONE = re.compile(rf"(?<!q)(?:{'|'.join(_NEW_PLACES)})(?![^\W\d_])")
_TAKEN_OUT = re.compile(rf"[{INVISIBLE}]+")
_ODD = re.compile(rf"[{INVISIBLE}{_SPACES}{_HYPHENS}]")
_PLAIN = {**dict.fromkeys([0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " "), 0x2010: "-", 0x2011: "-"}


class VisibleText(NamedTuple):
    """The text that is seen; ``places`` has the place of each of its characters before, ``None`` where all stand where they stood."""

    text: str
    places: Sequence[int] | None = None

    def original_span(self, span: Span) -> Span:
        """Where a stretch of the text that is seen stood."""
        return span if self.places is None else Span(self.places[span.start], self.places[span.end - 1] + 1)


def visible_text(text: str) -> VisibleText:
    """What a reader sees; a text that has none of these signs is given back as it is."""
    if text.isascii():
        return VisibleText(text)
    places = None
    if _ODD.search(text):
        if _TAKEN_OUT.search(text):
            gaps = {place for found in _TAKEN_OUT.finditer(text) for place in range(*found.span())}
            places = [place for place in range(len(text)) if place not in gaps]
            text = _TAKEN_OUT.sub("", text)
        text = text.translate(_PLAIN)
    marks = [found.start() for found in _TONE.finditer(text)]
    return VisibleText(_with_old_places(text, marks) if marks else text, places)


def _with_old_places(text: str, marks: Sequence[int]) -> str:
    """The text with the marks at these places on the vowel before; behind a q the u is none of the vowels: ``quý``, never ``qúy``."""
    signs = list(text)
    for place in marks:
        pair = text[place - 1 : place + 1]
        if text[place - 2 : place - 1] not in ("q", "Q"):
            signs[place - 1 : place + 1] = _TONE_PLACES.get(pair, pair)
    return "".join(signs)


def spellings(word: str) -> tuple[str, str]:
    """A word in lower case with its tone mark in the old place and in the new one: ``hòa``, ``hoà``."""
    old = visible_text(word).text
    return old, in_new_places(old)


def in_new_places(text: str) -> str:
    """A text that is seen, in lower case, with tone marks in their new places: ``hoà``."""
    return text if text.isascii() else _OLD_TONE.sub(lambda found: _NEW_PLACES[found.group()], text)
