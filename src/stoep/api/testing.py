"""Calling an API in a test: as an application that has all scopes, or just some."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

import msgspec
from django.test import Client

from stoep.api.zgw import gate
from stoep.api.zgw.addresses import origin
from stoep.toegang.actors import Actor, ActorKind, Grant

JSON = "application/json"
ALL = (Grant("*"),)


def application(grants: Iterable[Grant] = ALL) -> Actor:
    """An application with rights."""
    return Actor(ActorKind.APPLICATION, "test", "Proefapplicatie", tuple(grants))


@contextmanager
def calling(actor: Actor) -> Iterator[Caller]:
    """Call as this application inside the block."""
    with mock.patch.object(gate, "find_actor", return_value=actor):
        yield Caller()


class Caller:
    """A client that speaks JSON; addresses may be full ones."""

    def __init__(self) -> None:
        self.client = Client()

    def __call__(self, method: str, address: str, body: Any = None, **headers: str) -> Any:
        """Call, and keep the answer's JSON as `body`."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        data = body if isinstance(body, bytes) else b"" if body is None else msgspec.json.encode(body, enc_hook=str)
        kind = sent.pop("Content-Type", JSON) if body is not None else ""
        path = address.removeprefix(origin())
        answer: Any = self.client.generic(method, path, data, content_type=kind, headers=sent)
        answer.body = msgspec.json.decode(answer.content) if not answer.streaming and answer.content else None
        return answer

    def get(self, address: str, **headers: str) -> Any:
        """Read."""
        return self("GET", address, **headers)

    def post(self, address: str, body: Any = None, **headers: str) -> Any:
        """Make, or act."""
        return self("POST", address, {} if body is None else body, **headers)

    def put(self, address: str, body: Any, **headers: str) -> Any:
        """Replace."""
        return self("PUT", address, body, **headers)

    def patch(self, address: str, body: Any, **headers: str) -> Any:
        """Change."""
        return self("PATCH", address, body, **headers)

    def delete(self, address: str, **headers: str) -> Any:
        """Remove."""
        return self("DELETE", address, **headers)


def wrong_fields(answer: Any) -> list[tuple[str, str]]:
    """What was wrong with what was given: (name, code), in order."""
    return [(each["name"], each["code"]) for each in answer.body.get("invalidParams", ())]
