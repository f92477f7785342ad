"""`stoep check`: settings and health, in words."""

from __future__ import annotations

import contextlib
import shutil
import smtplib
import sys
from collections.abc import Callable
from datetime import UTC, datetime

import psycopg

from stoep.cli.access import embedded_cluster
from stoep.cli.postgres import backup
from stoep.cli.postgres.cluster import is_held
from stoep.cli.postgres.errors import DatabaseRefused
from stoep.cli.starting import address, is_ready
from stoep.config.environment import Environment, Mode

OLDEST_PG = 150_000
ROOM = 1e9
OLD_HOURS = 26
GOOD, ATTENTION, WRONG = "goed", "let op", "FOUT"
Finding = tuple[str, str]


def check(environment: Environment) -> None:
    """Print one line for each part; ends with code 1 when something is wrong."""
    looks: list[tuple[str, Callable[[Environment], Finding]]] = [
        ("Instellingen", settings),
        ("Schijf", disk),
        ("Database", database),
        ("Website", website),
        ("Mail", mail),
        ("Back-up", last_backup),
    ]
    worst = GOOD
    for title, look in looks:
        state, words = look(environment)
        print(f"  {title:<13} {state:<7} {words}")
        worst = WRONG if WRONG in {state, worst} else worst
    sys.exit(worst == WRONG)


def settings(environment: Environment) -> Finding:
    """The settings were already checked when we come here."""
    if environment.mode is Mode.DEMO and environment.bind not in {"127.0.0.1", "::1", "localhost"}:
        return ATTENTION, f"dit is een demo zonder beveiliging, en hij luistert op {environment.bind}"
    return GOOD, f"soort installatie: {environment.mode}; gegevens in {environment.data_path}"


def disk(environment: Environment) -> Finding:
    """Room for data and backups."""
    folder = environment.data_path if environment.data_path.exists() else environment.data_path.parent
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        return WRONG, f"{folder}: {error.strerror}"
    return (GOOD if free > ROOM else ATTENTION), f"{free / 1e9:.1f} GB vrij op de schijf van {folder}"


def database(environment: Environment) -> Finding:
    """Does it answer, is it new enough, does the worker keep up."""
    url = environment.database_url
    if not url:
        if not is_held(environment.data_path):
            return ATTENTION, "de meegeleverde database draait niet; start hem met `stoep start`"
        try:
            url = embedded_cluster(environment).url()
        except DatabaseRefused as error:
            return WRONG, str(error)
    try:
        with psycopg.connect(url, connect_timeout=5) as connection:
            version = connection.info.server_version
            waiting, oldest = behind(connection)
    except psycopg.Error as error:
        return WRONG, f"antwoordt niet: {str(error).splitlines()[0]}"
    if version < OLDEST_PG:
        return WRONG, f"PostgreSQL {version // 10_000} is te oud; nodig is 15 of nieuwer"
    late = f"; {waiting} gebeurtenissen wachten, de oudste {oldest:.0f} s" if waiting else "; de worker is bij"
    return (ATTENTION if oldest > 60 else GOOD), f"PostgreSQL {version // 10_000} antwoordt{late}"  # noqa: PLR2004


def behind(connection: psycopg.Connection[tuple[object, ...]]) -> tuple[int, float]:
    """How many deliveries wait, and for how many seconds the oldest does."""
    with contextlib.suppress(psycopg.errors.UndefinedTable, psycopg.errors.UndefinedColumn):
        row = connection.execute(
            "SELECT count(*), coalesce(extract(epoch FROM now() - min(e.at)), 0)::float "
            "FROM foundation_delivery d JOIN foundation_outboxevent e ON e.id = d.event_id WHERE d.parked_at IS NULL"
        ).fetchone()
        if row:
            return int(str(row[0])), float(str(row[1]))
    return 0, 0.0


def website(environment: Environment) -> Finding:
    """Does the web server say that it is ready."""
    if is_ready(environment):
        return GOOD, f"{address(environment)} antwoordt"
    return ATTENTION, f"{address(environment)} antwoordt niet (draait Stoep?)"


def mail(environment: Environment) -> Finding:
    """Does the mail server greet us."""
    if not environment.smtp_host:
        return GOOD, "de demo vangt alle mail op; er gaat niets naar buiten"
    try:
        with smtplib.SMTP(environment.smtp_host, environment.smtp_port, timeout=10) as server:
            server.noop()
    except (OSError, smtplib.SMTPException) as error:
        return WRONG, f"{environment.smtp_host}:{environment.smtp_port} antwoordt niet ({error})"
    return GOOD, f"{environment.smtp_host}:{environment.smtp_port} antwoordt"


def last_backup(environment: Environment) -> Finding:
    """How old is the newest base copy."""
    if environment.database_url:
        return GOOD, "de database is van elders; maak daar back-ups, en van de map met bestanden"
    copies = backup.backup_folder(environment).copies()
    if not copies:
        return (ATTENTION if environment.has_backup_schedule else GOOD), "er is nog geen back-up: `stoep db backup`"
    age = datetime.now(UTC) - datetime.fromisoformat(backup.about(copies[-1])["finished"])
    hours = age.total_seconds() / 3600
    old = environment.has_backup_schedule and hours > OLD_HOURS
    return (ATTENTION if old else GOOD), f"de laatste is {hours:.0f} uur oud en staat in {copies[-1]}"
