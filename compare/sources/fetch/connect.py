"""A host -> a connection to an address of it that was looked at first, which gives out bytes until its time is up.

A name is resolved once for a connection, and the connection goes to the very address that was checked: a name that answers
otherwise the next time gains nothing by it.
"""

import socket
import ssl
from collections.abc import Iterable, Sequence
from typing import Any

import httpcore2

from compare.sources.fetch.deadline import LATER, Deadline
from compare.sources.fetch.fetched_page import UnfetchableError, UnreachableError
from compare.sources.fetch.ip_address import is_public


class DeadlineStream(httpcore2.NetworkStream):
    """A connection whose every read and write ends when the page's time is up."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 - the deadline decides
        """Bytes as they come."""
        try:
            return self._stream.read(max_bytes, self._deadline.remaining_s())
        except httpcore2.TimeoutException as error:
            raise self._deadline.timeout_error() from error

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002 - the deadline decides
        """A request is small: it is written at once, or the server is not there."""
        try:
            self._stream.write(buffer, self._deadline.remaining_s())
        except httpcore2.TimeoutException as error:
            raise self._deadline.timeout_error() from error

    def close(self) -> None:
        """Give the socket back."""
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002 - the deadline decides
    ) -> httpcore2.NetworkStream:
        """The certificate is held against the name, though the connection went to an address."""
        try:
            return DeadlineStream(self._stream.start_tls(ssl_context, server_hostname, self._deadline.remaining_s()), self._deadline)
        except httpcore2.TimeoutException as error:
            raise self._deadline.timeout_error() from error
        except httpcore2.ConnectError as error:
            why = f"cannot be reached safely ({_system_words(error)})"
            raise UnreachableError(f"{why}; if you trust it, save the page from a browser") from error

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - as the library has it
        """What the connection knows of itself."""
        return self._stream.get_extra_info(info)


class CheckedBackend(httpcore2.NetworkBackend):
    """Connections to addresses of the public internet, or to all if the settings allow private ones."""

    def __init__(self, deadline: Deadline) -> None:
        self._deadline = deadline
        self._plain = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the deadline decides
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """To the first address that answers; if one of them is not public, to none: a name of both kinds is meant to deceive."""
        problem: UnfetchableError | None = None
        for address in self._addresses(host, port):
            try:
                return DeadlineStream(self._plain.connect_tcp(address, port, self._deadline.remaining_s(), local_address, socket_options), self._deadline)
            except httpcore2.ConnectTimeout:
                problem = UnreachableError(str(self._deadline.timeout_error()))
            except httpcore2.ConnectError as error:
                problem = UnreachableError(f"cannot be reached ({_system_words(error)}); {LATER}")
        raise problem or UnreachableError(f"cannot be reached (no address); {LATER}")

    def _addresses(self, host: str, port: int) -> Sequence[str]:
        try:
            found = self._deadline.environment.resolve(host, port)
        except (OSError, UnicodeError) as error:
            why = f"has a host that cannot be looked up ({_system_words(error)})"
            raise UnreachableError(f"{why}; look for a slip in the name, or {LATER}") from error
        for address in found:
            if not self._deadline.settings.allow_private and not is_public(address):
                why = f"leads to {address}, which is no address of the public internet"
                raise UnreachableError(f"{why}; set fetch.allow_private if that is meant")
        return found


def _system_words(error: Exception) -> str:
    """The system's own words for what is behind an error, in its shortest form."""
    behind = error.__cause__ if isinstance(error.__cause__, OSError) else error
    if isinstance(behind, ssl.SSLCertVerificationError):
        return behind.verify_message
    if isinstance(behind, ssl.SSLError):
        return behind.reason or "TLS"
    if isinstance(behind, OSError | socket.gaierror) and behind.strerror:
        return behind.strerror
    return str(behind) or type(behind).__name__
