"""Making an installation ready for its version: migrations, static files, and the demo municipality."""

from __future__ import annotations

import hashlib
import importlib.util
import multiprocessing
import sys
import sysconfig
import time
from pathlib import Path

import stoep
from stoep.cli.access import set_up_django
from stoep.cli.errors import CommandRefused
from stoep.config.environment import Environment, Mode

PREPARE_LOCK = 7_206_513  # an advisory lock: one process migrates, others wait
SOURCE = Path(stoep.__file__).parent
ROOT = SOURCE.parents[1]


def prepare(environment: Environment, url: str) -> None:
    """Bring database and static files to this version, side by side; build the demo when there is none."""
    began = time.monotonic()
    set_up_django(url)
    # Forked while no connection is open: it shares what was imported and nothing else.
    static = multiprocessing.get_context("fork").Process(target=collect_static, args=(environment, began))
    static.start()
    try:
        migrate(began)
    finally:
        static.join()
    if static.exitcode:
        raise CommandRefused("De vormgeving klaarzetten is mislukt. Kijk naar de regels hierboven.")
    if environment.mode is Mode.DEMO:
        build_demo(environment, began)


def migrate(began: float) -> None:
    """Bring the database to this version; of several processes one does it and the others wait."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [PREPARE_LOCK])
        try:
            executor = MigrationExecutor(connection)
            plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
            if plan:
                tell(f"Database bijwerken ({len(plan)} stappen) …", began)
                call_command("migrate", verbosity=0, interactive=False)
                call_command("install_meldingen", alleen_bijwerken=True)
            bring_new_rights()
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [PREPARE_LOCK])


def bring_new_rights() -> None:
    """Give the default roles the rights that are new in this version, also when no table changed."""
    from stoep.toegang.actors import SYSTEM
    from stoep.toegang.commands.install_standaardrollen import install_standaardrollen

    install_standaardrollen(actor=SYSTEM)


def tell(text: str, began: float) -> None:
    """Say what takes a while."""
    print(f"  {text} ({time.monotonic() - began:.0f} s)", flush=True)


def collect_static(environment: Environment, began: float) -> None:
    """Gather style, script and fonts when they changed."""
    from django.core.management import call_command

    stamp = environment.data_path / "static.stamp"
    if environment.mode is Mode.TEST:  # tests read style and script where they stand
        return
    now = fingerprint(static_sources())
    if stamp.exists() and stamp.read_text() == now and (environment.data_path / "static").exists():
        return
    tell("Vormgeving klaarzetten …", began)
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(now)


def build_demo(environment: Environment, began: float) -> None:
    """Build the demo municipality when the database is empty, and keep its logins for the table."""
    if importlib.util.find_spec("stoep.demo.building") is None:
        return
    building = importlib.import_module("stoep.demo.building")
    tell("Gemeente Havendam opbouwen, als dat nog niet is gebeurd …", began)
    logins = building.ensure_demo()
    heads = [[name.capitalize() for name in getattr(logins[0], "_fields", ())]] if logins else []
    table = login_table(heads + [[str(value) for value in login] for login in logins])
    file = demo_table_file(environment)
    file.touch(mode=0o600)
    file.write_text(table)


def login_table(rows: list[list[str]]) -> str:
    """Rows as columns that line up."""
    if not rows:
        return ""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join("  " + "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
                     for row in rows)  # fmt: skip


def demo_table_file(environment: Environment) -> Path:
    """Where the table of demo logins is kept, so that a second start can show it at once."""
    return environment.data_path / "demo-logins.txt"


def static_sources() -> list[Path]:
    """Every file that ends up among the static files, and the lists of packages that bring more."""
    return [
        *sorted(SOURCE.glob("*/static/**/*")),
        *sorted(SOURCE.glob("huisstijl/**/*.css")),
        ROOT / "package-lock.json",
        *installed_packages(),
    ]


def installed_packages() -> list[Path]:
    """One folder per installed package; its name holds the version."""
    return sorted(Path(sysconfig.get_paths()["purelib"]).glob("*.dist-info"))


def fingerprint(files: list[Path]) -> str:
    """A hash over names, sizes and moments: quick, and different when something changed."""
    seen = hashlib.sha256()
    for file in files:
        if file.exists():
            state = file.stat()
            moment = state.st_mtime_ns if file.is_file() else 0
            seen.update(f"{file} {state.st_size if file.is_file() else 0} {moment}\n".encode())
    return seen.hexdigest()


def version_fingerprint(environment: Environment) -> str:
    """Changes whenever `prepare` may have something to do."""
    migrations = sorted(SOURCE.glob("*/migrations/*.py"))
    demo = sorted((SOURCE / "demo").glob("*.py"))
    rollen = SOURCE / "toegang" / "rules" / "standaardrollen.py"
    return f"{environment.mode} {sys.version_info[:2]} {fingerprint([*migrations, *demo, rollen, *static_sources()])}"
