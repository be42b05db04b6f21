"""Sentence -> names (persons, places, organisations) with one canonical key each, from the pack's aliases and from capitalised runs."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import regex

from compare.languages.pack import SentenceWords
from compare.model import Name, Span
from compare.text import bare

# Capitalised words, joined by spaces or hyphens; "al-" and the like may stand inside.
_RUN = regex.compile(
    r"(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}'’]*(?:\.\p{Lu}[\p{L}\p{N}]*)*(?:-[\p{L}\p{N}]+)*"
    r"(?: (?:al-|bin |de |van |von )?\p{Lu}[\p{L}\p{N}'’]*(?:\.\p{Lu}[\p{L}\p{N}]*)*(?:-[\p{L}\p{N}]+)*)*"
)
_WORD = regex.compile(r"\S+")
_ROMAN = regex.compile(r"[IVX]+")
_POSSESSIVE = regex.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class NameGrammar:
    """One pack's names, ready to find."""

    words: SentenceWords
    aliases: "regex.Pattern[str]"


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    text: str


def compile_names(words: SentenceWords) -> NameGrammar:
    """Aliases as one pattern, longest first; the first letter must be a capital where it stands."""
    longest_first = sorted(words.name_aliases, key=lambda alias: (-len(alias), alias))
    form = "|".join(regex.escape(alias).replace(r"\ ", r"\s").replace(" ", r"\s") for alias in longest_first)
    return NameGrammar(words, regex.compile(rf"(?<![\p{{L}}\p{{N}}])(?:{form})(?![\p{{L}}\p{{N}}])", regex.IGNORECASE))


def find_names(text: str, grammar: NameGrammar, offset: int = 0, taken: Sequence[Span] = ()) -> tuple[Name, ...]:
    """Names of one sentence in order; keys are aliases of the pack or the folded surface; ``offset`` shifts the spans.

    ``taken`` (relative to ``text``) was read as dates: ``Hai`` of ``thứ Hai`` is no name.

    A single capitalised word that opens a sentence or a quotation is a name only if an alias knows it or it is capitals throughout.
    Where the language capitalises only the first syllable of an institution, a lone syllable of its own alphabet is a name only after
    a person's title.
    """
    aliases = grammar.words.name_aliases
    known = [_Piece(m.start(), m.end(), m.group()) for m in grammar.aliases.finditer(text) if _is_capitalised(m.group())]
    known = [piece for piece in known if aliases.get(" ".join(piece.text.lower().split()))]
    masked = text
    for span in (*taken, *(Span(piece.start, piece.end) for piece in known)):
        masked = masked[: span.start] + ";" * (span.end - span.start) + masked[span.end :]
    found = [_name([piece], aliases[" ".join(piece.text.lower().split())], offset) for piece in known]
    for run in _RUN.finditer(masked):
        pieces = [_Piece(run.start() + m.start(), run.start() + m.end(), m.group()) for m in _WORD.finditer(run.group())]
        found.extend(_of_run(text, pieces, grammar.words, offset))
    return tuple(sorted(found, key=lambda name: name.span))


def _is_capitalised(surface: str) -> bool:
    """``IS`` and ``US`` are names, ``is`` and ``Us`` are not; longer ones need one capital in front."""
    return surface.isupper() if len(surface) <= 2 and surface.isascii() else surface[0].isupper()


def _of_run(text: str, pieces: list[_Piece], words: SentenceWords, offset: int) -> Iterable[Name]:
    """One run without its opening words and titles, cut at abbreviations."""
    opens = _opens_sentence(text, pieces[0].start, words)
    first = pieces[0]
    pieces = _without_starters(pieces, words, opens=opens)
    run: list[_Piece] = []
    for piece in [*pieces, None]:
        if piece is not None and not (len(pieces) > 1 and (_is_abbreviation(piece.text) or _is_title(piece.text, words))):
            run.append(piece)
            continue
        if run and _stands_alone(text, run, words, opens=opens and run[0] == first):
            yield _name(run, _key_of(run), offset)
        run = []
        if piece is not None and _is_abbreviation(piece.text):
            yield _name([piece], bare(piece.text).replace(".", ""), offset)


def _opens_sentence(text: str, start: int, words: SentenceWords) -> bool:
    before = text[:start].rstrip()
    if not before.strip("\"“”‘'«([–—- "):
        return True
    last = before.split()[-1].lower().rstrip(".")
    return before[-1] in '!?:…“”"‘' or (before[-1] == "." and last not in words.abbreviations | words.titles)


def _is_title(text: str, words: SentenceWords) -> bool:
    """Whether a word inside a capitalised run is a title that parts two names: "Port Ellery Mayor Helen Okafor"."""
    return words.whole_names_capitalised and text.lower().strip(".") in words.titles


def _without_starters(pieces: list[_Piece], words: SentenceWords, *, opens: bool) -> list[_Piece]:
    while pieces and (
        (opens and pieces[0].text.lower() in words.name_starters) or (len(pieces) > 1 and pieces[0].text.lower().strip(".") in words.titles)
    ):
        pieces = pieces[1:]
        opens = False
    return pieces


def _is_abbreviation(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() for c in letters)


def _stands_alone(text: str, run: Sequence[_Piece], words: SentenceWords, *, opens: bool) -> bool:
    """Whether a run is a name by itself; runs of two words and more always are."""
    only = run[0].text
    if len(run) > 1 or (_is_abbreviation(only) and not _ROMAN.fullmatch(only)):
        return True
    if len(only) == 1 or opens or only.lower().strip(".") in words.titles | words.abbreviations or _ROMAN.fullmatch(only):
        return False
    if only.lower() in words.name_starters and not _follows_title(text, run[0].start, words):
        return False
    if only.lower() in words.institutions:
        return text[: run[0].start].lower().split()[-1:] in [[title] for title in words.personal_titles]
    return words.whole_names_capitalised or only.isascii() or _follows_title(text, run[0].start, words)


def _follows_title(text: str, start: int, words: SentenceWords) -> bool:
    before = [word.strip(".,") for word in text[:start].lower().split()[-3:]]
    return any(" ".join(before[-length:]) in words.titles for length in range(1, len(before) + 1))


def _key_of(run: Sequence[_Piece]) -> str:
    return " ".join(bare(_POSSESSIVE.sub("", piece.text)).replace(".", "") for piece in run)


def _name(pieces: Sequence[_Piece], name_key: str, offset: int) -> Name:
    surface = " ".join(piece.text for piece in pieces)
    return Name(Span(pieces[0].start + offset, pieces[-1].end + offset), surface, name_key)


def people(text: str, names: Sequence[Name], words: SentenceWords) -> set[str]:
    """Keys of the names right behind a person's title, a title and a country (``Tổng thống Hàn Quốc Yoon``) or a verb of speech.

    Spans are relative to ``text``; what an alias knows is a place or a body, never a person.
    """
    places = set(words.name_aliases.values())
    persons = set()
    for index, name in enumerate(names):
        before = names[index - 1] if index else None
        start = (
            before.span.start if before and before.key in places and text[before.span.end : name.span.start].isspace() else name.span.start
        )
        spoken = " " in name.key and text[: name.span.start].lower().split()[-1:] in [[verb] for verb in words.speech_verbs]
        if name.key not in places and (spoken or _follows_title(text, start, words)):
            persons.add(name.key)
    return persons


def short_forms(names: Iterable[Name]) -> dict[str, str]:
    """Key of a short form -> key of the one longer name that it begins or ends (``park`` -> ``park jin``).

    Of several longer names the most frequent wins, then the shorter, then the first in the alphabet: the order of sentences changes
    nothing.
    """
    counts = Counter(name.key for name in names)
    longer = [k for k in sorted(counts) if " " in k]
    resolved = {}
    for short in sorted(counts):
        parts = short.split()
        fits = (
            [k for k in longer if len(parts) < len(k.split()) <= _LONGEST_FULL_NAME and _is_end(parts, k.split())]
            if len(parts) <= 2
            else []
        )
        if fits:
            resolved[short] = max(fits, key=lambda k: (counts[k], -len(k.split())))
    return {short: _followed(short, resolved) for short in resolved}


_LONGEST_FULL_NAME = 5  # words


def _followed(short: str, resolved: dict[str, str]) -> str:
    """Where a chain of longer and longer forms ends; each step adds a word, so it does end."""
    while short in resolved:
        short = resolved[short]
    return short


def _is_end(short: list[str], long: list[str]) -> bool:
    return long[-len(short) :] == short or long[: len(short)] == short


def with_full_names(names: Sequence[Name], resolved: dict[str, str]) -> tuple[Name, ...]:
    """Names with short forms replaced by the key of the full one."""
    return tuple(replace(name, key=resolved.get(name.key, name.key)) for name in names)
