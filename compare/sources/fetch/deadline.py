"""The time that a page may take -> the seconds that may pass until its next bytes, or the error that it is up."""

from dataclasses import dataclass

from compare.settings import FetchSettings
from compare.sources.fetch.environment import World
from compare.sources.fetch.fetched_page import UnfetchableError

LATER = "try again later"


@dataclass(slots=True)
class Deadline:
    """When the page's time is up; asked for the seconds that may pass until the next bytes."""

    world: World
    settings: FetchSettings
    up_at: float = 0.0

    def allow(self, seconds: float) -> None:
        """So long from now."""
        self.up_at = self.world.clock() + seconds

    def left(self) -> float:
        """Seconds, more than none; ``UnfetchableError`` when the time is up."""
        left = self.up_at - self.world.clock()
        if left <= 0:
            raise self.up()
        return min(left, self.settings.timeout_s)

    def up(self) -> UnfetchableError:
        """The error for a wait that was cut off."""
        if self.up_at <= self.world.clock():
            return UnfetchableError(f"takes longer than {self.settings.deadline_s} s (fetch.deadline_s); {LATER}")
        return UnfetchableError(f"did not answer within {self.settings.timeout_s} s (fetch.timeout_s); {LATER}")
