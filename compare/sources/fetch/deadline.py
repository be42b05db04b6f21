"""The time that a page may take -> the seconds that may pass until its next bytes, or the error that it is up."""

from dataclasses import dataclass

from compare.settings import FetchSettings
from compare.sources.fetch.environment import Environment
from compare.sources.fetch.fetched_page import UnfetchableError

LATER = "try again later"


@dataclass(slots=True)
class Deadline:
    """When the page's time is up; asked for the seconds that may pass until the next bytes."""

    environment: Environment
    settings: FetchSettings
    ends_at: float = 0.0

    def start(self, seconds: float) -> None:
        """So long from now."""
        self.ends_at = self.environment.clock() + seconds

    def remaining_s(self) -> float:
        """Seconds, more than none; ``UnfetchableError`` when the time is up."""
        left = self.ends_at - self.environment.clock()
        if left <= 0:
            raise self.timeout_error()
        return min(left, self.settings.timeout_s)

    def timeout_error(self) -> UnfetchableError:
        """The error for a wait that was cut off."""
        if self.ends_at <= self.environment.clock():
            return UnfetchableError(f"takes longer than {self.settings.deadline_s} s (fetch.deadline_s); {LATER}")
        return UnfetchableError(f"did not answer within {self.settings.timeout_s} s (fetch.timeout_s); {LATER}")
