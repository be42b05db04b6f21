"""A comparison document -> its report as Markdown, for a CMS or an issue tracker.

CommonMark, and for the matrix a table as GitHub reads it. Every word of an article goes through ``escaped``; what is bold, linked or tabled
here is ours. The same document gives the same text.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from reports.addresses import target_of
from reports.figures import figures, finding, kinds_of
from reports.labels import Column, outlets_of
from reports.markdown_escape import escaped, linked
from reports.standing import RELATION_WORDS, VERDICT_WORDS, Standing, name_of, standings_of
from reports.visible import one_line

# A link definition that no renderer shows; ``compare.output`` knows our files by it.
_SIGN = '[//]: # "tellings report of a comparison/1"'
_COLUMNS_IN_A_TABLE = 8  # a wider one is read in no CMS; each claim then has its list

Claims = Sequence[tuple[int, Mapping[str, Any]]]  # numbered from 1, as the matrix shows them


def render(document: Mapping[str, Any]) -> str:
    """Finding, disputes, matrix, what one source alone tells, the articles, and how it was made, in this order."""
    columns = tuple(column for outlet in outlets_of(document["articles"]) for column in outlet.columns)
    claims = list(enumerate(document["claims"], 1))
    title = document["story"]["title"] or document["story"]["id"]
    blocks = [
        _SIGN,
        f"# {escaped(title)}",
        f"**{finding(figures(document))}**",
        *_disputed([(n, claim) for n, claim in claims if "conflicts" in kinds_of(claim)], columns),
        *_matrix(claims, columns),
        *_reviewed([(n, claim) for n, claim in claims if claim.get("review")]),
        *_alone(document["only_one_source"], columns),
        *_articles(document["articles"], columns),
        *_made(document),
    ]
    return "\n\n".join(blocks) + "\n"


def _disputed(claims: Claims, columns: Sequence[Column]) -> Iterator[str]:
    yield "## Where they conflict"
    if not claims:
        yield "No conflict was found; that is not proof that there is none."
    for number, claim in claims:
        yield f"### {number}. {escaped(claim['wording'])}"
        standings = standings_of(claim, columns)
        for dispute in claim["disputes"]:
            yield f"{_strong(dispute['slot'])}:"
            yield _list(_side(side, standings) for side in dispute["sides"])
        named = {article for dispute in claim["disputes"] for side in dispute["sides"] for article in side["articles"]}
        rest = [s for s in standings if s.relation == "conflicts" and s.column.id not in named]
        if rest:
            yield _list(f"{_name(s.column)} {s.words}{_quoted(s)}" for s in rest)


def _side(side: Mapping[str, Any], standings: Sequence[Standing]) -> str:
    here = [standing for standing in standings if standing.column.id in side["articles"]]
    return _strong(side["value"]) + "".join(f"\n  - {_name(standing.column)}{_quoted(standing)}" for standing in here)


def _quoted(standing: Standing) -> str:
    return ": " + " … ".join(f"“{escaped(quote)}”" for quote in standing.quotes) if standing.quotes else ""


def _matrix(claims: Claims, columns: Sequence[Column]) -> Iterator[str]:
    yield "## Claims and sources"
    if not claims:
        yield "No two articles were found to make the same claim."
        return
    yield "Silence is not disagreement: a silent article says nothing of the claim. Copies of one text are one voice."
    if len(columns) > _COLUMNS_IN_A_TABLE:
        yield "\n".join(_listed(number, claim, columns) for number, claim in claims)
    else:
        yield "\n".join(_tabled(claims, columns))


def _tabled(claims: Claims, columns: Sequence[Column]) -> Iterator[str]:
    yield _cells(["No.", "Claim", "Voices", *(_name(column) for column in columns)])
    yield _cells(["--:", "---", "--:", *("---" for _ in columns)])
    for number, claim in claims:
        stands = [standing.words for standing in standings_of(claim, columns)]
        yield _cells([str(number), escaped(claim["wording"]), str(claim["voices"]), *stands])


def _cells(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _listed(number: int, claim: Mapping[str, Any], columns: Sequence[Column]) -> str:
    standings = standings_of(claim, columns)
    lines = [f"- {number}\\. {escaped(claim['wording'])} ({_count(claim['voices'], 'voice')})"]
    for relation, words in RELATION_WORDS.items():
        labels = [s.column.label + (f" ({s.words})" if s.against else "") for s in standings if s.relation == relation]
        lines += [f"  - {words}: {', '.join(labels)}"] if labels else []
    return "\n".join(lines)


def _reviewed(claims: Claims) -> Iterator[str]:
    """Nothing before somebody has decided."""
    if claims:
        yield "## Verdicts"
        yield _list(_verdict(number, claim, claim["review"]) for number, claim in claims)


def _verdict(number: int, claim: Mapping[str, Any], review: Mapping[str, Any]) -> str:
    by = f"{escaped(review['reviewer'])}, " if review["reviewer"] else ""
    note = f": {escaped(review['note'])}" if review["note"] else ""
    return f"{number}\\. {escaped(review['wording'] or claim['wording'])} **{VERDICT_WORDS[review['verdict']]}** ({by}{review['at']}){note}"


def _alone(places: Sequence[Mapping[str, Any]], columns: Sequence[Column]) -> Iterator[str]:
    yield "## Told by one source only"
    if not places:
        yield "Nothing: each sentence has a counterpart in another article."
    for column in columns:
        told = [column.text[place["start"] : place["end"]] for place in places if place["article"] == column.id]
        if told:
            yield f"### {_name(column)}"
            yield _list(escaped(sentence) for sentence in told)


def _articles(articles: Sequence[Mapping[str, Any]], columns: Sequence[Column]) -> Iterator[str]:
    by_id = {article["id"]: article for article in articles}
    yield "## The articles"
    yield _list(_article(by_id[column.id], column) for column in columns) or "None."


def _article(article: Mapping[str, Any], column: Column) -> str:
    target = target_of(article["url"])
    title = one_line(column.title) or "without a title"
    given = article["published"]
    facts = [linked(title, target) if target else escaped(title)]
    facts += [f"{escaped(column.published)} (date {given['from']}, to the {given['precision']})"] if given else ["no date known"]
    facts += [f"address given, not linked: {escaped(article['url'])}"] if article["url"] and not target else []
    facts += [f"read from {escaped(article['origin'])}", f"SHA-256 {article['sha256']}"]
    return f"{_strong(name_of(column))}: {'; '.join(facts)}"


def _made(document: Mapping[str, Any]) -> Iterator[str]:
    run = document["run"]
    yield "## How this was made"
    articles = _count(len(document["articles"]), "article")
    yield (
        f"By tellings {escaped(run['version'])} at {escaped(run['made_at'])} from {articles}, without a person's judgement where no "
        "verdict is named. Evidence, settings and whole texts stand in the comparison document that this was made from."
    )
    warnings = [escaped(warning) for warning in run["warnings"]]
    skipped = [f"{escaped(item['place'])}: {escaped(item['why'])}" for item in document["skipped"]]
    for heading, lines in (("Warnings", warnings), ("Skipped", skipped)):
        yield f"{heading}:" if lines else f"{heading}: none."
        if lines:
            yield _list(lines)


def _name(column: Column) -> str:
    return escaped(name_of(column))


def _strong(text: str) -> str:
    """Bold; four asterisks around nothing would be a line across the page."""
    shown = escaped(text)
    return f"**{shown}**" if shown else "(no words)"


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
