"""`stoep demo …`: what exists only in gemeente Havendam."""

from __future__ import annotations

import importlib.util
import shutil
import signal
import sys
import threading

import psycopg
from psycopg import sql

from stoep.cli.access import embedded_cluster, set_up_django
from stoep.cli.errors import CommandRefused
from stoep.cli.postgres.cluster import APPLICATION
from stoep.config.environment import Environment, Mode


def refuse_outside_demo(environment: Environment) -> None:
    """The demo's parts start in demo mode only."""
    if environment.mode is not Mode.DEMO:
        raise CommandRefused(
            f"De demo start niet: STOEP_MODE is {environment.mode}. Demo-inlognamen en simulatoren bestaan alleen "
            "in de demo."
        )


def reset(environment: Environment, *, sure: bool) -> None:
    """Throw the demo's data away; the next start builds Havendam anew."""
    refuse_outside_demo(environment)
    cluster = embedded_cluster(environment)
    cluster.take_lock()
    try:
        if not sure and not agreed("Alle gegevens van de demo worden gewist. Typ ja om door te gaan: "):
            raise CommandRefused("Er is niets gewist.")
        cluster.start()
        with cluster.connect() as connection:
            name = sql.Identifier(APPLICATION)
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
            connection.execute(sql.SQL("CREATE DATABASE {name} OWNER {name}").format(name=name))
        for folder in ("files", "media", "mail"):
            shutil.rmtree(environment.data_path / folder, ignore_errors=True)
        (cluster.places.home / "prepared").unlink(missing_ok=True)
    finally:
        cluster.stop()
    print("De demo is leeg. `stoep start` (of make run) bouwt gemeente Havendam opnieuw.")


def agreed(question: str) -> bool:
    """Ask a person; without a terminal the answer is no."""
    return sys.stdin.isatty() and input(question).strip().lower() in {"ja", "j"}


def fill_history(environment: Environment, url: str) -> None:
    """Build the 24 months behind the demo; stops at once when it is already there."""
    refuse_outside_demo(environment)
    set_up_django(url)
    from django.db import InterfaceError, OperationalError

    if importlib.util.find_spec("stoep.demo.building") is None:
        return
    building = importlib.import_module("stoep.demo.building")
    try:
        building.fill_history()
    except (OperationalError, InterfaceError, psycopg.OperationalError) as error:
        raise CommandRefused(
            f"De database antwoordt niet ({type(error).__name__}); het verleden volgt later."
        ) from error


def catch_mail(environment: Environment) -> None:
    """Run the mailbox of the demo: it catches every mail and sends none on."""
    refuse_outside_demo(environment)
    from stoep.koppelingen.mailvanger.server import run

    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: stop.set())
    run(environment.smtp_host or "127.0.0.1", environment.smtp_port, stop, folder=environment.data_path / "mail")
