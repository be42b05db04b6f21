"""Sentence -> names (persons, places, organisations) with one canonical key each, from the pack's aliases and from capitalised runs."""

from collections.abc import Iterable, Sequence

import regex

from compare.languages.language_pack import SentenceWords
from compare.model import Name, Span
from compare.reading.mask import masked
from compare.reading.names_known import NameGrammar, NamePiece, find_aliases, key_of_alias
from compare.reading.names_place import follows_title, is_syllable, last_word, opens_sentence
from compare.reading.overlong_lines import is_overlong
from compare.text.tokens import bare

# Capitalised words, joined by spaces or hyphens; "al-" and the like may stand inside, and an initial before another word.
_RUN = regex.compile(
    r"(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}'’]*(?:\.\p{Lu}[\p{L}\p{N}]*)*(?:-[\p{L}\p{N}]+)*"
    r"(?: (?:al-|bin |de |van |von )?(?:\p{Lu}\. (?=\p{Lu}\p{Ll}))?\p{Lu}[\p{L}\p{N}'’]*(?:\.\p{Lu}[\p{L}\p{N}]*)*(?:-[\p{L}\p{N}]+)*)*"
)
_WORD = regex.compile(r"\S+")
_INITIAL = regex.compile(r"\p{Lu}\.")
_ROMAN = regex.compile(r"[IVX]+")
_POSSESSIVE = regex.compile(r"['’]s?$")


def find_names(text: str, grammar: NameGrammar, offset: int = 0, taken: Sequence[Span] = ()) -> tuple[Name, ...]:
    """Names of one sentence in order; keys are aliases of the pack or the folded surface; ``offset`` shifts the spans.

    ``taken`` (relative to ``text``) was read as dates: ``Hai`` of ``thứ Hai`` is no name.

    A single capitalised word that opens a sentence or a quotation is a name only if an alias knows it or it is capitals throughout.
    Where the language capitalises only the first syllable of an institution, a lone syllable of its own alphabet is a name only after
    a person's title. None in a line without end (``is_endless``).
    """
    if is_overlong(text):
        return ()
    known = [(piece, key) for piece in find_aliases(text, grammar) if (key := key_of_alias(text, piece, grammar))]
    titles = (Span(*m.span()) for m in grammar.titles.finditer(text))
    masked = masked(text, [*taken, *(Span(piece.start, piece.end) for piece, _ in known), *titles], ";")
    found = [_name([piece], key, offset) for piece, key in known]
    for run in _RUN.finditer(masked):
        pieces = [NamePiece(run.start() + m.start(), run.start() + m.end(), m.group()) for m in _WORD.finditer(run.group())]
        for part in _owners_apart(pieces):
            found.extend(_of_run(text, part, grammar.words, offset))
    return tuple(sorted(found, key=lambda name: name.span))


def _owners_apart(pieces: Sequence[NamePiece]) -> Iterable[list[NamePiece]]:
    """A run cut behind each possessive, the mark left off: ``Ruth Ansell's Harbour Trust`` are two names."""
    part: list[NamePiece] = []
    for piece in pieces:
        mark = _POSSESSIVE.search(piece.text)
        part.append(NamePiece(piece.start, piece.end - len(mark.group()), piece.text[: mark.start()]) if mark else piece)
        if mark:
            yield part
            part = []
    if part:
        yield part


def _of_run(text: str, pieces: list[NamePiece], words: SentenceWords, offset: int) -> Iterable[Name]:
    """One run without its opening words and titles, cut at abbreviations."""
    opens = opens_sentence(text, pieces[0].start, words)
    first = pieces[0]
    pieces = _without_starters(pieces, words, opens=opens)
    run: list[NamePiece] = []
    for piece in [*pieces, None]:
        if piece is not None and not (len(pieces) > 1 and (_is_abbreviation(piece.text) or _is_title(piece.text, words))):
            run.append(piece)
            continue
        if run and _stands_alone(text, run, words, opens=opens and run[0] == first):
            yield _name(run, _key_of(run), offset)
        run = []
        if piece is not None and _is_abbreviation(piece.text) and piece.text.lower() not in words.names.not_names:
            yield _name([piece], bare(piece.text).replace(".", ""), offset)


def _is_title(text: str, words: SentenceWords) -> bool:
    """Whether a word inside a capitalised run is a title that parts two names: "Port Ellery Mayor Helen Okafor"."""
    return words.whole_names_capitalised and text.lower().strip(".") in words.titles


def _without_starters(pieces: list[NamePiece], words: SentenceWords, *, opens: bool) -> list[NamePiece]:
    """A run without the words in front that are capitalised for another reason: openers, titles, and nouns as in ``Ferry Harbour Lark``."""
    for place, piece in enumerate(pieces):
        is_starter = opens and place == 0 and piece.text.lower() in words.name_starters
        if not (is_starter or (place + 1 < len(pieces) and _is_noun(piece.text.lower().strip("."), words))):
            return pieces[place:]
    return []


def _is_noun(word: str, words: SentenceWords) -> bool:
    return word in words.titles or word in words.names.nouns


def _is_abbreviation(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() for c in letters)


def _stands_alone(text: str, run: Sequence[NamePiece], words: SentenceWords, *, opens: bool) -> bool:
    """Whether a run is a name by itself; runs of two words and more always are."""
    only = run[0].text
    if len(run) == 1 and only.lower() in words.names.not_names and only.isupper():
        return False
    if len(run) > 1 or (_is_abbreviation(only) and not _ROMAN.fullmatch(only)):
        return True
    if len(only) == 1 or opens or _is_titular(only.lower().strip("."), words) or _ROMAN.fullmatch(only):
        return False
    if only.lower() in words.name_starters and not follows_title(text, run[0].start, words):
        return False
    if only.lower() in words.institutions:
        return last_word(text, run[0].start).lower() in words.personal_titles
    return words.whole_names_capitalised or not is_syllable(only) or follows_title(text, run[0].start, words)


def _is_titular(word: str, words: SentenceWords) -> bool:
    return word in words.titles or word in words.abbreviations


def _key_of(run: Sequence[NamePiece]) -> str:
    """Folded, without stops and without the initials inside: ``Ruth A. Cole`` is ``Ruth Cole``."""
    kept = [piece for place, piece in enumerate(run) if place in (0, len(run) - 1) or not _INITIAL.fullmatch(piece.text)]
    return " ".join(bare(piece.text).replace(".", "") for piece in kept)


def _name(pieces: Sequence[NamePiece], name_key: str, offset: int) -> Name:
    surface = " ".join(piece.text for piece in pieces)
    return Name(Span(pieces[0].start + offset, pieces[-1].end + offset), surface, name_key)
