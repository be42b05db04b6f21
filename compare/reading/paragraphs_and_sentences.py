"""Text -> lines that hold paragraphs -> sentences, as exact code-point spans."""

from itertools import pairwise

import regex

from compare.languages.language_pack import SentenceWords
from compare.model import Span
from compare.reading.overlong_lines import LONGEST_LINE

# A full stop, its closing quotes or brackets, white space, then openers and a capital, a digit or a dash of direct speech.
# Possessive, and from the first stop of several: a line of stops is passed once.
_STOP = regex.compile(r"(?<![.!?…])(?P<stop>[.!?…]++)(?P<close>[\"”’»)\]]*+)(?P<space>\s++)(?=[\"“‘«(\[–—-]*+\s?[\p{Lu}\p{N}])")
_BEFORE_STOP = regex.compile(r"(?P<word>[\p{L}\p{N}&]+(?:\.[\p{L}\p{N}]+)*)$")
_INITIALS = regex.compile(r"\p{Lu}(?:\.\p{Lu})+")
_INITIAL = regex.compile(r"[A-Z]")  # "Á" in "châu Á." ends a sentence
_FOLLOWING = regex.compile(r"[\"“‘«(\[–—-]*+\s?(?P<word>[\p{L}\p{N}]+)(?P<behind>[\s,]+\p{Ll})?")
_QUOTATION = regex.compile(r"“(?P<said>[^“”\n]{2,400})”|\"(?P<said>[^\"\n]{2,400})\"|«(?P<said>[^«»\n]{2,400})»")
_INNER_STOP = regex.compile(r"(?<=[.!?…])\s+")
# A slogan: "Stop. Look. Listen." A quotation of longer sentences is cut like any text.
_SLOGAN_WORDS = 3
_SLOGAN_PIECES = range(2, 6)


def paragraphs(text: str) -> list[Span]:
    """Spans of lines that hold anything but white space, trimmed; a line is a paragraph."""
    spans = []
    start = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            first = start + len(line) - len(line.lstrip())
            spans.append(Span(first, first + len(stripped)))
        start += len(line) + 1
    return spans


def sentences(text: str, within: Span, words: SentenceWords) -> list[Span]:
    """Spans of the sentences of one paragraph, in order; together they cover all of it but white space.

    A stop ends no sentence after an abbreviation or an initial, but where a word follows that opens sentences and no name (``Pierre, S.D.
    The mayor``), nor in ``"…?" Braley said.``, nor inside a quoted slogan. A line without end (``is_overlong``) is one sentence.
    """
    if within.end - within.start > LONGEST_LINE:
        return [Span(within.start, within.start + len(within.of(text).rstrip()))]
    starts = [within.start]
    slogans = _slogans(text, within)
    for match in _STOP.finditer(text, within.start, within.end):
        if match.end() - 1 not in slogans and not _ends_no_sentence(text, match, starts[-1], words):
            starts.append(match.end())
    ends = [*starts[1:], within.end]
    return [Span(start, start + len(text[start:end].rstrip())) for start, end in zip(starts, ends, strict=True)]


def _ends_no_sentence(text: str, match: "regex.Match[str]", start: int, words: SentenceWords) -> bool:
    if match["stop"] == "." and not match["close"]:
        before = _BEFORE_STOP.search(text, max(start, match.start() - 40), match.start())
        if before is None:
            return False
        if _is_list_number(before, start):
            return True
        return _is_short(before["word"], text[max(0, before.start() - 2) : before.start()], words) and not _opens(
            text, match.end(), before["word"], words
        )
    return "." not in match["stop"] and match["close"][:1] in tuple('"”’»') and _speech_follows(text[match.end() : match.end() + 60], words)


def _is_short(word: str, before: str, words: SentenceWords) -> bool:
    """Whether a stop behind the word is rather its own: ``Gov.``, ``PGS.TS.``, ``J.``, ``S.D.``, ``Peoria, Ill.``."""
    last = word.lower().rpartition(".")[2]
    if word.lower() in words.abbreviations or (len(last) > 1 and last in words.abbreviations):
        return True
    if _INITIAL.fullmatch(word) or _INITIALS.fullmatch(word):
        return True
    return word.istitle() and word.lower() in words.states and before == ", "


def _opens(text: str, place: int, word: str, words: SentenceWords) -> bool:
    """Whether a sentence opens behind a word that may close one; behind a letter that also shortens a kind of place a name might."""
    following = _FOLLOWING.match(text, place)
    lowered = word.lower()
    if following is None or following["word"].lower() not in words.opening or (lowered in words.abbreviations - words.closing):
        return False
    return lowered not in words.abbreviations or "." in word or len(word) > 1 or following["behind"] is not None


def _slogans(text: str, within: Span) -> frozenset[int]:
    """The places between quotation marks that hold two sentences or more of a few words each."""
    found: set[int] = set()
    for match in _QUOTATION.finditer(text, within.start, within.end):
        pieces = _INNER_STOP.split(match["said"])
        if len(pieces) in _SLOGAN_PIECES and all(len(piece.split()) <= _SLOGAN_WORDS for piece in pieces):
            found.update(range(match.start() + 1, match.end()))
    return frozenset(found)


def _is_list_number(before: "regex.Match[str]", start: int) -> bool:
    """``1. Cái gì cũng thiếu``: a number that opens the line belongs to what follows."""
    return before["word"].isdigit() and before.start() == start


def _speech_follows(ahead: str, words: SentenceWords) -> bool:
    following = ahead.lower().split()[:5]
    pairs = {" ".join(pair) for pair in pairwise(following)}
    return any(verb in words.speech_verbs for verb in {*(w.strip(".,:;") for w in following), *pairs})
