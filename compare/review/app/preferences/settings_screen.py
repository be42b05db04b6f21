"""The settings screen: language, look and keys; what cannot be taken is said beside it and nothing is kept."""

from collections.abc import Mapping
from types import MappingProxyType

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from compare.review.app.display.messages import LANGUAGES, marked
from compare.review.app.preferences.preference_cookie import COOKIE, KEPT_S, THEMES, Faults, Preferences, of_form, to_cookie
from compare.review.app.requests.requested_story import application_of

PATH = "/settings"
_LOOKS: Mapping[str, str] = MappingProxyType({"auto": marked("As the system"), "light": marked("Light"), "dark": marked("Dark")})
_NAMES: Mapping[str, str] = MappingProxyType({"en": "English", "vi": "Tiếng Việt"})
_NONE = Faults(MappingProxyType({}), ())


async def show(request: Request) -> Response:
    """The settings as they are."""
    application = application_of(request)
    return _page(request, application.preferences(request.scope), _NONE)


async def change(request: Request) -> Response:
    """Keep what the form says, in the browser that sent it."""
    application = application_of(request)
    form = {name: value for name, value in (await request.form()).items() if isinstance(value, str)}
    standard = application.standard if "standard" in form else application.preferences(request.scope)
    made, faults = (application.standard, _NONE) if "standard" in form else of_form(form, standard)
    if faults:
        return _page(request, made, faults)
    answer = RedirectResponse(f"{PATH}?saved", 303)
    answer.set_cookie(COOKIE, to_cookie(made), max_age=KEPT_S, httponly=True, samesite="strict", path="/")
    return answer


def _page(request: Request, preferences: Preferences, faults: Faults) -> Response:
    application = application_of(request)
    values: dict[str, object] = {
        "looks": [(theme, _LOOKS[theme]) for theme in THEMES],
        "languages": [(language, _NAMES[language]) for language in LANGUAGES],
        "wanted": preferences,
        "faults": faults,
        "shares": {act: other for pair in faults.shared for act, other in (pair, pair[::-1])},
        "saved": "saved" in request.query_params,
    }
    return application.page(request.scope, "settings.html", values, 422 if faults else 200)
