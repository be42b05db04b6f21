"""A request for what is in no claim -> the page with rejected groups and with sentences that decisions or the engine left alone."""

from collections.abc import Iterable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from compare.model import ArticleId, Passage, Span
from compare.review.app.claim.claim_view import location_label
from compare.review.app.display.article_labels import article_columns
from compare.review.app.log.decision_lines import DecisionLine, DecisionLines
from compare.review.app.requests.passage_ids import passage_id
from compare.review.app.requests.run_screen import RunScreen, run_screen
from compare.review.app.requests.search_query import contains_words, search_words
from compare.review.review_state import Rejected
from reports.labels import Column

UNCLAIMED = "/runs/{run}/aside"
_MAX_SHOWN = 200  # sentences in one page; more are found by searching


@dataclass(frozen=True, slots=True)
class UnclaimedSentence:
    """A sentence that is in no claim; ``left_over`` if a decision took it out of one."""

    passage_id: str
    column: Column
    location: str
    quote: str
    left_over: bool


async def show(request: Request) -> Response:
    """The page with both lists."""
    screen = run_screen(request)
    words = search_words(request.query_params, "find")
    found = [sentence for sentence in _unclaimed_sentences(screen) if contains_words(sentence.quote, words)]
    lines = DecisionLines(screen.state)
    values: dict[str, object] = {
        "rejected": [_rejected(screen, lines, rejected) for rejected in screen.state.rejected],
        "words": words,
        "sentences": found[:_MAX_SHOWN],
        "hidden_count": max(0, len(found) - _MAX_SHOWN),
    }
    return screen.render("unclaimed.html", values)


def _rejected(screen: RunScreen, lines: DecisionLines, rejected: Rejected) -> tuple[DecisionLine, list[tuple[Column, str]]]:
    columns = article_columns(screen.story_review.run)
    return lines.line_of(rejected.event), [(columns[p.article], _quote(screen, p)) for p in sorted(rejected.members)]


def _unclaimed_sentences(screen: RunScreen) -> Iterable[UnclaimedSentence]:
    columns, state = article_columns(screen.story_review.run), screen.state
    grouped = {passage for claim in state.claims for passage in claim.members}
    single = [
        Passage(ArticleId(sentence["article"]), "text", Span(sentence["start"], sentence["end"]))
        for sentence in screen.story_review.document["only_one_source"]
    ]
    for passage in dict.fromkeys([*state.ungrouped, *single]):
        if passage not in grouped:
            yield UnclaimedSentence(
                passage_id=passage_id(passage),
                column=columns[passage.article],
                location=location_label(passage),
                quote=_quote(screen, passage),
                left_over=passage in state.ungrouped,
            )


def _quote(screen: RunScreen, passage: Passage) -> str:
    return passage.span.of(screen.story_review.run.field_texts[passage.article, passage.field].text)
