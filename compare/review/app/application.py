"""A template and its values -> a page in the language, theme and keys of the person who asked."""

import json
from dataclasses import dataclass
from urllib.parse import quote

from starlette.responses import HTMLResponse
from starlette.types import Scope

from compare.review.app.access.request_guard import AccessPolicy, cookie_values, has_session
from compare.review.app.display.messages import words_of
from compare.review.app.display.template_environment import template_environment
from compare.review.app.preferences.preference_cookie import COOKIE, Preferences, preferences_from_cookies
from compare.review.app.preferences.shortcut_keys import SHORTCUTS
from compare.review.app.runs.find_runs import StoryReviews

# htmx must not make styles or code of its own: the content security policy refuses both. Pages of the history are fetched anew.
_HTMX = json.dumps({"includeIndicatorCSS": False, "extensions": "none", "history": True}, allow_nan=False)


@dataclass(frozen=True, slots=True)
class Application:
    """What every page may need: the runs by name, the reviewer, the preferences of who chose none, and the access policy."""

    runs: StoryReviews
    reviewer: str
    default_preferences: Preferences
    access_policy: AccessPolicy

    def preferences(self, scope: Scope) -> Preferences:
        """The preferences of the person who sent the request."""
        return preferences_from_cookies(cookie_values(scope, COOKIE), self.default_preferences)

    def render(self, scope: Scope, template: str, values: dict[str, object], status: int = 200) -> HTMLResponse:
        """The filled template as a response."""
        preferences = self.preferences(scope)
        words = words_of(preferences.language)
        common = {
            "application": self,
            "preferences": preferences,
            "keys": preferences.keys,
            "keys_json": json.dumps(dict(preferences.keys), allow_nan=False),
            "shortcuts": [(shortcut.action, shortcut.name) for shortcut in SHORTCUTS],
            "htmx": _HTMX,
            "has_session": has_session(scope, self.access_policy),
            "current_path": quote(scope["path"], safe="/~"),  # as `url_segment` writes it
        }
        return HTMLResponse(template_environment(words).get_template(template).render(**common, **values), status)
