"""An evaluation -> a table in plain text, or the values of its JSON; both show so many misses a kind and count the rest."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import chain
from typing import Any

from compare.evaluate.evaluation import Evaluation
from compare.evaluate.measures import KINDS, Figures
from compare.evaluate.misses import MISS_KINDS, Miss, worst

_PLACES = 6  # of a share in JSON
_SHOWN_TEXTS = 4  # of one miss, in the table
_HEAD = ("story", "language", "pair P", "pair R", "pair F1", "groups", "relations", "right", "conflicts right/said/true", "P", "R")
_FACT_HEAD = ("story", "language", "right/said", "P", "found/labelled", "R", "facts a dispute")
_SLOT_HEAD = ("slot", "", "right/said")
_CONFUSION_HEAD = ("language", "labelled \\ said", *KINDS, "share right")
_TITLES = {
    "false_fact": "disputed facts that are not labelled, by slot",
    "missed_fact": "labelled disputes that are no fact, by slot",
    "false_conflict": "conflicts that are not labelled",
    "false_pair": "pairs that are not labelled",
    "missed_conflict": "conflicts not said",
    "wrong_relation": "relations other than labelled",
    "missed_pair": "pairs not said",
}


def as_text(evaluation: Evaluation, shown: int) -> str:
    """Figures a story, a language and in all, relations as labelled against as said, the worst misses, and what was left out."""
    parts = [
        _aligned([_HEAD, *_figure_rows(evaluation)]),
        "Disputed facts, by pairs of articles\n" + _aligned([_FACT_HEAD, *_fact_rows(evaluation)]),
        *_slot_section(evaluation),
        "Relations, as labelled (lines) and as said (columns)\n" + _aligned([_CONFUSION_HEAD, *_confusion_rows(evaluation)]),
        *(_miss_section(kind_misses, title, shown) for title, kind_misses in _by_title(evaluation) if kind_misses),
        "\n".join((scored_summary(evaluation), *(f"  {skipped.place}: {skipped.reason}" for skipped in evaluation.skipped))),
    ]
    return "\n\n".join(parts) + "\n"


def scored_summary(evaluation: Evaluation) -> str:
    """How much was scored, and how much not."""
    return f"stories scored: {len(evaluation.stories)}; left out: {len(evaluation.skipped)}"


def _figure_rows(evaluation: Evaluation) -> Iterator[tuple[str, ...]]:
    for scored in evaluation.stories:
        yield scored.story, scored.language, *_cells(scored.figures)
    for language, figures in evaluation.languages.items():
        yield "all", language, *_cells(figures)
    yield "all", "all", *_cells(evaluation.total)


def _fact_rows(evaluation: Evaluation) -> Iterator[tuple[str, ...]]:
    for scored in evaluation.stories:
        yield scored.story, scored.language, *_fact_cells(scored.figures)
    for language, figures in evaluation.languages.items():
        yield "all", language, *_fact_cells(figures)
    yield "all", "all", *_fact_cells(evaluation.total)


def _slot_section(evaluation: Evaluation) -> Iterator[str]:
    if evaluation.fact_slots:
        rows = [(slot, "", f"{right}/{said}") for slot, (said, right) in evaluation.fact_slots.items()]
        yield "Disputed facts, by slot\n" + _aligned([_SLOT_HEAD, *rows])


def _fact_cells(figures: Figures) -> tuple[str, ...]:
    return (
        f"{figures.facts_right}/{figures.facts_said}",
        f"{figures.fact_precision:.3f}",
        f"{figures.facts_found}/{figures.facts_labelled}",
        f"{figures.fact_recall:.3f}",
        f"{figures.facts_a_dispute:.2f}",
    )


def _cells(figures: Figures) -> tuple[str, ...]:
    return (
        f"{figures.pair_precision:.3f}",
        f"{figures.pair_recall:.3f}",
        f"{figures.pair_f1:.3f}",
        f"{figures.groups_found}/{figures.groups_gold}",
        f"{figures.relations_right}/{figures.relations_all}",
        f"{figures.relation_accuracy:.3f}",
        f"{figures.conflicts_right}/{figures.conflicts_said}/{figures.conflicts_true}",
        f"{figures.conflict_precision:.3f}",
        f"{figures.conflict_recall:.3f}",
    )


def _confusion_rows(evaluation: Evaluation) -> Iterator[tuple[str, ...]]:
    for language, figures in (*evaluation.languages.items(), ("all", evaluation.total)):
        for labelled, counts in _confusion(figures).items():
            yield language, labelled, *map(str, counts.values()), f"{counts[labelled] / max(1, sum(counts.values())):.3f}"


def _confusion(figures: Figures) -> dict[str, dict[str, int]]:
    return {labelled: {said: figures.relations.get((labelled, said), 0) for said in KINDS} for labelled in KINDS}


def _aligned(rows: Sequence[tuple[str, ...]]) -> str:
    """Words to the left, figures to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) if at < 2 else cell.rjust(width) for at, (cell, width) in enumerate(zip(row, widths, strict=True)))
        for row in rows
    )


def _by_title(evaluation: Evaluation) -> Iterator[tuple[str, list[Miss]]]:
    misses = [miss for scored in evaluation.stories for miss in scored.misses]
    for kind in MISS_KINDS:
        yield _TITLES[kind], worst(misses, kind)


def _miss_section(misses: Sequence[Miss], title: str, shown: int) -> str:
    head = f"{len(misses)} {title}" + (f"; shown: {shown}, left out: {len(misses) - shown}" if len(misses) > shown else "")
    return "\n".join((head, *chain.from_iterable(_miss_lines(miss) for miss in misses[:shown])))


def _miss_lines(miss: Miss) -> Iterator[str]:
    yield f"  {miss.story} {miss.at}: {miss.claim}"
    if miss.note:
        yield f"      {miss.note}"
    for text in miss.texts[:_SHOWN_TEXTS]:
        yield f"      {text.article}  {' '.join(text.quote.split())}"
        if text.part and text.part != text.quote:
            yield f"        labelled is: {' '.join(text.part.split())}"
    if len(miss.texts) > _SHOWN_TEXTS:
        yield f"      and {len(miss.texts) - _SHOWN_TEXTS} sentences more"


def as_document(evaluation: Evaluation, shown: int) -> dict[str, Any]:
    """The same as JSON values; ``schema`` is ``evaluation/1``."""
    listed = {kind: worst((miss for scored in evaluation.stories for miss in scored.misses), kind) for kind in MISS_KINDS}
    return {
        "schema": "evaluation/1",
        "total": _figures(evaluation.total),
        "languages": {language: _figures(figures) for language, figures in evaluation.languages.items()},
        "stories": [
            {"story": s.story, "language": s.language, "gold": s.gold, "document": s.document, **_figures(s.figures)}
            for s in evaluation.stories
        ],
        "fact_slots": {slot: {"said": said, "right": right} for slot, (said, right) in evaluation.fact_slots.items()},
        "misses": [_miss(miss) for misses in listed.values() for miss in misses[:shown]],
        "misses_left_out": {kind: max(0, len(misses) - shown) for kind, misses in listed.items()},
        "skipped": [{"place": skipped.place, "why": skipped.reason} for skipped in evaluation.skipped],
    }


def _figures(figures: Figures) -> Mapping[str, Any]:
    return {
        "pairs": {
            "gold": figures.pairs_gold,
            "right": figures.pairs_right,
            "wrong": figures.pairs_wrong,
            "precision": round(figures.pair_precision, _PLACES),
            "recall": round(figures.pair_recall, _PLACES),
            "f1": round(figures.pair_f1, _PLACES),
        },
        "groups": {"gold": figures.groups_gold, "found": figures.groups_found},
        "relations": {
            "all": figures.relations_all,
            "right": figures.relations_right,
            "accuracy": round(figures.relation_accuracy, _PLACES),
            "labelled": _confusion(figures),
        },
        "conflicts": {
            "true": figures.conflicts_true,
            "said": figures.conflicts_said,
            "right": figures.conflicts_right,
            "precision": round(figures.conflict_precision, _PLACES),
            "recall": round(figures.conflict_recall, _PLACES),
        },
        "facts": {
            "said": figures.facts_said,
            "right": figures.facts_right,
            "labelled": figures.facts_labelled,
            "found": figures.facts_found,
            "precision": round(figures.fact_precision, _PLACES),
            "recall": round(figures.fact_recall, _PLACES),
            "facts_a_dispute": round(figures.facts_a_dispute, _PLACES),
        },
    }


def _miss(miss: Miss) -> Mapping[str, Any]:
    return {
        "kind": miss.kind,
        "story": miss.story,
        "at": miss.at,
        "claim": miss.claim,
        "note": miss.note,
        **({"slot": miss.slot} if miss.slot else {}),
        "texts": [asdict(text) for text in miss.texts],
    }
