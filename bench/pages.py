"""Pages with a hundred thousand reports, through the real web server. `python -m bench.pages [reports]`.

The floor is a bare ASGI application on the same database that answers the very same page from one row.
"""

from __future__ import annotations

import sys
import time

from bench.havendam import REPORTS, add_reports
from bench.machine import (
    CLIENTS,
    PROCESSES,
    Rate,
    busy,
    floor_web,
    free_port,
    get,
    own_database,
    pss,
    rush,
    serving,
    stoep_web,
)

SECONDS = 3.0


def main(reports: int = REPORTS) -> dict[str, tuple[Rate, Rate, int]]:
    with own_database():
        cookie, pages = prepare(reports)
        port = free_port()
        began = time.perf_counter()
        with serving(stoep_web(), port, "/healthz") as server:
            print(f"web server answers after {time.perf_counter() - began:.1f} s", flush=True)
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
    """Havendam with this many reports; answers the cookie of an employee, and the pages."""
    from django.core.management import call_command
    from django.test import Client

    from stoep.demo.building import ensure_demo
    from stoep.foundation.testing import deliver_outbox
    from stoep.kennisbank.models import ProductPage
    from stoep.meldingen.models import Melding
    from stoep.meldingen.queries import status_path
    from stoep.sturing.commands import rebuild_figures
    from stoep.toegang.models import Account
    from stoep.toegang.testing import sign_in_client

    call_command("collectstatic", verbosity=0, interactive=False)
    ensure_demo()
    deliver_outbox()
    began = time.perf_counter()
    add_reports(reports)
    print(f"{reports} reports added in {time.perf_counter() - began:.0f} s", flush=True)
    began = time.perf_counter()
    counted = rebuild_figures()
    print(f"figures of {counted} reports counted anew in {time.perf_counter() - began:.0f} s", flush=True)
    client = Client()
    sign_in_client(client, Account.objects.get(username="ilse"))
    product = (
        ProductPage.objects.live().filter(title__icontains="melding").first() or ProductPage.objects.live().first()
    )
    melding = Melding.objects.order_by("gemeld_op").first()
    pages = {
        "home": "/",
        "product page": product.url if product else "/",
        "search": "/zoeken/?q=losse+tegel",
        "report, first step": "/melden/",
        "status of a report": status_path(melding),
        "worklist, all open": "/werkplek/zaken/",
        "worklist, search": "/werkplek/zaken/?q=tegel",
        "a case": f"/werkplek/zaken/{melding.zaak_id}/",
        "figures": "/werkplek/sturing/?periode=vorig-jaar",
    }
    return f"sessionid={client.cookies['sessionid'].value}", pages


def measured(port: int, path: str, cookie: str) -> Rate:
    rush(port, path, cookie, 0.5)
    return rush(port, path, cookie, SECONDS)


def keep_pages(bodies: dict[str, bytes]) -> None:
    """Store the pages for the floor, under the path without its question."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE floor_page (name text PRIMARY KEY, body bytea NOT NULL)")
        for path, body in bodies.items():
            values = [path.partition("?")[0], body]
            cursor.execute("INSERT INTO floor_page VALUES (%s, %s) ON CONFLICT DO NOTHING", values)


def report(found: dict[str, tuple[Rate, Rate, int]], reports: int) -> None:
    print(f"pages: {reports} reports, {PROCESSES} web processes, {CLIENTS} clients, fsync on, {busy()}")
    print(f"  {'page':22}{'kB':>6}{'a second':>10}{'median':>10}{'p99':>10}{'floor/s':>10}{'of floor':>10}")
    for name, (ours, floor, size) in found.items():
        times = f"{ours.median_ms:7.0f} ms{ours.p99_ms:7.0f} ms"
        share = ours.per_second / floor.per_second
        print(f"  {name:22}{size / 1000:6.0f}{ours.per_second:10.1f}{times}{floor.per_second:10.0f}{share:10.3f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else REPORTS)
