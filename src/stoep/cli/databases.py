"""`stoep db …`: back up, restore, look inside, move to another version."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from psycopg.conninfo import conninfo_to_dict

from stoep.cli.access import database, embedded_cluster
from stoep.cli.errors import CommandRefused
from stoep.cli.postgres import backup
from stoep.cli.postgres.binaries import find_binaries
from stoep.cli.postgres.cluster import APPLICATION, is_held
from stoep.config.environment import Environment

DUTCH_TIME = ZoneInfo("Europe/Amsterdam")


def back_up(environment: Environment) -> None:
    """Make a base copy now; with Stoep running or not."""
    cluster = embedded_cluster(environment)
    began = datetime.now(DUTCH_TIME)
    with database(environment):
        copy = backup.make_backup(environment, cluster)
    size = sum(file.stat().st_size for file in copy.iterdir()) / 1e6
    seconds = (datetime.now(DUTCH_TIME) - began).total_seconds()
    print(f"Back-up gemaakt in {seconds:.1f} s: {copy} ({size:.0f} MB).")


def restore(environment: Environment, to: str | None) -> None:
    """Come back from the backup, up to a moment or to the last change that was copied."""
    cluster = embedded_cluster(environment)
    moment = read_moment(to) if to else None
    copy, seconds = backup.restore(environment, cluster, moment)
    finished = datetime.fromisoformat(backup.about(copy)["finished"]).astimezone(DUTCH_TIME)
    until = f"tot {moment.astimezone(DUTCH_TIME):%d-%m-%Y %H.%M.%S}" if moment else "tot de laatste wijziging"
    print(f"Teruggezet in {seconds:.1f} s: de back-up van {finished:%d-%m-%Y %H.%M}, aangevuld {until}.")
    with cluster:
        fresh = backup.make_backup(environment, cluster)
    print(f"Er is meteen een nieuwe back-up gemaakt: {fresh}. Start Stoep weer met `stoep start`.")


def read_moment(text: str) -> datetime:
    """A moment as people type it; without a zone it is Dutch time."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise CommandRefused(f"'{text}' is geen tijdstip. Schrijf het zo: --to '2026-12-03 14:30'.") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=DUTCH_TIME)


def shell(environment: Environment) -> None:
    """Open psql on the database."""
    binaries = find_binaries(environment.postgres_bin)
    with database(environment) as url:
        subprocess.run([binaries.program("psql")], env=os_environment(url), check=False)


def show_url(environment: Environment) -> None:
    """Print the address of the running database, password included."""
    if environment.database_url:
        print(environment.database_url)
        return
    if not is_held(environment.data_path):
        raise CommandRefused("De database draait niet. Start Stoep met `stoep start`.")
    cluster = embedded_cluster(environment)
    cluster.wait_for_other()
    print(cluster.url())


def export(environment: Environment, file: Path) -> None:
    """Write the whole database to one file that any version of PostgreSQL can read."""
    binaries = find_binaries(environment.postgres_bin)
    part = file.with_name(f"{file.name}.part")
    with database(environment) as url:
        run([binaries.program("pg_dump"), "--format=custom", "--no-owner", "--file", str(part)], url)
    part.rename(file)
    print(f"De database staat in {file}.")


def import_(environment: Environment, file: Path) -> None:
    """Fill an empty database from such a file."""
    if not file.is_file():
        raise CommandRefused(f"{file} bestaat niet.")
    binaries = find_binaries(environment.postgres_bin)
    with database(environment) as url:
        import psycopg

        with psycopg.connect(url) as connection:
            tables = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
        if tables and tables[0]:
            raise CommandRefused("De database is niet leeg. Importeren kan alleen in een lege database.")
        run(
            [binaries.program("pg_restore"), "--no-owner", "--exit-on-error", "--single-transaction",
             "--dbname", APPLICATION, str(file)],
            url,
        )  # fmt: skip
    print(f"De database is gevuld uit {file}.")


def run(command: list[str], url: str) -> None:
    """Run one of PostgreSQL's programs on a database; its password is in no list of processes."""
    done = subprocess.run(command, env=os_environment(url), capture_output=True, text=True, check=False)
    if done.returncode:
        raise CommandRefused(f"{Path(command[0]).name} is mislukt:\n{done.stderr.strip()[-2000:]}")


def os_environment(url: str) -> dict[str, str]:
    """The environment that leads PostgreSQL's programs to a database."""
    names = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD", "dbname": "PGDATABASE"}
    told = {names[key]: str(value) for key, value in conninfo_to_dict(url).items() if key in names and value}
    terminal = {"TERM": "xterm"} if sys.stdin.isatty() else {}
    return {"PATH": os.defpath, "LC_ALL": "C.UTF-8", "PAGER": "more"} | terminal | told
