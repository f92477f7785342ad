"""What the lane asks the database: each question brings along whether what the lane remembers still holds.

`$1` and `$2` are a question's own, what follows is of the limit. `MAAKSEL` stands in the text, so that the planner knows it.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b

from stoep.api.zgw.zaken.kept_form import MAAKSEL, MADE
from stoep.api.zgw.zaken.lane_pages import SIGNATURE, TAIL
from stoep.api.zgw.zaken.lane_rights import VERSIONS

PAGE = 100
MOST = 100
LAST_ID = b"ffffffff-ffff-ffff-ffff-ffffffffffff"

Question = tuple[bytes, bytes]

KEPT = f"CASE WHEN v.maaksel = {MAAKSEL} THEN v.tekst END"
FORMS = f"coalesce(string_agg({KEPT}, ',' ORDER BY v.zaak_id DESC), ''), count(*), count({KEPT})"
IDS = "array_agg(v.zaak_id ORDER BY v.zaak_id DESC)"
ZAAK = "zaken_zaakvorm v JOIN zaken_zaak z ON z.id = v.zaak_id"
# One row for each zaak; a row without a zaak when there is none, for what the lane remembers may be old.
FOUND = f"SELECT {VERSIONS}, f.* FROM (SELECT 1) een LEFT JOIN ({{}}) f ON true"  # noqa: S608
PARTS = "z.zaaktype_id, z.vertrouwelijkheidaanduiding, v.zaak_id, " + KEPT

ONE = (b"one", FOUND.format(f"SELECT {PARTS} FROM {ZAAK} WHERE v.zaak_id = $1").encode())  # noqa: S608
SOME = (
    b"some",
    FOUND.format(
        f"SELECT {PARTS} FROM {ZAAK} WHERE v.zaak_id = ANY($1::uuid[]) ORDER BY v.zaak_id DESC LIMIT {MOST + 1}"  # noqa: S608
    ).encode(),
)
NAMED = (
    b"named",
    FOUND.format(
        f"SELECT {PARTS} FROM {ZAAK} WHERE z.identificatie = $1 AND ($2::text = '' OR z.bronorganisatie = $2)"  # noqa: S608
        f" ORDER BY v.zaak_id DESC LIMIT {MOST + 1}"
    ).encode(),
)
# First whose they are, then the rest: a planner that knows the limit would rather walk through all zaken.
BSN = """
WITH wiens AS MATERIALIZED (
    SELECT DISTINCT r.zaak_id FROM zaken_rol r{roltype}
    WHERE r.betrokkene_type = 'natuurlijk_persoon' AND (r.betrokkene_identificatie ->> 'inpBsn') = $1{generiek}
)
SELECT {parts} FROM wiens w JOIN zaken_zaakvorm v ON v.zaak_id = w.zaak_id JOIN zaken_zaak z ON z.id = w.zaak_id
ORDER BY v.zaak_id DESC LIMIT {most}
"""
OF_PERSON = (
    b"of person",
    FOUND.format(BSN.format(parts=PARTS, most=MOST + 1, roltype="", generiek="")).encode(),
)
OF_PERSON_AS = (
    b"of person as",
    FOUND.format(
        BSN.format(
            parts=PARTS,
            most=MOST + 1,
            roltype=" JOIN catalogi_roltype t ON t.id = r.roltype_id",
            generiek=" AND t.omschrijving_generiek = $2",
        )
    ).encode(),
)
MAKE = (b"make", f"{MADE}($1::uuid[])".encode())
KEEP = (b"keep", b"SELECT zaken_vorm_bewaar($1::uuid[], $2::bigint[], $3::integer, $4::text[])")


@lru_cache(maxsize=256)
def first_page(limit: str) -> Question:
    """What holds, how many there are in the last stretch, and the newest zaken."""
    statement = f"""
SELECT {VERSIONS}, {SIGNATURE}, (SELECT count(*) FROM zaken_zaak z WHERE z.id >= {TAIL} AND {limit}),
    {FORMS}, {IDS}
FROM ({newest("z.id < $1::uuid AND " + limit)} OFFSET $2::bigint) p JOIN zaken_zaakvorm v ON v.zaak_id = p.id
"""  # noqa: S608 our own words only
    return name_of("first", limit), statement.encode()


@lru_cache(maxsize=256)
def tail(limit: str) -> Question:
    """What holds, and how many there are in the last stretch."""
    statement = f"""
SELECT {VERSIONS}, {SIGNATURE}, (SELECT count(*) FROM zaken_zaak z WHERE z.id >= {TAIL} AND {limit}),
    $1::uuid, $2::bigint
"""  # noqa: S608
    return name_of("tail", limit), statement.encode()


@lru_cache(maxsize=256)
def page(limit: str) -> Question:
    """The zaken of a page that begins in the stretch below `$1`, after `$2` of them."""
    return name_of("page", limit), (
        f"SELECT {FORMS}, {IDS} FROM ({newest('z.id < $1::uuid AND ' + limit)} OFFSET $2::bigint) p"  # noqa: S608
        " JOIN zaken_zaakvorm v ON v.zaak_id = p.id"
    ).encode()


@lru_cache(maxsize=256)
def page_of_few(limit: str) -> Question:
    """The same for a limit that lets few zaken through: found by their zaaktype, counted from the newest."""
    return name_of("few", limit), (
        f"WITH m AS MATERIALIZED (SELECT z.id FROM zaken_zaak z WHERE z.id < $1::uuid AND {limit})"  # noqa: S608
        f" SELECT {FORMS}, {IDS} FROM (SELECT id FROM m ORDER BY id DESC LIMIT {PAGE} OFFSET $2::bigint) p"
        " JOIN zaken_zaakvorm v ON v.zaak_id = p.id"
    ).encode()


def name_of(kind: str, limit: str) -> bytes:
    """A name for a prepared statement: PostgreSQL looks at no more than 63 bytes of it."""
    return f"{kind} {blake2b(limit.encode(), digest_size=16).hexdigest()}".encode()


def newest(condition: str) -> str:
    """A hundred zaken, newest first."""
    return f"SELECT z.id FROM zaken_zaak z WHERE {condition} ORDER BY z.id DESC LIMIT {PAGE}"  # noqa: S608
