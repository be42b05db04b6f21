"""Connections that send half a request: closed after some seconds, while everybody else is answered."""

import socket
import time
from collections.abc import Callable, Iterator
from http.client import HTTPResponse
from threading import Thread

import pytest

from compare.review.app.access.request_timeout import TimeoutProtocol
from compare.review.app.application import Application
from compare.review.app.routes import asgi_app
from compare.review.app.server import make_server, open_listener

HALF_HEAD = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "
HALF_BODY = b"POST /decide HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\nContent-Length: 500\r\n\r\nhalf"
WHOLE = b"GET /static/none HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
Dial = Callable[[bytes], socket.socket]


@pytest.fixture
def dial(made: Callable[..., Application], monkeypatch: pytest.MonkeyPatch) -> Iterator[Dial]:
    """A connection to a running application, over which these bytes were sent."""
    monkeypatch.setattr(TimeoutProtocol, "timeout_s", 0.5)
    opened: list[socket.socket] = []
    with open_listener(0) as listener:
        server = make_server(asgi_app(made()))
        running = Thread(target=server.run, kwargs={"sockets": [listener]})
        running.start()

        def connect(data: bytes) -> socket.socket:
            line = socket.create_connection(listener.getsockname(), timeout=10)
            opened.append(line)
            line.sendall(data)
            return line

        yield connect
        for line in opened:
            line.close()
        server.should_exit = True
        running.join()


def closes(line: socket.socket) -> bool:
    """Whether the other side hangs up, whatever it said before."""
    try:
        while line.recv(4096):
            pass
    except ConnectionResetError:
        return True
    except TimeoutError:
        return False
    return True


def gives_up(line: socket.socket, seconds: float) -> bool:
    """Whether the other side hangs up within so long, though it gets a byte ten times a second."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            line.sendall(b"x")
            if not line.recv(4096):
                return True
        except TimeoutError:
            continue
        except OSError:
            return True
    return False


def answered(line: socket.socket) -> int:
    """The status of the answer, which is read whole."""
    answer = HTTPResponse(line)
    answer.begin()
    answer.read()
    return answer.status


@pytest.mark.parametrize("request_bytes", [b"", b"G", HALF_HEAD, HALF_BODY])
def test_half_a_request_is_given_up(request_bytes: bytes, dial: Dial) -> None:
    assert closes(dial(request_bytes))


@pytest.mark.parametrize("request_bytes", [HALF_HEAD, HALF_BODY])
def test_a_byte_now_and_then_wins_no_time(request_bytes: bytes, dial: Dial) -> None:
    line = dial(request_bytes)
    line.settimeout(0.1)
    assert gives_up(line, 30)


def test_half_a_request_behind_a_whole_one_is_given_up(dial: Dial) -> None:
    assert closes(dial(WHOLE + HALF_HEAD))


def test_others_are_answered_beside_hundreds_of_half_requests(dial: Dial) -> None:
    slow = [dial(HALF_HEAD) for _ in range(200)]
    begun = time.monotonic()
    assert answered(dial(WHOLE)) >= 200
    assert time.monotonic() - begun < 5
    assert all(map(closes, slow))


def test_a_request_in_two_pieces_is_answered(dial: Dial) -> None:
    line = dial(WHOLE[:20])
    line.sendall(WHOLE[20:])
    assert answered(line) >= 200


def test_a_second_request_over_one_connection_is_answered_later_than_a_request_may_take(dial: Dial) -> None:
    line = dial(WHOLE)
    assert answered(line) >= 200
    time.sleep(0.8)
    line.sendall(WHOLE)
    assert answered(line) >= 200
