"""Requests of httpx2 -> answers over connections of our own backend, which httpx2 has no argument for."""

import ssl
from collections.abc import Iterable, Iterator

import httpcore2
import httpx2


class _Body(httpx2.SyncByteStream):
    def __init__(self, stream: Iterable[bytes]) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        """Give the connection back, read or not."""
        close = getattr(self._stream, "close", None)
        if close:
            close()


class Transport(httpx2.BaseTransport):
    """HTTP/1.1 without proxies; errors are those of httpcore2."""

    def __init__(self, backend: httpcore2.NetworkBackend, tls: ssl.SSLContext) -> None:
        self._pool = httpcore2.ConnectionPool(ssl_context=tls, network_backend=backend)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """The answer, its body still to be read."""
        url = httpcore2.URL(scheme=request.url.raw_scheme, host=request.url.raw_host, port=request.url.port, target=request.url.raw_path)
        answer = self._pool.handle_request(httpcore2.Request(request.method, url, headers=request.headers.raw))
        if not isinstance(answer.stream, Iterable):  # httpcore2 has one type for both kinds
            raise httpcore2.LocalProtocolError("an answer without a body to read")
        return httpx2.Response(answer.status, headers=answer.headers, stream=_Body(answer.stream), extensions=answer.extensions)

    def close(self) -> None:
        """End all connections."""
        self._pool.close()
