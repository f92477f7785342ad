"""The edge: takes a request in completely before a thread runs Django, and sends the answer after it.

A client may send or read as slowly as it likes: it holds a socket and a little memory, never a thread. What
comes in too slowly, or is too large, gets a plain answer here. docs/adr/0004 tells what was measured.
"""

from __future__ import annotations

import asyncio
import io
import logging
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import IO, Any
from urllib.parse import unquote_to_bytes

import msgspec
from django.db import close_old_connections

from stoep.foundation.rest.problems import ProblemError
from stoep.foundation.web.csp import POLICY
from stoep.foundation.web.plain import BROKEN, BUSY, TOO_LARGE, TOO_SLOW, plain_page

log = logging.getLogger(__name__)

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
WsgiApp = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
Headers = list[tuple[bytes, bytes]]

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What the edge accepts. Seconds and bytes."""

    form: int = 5 * MEGABYTE // 2
    # A photo of 50 MB still reaches its form, which says at the field that it is too large.
    upload: int = 64 * MEGABYTE
    in_memory: int = 256 * 1024
    silence: float = 20.0  # without a single byte
    patience: float = 60.0  # in all, plus a second for every `slowest` bytes that came in
    slowest: int = 8 * 1024
    at_once: int = 1000  # requests under way in this process
    drained: int = 4 * 64 * MEGABYTE  # of what is too large: a browser reads our answer only after it has sent


class Refused(Exception):
    """The edge answers itself."""

    def __init__(self, status: int, title: str, text: str) -> None:
        self.status, self.title, self.text = status, title, text
        super().__init__(title)


class Gone(Exception):
    """The client hung up; nobody is left to answer."""


class Edge:
    """An ASGI application around a WSGI one."""

    def __init__(
        self,
        application: WsgiApp,
        *,
        threads: int = 4,
        limits: Limits | None = None,
        larger: Callable[[Message], int] | None = None,
    ) -> None:
        self.application = application
        self.larger = larger  # how large a body may be of whom we know; asked in a thread, for large bodies only
        self.limits = limits or Limits()
        self.threads = ThreadPoolExecutor(threads, thread_name_prefix="django")
        self.under_way = 0

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Handle one connection's request."""
        if scope["type"] == "lifespan":
            await live(receive, send)
        elif scope["type"] == "http":
            self.under_way += 1
            try:
                await self.answer(scope, receive, send)
            except Gone:
                pass
            finally:
                self.under_way -= 1
        else:
            await send({"type": "websocket.close", "code": 1000})

    async def answer(self, scope: Message, receive: Receive, send: Send) -> None:
        """Take the request in, let a thread run Django, send what came out."""
        try:
            loop = asyncio.get_running_loop()
            limit = self.limit_of(scope)
            if self.larger is not None and announced_size(scope) > limit:
                limit = max(limit, await loop.run_in_executor(self.threads, self.larger, scope))
            self.check_room(scope, limit)
            with self.room_for(scope) as body:
                if not isinstance(body, io.BytesIO):
                    await self.take_in(receive, body, limit)
                outcome = await loop.run_in_executor(self.threads, run, self.application, scope, body)
        except Refused as refused:
            outcome = own_answer(scope, refused)
        await self.send_out(outcome, send)

    def check_room(self, scope: Message, limit: int) -> None:
        """Refuse when there is no room, or when a client announces more than we accept and is careful, or than we read."""
        if self.under_way > self.limits.at_once:
            raise Refused(503, *BUSY)
        announced = announced_size(scope)
        is_careful = any(name == b"expect" for name, _value in scope["headers"])
        if announced > limit and announced != UNTOLD and (is_careful or announced > self.limits.drained):
            raise too_large(limit)

    def room_for(self, scope: Message) -> IO[bytes]:
        """Where the body will be put; an empty one in memory when there is none, as with nearly every page."""
        if any(name in (b"content-length", b"transfer-encoding") and value != b"0" for name, value in scope["headers"]):
            return tempfile.SpooledTemporaryFile(max_size=self.limits.in_memory)
        return io.BytesIO()

    def limit_of(self, scope: Message) -> int:
        """How large the body of this request may be."""
        kind = dict(scope["headers"]).get(b"content-type", b"")
        return self.limits.upload if kind.startswith(b"multipart/") else self.limits.form

    async def take_in(self, receive: Receive, body: IO[bytes], limit: int) -> None:
        """Read the whole body, in memory or on disk. Raises Refused or Gone."""
        limits = self.limits
        loop = asyncio.get_running_loop()
        received, began, more = 0, loop.time(), True
        while more and received <= max(limit, limits.drained):
            left = began + limits.patience + received / limits.slowest - loop.time()
            message = await within(min(limits.silence, left), receive)
            chunk = message.get("body", b"")
            received += len(chunk)
            if received <= limit:
                put_aside(body, chunk)
            more = message.get("more_body", False)
        if received > limit:
            raise too_large(limit)

    async def send_out(self, outcome: Outcome, send: Send) -> None:
        """Send an answer at the client's own pace; a file is read piece by piece, by a thread that does not wait."""
        loop = asyncio.get_running_loop()
        try:
            await send({"type": "http.response.start", "status": outcome.status, "headers": outcome.headers})
            if outcome.file is None:
                await send({"type": "http.response.body", "body": outcome.body})
                return
            while chunk := await loop.run_in_executor(self.threads, outcome.file.read, PIECE):
                await send({"type": "http.response.body", "body": chunk, "more_body": True})
            await send({"type": "http.response.body", "body": b""})
        finally:
            if outcome.file is not None:
                await loop.run_in_executor(self.threads, close_file, outcome.file)


PIECE = 256 * 1024
UNTOLD = sys.maxsize


def announced_size(scope: Message) -> int:
    """How large a body the client says that it sends; UNTOLD when it sends one of unknown size."""
    for name, value in scope["headers"]:
        if name == b"content-length" and value.isdigit():
            return int(value)
        if name == b"transfer-encoding":
            return UNTOLD
    return 0


def too_large(limit: int) -> Refused:
    """The refusal that says how much we accept."""
    title, text = TOO_LARGE
    return Refused(413, title, text.format(megabytes=limit // MEGABYTE))


def put_aside(body: IO[bytes], chunk: bytes) -> None:
    """Keep a piece of a body. Raises Refused when there is no room for it."""
    try:
        body.write(chunk)
    except OSError:
        log.exception("edge: no room for a body")
        raise Refused(503, *BUSY) from None


async def within(seconds: float, receive: Receive) -> Message:
    """The next message of the client, or Refused when it takes too long, or Gone."""
    try:
        async with asyncio.timeout(max(seconds, 0.001)):
            message = await receive()
    except TimeoutError:
        raise Refused(408, *TOO_SLOW) from None
    if message["type"] == "http.disconnect":
        raise Gone
    return message


async def live(receive: Receive, send: Send) -> None:
    """Start and stop together with the server."""
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return


@dataclass(slots=True)
class Outcome:
    """A whole answer: its body in memory, or a file that is still to be read."""

    status: int
    headers: Headers
    body: bytes = b""
    file: Any = None


class FileWrapper:
    """How a WSGI application hands over a file instead of its contents."""

    def __init__(self, file: IO[bytes], block_size: int = PIECE) -> None:
        self.file = file
        self.block_size = block_size

    def __iter__(self) -> FileWrapper:
        return self

    def __next__(self) -> bytes:
        if chunk := self.file.read(self.block_size):
            return chunk
        raise StopIteration

    def close(self) -> None:
        """Close the file, and with it the response that it came from."""
        self.file.close()


def run(application: WsgiApp, scope: Message, body: IO[bytes]) -> Outcome:
    """Run the WSGI application to its end, in a thread."""
    outcome = Outcome(500, [])

    def start_response(status: str, headers: list[tuple[str, str]], _exc_info: object = None) -> None:
        outcome.status = int(status.split(" ", 1)[0])
        outcome.headers = [(name.lower().encode("latin1"), value.encode("latin1")) for name, value in headers]

    try:
        answer = application(environ_of(scope, body), start_response)
    except Exception:
        log.exception("edge: Django itself failed")
        return own_answer(scope, Refused(500, *BROKEN))
    if isinstance(answer, FileWrapper):
        outcome.file = answer.file
        close_old_connections()  # the connection goes back to the pool while the client reads
        return outcome
    try:
        collect(answer, outcome)
    finally:
        close = getattr(answer, "close", None)
        if close is not None:
            close()
    return outcome


def collect(answer: Iterable[bytes], outcome: Outcome) -> None:
    """Gather a body; what is large goes to disk until the client has read it."""
    pieces: list[bytes] = []
    size = 0
    spool: IO[bytes] | None = None
    for chunk in answer:
        size += len(chunk)
        if spool is None and size > MEGABYTE:
            spool = tempfile.TemporaryFile()  # noqa: SIM115 closed when it was sent
            spool.writelines(pieces)
        (spool.write if spool is not None else pieces.append)(chunk)
    outcome.body = b"".join(pieces) if spool is None else b""
    outcome.file = spool
    if spool is not None:
        spool.seek(0)


def close_file(file: Any) -> None:
    """Close a file that was sent, and the Django response behind it."""
    file.close()
    close_old_connections()


def environ_of(scope: Message, body: IO[bytes]) -> dict[str, Any]:
    """The request in the words of WSGI."""
    size = body.seek(0, io.SEEK_END)
    body.seek(0)
    raw_path = scope.get("raw_path") or b""
    path = unquote_to_bytes(raw_path.partition(b"?")[0]) if raw_path else scope["path"].encode("utf-8", "replace")
    server = scope.get("server") or ("localhost", 80)
    environ: dict[str, Any] = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": path.decode("latin1"),
        "QUERY_STRING": scope["query_string"].decode("latin1"),
        "SERVER_NAME": server[0],
        "SERVER_PORT": str(server[1] or 0),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "REMOTE_ADDR": (scope.get("client") or ("", 0))[0],
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.get("scheme", "http"),
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        "wsgi.file_wrapper": FileWrapper,
    }
    add_headers(environ, scope["headers"])
    environ["CONTENT_LENGTH"] = str(size) if size else environ.get("CONTENT_LENGTH", "")
    return environ


def add_headers(environ: dict[str, Any], headers: Headers) -> None:
    """Headers as WSGI names them. A name with an underscore would pass for one with a dash: it is left out."""
    for raw_name, raw_value in headers:
        if b"_" in raw_name:
            continue
        name = raw_name.decode("latin1").upper().replace("-", "_")
        key = name if name in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{name}"
        value = raw_value.decode("latin1")
        if key in environ:
            value = environ[key] + ("; " if key == "HTTP_COOKIE" else ",") + value
        environ[key] = value


def own_answer(scope: Message, refused: Refused) -> Outcome:
    """A page of the edge itself."""
    names = dict(scope["headers"])
    if "/api/v1" in scope["path"]:
        kind, body = b"application/problem+json", ProblemError(refused.status, detail=refused.title).document()
    elif b"json" in names.get(b"accept", b"") and b"text/html" not in names.get(b"accept", b""):
        kind, body = b"application/problem+json", problem(refused)
    else:
        kind, body = b"text/html; charset=utf-8", plain_page(refused.title, refused.text)
    headers = [
        (b"content-type", kind),
        (b"content-length", str(len(body)).encode()),
        (b"content-security-policy", POLICY.encode()),
        (b"x-content-type-options", b"nosniff"),
        (b"cache-control", b"no-store"),
    ]
    return Outcome(refused.status, headers, body)


def problem(refused: Refused) -> bytes:
    """The same refusal for a program."""
    return msgspec.json.encode(
        {"type": "about:blank", "title": refused.title, "detail": refused.text, "status": refused.status}
    )
