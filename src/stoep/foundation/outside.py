"""Calling an address that somebody outside gave us, without being used against our own network.

A subscriber, or an application that names an address, decides whom we call. So an address must be public, or stand on
the list of the installation (`STOEP_OUTSIDE_ALLOWED`): names and networks. What a name means is looked up once, and the
call goes to the very address that was judged. Nothing is followed elsewhere. The whole call has one deadline,
however slowly the other side sends.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import TracebackType
from typing import Any, Self
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

from stoep.foundation.errors import Rejected, Unavailable

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
LONGEST_ANSWER = 64 * 1024
PORTS = {"http": 80, "https": 443}
# Addresses that carry another address inside: they would lead around the judgement.
CARRIERS = tuple(ipaddress.ip_network(net) for net in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32"))


class AddressRefused(Rejected):
    """We do not call this address: it is not public and not on the list, or it is no address."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the other side said; of a long body only the beginning."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class DeadlineSocket(socket.socket):
    """A socket whose reads end at one moment, however small the pieces come in."""

    ends_at = float("inf")

    def recv_into(self, *args: Any, **kwargs: Any) -> int:
        """Read, for no longer than is left."""
        self.settimeout(seconds_left(self.ends_at))
        return super().recv_into(*args, **kwargs)


class DeadlineTLSSocket(ssl.SSLSocket):
    """The same over TLS."""

    ends_at = float("inf")

    def recv_into(self, *args: Any, **kwargs: Any) -> int:
        """Read, for no longer than is left."""
        self.settimeout(seconds_left(self.ends_at))
        return super().recv_into(*args, **kwargs)


class Line:
    """A line to the host of one address, kept open between calls. For one thread."""

    def __init__(self, url: str) -> None:
        self.parts = read_address(url)
        self.connection: http.client.HTTPConnection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Hang up."""
        if self.connection is not None:
            self.connection.close()
            self.connection = None

    def call(
        self, method: str, *, body: bytes | None = None, headers: Mapping[str, str] | None = None, seconds: float = 10.0
    ) -> Answer:
        """Ask and hear the answer. Raises AddressRefused, or Unavailable when no whole answer comes in time."""
        is_kept = self.connection is not None
        ends_at = time.monotonic() + seconds
        try:
            return self.ask(method, body, headers or {}, ends_at)
        except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError) as error:
            self.close()
            if not is_kept:
                raise Unavailable(what_went_wrong(error)) from error
        except (OSError, http.client.HTTPException) as error:
            self.close()
            raise Unavailable(what_went_wrong(error)) from error
        try:  # the line that was kept had been hung up by the other side: once more on a new one
            return self.ask(method, body, headers or {}, ends_at)
        except (OSError, http.client.HTTPException) as error:
            self.close()
            raise Unavailable(what_went_wrong(error)) from error

    def ask(self, method: str, body: bytes | None, headers: Mapping[str, str], ends_at: float) -> Answer:
        """One question on this line."""
        if self.connection is None:
            self.connection = dial(self.parts, ends_at)
        line = self.connection.sock
        line.ends_at = ends_at  # type: ignore[union-attr]
        line.settimeout(seconds_left(ends_at))
        path = (self.parts.path or "/") + (f"?{self.parts.query}" if self.parts.query else "")
        host = {"Host": self.parts.netloc, "User-Agent": "Stoep"}
        self.connection.request(method, path, body, {**host, **headers})
        response = self.connection.getresponse()
        content = response.read(LONGEST_ANSWER)
        if response.length and len(content) < LONGEST_ANSWER:
            raise http.client.IncompleteRead(content, response.length)
        if response.will_close or not response.isclosed():
            self.close()
        return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, content)


def call(
    method: str, url: str, *, body: bytes | None = None, headers: Mapping[str, str] | None = None, seconds: float = 10.0
) -> Answer:
    """Call an address once. Raises AddressRefused or Unavailable."""
    with Line(url) as line:
        return line.call(method, body=body, headers=headers, seconds=seconds)


def read_address(url: str) -> SplitResult:
    """The parts of an address that may be called at all. Raises AddressRefused."""
    try:
        parts = urlsplit(url)
        has_port = parts.port != 0
    except ValueError as error:
        raise AddressRefused("geen geldig adres") from error
    if parts.scheme not in PORTS or not parts.hostname or not has_port:
        raise AddressRefused("geen geldig adres")
    if parts.username is not None or parts.password is not None:
        raise AddressRefused("een adres met een wachtwoord erin")
    if not url.isascii() or any(sign.isspace() or ord(sign) < ord("!") for sign in url):
        raise AddressRefused("geen geldig adres")
    if parts.scheme == "http" and not is_listed_name(parts.hostname) and not is_listed_literal(parts.hostname):
        raise AddressRefused("geen https")
    return parts


def dial(parts: SplitResult, ends_at: float) -> http.client.HTTPConnection:
    """Connect to the address that was judged, under the name that was asked for."""
    host, port = str(parts.hostname), parts.port or PORTS[parts.scheme]
    address = judged_address(host, port)
    line: socket.socket = DeadlineSocket(
        socket.AF_INET6 if address.version == 6 else socket.AF_INET,  # noqa: PLR2004
        socket.SOCK_STREAM,
    )
    try:
        line.settimeout(seconds_left(ends_at))
        line.connect((str(address), port))
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if parts.scheme == "https":
            line = tls().wrap_socket(line, server_hostname=host)
    except BaseException:
        line.close()
        raise
    connection = http.client.HTTPConnection(host, port)
    connection.sock = line
    return connection


def judged_address(host: str, port: int) -> IPAddress:
    """The first address of a host that we may call. Raises AddressRefused."""
    found = [ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in look_up(host, port)]
    for address in found:
        if may_call(address, host):
            return address
    raise AddressRefused("een adres binnen ons eigen netwerk")


def look_up(host: str, port: int) -> list[Any]:
    """What a name means."""
    return socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)


def may_call(address: IPAddress, host: str = "") -> bool:
    """Whether an address is public, or on the list of this installation by itself or by its name."""
    plain = (address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None) or address
    if is_listed_name(host) or any(plain in network for network in listed_networks(allowed_now())):
        return True
    return plain.is_global and not plain.is_multicast and not any(plain in network for network in CARRIERS)


def allowed_now() -> tuple[str, ...]:
    """The names and networks on the list of this installation."""
    return tuple(settings.OUTSIDE_ALLOWED)


def is_listed_name(host: str) -> bool:
    """Whether a name is on the list."""
    return host.lower().rstrip(".") in {entry.lower() for entry in allowed_now()}


def is_listed_literal(host: str) -> bool:
    """Whether a host is an address of a network on the list."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return any(address in network for network in listed_networks(allowed_now()))


@cache
def listed_networks(allowed: tuple[str, ...]) -> tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...]:
    """The networks among the entries of the list."""
    return tuple(network_of(allowed))


def network_of(entries: Iterable[str]) -> Iterable[ipaddress.IPv4Network | ipaddress.IPv6Network]:
    """Each entry that is a network or an address."""
    for entry in entries:
        try:
            yield ipaddress.ip_network(entry, strict=False)
        except ValueError:
            continue


@cache
def tls() -> ssl.SSLContext:
    """How we talk TLS: certificates are checked, with the authorities of the system."""
    context = ssl.create_default_context()
    context.sslsocket_class = DeadlineTLSSocket
    return context


def seconds_left(ends_at: float) -> float | None:
    """How long is left; raises TimeoutError when nothing is."""
    if ends_at == float("inf"):
        return None
    left = ends_at - time.monotonic()
    if left <= 0:
        raise TimeoutError("the time for this call is over")
    return left


def what_went_wrong(error: BaseException) -> str:
    """In few Dutch words why there was no answer."""
    if isinstance(error, TimeoutError):
        return "geen antwoord binnen de tijd"
    if isinstance(error, ssl.SSLError):
        return "de beveiligde verbinding lukte niet"
    if isinstance(error, socket.gaierror):
        return "de naam van de server is onbekend"
    if isinstance(error, ConnectionRefusedError):
        return "de server neemt geen verbinding aan"
    return f"de verbinding brak af ({type(error).__name__})"
