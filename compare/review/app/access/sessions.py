"""The one-time token of the printed link -> a session id for a cookie; both are kept in the memory of this process alone."""

import hashlib
import secrets

_TOKEN_BYTES = 32  # 256 bits, which nobody can guess


class Sessions:
    """One token, good for one session. Only digests are kept, so that the time of a comparison reveals nothing."""

    def __init__(self) -> None:
        self.token = secrets.token_urlsafe(_TOKEN_BYTES)
        self._unused_digest: str | None = _digest(self.token)
        self._open_digests: set[str] = set()

    def open_session(self, token: str) -> str | None:
        """The id of a new session; ``None`` for a token that is wrong or was used before."""
        if self._unused_digest is None or _digest(token) != self._unused_digest:
            return None
        self._unused_digest = None
        session = secrets.token_urlsafe(_TOKEN_BYTES)
        self._open_digests.add(_digest(session))
        return session

    def is_open(self, session: str) -> bool:
        """Whether there is an open session with this id."""
        return _digest(session) in self._open_digests


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogateescape")).hexdigest()
