"""Zaken by the hundred thousand for the measurement of the ZGW APIs, made by SQL: each with statuses and people, half
with a place. The same zaken stand in one plain table for the floor, with typed columns."""

from __future__ import annotations

import time
from typing import Any

RSIN, TYPES = "517439943", 20
PARTS = ("zaken_status", "zaken_rol")
EVERY = ("zaken_zaak", *PARTS)

# A UUIDv7 for a moment: the zaken lie over three years, in the order of their ids.
UUID7 = """
CREATE OR REPLACE FUNCTION pg_temp.uuid7(ms bigint, salt text) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT (lpad(to_hex(ms), 12, '0') || '7' || substr(md5(salt), 1, 3) || '8' || substr(md5(salt), 4, 15))::uuid
$$
"""
ZAKEN = """
INSERT INTO zaken_zaak (id, identificatie, bronorganisatie, omschrijving, toelichting, zaaktype_id, registratiedatum,
    verantwoordelijke_organisatie, startdatum, communicatiekanaal, producten_of_diensten, vertrouwelijkheidaanduiding,
    betalingsindicatie, zaakgeometrie, lon, lat, verlenging_reden, verlenging_duur, opschorting_indicatie,
    opschorting_reden, opschorting_eerdere, selectielijstklasse, archiefnominatie, archiefstatus,
    opdrachtgevende_organisatie, processobjectaard, processobject_datumkenmerk, processobject_identificatie,
    processobject_objecttype, processobject_registratie, laatst_gewijzigd, versie, voorrang)
SELECT pg_temp.uuid7(%(now)s - (%(zaken)s - n)::bigint * (94608000000 / %(zaken)s), 'zaak' || n),
    'SEED-' || lpad(n::text, 9, '0'), %(rsin)s, 'Zaak SEED-' || lpad(n::text, 9, '0'), 'gemaakt voor een meting',
    (%(types)s::uuid[])[1 + n %% %(many)s], dag, %(rsin)s, dag, '', '{}',
    CASE WHEN n %% 10 = 0 THEN 'vertrouwelijk' ELSE 'openbaar' END, '',
    CASE WHEN n %% 2 = 0 THEN jsonb_build_object('type', 'Point', 'coordinates', jsonb_build_array(lon, lat)) END,
    CASE WHEN n %% 2 = 0 THEN lon END, CASE WHEN n %% 2 = 0 THEN lat END,
    '', '', false, '', false, '', '', 'nog_te_archiveren', '', '', '', '', '', '', now(), 1, 1
FROM (
    SELECT n, to_timestamp(%(now)s / 1000)::date - ((%(zaken)s - n)::bigint * 1095 / %(zaken)s)::int AS dag,
        round((3.5 + 3.6 * random())::numeric, 6)::float8 AS lon, round((50.8 + 2.7 * random())::numeric, 6)::float8 AS lat
    FROM generate_series(1, %(zaken)s) AS n
) AS gegeven
"""
STATUSSEN = """
INSERT INTO zaken_status (id, zaak_id, statustype_id, datum_status_gezet, statustoelichting, gezetdoor)
SELECT gen_random_uuid(), z.id, t.id, z.startdatum + make_interval(hours => t.volgnummer), '', ''
FROM zaken_zaak z JOIN catalogi_statustype t ON t.zaaktype_id = z.zaaktype_id AND t.volgnummer <= 2
"""
# Each BSN is invented and has the initiator's role in about ten zaken.
ROLLEN = """
INSERT INTO zaken_rol (id, zaak_id, roltype_id, betrokkene, betrokkene_type, betrokkene_identificatie,
    afwijkende_naam_betrokkene, roltoelichting, registratiedatum, indicatie_machtiging, contactpersoon_naam,
    contactpersoon_emailadres, contactpersoon_functie, contactpersoon_telefoonnummer)
SELECT gen_random_uuid(), z.id, t.id, '', 'natuurlijk_persoon',
    jsonb_build_object('inpBsn', '9' || lpad((row_number() OVER () %% (%(zaken)s / 10 + 1))::text, 8, '0')),
    '', 'Aanvrager', z.startdatum, '', '', '', '', ''
FROM zaken_zaak z JOIN catalogi_roltype t ON t.zaaktype_id = z.zaaktype_id AND t.omschrijving_generiek = 'initiator'
"""
FLOOR = """
CREATE TABLE floor_zaak AS
SELECT row_number() OVER (ORDER BY z.id) AS id, z.id AS uuid, identificatie::text, bronorganisatie::text, omschrijving::text,
    toelichting::text, zaaktype_id AS zaaktype, registratiedatum, verantwoordelijke_organisatie::text, startdatum,
    vertrouwelijkheidaanduiding::text, z.lon, z.lat, archiefstatus::text,
    (SELECT s.id FROM zaken_status s WHERE s.zaak_id = z.id ORDER BY datum_status_gezet DESC LIMIT 1) AS status,
    ARRAY(SELECT r.id FROM zaken_rol r WHERE r.zaak_id = z.id) AS rollen,
    (SELECT r.betrokkene_identificatie->>'inpBsn' FROM zaken_rol r WHERE r.zaak_id = z.id LIMIT 1) AS bsn
FROM zaken_zaak z
"""
FLOOR_INDEXES = (
    "ALTER TABLE floor_zaak ADD PRIMARY KEY (id)",
    "CREATE UNIQUE INDEX ON floor_zaak (uuid)",
    "CREATE INDEX ON floor_zaak (identificatie)",
    "CREATE INDEX ON floor_zaak (bsn)",
)


class Steps:
    """Statements with the same values, and how long they took."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.values = values
        self.took: dict[str, float] = {}

    def run(self, name: str, *statements: str) -> None:
        from django.db import connection

        began = time.perf_counter()
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement, self.values if "%(" in statement else None)
        self.took[name] = time.perf_counter() - began


def seed(zaken: int) -> dict[str, float]:
    """Add this many zaken to an empty, migrated database; answers how long each step took."""
    from django.db import connection, transaction

    from bench.havendam import unguard
    from stoep.api.zgw.zaken.kept_form import FORM, MAAKSEL
    from stoep.catalogi.testing import make_zaaktype

    types = [make_zaaktype(f"bench-{number:02}", vertrouwelijkheid="openbaar").pk for number in range(TYPES)]
    values = {"zaken": zaken, "rsin": RSIN, "types": types, "many": TYPES, "now": int(time.time() * 1000)}
    steps = Steps({**values, "maaksel": MAAKSEL})
    with transaction.atomic():
        with connection.cursor() as cursor:
            unguarded = unguard(cursor, EVERY)
        steps.run("", *unguarded, *[f"ALTER TABLE {each} DISABLE TRIGGER USER" for each in EVERY])
        steps.run("zaken", UUID7, ZAKEN, "ANALYZE zaken_zaak")
        steps.run("statussen, rollen", STATUSSEN, ROLLEN, "ANALYZE zaken_status", "ANALYZE zaken_rol")
        steps.run("stretches", "SELECT zaken_blokken_verdeel(1000)")
        steps.run("", *[f"ALTER TABLE {each} ENABLE TRIGGER USER" for each in EVERY])
    form = FORM.replace("%", "%%")
    steps.run(
        "forms, made by the database",
        f"INSERT INTO zaken_zaakvorm (zaak_id, versie, maaksel, tekst) SELECT z.id, 1, %(maaksel)s, {form} FROM zaken_zaak z",
    )
    steps.run("floor", FLOOR, *FLOOR_INDEXES)
    tables = ("zaken_zaak", "zaken_zaakvorm", "zaken_zaakblok", *PARTS, "floor_zaak")
    steps.run("vacuum", *[f"VACUUM ANALYZE {each}" for each in tables])
    steps.took.pop("")
    return steps.took


def sizes() -> dict[str, str]:
    """How large the tables are, indexes included."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, pg_size_pretty(pg_total_relation_size(oid)) FROM pg_class WHERE relname IN"
            " ('zaken_zaak', 'zaken_zaakvorm', 'zaken_zaakblok', 'zaken_rol', 'zaken_status', 'floor_zaak')"
        )
        return dict(cursor.fetchall())
