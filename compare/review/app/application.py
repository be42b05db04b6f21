"""A template and its values -> a page in the language, look and keys of the one who asked; every value is escaped."""

import json
from dataclasses import dataclass
from functools import cache, partial
from importlib import resources
from urllib.parse import quote

from jinja2 import Environment, FunctionLoader, StrictUndefined
from starlette.responses import HTMLResponse
from starlette.types import Scope

from compare.review.app.access.request_guard import Door, cookie_values, has_session
from compare.review.app.display.messages import Words, words_of
from compare.review.app.display.static_files import address
from compare.review.app.preferences.preference_cookie import COOKIE, Preferences, of_cookies
from compare.review.app.preferences.shortcut_keys import FIXED, KEYS, shown
from compare.review.app.requests.page_urls import segment
from compare.review.app.runs.find_runs import Works
from reports.terms import CUTS, term

# No style and no code of its own making: both are refused by the policy. What went back is fetched anew, for it may have changed.
_HTMX = json.dumps({"includeIndicatorCSS": False, "extensions": "none", "history": True}, allow_nan=False)


@dataclass(frozen=True, slots=True)
class Application:
    """What every page may need: the runs, who reviews, what is liked where nobody chose, and the door."""

    runs: Works
    reviewer: str
    standard: Preferences
    door: Door

    def preferences(self, scope: Scope) -> Preferences:
        """Of the one who asked."""
        return of_cookies(cookie_values(scope, COOKIE), self.standard)

    def page(self, scope: Scope, template: str, values: dict[str, object], status: int = 200) -> HTMLResponse:
        """The filled template as an answer."""
        preferences = self.preferences(scope)
        words = words_of(preferences.language)
        frame = {
            "application": self,
            "preferences": preferences,
            "keys": preferences.keys,
            "key_island": json.dumps(dict(preferences.keys), allow_nan=False),
            "key_table": [(key.act, key.name) for key in KEYS],
            "fixed_keys": FIXED,
            "htmx": _HTMX,
            "inside": has_session(scope, self.door),
            "here": quote(scope["path"], safe="/~"),  # as `segment` writes it
        }
        return HTMLResponse(environment(words).get_template(template).render(**frame, **values), status)


@cache
def environment(words: Words) -> Environment:
    """Templates that escape every value and speak one language."""
    made = Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    install = made.install_gettext_callables  # type: ignore[attr-defined] # added by the extension
    install(words.catalogue.gettext, words.catalogue.ngettext, newstyle=True)
    made.globals.update(language=words.language, static=address)
    made.filters["cut"] = partial(term, table=CUTS, words=words)
    made.filters.update(number=words.number, score=words.score, date=words.date, shown=shown, segment=segment)
    return made


def _template(name: str) -> str | None:
    file = resources.files("compare.review").joinpath("templates", name)
    return file.read_text(encoding="utf-8") if file.is_file() else None
