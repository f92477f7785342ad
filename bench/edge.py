"""What the edge costs and gives, beside plain WSGI and Django's own ASGI. `python -m bench.edge [requests]`.

Each server runs the whole site in two processes with four threads. We measure pages a second, how long another
page takes while a hundred uploads trickle, and the memory of the web processes together (PSS).
"""

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
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psutil

PAGE, FORM = "/healthz", "/werkplek/inloggen/"
PROCESSES, THREADS, CLIENTS, TRICKLING = 2, 4, 8, 100
SERVERS = {
    "plain WSGI": ["stoep.config.wsgi:application", "--interface", "wsgi", "--blocking-threads", str(THREADS)],
    "Django's ASGI": ["bench.django_asgi:application", "--interface", "asgi"],
    "the edge": ["stoep.config.asgi:application", "--interface", "asgi"],
}


def main(requests: int = 2000) -> dict[str, dict[str, float]]:
    from stoep.cli.postgres.cluster import Cluster

    with tempfile.TemporaryDirectory() as folder, Cluster(Path(folder)) as cluster:
        os.environ |= {
            "DATABASE_URL": cluster.url(),
            "DJANGO_SETTINGS_MODULE": "stoep.config.settings",
            "STOEP_MODE": "test",
            "STOEP_WEB_THREADS": str(THREADS),
        }
        subprocess.run([sys.executable, "-m", "django", "migrate", "-v0"], check=True)
        found = {name: measured(target, requests) for name, target in SERVERS.items()}
    report(found)
    return found


def measured(target: list[str], requests: int) -> dict[str, float]:
    with serving(target) as (port, server):
        get(port)
        rate, slowest = rush(port, requests)
        memory = pss(server)
        answered = while_trickling(port)
    return {
        "pages a second": rate,
        "99th percentile, ms": slowest,
        "memory, MB": memory,
        "page while trickling, s": answered,
    }


@contextmanager
def serving(target: list[str]) -> Iterator[tuple[int, psutil.Process]]:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "granian", *target, "--port", str(port), "--workers", str(PROCESSES), "--no-ws"]
    server = subprocess.Popen([*command, "--log-level", "critical"], stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        while True:
            try:
                get(port)
                break
            except OSError:
                time.sleep(0.1)
        yield port, psutil.Process(server.pid)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)


def get(port: int, timeout: float = 30.0) -> float:
    began = time.perf_counter()
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    line.request("GET", PAGE)
    line.getresponse().read()
    line.close()
    return time.perf_counter() - began


def rush(port: int, requests: int) -> tuple[float, float]:
    took: list[float] = []

    def client() -> None:
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        for _ in range(requests // CLIENTS):
            began = time.perf_counter()
            line.request("GET", PAGE)
            line.getresponse().read()
            took.append(time.perf_counter() - began)

    clients = [threading.Thread(target=client) for _ in range(CLIENTS)]
    began = time.perf_counter()
    for each in clients:
        each.start()
    for each in clients:
        each.join()
    return len(took) / (time.perf_counter() - began), statistics.quantiles(took, n=100)[98] * 1000


def pss(server: psutil.Process) -> float:
    """Proportional memory of all processes of a server: shared pages count once."""
    family = [server, *server.children(recursive=True)]
    return sum(process.memory_full_info().pss for process in family) / 2**20


def while_trickling(port: int) -> float:
    head = f"POST {FORM} HTTP/1.1\r\nHost: localhost\r\nCookie: csrftoken={'x' * 32}\r\n"
    head += "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 9999\r\n\r\nx"
    sent = head.encode()
    with ExitStack() as lines:
        for _ in range(TRICKLING):
            line = lines.enter_context(socket.create_connection(("127.0.0.1", port)))
            line.sendall(sent)
        time.sleep(0.5)
        try:
            return max(get(port, 10) for _ in range(5))
        except OSError:
            return float("inf")


def report(found: dict[str, dict[str, float]]) -> None:
    print(f"edge: {PROCESSES} processes, {THREADS} threads each, {CLIENTS} clients, {TRICKLING} trickling uploads")
    for name, values in found.items():
        print(f"  {name:14}" + "".join(f"  {what}: {value:.2f}" for what, value in values.items()))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
