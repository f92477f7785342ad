"""`stoep start`: everything of one installation on one machine, and one line that says it is ready."""

from __future__ import annotations

import http.client
import socket
import threading
import time
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from stoep.cli.access import embedded_cluster
from stoep.cli.databases import DUTCH_TIME
from stoep.cli.errors import CommandRefused
from stoep.cli.postgres import backup
from stoep.cli.postgres.cluster import Cluster
from stoep.cli.postgres.errors import AlreadyRunning, DatabaseRefused
from stoep.cli.preparing import demo_table_file, version_fingerprint
from stoep.cli.supervising import Program, Supervisor, stoep_program
from stoep.cli.web import check_port
from stoep.config.environment import Environment, Mode, variables_for_programs

READY_SECONDS = 120.0


class Installation:
    """One installation that is being started, watched and stopped."""

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self.supervisor = Supervisor()
        self.cluster: Cluster | None = None
        self.url = environment.database_url
        self.stamp: Path | None = None
        self.web: Program | None = None
        self.smtp_port = free_port()
        self.next_look = 0.0
        self.night_copy: Program | None = None

    def run(self) -> None:
        """Start everything, stay until told to stop, stop everything."""
        began = time.monotonic()
        self.supervisor.catch_signals()
        try:
            self.start_database()
            self.start_rest(began)
            self.supervisor.run(self.each_time)
        finally:
            if self.supervisor.stopping.is_set():
                print("\nStoep stopt …", flush=True)
            self.supervisor.stop()
            if self.cluster:
                self.cluster.stop()

    def start_database(self) -> None:
        """Start the embedded database, unless there is one of elsewhere."""
        if self.url:
            check_port(self.environment)
            return
        cluster = embedded_cluster(self.environment)
        try:
            cluster.take_lock()
        except AlreadyRunning as error:
            raise AlreadyRunning(f"{error} Open {address(self.environment)}, of stop dat proces met Ctrl-C.") from error
        check_port(self.environment)
        if self.environment.has_backup_schedule:
            backup.prepare_folder(backup.backup_folder(self.environment), cluster)
        self.cluster = cluster
        self.stamp = cluster.places.home / "prepared"
        if self.is_prepared():
            # The web server spends seconds on loading itself; the database starts and recovers beside it.
            cluster.places.prepare_socket()
            self.url = cluster.url()
            self.web = self.supervisor.add(Program("De webserver", stoep_program("web"), self.variables()))
        cluster.start()
        self.url = cluster.url()

    def is_prepared(self) -> bool:
        """Tell whether nothing changed since this installation was prepared."""
        return bool(
            self.stamp and self.stamp.exists() and self.stamp.read_text() == version_fingerprint(self.environment)
        )

    def start_rest(self, began: float) -> None:
        """Prepare when this version was not prepared before; then the web first, the rest behind it."""
        variables = self.variables()
        if not self.web:
            self.prepare(variables)
            if self.stamp:
                self.stamp.write_text(version_fingerprint(self.environment))
        if self.supervisor.stopping.is_set():
            return
        web = self.web or self.supervisor.add(Program("De webserver", stoep_program("web"), variables))
        ready = self.supervisor.wait_for(lambda: is_ready(self.environment), READY_SECONDS)
        if self.supervisor.stopping.is_set():
            return
        if not ready:
            state = "antwoordt niet" if web.is_running else "start niet"
            raise CommandRefused(f"De webserver {state}. Kijk naar de regels hierboven.")
        self.announce(time.monotonic() - began)
        if self.environment.mode is Mode.DEMO:
            self.supervisor.add(Program("De demo-postbus", stoep_program("demo", "mail"), variables))
        self.supervisor.add(Program("De worker", stoep_program("worker"), variables))
        if self.environment.mode is Mode.DEMO:
            history = Program("Het verleden van Havendam", stoep_program("demo", "history"), variables, once=True)
            self.supervisor.add(history)
        if self.environment.has_backup_schedule and self.cluster:
            threading.Thread(target=self.copy_files_often, name="files", daemon=True).start()

    def variables(self) -> Mapping[str, str]:
        """The settings of the programs that we start: ours, and what was worked out."""
        changes = {"database_url": self.url, "data_dir": str(self.environment.data_path)}
        if self.environment.mode is Mode.DEMO and not self.environment.smtp_host:
            changes |= {"smtp_host": "127.0.0.1", "smtp_port": str(self.smtp_port)}
        return variables_for_programs(**changes)

    def prepare(self, variables: Mapping[str, str]) -> None:
        """Run `stoep prepare` and wait for its end."""
        print("Stoep klaarmaken voor deze versie:", flush=True)
        program = Program("Het klaarmaken", stoep_program("prepare"), variables)
        program.start()
        while program.is_running:
            if self.supervisor.stopping.wait(0.1) and program.process:
                program.process.terminate()
                program.process.wait()
                return
        if program.process and program.process.returncode:
            raise CommandRefused("Het klaarmaken is mislukt. Kijk naar de regels hierboven.")

    def announce(self, seconds: float) -> None:
        """Say where it is and who can sign in."""
        print()
        if self.environment.mode is Mode.DEMO:
            table = demo_table_file(self.environment)
            if table.exists() and table.read_text():
                print(f"Demo-inlognamen van gemeente Havendam (werkplek: {address(self.environment)}/werkplek/):")
                print(table.read_text())
                print(f"  Mail die Stoep verstuurt, leest u op {address(self.environment)}/demo/mailbox/\n")
        print(f"Stoep is klaar ({seconds:.1f} s): {address(self.environment)}   (stoppen: Ctrl-C)", flush=True)

    def each_time(self) -> None:
        """Look after the database and the nightly backup."""
        if self.cluster and not self.cluster.is_running:
            print("! De database stopte en start opnieuw.", flush=True)
            try:
                self.cluster.revive()
            except DatabaseRefused as error:
                print(f"! {error}", flush=True)
                self.supervisor.stopping.wait(5)
        if self.environment.has_backup_schedule and self.cluster:
            self.back_up_at_night()

    def back_up_at_night(self) -> None:
        """Start a base copy when one is due; looks every half minute, so that a night without power is made up."""
        if time.monotonic() < self.next_look or (self.night_copy and not self.night_copy.is_done):
            return
        self.next_look = time.monotonic() + 30
        self.supervisor.programs = [program for program in self.supervisor.programs if not program.is_done]
        folder = backup.backup_folder(self.environment)
        if backup.is_due(folder, self.environment.backup_time, datetime.now(DUTCH_TIME)):
            command = stoep_program("db", "backup")
            self.night_copy = self.supervisor.add(Program("De back-up", command, self.variables(), once=True))

    def copy_files_often(self) -> None:
        """Bring new files to the backup as often as the changes of the database."""
        folder = backup.backup_folder(self.environment)
        since = 0.0
        while not self.supervisor.stopping.wait(self.environment.backup_seconds):
            began = time.time()
            try:
                backup.copy_files(self.environment, folder, since)
            except OSError as error:
                print(f"! Bestanden kopiëren naar {folder.files} lukt niet: {error.strerror}.", flush=True)
            else:
                since = began - 60


def address(environment: Environment) -> str:
    """Where a person opens the site."""
    host = "127.0.0.1" if environment.bind in {"0.0.0.0", "::"} else environment.bind  # noqa: S104 - compared only
    shown = f"[{host}]" if ":" in host else host
    return environment.base_url or f"http://{shown}:{environment.port}"


def is_ready(environment: Environment) -> bool:
    """True when the web server says that it can work."""
    host = "127.0.0.1" if environment.bind in {"0.0.0.0", "::"} else environment.bind  # noqa: S104 - compared only
    try:
        connection = http.client.HTTPConnection(host, environment.port, timeout=5)
        connection.request("GET", "/healthz")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False


def free_port() -> int:
    """A port on loopback that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number
