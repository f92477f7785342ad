"""The reads of the Zaken API beside a bare floor. `python -m bench.zgw [zaken] [zaken …]`, 10000 when none is given.

For each number a PostgreSQL of its own, fsync on, filled by SQL; the real web server with 2 processes and the floor
(`zgw_floor.py`) answer in turn, round after round, so that both meet the same machine. With more than one number the last
table sets the slowest of twenty answers beside that of the smallest.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

import psutil

from bench.machine import PROCESSES, busy, free_port, own_database, pss, serving, stoep_web
from bench.zgw_client import LINES, Run, measure, request
from bench.zgw_seed import seed, sizes

ROUNDS, SECONDS, SAMPLE, WITH_BSN = 3, 2.0, 1000, 10
CLIENT, SECRET = "bench", "a-secret-of-the-bench-of-more-than-thirty-two-bytes"
ZAKEN = "/zaken/api/v1/zaken"
BSN = "rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn"
Makers = dict[str, Callable[[], tuple[bytes, bytes]]]
Found = dict[str, tuple[Run, Run]]


def main(numbers: list[int]) -> None:
    found = {}
    for zaken in numbers:
        found[zaken] = one_size(zaken)
    if len(found) > 1:
        growth(found)


def one_size(zaken: int) -> Found:
    """Fill, serve and measure."""
    with own_database() as url, ExitStack() as stack:
        steps = ", ".join(f"{name} {took:.0f} s" for name, took in seed(zaken).items())
        print(f"{zaken} zaken: {steps}; {sizes()}", flush=True)
        make_client()
        database = server_of(url)
        port, floor_port = free_port(), free_port()
        os.environ["STOEP_BASE_URL"] = f"http://127.0.0.1:{port}"
        os.environ |= {"FLOOR_SECRET": SECRET, "FLOOR_ORIGIN": f"http://127.0.0.1:{floor_port}"}
        ours = stack.enter_context(serving(stoep_web(), port, "/healthz"))
        floor = stack.enter_context(serving(floor_web(floor_port), floor_port, "/"))
        token, sample = token_now(), random_zaken()
        ours_asked, floor_asked = makers(port, token, sample, zaken), makers(floor_port, token, sample, zaken)
        result = in_turn((port, ours, ours_asked), (floor_port, floor, floor_asked), database)
        report(zaken, result, pss(ours), pss(floor))
        print_writes(port)
    return result


def in_turn(ours: Any, floor: Any, database: psutil.Process) -> Found:
    """Each operation in each round: ours, then the floor."""
    runs: dict[str, tuple[list[Run], list[Run]]] = {name: ([], []) for name in ours[2]}
    for _round in range(ROUNDS):
        for name, both in runs.items():
            for (port, server, asked), kept in zip((ours, floor), both, strict=True):
                kept.append(measure(port, asked[name], SECONDS, server, database))
    return {name: (together(a), together(b)) for name, (a, b) in runs.items()}


def together(runs: list[Run]) -> Run:
    """The middle of the rounds; all answers of all rounds for the percentiles."""
    return Run(
        statistics.median(run.per_second for run in runs),
        [took for run in runs for took in run.took],
        runs[-1].size,
        statistics.median(run.cpu_ms for run in runs),
        statistics.median(run.database_ms for run in runs),
    )


def makers(port: int, token: str, sample: list[tuple[str, str]], zaken: int) -> Makers:
    """What is asked, for each operation, with a mark that must be in the answer."""
    chance = random.Random(7)
    people = max(1, zaken // WITH_BSN)

    def some(paths: list[tuple[str, str]]) -> Callable[[], tuple[bytes, bytes]]:
        asked = [(request(port, path, token), mark.encode()) for path, mark in paths]
        return lambda: chance.choice(asked)

    def zoek() -> tuple[bytes, bytes]:
        ids = [zaak for zaak, _name in chance.sample(sample, min(20, len(sample)))]
        body = json.dumps({"uuid__in": ids}).encode()
        return request(port, f"{ZAKEN}/_zoek", token, method="POST", body=body), ids[0].encode()

    middle = max(1, zaken // 200)
    return {
        "zaak": some([(f"{ZAKEN}/{zaak}", zaak) for zaak, _name in sample]),
        "list, first page": some([(f"{ZAKEN}?page=1", '"results":[{')]),
        "list, middle page": some([(f"{ZAKEN}?page={middle}", '"results":[{')]),
        "by identificatie": some([(f"{ZAKEN}?identificatie={quote(name)}", name) for _zaak, name in sample]),
        "by BSN of initiator": some(
            [(f"{ZAKEN}?{BSN}=9{chance.randrange(1, people):08}", '"results":[{') for _ in range(min(people, 500))]
        ),
        "_zoek, 20 uuids": zoek,
    }


def random_zaken() -> list[tuple[str, str]]:
    """Zaken of all times: id and identificatie."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT id::text, identificatie FROM zaken_zaak ORDER BY md5(id::text) LIMIT %s", [SAMPLE])
        return list(cursor.fetchall())


def make_client() -> None:
    """An application with all rights: the same as `stoep applicatie add bench --secret … --all-rights`."""
    from stoep.toegang.actors import SYSTEM
    from stoep.toegang.commands import create_applicatie, renew_geheim

    made = create_applicatie(label="Meting", client_ids=[CLIENT], heeft_alle_autorisaties=True, actor=SYSTEM)
    renew_geheim(made.pk, client_id=CLIENT, geheim=SECRET, actor=SYSTEM)


def token_now() -> str:
    from stoep.toegang.tokens import sign_token

    return sign_token(CLIENT, SECRET.encode(), datetime.now(UTC))


def server_of(url: str) -> psutil.Process:
    """The PostgreSQL that this measurement started: the one that our own connection ends at."""
    import psycopg

    with psycopg.connect(url) as database:
        row = database.execute("SELECT pg_backend_pid()").fetchone()
        parent = psutil.Process(row[0]).parent() if row else None
    if parent is None:
        raise RuntimeError("no server of the database")
    return parent


def floor_web(port: int) -> list[str]:
    arguments = ["--interface", "asgi", "--port", str(port), "--workers", str(PROCESSES), "--log-level", "critical"]
    return [sys.executable, "-m", "granian", "bench.zgw_floor:application", *arguments]


def report(zaken: int, found: Found, memory: float, floor_memory: float) -> None:
    print(f"{zaken} zaken, {PROCESSES} web processes, {LINES} lines, fsync on, {busy()}, {ROUNDS} rounds in turn")
    head = f"  {'':22}{'bytes':>8}{'a second':>10}{'p50 ms':>9}{'p95 ms':>9}{'cpu + db':>15}"
    print(f"{head}{'floor/s':>9}{'p95 ms':>9}{'cpu + db':>15}{'of floor':>10}")
    for name, (ours, floor) in found.items():
        left = f"{ours.size:8}{ours.per_second:10.0f}{ours.median_ms:9.2f}{ours.p95_ms:9.2f}"
        costs = [f"{run.cpu_ms:.2f} + {run.database_ms:.2f}" for run in (ours, floor)]
        right = f"{floor.per_second:9.0f}{floor.p95_ms:9.2f}{costs[1]:>15}{ours.per_second / floor.per_second:10.2f}"
        print(f"  {name:22}{left}{costs[0]:>15}{right}", flush=True)
    print(
        f"  web processes together {memory:.0f} MB (PSS; wanted: at most 400), floor {floor_memory:.0f} MB", flush=True
    )


WRITES = {
    "POST zaak": ("zaken", "/zaken"),
    "POST status": ("zaken", "/statussen"),
    "POST document": ("documenten", "/enkelvoudiginformatieobjecten"),
}


def print_writes(port: int) -> None:
    """Which writes there are to measure; what the API does not have yet is told, not failed."""
    from bench.machine import get

    for name, (api, path) in WRITES.items():
        document = json.loads(get(port, f"/{api}/api/v1/openapi.json"))
        there = "post" in document.get("paths", {}).get(path, {})
        print(f"  {name}: {'in the API, not measured yet' if there else 'not in the API yet'}", flush=True)


def growth(found: dict[int, Found]) -> None:
    """The slowest of twenty answers at each size, beside the smallest."""
    least = min(found)
    print(f"p95 of ours beside that at {least} zaken (wanted at a million: at most 1.3)")
    for name in found[least]:
        base = found[least][name]
        for zaken, each in found.items():
            if zaken != least:
                ratio = each[name][0].p95_ms / base[0].p95_ms
                floor = each[name][1].p95_ms / base[1].p95_ms
                print(f"  {name:22}{zaken:>9}: {ratio:.2f} (floor {floor:.2f})", flush=True)


if __name__ == "__main__":
    began = time.perf_counter()
    main([int(number) for number in sys.argv[1:]] or [10_000])
    print(f"took {time.perf_counter() - began:.0f} s")
