"""The names of each sentence of one article -> the same under one key a person or body, short forms and abbreviations resolved."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from compare.languages.language_pack import SentenceWords
from compare.model import Name, Span
from compare.reading.names_by_surface import Accepts, SurfaceTable, is_name, with_surfaces
from compare.reading.names_expanded import expansions
from compare.reading.names_known import NameGrammar
from compare.reading.names_person import Gender, NamedSentence, genders, is_body, body_keys, person_keys, speaking_keys
from compare.reading.names_place import last_word
from compare.text.tokens import bare, tokens

_LONGEST_FULL_NAME = 5  # words
_LONGEST_PART = 12  # words of one of two names that stand side by side; a line of capitals is no two names
_SEEN_AHEAD = 80  # code points behind a lone name, so that a long line stays linear
_TITLE_CASE = 0.6  # share of longer words with a capital from which a headline is in title case; running text stays below .4


@dataclass(frozen=True, slots=True)
class ResolvedNames:
    """Names of each sentence, in order, and what is known of whom: key of a person -> gender, "" where no title tells it."""

    names: tuple[tuple[Name, ...], ...]
    persons: Mapping[str, Gender]


def resolve_names(article: Sequence[NamedSentence], grammar: NameGrammar) -> ResolvedNames:
    """One key for every form of a name that the article makes clear: abbreviations, surnames, given names, headlines in title case."""
    whole, words = article, grammar.words
    article = _with_expansions([_blank(told) if _is_title_case(told, words) else told for told in article], grammar)
    article = _split_names(article)
    persons = set().union(*(person_keys(told.text, told.names, grammar) for told in article))
    bodies = set().union(*(body_keys(told.text, told.names, words) for told in article))
    alone = set().union(*(speaking_keys(told.text, told.names, words) for told in article))
    short = short_forms([name for told in article for name in told.names if name.key not in bodies], grammar, persons | alone)
    full = {short.get(key, key) for key in persons} | {short[key] for key in alone if key in short}
    article = [replace(told, names=with_full_names(told.names, short)) for told in article]
    article = _with_lone_forms(article, full, words, bodies)
    article = [_headline(told, article) if _is_title_case(given, words) else told for given, told in zip(whole, article, strict=True)]
    return ResolvedNames(tuple(told.names for told in article), genders(article, full, words))


def _split_names(article: Sequence[NamedSentence]) -> list[NamedSentence]:
    """A run of two names, each of which the article gives by itself, as two: ``president Harbour Lines Karin Vogt``.

    The second is a full name, so that no given name is parted from its surname.
    """
    alone = {name.key for told in article for name in told.names}
    return [replace(told, names=tuple(part for name in told.names for part in _parts(name, alone))) for told in article]


def _parts(name: Name, alone: Collection[str]) -> tuple[Name, ...]:
    words = name.key.split()
    if len(words) != len(name.says.split()) or len(words) > 2 * _LONGEST_PART:
        return (name,)
    for cut in range(1, len(words) - 1):
        first, second = " ".join(words[:cut]), " ".join(words[cut:])
        if first in alone and second in alone:
            start = len(name.says) - len(name.says.split(maxsplit=cut)[-1])
            head = name.says[:start].rstrip()
            begins = name.span.start
            return (
                Name(Span(begins, begins + len(head)), head, first),
                Name(Span(begins + start, name.span.end), name.says[start:], second),
            )
    return (name,)


def short_forms(names: Iterable[Name], grammar: NameGrammar, persons: Collection[str]) -> dict[str, str]:
    """Key of a short form -> key of the one longer name that it ends, or, of a person, begins (``park`` -> ``park jin``).

    Of several longer names the most frequent wins, then the shorter, then the first in the alphabet: the order of sentences changes
    nothing. ``Port Ellery`` is no short form of ``Port Ellery Harbour Authority``, nor of anything that an alias knows.
    """
    named = [name for name in names if name.key not in grammar.bodies]
    counts = Counter(name.key for name in named)
    bodies = {name.key for name in named if is_body(name)}
    longer = [k for k in sorted(counts) if 1 < len(k.split()) <= _LONGEST_FULL_NAME and k not in bodies]
    ends, begins = _shortened(longer)
    resolved = {}
    for short in sorted(counts):
        fits = {*ends.get(short, ()), *(k for k in begins.get(short, ()) if short in persons or k in persons)}
        if fits:
            resolved[short] = max(sorted(fits), key=lambda k: (counts[k], -len(k.split())))
    return {short: _followed(short, resolved) for short in resolved}


def _shortened(longer: Iterable[str]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Names by the one or two words that they end with, and by the word that they begin with."""
    ends: dict[str, list[str]] = {}
    begins: dict[str, list[str]] = {}
    for full in longer:
        parts = full.split()
        begins.setdefault(parts[0], []).append(full)
        for count in (1, 2):
            if count < len(parts):
                ends.setdefault(" ".join(parts[-count:]), []).append(full)
    return ends, begins


def _followed(short: str, resolved: Mapping[str, str]) -> str:
    """Where a chain of longer and longer forms ends; each step adds a word, so it does end."""
    while short in resolved:
        short = resolved[short]
    return short


def with_full_names(names: Sequence[Name], resolved: Mapping[str, str]) -> tuple[Name, ...]:
    """Names with short forms replaced by the key of the full one."""
    return tuple(replace(name, key=resolved.get(name.key, name.key)) for name in names)


def _with_expansions(article: Sequence[NamedSentence], grammar: NameGrammar) -> list[NamedSentence]:
    """An abbreviation and the words that it stands for, as the article gives them once, under the key of the abbreviation."""
    surfaces: dict[str, str] = {}
    for told in article:
        for surface, key in expansions(told.text, grammar):
            surfaces.setdefault(surface, key)
    return _everywhere(article, surfaces, lambda _, __: True)


def _everywhere(article: Sequence[NamedSentence], surfaces: Mapping[str, str], accepts: Accepts) -> list[NamedSentence]:
    table = SurfaceTable.of(surfaces)
    return [with_surfaces(told, table, accepts) for told in article] if surfaces else list(article)


def _with_lone_forms(article: Sequence[NamedSentence], persons: Collection[str], words: SentenceWords, bodies: Collection[str]) -> list[NamedSentence]:
    """Given names and surnames that stand alone where a lone capital proves nothing: ``Thọ khai …``, ``Ansell said …``."""
    surfaces: dict[str, str] = {}
    for told in article:
        for name in told.names:
            parts = name.says.split()
            if name.key in persons and len(parts) > 1:
                # A Vietnamese family name is never used alone.
                forms = parts[-1:] if parts[0].lower() in words.names.family_names else (parts[-1], parts[0])
                surfaces.update({form: name.key for form in forms if form not in surfaces and bare(form) not in bodies})
    return _everywhere(article, surfaces, _acts(words))


def _acts(words: SentenceWords) -> Accepts:
    """Whether a lone word is followed as a person is: by a verb of speech, a small word, a sign or nothing.

    Neighbours with capitals make it part of another name, a letter more of another word: ``Thành`` of ``Thành phố``.
    """
    behind = words.stop_words | words.negations | {verb.split()[0] for verb in words.speech_verbs} | words.speech.adverbs

    def accepts(told: NamedSentence, span: Span) -> bool:
        text = told.text
        if is_name(span, told.names):
            return False
        after = text[span.end : span.end + _SEEN_AHEAD]
        following = after.lstrip().split(" ")[0].strip('.,;:!?”"')
        is_behind_capital = last_word(text, span.start)[:1].isupper() and text[span.start - 1 : span.start] == " "
        if is_behind_capital or following[:1].isupper():
            return False
        return not following or after[:1] in ",.;:!?’'”\"" or following.lower() in behind

    return accepts


def _is_title_case(told: NamedSentence, words: SentenceWords) -> bool:
    if not (told.is_headline and words.whole_names_capitalised):
        return False
    long = [token.text for token in tokens(told.text) if len(token.text) > 3 and token.text.isalpha()]
    return sum(word[0].isupper() for word in long) >= _TITLE_CASE * max(1, len(long))


def _blank(told: NamedSentence) -> NamedSentence:
    return replace(told, names=())


def _headline(headline: NamedSentence, article: Sequence[NamedSentence]) -> NamedSentence:
    """A headline whose every word has a capital: only what the body of the article names is a name in it."""
    body = {name.says: name.key for told in article if not told.is_headline for name in told.names}
    return _everywhere([_blank(headline)], body, lambda _, __: True)[0]
