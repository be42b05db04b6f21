"""A sentence -> the dates it says, against the day its article appeared; an article without a day -> a window inferred from its text."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

import regex

from compare.languages.language_pack import DateWords
from compare.model import Date, Precision, Published, Span
from compare.reading.number_words import prefix_tree_pattern
from compare.reading.overlong_lines import is_overlong
from compare.reading.weekdays import CompiledPlans, compile_plans, resolve_weekday, is_planned

_AHEAD = timedelta(days=60)  # a day and month further ahead than this were last year's
_LONGEST = 160  # code points of a date with what stands behind it; without a bound a pattern looks for its literals to the end of the text
_WEEK = 7  # days
_YEARS = range(1000, 2200)
_Parts = dict[str, str]


@dataclass(frozen=True, slots=True)
class CompiledDates:
    """The date patterns of one language."""

    words: DateWords
    patterns: dict[str, tuple["regex.Pattern[str]", ...]]  # by the group of the opener
    opener: "regex.Pattern[str]"  # where a date may begin: the patterns are tried there and nowhere else
    numerals: "regex.Pattern[str]"
    plans: CompiledPlans


@dataclass(frozen=True, slots=True)
class _Anchor:
    """What is known of the day an article appeared: its last possible day, and the day itself if it is known."""

    latest: date
    day: date | None


def compile_dates(words: DateWords) -> CompiledDates:
    """Patterns once per language; they see the text as it stands."""
    opener = regex.compile(words.opener)
    return CompiledDates(
        words,
        {name: tuple(regex.compile(pattern) for begins, pattern in words.patterns if name in begins.split()) for name in opener.groupindex},
        opener,
        regex.compile(prefix_tree_pattern(words.numerals)),
        compile_plans(words),
    )


def find_dates(text: str, grammar: CompiledDates, published: Published | None, offset: int = 0) -> tuple[Date, ...]:
    """Dates in order of place, their spans shifted by ``offset``; what the text leaves open keeps ``value`` ``None``. Linear time.

    None in a line without end (``is_endless``).
    """
    if is_overlong(text):
        return ()
    anchor = _anchor(published) if published else None
    found = []
    for match in _matches(text, grammar):
        parts = _parts(match, grammar)
        span = Span(*match.span())
        if "weekday" in parts and "day" not in parts and parts.get("relative", "") not in grammar.words.relative_days:
            planned = is_planned(text, span, grammar.plans)
            resolved: tuple[str | None, Precision] | None = (_resolved_weekday(parts, grammar.words, anchor, planned=planned), "day")
        else:
            resolved = _resolved(parts, grammar.words, anchor)
        if resolved:
            found.append(Date(span.shifted(offset), match.group(), *resolved))
    return tuple(found)


def infer_published(text: str, grammar: CompiledDates) -> Published | None:
    """The week (or month) of the latest ``weekday (day/month)`` of a text that also names the one year in which the weekdays fit.

    ``None`` if no pair, no year or more than one year fits: a window is inferred, never guessed. Lines without end (``is_endless``) do not
    count.
    """
    pairs, years = [], set()
    lines = (line for line in text.split("\n") if not is_overlong(line))
    for match in chain.from_iterable(_matches(line, grammar) for line in lines):
        parts = _parts(match, grammar)
        if "year" in parts:
            years.add(int(parts["year"]))
        if {"weekday", "day", "month"} <= parts.keys():
            pairs.append((parts, grammar.words.weekdays[parts["weekday"]]))
    fitting = []
    for year in sorted(years):
        days = [_day(int(parts.get("year", year)), _month(parts, grammar.words), int(parts["day"])) for parts, _ in pairs]
        if all(day and day.weekday() == weekday for day, (_, weekday) in zip(days, pairs, strict=True)):
            fitting.append([day for day in days if day])
    if not pairs or not fitting or any(days != fitting[0] for days in fitting):
        return None
    first, last = min(fitting[0]), max(fitting[0])
    precision: Precision = "week" if (last - first).days < _WEEK else "month"
    return Published(_cut(last, precision), precision, "inferred")


def _parts(match: "regex.Match[str]", grammar: CompiledDates) -> _Parts:
    """The named parts in lower case; a day, month or year in words becomes digits."""
    parts = {name: value.lower() for name, value in match.groupdict().items() if value}
    for name in ("day", "month", "year"):
        said = parts.get(name, "")
        if said and not said.isdigit() and (name != "month" or said not in grammar.words.months):
            parts[name] = str(sum(grammar.words.numerals[word] for word in grammar.numerals.findall(said)))
    return parts


def _matches(text: str, grammar: CompiledDates) -> Iterator["regex.Match[str]"]:
    """Matches that do not overlap: the earliest first, of those that begin together the longest, then the first pattern's."""
    end = 0
    for opener in grammar.opener.finditer(text):
        start = opener.start()
        if start < end:
            continue
        found = [match for pattern in grammar.patterns[opener.lastgroup or ""] if (match := pattern.match(text, start, start + _LONGEST))]
        if found:
            best = max(found, key=lambda match: match.end())
            end = best.end()
            yield best


def _anchor(published: Published) -> _Anchor | None:
    """``None`` beside the ends of the calendar too, where no day can be counted from it."""
    found = _named_by(published)
    return found if found and found.latest.year in _YEARS else None


def _named_by(published: Published) -> _Anchor | None:
    value = published.value
    try:
        if published.precision in {"minute", "day"}:
            day = date.fromisoformat(value[: len("2016-05-20")])
            return _Anchor(day, day)
        if published.precision == "week":
            return _Anchor(date.fromisoformat(f"{value}-7"), None)
        year, month = int(value[:4]), int(value[5:7] or 12) if published.precision == "month" else 12
        return _Anchor(date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1), None)
    except ValueError:
        return None


def _resolved(parts: _Parts, words: DateWords, anchor: _Anchor | None) -> tuple[str | None, Precision] | None:
    """Value and precision; ``None`` if the parts are no date of any calendar (31 February)."""
    if "day" in parts:
        return _resolved_day(parts, words, anchor)
    if "month" in parts:
        return _resolved_month(parts, words, anchor), "month"
    if "year" in parts:
        return parts["year"], "year"
    relative = parts.get("relative", "")
    if relative in words.relative_days:
        day = anchor.day + timedelta(days=words.relative_days[relative]) if anchor and anchor.day else None
        return day.isoformat() if day else None, "day"
    return _shifted(anchor, *words.relative_spans.get(relative, ("day", 0)))


def _month(parts: _Parts, words: DateWords) -> int:
    return int(parts["month"]) if parts["month"].isdigit() else words.months[parts["month"]]


def _resolved_day(parts: _Parts, words: DateWords, anchor: _Anchor | None) -> tuple[str | None, Precision] | None:
    day = int(parts["day"])
    relative = words.relative_spans.get(parts.get("relative", ""))
    if "month" not in parts:
        month, _ = _shifted(anchor, *relative) if relative else (None, "month")
        exact = _day(int(month[:4]), int(month[5:7]), day) if month else None
        return exact.isoformat() if exact else None, "day"
    month_number = _month(parts, words)
    if "year" in parts:
        exact = _day(int(parts["year"]), month_number, day)
        return (exact.isoformat(), "day") if exact else None
    if _day(2000, month_number, day) is None:
        return None
    if anchor is None:
        return None, "day"
    year = anchor.latest.year + (relative[1] if relative and relative[0] == "year" else 0)
    exact = _day(year, month_number, day)
    if exact is None or (relative is None and exact - anchor.latest > _AHEAD):
        exact = _day(year - 1, month_number, day)
    return exact.isoformat() if exact else None, "day"


def _resolved_month(parts: _Parts, words: DateWords, anchor: _Anchor | None) -> str | None:
    """``tháng 5``; one later than the article's own month was last year's."""
    month = _month(parts, words)
    if "year" in parts:
        return f"{parts['year']}-{month:02d}"
    if anchor is None:
        return None
    unit, shift = words.relative_spans.get(parts.get("relative", ""), ("", 0))
    if unit == "year":
        return f"{anchor.latest.year + shift}-{month:02d}"
    return f"{anchor.latest.year - (month > anchor.latest.month)}-{month:02d}"


def _resolved_weekday(parts: _Parts, words: DateWords, anchor: _Anchor | None, *, planned: bool) -> str | None:
    """A named week decides, or a word that turns it; any other word beside it leaves it open."""
    weekday, word = words.weekdays[parts["weekday"]], parts.get("relative", "")
    unit, shift = words.relative_spans.get(word, ("", 0))
    turn = words.turns.get(word, 0)
    if anchor is None or anchor.day is None:
        return None
    if unit == "week":
        monday = anchor.day - timedelta(days=anchor.day.weekday())
        return (monday + timedelta(days=_WEEK * shift + weekday)).isoformat()
    if word and not turn and not (planned and word in words.turns):
        return None
    return resolve_weekday(weekday, anchor.day, turn, planned=planned).isoformat()


def _shifted(anchor: _Anchor | None, unit: str, shift: int) -> tuple[str | None, Precision]:
    """The week, month or year that lies ``shift`` from the article's own."""
    if unit == "week":
        return (_cut(anchor.day + timedelta(days=_WEEK * shift), "week") if anchor and anchor.day else None), "week"
    if unit == "year":
        return (str(anchor.latest.year + shift) if anchor else None), "year"
    if unit == "month" and anchor:
        year, month = divmod(anchor.latest.year * 12 + anchor.latest.month - 1 + shift, 12)
        return f"{year}-{month + 1:02d}", "month"
    return None, "month" if unit == "month" else "day"


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _cut(day: date, precision: Precision) -> str:
    if precision == "week":
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02d}"
    return f"{day:%Y-%m}" if precision == "month" else day.isoformat()
