"""Articles of a document -> sections of the Markdown report: what each carries of the claims, and where it comes from."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reports.claim_standings import name_of
from reports.document_figures import RELATIONS, ABSENT_RELATIONS
from reports.labels import Column
from reports.link_targets import target_of
from reports.markdown_escape import escape, link
from reports.markdown_parts import heading, bullet_list, source_name, bold, table
from reports.report_words import Words
from reports.source_texts import credits_of
from reports.terms import CREDITS, CUTS, ORIGINS, PRECISIONS, term
from reports.visible_characters import one_line

_CARRYING = ("agrees", "adds_detail", "conflicts")  # in the order of the table


def coverage_section(claims: Sequence[Mapping[str, Any]], columns: Sequence[Column], words: Words) -> Iterator[str]:
    """How many of the claims each article carries, and how it stands to them."""
    if not claims:
        return
    cells = Counter((source["article"], source["relation"]) for claim in claims for source in claim["sources"])
    yield heading(words.say("Share of claims each source carries"))
    head = [words.say("Source"), words.say("Published"), words.say("Claims"), words.say("Share")]
    head += [words.say("Agrees"), words.say("Adds detail"), words.say("Conflicts")]
    rows = []
    for column in columns:
        counts = [cells[column.id, relation] for relation in _CARRYING]
        carried = sum(cells[column.id, relation] for relation in RELATIONS if relation not in ABSENT_RELATIONS)
        share = words.share(round(100 * carried / len(claims)))
        published = escape(words.date(column.published)) if column.published else words.say("not known")
        rows.append([source_name(column), published, words.number(carried), share, *map(words.number, counts)])
    yield table(head, ["---", "---", *("--:" for _ in head[2:])], rows)


def articles_section(given: Sequence[Mapping[str, Any]], columns: Sequence[Column], words: Words) -> Iterator[str]:
    """Title with link, date, credits, file and checksum of each."""
    by_id = {article["id"]: article for article in given}
    yield heading(words.say("Sources"))
    yield bullet_list(_article(by_id[column.id], column, words) for column in columns) or words.say(
        "No article could be read: nothing to compare."
    )


def _article(article: Mapping[str, Any], column: Column, words: Words) -> str:
    target = target_of(article["url"])
    title = one_line(column.title) or words.say("untitled")
    facts = [link(title, target) if target else escape(title), _published(article["published"], column, words)]
    facts += [f"{term(name, CREDITS, words)}: {escape(value)}" for name, value in credits_of(article["credits"])]
    facts += [words.say("address given, not linked: %(address)s", address=escape(article["url"]))] if article["url"] and not target else []
    facts += [words.say("kept in an archive: %(address)s", address=escape(article["kept_at"]))] if article.get("kept_at") else []
    facts += [_cut(column, words)] if column.cut else []
    facts += [words.say("read from %(file)s", file=escape(article["origin"])), f"SHA-256 {article['sha256']}"]
    return f"{bold(name_of(column), words)}: {'; '.join(facts)}"


def _cut(column: Column, words: Words) -> str:
    why = term(column.cut, CUTS, words)
    return words.say("cut: %(why)s", why=f"{why} (“{escape(column.cut_says)}”)" if column.cut_says else why)


def _published(given: Mapping[str, Any] | None, column: Column, words: Words) -> str:
    if not given:
        return words.say("no date known")
    known = f"{term(given['precision'], PRECISIONS, words)}, {term(given['from'], ORIGINS, words)}"
    return f"{escape(words.date(column.published))} ({known})"
