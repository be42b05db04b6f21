"""A URL as a person or a redirect gives it -> one that may be asked for, in one spelling; ``UnfetchableError`` if it is none."""

import re
from ipaddress import IPv4Address, ip_address

from httpx2 import URL, InvalidURL

from compare.sources.fetch.fetched_page import UnfetchableError

_GIVE = "give one like https://example.com/page"
_LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_NAME = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
_LONGEST_NAME = 253
# Systems read these as addresses too: 2130706433, 0x7f.1, 127.1. Nobody writes them but to hide where they lead.
_ODD_ADDRESS = re.compile(r"(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)")
_HIGHEST_PORT = 65_535


def parse_request_url(given: str) -> URL:
    """An http or https URL without credentials, fragment and final dot of its host, which is a name or an address in the usual spelling."""
    try:
        url = URL(given)
    except (InvalidURL, ValueError) as error:  # half a surrogate pair is a ValueError
        raise UnfetchableError(f"is no URL ({error}); {_GIVE}") from error
    if url.scheme not in {"http", "https"}:
        raise UnfetchableError(f"is no http or https URL; {_GIVE}")
    if url.userinfo:
        raise UnfetchableError("holds a user name or password; give it without them")
    host = url.raw_host.decode("ascii").lower().removesuffix(".")
    if not _is_host(host) or url.port == 0 or (url.port or 0) > _HIGHEST_PORT:
        raise UnfetchableError(f"names no host and port that can be asked; {_GIVE}")
    return url.copy_with(host=host, fragment=None)


def _is_host(host: str) -> bool:
    if ":" in host:
        return "%" not in host and _is_address(host)
    if _ODD_ADDRESS.fullmatch(host):
        return _is_address(host) and host == str(IPv4Address(host))
    return len(host) <= _LONGEST_NAME and _NAME.fullmatch(host) is not None


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
