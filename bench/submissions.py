"""How many reports a second are stored for good: fsync on, several processes. `python -m bench.submissions [seconds]`.

The floor inserts as many rows with bare psycopg, one by one, in one transaction for each submission.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
import uuid
from collections.abc import Callable
from typing import Any

from bench.machine import busy, own_database

SECONDS, WORKERS = 8, 4
ROWS_NOW = "SELECT coalesce(sum(n_tup_ins), 0) FROM pg_stat_user_tables"
FLOOR = """
CREATE TABLE floor_row (id uuid PRIMARY KEY, subject uuid NOT NULL, at timestamptz NOT NULL, body text NOT NULL);
CREATE INDEX ON floor_row (subject, at);
"""


def main(seconds: int = SECONDS) -> dict[str, float]:
    with own_database():
        import psycopg

        from stoep.demo.huis import build_house

        build_house()
        with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as database:
            before = rows_now(database)
            ours, made = together(submit, seconds)
            rows = round((rows_now(database) - before) / max(made, 1))
            database.execute(FLOOR)
            floor, _ = together(insert_rows, seconds, rows)
            stored = database.execute("SELECT count(*) FROM meldingen_melding").fetchone()[0]  # type: ignore[index]
    if stored < made:
        raise RuntimeError(f"{made} reports were acknowledged and {stored} are there")
    print(f"submissions: a second, {WORKERS} processes, fsync on, {rows} rows each, {busy()}")
    print(f"  {'floor: bare psycopg, as many rows':40}{floor:8.1f}")
    print(f"  {'reports by make_melding':40}{ours:8.1f}   {ours / floor:5.2f} of the floor")
    return {"floor": floor, "reports": ours}


def rows_now(database: Any) -> int:
    time.sleep(1.5)  # the server counts rows with a delay
    return int(database.execute(ROWS_NOW).fetchone()[0])


def together(work: Callable[..., None], seconds: int, *values: int) -> tuple[float, int]:
    """Let processes work at the same time; answers how many a second, and how many in all."""
    context = multiprocessing.get_context("spawn")
    ready, results = context.Barrier(WORKERS), context.Queue()
    workers = [context.Process(target=work, args=(n, ready, results, seconds, *values)) for n in range(WORKERS)]
    for worker in workers:
        worker.start()
    found = [results.get(timeout=300) for _ in workers]
    for worker in workers:
        worker.join()
    return sum(number / passed for number, passed in found), sum(number for number, _ in found)


def submit(place: int, ready: Any, results: Any, seconds: int) -> None:
    """Make reports as residents do, with an address and contact details."""
    import django

    django.setup()
    from stoep.foundation.geo import Point
    from stoep.meldingen.commands import make_melding
    from stoep.toegang.actors import ANONYMOUS

    def one(number: int) -> None:
        make_melding(
            categorie="losse-stoeptegel",
            tekst="Er ligt een tegel los voor de deur.",
            point=Point(lon=3.8, lat=51.33),
            adres="Kade 1, 4531 AA Havendam",
            naam="Sanne Visser",
            email="sanne@voorbeeld.example",
            sleutel=f"bench:{place}:{number}:{uuid.uuid4()}",
            actor=ANONYMOUS,
        )

    repeat(one, ready, results, seconds)


def insert_rows(_place: int, ready: Any, results: Any, seconds: int, rows: int) -> None:
    """Insert as many rows as a report takes, and nothing else."""
    import psycopg

    body = "x" * 300
    with psycopg.connect(os.environ["DATABASE_URL"]) as database:

        def one(_number: int) -> None:
            subject = uuid.uuid4()
            for _ in range(rows):
                database.execute("INSERT INTO floor_row VALUES (%s, %s, now(), %s)", [uuid.uuid4(), subject, body])
            database.commit()

        repeat(one, ready, results, seconds)


def repeat(one: Callable[[int], None], ready: Any, results: Any, seconds: int) -> None:
    """Warm up, wait for the others, then do it as often as time allows."""
    one(-1)
    ready.wait()
    began, number = time.perf_counter(), 0
    while time.perf_counter() - began < seconds:
        one(number)
        number += 1
    results.put((number, time.perf_counter() - began))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SECONDS)
