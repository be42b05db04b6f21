"""Made-up stories in which tolls rise and values are disputed -> whether the facts, their ladders and the open articles come out right.

    python benchmarks/planted_facts.py --seed 0

Two kinds of stories, half of them Vietnamese and half English, each with an event, a place, sentences and an order of its own:

* *tolls*: eight articles print five steps of a toll over two days; some print a step after the next one was out;
* *disputes*: of three articles two give different values of one slot, and the third tells of the event and gives none.

Drawn from ``--seed``; the same seed gives the same stories.
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from compare.model import Article, ArticleId, Published
from compare.pipeline import compare_story
from compare.settings import Settings
from compare.story_result import Comparison, Fact

_STEPS, _ARTICLES = 5, 8
_HOURS_A_STEP = 6
_LATE = 2  # of the three articles beyond the first of each step, so many print one that is outdated
_EVENTS: Mapping[str, Sequence[str]] = {
    "en": (
        "A fire destroyed a furniture warehouse in {place}",
        "A landslide buried a row of cottages above {place}",
        "Two coaches collided on the ring road of {place}",
        "A gas explosion tore open a bakery in {place}",
        "The footbridge over the river in {place} gave way",
    ),
    "vi": (
        "Một vụ cháy thiêu rụi kho đồ gỗ ở {place}",
        "Sạt lở đất vùi lấp dãy nhà ven đồi ở {place}",
        "Hai xe khách đâm nhau trên đường vành đai {place}",
        "Vụ nổ khí gas làm hư hại một tiệm bánh ở {place}",
        "Cầu treo bắc qua sông ở {place} bị đứt cáp",
    ),
}
_PLACES: Mapping[str, Sequence[str]] = {
    "en": ("Port Ellery", "Millford", "Westland", "Grayhaven", "Tarnside", "Oldbridge"),
    "vi": ("Hòa Lộc", "Bình Tân", "Đông Hà", "Tân Lâm", "Cồn Sa", "Phú Mỹ"),
}
_WHEN: Mapping[str, Sequence[str]] = {
    "en": ("on Sunday evening", "late on Sunday", "on Sunday night"),
    "vi": ("vào tối Chủ nhật", "tối Chủ nhật", "vào đêm Chủ nhật"),
}
# Slot -> ways to give its value.
_VALUES: Mapping[str, Mapping[str, Sequence[str]]] = {
    "en": {
        "dead": ("killing {n} people", "and {n} people were killed", "leaving {n} people dead"),
        "injured": ("injuring {n} people", "and {n} people were injured", "leaving {n} people injured"),
        "missing": ("and {n} people are missing", "leaving {n} people missing"),
    },
    "vi": {
        "dead": ("làm {n} người thiệt mạng", "khiến {n} người chết", "khiến {n} người tử vong"),
        "injured": ("làm {n} người bị thương", "khiến {n} người bị thương"),
        "missing": ("khiến {n} người mất tích", "làm {n} người mất tích"),
    },
}
_SAID: Mapping[str, Sequence[str]] = {
    "en": ("police said", "the mayor's office said", "firefighters said", "according to officials"),
    "vi": ("công an cho biết", "theo lực lượng cứu hộ", "theo chính quyền địa phương", "lãnh đạo địa phương cho biết"),
}
_MORE: Mapping[str, Sequence[str]] = {
    "en": (
        "Neighbours brought blankets and tea to those who had waited outside.",
        "The road to the station will stay closed until further notice.",
        "Investigators have begun to question witnesses.",
        "A school nearby cancelled its lessons.",
    ),
    "vi": (
        "Người dân gần đó mang chăn và nước đến cho những người chờ bên ngoài.",
        "Tuyến đường ra ga sẽ bị đóng cho đến khi có thông báo mới.",
        "Cơ quan điều tra đã bắt đầu lấy lời khai nhân chứng.",
        "Một trường học gần đó cho học sinh nghỉ học.",
    ),
}


@dataclass(frozen=True, slots=True)
class Toll:
    """A story of a rising toll: its slot, its values in their order, and the articles that print one after the next was out."""

    slot: str
    values: tuple[int, ...]
    stale: frozenset[ArticleId]
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Disputed:
    """A story of three articles: the slot of which two give different values, and the article that gives none."""

    slot: str
    values: tuple[int, int]
    open_article: ArticleId
    articles: tuple[Article, ...]


@dataclass(slots=True)
class Measured:
    """Counts over all planted stories."""

    tolls: int = 0
    tolls_in_order: int = 0  # the fact is updated, and its ladder has all steps in their order
    stale: int = 0
    stale_said: int = 0
    stale_right: int = 0
    disputes: int = 0
    disputes_found: int = 0  # one disputed fact, with both values
    false_agreements: int = 0  # claims in which the article that gives no value agrees and does not leave the fact open
    added_voices: int = 0  # voices on the two values beyond one each


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--tolls", type=int, default=20)
    parser.add_argument("--disputes", type=int, default=60)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    print(figures_text(measured(given.tolls, given.disputes, given.seed)))


def figures_text(found: Measured) -> str:
    """The figures, one a line."""
    return "\n".join(
        (
            f"tolls in order        {found.tolls_in_order} of {found.tolls}",
            f"stale articles        {found.stale_right} right of {found.stale_said} said, of {found.stale}",
            f"disputes found        {found.disputes_found} of {found.disputes}",
            f"false agreements      {found.false_agreements}",
            f"added voices          {found.added_voices}",
        )
    )


def measured(tolls: int, disputes: int, seed: int) -> Measured:
    """The figures of so many stories of each kind."""
    found = Measured()
    for number in range(tolls):
        _measure_toll(planted_toll(number, seed), found)
    for number in range(disputes):
        _measure_dispute(planted_dispute(number, seed), found)
    return found


def planted_toll(number: int, seed: int) -> Toll:
    """Eight articles: the first of each of five steps, and three more, of which two print one that is outdated."""
    draw, language = _draw("toll", number, seed)
    story = _Story(language, draw)
    slot = draw.choice(sorted(story.values))
    values = _rising(draw)
    steps = [*range(_STEPS), *(draw.randrange(_STEPS - 1) for _ in range(_ARTICLES - _STEPS))]
    hours = [step * _HOURS_A_STEP for step in range(_STEPS)]
    late = [index >= _STEPS and index - _STEPS < _LATE for index in range(_ARTICLES)]
    hours += [
        (steps[index] + 1) * _HOURS_A_STEP + 3 if late[index] else steps[index] * _HOURS_A_STEP + 1 for index in range(_STEPS, _ARTICLES)
    ]
    articles = [story.article(index, story.sentence(slot, values[steps[index]]), _moment(hours[index])) for index in range(_ARTICLES)]
    stale = frozenset(article.id for article, is_late in zip(articles, late, strict=True) if is_late)
    draw.shuffle(articles)
    return Toll(slot, values, stale, tuple(articles))


def planted_dispute(number: int, seed: int) -> Disputed:
    """Three articles of one hour."""
    draw, language = _draw("dispute", number, seed)
    story = _Story(language, draw)
    slot = draw.choice(sorted(story.values))
    low = draw.randint(3, 40)
    values = (low, low + draw.randint(1, 20))
    sentences = [*(story.sentence(slot, value) for value in values), story.sentence(None, 0)]
    articles = [story.article(index, sentence, _moment(0)) for index, sentence in enumerate(sentences)]
    return Disputed(slot, values, articles[-1].id, tuple(draw.sample(articles, len(articles))))


class _Story:
    """One event with the words in which its articles tell it."""

    def __init__(self, language: str, draw: Random) -> None:
        self.language, self._draw = language, draw
        self.values = _VALUES[language]
        self._event = draw.choice(_EVENTS[language]).format(place=draw.choice(_PLACES[language]))

    def sentence(self, slot: str | None, value: int) -> str:
        """The event, with the value of the slot if one is given."""
        when, said = (self._draw.choice(words[self.language]) for words in (_WHEN, _SAID))
        gives = f", {self._draw.choice(self.values[slot]).format(n=value)}" if slot else ""
        return f"{self._event} {when}{gives}, {said}."

    def article(self, index: int, sentence: str, moment: str) -> Article:
        more = self._draw.sample(_MORE[self.language], 2)
        name = f"article-{index}"
        return Article(
            id=ArticleId(name),
            outlet=f"Sample Outlet {index}",
            text="\n".join((sentence, *more)),
            origin=f"{name}.txt",
            sha256="0" * 64,
            published=Published(moment, "minute", "metadata"),
            language=self.language,
        )


def _draw(kind: str, number: int, seed: int) -> tuple[Random, str]:
    return Random(f"{kind} {number} {seed}"), ("en", "vi")[number % 2]  # noqa: S311 - a repeatable draw


def _rising(draw: Random) -> tuple[int, ...]:
    values = [draw.randint(2, 9)]
    while len(values) < _STEPS:
        values.append(values[-1] + draw.randint(1, 9))
    return tuple(values)


def _moment(hours: int) -> str:
    day, hour = divmod(6 + hours, 24)
    return f"2024-05-{13 + day:02}T{hour:02}:00"


def _compared(articles: Sequence[Article]) -> Comparison:
    return compare_story("planted", articles, [], Settings())


def _facts(comparison: Comparison, slot: str) -> Iterator[Fact]:
    yield from (fact for fact in comparison.facts if fact.slot == slot)


def _measure_toll(toll: Toll, found: Measured) -> None:
    facts = list(_facts(_compared(toll.articles), toll.slot))
    found.tolls += 1
    found.stale += len(toll.stale)
    ladders = [[int(rung.value) for rung in fact.ladder] for fact in facts if fact.state == "updated"]
    found.tolls_in_order += ladders == [list(toll.values)]
    said = {article for fact in facts for rung in fact.ladder for article in rung.stale}
    found.stale_said += len(said)
    found.stale_right += len(said & toll.stale)


def _measure_dispute(planted: Disputed, found: Measured) -> None:
    comparison = _compared(planted.articles)
    facts = [fact for fact in comparison.facts if fact.state == "disputed"]
    found.disputes += 1
    found.disputes_found += [sorted(int(value.value) for value in fact.values) for fact in facts] == [sorted(planted.values)]
    found.added_voices += sum(value.voices - 1 for fact in facts for value in fact.values)
    for group in comparison.groups:
        disputed = {dispute.fact for dispute in group.disputes}
        stands = next(relation for relation in group.relations if relation.source == planted.open_article)
        found.false_agreements += stands.kind == "agrees" and not disputed <= set(stands.open_on)


if __name__ == "__main__":
    main()
