"""What a robots.txt allows (RFC 9309), and what follows where it cannot be read."""

import pytest

RULES = b"User-agent: *\nDisallow: /\n\nUser-agent: tellings\nDisallow: /closed\nDisallow: /*.pdf$\nAllow: /closed/but-open\n"


@pytest.mark.parametrize("path", ["/closed", "/closed/a", "/a/b.pdf"])
def test_a_page_that_is_closed_to_us_is_not_asked_for(path, site, reason):
    site.give("/robots.txt", RULES)
    remedy = "save the page from a browser, or set fetch.robots = false if the outlet agreed to it"
    said = f"is closed to programs by {site.url('/robots.txt')}; {remedy}"
    assert (reason(site.give(path)), site.paths) == (said, ["/robots.txt"])


@pytest.mark.parametrize("path", ["/", "/closed/but-open", "/a/b.pdf?x"])
def test_a_page_that_is_open_to_us_is_fetched(path, site, fetched):
    site.give("/robots.txt", RULES)
    assert fetched(site.give(path))[0].data


def test_rules_for_all_hold_for_us_where_we_are_not_named(site, reason):
    site.give("/robots.txt", b"User-agent: *\nDisallow: /\n")
    assert "is closed to programs" in reason(site.give("/a"))


def test_rules_hold_whatever_the_program_is_called(site, reason):
    site.give("/robots.txt", RULES)
    assert "is closed to programs" in reason(site.give("/closed"), user_agent="newsroom/1")


def test_who_has_an_agreement_asks_for_no_rules(site, fetched):
    site.give("/robots.txt", RULES)
    assert (fetched(site.give("/closed"), robots=False)[0].data != b"", site.paths) == (True, ["/closed"])


def test_rules_are_read_once_a_run(site, fetched):
    fetched(site.give("/a"), site.give("/b"))
    assert site.paths == ["/robots.txt", "/a", "/b"]


def test_a_redirect_into_what_is_closed_is_not_followed(site, reason):
    site.give("/robots.txt", RULES)
    site.lead("/a", "/closed")
    assert ("is closed to programs" in reason(site.url("/a")), site.paths) == (True, ["/robots.txt", "/a"])


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_without_rules_everything_is_open(status, site, fetched):
    site.give("/robots.txt", b"User-agent: *\nDisallow: /\n", status)
    assert fetched(site.give("/a"))[0].data


@pytest.mark.parametrize("status", [500, 503])
def test_a_server_that_cannot_say_is_closed(status, site, reason):
    site.give("/robots.txt", RULES, status)
    said = f"has a robots.txt that cannot be read (status {status}), which closes the site; try again later"
    assert (reason(site.give("/a")), site.paths) == (said, ["/robots.txt"])


def test_a_server_that_breaks_off_its_rules_is_closed(site, reason):
    site.raw("/robots.txt", b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nUser-agent: *\n")
    said = "has a robots.txt that cannot be read, which closes the site: breaks off before its end; try again later"
    assert reason(site.give("/a")) == said


def test_a_server_that_is_not_there_is_told_so_once_and_not_asked_again(fetched):
    pages = fetched("http://127.0.0.1:1/a", "http://127.0.0.1:1/b")
    assert [page.reason for page in pages] == ["cannot be reached (Connection refused); try again later"] * 2


def test_rules_that_moved_are_followed(site, reason):
    site.lead("/robots.txt", "/rules")
    site.give("/rules", RULES)
    assert "is closed to programs" in reason(site.give("/closed"))


def test_rules_that_move_in_a_circle_close_the_site(site, reason):
    site.lead("/robots.txt", "/robots.txt")
    assert "which closes the site: redirects more than 2 times" in reason(site.give("/a"), most_redirects=2)


def test_of_endless_rules_the_first_half_megabyte_counts(site, reason):
    site.give("/robots.txt", RULES + b"# x\n" * 1_000_000)
    assert "is closed to programs" in reason(site.give("/closed"))


def test_what_stands_behind_half_a_megabyte_of_rules_does_not_count(site, fetched):
    site.give("/robots.txt", b"# x\n" * 128_000 + RULES)
    assert fetched(site.give("/closed"))[0].data


def test_rules_that_are_no_text_forbid_nothing(site, fetched):
    site.give("/robots.txt", b"\xff\xfe\0<html>" * 9)
    assert fetched(site.give("/a"))[0].data
