"""The address of an article as it was given -> one that may be linked and ends where it should, or nothing."""

from urllib.parse import quote

from reports.labels import linkable_url

# What RFC 3986 lets stand in an address; all else is percent-encoded, so that none of it can end a link target or begin a tag.
_IN_ADDRESS = "%/:?#[]@!$&'()*+,;=-._~"


def target_of(url: str | None) -> str | None:
    """Only http and https, percent-encoded as UTF-8; what is encoded already stays as it is."""
    address = linkable_url(url)
    return quote(address, safe=_IN_ADDRESS, errors="replace") if address else None
