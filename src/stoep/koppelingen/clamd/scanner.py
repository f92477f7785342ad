"""ClamAV's clamd as virus scanner: the file goes over a socket, piece by piece."""

from __future__ import annotations

import re
import socket
import struct
from typing import BinaryIO

from stoep.foundation.errors import Rejected, Unavailable

PIECE = 256 * 1024
LONGEST_ANSWER = 4096
SECONDS = 60.0
FOUND = re.compile(r"stream: (\S.*) FOUND")


class ClamdScanner:
    """A clamd at an address. Every read and write has a deadline."""

    def __init__(self, address: str, *, seconds: float = SECONDS) -> None:
        host, _, port = address.rpartition(":")
        self.address = (host.strip("[]"), int(port))
        self.seconds = seconds

    def find_virus(self, inhoud: BinaryIO) -> str:
        """What clamd finds in this content, or ""."""
        try:
            with socket.create_connection(self.address, timeout=self.seconds) as line:
                return read(self.ask(line, inhoud))
        except OSError as error:
            raise Unavailable("De virusscanner antwoordt niet.") from error

    def ask(self, line: socket.socket, inhoud: BinaryIO) -> str:
        """Send everything, and answer what clamd says. It stops listening when it has had too much."""
        try:
            line.sendall(b"zINSTREAM\0")
            while piece := inhoud.read(PIECE):
                line.sendall(struct.pack("!I", len(piece)) + piece)
            line.sendall(struct.pack("!I", 0))
        except (BrokenPipeError, ConnectionResetError):
            pass  # why, it has said already
        answer = b""
        while b"\0" not in answer and len(answer) < LONGEST_ANSWER and (piece := line.recv(LONGEST_ANSWER)):
            answer += piece
        return answer.partition(b"\0")[0].decode("utf-8", "replace").strip()


def read(answer: str) -> str:
    """The name of the virus in an answer of clamd, or ""."""
    if answer == "stream: OK":
        return ""
    if found := FOUND.fullmatch(answer):
        return found[1]
    if "size limit exceeded" in answer:
        raise Rejected("het is te groot voor de virusscanner")
    raise Unavailable(f"De virusscanner begreep ons niet: {answer[:100]!r}.")
