"""A small application behind the edge, for tests: it says what it saw."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from typing import Any

from stoep.foundation.edge import Edge, Limits, Message, Receive, Send

PATIENT = Limits(form=50_000, upload=2_000_000, drained=8_000_000)
IMPATIENT = Limits(silence=0.5, patience=2.0, slowest=100_000)


def wsgi(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    if environ["PATH_INFO"] == "/broken/":
        raise ZeroDivisionError
    if environ["PATH_INFO"] == "/large/":
        start_response("200 OK", [("Content-Type", "application/octet-stream")])
        return (b"x" * 100_000 for _ in range(50))
    body = environ["wsgi.input"].read()
    seen = {
        "path": environ["PATH_INFO"],
        "query": environ["QUERY_STRING"],
        "length": environ["CONTENT_LENGTH"],
        "sha": hashlib.sha256(body).hexdigest(),
        "headers": {name: value for name, value in environ.items() if name.startswith("HTTP_X")},
    }
    start_response("200 OK", [("Content-Type", "application/json")])
    return [json.dumps(seen).encode()]


patient = Edge(wsgi, threads=2, limits=PATIENT)
impatient = Edge(wsgi, threads=2, limits=IMPATIENT)


async def application(scope: Message, receive: Receive, send: Send) -> None:
    edge = impatient if scope.get("path", "").startswith("/impatient/") else patient
    await edge(scope, receive, send)
