"""HTTP/1.1 connections -> the same, closed if a request does not arrive completely in time; uvicorn alone would wait without end."""

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

_TIMEOUT_S = 10.0  # for the whole of a request; a browser on this machine sends one in milliseconds
_INCOMPLETE = ("IDLE", "SEND_BODY")  # the h11 states of a client that has not sent its whole request


class TimeoutProtocol(H11Protocol):
    """``timeout_s`` counts before the first request, and from the first byte of each; between requests, uvicorn's own timeout counts."""

    timeout_s = _TIMEOUT_S
    _timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start the timer: a connection that sends nothing is closed too."""
        super().connection_made(transport)
        self._start_or_stop_timer()

    def data_received(self, data: bytes) -> None:
        """Stop the timer once the request is complete; other bytes win no time."""
        super().data_received(data)
        self._start_or_stop_timer()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the timer."""
        self._stop_timer()
        super().connection_lost(exc)

    def _start_or_stop_timer(self) -> None:
        if str(self.conn.their_state) not in _INCOMPLETE:
            self._stop_timer()
        elif self._timer is None:
            self._timer = self.loop.call_later(self.timeout_s, self.transport.close)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
