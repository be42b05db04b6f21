"""What can go wrong, as one tree; a message names the place, what is wrong, and what to do.

TellingsError
├── InputError       nothing that was given can be read as an article, or be scored
├── SettingsError    a settings file or value is wrong; all its problems at once
├── OutputError      a file that is not ours stands in the way, or cannot be written
├── MissingLibraryError what was asked for needs a library that an extra of the package brings
├── EngineError      memory or disk did not suffice for an archive
├── DocumentError    a comparison document breaks its schema or has another version
├── DecisionError    a decision is none, or contradicts another one
├── IndexFolderError a growing index cannot be opened, trusted or grown
│   └── DamagedIndexError one is there, and is not as it was written
├── StoreError       the store of decisions cannot be opened, read or written
│   └── StaleError   others decided on the same passages first (compare.review.store.store_protocol)
└── ServeError       the review application cannot listen where it was asked to
"""


class TellingsError(Exception):
    """Base of every error that this package raises on purpose.

    ``place`` says where (a file, a line, a setting), ``problem`` what is wrong and ``remedy`` what to do.
    """

    def __init__(self, place: str, problem: str, remedy: str) -> None:
        super().__init__(f"{place}: {problem}; {remedy}")
        self.place = place
        self.problem = problem
        self.remedy = remedy

    def __reduce__(self) -> tuple[type["TellingsError"], tuple[str, str, str]]:
        """By its parts: an error in another process comes back as what it is, and not as the end of that process."""
        return type(self), (self.place, self.problem, self.remedy)


class InputError(TellingsError):
    """Nothing that was given can be read as an article, or be scored."""


class SettingsError(TellingsError):
    """A settings file or a value in it is wrong."""


class OutputError(TellingsError):
    """The output cannot be written where it was asked for."""


class MissingLibraryError(TellingsError):
    """What was asked for needs a library that is not installed; the remedy names the extra that brings it."""


class EngineError(TellingsError):
    """What sorts an archive on disk gave up."""


class DocumentError(TellingsError):
    """A comparison document breaks its schema or has another version."""


class DecisionError(TellingsError):
    """A line of ``decisions.jsonl`` is no decision, or a decision contradicts another one."""


class IndexFolderError(TellingsError):
    """A growing index cannot be opened, trusted or grown."""


class DamagedIndexError(IndexFolderError):
    """There is an index, and it is not as it was written: a lost manifest, a segment that is cut, absent or altered."""


class StoreError(TellingsError):
    """The store of decisions cannot be opened, read or written."""


class ServeError(TellingsError):
    """The review application cannot listen where it was asked to."""
