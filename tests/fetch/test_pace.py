"""How often a host is asked, and how a server's wish to wait is met."""

from datetime import UTC, datetime

import pytest

from compare.sources.fetch.environment import Environment

NOON = datetime(2024, 2, 3, 12, tzinfo=UTC)


@pytest.fixture
def world(hours):
    return Environment(clock=hours.clock, sleep=hours.sleep, now=lambda: NOON, resolve=lambda *_: ["127.0.0.1"])


def test_between_two_requests_to_one_host_there_is_a_pause(site, fetched, world, hours):
    fetched(site.give("/a"), site.give("/b"), world=world, seconds_between=2.5)
    assert hours.slept == [2.5, 2.5]  # behind robots.txt, then behind the first page


def test_two_hosts_do_not_wait_for_each_other(site, fetched, world, hours):
    site.give("/a")
    fetched(site.url("/a", "one.example"), site.url("/a", "two.example"), world=world, seconds_between=2.5, robots=False)
    assert hours.slept == []


def test_time_that_passed_anyway_is_not_waited_again(site, fetched, world, hours):
    def slow(handler):
        hours.at += 4
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\nferry")

    site.answers["/a"] = slow
    fetched(
        site.url("/a", "one.example"),
        site.url("/a", "two.example"),
        site.url("/a", "one.example"),
        world=world,
        robots=False,
        seconds_between=3,
    )
    assert hours.slept == []


def test_a_host_that_asks_for_more_time_gets_it(site, fetched, world, hours):
    site.give("/robots.txt", b"User-agent: *\nCrawl-delay: 7\n")
    fetched(site.give("/a"), site.give("/b"), world=world, seconds_between=1)
    assert hours.slept == [7, 7]


def test_a_host_that_asks_for_an_hour_gets_the_longest_wait(site, fetched, world, hours):
    site.give("/robots.txt", b"User-agent: *\nCrawl-delay: 3600\n")
    fetched(site.give("/a"), world=world, longest_wait_s=30)
    assert hours.slept == [30]


def test_a_host_that_asks_for_less_time_than_the_settings_does_not_get_it(site, fetched, world, hours):
    site.give("/robots.txt", b"User-agent: *\nCrawl-delay: 0.1\n")
    fetched(site.give("/a"), world=world, seconds_between=1)
    assert hours.slept == [1]


def busy(site, status, after, times=1):
    def answer(handler):
        seen = sum(path == "/a" for path in site.paths)
        if seen <= times:
            handler.wfile.write(f"HTTP/1.1 {status} Busy\r\nRetry-After: {after}\r\nContent-Length: 0\r\n\r\n".encode())
        else:
            handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\nferry")

    site.answers["/a"] = answer
    return site.url("/a")


@pytest.mark.parametrize("after", ["9", "Sat, 03 Feb 2024 12:00:09 GMT", "Sat, 03 Feb 2024 12:00:09 -0000"])
def test_a_server_that_says_when_it_is_ready_is_asked_then(after, site, fetched, world, hours):
    fetched(busy(site, 503, after), world=world)
    assert hours.slept == [9]


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_gives_the_page_when_it_is_ready(status, site, fetched, world):
    assert fetched(busy(site, status, "9"), world=world)[0].data == b"ferry"


def test_a_server_that_is_ready_since_is_asked_at_once(site, fetched, world, hours):
    fetched(busy(site, 503, "Sat, 03 Feb 2024 11:00:00 GMT"), world=world)
    assert hours.slept == [0]


def test_a_server_that_wants_a_long_wait_is_left_alone(site, reason, world):
    said = "asks to be left alone for 31 s (status 429); try again after that"
    assert reason(busy(site, 429, "31"), world=world, longest_wait_s=30) == said


def test_a_server_is_waited_for_once(site, reason, world):
    assert "answers with status 503" in reason(busy(site, 503, "1", times=2), world=world)


@pytest.mark.parametrize("after", ["soon", "-1", "1e9", "²", "", "Sat, 03 Feb 99999999999999999999 12:00:09 GMT"])
def test_a_wish_that_cannot_be_read_is_none(after, site, reason, world):
    assert "answers with status 503" in reason(site.give("/a", status=503, Retry_After=after.encode().decode("latin-1")), world=world)


def test_a_wish_with_a_page_is_none(site, fetched, world, hours):
    fetched(site.give("/a", Retry_After="9"), world=world)
    assert hours.slept == []
