"""HTTP/1.1 connections -> the same, but closed where a request is not sent whole in time: half of one would be waited for without end."""

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

_SECONDS = 10.0  # for the whole of a request; a browser on this machine sends one in milliseconds
_AWAITED = ("IDLE", "SEND_BODY")  # h11's states of the other side in which a part of its request is still to come


class PatientProtocol(H11Protocol):
    """Between two requests it is uvicorn's own time that counts, from a request's first byte on, and before the first request, this one."""

    seconds = _SECONDS
    _limit: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A connection that says nothing is given up too."""
        super().connection_made(transport)
        self._watch()

    def data_received(self, data: bytes) -> None:
        """Bytes that do not make a request whole win no time."""
        super().data_received(data)
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is waited for any more."""
        self._forget()
        super().connection_lost(exc)

    def _watch(self) -> None:
        if str(self.conn.their_state) not in _AWAITED:
            self._forget()
        elif self._limit is None:
            self._limit = self.loop.call_later(self.seconds, self.transport.close)

    def _forget(self) -> None:
        if self._limit is not None:
            self._limit.cancel()
            self._limit = None
