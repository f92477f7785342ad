"""One embedded PostgreSQL: made, started, watched and stopped.

The server is a child of the process that starts it and dies with it. Who holds the lock file owns
the server; everybody else connects. It listens on a private socket only and asks every connection
for a password.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote

import psycopg
from psycopg import sql

from stoep.cli.postgres.binaries import Binaries, find_binaries
from stoep.cli.postgres.errors import AlreadyRunning, DatabaseRefused, OtherVersion, StartFailed, explain
from stoep.cli.postgres.places import Places, places_at, refused_to_write
from stoep.cli.postgres.processes import dies_with_parent, end_processes, living_in, wait_until

ADMINISTRATOR = "postgres"
APPLICATION = "stoep"
TRIES = 4
LOG_LIMIT = 10 * 1024 * 1024
START_SECONDS = 3600.0  # a recovery after a crash may take long; a server that dies is noticed at once
STOP_STEPS = ((signal.SIGINT, 60.0), (signal.SIGQUIT, 10.0), (signal.SIGKILL, 10.0))

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "120",
    "password_encryption": "scram-sha-256",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "lc_messages": "C",
    "logging_collector": "off",
    "log_line_prefix": "%m [%p] ",
    # Rows may hold personal data: errors name no values and no statements.
    "log_error_verbosity": "terse",
    "log_min_error_statement": "panic",
    "checkpoint_timeout": "15min",
    "max_wal_size": "1GB",
    "wal_compression": "on",
    "random_page_cost": "1.1",
    "jit": "off",  # compiling the sums of a page takes longer than adding them up
}
THROW_AWAY = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "autovacuum": "off",
    "max_wal_size": "4GB",
    "checkpoint_timeout": "1h",
}


class Cluster:
    """The embedded database of one data folder."""

    def __init__(
        self,
        root: Path,
        *,
        binaries: Binaries | None = None,
        throw_away: bool = False,
        settings: dict[str, str] | None = None,
    ) -> None:
        self.places: Places = places_at(root)
        found = binaries or find_binaries()
        self.binaries = found.for_account(self.places.account, self.places.home)
        self.throw_away = throw_away
        self.settings = SETTINGS | (THROW_AWAY if throw_away else {}) | (settings or {})
        self.process: subprocess.Popen[bytes] | None = None
        self._lock: int | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    # --- the way in -------------------------------------------------------------------------

    def url(self, database: str = APPLICATION, role: str = APPLICATION) -> str:
        """The address of a database, password included: for the environment of a process, never for a log."""
        password = quote(self.places.password(role))
        return f"postgresql://{role}:{password}@/{database}?host={quote(str(self.places.socket), safe='/')}"

    def connect(self, database: str = "postgres") -> psycopg.Connection[Any]:
        """A connection as administrator."""
        return psycopg.connect(self.url(database, ADMINISTRATOR), autocommit=True, connect_timeout=10)

    def password_variables(self, role: str = ADMINISTRATOR) -> dict[str, str]:
        """The environment for PostgreSQL's own programs: how to reach the server as this role."""
        return {
            "PGHOST": str(self.places.socket),
            "PGUSER": role,
            "PGPASSWORD": self.places.password(role),
            "PATH": os.defpath,
            "LC_ALL": "C",
        }

    # --- start and stop ---------------------------------------------------------------------

    def take_lock(self) -> None:
        """Hold this data folder, or say who does."""
        if self._lock is not None:
            return
        lock = os.open(self.places.home / "lock", os.O_CREAT | os.O_RDWR, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.read(lock, 20).decode() or "?"
            os.close(lock)
            raise AlreadyRunning(f"Stoep draait al in {self.places.root} (proces {holder}).") from error
        os.ftruncate(lock, 0)
        os.pwrite(lock, str(os.getpid()).encode(), 0)
        self._lock = lock

    def release_lock(self) -> None:
        """Let this data folder go."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def start(self) -> None:
        """Start the server; make the data folder first when there is none. Safe after any crash."""
        self.take_lock()
        try:
            self.places.check_room()
            self.bury_earlier_run()
            self.places.prepare_socket()
            if not self.places.data.exists():
                self._initialise()
            self.check_version()
            self._launch_with_retry()
            self._ensure_role_and_database()
        except OSError as error:
            self.stop()
            raise refused_to_write(error, self.places.home) from error
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Stop the server, all connections with it, and let the folder go."""
        if self.process is not None:
            for with_signal, seconds in STOP_STEPS:
                if self.process.poll() is not None:
                    break
                self.process.send_signal(with_signal)
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self.process.wait(seconds)
            self.process = None
        self.release_lock()

    @property
    def is_running(self) -> bool:
        """True while the server that we started lives."""
        return self.process is not None and self.process.poll() is None

    def wait_for_other(self, seconds: float = 60.0) -> None:
        """Wait until the server that another process starts takes connections."""

        def answers() -> bool:
            with contextlib.suppress(psycopg.Error, OSError):
                psycopg.connect(self.url(), connect_timeout=5).close()
                return True
            return False

        if not wait_until(answers, seconds):
            raise StartFailed(f"Stoep draait in {self.places.root}, maar de database antwoordt niet.")

    def revive(self) -> None:
        """Start the server again after it died by itself."""
        self.process = None
        self.start()

    def check_version(self) -> None:
        """Refuse a data folder of another major version, with the way out."""
        made_by = int((self.places.data / "PG_VERSION").read_text().strip())
        if made_by == self.binaries.major:
            return
        raise OtherVersion(
            f"De database in {self.places.data} is gemaakt met PostgreSQL {made_by}; "
            f"deze Stoep werkt met PostgreSQL {self.binaries.major}. Er is niets veranderd. De uitweg:\n"
            f"  1. STOEP_POSTGRES_BIN=/usr/lib/postgresql/{made_by}/bin stoep db export oud.dump\n"
            f"  2. verplaats de map {self.places.data} (gooi hem nog niet weg)\n"
            "  3. stoep db import oud.dump\n"
            "Of zet een back-up terug die met deze versie is gemaakt: stoep db restore. Zie docs/beheer.md."
        )

    # --- steps ------------------------------------------------------------------------------

    def bury_earlier_run(self) -> None:
        """End a server whose starter was killed, and remove the lock files it left."""
        data = self.places.data
        left = living_in(data)
        if left:
            pid_file = data / "postmaster.pid"
            leader = pid_file.read_text().split("\n")[0] if pid_file.exists() else ""
            end_processes([process for process in left if str(process.pid) == leader] or left)
            wait_until(lambda: not living_in(data), 10)
        (data / "postmaster.pid").unlink(missing_ok=True)
        for old in self.places.socket.glob(".s.PGSQL.*"):
            old.unlink(missing_ok=True)

    def _initialise(self) -> None:
        """Make the data folder beside its place and move it there when it is whole."""
        fresh = self.places.home / "data.new"
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=0o700)
        self.places.account.own(fresh)
        told = self.places.socket / "password"  # a folder of the server's user alone
        told.touch(mode=0o600)
        told.write_text(self.places.password(ADMINISTRATOR))
        self.places.account.own(told)
        provider = ["--locale=C.UTF-8"]
        if self.binaries.major >= 17:  # noqa: PLR2004 - the version that brought this provider
            provider = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        options = ["--data-checksums", "--auth=scram-sha-256", "--encoding=UTF8", *provider]
        if self.throw_away:
            options.append("--no-sync")
        try:
            made = self.run_program("initdb", "-D", str(fresh), "-U", ADMINISTRATOR, f"--pwfile={told}", *options)
        finally:
            told.unlink()
        if made.returncode:
            raise explain(made.stderr + made.stdout, self.places.home)
        fresh.rename(self.places.data)

    def _launch_with_retry(self) -> None:
        for attempt in range(1, TRIES + 1):
            try:
                self.launch()
            except StartFailed:
                # Right after a crash the workers of the dead server may still hold its memory.
                if attempt == TRIES:
                    raise
                wait_until(lambda: not living_in(self.places.data), attempt)
            else:
                return

    def launch(self, *, seconds: float = START_SECONDS, **extra: str) -> None:
        """Start the server's process and wait until it takes connections."""
        log = self.places.log
        if log.exists() and log.stat().st_size > LOG_LIMIT:
            log.rename(log.with_suffix(".log.1"))
        settings = self.settings | {"unix_socket_directories": str(self.places.socket)} | extra
        arguments = [self.binaries.program("postgres"), "-D", str(self.places.data)]
        for name, value in settings.items():
            arguments += ["-c", f"{name}={value.replace('{system}', self.system)}"]
        log.touch(mode=0o600)
        with log.open("ab") as output:
            start_of_run = output.tell()
            self.process = subprocess.Popen(
                arguments,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                cwd=self.places.data if not self.places.account.is_other else "/",
                env={"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"},
                start_new_session=True,  # Ctrl-C reaches us only: we stop it when the others are done
                preexec_fn=dies_with_parent(signal.SIGINT, os.getpid()),  # noqa: PLW1509 - no threads yet
                **self.places.account.popen(),
            )
        if wait_until(lambda: self.is_ready or not self.is_running, seconds) and self.is_running:
            return
        self._end_failed()
        with log.open("rb") as said:
            said.seek(start_of_run)
            raise explain(said.read().decode(errors="replace"), self.places.home)

    @property
    def system(self) -> str:
        """The number that PostgreSQL gave this database when it was made; a copy keeps it."""
        with (self.places.data / "global" / "pg_control").open("rb") as control:
            return str(int.from_bytes(control.read(8), sys.byteorder))

    def _end_failed(self) -> None:
        if self.process is not None:
            if self.is_running:
                self.process.send_signal(signal.SIGQUIT)
            self.process.wait(10)
            self.process = None

    @property
    def is_ready(self) -> bool:
        """True when the running server says that it takes connections."""
        try:
            lines = (self.places.data / "postmaster.pid").read_text().split("\n")
        except OSError:
            return False
        return (
            len(lines) > 7  # noqa: PLR2004 - the state is the eighth line
            and self.process is not None
            and lines[0] == str(self.process.pid)
            and lines[7].strip() == "ready"
        )

    def _ensure_role_and_database(self) -> None:
        """The application has a role of its own that owns its database and nothing more."""
        with self.connect() as connection:
            known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [APPLICATION]).fetchone()
            if not known:
                secret = sql.Literal(self.places.password(APPLICATION))
                rights = sql.SQL("CREATEDB" if self.throw_away else "NOCREATEDB")
                connection.execute("SET log_statement = 'none'")
                connection.execute(
                    sql.SQL("CREATE ROLE {} LOGIN {} PASSWORD {}").format(sql.Identifier(APPLICATION), rights, secret)
                )
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [APPLICATION]).fetchone()
            if not known:
                connection.execute(
                    sql.SQL("CREATE DATABASE {name} OWNER {name}").format(name=sql.Identifier(APPLICATION))
                )

            if self.settings.get("archive_mode") == "on":
                # The checkpointer went to sleep before the server was ready, without regard for
                # archive_timeout: left alone, the first changes would wait for checkpoint_timeout.
                connection.execute("CHECKPOINT")

    def run_program(self, name: str, *arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
        """Run one of PostgreSQL's programs as the server's user and collect what it says."""
        try:
            done: subprocess.CompletedProcess[str] = subprocess.run(
                [self.binaries.program(name), *arguments],
                capture_output=True,
                text=True,
                check=False,
                cwd="/",
                env={"PATH": os.defpath, "LC_ALL": "C"},
                **self.places.account.popen(),
                **options,
            )
        except OSError as error:
            raise DatabaseRefused(f"{name} kan niet worden uitgevoerd: {error.strerror}.") from error
        return done


def is_held(root: Path) -> bool:
    """True when a process holds this data folder: the database runs, or is about to."""
    lock = root / "database" / "lock"
    if not lock.exists():
        return False
    with lock.open("rb") as opened:
        try:
            fcntl.flock(opened, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False
