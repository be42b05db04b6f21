"""The address of a kept copy of a page -> the address of the page, which is whose text it is; any other address as it is.

Archives and caches that write the page's address into theirs: the Wayback Machine and others of its kind (RFC 7089 calls such copies
mementos), archive.today under all of its names, Google's cache and the copies of AMP pages.
"""

from urllib.parse import parse_qs, urlsplit

import regex

from compare.sources.page_address import host_of, is_web

_MOMENT = r"\d{4,14}(?:[a-z]{2}_)?"
_PAGE = r"(?P<page>\S+)"
_FORMS = tuple(
    regex.compile(rf"https?://{form}", regex.IGNORECASE)
    for form in (
        rf"web\.archive\.org/web/{_MOMENT}/{_PAGE}",
        rf"wayback\.archive-it\.org/(?:\w+/)?{_MOMENT}/{_PAGE}",
        rf"(?:www\.)?arquivo\.pt/(?:wayback|noFrame/replay)/{_MOMENT}/{_PAGE}",
        rf"webarchive\.(?:nationalarchives\.gov\.uk|loc\.gov)/(?:\w+/)?{_MOMENT}/{_PAGE}",
        # A moment, a word for one, or the page's whole address alone; what has none of these is a short name that tells no address.
        rf"(?:www\.)?archive\.(?:ph|today|is|md|vn|li|fo)/(?:\d{{4}}[\d.-]*+|newest|oldest|timegate|o/\w+)/{_PAGE}",
        r"(?:www\.)?archive\.(?:ph|today|is|md|vn|li|fo)/(?P<page>https?:\S+)",
        rf"(?:www\.)?google\.[a-z.]+/amp/s/{_PAGE}",
        rf"[\w-]+\.cdn\.ampproject\.org/[a-z]/s/{_PAGE}",
    )
)
_GOOGLE = "webcache.googleusercontent.com"
_CACHED = regex.compile(rf"cache:(?:[\w-]{{12}}:)?{_PAGE}.*", regex.DOTALL)
_WITH_SCHEME = regex.compile(r"(?P<scheme>https?):/{1,2}(?P<rest>[^/].*)", regex.IGNORECASE | regex.DOTALL)
_NAMES = frozenset(["internet archive", "wayback machine", "internet archive wayback machine", "webpage archive", "google", "arquivo.pt"])
_DEEPEST = 3  # copies of copies


def original_url(url: str) -> str:
    """The page's address; of a copy of a copy, that of the page."""
    for _ in range(_DEEPEST):
        page = _address_inside(url)
        if not page:
            break
        url = page
    return url


def names_archive(site: str, copy: str) -> bool:
    """Whether a page says the name of the archive that keeps it, where its own outlet's is looked for."""
    said = site.lower().removeprefix("www.")
    return said in _NAMES or said.startswith("archive.") or (bool(said) and said == host_of(copy).removeprefix("www."))


def _address_inside(url: str) -> str:
    copy = _cached(url) if host_of(url) == _GOOGLE else next((found for form in _FORMS if (found := form.fullmatch(url))), None)
    if copy is None:
        return ""
    whole = _WITH_SCHEME.fullmatch(copy["page"])
    page = f"{whole['scheme'].lower()}://{whole['rest']}" if whole else f"https://{copy['page']}"
    return page if is_web(page) and "." in host_of(page) else ""


def _cached(url: str) -> "regex.Match[str] | None":
    """Behind the page's address stand the words that were searched for."""
    asked = parse_qs(urlsplit(url).query).get("q", [""])[0]
    return _CACHED.fullmatch(asked)
