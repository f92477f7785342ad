"""Map and lists with a million reports, for employees and for the neighbourhood. `python -m bench.million [reports]`.

The floor is the same as that of the other pages: a bare ASGI application that answers the very same bytes from one row.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from functools import partial

from bench.havendam import add_reports, signed_in
from bench.machine import Rate, floor_web, free_port, get, own_database, pss, serving, stoep_web
from bench.pages import keep_pages, measured, report

REPORTS = 1_000_000
TABLES = ("zaken_zaak", "meldingen_melding")
MAP_TIMES = 200

# What the handlers of buurt would have written, in one statement; spread over the whole municipality.
PUBLISH = """
INSERT INTO buurt_openbaremelding (melding_id, zaak_id, nummer, hoofdcategorie, categorie, gebied, plek, lon, lat,
    is_precies, stand, is_open, gemeld_op, norm_op, zichtbaar_op, gewijzigd_op, vak_x, vak_y)
SELECT m.id, m.zaak_id, 'B' || row_number() OVER (), h.slug, c.slug, coalesce(g.code, ''), left(m.adres, 120), m.lon, m.lat,
    true, CASE WHEN z.einddatum IS NULL THEN 'nieuw' ELSE 'klaar' END, z.einddatum IS NULL, m.gemeld_op, m.verwacht_op,
    m.gemeld_op, m.gemeld_op,
    floor((m.lon + 180) / 360 * (1 << %(finest)s)),
    floor((1 - ln(tan(radians(m.lat)) + 1 / cos(radians(m.lat))) / pi()) / 2 * (1 << %(finest)s))
FROM meldingen_melding m
JOIN zaken_zaak z ON z.id = m.zaak_id
JOIN meldingen_categorie c ON c.id = m.categorie_id
JOIN meldingen_categorie h ON h.id = c.hoofdcategorie_id
LEFT JOIN gebieden_gebied g ON g.id = m.gebied_id
ON CONFLICT DO NOTHING
"""


def main(reports: int = REPORTS) -> dict[str, tuple[Rate, Rate, int]]:
    with own_database():
        cookie, pages = prepare(reports)
        measure_map()
        port = free_port()
        with serving(stoep_web(), port, "/healthz") as server:
            bodies = {name: get(port, path, cookie) for name, path in pages.items()}
            ours = {name: measured(port, path, cookie) for name, path in pages.items()}
            print(f"memory of the web processes together (PSS): {pss(server):.0f} MB (wanted: at most 400)", flush=True)
        keep_pages({path: bodies[name] for name, path in pages.items()})
        port = free_port()
        with serving(floor_web(port), port, "/"):
            floor = {name: measured(port, path, cookie) for name, path in pages.items()}
    found = {name: (ours[name], floor[name], len(bodies[name])) for name in pages}
    report(found, reports)
    return found


def prepare(reports: int) -> tuple[str, dict[str, str]]:
    """Havendam with this many reports, without their history; answers the cookie of an employee, and the pages."""
    from django.db import connection

    from stoep.buurt.commands.rebuild_openbaar import recount_vakken
    from stoep.buurt.rules.vakken import FINEST

    cookie = signed_in("ilse")
    began = time.perf_counter()
    add_reports(reports, tables=TABLES)
    with connection.cursor() as cursor:
        cursor.execute(PUBLISH, {"finest": FINEST})
    recount_vakken()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    print(f"{reports} reports added in {time.perf_counter() - began:.0f} s", flush=True)
    return cookie, {
        "worklist, all open": "/werkplek/zaken/",
        "worklist, one area": "/werkplek/zaken/?gebied=zuidhaven",
        "worklist, search": "/werkplek/zaken/?q=tegel",
        "neighbourhood, list": "/buurt/?stand=alles",
        "neighbourhood, area": "/buurt/?stand=alles&gebied=zuidhaven",
    }


def measure_map() -> None:
    """What the map asks, from far and near, in this process: its address may not be asked as often as a bench asks.

    The floor reads as many bytes from one row over the same connection.
    """
    from django.db import connection

    from stoep.buurt.queries import kaartbeeld, onderwerpen_by_slug
    from stoep.buurt.rules.wensen import Wens
    from stoep.foundation.geo import Bounds

    def read_floor() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT repeat('x', 20000)")
            cursor.fetchone()

    onderwerpen = onderwerpen_by_slug()
    floor = median_ms(read_floor)
    for name, zoom, size in (("whole municipality", 12, 0.1), ("a quarter", 15, 0.01), ("a street", 18, 0.001)):
        box = Bounds(3.80 - size, 51.33 - size, 3.80 + size, 51.33 + size)
        for stand in ("open", "alles"):
            ours = median_ms(partial(kaartbeeld, Wens(stand=stand), onderwerpen, box=box, zoom=zoom))
            print(
                f"  map, {name}, {stand}: {ours:.2f} ms; floor {floor:.2f} ms; of floor {floor / ours:.3f}", flush=True
            )


def median_ms(act: Callable[[], object]) -> float:
    """How long something takes."""
    took = []
    for _ in range(MAP_TIMES):
        began = time.perf_counter()
        act()
        took.append(time.perf_counter() - began)
    return statistics.median(took) * 1000


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else REPORTS)
