"""The preferences of one person <-> a cookie in their browser, which outlives the program and its port."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import parse_qsl, quote, unquote, urlencode

from compare.review.app.display.messages import LANGUAGES
from compare.review.app.preferences.shortcut_keys import SHORTCUTS, keys_by_action, normalized_key

COOKIE = "tellings-preferences"
COOKIE_MAX_AGE_S = 365 * 24 * 3600
THEMES = ("auto", "light", "dark")
_KEY = "key-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """Language, theme and keys; ``custom_keys`` has only what differs from ``SHORTCUTS``, with an empty key for none."""

    language: str = "en"
    theme: str = "auto"
    keys_on: bool = True
    custom_keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def keys(self) -> Mapping[str, str]:
        """The key of every action."""
        return keys_by_action(self.custom_keys)


@dataclass(frozen=True, slots=True)
class InvalidKeys:
    """The keys of a form that cannot be used: texts that are not a key, and keys that two actions would share."""

    not_keys: Mapping[str, str]  # action -> what was typed
    shared: tuple[tuple[str, str], ...]  # action, action

    def __bool__(self) -> bool:
        return bool(self.not_keys or self.shared)


def preferences_from_form(fields: Mapping[str, str], defaults: Preferences) -> tuple[Preferences, InvalidKeys]:
    """The preferences in the fields of a form or cookie; missing ones are as in ``defaults``.

    Keys that cannot be used are left as in ``SHORTCUTS`` and returned.
    """
    typed = {shortcut.action: fields.get(_KEY + shortcut.action, shortcut.key) for shortcut in SHORTCUTS}
    keys = {action: normalized_key(text) if text.strip() else "" for action, text in typed.items()}
    not_keys = {action: typed[action] for action, key in keys.items() if key is None}
    custom = {one.action: keys[one.action] or "" for one in SHORTCUTS if keys[one.action] not in {None, one.key}}
    language, theme = fields.get("language", ""), fields.get("theme", "")
    preferences = Preferences(
        language=language if language in LANGUAGES else defaults.language,
        theme=theme if theme in THEMES else defaults.theme,
        keys_on=fields.get("keys", "") == "on",
        custom_keys=MappingProxyType(custom),
    )
    return preferences, InvalidKeys(MappingProxyType(not_keys), _shared_keys(preferences.keys))


def to_cookie(preferences: Preferences) -> str:
    """The preferences as the value of a cookie: letters, digits and per cent signs."""
    on = {"keys": "on"} if preferences.keys_on else {}
    keys = {_KEY + action: key for action, key in preferences.custom_keys.items()}
    return quote(urlencode({"language": preferences.language, "theme": preferences.theme, **on, **keys}), safe="")


def preferences_from_cookies(values: Sequence[str], defaults: Preferences) -> Preferences:
    """The preferences in the cookie; ``defaults`` if there is none, or if it is malformed."""
    if not values:
        return defaults
    fields = dict(parse_qsl(unquote(values[0]), keep_blank_values=True))
    preferences, invalid_keys = preferences_from_form(fields, defaults)
    return defaults if invalid_keys or "theme" not in fields else preferences


def _shared_keys(keys: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    action_of: dict[str, str] = {}
    return tuple((action_of[key], action) for action, key in keys.items() if key and action_of.setdefault(key, action) != action)
