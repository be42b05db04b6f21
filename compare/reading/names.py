"""Sentence -> names (persons, places, organisations) with one canonical key each, from capitalised runs and the packs' aliases."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import regex

from compare.languages.pack import SentenceWords
from compare.model import Name, Span
from compare.text import bare

# Capitalised words, joined by spaces or hyphens; "of" and "al-" may stand inside.
_RUN = regex.compile(
    r"(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}'’]*(?:\.\p{Lu}[\p{L}\p{N}]*)*(?:-[\p{L}\p{N}]+)*"
    r"(?:(?: | - |-)(?:al-|bin |de |van |von )?\p{Lu}[\p{L}\p{N}'’]*(?:\.\p{Lu}[\p{L}\p{N}]*)*(?:-[\p{L}\p{N}]+)*)*"
)
_WORD = regex.compile(r"[^\s]+")
_POSSESSIVE = regex.compile(r"['’]s?$")
_LONGEST_ALIAS_WORDS = 6


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    text: str


def find_names(text: str, words: SentenceWords, offset: int = 0) -> tuple[Name, ...]:
    """Names of one sentence in order; keys are aliases of the pack or the folded surface; ``offset`` shifts the spans.

    A single capitalised word that opens the sentence (or a quotation in it) is a name only if an alias knows it or it is capitals throughout.
    """
    found: list[Name] = []
    for run in _RUN.finditer(text):
        pieces = [_Piece(run.start() + m.start(), run.start() + m.end(), m.group()) for m in _WORD.finditer(run.group())]
        opens = _opens_sentence(text, run.start())
        found.extend(_named(pieces, words, opens=opens, offset=offset))
    return tuple(found)


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip()
    return not before.strip("\"“‘'«([–—- ") or before[-1] in ".!?:…"


def _named(pieces: list[_Piece], words: SentenceWords, *, opens: bool, offset: int) -> Iterable[Name]:
    """One run cut into known aliases, abbreviations and what is left between them."""
    if opens:
        pieces = _without_starters(pieces, words)
    index = 0
    rest: list[_Piece] = []
    while index < len(pieces):
        length, alias = _alias_at(pieces, index, words)
        if alias:
            yield from _plain(rest, opens=opens and rest[:1] == pieces[:1], offset=offset)
            rest = []
            part = pieces[index : index + length]
            yield _name(part, alias, offset)
        else:
            length = 1
            rest.append(pieces[index])
        index += length
    yield from _plain(rest, opens=opens and rest[:1] == pieces[:1], offset=offset)


def _without_starters(pieces: list[_Piece], words: SentenceWords) -> list[_Piece]:
    while pieces and (pieces[0].text.lower() in words.name_starters or (len(pieces) > 1 and pieces[0].text.lower() in words.titles)):
        pieces = pieces[1:]
    return pieces


def _alias_at(pieces: Sequence[_Piece], index: int, words: SentenceWords) -> tuple[int, str | None]:
    for length in range(min(_LONGEST_ALIAS_WORDS, len(pieces) - index), 0, -1):
        surface = " ".join(piece.text for piece in pieces[index : index + length])
        alias = words.name_aliases.get(_POSSESSIVE.sub("", surface).lower())
        # "IS" is an organisation, "is" and "Is" are not; "US" likewise.
        if alias and (length > 1 or len(surface) > 2 or surface.isupper() or not surface.isascii()):
            return length, alias
    return 1, None


def _plain(pieces: list[_Piece], *, opens: bool, offset: int) -> Iterable[Name]:
    """What no alias knows: abbreviations stand alone, the rest is one name."""
    run: list[_Piece] = []
    for piece in pieces:
        letters = [c for c in piece.text if c.isalpha()]
        if len(letters) > 1 and all(c.isupper() for c in letters) and len(pieces) > 1:
            yield from _one(run, opens=opens, offset=offset)
            run = []
            yield _name([piece], bare(piece.text), offset)
        else:
            run.append(piece)
    yield from _one(run, opens=opens, offset=offset)


def _one(run: list[_Piece], *, opens: bool, offset: int) -> Iterable[Name]:
    if not run:
        return
    only = run[0].text
    if len(run) == 1 and ((opens and not (len(only) > 1 and only.isupper())) or len(only) == 1):
        return
    yield _name(run, " ".join(bare(_POSSESSIVE.sub("", piece.text)).replace(".", "") for piece in run), offset)


def _name(pieces: Sequence[_Piece], name_key: str, offset: int) -> Name:
    surface = " ".join(piece.text for piece in pieces)
    return Name(Span(pieces[0].start + offset, pieces[-1].end + offset), surface, name_key)


def short_forms(names: Iterable[Name]) -> dict[str, str]:
    """Key of a short form -> key of the one longer name that it begins or ends (``park`` -> ``park jin``).

    Of several longer names the most frequent wins, then the first in the alphabet; so the order of sentences changes nothing.
    """
    counts = Counter(name.key for name in names)
    longer = [k for k in sorted(counts) if " " in k]
    resolved = {}
    for short in sorted(counts):
        if len(short.split()) > 2:
            continue
        fits = [k for k in longer if k != short and len(k.split()) <= 5 and _is_end(short.split(), k.split())]
        if fits:
            resolved[short] = max(fits, key=lambda k: (counts[k], -len(k.split())))
    return resolved


def _is_end(short: list[str], long: list[str]) -> bool:
    return len(short) < len(long) and (long[-len(short) :] == short or long[: len(short)] == short)


def with_full_names(names: Sequence[Name], resolved: dict[str, str]) -> tuple[Name, ...]:
    """Names with short forms replaced by the key of the full one."""
    return tuple(replace(name, key=resolved.get(name.key, name.key)) for name in names)

