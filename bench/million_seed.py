"""A million reports in some minutes: copies of those that were made by commands, spread as in a real municipality over
categories, areas, channels and two years, with what the handlers of buurt and sturing would have written of them.

Only what lists, maps and figures read: no statuses, roles or history.
"""

from __future__ import annotations

import time
from typing import Any

from bench.havendam import unguard

TABLES = ("zaken_zaak", "meldingen_melding", "buurt_openbaremelding", "sturing_meldingcijfer")
SPREAD = "(abs(hashtextextended(%s, n)) %%%% 100000) / 100000.0"

# Busy categories have more than quiet ones, by the square of a throw. The point lies in the box of its area.
PLAN = """
CREATE TEMP TABLE plan ON COMMIT DROP AS
WITH soort AS (SELECT c.id, c.slug, c.afdeling, c.servicenorm_werkdagen AS norm, h.slug AS hoofd,
        row_number() OVER (ORDER BY c.slug) - 1 AS place, count(*) OVER () AS many
    FROM meldingen_categorie c JOIN meldingen_categorie h ON h.id = c.hoofdcategorie_id WHERE c.actief),
gebied AS (SELECT *, row_number() OVER (ORDER BY code) - 1 AS place, count(*) OVER () AS many
    FROM gebieden_gebied WHERE soort <> 'gemeente'),
kanaal AS (SELECT * FROM unnest(ARRAY['site', 'site', 'site', 'telefoon', 'telefoon', 'balie', 'e-mail', 'social'])
    WITH ORDINALITY AS kanaal (code, place)),
oud AS (SELECT m.id AS old_melding, m.zaak_id AS old_zaak, row_number() OVER (ORDER BY m.id) - 1 AS place,
        count(*) OVER () AS many
    FROM meldingen_melding m JOIN zaken_zaak z ON z.id = m.zaak_id WHERE z.identificatie NOT LIKE 'ZAAK-2000-%%'),
worp AS (SELECT n, {a} AS a, {b} AS b, {c} AS c, {d} AS d, {e} AS e,
        date_trunc('minute', now()) - make_interval(mins => ((n - %(after)s) * 1051200.0 / %(reports)s)::int + 60) AS moment
    FROM generate_series(%(after)s + 1, %(after)s + %(reports)s) AS n)
SELECT w.n, o.old_melding, o.old_zaak, gen_random_uuid() AS melding, gen_random_uuid() AS zaak, w.moment, w.moment::date AS dag,
    w.moment::date + s.norm AS norm_op,
    CASE WHEN w.n %% 200 <> 0 AND w.moment::date + (w.c * w.c * 25)::int <= now()::date
        THEN w.moment::date + (w.c * w.c * 25)::int END AS klaar,
    s.id AS soort_id, s.slug AS soort, s.hoofd, s.afdeling, g.id AS gebied_id, g.code AS gebied, k.code AS kanaal,
    g.west + w.d * (g.east - g.west) AS lon, g.south + w.e * (g.north - g.south) AS lat, w.c
FROM worp w
JOIN oud o ON o.place = w.n %% o.many
JOIN soort s ON s.place = floor(w.a * w.a * s.many)
JOIN gebied g ON g.place = floor(w.b * g.many)
JOIN kanaal k ON k.place = w.n %% 8 + 1
""".format(**{name: SPREAD % f"'{name}'" for name in "abcde"})

# Which columns of a copy differ from those of the report it is a copy of.
CHANGED = {
    "zaken_zaak": {
        "id": "p.zaak",
        "identificatie": "'ZAAK-2000-' || to_char(p.n, 'FM0000000')",
        "registratiedatum": "p.dag",
        "startdatum": "p.dag",
        "einddatum": "p.klaar",
        "einddatum_gepland": "p.norm_op",
        "uiterlijke_einddatum_afdoening": "p.dag + 56",
        "laatst_gewijzigd": "p.moment",
        "lon": "p.lon",
        "lat": "p.lat",
        "statustype_id": "CASE WHEN p.klaar IS NULL THEN t.statustype_id ELSE (SELECT s.id FROM catalogi_statustype s"
        " WHERE s.zaaktype_id = t.zaaktype_id AND s.is_eindstatus) END",
    },
    "meldingen_melding": {
        "id": "p.melding",
        "zaak_id": "p.zaak",
        "meldernummer": "'B-' || to_char(p.n, 'FM0000000')",
        "sleutel": "NULL",
        "golf_id": "NULL",
        "tekst": "t.tekst || ' Kenmerk ' || p.n || '.'",
        "gemeld_op": "p.moment",
        "verwacht_op": "p.norm_op",
        "categorie_id": "p.soort_id",
        "gebied_id": "p.gebied_id",
        "kanaal": "p.kanaal",
        "lon": "p.lon",
        "lat": "p.lat",
    },
}
ORIGINAL = {"zaken_zaak": "p.old_zaak", "meldingen_melding": "p.old_melding"}

PUBLISH = """
INSERT INTO buurt_openbaremelding (melding_id, zaak_id, nummer, hoofdcategorie, categorie, gebied, plek, lon, lat,
    is_precies, stand, is_open, gemeld_op, norm_op, zichtbaar_op, gewijzigd_op, vak_x, vak_y)
SELECT melding, zaak, 'N' || n, hoofd, soort, gebied, 'Kade, Havendam', lon, lat, true,
    CASE WHEN klaar IS NULL THEN 'nieuw' ELSE 'klaar' END, klaar IS NULL, moment, norm_op, moment, moment,
    floor((lon + 180) / 360 * (1 << %(finest)s)),
    floor((1 - ln(tan(radians(lat)) + 1 / cos(radians(lat))) / pi()) / 2 * (1 << %(finest)s))
FROM plan
"""
# The hexagon as `sturing.rules.vakken` has it; `add_million` compares the two.
COUNT = """
INSERT INTO sturing_meldingcijfer (melding_id, zaak_id, hoofdcategorie, categorie, afdeling, gebied, kanaal, vak, gemeld_op,
    norm_op, afgehandeld_op, werkdagen, heropend, herverdeeld, tevreden, volgers, opdrachten, opdrachten_op_tijd)
SELECT melding, zaak, hoofd, soort, afdeling, gebied, kanaal,
    CASE WHEN dq > dr AND dq > ds THEN -rr - rs ELSE rq END || ',' ||
    CASE WHEN dq > dr AND dq > ds THEN rr WHEN dr > ds THEN -rq - rs ELSE rr END,
    dag, norm_op, klaar, (klaar - dag) * 5 / 7, (c > 0.97)::int, (c > 0.93)::int,
    CASE WHEN klaar IS NOT NULL AND n %% 4 = 0 THEN c < 0.7 END, (n %% 9 = 0)::int, 0, 0
FROM plan,
    LATERAL (SELECT lon * %(east)s AS x, lat * %(north)s AS y) AS point,
    LATERAL (SELECT (sqrt(3) / 3 * x - y / 3) / %(size)s AS q, 2.0 / 3 * y / %(size)s AS r) AS axial,
    LATERAL (SELECT round(q)::int AS rq, round(r)::int AS rr, round(-q - r)::int AS rs) AS rounded,
    LATERAL (SELECT abs(rq - q) AS dq, abs(rr - r) AS dr, abs(rs + q + r) AS ds) AS away
"""


def add_million(reports: int, *, after: int = 0) -> None:
    """Add so many reports; `after` is how many were added before."""
    from django.db import connection, transaction

    from stoep.buurt.commands.rebuild_openbaar import recount_vakken
    from stoep.buurt.rules.vakken import FINEST
    from stoep.sturing.commands.move_sommen import refresh_all_sommen
    from stoep.sturing.commands.refresh_cellen import refresh_all_cellen
    from stoep.sturing.models import Meldingcijfer
    from stoep.sturing.rules import vakken

    began = time.perf_counter()
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in unguard(cursor, TABLES):
            cursor.execute(statement)
        cursor.execute("SET LOCAL maintenance_work_mem = '512MB'")
        cursor.execute("SET LOCAL work_mem = '256MB'")
        indexes = drop_indexes(cursor)
        cursor.execute(PLAN, {"reports": reports, "after": after})
        for table, changed in CHANGED.items():
            copy(cursor, table, changed)
        cursor.execute(PUBLISH, {"finest": FINEST})
        cursor.execute(COUNT, {"east": vakken.EAST, "north": vakken.NORTH, "size": vakken.SIZE})
        print(f"  rows after {time.perf_counter() - began:.0f} s", flush=True)
        for statement in indexes:
            cursor.execute(statement)
        print(f"  indexes after {time.perf_counter() - began:.0f} s", flush=True)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL work_mem = '256MB'")
        recount_vakken()
        refresh_all_cellen()
        refresh_all_sommen()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
        cursor.execute(
            "SELECT c.vak, m.lon, m.lat FROM sturing_meldingcijfer c JOIN meldingen_melding m ON m.id = c.melding_id LIMIT 999"
        )
        assert all(vak == vakken.vak_of(lon, lat) for vak, lon, lat in cursor.fetchall())
    print(f"{Meldingcijfer.objects.count()} reports stand after {time.perf_counter() - began:.0f} s", flush=True)


def drop_indexes(cursor: Any) -> list[str]:
    """Drop what does not guard anything; answers how to make it again. Building an index afterwards is far cheaper."""
    cursor.execute(
        "SELECT format('DROP INDEX %%I', indexrelid::regclass), pg_get_indexdef(indexrelid) FROM pg_index"
        " WHERE indrelid::regclass::text = ANY(%s) AND NOT indisunique",
        [list(TABLES)],
    )
    found = cursor.fetchall()
    for drop, _make in found:
        cursor.execute(drop)
    return [make for _drop, make in found]


def copy(cursor: Any, table: str, changed: dict[str, str]) -> None:
    """Copy the rows of a table that belong to the reports of the plan."""
    cursor.execute(
        "SELECT column_name FROM information_schema.columns WHERE table_name = %s AND is_generated = 'NEVER'", [table]
    )
    names = [row[0] for row in cursor.fetchall()]
    columns = ", ".join(f'"{name}"' for name in names)
    read = ", ".join(changed.get(name, f't."{name}"') for name in names)
    cursor.execute(
        f"INSERT INTO {table} ({columns}) SELECT {read} FROM plan p JOIN {table} t ON t.id = {ORIGINAL[table]}"
    )
