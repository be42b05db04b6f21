"""A comparison document -> its report as Markdown, for a CMS or an issue tracker.

CommonMark, and for the tables what GitHub reads as such. Every word of an article goes through ``escaped``; what is bold, linked or tabled
here is ours. The same document gives the same text.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reports.decision_log import UnplacedPassage, decisions_of
from reports.document_figures import figures, finding
from reports.engine_messages import translate_message
from reports.labels import outlets_of
from reports.markdown_claims import disputes_section, matrix_section, one_voice_section, review_section, single_source_section
from reports.markdown_copies import duplicates_section, seen_before_section
from reports.markdown_escape import escape
from reports.markdown_facts import updated_section
from reports.markdown_parts import bullet_list, heading
from reports.markdown_sources import articles_section, coverage_section
from reports.report_words import Words, words_of
from reports.seen_paragraphs import seen_of

# A link definition that no renderer shows; ``compare.documents.write`` knows our files by it.
_MARKER = '[//]: # "tellings report of a comparison/1"'


def render(document: Mapping[str, Any], language: str = "en") -> str:
    """Finding, disputes, updates, matrix, what each source carries, copies, what one alone tells, review log, sources, how it was made."""
    words = words_of(language)
    columns = tuple(column for outlet in outlets_of(document["articles"]) for column in outlet.columns)
    claims = list(enumerate(document["claims"], 1))
    title = document["story"]["title"] or document["story"]["id"]
    blocks = [
        _MARKER,
        f"# {escape(title)}",
        f"**{finding(figures(document), words)}**",
        *disputes_section(document, columns, words),
        *updated_section(document, columns, words),
        *matrix_section(claims, columns, words),
        *one_voice_section(claims, columns, words),
        *_related(len(document["possibly_related"]), words),
        *coverage_section(document["claims"], columns, words),
        *duplicates_section(document["clusters"], columns, words),
        *seen_before_section(seen_of(document, columns), words),
        *single_source_section(document["only_one_source"], columns, words),
        *review_section([(n, claim) for n, claim in claims if claim.get("review")], words),
        *_waiting(decisions_of(document, words).waiting, words),
        *articles_section(document["articles"], columns, words),
        *_made(document, words),
    ]
    return "\n\n".join(blocks) + "\n"


def _related(pairs: int, words: Words) -> Iterator[str]:
    """Only their number: dozens of passages that nobody says are one claim would bury the rest of an issue."""
    if pairs:
        yield words.many(
            "%(num)s pair of passages falls just short of being one claim; it stands in the comparison document.",
            "%(num)s pairs of passages fall just short of being one claim; they stand in the comparison document.",
            pairs,
        )


def _waiting(passages: Sequence[UnplacedPassage], words: Words) -> Iterator[str]:
    """Passages of decisions that have no effect until a person says where they stand."""
    if passages:
        yield heading(words.say("Passages that stand no longer where they stood"))
        yield bullet_list(f"{escape(one.outlet)}: {escape(one.quote)}" for one in passages)


def _made(document: Mapping[str, Any], words: Words) -> Iterator[str]:
    run = document["run"]
    yield heading(words.say("How this was made"))
    yield " ".join(
        (
            words.say("Made by %(tool)s.", tool=f"tellings {escape(run['version'])}, {escape(words.date(run['made_at']))}"),
            words.say("Where no verdict is named, no person has judged."),
            words.say("Evidence, settings and whole texts stand in the comparison document that this was made from."),
        )
    )
    warnings = [escape(translate_message(warning, words).text) for warning in run["warnings"]]
    skipped = [f"{escape(item['place'])}: {escape(translate_message(item['why'], words).text)}" for item in document["skipped"]]
    nothing = words.say("nothing")
    for about, lines in ((words.say("What was cut, limited or guessed"), warnings), (words.say("Skipped"), skipped)):
        yield f"{about}:" if lines else f"{about}: {nothing}."
        if lines:
            yield bullet_list(lines)
