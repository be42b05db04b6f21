"""Article -> reading: title, outlet and dates filled in, marks, paragraphs, sentences with what they state."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeVar

import regex

from compare.languages.language_pack import LanguagePack
from compare.languages.registry import PACKS
from compare.model import Article, Claim, Date, Facts, FieldName, Mark, Name, Number, Paragraph, Reading, Span
from compare.outlets.register import Register, register_of
from compare.reading.boilerplate import OVERLONG_RULE, lines_of, title_in_text
from compare.reading.credits import CreditLine, agencies_named, merge_credits, with_named_agencies, credited_wire
from compare.reading.datelines import dateline_agencies
from compare.reading.find_dates import CompiledDates, compile_dates, find_dates
from compare.reading.find_names import find_names
from compare.reading.find_numbers import CompiledNumbers, compile_numbers, find_numbers
from compare.reading.names_article import resolve_names
from compare.reading.names_known import NameGrammar, compile_names
from compare.reading.names_person import NamedSentence
from compare.reading.overlong_lines import is_overlong
from compare.reading.paragraphs_and_sentences import paragraphs, sentences
from compare.reading.skim_article import detected_language, marks_and_credits, published_of
from compare.reading.speaker import SpokenSentence, Person, speakers
from compare.settings import ReadingSettings
from compare.text.invisible import VisibleText, visible_text
from compare.text.tokens import words as words_of
from compare.user_tables.word_rows import Rows

_Fact = TypeVar("_Fact", Number, Date, Name)

_NOT_COMPARED = "in which nothing is compared"
_LINES_APART = "put each paragraph on a line of its own"


@dataclass(frozen=True, slots=True)
class _Grammar:
    """One pack, ready to read with."""

    pack: LanguagePack
    numbers: CompiledNumbers
    dates: CompiledDates
    names: NameGrammar
    negation: "regex.Pattern[str]"
    outlets: Register


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence before short names are resolved.

    Spans of names are relative to what a reader sees of it, and so are those of other facts unless that is the sentence as it stands.
    """

    field: FieldName
    span: Span
    quote: str
    seen: VisibleText
    facts: Facts
    agency: str | None
    paragraph: int


def read_article(article: Article, settings: ReadingSettings, own_aliases: Rows = (), own_outlets: Rows = ()) -> Reading:
    """Everything that can be read in one article; what it says of itself fills the fields that its source left empty.

    ``own_aliases`` are the user's rows of names, over those of the pack; ``own_outlets`` the user's, over the shipped ones.
    """
    spans = paragraphs(article.text)
    lines = lines_of(article.text, spans)
    article = replace(article, language=detected_language(article))
    grammar = _grammar(article.language, own_aliases, own_outlets)
    marks, credited = marks_and_credits(article, lines, grammar.outlets)
    kinds = {m.span: m.kind for m in marks}
    opened = dateline_agencies([line.text for line in lines if line.span not in kinds], grammar.outlets)
    article, warnings = _with_fields_filled(article, marks, (credited, opened), grammar)
    found = tuple(Paragraph(article.id, span, kinds.get(span)) for span in spans)
    claims = _claims(article, [p.span for p in found if p.mark is None], grammar, settings)
    wire = credited_wire(article.credits, credited, opened, grammar.outlets)
    claims = tuple(replace(claim, agency=claim.agency or wire) for claim in claims)
    return Reading(article, tuple(marks), found, claims, warnings)


@cache
def _grammar(code: str, own_aliases: Rows, own_outlets: Rows) -> _Grammar:
    pack = PACKS.get(code, PACKS["en"])
    negations = sorted(pack.sentences.negations, key=lambda word: (-len(word), word))
    form = r"(?<![\p{L}])(?:" + "|".join(map(regex.escape, negations)) + r")(?!\p{L})|n['’]t\b"
    return _Grammar(
        pack,
        compile_numbers(pack.numbers, pack.dates),
        compile_dates(pack.dates),
        compile_names(pack.sentences, own_aliases),
        regex.compile(form, regex.IGNORECASE),
        register_of(own_outlets),
    )


def _with_fields_filled(
    article: Article, marks: Sequence[Mark], credited: tuple[Sequence[CreditLine], Sequence[str]], grammar: _Grammar
) -> tuple[Article, tuple[str, ...]]:
    """The article with title, outlet, date and credits from its own lines, and a warning for what it does not say.

    ``credited`` are its credit lines, and the agencies of its dateline.
    """
    captions = [visible_text(m.span.of(article.text)).text for m in marks if m.kind == "caption"]
    taken = {m.span for m in marks}
    body = visible_text("\n".join(span.of(article.text) for span in paragraphs(article.text) if span not in taken)).text
    lines, opened = credited
    said = merge_credits(article.credits, lines, grammar.outlets)
    said = replace(said, agencies=tuple(dict.fromkeys([*said.agencies, *opened])))
    said = with_named_agencies(said, body, captions, grammar.outlets)
    lengths = [m.span.end - m.span.start for m in marks if m.rule == OVERLONG_RULE]
    warnings = [f"{article.origin}: has a line of {length} characters, {_NOT_COMPARED}; {_LINES_APART}" for length in lengths]
    if article.title and is_overlong(article.title):
        warnings.append(f"{article.origin}: has a title of {len(article.title)} characters, {_NOT_COMPARED}")
    outlet = article.outlet
    if article.form != "record":
        outlet = said.outlet or article.outlet
    if article.form == "text" and said.outlet is None:
        warnings.append(f"{article.origin}: names no outlet; its file name stands for it")
    if article.form == "feed":
        warnings.append(f"{article.origin}: is what a feed tells of an article, which may be a part of it")
    published = published_of(article, marks, grammar.dates)
    title = article.title or title_in_text(article.text, marks)
    return replace(article, title=title, outlet=outlet, credits=said, published=published), tuple(warnings)


def _claims(article: Article, bodies: Sequence[Span], grammar: _Grammar, settings: ReadingSettings) -> tuple[Claim, ...]:
    drafts = [
        _sentence(article, "text", span, number, grammar)
        for number, body in enumerate(bodies)
        for span in sentences(article.text, body, grammar.pack.sentences)
        if len(words_of(span.of(article.text))) >= settings.shortest_claim_words
    ]
    if article.title and not is_overlong(article.title) and len(words_of(article.title)) >= settings.shortest_claim_words:
        drafts.insert(0, _sentence(article, "title", Span(0, len(article.title)), -1, grammar))
    return _with_speakers(article, drafts, grammar)


def _sentence(article: Article, field: FieldName, span: Span, paragraph: int, grammar: _Grammar) -> _Sentence:
    quote = span.of(article.text if field == "text" else article.title or "")
    plain = visible_text(quote)
    start = span.start if plain.text is quote else 0
    dates = find_dates(plain.text, grammar.dates, article.published, start)
    taken = tuple(date.span.shifted(-start) for date in dates)
    facts = Facts(
        numbers=find_numbers(plain.text, grammar.numbers, start, taken),
        dates=dates,
        names=find_names(plain.text, grammar.names, 0, taken),
        negated=grammar.negation.search(plain.text) is not None,
    )
    named = agencies_named(plain.text, grammar.outlets)
    return _Sentence(field, span, quote, plain, facts, named[0] if len(set(named)) == 1 else None, paragraph)


def _with_speakers(article: Article, drafts: Sequence[_Sentence], grammar: _Grammar) -> tuple[Claim, ...]:
    """Claims with the names and speakers that only the whole article tells."""
    resolved = resolve_names([NamedSentence(d.seen.text, d.facts.names, d.field == "title") for d in drafts], grammar.names)
    heard = [
        SpokenSentence(
            draft.seen.text,
            tuple(Person(n.span, n.key, resolved.persons[n.key]) for n in names if n.key in resolved.persons),
            draft.paragraph,
        )
        for draft, names in zip(drafts, resolved.names, strict=True)
    ]
    return tuple(
        Claim(
            article.id,
            draft.field,
            draft.span,
            draft.quote,
            article.language,
            _shifted(replace(draft.facts, names=names), draft),
            speaker,
            draft.agency,
        )
        for draft, names, speaker in zip(drafts, resolved.names, speakers(heard, grammar.pack.sentences), strict=True)
    )


def _shifted(facts: Facts, draft: _Sentence) -> Facts:
    """The facts where they stand in the article's field, in the very characters that stand there."""

    def moved(found: Sequence[_Fact]) -> tuple[_Fact, ...]:
        spans = [draft.seen.original_span(fact.span) for fact in found]
        return tuple(
            replace(fact, span=span.shifted(draft.span.start), says=span.of(draft.quote)) for fact, span in zip(found, spans, strict=True)
        )

    if draft.seen.text is draft.quote:
        return replace(facts, names=moved(facts.names))
    return Facts(moved(facts.numbers), moved(facts.dates), moved(facts.names), facts.negated)
