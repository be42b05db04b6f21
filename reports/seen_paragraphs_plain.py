"""A paragraph and where it stood before -> plain text: what it says, then a line a place: outlet, when, article, what differs."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reports.differences import Piece, difference, same_words
from reports.visible_characters import one_line

_SHOWN_WORDS = 20  # of the paragraph that is asked of
_AROUND = 4  # words that stand beside what differs


def seen_plain(paragraph: str, article: str, matches: Sequence[Mapping[str, Any]], more: int) -> str:
    """``matches`` are as in ``seen_before`` of a comparison document, the nearest first; ``more`` are not among them."""
    count = len(matches) + more
    places = "1 place" if count == 1 else f"{count} places"
    lines = [f"{one_line(article)}: “{_beginning(paragraph)}” stood before in {places}:"]
    lines += [f"  {_place(match)}: {_differs(match, paragraph)}" for match in matches]
    return "\n".join([*lines, *([f"  and {more} more (--most)"] if more else [])])


def _beginning(text: str) -> str:
    words = one_line(text).split(" ")
    return " ".join(words[:_SHOWN_WORDS]) + (" …" if len(words) > _SHOWN_WORDS else "")


def _place(match: Mapping[str, Any]) -> str:
    """Outlet, when, and how to find the article."""
    title = f"“{one_line(match['title'])}”, " if match["title"] else ""
    url = f", {one_line(match['url'])}" if match["url"] else ""
    outlet, article = one_line(match["outlet"]), one_line(match["article"])
    return f"{outlet}, {match['published'] or 'without a date'}, {title}article {article}{url} ({match['cluster']})"


def _differs(match: Mapping[str, Any], paragraph: str) -> str:
    pieces = difference(match["text"], paragraph)
    if same_words(pieces):
        return "word for word"
    shares = f"{match['jaccard']:.0%} in common"
    if match["containment"] > match["jaccard"]:
        shares += f", {match['containment']:.0%} of the shorter"
    return f"{shares}; {' '.join(_shown(pieces))}"


def _shown(pieces: Sequence[Piece]) -> Iterator[str]:
    """``[-then-]`` stood there, ``[+now+]`` stands here; what both say is cut to a few words around it."""
    for at, piece in enumerate(pieces):
        text = one_line(piece.text)
        if piece.kind == "same":
            yield _cut(text.split(" "), begins=at == 0, ends=at == len(pieces) - 1)
        elif piece.kind == "added":
            yield f"[+{text}+]"
        else:
            yield f"[-{text}{f' … {piece.left_out} words more' if piece.left_out else ''}-]"


def _cut(words: Sequence[str], *, begins: bool, ends: bool) -> str:
    before, behind = 0 if begins else _AROUND, 0 if ends else _AROUND
    if len(words) <= before + behind:
        return " ".join(words)
    return " ".join([*words[:before], "…", *words[len(words) - behind :]])
