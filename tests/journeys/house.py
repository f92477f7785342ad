"""A whole Stoep for the tests to live in: web server and worker as real programs, and a mailbox on loopback."""

from __future__ import annotations

import email
import email.policy
import os
import subprocess
import sys
import threading
from collections import defaultdict
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller

from stoep.cli.starting import free_port, is_ready
from stoep.cli.supervising import Program, Supervisor, stoep_program
from stoep.config.environment import read_environment

ROOT = Path(__file__).resolve().parents[2]
READY_SECONDS = 60.0
MAIL_SECONDS = 30.0


class Mailbox:
    """A real SMTP server that keeps what it gets, in order of arrival."""

    def __init__(self) -> None:
        self.by_address: defaultdict[str, list[EmailMessage]] = defaultdict(list)
        self.changed = threading.Condition()
        self.port = free_port()
        self.server = Controller(self, hostname="127.0.0.1", port=self.port)

    async def handle_DATA(self, server: object, session: object, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        with self.changed:
            for address in envelope.rcpt_tos:
                self.by_address[address].append(mail)
            self.changed.notify_all()
        return "250 OK"

    def wait_until(self, done: Callable[[], bool], seconds: float = MAIL_SECONDS) -> bool:
        with self.changed:
            return self.changed.wait_for(done, seconds)

    def to(self, address: str) -> list[EmailMessage]:
        return list(self.by_address.get(address, ()))

    def next_to(self, address: str, *, number: int = 1) -> EmailMessage:
        """The first, second … mail to somebody, as soon as it is there."""
        assert self.wait_until(lambda: len(self.to(address)) >= number), f"no mail number {number} to {address}"
        return self.to(address)[number - 1]


def text_of(mail: EmailMessage) -> str:
    part = mail.get_body(("plain",))
    assert part is not None
    return str(part.get_content())


class House:
    """One installation on a database that stands ready."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url = url
        self.folder = folder
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.mailbox = Mailbox()
        self.supervisor = Supervisor()

    @property
    def variables(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("STOEP_", "PYTEST_"))}
        return kept | {
            "DATABASE_URL": self.url,
            "DJANGO_SETTINGS_MODULE": "stoep.config.settings",
            "PORT": str(self.port),
            "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
            "STOEP_BASE_URL": self.address,
            "STOEP_DATA_DIR": str(self.folder),
            "STOEP_MODE": "test",
            "STOEP_SMTP_HOST": "127.0.0.1",
            "STOEP_SMTP_PORT": str(self.mailbox.port),
            "STOEP_WEB_PROCESSES": "1",
        }

    def fill(self, module: str) -> None:
        """Run a module that puts people and places into the database."""
        done = subprocess.run(
            [sys.executable, "-m", module], env=self.variables, cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr[-3000:]

    def start(self) -> None:
        self.mailbox.server.start()
        self.supervisor.add(Program("De webserver", stoep_program("web"), self.variables))
        self.supervisor.add(Program("De worker", stoep_program("worker"), self.variables))
        environment = read_environment(self.variables)
        assert self.supervisor.wait_for(lambda: is_ready(environment), READY_SECONDS), "the web server does not start"

    def stop(self) -> None:
        self.supervisor.stop()
        self.mailbox.server.stop()
