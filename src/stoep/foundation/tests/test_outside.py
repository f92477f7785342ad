"""Calling addresses that others gave us: never into our own network, never for longer than was said."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address

import pytest
from django.test import override_settings

from stoep.foundation import outside
from stoep.foundation.errors import Unavailable
from stoep.foundation.sealed import SealBroken, seal, unseal

LOOPBACK = override_settings(OUTSIDE_ALLOWED=("127.0.0.0/8",))
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nja"


def heard_whole_request(line: socket.socket) -> bool:
    """Read one request, head and body, in however many pieces it comes; False when the other side hung up."""
    heard = b""
    while (head := heard.partition(b"\r\n\r\n"))[1] == b"" or len(head[2]) < announced(head[0]):
        piece = line.recv(65536)
        if not piece:
            return False
        heard += piece
    return True


def announced(head: bytes) -> int:
    """The length of the body that a head announces."""
    found = re.search(rb"(?i)content-length: (\d+)", head)
    return int(found[1]) if found else 0


@contextmanager
def server(*answers: bytes, per_connection: int = 1, trickle: float = 0.0) -> Iterator[str]:
    """A server that gives these answers, and hangs up after some on one connection."""
    listener = socket.create_server(("127.0.0.1", 0))
    waiting, gone = list(answers), threading.Event()

    def serve() -> None:
        while waiting:
            try:
                line, _ = listener.accept()
            except OSError:
                return
            with line:
                for _ in range(per_connection):
                    if not heard_whole_request(line) or not waiting:
                        break
                    answer = waiting.pop(0)
                    for byte in [answer[i : i + 1] for i in range(len(answer))] if trickle else [answer]:
                        try:
                            line.sendall(byte)
                        except OSError:
                            break
                        if trickle and gone.wait(trickle):
                            return

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/pad?x=1"
    finally:
        gone.set()
        waiting.clear()
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("10.1.2.3", False),
        ("127.0.0.1", False),
        ("169.254.169.254", False),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::a00:1", False),
        ("2002:a00:1::1", False),
        ("fd00::1", False),
        ("fe80::1", False),
    ],
)
def test_only_public_addresses_may_be_called(address, may):
    with override_settings(OUTSIDE_ALLOWED=()):
        assert outside.may_call(ip_address(address)) is may


@override_settings(OUTSIDE_ALLOWED=("10.1.0.0/16", "zaaksysteem.intern"))
def test_what_stands_on_the_list_may_be_called_too():
    assert outside.may_call(ip_address("10.1.9.9"))
    assert not outside.may_call(ip_address("10.2.0.1"))
    assert outside.may_call(ip_address("192.168.0.9"), "Zaaksysteem.intern")
    assert not outside.may_call(ip_address("192.168.0.9"), "ander.intern")


@pytest.mark.parametrize(
    "url",
    [
        "ftp://voorbeeld.nl/", "https:///pad", "https://jan:geheim@voorbeeld.nl/", "http://voorbeeld.nl/",
        "https://voorbeeld.nl:99999/", "https://voorbeeld.nl/a b", "https://voorbeeld.nl/\r\nX: y", "geen adres",
    ],
)  # fmt: skip
def test_what_is_no_good_address_is_not_called(url):
    with pytest.raises(outside.AddressRefused):
        outside.call("POST", url)


def test_a_name_that_leads_inside_is_refused_before_anything_is_sent(monkeypatch):
    monkeypatch.setattr(outside, "look_up", lambda host, port: [(0, 0, 0, "", ("10.0.0.7", port))])

    with pytest.raises(outside.AddressRefused):
        outside.call("GET", "https://voorbeeld.nl/")


@LOOPBACK
def test_one_line_serves_several_calls_and_is_dialled_anew_when_the_other_side_hung_up():
    with server(OK, OK, OK, per_connection=2) as url, outside.Line(url) as line:
        assert [line.call("POST", body=b"{}").status for _ in range(3)] == [200, 200, 200]


@LOOPBACK
@pytest.mark.parametrize("answer", [b"", b"geen http\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nkort"])
def test_half_an_answer_is_no_answer(answer):
    with server(answer) as url, pytest.raises(Unavailable):
        outside.call("GET", url)


@LOOPBACK
def test_a_redirect_is_an_answer_and_is_not_followed():
    with server(b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n") as url:
        assert outside.call("GET", url).status == 302


@LOOPBACK
def test_a_server_that_sends_byte_by_byte_does_not_hold_us_longer_than_was_said():
    with server(OK, trickle=0.05) as url, pytest.raises(Unavailable, match="binnen de tijd"):
        outside.call("GET", url, seconds=0.3)


def test_a_sealed_text_opens_for_its_own_purpose_and_under_earlier_keys():
    sealed = seal("een doel", "Bearer geheim")

    assert "geheim" not in sealed
    assert unseal("een doel", sealed) == "Bearer geheim"
    with pytest.raises(SealBroken):
        unseal("een ander doel", sealed)
    from django.conf import settings

    with override_settings(SECRET_KEY="n" * 60, SECRET_KEY_FALLBACKS=[settings.SECRET_KEY]):
        assert unseal("een doel", sealed) == "Bearer geheim"
    with override_settings(SECRET_KEY="n" * 60), pytest.raises(SealBroken):
        unseal("een doel", sealed)
