"""The floor under the pages: a bare ASGI application that answers a stored page from the database."""

from __future__ import annotations

import os
from typing import Any

import asyncpg

QUERY = "SELECT body FROM floor_page WHERE name = $1"
_pools: list[Any] = []


async def pool() -> Any:
    if not _pools:
        _pools.append(await asyncpg.create_pool(os.environ["DATABASE_URL"], min_size=1, max_size=8))
    return _pools[0]


async def application(scope: Any, _receive: Any, send: Any) -> None:
    if scope["type"] != "http":
        return
    async with (await pool()).acquire() as database:
        body = await database.fetchval(QUERY, scope["path"]) or b""
    headers = [(b"content-type", b"text/html; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})
