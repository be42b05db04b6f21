"""A weekday in a sentence, and the day its article appeared -> the day meant: the last one, or the coming one where a plan is told."""

from dataclasses import dataclass
from datetime import date, timedelta

import regex

from compare.languages.language_pack import DateWords
from compare.model import Span

_WEEK = 7  # days
_NEAR = 160  # code points before a day in which its plan stands
_BEHIND = 80  # code points behind a day that opens its sentence
_OPENING = 3  # words, at most, before such a day: "Vào sáng", "The next"


@dataclass(frozen=True, slots=True)
class CompiledPlans:
    """How one language tells of what is yet to be."""

    plan: "regex.Pattern[str]"
    ends: "regex.Pattern[str]"  # behind which a plan is told no longer
    behind: "regex.Pattern[str]"  # a plan behind a day, and nothing between that ends what is told
    past_leads: tuple[str, ...]


def compile_plans(words: DateWords) -> CompiledPlans:
    """Patterns once per language, in whatever case."""
    plan, ends = rf"(?<!\p{{L}})(?:{words.plans})(?!\p{{L}})", rf"(?<!\p{{L}})(?:{words.plan_ends})(?!\p{{L}})|[;:!?“”\"]|\.\s"
    behind = rf"(?:(?!{ends}).)*?{plan}"
    return CompiledPlans(
        regex.compile(plan, regex.IGNORECASE),
        regex.compile(ends, regex.IGNORECASE),
        regex.compile(behind, regex.IGNORECASE),
        words.past_leads,
    )


def is_planned(text: str, at: Span, plans: CompiledPlans) -> bool:
    """Whether what happens on the day is told as yet to be: ``will meet on Saturday``, ``Thứ Bảy, hai bên sẽ gặp nhau``.

    Not where another act stands between the plan and the day (``will reopen, he said on Saturday``, ``after the crash on Saturday``), nor
    where a word says that the day is over (``hôm thứ Bảy``).
    """
    before = text[max(0, at.start - _NEAR) : at.start]
    if at.of(text).lower().startswith(plans.past_leads) or before.lower().rstrip().endswith(plans.past_leads):
        return False
    told = list(plans.plan.finditer(before))
    if told and plans.ends.search(before, told[-1].end()) is None:
        return True
    opens = at.start <= _NEAR and len(text[: at.start].split()) <= _OPENING and plans.ends.search(text, 0, at.start) is None
    return opens and plans.behind.match(text, at.end, at.end + _BEHIND) is not None


def resolve_weekday(weekday: int, published: date, turn: int, *, planned: bool) -> date:
    """The day on which a weekday (0 is Monday) falls.

    Turn 1 is strictly behind the article's own day, -1 before it; else it is the most recent such day or, of a plan, the next one, the
    article's own allowed.
    """
    ahead = (weekday - published.weekday()) % _WEEK
    if turn:
        return published + timedelta(days=(ahead or _WEEK) if turn > 0 else (ahead - _WEEK))
    return published + timedelta(days=ahead if planned or not ahead else ahead - _WEEK)
