"""Lists, maps and figures with a million reports beside ten thousand. `python -m bench.million [reports]`.

Each page is asked in one process, first with few reports and then with many: its time, its processor time outside the
database, and how many blocks the database touched. The times of a busy machine say little; their proportion, the processor time and
the blocks do. Then the real web server answers beside the floor of the other pages: a bare ASGI application that
answers the very same bytes from one row.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from bench.havendam import signed_in
from bench.machine import Rate, busy, floor_web, free_port, get, own_database, pss, serving, stoep_web
from bench.million_seed import add_million
from bench.pages import keep_pages, measured, report

REPORTS, FEW = 1_000_000, 10_000
TIMES, MAP_TIMES = 20, 40
PAGES = {
    "worklist, all open": "/werkplek/zaken/",
    "worklist, one area": "/werkplek/zaken/?gebied=zuidhaven",
    "worklist, search": "/werkplek/zaken/?q=tegel",
    "neighbourhood, open": "/buurt/",
    "neighbourhood, all": "/buurt/?stand=alles",
    "neighbourhood, area": "/buurt/?stand=alles&gebied=zuidhaven",
    "neighbourhood, year": "/buurt/?stand=alles&periode=2025",
    "figures, 12 months": "/werkplek/sturing/",
    "figures, 30 days": "/werkplek/sturing/?periode=30-dagen",
    "figures, one area": "/werkplek/sturing/?gebied=zuidhaven&per=kanaal",
    "figures, one topic": "/werkplek/sturing/?categorie=graffiti&per=gebied",
    "heat map": "/werkplek/sturing/waar/",
    "heat map, one topic": "/werkplek/sturing/waar/?categorie=graffiti",
}


@dataclass(frozen=True)
class Cost:
    """What something cost."""

    median_ms: float
    p95_ms: float
    processor_ms: float
    queries: int = 0
    blocks: int = 0
    database_ms: float = 0.0


def main(reports: int = REPORTS) -> dict[str, tuple[Rate, Rate, int]]:
    with own_database():
        cookie = signed_in("ilse")
        add_million(min(FEW, reports))
        few = measure(cookie)
        add_million(max(reports - FEW, 0), after=FEW)
        many = measure(cookie)
        compare(few, many, reports)
        if "explain" in sys.argv:
            return {}
        port = free_port()
        with serving(stoep_web(), port, "/healthz") as server:
            bodies = {name: get(port, path, cookie) for name, path in PAGES.items()}
            ours = {name: measured(port, path, cookie) for name, path in PAGES.items()}
            print(f"memory of the web processes together (PSS): {pss(server):.0f} MB (wanted: at most 400)", flush=True)
        found = {}
        port = free_port()
        keep_pages({f"/{place}": bodies[name] for place, name in enumerate(PAGES)})
        with serving(floor_web(port), port, "/0"):
            for place, name in enumerate(PAGES):
                found[name] = (ours[name], measured(port, f"/{place}", cookie), len(bodies[name]))
    report(found, reports)
    return found


def measure(cookie: str) -> dict[str, Cost]:
    """Each page and each distance of the map, in this process."""
    return {name: cost_of_page(path, cookie) for name, path in PAGES.items()} | measure_map()


def cost_of_page(path: str, cookie: str) -> Cost:
    """Ask a page a few times, and once more to see what the database did."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client()
    client.cookies["sessionid"] = cookie.partition("=")[2]

    def ask() -> None:
        answer = client.get(path)
        if answer.status_code != 200:
            raise RuntimeError(f"{path} answers {answer.status_code}")

    ask()
    with CaptureQueriesContext(connection) as asked:
        ask()
    blocks, took = explain([query["sql"] for query in asked.captured_queries], path)
    return cost_of(ask, TIMES, queries=len(asked), blocks=blocks, database_ms=took)


def explain(statements: list[str], path: str) -> tuple[int, float]:
    """How many blocks these queries touch, and how long the database takes over them."""
    from django.db import connection

    blocks, took = 0, 0.0
    with connection.cursor() as cursor:
        for statement in statements:
            if not statement.startswith(("SELECT", "WITH")):
                continue
            cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement}")
            found: Any = cursor.fetchone()[0]
            plan = (json.loads(found) if isinstance(found, str) else found)[0]
            here = plan["Plan"]["Shared Hit Blocks"] + plan["Plan"]["Shared Read Blocks"]
            blocks, took = blocks + here, took + plan["Execution Time"]
            if os.environ.get("BENCH_EXPLAIN") and (here > 2000 or plan["Execution Time"] > 20):
                print(f"    {path}: {plan['Execution Time']:.0f} ms, {here} blocks: {statement[:1500]}", flush=True)
    return blocks, took


def cost_of(act: Callable[[], object], times: int, **more: Any) -> Cost:
    """How long something takes, and how much of it is processor time of this process."""
    took = []
    used = time.process_time()
    for _ in range(times):
        began = time.perf_counter()
        act()
        took.append((time.perf_counter() - began) * 1000)
    processor = (time.process_time() - used) / times * 1000
    return Cost(statistics.median(took), statistics.quantiles(took, n=20)[18], processor, **more)


def measure_map() -> dict[str, Cost]:
    """What the map asks, from far and near: without its address, which may not be asked as often as a bench asks."""
    from stoep.buurt.queries import kaartbeeld, onderwerpen_by_slug
    from stoep.buurt.rules.wensen import Wens
    from stoep.foundation.geo import Bounds
    from stoep.gebieden.models import Gebied

    area = Gebied.objects.get(code="zuidhaven")
    lon, lat = (area.west + area.east) / 2, (area.south + area.north) / 2
    onderwerpen = onderwerpen_by_slug()
    found = {"floor of the map: 20 kB": cost_of(read_floor, MAP_TIMES)}
    for name, zoom, size in (("municipality", 12, 0.1), ("quarter", 15, 0.01), ("street", 18, 0.001)):
        box = Bounds(lon - size, lat - size, lon + size, lat + size)
        for label, wens in (
            ("open", Wens(stand="open")),
            ("all", Wens(stand="alles")),
            ("3 months", Wens(stand="alles", periode="kwartaal")),
            ("area", Wens(stand="alles", gebied="zuidhaven")),
        ):
            ask = partial(kaartbeeld, wens, onderwerpen, box=box, zoom=zoom)
            found[f"map, {name}, {label}"] = cost_of(ask, MAP_TIMES)
    return found


def read_floor() -> None:
    """As many bytes as a map has, from one row."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT repeat('x', 20000)")
        cursor.fetchone()


def compare(few: dict[str, Cost], many: dict[str, Cost], reports: int) -> None:
    """Print many beside few."""
    print(f"one process, {FEW} and {reports} reports, fsync on, {busy()}; p95 at most twice is wanted")
    print(f"  {'':26}{'median':>9}{'p95':>9}{'processor':>10}{'queries':>8}{'blocks':>8}{'database':>10}{'p95 x':>7}{'median x':>9}{'blocks x':>9}")  # fmt: skip
    for name, old in few.items():
        new = many[name]
        for each in (old, new):
            print(
                f"  {name if each is old else '':26}{each.median_ms:6.1f} ms{each.p95_ms:6.0f} ms{each.processor_ms:7.1f} ms"
                f"{each.queries:8}{each.blocks:8}{each.database_ms:7.1f} ms",
                end="\n" if each is old else "",
            )
        print(
            f"{new.p95_ms / old.p95_ms:7.1f}{new.median_ms / old.median_ms:9.1f}{new.blocks / max(old.blocks, 1):9.1f}"
        )


if __name__ == "__main__":
    main(next((int(word) for word in sys.argv[1:] if word.isdigit()), REPORTS))
