"""Two claims -> the months and years that they give for one thing that is done once: built in 1931 and in 1913."""

from collections.abc import Iterable

from compare.claims.clash import Clash, Framed
from compare.claims.figure_clashes import of_others
from compare.claims.frame import content_words
from compare.claims.time_clashes import limit_of, of_days, tells_of_a_plan
from compare.languages.registry import all_altered_words
from compare.model import Claim, Date
from compare.text.tokens import words

# Content words that both sentences must share before the date, the verb among them, and in all: the verb, what it is done to, and one
# more, so that a bridge built in 1931 is not held against a pier built in 1913.
_SHARED_BEFORE = 2
_SHARED = 3
_VERB_WITHIN = 5  # words before the date: "built by the council in", "kiểm định lần cuối vào tháng"


def year_clashes(one: Framed, two: Framed) -> Iterable[Clash]:
    """The one month or year of each claim, behind one verb of what is done once and behind one subject."""
    a, b = one[0], two[0]
    left, right = _only_year(a), _only_year(b)
    if left is None or right is None or left.precision != right.precision or left.value == right.value or of_others(a, b):
        return
    before = _content_before(a, left) & _content_before(b, right)
    whole = set(content_words(a.quote, a.language)) & set(content_words(b.quote, b.language))
    if _done(a, left) & _done(b, right) and len(before) >= _SHARED_BEFORE and len(whole) >= _SHARED:
        yield of_days((a, left), (b, right))


def _only_year(claim: Claim) -> Date | None:
    """The one month or year that the sentence gives, if it is no limit and tells of no plan; days that it gives are told apart from it."""
    dates = [day for day in claim.facts.dates if day.precision in {"month", "year"} and day.value]
    return dates[0] if len(dates) == 1 and limit_of(claim, dates[0].span) is None and not tells_of_a_plan(claim) else None


def _done(claim: Claim, day: Date) -> frozenset[str]:
    """Verbs right before a date of what is done to a thing once, or was done the last time."""
    near = words(_before(claim, day))[-_VERB_WITHIN:]
    said = f" {' '.join(near)} "
    verbs = {verb for verb in all_altered_words("once") if f" {verb} " in said}
    if any(f" {time} " in said for time in all_altered_words("last_time")):
        verbs.update(content_words(said, claim.language)[-1:])
    return frozenset(verbs)


def _content_before(claim: Claim, day: Date) -> set[str]:
    return set(content_words(_before(claim, day), claim.language))


def _before(claim: Claim, day: Date) -> str:
    return claim.quote[: day.span.start - claim.span.start]
