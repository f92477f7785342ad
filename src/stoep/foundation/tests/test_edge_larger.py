"""A large body is taken in of whom we know only; of others it costs nothing."""

from __future__ import annotations

import asyncio
import hashlib
import json

import pytest

from stoep.foundation.edge import Edge, Limits
from stoep.foundation.tests.edge_app import wsgi

LIMITS = Limits(form=1000, upload=2000, drained=5000)
PIECE = b"x" * 500


class Conversation:
    """One request to an edge, of a client that sends pieces for as long as somebody listens."""

    def __init__(self, pieces, **headers):
        self.left = pieces
        self.sent = []
        names = {name.replace("_", "-").encode(): str(value).encode() for name, value in headers.items()}
        self.scope = {
            "type": "http", "method": "POST", "path": "/documenten/api/v1/x", "query_string": b"",
            "http_version": "1.1", "headers": list(names.items()),
        }  # fmt: skip

    async def receive(self):
        self.left -= 1
        return {"type": "http.request", "body": PIECE, "more_body": self.left > 0}

    async def send(self, message):
        self.sent.append(message)

    def hold(self, larger):
        edge = Edge(wsgi, threads=1, limits=LIMITS, larger=larger)
        asyncio.run(edge(self.scope, self.receive, self.send))
        return self.sent[0]["status"]


@pytest.mark.parametrize(
    ("size", "allowed", "status", "unread"),
    [
        (1000, 0, 200, 0),  # as any form
        (10_000, 20_000, 200, 0),
        (10_000, 0, 413, 20),  # more than we read of a stranger: not a byte
        (4000, 0, 413, 0),  # little enough to read on, so that the answer is seen
        (30_000, 20_000, 413, 60),
        (5 * 1024**3, 4 * 1024**3, 413, 5 * 1024**3 // 500),
    ],
)
def test_how_much_is_read_depends_on_who_sends_it(size, allowed, status, unread):
    asked = []
    talk = Conversation(size // 500, content_length=size, content_type="application/json")

    assert talk.hold(lambda scope: asked.append(scope) or allowed) == status
    assert talk.left == unread
    assert bool(asked) is (size > LIMITS.form)
    if status == 200:
        assert json.loads(talk.sent[1]["body"])["sha"] == hashlib.sha256(b"x" * size).hexdigest()


def test_a_body_without_end_is_read_to_the_limit_and_no_further():
    for allowed, read in ((0, 11), (20_000, 41)):
        talk = Conversation(10_000, transfer_encoding="chunked")
        assert talk.hold(lambda _scope, allowed=allowed: allowed) == 413
        assert 10_000 - talk.left == read
