"""What the measurements share: a database of their own with Havendam in it, the real web server, and clients."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

PROCESSES, CLIENTS = 2, 4


@contextmanager
def own_database() -> Iterator[str]:
    """A new server of PostgreSQL, fsync on, migrated; settings of this process and its children point at it."""
    from stoep.cli.postgres.cluster import Cluster

    with tempfile.TemporaryDirectory() as folder, Cluster(Path(folder)) as cluster:
        os.environ |= {
            "DATABASE_URL": cluster.url(),
            "DJANGO_SETTINGS_MODULE": "stoep.config.settings",
            "STOEP_MODE": "demo",
            "STOEP_DATA_DIR": str(Path(folder) / "var"),
            "STOEP_WEB_PROCESSES": str(PROCESSES),
        }
        import django
        from django.core.management import call_command
        from django.db import connection

        django.setup()
        call_command("migrate", verbosity=0)
        yield cluster.url()
        connection.close()
        connection.close_pool()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@contextmanager
def serving(command: list[str], port: int, path: str) -> Iterator[psutil.Process]:
    """A server in a process of its own, until it answers; ended afterwards with all its children."""
    server = subprocess.Popen(
        command, env={**os.environ, "PORT": str(port)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        end = time.monotonic() + 120
        while True:
            try:
                get(port, path)
                break
            except OSError:
                if time.monotonic() > end or server.poll() is not None:
                    raise
                time.sleep(0.05)
        yield psutil.Process(server.pid)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)


def stoep_web() -> list[str]:
    """The real web server, as `make run` starts it."""
    return [sys.executable, "-c", "from stoep.cli.main import main; raise SystemExit(main(['web']))"]


def floor_web(port: int) -> list[str]:
    """The least a server can do: a stored page from the database."""
    arguments = ["--interface", "asgi", "--port", str(port), "--workers", str(PROCESSES), "--log-level", "critical"]
    return [sys.executable, "-m", "granian", "bench.floor:application", *arguments]


def get(port: int, path: str, cookie: str = "") -> bytes:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    line.request("GET", path, headers={"Cookie": cookie} if cookie else {})
    answer = line.getresponse()
    body = answer.read()
    line.close()
    if answer.status != 200:
        raise RuntimeError(f"{path} answers {answer.status}: {body[:300]!r}")
    return body


@dataclass(frozen=True)
class Rate:
    """How a page answered."""

    per_second: float
    median_ms: float
    p99_ms: float


def rush(port: int, path: str, cookie: str, seconds: float) -> Rate:
    """A few clients, each with one line that stays open, ask for a page as often as they can."""
    took: list[float] = []
    wrong: list[int] = []
    end = time.perf_counter() + seconds

    def client() -> None:
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        while time.perf_counter() < end:
            began = time.perf_counter()
            line.request("GET", path, headers={"Cookie": cookie})
            answer = line.getresponse()
            answer.read()
            took.append(time.perf_counter() - began)
            if answer.status != 200:
                wrong.append(answer.status)

    clients = [threading.Thread(target=client) for _ in range(CLIENTS)]
    began = time.perf_counter()
    for each in clients:
        each.start()
    for each in clients:
        each.join()
    passed = time.perf_counter() - began
    if wrong:
        raise RuntimeError(f"{path} answers {wrong[0]}")
    slowest = statistics.quantiles(took, n=100)[98] if len(took) > 2 else max(took)
    return Rate(len(took) / passed, statistics.median(took) * 1000, slowest * 1000)


def pss(server: psutil.Process) -> float:
    """Memory of all processes of a server in MB; what they share counts once."""
    family = [server, *server.children(recursive=True)]
    return float(sum(process.memory_full_info().pss for process in family)) / 2**20


def busy() -> str:
    """How busy the machine is, so that a reader knows what the figures are worth."""
    return f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
