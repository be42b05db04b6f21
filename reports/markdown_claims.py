"""Claims of a document -> sections of the Markdown report: disputes, matrix, who is one voice, what one source tells, review log."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reports.claim_standings import RELATION_WORDS, REVIEW_WORDS, ArticleStanding, article_standings, reviewed_as
from reports.labels import Column
from reports.link_targets import target_of
from reports.markdown_escape import escape, link
from reports.markdown_facts import disputed_facts
from reports.markdown_parts import bold, bullet_list, heading, source_name, table
from reports.report_words import Words
from reports.terms import CUTS, slot_of, term, value_of

_COLUMNS_IN_A_TABLE = 8  # a wider one is read in no CMS; each claim then has its list

Claims = Sequence[tuple[int, Mapping[str, Any]]]  # numbered from 1, as the matrix shows them


def disputes_section(document: Mapping[str, Any], columns: Sequence[Column], words: Words) -> Iterator[str]:
    """Every disputed fact, then every claim in conflict of which no fact is, with the sides and the sentences that take them."""
    yield heading(words.say("Where sources conflict"))
    blocks = [*disputed_facts(document, columns, words), *_claims_of_no_fact(document["claims"], columns, words)]
    yield from blocks or [words.say("No conflict was found; that is not proof that there is none.")]


def _claims_of_no_fact(claims: Sequence[Mapping[str, Any]], columns: Sequence[Column], words: Words) -> Iterator[str]:
    for number, claim in enumerate(claims, 1):
        standings = article_standings(claim, columns)
        sided = {article for dispute in claim["disputes"] for side in dispute["sides"] for article in side["articles"]}
        rest = [s for s in standings if s.relation == "conflicts" and s.column.id not in sided]
        disputes = [dispute for dispute in claim["disputes"] if dispute.get("fact") is None]
        if not disputes and not rest:
            continue
        yield f"### {number}. {escape(claim['wording'])}"
        for dispute in disputes:
            yield f"{bold(slot_of(dispute['slot'], words), words)}:"
            yield bullet_list(_side(side, standings, words) for side in dispute["sides"])
        if rest:
            yield bullet_list(f"{source_name(s.column)} {s.said(words)}{_quoted(s)}" for s in rest)


def _side(side: Mapping[str, Any], standings: Sequence[ArticleStanding], words: Words) -> str:
    here = [standing for standing in standings if standing.column.id in side["articles"]]
    return bold(value_of(side["value"], words), words) + "".join(f"\n  - {source_name(s.column)}{_quoted(s)}" for s in here)


def _quoted(standing: ArticleStanding) -> str:
    return ": " + " … ".join(f"“{escape(quote)}”" for quote in standing.quotes) if standing.quotes else ""


def matrix_section(claims: Claims, columns: Sequence[Column], words: Words) -> Iterator[str]:
    """Claims × sources: a table, or where that would be too wide a list."""
    yield heading(words.say("Claims by source"))
    if not claims:
        yield words.say("No two articles were found to make the same claim.")
        return
    yield words.say("Silence is not disagreement: a silent article says nothing of the claim. Copies of one text are one voice.")
    if any(column.cut for column in columns):
        yield words.say("Not known: the article is cut, and the part that is missing may tell the claim.")
    if len(columns) > _COLUMNS_IN_A_TABLE:
        yield "\n".join(_row_as_list(number, claim, columns, words) for number, claim in claims)
        return
    head = [words.say("No."), words.say("Claim"), words.say("Voices"), *(source_name(column) for column in columns)]
    rows = (
        [str(n), escape(claim["wording"]), words.number(claim["voices"]), *(s.said(words) for s in article_standings(claim, columns))]
        for n, claim in claims
    )
    yield table(head, ["--:", "---", "--:", *("---" for _ in columns)], rows)


def _row_as_list(number: int, claim: Mapping[str, Any], columns: Sequence[Column], words: Words) -> str:
    standings = article_standings(claim, columns)
    voices = words.many("%(num)s independent voice", "%(num)s independent voices", claim["voices"])
    lines = [f"- {number}\\. {escape(claim['wording'])} ({voices})"]
    for relation, english in RELATION_WORDS.items():
        labels = [s.column.label + _aside(s, words) for s in standings if s.relation == relation]
        lines += [f"  - {words.say(english)}: {', '.join(labels)}"] if labels else []
    return "\n".join(lines)


def _aside(standing: ArticleStanding, words: Words) -> str:
    """Against whom, or why it is not known."""
    if standing.against:
        return f" ({standing.said(words)})"
    return f" ({term(standing.column.cut, CUTS, words)})" if standing.relation == "not_known" and standing.column.cut else ""


def one_voice_section(claims: Claims, columns: Sequence[Column], words: Words) -> Iterator[str]:
    """Why a claim has fewer voices than articles."""
    lines = [_voice(number, voice, columns, words) for number, claim in claims for voice in claim.get("one_voice", ())]
    if lines:
        yield words.say("One voice on a claim, and why:")
        yield bullet_list(lines)


def _voice(number: int, voice: Mapping[str, Any], columns: Sequence[Column], words: Words) -> str:
    labels = ", ".join(column.label for column in columns if column.id in voice["articles"])
    why = [words.say("same wording")] if voice["same_wording"] else []
    return f"{number}\\. {labels}: {', '.join([*why, *map(escape, voice['sources'])])}"


def single_source_section(places: Sequence[Mapping[str, Any]], columns: Sequence[Column], words: Words) -> Iterator[str]:
    """What only one article says, under its name."""
    yield heading(words.say("Only one source"))
    if not places:
        yield words.say("Every sentence that makes a claim has a counterpart in another article.")
    for column in columns:
        sentences = [column.text[place["start"] : place["end"]] for place in places if place["article"] == column.id]
        if sentences:
            yield f"### {source_name(column)}"
            yield bullet_list(escape(sentence) for sentence in sentences)


def review_section(claims: Claims, words: Words) -> Iterator[str]:
    """The latest decision first; nothing before somebody has decided."""
    if claims:
        yield heading(words.say("Review log"))
        latest_first = sorted(claims, key=lambda item: (item[1]["review"]["at"], item[1]["id"]), reverse=True)
        yield bullet_list(_decision(number, claim, claim["review"], words) for number, claim in latest_first)


def _decision(number: int, claim: Mapping[str, Any], review: Mapping[str, Any], words: Words) -> str:
    by = f"{escape(review['reviewer'])}, " if review["reviewer"] else ""
    note = f": {escape(review['note'])}" if review["note"] else ""
    address = target_of(review.get("url"))
    where = f" ({link(words.say('address'), address)})" if address else ""
    line = f"{number}\\. {escape(review['wording'] or claim['wording'])} **{words.say(REVIEW_WORDS[reviewed_as(review)])}**"
    since = f", {words.say('changed since review')}" if review.get("changed") else ""
    return f"{line} ({by}{escape(words.date(review['at']))}{since}){note}{where}"
