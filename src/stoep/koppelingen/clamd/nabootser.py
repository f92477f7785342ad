"""A stand-in for clamd: the same protocol, and one virus that it knows (EICAR's harmless test text)."""

from __future__ import annotations

import socketserver
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
LARGEST = 25 * 1024 * 1024
COMMAND = b"zINSTREAM\0"


class Nabootser(socketserver.ThreadingTCPServer):
    """Listens on loopback; `largest` is what clamd calls StreamMaxLength."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, *, largest: int = LARGEST) -> None:
        self.largest = largest
        super().__init__(("127.0.0.1", 0), Session)

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"127.0.0.1:{self.server_address[1]}"


class Session(socketserver.StreamRequestHandler):
    """One file that is looked at."""

    server: Nabootser

    def handle(self) -> None:
        """Read the command and the pieces, and answer."""
        if self.rfile.read(len(COMMAND)) != COMMAND:
            self.wfile.write(b"UNKNOWN COMMAND\0")
            return
        seen, size = b"", 0
        while length := struct.unpack("!I", self.rfile.read(4))[0]:
            size += length
            if size > self.server.largest:
                self.wfile.write(b"INSTREAM size limit exceeded. ERROR\0")
                return
            seen += self.rfile.read(length)
        self.wfile.write(b"stream: Eicar-Test-Signature FOUND\0" if EICAR in seen else b"stream: OK\0")


@contextmanager
def running(*, largest: int = LARGEST) -> Iterator[Nabootser]:
    """Let one listen inside the block."""
    with Nabootser(largest=largest) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
