"""A closed loop over a few lines that stay open, in one thread: cheap enough not to be what is measured."""

from __future__ import annotations

import select
import socket
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

import psutil

LINES = 4
Maker = Callable[[], tuple[bytes, bytes]]


@dataclass(frozen=True)
class Run:
    """How one operation went."""

    per_second: float
    took: list[float]
    size: int
    cpu_ms: float
    database_ms: float
    p95_ms: float

    @property
    def median_ms(self) -> float:
        return statistics.median(self.took) * 1000


def request(port: int, path: str, token: str, *, method: str = "GET", body: bytes = b"") -> bytes:
    """A request as the clients of the norm send it."""
    lines = [
        f"{method} {path} HTTP/1.1",
        f"Host: 127.0.0.1:{port}",
        f"Authorization: Bearer {token}",
        "Accept: application/json",
        "Accept-Crs: EPSG:4326",
        "Content-Crs: EPSG:4326",
    ]
    if body:
        lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + body


class Line:
    """One connection, and the answer that is coming in."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.buffer = bytearray()
        self.needs = 0
        self.mark = b""
        self.began = 0.0

    def send(self, make: Maker) -> None:
        asked, self.mark = make()
        self.buffer.clear()
        self.needs = 0
        self.began = time.perf_counter()
        self.socket.sendall(asked)

    def take(self, wanted: int) -> bool:
        """Take in what came; whether the answer is whole and right."""
        chunk = self.socket.recv(262144)
        if not chunk:
            raise RuntimeError("the server hung up")
        self.buffer += chunk
        if not self.needs:
            end = self.buffer.find(b"\r\n\r\n")
            if end < 0:
                return False
            head = bytes(self.buffer[:end]).lower()
            status = int(head[9:12])
            if status != wanted:
                raise RuntimeError(f"answers {status}: {bytes(self.buffer[:800])!r}")
            place = head.index(b"content-length:") + 15
            stop = head.find(b"\r\n", place)
            self.needs = end + 4 + int(head[place : stop if stop > 0 else None])
        if len(self.buffer) < self.needs:
            return False
        if self.mark not in self.buffer:
            raise RuntimeError(f"without {self.mark!r}: {bytes(self.buffer[:800])!r}")
        return True


def drive(port: int, make: Maker, seconds: float, *, wanted: int = 200) -> tuple[list[float], float, int]:
    """How long each answer took, how long it took together, and how large an answer was."""
    poll, lines, took = select.epoll(), {}, []
    size = 0
    for _ in range(LINES):
        line = Line(port)
        lines[line.socket.fileno()] = line
        poll.register(line.socket.fileno(), select.EPOLLIN)
        line.send(make)
    began = time.perf_counter()
    busy = LINES
    while busy:
        for number, _event in poll.poll(60):
            line = lines[number]
            if not line.take(wanted):
                continue
            took.append(time.perf_counter() - line.began)
            size = line.needs
            if time.perf_counter() - began < seconds:
                line.send(make)
            else:
                busy -= 1
    passed = time.perf_counter() - began
    poll.close()
    for line in lines.values():
        line.socket.close()
    return took, passed, size


def processor(root: psutil.Process) -> float:
    """Processor time of a server and its processes, in seconds."""
    used = 0.0
    for process in [root, *root.children(recursive=True)]:
        try:
            times = process.cpu_times()
        except psutil.NoSuchProcess:
            continue
        used += times.user + times.system
    return used


def measure(port: int, make: Maker, seconds: float, server: psutil.Process, database: psutil.Process) -> Run:
    """Warm up, and run."""
    drive(port, make, min(0.5, seconds / 4))
    before = processor(server), processor(database)
    took, passed, size = drive(port, make, seconds)
    after = processor(server), processor(database)
    cpu, other = ((late - early) * 1000 / len(took) for early, late in zip(before, after, strict=True))
    slow = sorted(took)[int(len(took) * 0.95)] * 1000
    return Run(len(took) / passed, took, size, cpu, other, slow)
