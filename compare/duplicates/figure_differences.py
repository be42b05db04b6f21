"""Texts of one cluster -> the figures in which they differ, word for word at the same place."""

from collections.abc import Sequence
from dataclasses import dataclass

from compare.model import Span
from compare.text.tokens import Token, tokens
from compare.text.word_diff import opcodes


@dataclass(frozen=True, slots=True)
class FigureDifference:
    """Texts ``a`` and ``b`` (indices) have different figures in one place; spans are relative to each text."""

    a: int
    b: int
    says: tuple[str, str]
    spans: tuple[Span, Span]


def figure_differences(texts: Sequence[str]) -> list[FigureDifference]:
    """Every figure of a later text that stands for another figure of the first one, in order.

    A cluster is one text by its words; "12 dead" and "21 dead" may hide in it. Only replacements of as many words count, so an insertion
    never pairs figures that have nothing to do with each other.
    """
    found = []
    first = tokens(texts[0])
    for index in range(1, len(texts)):
        if texts[index] != texts[0]:
            found += [FigureDifference(0, index, *pair) for pair in _replaced(texts[0], first, texts[index], tokens(texts[index]))]
    return found


def _replaced(
    left: str, left_tokens: list[Token], right: str, right_tokens: list[Token]
) -> list[tuple[tuple[str, str], tuple[Span, Span]]]:
    pairs = []
    for kind, i, i_end, j, j_end in opcodes([t.text.lower() for t in left_tokens], [t.text.lower() for t in right_tokens]):
        if kind == "replace" and i_end - i == j_end - j:
            for a, b in zip(left_tokens[i:i_end], right_tokens[j:j_end], strict=True):
                if a.text[0].isdigit() and b.text[0].isdigit():
                    pairs.append(((left[a.start : a.end], right[b.start : b.end]), (Span(a.start, a.end), Span(b.start, b.end))))
    return pairs
