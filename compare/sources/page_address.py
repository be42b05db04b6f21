"""The address of a page -> whether it is one, its host, and the outlet that publishes there."""

from urllib.parse import urlsplit

from compare.outlets.register import register_of
from compare.settings import InputSettings


def is_web(url: str) -> bool:
    """Whether it is a whole address of a page."""
    return url.startswith(("http://", "https://")) and bool(host_of(url))


def host_of(url: str) -> str:
    """The host of an address in lower case; of what is none (``http://[::1``) nothing."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def path_of(url: str) -> str:
    """The path of an address that ``is_web``."""
    return urlsplit(url).path


def outlet_of(url: str, site: str, settings: InputSettings) -> str:
    """The register's name of the host, else ``site``, which is what the page calls itself, else the host, else nothing."""
    host = host_of(url)
    known = register_of(settings.outlets).of_host(host) if host else None
    return known.name if known else site or host.removeprefix("www.")
