"""A sentence and surfaces of names -> the sentence with a name wherever one of them stands. Linear time, however many surfaces."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from compare.model import Name, Span
from compare.reading.names_person import NamedSentence

_RUN = regex.compile(r"[\p{L}\p{N}]+")
Accepts = Callable[[NamedSentence, Span], bool]


@dataclass(frozen=True, slots=True)
class SurfaceTable:
    """Surfaces with the key of each, found by their first run of letters and digits: one pattern of thousands costs its square."""

    keys: Mapping[str, str]
    lengths: Mapping[str, Sequence[int]]  # of the surfaces that begin with a run, longest first

    @classmethod
    def of(cls, keys: Mapping[str, str]) -> "SurfaceTable":
        """Each surface begins with a letter or a digit."""
        lengths: dict[str, set[int]] = {}
        for surface in keys:
            first = _RUN.match(surface)
            if first:
                lengths.setdefault(first.group(), set()).add(len(surface))
        return cls(keys, {run: sorted(found, reverse=True) for run, found in lengths.items()})

    def found_in(self, text: str) -> Iterator[Name]:
        """Names in order, none inside another; of those that begin together the longest, and none that is a part of a longer word."""
        end = 0
        for run in _RUN.finditer(text):
            start = run.start()
            longest = self._longest(text, start, self.lengths.get(run.group(), ())) if start >= end else 0
            if longest:
                end = start + longest
                surface = text[start:end]
                yield Name(Span(start, end), surface, self.keys[surface])

    def _longest(self, text: str, start: int, lengths: Iterable[int]) -> int:
        fits = (n for n in lengths if start + n <= len(text) and text[start : start + n] in self.keys)
        return next((n for n in fits if not _RUN.match(text, start + n)), 0)


def with_surfaces(sentence: NamedSentence, table: SurfaceTable, accepts: Accepts) -> NamedSentence:
    """The sentence with a name wherever a surface stands and is accepted; names inside such a stretch give way to it."""
    added = [name for name in table.found_in(sentence.text) if accepts(sentence, name.span) and not _is_inside(name.span, sentence.names)]
    if not added:
        return sentence
    gone = {place for new in added for place in _touched(new.span, sentence.names)}
    kept = [own for place, own in enumerate(sentence.names) if place not in gone]
    return replace(sentence, names=tuple(sorted([*kept, *added], key=lambda name: name.span)))


def is_name(span: Span, names: Sequence[Name]) -> bool:
    """Whether one of the names, which are in order and do not overlap, stands just there."""
    touched = _touched(span, names)
    return len(touched) == 1 and names[touched[0]].span == span


def _is_inside(span: Span, names: Sequence[Name]) -> bool:
    """Whether one of the names holds the stretch and is longer."""
    touched = _touched(span, names)
    own = names[touched[0]].span if len(touched) == 1 else span
    return own != span and own.start <= span.start and span.end <= own.end


def _touched(span: Span, names: Sequence[Name]) -> range:
    """Places of the names that share a character with the stretch."""
    first = bisect_right(names, span.start, key=lambda name: name.span.end)
    return range(first, bisect_left(names, span.end, key=lambda name: name.span.start))
