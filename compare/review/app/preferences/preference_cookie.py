"""How one person likes the application <-> a cookie in their browser, so that it outlives the program and its port."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import parse_qsl, quote, unquote, urlencode

from compare.review.app.display.messages import LANGUAGES
from compare.review.app.preferences.shortcut_keys import KEYS, chosen, written

COOKIE = "tellings-preferences"
KEPT_S = 365 * 24 * 3600
THEMES = ("auto", "light", "dark")
_KEY = "key-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """Language, look and keys; ``own_keys`` has only what differs from the table, an empty key for none."""

    language: str = "en"
    theme: str = "auto"
    keys_on: bool = True
    own_keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def keys(self) -> Mapping[str, str]:
        """Every act with its key."""
        return chosen(self.own_keys)


@dataclass(frozen=True, slots=True)
class Faults:
    """What of a form cannot be taken: signs that are no key, and acts that would share one."""

    no_keys: Mapping[str, str]  # act -> what was typed
    shared: tuple[tuple[str, str], ...]  # act, act

    def __bool__(self) -> bool:
        return bool(self.no_keys or self.shared)


def of_form(given: Mapping[str, str], standard: Preferences) -> tuple[Preferences, Faults]:
    """The preferences of a form or cookie; what it lacks is as in ``standard``.

    Keys that cannot be taken are left as the table has them, and told.
    """
    typed = {key.act: given.get(_KEY + key.act, key.key) for key in KEYS}
    keys = {act: written(text) if text.strip() else "" for act, text in typed.items()}
    no_keys = {act: typed[act] for act, key in keys.items() if key is None}
    own = {key.act: keys[key.act] or "" for key in KEYS if keys[key.act] not in {None, key.key}}
    language, theme = given.get("language", ""), given.get("theme", "")
    made = Preferences(
        language=language if language in LANGUAGES else standard.language,
        theme=theme if theme in THEMES else standard.theme,
        keys_on=given.get("keys", "") == "on",
        own_keys=MappingProxyType(own),
    )
    return made, Faults(MappingProxyType(no_keys), _shared(made.keys))


def to_cookie(preferences: Preferences) -> str:
    """The preferences as letters, digits and per cent signs."""
    on = {"keys": "on"} if preferences.keys_on else {}
    keys = {_KEY + act: key for act, key in preferences.own_keys.items()}
    return quote(urlencode({"language": preferences.language, "theme": preferences.theme, **on, **keys}), safe="")


def of_cookies(values: Sequence[str], standard: Preferences) -> Preferences:
    """What the cookie says; ``standard`` without one, or if it is not one of ours."""
    if not values:
        return standard
    given = dict(parse_qsl(unquote(values[0]), keep_blank_values=True))
    made, faults = of_form(given, standard)
    return standard if faults or "theme" not in given else made


def _shared(keys: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    held: dict[str, str] = {}
    return tuple((held[key], act) for act, key in keys.items() if key and held.setdefault(key, act) != act)
