"""Addresses of pages, and the day that stands in them."""

import pytest

from compare.model import Published
from compare.sources.address_date import date_in_url


@pytest.mark.parametrize(
    "path",
    [
        "/2019/06/04/ferry-runs-aground",
        "/world/2019/6/4/ferry",
        "/world/2019/jun/04/ferry",
        "/world/2019/06/190604_ferry_aground",
        "/tin/the-gioi/20190604/pha-mac-can/1104190.html",
        "/pha-mac-can-20190604083549653.htm",
        "/pha-mac-can-2019060408354965.htm",
        "/gallery/pha-mac-can-n20190604212206321.htm",
        "/pha-mac-can-20190604142516.html",
        "/pha-mac-can-201906041425.html",
        "/pages/2019-06-04/pha-mac-can-31908.aspx",
        "/pha-mac-can-2019-6-4.html",
        "/tin-sang-24-06-2019-pha-mac-can-203574.html",
        "/06/24/2019/ferry",
        "/tin/4_4_2019",
    ],
)
def test_an_address_with_a_day_gives_it(path: str) -> None:
    found = date_in_url(f"http://news.test{path}")
    assert found is not None
    assert (found.value[:7], found.precision) in {("2019-06", "day"), ("2019-04", "day")}


def test_the_day_of_a_folder_comes_before_that_of_the_headline() -> None:
    assert date_in_url("https://news.test/2019/06/04/looking-back-at-30-04-2015") == Published("2019-06-04", "day", "metadata")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://[::1",
        "https://news.test/",
        "https://news.test/ferry-3406033.html",
        "https://news.test/ferry-20194604.html",
        "https://news.test/ferry-2019060499549653.htm",
        "https://news.test/ferry-120190604.htm",
        "https://news.test/ferry-c20190604.htm",
        "https://news.test/sport/2019/6/421724/",
        "https://news.test/sport/201906/ferry",
        "https://news.test/sport/2019/02/30/ferry",
        "https://news.test/world/2019/06/180604_ferry",
        "https://news.test/euro-2019-20-5",
        "https://news.test/ferry?date=2019-06-04",
        "https://news.test/ferry#2019-06-04",
        "https://2019-06-04.news.test/ferry",
        "https://news.test/victory-of-30-4-1975",
    ],
)
def test_a_number_that_may_be_something_else_is_no_day(url: str) -> None:
    assert date_in_url(url) is None


def test_a_day_that_could_be_two_is_none() -> None:
    assert date_in_url("https://news.test/results-of-5-6-2019.html") is None


def test_a_headline_with_two_days_tells_none() -> None:
    assert date_in_url("https://news.test/from-20-05-2019-to-24-05-2019.html") is None
