"""The one-time token of the printed link -> a session in a cookie; both live in this process's memory and nowhere else."""

import hashlib
import secrets

_BYTES = 32  # 256 bits, beyond guessing


class Sessions:
    """One token, good for one session; what is kept are digests, so that looking one up tells nothing by its time."""

    def __init__(self) -> None:
        self.token = secrets.token_urlsafe(_BYTES)
        self._unused: str | None = _digest(self.token)
        self._open: set[str] = set()

    def enter(self, token: str) -> str | None:
        """The id of a new session, once; nothing for a token that is wrong or was used."""
        if self._unused is None or _digest(token) != self._unused:
            return None
        self._unused = None
        session = secrets.token_urlsafe(_BYTES)
        self._open.add(_digest(session))
        return session

    def holds(self, session: str) -> bool:
        """Whether a session of this id is open."""
        return _digest(session) in self._open


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogateescape")).hexdigest()
