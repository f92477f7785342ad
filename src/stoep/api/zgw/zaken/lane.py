"""The lane: the reads that are asked most, of zaken, answered on the event loop before Django is asked.

It is an optimisation only. What it does not know, and every refusal, goes on to the plain view; what it answers has the
same bytes, headers and rights as that view would give (`test_lane.py` compares them). docs/adr/0014 tells what it brings.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.db import connection
from psycopg import pq
from psycopg.conninfo import make_conninfo

from stoep.api.zgw.addresses import origin
from stoep.api.zgw.zaken import lane_questions as ask
from stoep.api.zgw.zaken.api import API
from stoep.api.zgw.zaken.kept_form import BASE, MAAKSEL
from stoep.api.zgw.zaken.lane_lines import LineBroken, Lines
from stoep.api.zgw.zaken.lane_pages import DIVIDE, FAR, FEW, LONGEST_TAIL, STRETCH, Ladder
from stoep.api.zgw.zaken.lane_requests import ListAsked, Request, about_some, read_request, read_zoek
from stoep.api.zgw.zaken.lane_rights import Limit, Snapshot, load
from stoep.foundation.rest.serving import CRS, SAFETY, etag_of, matches
from stoep.toegang.actors import Actor
from stoep.toegang.errors import TokenRefused
from stoep.toegang.queries.applicaties import actor_in
from stoep.toegang.verwerkingen import note

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]

ROOT = "/zaken/api/v1/zaken"
ZOEK = f"{ROOT}/_zoek"
PLACEHOLDER = BASE.encode()
PATIENCE = 5.0
ZAAK = "zaak"
TRIES = 4


class PassOn(Exception):
    """The plain view answers this."""


class Lane:
    """An ASGI application before another."""

    def __init__(self, following: App, address: bytes, origin: str, headers: Headers) -> None:
        self.following = following
        self.lines = Lines(address)
        self.ladder = Ladder(self.lines)
        self.base = origin.encode()
        self.headers = headers
        self.snapshot: Snapshot | None = None
        self.loading: asyncio.Task[Snapshot] | None = None
        self.dividing: asyncio.Task[None] | None = None

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer, or pass on."""
        if scope["type"] == "http" and scope["path"].startswith(ROOT):
            request = read_request(scope, len(ROOT))
            if request is None and scope["method"] == "POST" and scope["path"] == ZOEK:
                request, receive = await self.zoek(scope, receive)
            body = await self.answer(request) if request is not None else None
            if request is not None and body is not None:
                await self.respond(request, body, send)
                return
        await self.following(scope, receive, send)

    async def zoek(self, scope: Message, receive: Receive) -> tuple[Request | None, Receive]:
        """Look at the body of a search; whoever answers after all receives it again."""
        request = read_zoek(scope)
        if request is None:
            return None, receive
        seen: list[Message] = []
        again = iter(seen)

        async def receive_again() -> Message:
            for message in again:
                return message
            return await receive()

        try:
            async with asyncio.timeout(PATIENCE):
                while not seen or seen[-1].get("more_body"):
                    seen.append(await receive())
        except TimeoutError:
            return None, receive_again
        body = b"".join(message.get("body", b"") for message in seen)
        return about_some(request, body) if len(body) == request.body_size else None, receive_again

    async def answer(self, request: Request) -> bytes | None:
        """The body of the answer; None when the plain view must answer."""
        try:
            return await self.body_of(request)
        except (PassOn, LineBroken, TokenRefused):
            return None

    async def respond(self, request: Request, body: bytes, send: Send) -> None:
        """Send the body with its ETag; 304 and nothing when the caller has it."""
        body = body.replace(PLACEHOLDER, self.base)
        headers = [*self.headers]
        etag = etag_of(body) if request.conditional else ""
        if etag:
            headers.append((b"etag", etag.encode()))
        if etag and request.if_none_match and matches(request.if_none_match, etag):
            await send({"type": "http.response.start", "status": 304, "headers": headers})
            await send({"type": "http.response.body", "body": b""})
            return
        headers += [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"" if request.head else body})

    async def body_of(self, request: Request) -> bytes:
        """What the answer holds, with a placeholder where our address comes. Raises PassOn."""
        for _attempt in range(TRIES):
            snapshot = self.snapshot or await self.renew(None)
            actor = actor_in(snapshot.known, request.authorization, datetime.now(UTC))
            asked = request.asked
            if not isinstance(asked, ListAsked):
                limit = snapshot.limit_of(actor)
                rows = await self.found(request, snapshot)
                if rows is not None:
                    return await self.show(request, actor, limit, rows)
                continue
            limit = snapshot.limit_of(actor, asked.zaaktype, asked.highest)
            if not limit.ranks or (asked.zaaktype and asked.zaaktype not in snapshot.zaaktypen):
                raise PassOn
            found = await self.page(snapshot, limit, asked)
            if found is not None:
                note(actor, ZAAK, found[1], request.purpose)
                return found[0]
        raise PassOn

    async def found(self, request: Request, snapshot: Snapshot) -> list[list[bytes | None]] | None:
        """The rows of a question about some zaken; None when what we remember was old, and is new now."""
        name, statement = request.question
        result = await self.lines.ask(name, statement, request.values)
        if result.get_value(0, 0) != snapshot.versions:
            await self.renew(snapshot)
            return None
        rows = [[result.get_value(row, column) for column in range(1, 5)] for row in range(result.ntuples)]
        return [row for row in rows if row[0] is not None]

    async def show(self, request: Request, actor: Actor, limit: Limit, rows: list[list[bytes | None]]) -> bytes:
        """One zaak, or the short list that was found, as far as it may be read."""
        if len(rows) > ask.MOST:
            raise PassOn
        seen = [row for row in rows if limit.allows(text(row[0]), text(row[1]))]
        if request.single and (not seen or not limit.ranks):
            raise PassOn  # not found, or may not be read: the plain view says which
        if not limit.ranks:
            raise PassOn
        missing = [text(row[2]) for row in seen if row[3] is None]
        made = await self.make(missing) if missing else {}
        forms = [row[3] if row[3] is not None else made.get(text(row[2])) for row in seen]
        if any(form is None for form in forms):
            raise PassOn  # it was removed meanwhile
        note(actor, ZAAK, [text(row[2]) for row in seen], request.purpose)
        if request.single:
            return forms[0] or b""
        return envelope(len(forms), b"null", b"null", b",".join(form or b"" for form in forms))

    async def page(self, snapshot: Snapshot, limit: Limit, asked: ListAsked) -> tuple[bytes, list[str]] | None:
        """A page of the list and the ids on it; None when what we remember was old, and is new now."""
        start = (asked.page - 1) * ask.PAGE
        first = asked.page == 1
        question = ask.first_page(limit.sql) if first else ask.tail(limit.sql)
        values = [ask.LAST_ID, b"0", *limit.values]
        result = await self.lines.ask(*question, values)
        if result.get_value(0, 0) != snapshot.versions:
            await self.renew(snapshot)
            return None
        if result.get_value(0, 1) != self.ladder.signature:
            await self.ladder.catch_up()
            return None
        tail = int(result.get_value(0, 2) or 0)
        if tail > LONGEST_TAIL and self.dividing is None:
            self.dividing = asyncio.create_task(self.divide())
        count = tail + self.ladder.sums_of(limit).total
        if start and start >= count:
            raise PassOn
        column = 3
        if not first:
            result = await self.lines.ask(*self.question_of(limit, start, tail, count))
            column = 0
        forms = await self.forms_of(result, column)
        following = asked.address(asked.page + 1) if start + ask.PAGE < count else b"null"
        body = envelope(count, following, asked.address(asked.page - 1) if not first else b"null", forms)
        return body, listed_in(result.get_value(0, column + 3))

    def question_of(self, limit: Limit, start: int, tail: int, count: int) -> tuple[bytes, bytes, list[bytes]]:
        """How to come to the page that begins with zaak number `start`."""
        place = self.ladder.place(limit, start, tail, ask.PAGE)
        if limit.types and count <= FEW and (place is None or place.spans > FAR):
            return *ask.page_of_few(limit.sql), [ask.LAST_ID, b"%d" % start, *limit.values]
        if place is None:
            return *ask.page(limit.sql), [ask.LAST_ID, b"%d" % start, *limit.values]
        return *ask.page(limit.sql), [place.before.encode(), b"%d" % place.skip, *limit.values]

    async def forms_of(self, result: pq.abc.PGresult, column: int) -> bytes:
        """The forms in an answer; those that nobody kept are made now."""
        if result.get_value(0, column + 1) == result.get_value(0, column + 2):
            return result.get_value(0, column) or b""
        ids = listed_in(result.get_value(0, column + 3))
        rows = await self.lines.ask(*ask.SOME, [array(ids)])
        kept = {text(rows.get_value(row, 3)): rows.get_value(row, 4) for row in range(rows.ntuples)}
        made = await self.make([zaak for zaak in ids if kept.get(zaak) is None])
        forms = [kept.get(zaak) or made.get(zaak) for zaak in ids]
        return b",".join(form for form in forms if form is not None)

    async def make(self, zaken: list[str]) -> dict[str, bytes]:
        """Forms that were not kept: made in one statement, and offered to be kept."""
        result = await self.lines.ask(*ask.MAKE, [array(zaken)])
        made = [[result.get_value(row, column) or b"" for column in range(3)] for row in range(result.ntuples)]
        if made:
            ids, versies = (b"{" + b",".join(row[index] for row in made) + b"}" for index in (0, 1))
            texts = b"{" + b",".join(quoted(row[2]) for row in made) + b"}"
            await self.lines.ask(*ask.KEEP, [ids, versies, b"%d" % MAAKSEL, texts])
        return {text(row[0]): row[2] for row in made}

    async def divide(self) -> None:
        """Divide the last stretch that has grown; whoever comes next sees it."""
        try:
            await self.lines.ask(b"divide", DIVIDE, [b"%d" % STRETCH])
        except LineBroken:
            pass  # it stays long; a next request tries again
        finally:
            self.dividing = None

    async def renew(self, old: Snapshot | None) -> Snapshot:
        """Read rights and zaaktypen anew, once for all who wait for it."""
        if self.snapshot is not None and self.snapshot is not old:
            return self.snapshot
        if self.loading is None:
            self.loading = asyncio.create_task(asyncio.to_thread(load))
            self.loading.add_done_callback(self.loaded)
        return await asyncio.shield(self.loading)

    def loaded(self, task: asyncio.Task[Snapshot]) -> None:
        """Keep what was read."""
        self.loading = None
        if not task.cancelled() and task.exception() is None:
            self.snapshot = task.result()


def before(following: App) -> Lane:
    """The lane before the rest of the web server, with this installation's database and address."""
    database = connection.settings_dict
    names = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    address = make_conninfo(**{name: str(database[key]) for name, key in names.items() if database[key]})
    headers = {"API-version": API.version, "Content-Crs": CRS, **SAFETY}
    if settings.SECURE_HSTS_SECONDS:
        headers["Strict-Transport-Security"] = f"max-age={settings.SECURE_HSTS_SECONDS}"
    sent = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    return Lane(following, address.encode(), origin(), sent)


def envelope(count: int, following: bytes, previous: bytes, results: bytes) -> bytes:
    """A page as the norm has it."""
    return b'{"count":%d,"next":%b,"previous":%b,"results":[%b]}' % (count, following, previous, results)


def text(raw: bytes | None) -> str:
    """A value as text."""
    return (raw or b"").decode()


def listed_in(raw: bytes | None) -> list[str]:
    """The ids in an array as PostgreSQL writes it."""
    return text(raw)[1:-1].split(",") if raw is not None else []


def array(values: list[str]) -> bytes:
    """An array as PostgreSQL reads it."""
    return ("{" + ",".join(values) + "}").encode()


def quoted(raw: bytes) -> bytes:
    """A text in an array as PostgreSQL reads it."""
    return b'"' + raw.replace(b"\\", b"\\\\").replace(b'"', b'\\"') + b'"'
