"""The floor under the reads of zaken: a bare ASGI application, typed columns of one plain table, the same JSON and a
check of the token; no types, rights or versions. `FLOOR_SECRET` is the secret, `DATABASE_URL` the database."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import os
import time
import uuid
from typing import Any
from urllib.parse import parse_qs

import asyncpg
import orjson

SECRET = os.environ.get("FLOOR_SECRET", "").encode()
ORIGIN = os.environ.get("FLOOR_ORIGIN", "")
BASE, CATALOGI = f"{ORIGIN}/zaken/api/v1", f"{ORIGIN}/catalogi/api/v1"
BSN = "rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn"
COLUMNS = """id, uuid, identificatie, bronorganisatie, omschrijving, toelichting, zaaktype, registratiedatum,
    verantwoordelijke_organisatie, startdatum, vertrouwelijkheidaanduiding, lon, lat, archiefstatus, status, rollen"""
PAGE = 100
_pools: list[Any] = []
_lock: list[asyncio.Lock] = []


def zaak(r: Any) -> dict[str, Any]:
    place = None
    if r["lon"] is not None:
        place = {"type": "Point", "coordinates": [r["lon"], r["lat"]]}
    return {
        "url": f"{BASE}/zaken/{r['uuid']}",
        "uuid": str(r["uuid"]),
        "identificatie": r["identificatie"],
        "bronorganisatie": r["bronorganisatie"],
        "omschrijving": r["omschrijving"],
        "toelichting": r["toelichting"],
        "zaaktype": f"{CATALOGI}/zaaktypen/{r['zaaktype']}",
        "registratiedatum": r["registratiedatum"],
        "verantwoordelijkeOrganisatie": r["verantwoordelijke_organisatie"],
        "startdatum": r["startdatum"],
        "einddatum": None,
        "einddatumGepland": None,
        "uiterlijkeEinddatumAfdoening": None,
        "publicatiedatum": None,
        "communicatiekanaal": "",
        "productenOfDiensten": [],
        "vertrouwelijkheidaanduiding": r["vertrouwelijkheidaanduiding"],
        "betalingsindicatie": "",
        "betalingsindicatieWeergave": "",
        "laatsteBetaaldatum": None,
        "zaakgeometrie": place,
        "verlenging": {"reden": "", "duur": None},
        "opschorting": {"indicatie": False, "reden": ""},
        "selectielijstklasse": "",
        "hoofdzaak": None,
        "deelzaken": [],
        "relevanteAndereZaken": [],
        "eigenschappen": [],
        "rollen": [f"{BASE}/rollen/{each}" for each in r["rollen"]],
        "status": f"{BASE}/statussen/{r['status']}",
        "zaakinformatieobjecten": [],
        "zaakobjecten": [],
        "kenmerken": [],
        "archiefnominatie": None,
        "archiefstatus": r["archiefstatus"],
        "archiefactiedatum": None,
        "resultaat": None,
        "opdrachtgevendeOrganisatie": "",
        "processobjectaard": "",
        "startdatumBewaartermijn": None,
        "processobject": {"datumkenmerk": "", "identificatie": "", "objecttype": "", "registratie": ""},
    }


async def pool() -> Any:
    if not _pools:
        _lock or _lock.append(asyncio.Lock())
        async with _lock[0]:
            _pools or _pools.append(await asyncpg.create_pool(os.environ["DATABASE_URL"], min_size=4, max_size=4))
    return _pools[0]


def allowed(headers: list[tuple[bytes, bytes]]) -> bool:
    """HS256 of the token, on every request."""
    for name, value in headers:
        if name == b"authorization":
            head, payload, signature = value[7:].split(b".")
            wanted = hmac.digest(SECRET, head + b"." + payload, hashlib.sha256)
            if not hmac.compare_digest(base64.urlsafe_b64encode(wanted).rstrip(b"="), signature):
                return False
            claims = orjson.loads(base64.urlsafe_b64decode(payload + b"=" * (-len(payload) % 4)))
            return bool(claims["iat"] > time.time() - 3600)
    return False


async def send_json(send: Any, body: bytes, status: int = 200) -> None:
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def application(scope: Any, receive: Any, send: Any) -> None:
    if scope["type"] != "http":
        return
    if scope["path"] == "/":
        await send_json(send, b"{}")
    elif not allowed(scope["headers"]):
        await send_json(send, b'{"status":403}', 403)
    else:
        await send_json(send, await body_of(scope, receive))


async def body_of(scope: Any, receive: Any) -> bytes:
    path = scope["path"]
    tail = path.partition("/zaken/api/v1/zaken")[2]
    async with (await pool()).acquire() as database:
        if tail == "/_zoek":
            wanted = orjson.loads((await receive())["body"])["uuid__in"]
            rows = await database.fetch(f"SELECT {COLUMNS} FROM floor_zaak WHERE uuid = ANY($1)", wanted)
            return listed(rows, len(rows), 1)
        if tail:
            row = await database.fetchrow(f"SELECT {COLUMNS} FROM floor_zaak WHERE uuid = $1", uuid.UUID(tail[1:]))
            return orjson.dumps(zaak(row))
        query = parse_qs(scope["query_string"].decode())
        page = int(query.get("page", ["1"])[0])
        for name, column in (("identificatie", "identificatie"), (BSN, "bsn")):
            if name in query:
                statement = f"SELECT {COLUMNS} FROM floor_zaak WHERE {column} = $1 ORDER BY id DESC"
                rows = await database.fetch(statement, query[name][0])
                return listed(rows, len(rows), 1)
        count = await database.fetchval("SELECT count(*) FROM floor_zaak")
        statement = f"SELECT {COLUMNS} FROM floor_zaak ORDER BY id DESC LIMIT {PAGE} OFFSET $1"
        rows = await database.fetch(statement, (page - 1) * PAGE)
    return listed(rows, count, page)


def listed(rows: Any, count: int, page: int) -> bytes:
    following = f'"{BASE}/zaken?page={page + 1}"'.encode() if page * PAGE < count else b"null"
    before = f'"{BASE}/zaken?page={page - 1}"'.encode() if page > 1 else b"null"
    results = orjson.dumps([zaak(row) for row in rows])
    return b'{"count":%d,"next":%b,"previous":%b,"results":%b}' % (count, following, before, results)
