"""Whose certificate is trusted, and for which name."""

import shutil
import socket
import ssl
import subprocess
import threading

import pytest

from compare.sources.fetch.environment import Environment

PAGE = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nferry"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """Signed by itself, for news.example."""
    if not shutil.which("openssl"):
        pytest.skip("no openssl on the path, which makes the certificate")
    folder = tmp_path_factory.mktemp("tls")
    made = ["-keyout", folder / "key.pem", "-out", folder / "cert.pem", "-subj", "/CN=news.example"]
    named = ["-addext", "subjectAltName=DNS:news.example", "-addext", "basicConstraints=critical,CA:TRUE"]
    curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    subprocess.run(["openssl", "req", "-x509", *curve, *made, *named], check=True, capture_output=True)
    return folder / "cert.pem", folder / "key.pem"


@pytest.fixture
def safe_port(certificate):
    """A server that answers each connection with a page, or with a redirect to an open line for /open."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    listener = socket.create_server(("127.0.0.1", 0))

    def serve():
        while True:
            try:
                plain, _ = listener.accept()
            except OSError:
                return
            with plain:
                try:
                    with context.wrap_socket(plain, server_side=True) as connection:
                        asked = connection.recv(10_000)
                        connection.sendall(
                            PAGE if b"GET /open" not in asked else PAGE.replace(b"200 OK", b"302 Found\r\nLocation: http://news.example/")
                        )
                except OSError:
                    continue

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield listener.getsockname()[1]
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()
    thread.join()


def at(certificate=None):
    trusted = ssl.create_default_context(cafile=certificate) if certificate else None
    return Environment(resolve=lambda *_: ["127.0.0.1"], tls=trusted)


def test_a_certificate_that_nobody_signed_is_not_trusted(safe_port, reason):
    said = "cannot be reached safely (self-signed certificate); if you trust it, save the page from a browser"
    assert reason(f"https://news.example:{safe_port}/", world=at()) == said


def test_a_page_of_a_trusted_name_is_fetched(safe_port, fetched, certificate):
    assert fetched(f"https://news.example:{safe_port}/a", world=at(certificate[0]), robots=False)[0].data == b"ferry"


def test_a_trusted_certificate_does_not_serve_for_another_name(safe_port, reason, certificate):
    assert "cannot be reached safely (Hostname mismatch" in reason(f"https://other.example:{safe_port}/", world=at(certificate[0]))


def test_a_safe_line_does_not_lead_to_an_open_one(safe_port, reason, certificate):
    found = reason(f"https://news.example:{safe_port}/open", world=at(certificate[0]), robots=False)
    assert found == "redirects from https to http, where anyone on the way can change it; give the http URL if that is meant"


def test_a_server_that_speaks_no_tls_is_told(site, reason):
    assert "cannot be reached safely" in reason(f"https://127.0.0.1:{site.port}/")


def test_a_server_that_never_answers_a_greeting_is_given_up(reason):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        found = reason(f"https://127.0.0.1:{silent.getsockname()[1]}/", timeout_s=1)
    assert "did not answer within 1 s" in found
