"""The wall towards one's own network: addresses are looked at when the connection is made, and it goes to what was looked at."""

import socket
from ipaddress import ip_network

import pytest

from compare.sources.fetch import ip_address
from compare.sources.fetch.environment import Environment
from compare.sources.fetch.ip_address import is_public

PUBLIC = "93.184.215.14"


@pytest.mark.parametrize(
    "inside",
    [
        "0.0.0.0",  # noqa: S104 - it is refused
        "10.1.2.3",
        "100.64.0.1",
        "100.100.100.200",
        "127.0.0.1",
        "127.9.9.9",
        "168.63.129.16",
        "169.254.169.254",
        "172.31.255.255",
        "192.0.0.192",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:a9fe:a9fe",
        "64:ff9b::10.0.0.1",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2001::1",
        "2001:db8::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fe80::1%eth0",
        "2606:2800:220:1::1%eth0",
        "fec0::1",
        "ff02::1",
        "example.com",
    ],
)
def test_an_address_inside_is_not_public(inside):
    assert not is_public(inside)


@pytest.mark.parametrize(
    "outside", [PUBLIC, "2606:2800:220:1::1", f"::ffff:{PUBLIC}", f"64:ff9b::{PUBLIC}", "2002:5db8:d70e::1", "172.32.0.1"]
)
def test_an_address_of_the_internet_is_public(outside):
    assert is_public(outside)


def no_address(site, reason, url, **given):
    return "no address of the public internet" in reason(url, allow_private=False, **given) and site.asked == []


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST.", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]"])
def test_this_machine_is_refused_in_every_spelling(host, site, reason):
    assert no_address(site, reason, site.url("/", host))


def test_a_name_that_leads_inside_is_refused(site, reason):
    assert no_address(site, reason, site.url("/", "news.example"), world=Environment(resolve=lambda *_: ["127.0.0.1"]))


def test_a_name_that_leads_outside_and_inside_is_refused(site, reason):
    assert no_address(site, reason, site.url("/", "news.example"), world=Environment(resolve=lambda *_: [PUBLIC, "127.0.0.1"]))


def test_a_name_that_answers_otherwise_the_second_time_gains_nothing(site, reason, monkeypatch):
    """The connection goes to the very address that was checked, and nobody asks a second time."""
    gone_to = []

    def refuse(place, *_, **__):
        gone_to.append(place)
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr(socket, "create_connection", refuse)
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    reason(site.url("/", "news.example"), allow_private=False, world=Environment(resolve=lambda *_: next(answers)))
    assert (gone_to, next(answers)) == ([(PUBLIC, site.port)], ["127.0.0.1"])


def test_a_name_is_looked_at_again_for_every_connection(site, reason, monkeypatch):
    """One address of this machine counts as public here, so that the first connection succeeds."""
    monkeypatch.setattr(ip_address, "_NOT_PUBLIC", (ip_network("127.0.0.2/32"),))
    answers = iter([["127.0.0.1"], ["127.0.0.2"]])
    found = reason(site.url("/a", "news.example"), allow_private=False, world=Environment(resolve=lambda *_: next(answers)))
    assert ("127.0.0.2, which is no address" in found, site.paths) == (True, ["/robots.txt"])


def test_a_redirect_does_not_lead_inside(site, reason, monkeypatch):
    monkeypatch.setattr(ip_address, "_NOT_PUBLIC", (ip_network("127.0.0.2/32"),))
    site.lead("/a", site.url("/secret", "127.0.0.2"))
    found = reason(site.url("/a"), allow_private=False)
    assert ("127.0.0.2, which is no address" in found, site.paths) == (True, ["/robots.txt", "/a"])


def test_a_robots_txt_does_not_lead_inside(site, reason, monkeypatch):
    monkeypatch.setattr(ip_address, "_NOT_PUBLIC", (ip_network("127.0.0.2/32"),))
    site.lead("/robots.txt", site.url("/secret", "127.0.0.2"))
    assert "127.0.0.2, which is no address" in reason(site.url("/a"), allow_private=False)


def test_a_proxy_of_the_environment_is_not_asked(site, fetched, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    assert fetched(site.give("/a"))[0].data == b"<p>The ferry is in."


def test_who_allows_private_addresses_gets_their_pages(site, fetched):
    site.give("/a")
    assert fetched(site.url("/a", "intranet.example"), world=Environment(resolve=lambda *_: ["127.0.0.1"]))[0].data == b"<p>The ferry is in."


def test_an_address_that_does_not_answer_is_passed_over_for_the_next(site, fetched):
    site.give("/a")
    assert fetched(site.url("/a", "news.example"), world=Environment(resolve=lambda *_: ["::1", "127.0.0.1"]))[0].data == b"<p>The ferry is in."
