"""Settings and the world around -> what the pages of one run have in common: name, trust, pace, and what was read of robots.txt."""

import ssl
from dataclasses import dataclass, field
from importlib.metadata import version

import httpx2
from protego import Protego

from compare.errors import SettingsError
from compare.settings import FetchSettings, folder_of
from compare.sources.fetch.environment import Environment
from compare.sources.fetch.fetched_page import UnfetchableError
from compare.sources.fetch.rate_limit import RateLimit


@dataclass(frozen=True, slots=True)
class FetchRun:
    """``rules`` has a place for each scheme, host and port: what its robots.txt says, or why nothing may be asked of it."""

    settings: FetchSettings
    environment: Environment
    user_agent: str
    tls: ssl.SSLContext
    rate_limit: RateLimit
    rules: dict[str, Protego | UnfetchableError] = field(default_factory=dict)


def start_run(settings: FetchSettings, environment: Environment) -> FetchRun:
    """A run that knows nothing yet; ``SettingsError`` if the program's name cannot be sent, or pages have no place to be kept."""
    agent = settings.user_agent or f"tellings/{version('tellings')}"
    if not (agent.isascii() and agent.isprintable()) or agent != agent.strip():
        raise SettingsError("fetch.user_agent", f"is {agent!r}", "give ASCII letters on one line")
    folder_of(settings.cache, "fetch.cache")
    return FetchRun(settings, environment, agent, environment.tls or httpx2.create_ssl_context(), RateLimit(environment, settings))
