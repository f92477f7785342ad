"""The pytest plugin that gives every run a database of its own (see addopts in pyproject.toml).

Without DATABASE_URL one throw-away server is started, fsync off, and removed at the end. On that
server, or on the one that DATABASE_URL names, one template database is migrated and kept under the
hash of all migrations; each test process gets a clone of it. Settings are read at import, so this
plugin is loaded before Django's.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
import pytest
from psycopg import sql

from stoep.cli.postgres.cluster import Cluster, is_held

FOLDER_PREFIX = "stoep-test-"
TEMPLATE_LOCK = 7_206_512  # an advisory lock: one process migrates, the others wait


MEMORY = Path("/dev/shm")  # noqa: S108 - only folders of mkdtemp are made in it
MEMORY_WANTED = 4 * 1024**3


def scratch_place() -> Path:
    """Where throw-away databases lie: in memory when there is plenty, else among the temporary files."""
    with contextlib.suppress(OSError):
        if shutil.disk_usage(MEMORY).free > MEMORY_WANTED and os.access(MEMORY, os.W_OK):
            return MEMORY
    return Path(tempfile.gettempdir())


class ThrowAway:
    """The server and folder of one test run; stopped and removed at its end."""

    def __init__(self) -> None:
        _remove_leftovers()
        self.folder = Path(tempfile.mkdtemp(prefix=FOLDER_PREFIX, dir=scratch_place()))
        self.folder.chmod(0o711)
        self.cluster = Cluster(self.folder, throw_away=True)
        self.cluster.start()

    def end(self) -> None:
        """Stop the server and remove all it wrote."""
        self.cluster.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


def _remove_leftovers() -> None:
    """Remove the folders of runs that were killed."""
    for folder in scratch_place().glob(f"{FOLDER_PREFIX}*"):
        with contextlib.suppress(OSError):
            if folder.stat().st_uid == os.geteuid() and (folder / "database" / "lock").exists() and not is_held(folder):
                shutil.rmtree(folder, ignore_errors=True)


_own: ThrowAway | None = None


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests() -> Iterator[None]:
    """Arrange the settings of this run before anything imports them; test processes inherit them."""
    global _own  # noqa: PLW0603 - one per run
    os.environ["STOEP_MODE"] = "test"
    if not os.environ.get("DATABASE_URL"):
        _own = ThrowAway()
        os.environ["DATABASE_URL"] = _own.cluster.url()
        os.environ.setdefault("STOEP_DATA_DIR", str(_own.folder / "var"))
    return (yield)


def pytest_unconfigure() -> None:
    """Stop what this process started."""
    global _own  # noqa: PLW0603 - one per run
    if _own is not None:
        _own.end()
        _own = None


class TestDatabase:
    """This test process's clone of the migrated template."""

    __test__ = False

    def __init__(self, worker: str, *, rebuild: bool = False) -> None:
        from django.db import connection

        self.connection = connection
        self.settings: dict[str, Any] = connection.settings_dict
        self.original = str(self.settings["NAME"]).removeprefix("test_")
        self.template = f"test_{self.original}_tpl_{migrations_hash()}"
        self.name = f"test_{self.original}_run_{worker}_{os.getpid()}"
        with self._server() as server:
            # Whoever needs the same migrations waits for one of them; others go on beside it.
            server.execute("SELECT pg_advisory_lock(%s, hashtext(%s))", [TEMPLATE_LOCK, migrations_hash()])
            self._drop_old(server, everything=rebuild)
            if not self._exists(server, self.template) and (rebuild or not self._copy_of_another(server)):
                self._make_template(server)
        self.clone()

    @property
    def url(self) -> str:
        """The address of the clone, for the environment of a child process."""
        part = {key: quote(str(self.settings[key] or ""), safe="") for key in ("USER", "PASSWORD", "HOST", "PORT")}
        at = f":{part['PORT']}" if part["PORT"] else ""
        host = "" if part["HOST"].startswith("%2F") else part["HOST"]
        socket = f"?host={part['HOST']}" if not host else ""
        secret = f":{part['PASSWORD']}" if part["PASSWORD"] else ""
        return f"postgresql://{part['USER']}{secret}@{host}{at}/{self.name}{socket}"

    def clone(self) -> None:
        """Make this process's database anew from the template: after a test that really committed."""
        self._close()
        with self._server() as server:
            self._drop(server, self.name)
            self._create(server, self.name, template=self.template)
        self.settings["NAME"] = self.name

    def drop(self) -> None:
        """Remove the clone; the template stays for the next run."""
        self._close()
        with self._server() as server:
            self._drop(server, self.name)
        self.settings["NAME"] = self.original

    def _close(self) -> None:
        self.connection.close()
        self.connection.close_pool()  # type: ignore[attr-defined]

    @contextlib.contextmanager
    def _server(self) -> Iterator[psycopg.Connection[Any]]:
        connection = psycopg.connect(
            host=self.settings["HOST"] or None,
            port=self.settings["PORT"] or None,
            user=self.settings["USER"] or None,
            password=self.settings["PASSWORD"] or None,
            dbname="postgres",
            autocommit=True,
        )
        with connection:
            yield connection

    def _make_template(self, server: psycopg.Connection[Any]) -> None:
        from django.core.management import call_command

        unfinished = f"{self.template}_new"
        self._drop(server, unfinished)
        self._create(server, unfinished, template="template0")
        self._close()
        self.settings["NAME"] = unfinished
        call_command("migrate", verbosity=0, interactive=False)
        self._close()
        self._rename(server, unfinished, self.template)

    def _copy_of_another(self, server: psycopg.Connection[Any]) -> bool:
        """Copy the template of another database with the same migrations: seconds instead of a minute."""
        found = server.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, 'test_') AND datname LIKE %s",
            [f"%_tpl_{migrations_hash()}"],
        ).fetchall()
        for (name,) in found:
            with contextlib.suppress(psycopg.Error):  # somebody is just dropping or using it
                self._create(server, self.template, template=name)
                return True
        return False

    def _drop_old(self, server: psycopg.Connection[Any], *, everything: bool) -> None:
        """Remove templates of other migrations, and clones of test processes that were killed."""
        rows = server.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s) OR starts_with(datname, %s)",
            [f"test_{self.original}_tpl_", f"test_{self.original}_run_"],
        ).fetchall()
        for (name,) in rows:
            is_clone = name.startswith(f"test_{self.original}_run_")
            in_use = Path(f"/proc/{name.rsplit('_', 1)[-1]}").exists() if is_clone else name == self.template
            if not in_use or (everything and not is_clone):
                with contextlib.suppress(psycopg.Error):  # somebody else is just using or dropping it
                    self._drop(server, name, force=is_clone)

    @staticmethod
    def _exists(server: psycopg.Connection[Any], name: str) -> bool:
        return server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None

    @staticmethod
    def _drop(server: psycopg.Connection[Any], name: str, *, force: bool = True) -> None:
        end = sql.SQL(" WITH (FORCE)" if force else "")
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)) + end)

    @staticmethod
    def _create(server: psycopg.Connection[Any], name: str, *, template: str) -> None:
        server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template)))

    @staticmethod
    def _rename(server: psycopg.Connection[Any], old: str, new: str) -> None:
        server.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(old), sql.Identifier(new)))


@functools.cache
def migrations_hash() -> str:
    """A short fingerprint of every migration of every app, so that a template is made once for each."""
    from django.apps import apps

    seen = hashlib.sha256()
    for config in sorted(apps.get_app_configs(), key=lambda app: app.name):
        for file in sorted(Path(config.path, "migrations").glob("*.py")):
            seen.update(f"{config.name}/{file.name}".encode() + file.read_bytes())
        if config.name.startswith("procrastinate"):
            for file in sorted(Path(config.path).parents[1].rglob("*.sql")):
                seen.update(file.name.encode() + file.read_bytes())
    return seen.hexdigest()[:10]
