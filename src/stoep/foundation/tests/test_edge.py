"""A slow or endless request holds no thread, and whatever arrives arrives whole. A real server on loopback."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

pytestmark = pytest.mark.faults

SLOW_UPLOADS = 100
SERVER = [
    "-m",
    "granian",
    "stoep.foundation.tests.edge_app:application",
    "--interface",
    "asgi",
    "--no-ws",
    "--log-level",
    "warning",
]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    chosen = free_port()
    server = subprocess.Popen(
        [sys.executable, *SERVER, "--port", str(chosen)],
        env=os.environ,
        start_new_session=True,
    )
    try:
        wait_for(chosen, server)
        yield chosen
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(20)


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        assert server.poll() is None
        try:
            if talk(port, request("/"))[0] == 200:
                return
        except OSError:
            time.sleep(0.05)
    raise TimeoutError


def request(path: str, body: bytes = b"", *headers: str, length: int | None = None, method: str = "") -> bytes:
    lines = [
        f"{method or ('POST' if body else 'GET')} {path} HTTP/1.1",
        "Host: localhost",
        "Connection: close",
        *headers,
    ]
    lines.append(f"Content-Length: {len(body) if length is None else length}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def connect(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=30)


def talk(port: int, sent: bytes) -> tuple[int, dict[str, str], bytes]:
    with connect(port) as line:
        line.sendall(sent)
        return answer_of(line)


def answer_of(line: socket.socket) -> tuple[int, dict[str, str], bytes]:
    answer = b""
    while chunk := line.recv(65536):
        answer += chunk
    head, _, body = answer.partition(b"\r\n\r\n")
    first, *rest = head.decode().split("\r\n")
    headers = {name.lower(): value for name, value in (each.split(": ", 1) for each in rest)}
    if headers.get("transfer-encoding") == "chunked":
        body = unchunked(body)
    return int(first.split()[1]), headers, body


def unchunked(body: bytes) -> bytes:
    whole = b""
    while body:
        size, _, body = body.partition(b"\r\n")
        whole += body[: int(size, 16)]
        body = body[int(size, 16) + 2 :]
    return whole


def test_100_trickling_uploads_hold_nobody_up(port):
    with ExitStack() as open_lines:
        lines = [open_lines.enter_context(connect(port)) for _ in range(SLOW_UPLOADS)]
        for line in lines:
            line.sendall(request("/slow/", b"a", "Content-Type: multipart/form-data; boundary=x", length=1000))
        for line in lines:
            line.sendall(b"b")

        # All hundred are still open: 2 threads, and every other page is answered.
        assert [talk(port, request("/quick/"))[0] for _ in range(5)] == [200] * 5

        for line in lines:
            line.sendall(b"c" * 998)
        whole = hashlib.sha256(b"ab" + b"c" * 998).hexdigest()
        assert all(json.loads(answer_of(line)[2])["sha"] == whole for line in lines)


def test_slow_readers_of_large_answers_hold_nobody_up(port):
    with ExitStack() as open_lines:
        for _ in range(10):
            line = open_lines.enter_context(connect(port))
            line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            line.sendall(request("/large/"))
        assert talk(port, request("/quick/"))[0] == 200

    assert len(talk(port, request("/large/"))[2]) == 5_000_000


def test_a_request_that_falls_silent_is_told_so_in_plain_dutch(port):
    status, headers, body = talk(port, request("/impatient/", b"half", length=1000))

    assert status == 408
    assert "niets opgeslagen" in body.decode()
    assert "script-src 'self'" in headers["content-security-policy"]


def test_a_request_that_trickles_on_and_on_is_ended(port):
    with connect(port) as line:
        line.sendall(request("/impatient/", b"a", length=1000))
        ended = False
        for _ in range(100):
            try:
                line.sendall(b"b")
                line.settimeout(0.2)
                if line.recv(12).startswith(b"HTTP/1.1 408"):
                    ended = True
                    break
            except TimeoutError:
                continue
            except OSError:
                break
    assert ended


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
def test_what_is_too_large_is_refused_after_it_was_sent_so_that_a_browser_shows_it(port, kind):
    status, _, body = talk(port, request("/", b"x" * 4_000_000, f"Content-Type: {kind}"))

    assert status == 413
    assert "te groot" in body.decode()


def test_a_program_gets_a_problem_document(port):
    status, headers, body = talk(port, request("/", b"x" * 60_000, "Accept: application/json"))

    assert (status, headers["content-type"]) == (413, "application/problem+json")
    assert json.loads(body)["status"] == 413


@pytest.mark.parametrize("size", [1, 49_999, 300_000, 1_999_999])
def test_whatever_arrives_arrives_whole(port, size):
    sent = os.urandom(size)

    status, _, body = talk(port, request("/", sent, "Content-Type: multipart/form-data; boundary=x"))

    assert status == 200
    assert json.loads(body)["sha"] == hashlib.sha256(sent).hexdigest()
    assert json.loads(body)["length"] == str(size)


def test_a_body_in_pieces_arrives_whole(port):
    pieces = (
        b"".join(f"{len(piece):x}\r\n".encode() + piece + b"\r\n" for piece in (b"een", b"twee" * 999)) + b"0\r\n\r\n"
    )
    head = b"POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"

    seen = json.loads(talk(port, head + pieces)[2])

    assert seen["length"] == str(3 + 4 * 999)
    assert seen["sha"] == hashlib.sha256(b"een" + b"twee" * 999).hexdigest()


def test_bytes_in_an_address_come_through_as_they_were(port):
    seen = json.loads(talk(port, request("/a%00%ff%2Fb/?q=%00%ff"))[2])

    assert seen["path"].encode("latin1") == b"/a\x00\xff/b/"
    assert seen["query"] == "q=%00%ff"


def test_a_header_cannot_pass_for_another(port):
    seen = json.loads(talk(port, request("/", b"", "X_Forwarded_For: 1.2.3.4", "X-Real: ja"))[2])

    assert seen["headers"] == {"HTTP_X_REAL": "ja"}


def test_an_application_that_breaks_gets_a_dutch_page(port):
    status, _, body = talk(port, request("/broken/"))

    assert status == 500
    assert "Dat ligt aan ons" in body.decode()
