"""A request for the settings -> their page; its form -> the cookie with the preferences, or the page with the keys that cannot be used."""

from collections.abc import Mapping
from types import MappingProxyType

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from compare.review.app.display.messages import LANGUAGES, translatable
from compare.review.app.preferences.preference_cookie import (
    COOKIE,
    COOKIE_MAX_AGE_S,
    THEMES,
    InvalidKeys,
    Preferences,
    preferences_from_form,
    to_cookie,
)
from compare.review.app.requests.requested_story import application_of

SETTINGS = "/settings"
_THEME_NAMES: Mapping[str, str] = MappingProxyType(
    {"auto": translatable("As the system"), "light": translatable("Light"), "dark": translatable("Dark")}
)
_LANGUAGE_NAMES: Mapping[str, str] = MappingProxyType({"en": "English", "vi": "Tiếng Việt"})
_NO_INVALID_KEYS = InvalidKeys(MappingProxyType({}), ())


async def show(request: Request) -> Response:
    """The page of the settings."""
    application = application_of(request)
    return _page(request, application.preferences(request.scope), _NO_INVALID_KEYS)


async def save(request: Request) -> Response:
    """Save the preferences of the form in the browser that sent it."""
    application = application_of(request)
    form = {name: value for name, value in (await request.form()).items() if isinstance(value, str)}
    defaults = application.default_preferences if "standard" in form else application.preferences(request.scope)
    preferences, invalid_keys = (
        (application.default_preferences, _NO_INVALID_KEYS) if "standard" in form else preferences_from_form(form, defaults)
    )
    if invalid_keys:
        return _page(request, preferences, invalid_keys)
    response = RedirectResponse(f"{SETTINGS}?saved", 303)
    response.set_cookie(COOKIE, to_cookie(preferences), max_age=COOKIE_MAX_AGE_S, httponly=True, samesite="strict", path="/")
    return response


def _page(request: Request, preferences: Preferences, invalid_keys: InvalidKeys) -> Response:
    application = application_of(request)
    values: dict[str, object] = {
        "theme_names": [(theme, _THEME_NAMES[theme]) for theme in THEMES],
        "languages": [(language, _LANGUAGE_NAMES[language]) for language in LANGUAGES],
        "entered": preferences,
        "invalid_keys": invalid_keys,
        "shared_keys": {action: other for pair in invalid_keys.shared for action, other in (pair, pair[::-1])},
        "saved": "saved" in request.query_params,
    }
    return application.render(request.scope, "settings.html", values, 422 if invalid_keys else 200)
