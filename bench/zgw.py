"""The reads of the Zaken API beside a bare floor. `python -m bench.zgw [zaken] [zaken …]`, 10000 when none is given.

For each number a PostgreSQL of its own, fsync on, filled by SQL, with the real web server (2 processes) and the floor
(`zgw_floor.py`) on it. All of them answer in turn, round after round, so that they meet the same machine: read the
proportions. With more than one number the last table sets the slowest of twenty answers beside that of the smallest.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote

import psutil

from bench.machine import PROCESSES, busy, free_port, get, own_database, pss, serving, stoep_web
from bench.zgw_client import LINES, Run, measure, request
from bench.zgw_seed import seed, sizes

ROUNDS, SECONDS, SAMPLE, WITH_BSN = 5, 1.5, 1000, 10
CLIENT, SECRET = "bench", "a-secret-of-the-bench-of-more-than-thirty-two-bytes"
ZAKEN = "/zaken/api/v1/zaken"
BSN = "rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn"
Makers = dict[str, Callable[[], tuple[bytes, bytes]]]
Found = dict[str, tuple[Run, Run]]


@dataclass(frozen=True)
class House:
    """A database of one size with two servers on it."""

    zaken: int
    port: int
    server: int
    floor_port: int
    floor: int
    database: int
    token: str
    sample: list[tuple[str, str]]


def main(numbers: list[int]) -> None:
    with ExitStack() as stack:
        processes = [stack.enter_context(launched(zaken)) for zaken in numbers]
        houses = [house_of(process) for process in processes]
        found = in_turn(houses)
        for house in houses:
            report(house, found[house.zaken])
            print_writes(house.port)
    if len(numbers) > 1:
        growth(found)


@contextmanager
def launched(zaken: int) -> Iterator[subprocess.Popen[str]]:
    """A process of its own that fills and serves until we let go of it."""
    command = [sys.executable, "-m", "bench.zgw", "serve", str(zaken)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            if process.stdin is not None:
                process.stdin.close()


def house_of(process: subprocess.Popen[str]) -> House:
    """Where it serves, when it does."""
    for line in process.stdout or ():
        if line.startswith("{"):
            return House(**json.loads(line))
        print(line, end="", flush=True)
    raise RuntimeError("it could not be served")


def serve(zaken: int) -> None:
    """Fill a database, serve it, tell where, and wait."""
    with own_database() as url, ExitStack() as stack:
        steps = ", ".join(f"{name} {took:.0f} s" for name, took in seed(zaken).items())
        print(f"{zaken} zaken: {steps}; {sizes()}", flush=True)
        make_client()
        port, floor_port = free_port(), free_port()
        os.environ["STOEP_BASE_URL"] = f"http://127.0.0.1:{port}"
        os.environ |= {"FLOOR_SECRET": SECRET, "FLOOR_ORIGIN": f"http://127.0.0.1:{floor_port}"}
        ours = stack.enter_context(serving(stoep_web(), port, "/healthz"))
        floor = stack.enter_context(serving(floor_web(floor_port), floor_port, "/"))
        told = {"port": port, "server": ours.pid, "floor_port": floor_port, "floor": floor.pid}
        told |= {"zaken": zaken, "database": server_of(url).pid, "token": token_now(), "sample": random_zaken()}
        print(json.dumps(told), flush=True)
        sys.stdin.read()


def in_turn(houses: list[House]) -> dict[int, Found]:
    """Each operation in each round: every size, ours and the floor one after the other."""
    runs: dict[int, dict[str, tuple[list[Run], list[Run]]]] = {}
    asked = {}
    for house in houses:
        for port in (house.port, house.floor_port):
            asked[port] = makers(port, house)
        runs[house.zaken] = {name: ([], []) for name in asked[house.port]}
    names = list(asked[houses[0].port])
    for _round in range(ROUNDS):
        for name in names:
            for house in houses:
                both = zip((house.port, house.floor_port), (house.server, house.floor), strict=True)
                for kept, (port, server) in zip(runs[house.zaken][name], both, strict=True):
                    ends = psutil.Process(server), psutil.Process(house.database)
                    kept.append(measure(port, asked[port][name], SECONDS, *ends))
    return {
        zaken: {name: (together(ours), together(floor)) for name, (ours, floor) in each.items()}
        for zaken, each in runs.items()
    }


def together(runs: list[Run]) -> Run:
    """The middle of the rounds; all answers of all rounds for the percentiles."""
    return Run(
        statistics.median(run.per_second for run in runs),
        [took for run in runs for took in run.took],
        runs[-1].size,
        statistics.median(run.cpu_ms for run in runs),
        statistics.median(run.database_ms for run in runs),
        statistics.median(run.p95_ms for run in runs),
    )


def makers(port: int, house: House) -> Makers:
    """What is asked, for each operation, with a mark that must be in the answer."""
    chance = random.Random(7)
    token, sample, zaken = house.token, house.sample, house.zaken
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


def report(house: House, found: Found) -> None:
    memory, floor_memory = pss(psutil.Process(house.server)), pss(psutil.Process(house.floor))
    print(f"{house.zaken} zaken, {PROCESSES} web processes, {LINES} lines, fsync on, {busy()}, {ROUNDS} rounds in turn")
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
    if sys.argv[1:2] == ["serve"]:
        serve(int(sys.argv[2]))
        raise SystemExit
    main([int(number) for number in sys.argv[1:]] or [10_000])
    print(f"took {time.perf_counter() - began:.0f} s")
