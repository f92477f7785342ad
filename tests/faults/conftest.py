"""A house run by `stoep start`, for rough use."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from tests.journeys.house import ROOT, House

from stoep.cli.databases import run as run_program
from stoep.cli.postgres.cluster import Cluster
from stoep.cli.postgres.for_tests import scratch_place
from stoep.cli.postgres.processes import living_in, wait_until
from stoep.cli.preparing import version_fingerprint
from stoep.cli.starting import is_ready
from stoep.config.environment import read_environment


class Launched(House):
    """A house run by `stoep start`, with the embedded database, so that everything can be killed."""

    def __init__(self, folder: Path) -> None:
        super().__init__("", folder)
        self.cluster = Cluster(folder)
        self.launcher: subprocess.Popen[bytes] | None = None

    def fill_from(self, url: str) -> None:
        """Take over the migrated database of the tests, and a street with categories."""
        dump = self.folder / "begin.dump"
        with self.cluster:
            program = self.cluster.binaries.program
            run_program([program("pg_dump"), "--format=custom", "--no-owner", "--file", str(dump)], url)
            restore = [program("pg_restore"), "--no-owner", "--no-comments", "--dbname", "stoep", str(dump)]
            run_program(restore, self.cluster.url())
            self.url = self.cluster.url()
            self.fill("tests.faults.street")
        self.url = ""
        (self.cluster.places.home / "prepared").write_text(version_fingerprint(read_environment(self.variables)))

    def start(self) -> None:
        self.mailbox.server.start()
        command = [sys.executable, "-m", "stoep.cli.main", "start"]
        variables = {name: value for name, value in self.variables.items() if value or name != "DATABASE_URL"}
        self.launcher = subprocess.Popen(command, env=variables, cwd=ROOT, stdin=subprocess.DEVNULL)
        assert wait_until(lambda: is_ready(read_environment(variables)), 60), "it does not start"

    def stop(self) -> None:
        if self.launcher is not None:
            self.launcher.terminate()
            self.launcher.wait(60)
        self.mailbox.server.stop()

    def kill(self, what: str) -> bool:
        """SIGKILL, without warning. False when it is not running just now."""
        victims = [] if what != "database" else [process.pid for process in living_in(self.cluster.places.data)][:1]
        if what != "database":
            children = psutil.Process(self.launcher.pid).children(recursive=True)
            for child in children:
                with contextlib.suppress(psutil.Error):
                    if child.cmdline()[-2:] == ["stoep.cli.main", what]:
                        victims.append(child.pid)
        for pid in victims:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        return bool(victims)


@pytest.fixture(scope="package")
def house(test_database) -> Iterator[Launched]:
    folder = Path(tempfile.mkdtemp(prefix="stoep-faults-", dir=scratch_place()))
    folder.chmod(0o711)
    made = Launched(folder)
    try:
        made.fill_from(test_database.url)
        made.start()
        yield made
    finally:
        made.stop()
        shutil.rmtree(folder, ignore_errors=True)
