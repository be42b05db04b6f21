"""Text -> lines that hold paragraphs -> sentences, as exact code-point spans."""

from itertools import pairwise

import regex

from compare.languages.pack import SentenceWords
from compare.model import Span
from compare.reading.endless import LONGEST_LINE

# A full stop, its closing quotes or brackets, white space, then openers and a capital, a digit or a dash of direct speech.
# Possessive, and from the first stop of several: a line of stops is passed once.
_STOP = regex.compile(r"(?<![.!?…])(?P<stop>[.!?…]++)(?P<close>[\"”’»)\]]*+)(?P<space>\s++)(?=[\"“‘«(\[–—-]*+\s?[\p{Lu}\p{N}])")
_BEFORE_STOP = regex.compile(r"(?P<word>[\p{L}\p{N}&]+(?:\.[\p{L}\p{N}]+)*)$")
_INITIALS = regex.compile(r"\p{Lu}(?:\.\p{Lu})+")
_INITIAL = regex.compile(r"[A-Z]")  # "Á" in "châu Á." ends a sentence


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

    A stop ends no sentence after an abbreviation or an initial, nor in ``"…?" Braley said.``. A line without end (``is_endless``) is one
    sentence.
    """
    if within.end - within.start > LONGEST_LINE:
        return [Span(within.start, within.start + len(within.of(text).rstrip()))]
    starts = [within.start]
    for match in _STOP.finditer(text, within.start, within.end):
        if not _ends_no_sentence(text, match, starts[-1], words):
            starts.append(match.end())
    ends = [*starts[1:], within.end]
    return [Span(start, start + len(text[start:end].rstrip())) for start, end in zip(starts, ends, strict=True)]


def _ends_no_sentence(text: str, match: "regex.Match[str]", start: int, words: SentenceWords) -> bool:
    if match["stop"] == "." and not match["close"]:
        before = _BEFORE_STOP.search(text, max(start, match.start() - 40), match.start())
        if before is None:
            return False
        word = before["word"]
        if _INITIALS.fullmatch(word) and text[match.end()] in "([":  # "em K.T.B. (16 tuổi)": the name of a minor, and who that is
            return True
        return word.lower() in words.abbreviations or _INITIAL.fullmatch(word) is not None or _is_list_number(before, start)
    return "." not in match["stop"] and match["close"][:1] in tuple('"”’»') and _speech_follows(text[match.end() : match.end() + 60], words)


def _is_list_number(before: "regex.Match[str]", start: int) -> bool:
    """``1. Cái gì cũng thiếu``: a number that opens the line belongs to what follows."""
    return before["word"].isdigit() and before.start() == start


def _speech_follows(ahead: str, words: SentenceWords) -> bool:
    following = ahead.lower().split()[:5]
    pairs = {" ".join(pair) for pair in pairwise(following)}
    return any(verb in words.speech_verbs for verb in {*(w.strip(".,:;") for w in following), *pairs})
