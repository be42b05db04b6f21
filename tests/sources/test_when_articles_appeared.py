"""Times of publication are moments: a zone counts, and where none is told a rule says what can be known."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.documents.to_document import to_document
from compare.duplicates.first_article import first_article
from compare.model import ArticleId, Published
from compare.pipeline import compare_story
from compare.publication import value_with_zone, is_before, split_zone, time_range
from compare.settings import Settings
from compare.sources.publication_dates import read_publication_date
from compare.sources.read_inputs import read_inputs
from reports.date_order import date_sort_key

_CASES = Path(__file__).parents[1] / "cases" / "found"


def _at(raw: str) -> Published:
    published = read_publication_date(raw)
    assert published is not None
    return published


def test_a_toll_that_rose_is_no_dispute_however_its_articles_tell_the_time() -> None:
    articles = read_inputs([str(_CASES / "30-utc-clock")], Settings().input).articles
    document = to_document(compare_story("story", articles, [], Settings()), "", "")
    assert not any(claim["disputes"] for claim in document["claims"])
    assert {a["published"]["value"] + a["published"]["zone"] for a in document["articles"]} == {
        "2024-03-12T23:30+07:00",
        "2024-03-12T18:30+00:00",
    }
    newer = [e["check"] for claim in document["claims"] for s in claim["sources"] if s["relation"] == "adds_detail" for e in s["evidence"]]
    assert "update" in newer


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2024-03-12T23:30:00+07:00", "2024-03-12T18:30:00Z"),
        ("2024-03-12T23:30:00+07:00", "Tue, 12 Mar 2024 13:31:00 -0400"),
        ("2024-03-13T00:30:00+09:00", "2024-03-12T23:30:00+07:00"),
        ("2024-03-12T08:00", "2024-03-12T09:00"),
        ("2024-03-12", "2024-03-13T00:10"),
        ("12/03/2024 08:00 (GMT+7)", "2024-03-12T09:00"),
        ("2024-03-12T08:00", "2024-03-12T09:00+07:00"),
        ("2024-03-12T08:00", "2024-03-12T20:01:00Z"),
        ("2024-03-12T08:00:00Z", "2024-03-12T22:01"),
    ],
)
def test_the_earlier_moment_is_before(earlier: str, later: str) -> None:
    assert is_before(_at(earlier), _at(later))
    assert not is_before(_at(later), _at(earlier))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2024-03-12T18:30:00Z", "2024-03-13T01:30:00+07:00"),
        ("2024-03-12T08:00", "2024-03-12T19:00:00Z"),
        ("2024-03-12T08:00:00Z", "2024-03-12T21:30"),
        ("2024-03-12", "2024-03-12T23:00"),
        ("2024-03-12", "2024-03-13T11:00:00Z"),
    ],
)
def test_what_the_clocks_leave_open_is_open(one: str, other: str) -> None:
    assert not is_before(_at(one), _at(other))
    assert not is_before(_at(other), _at(one))


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("2024-03-12T18:30:00Z", "+00:00"),
        ("2024-03-12T18:30:00.123-04:00", "-04:00"),
        ("2024-03-12 18:30:00-04:00", "-04:00"),
        ("Tue, 12 Mar 2024 18:30:00 GMT", "+00:00"),
        ("Tue, 12 Mar 2024 18:30:00 +0530", "+05:30"),
        ("March 12, 2024 6:30 p.m. EDT", "-04:00"),
        ("Thứ Ba, 12/03/2024, 18:30 (GMT+7)", "+07:00"),
        ("18:30 12/03/2024 GMT+7", "+07:00"),
        ("12/03/2024 18:30", ""),
        ("12/03/2024 18:30 CST", ""),
        ("2024-03-12 08:30-10:00", ""),
        ("12/03/2024", ""),
    ],
)
def test_a_date_line_gives_the_zone_it_names(line: str, zone: str) -> None:
    assert _at(line).zone == zone


def test_the_first_of_a_cluster_is_so_by_its_moment() -> None:
    dates = {ArticleId("utc"): _at("2024-03-12T18:30:00Z"), ArticleId("local"): _at("2024-03-12T23:30:00+07:00")}
    assert first_article(dates, dates) == "local"


def test_nobody_is_first_where_a_clock_is_not_known() -> None:
    dates = {ArticleId("utc"): _at("2024-03-12T18:30:00Z"), ArticleId("bare"): _at("2024-03-12T23:30")}
    assert first_article(dates, dates) is None


_DATES = st.builds(
    lambda day, hour, zone: Published(f"2024-03-{day:02d}T{hour:02d}:15", "minute", "metadata", zone),
    st.integers(1, 4),
    st.integers(0, 23),
    st.sampled_from(["", "+00:00", "+07:00", "-04:00"]),
)


@given(st.dictionaries(st.sampled_from([ArticleId(name) for name in "abcdef"]), _DATES, min_size=2))
def test_only_who_is_before_every_other_is_first(dates: dict[ArticleId, Published]) -> None:
    firsts = [one for one in dates if all(is_before(dates[one], dates[other]) for other in dates if other != one)]
    assert first_article(dates, dates) == (firsts[0] if firsts else None)


@given(_DATES, _DATES)
def test_two_moments_with_zones_stand_in_one_order_everywhere(one: Published, other: Published) -> None:
    if one.zone and other.zone and is_before(one, other):
        assert time_range(one)[0] < time_range(other)[0]
        assert date_sort_key(value_with_zone(one).replace("T", " ")) < date_sort_key(value_with_zone(other).replace("T", " "))


@given(_DATES)
def test_a_date_survives_a_column_of_words(date: Published) -> None:
    assert split_zone(value_with_zone(date)) == (date.value, date.zone)


@pytest.mark.parametrize("value", ["2024", "2024-03", "2024-03-12", "2024-W11"])
def test_a_day_survives_a_column_of_words(value: str) -> None:
    assert split_zone(value) == (value, "")
