"""A host -> a wait until it may be asked again."""

from dataclasses import dataclass, field

from compare.settings import FetchSettings
from compare.sources.fetch.environment import Environment


@dataclass(slots=True)
class RateLimit:
    """When each host was last done with a request; redirects and robots.txt are requests too."""

    environment: Environment
    settings: FetchSettings
    last: dict[str, float] = field(default_factory=dict)
    delays: dict[str, float] = field(default_factory=dict)

    def set_delay(self, host: str, delay: float | None) -> None:
        """The host's own ``Crawl-delay``, in seconds: never less than the setting asks for, never more than a person waits."""
        bounded = min(delay or 0.0, float(self.settings.longest_wait_s))
        self.delays[host] = max(bounded, self.settings.seconds_between)

    def wait(self, host: str) -> None:
        """Sleep for what is left."""
        if host in self.last:
            left = self.last[host] + self.delays.get(host, self.settings.seconds_between) - self.environment.clock()
            if left > 0:
                self.environment.sleep(left)

    def note_request(self, host: str) -> None:
        """From now on the host is left alone for a while."""
        self.last[host] = self.environment.clock()
