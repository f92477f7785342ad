"""The SMTP server that keeps what it gets: a simulator, for the demo only."""

from __future__ import annotations

import asyncio
import os
import threading
import time
from pathlib import Path
from typing import Protocol

from aiosmtpd.controller import Controller

LARGEST = 25 * 1024 * 1024
KEPT = 2000


class Envelope(Protocol):
    """What the server tells of one message."""

    mail_from: str
    rcpt_tos: list[str]
    content: bytes


class Keeper:
    """Keeps each message in a file of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.count = 0

    async def handle_DATA(self, server: object, session: object, envelope: Envelope) -> str:  # noqa: ARG002, N802 - aiosmtpd's name
        """Keep one message; accepted means that its file is whole."""
        try:
            await asyncio.to_thread(self.keep, envelope.content)
        except OSError:
            return "451 De schijf is vol of niet schrijfbaar; probeer het later opnieuw"
        return "250 Bewaard in de demo-postbus; dit bericht gaat niet verder"

    def keep(self, content: bytes) -> Path:
        """Write one message under a name that sorts by time."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.count += 1
        name = f"{time.time_ns():020d}-{os.getpid()}-{self.count}"
        part = self.folder / f"{name}.part"
        with part.open("wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        whole = part.rename(self.folder / f"{name}.eml")
        if self.count % 100 == 0:
            for old in sorted(self.folder.glob("*.eml"))[:-KEPT]:
                old.unlink(missing_ok=True)
        return whole


def run(host: str, port: int, stop: threading.Event, *, folder: Path) -> None:
    """Catch mail until `stop` is set."""
    controller = Controller(
        Keeper(folder), hostname=host, port=port, data_size_limit=LARGEST, server_hostname="mailvanger.demo"
    )
    controller.start()
    try:
        stop.wait()
    finally:
        controller.stop()
