"""`GET /healthz`: ready means the database answers and its migrations are in order.

How far the worker is behind stands in it as a number, and is no reason to take the site down.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pkgutil import iter_modules

from django.apps import apps
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse, JsonResponse

log = logging.getLogger(__name__)

WORKER = """
SELECT
    (SELECT extract(epoch FROM clock_timestamp() - min(next_at)) FROM foundation_delivery
     WHERE parked_at IS NULL AND next_at <= now()),
    (SELECT count(*) FROM foundation_delivery WHERE parked_at IS NOT NULL),
    (SELECT count(*) FROM procrastinate_jobs WHERE status = 'failed'),
    (SELECT extract(epoch FROM clock_timestamp() - max(last_heartbeat)) FROM procrastinate_workers)
"""


class HealthMiddleware:
    """Answers /healthz before anything else, so that it needs no session, host or template."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.migrations_in_order = False

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer /healthz; leave the rest to the next."""
        if request.path != "/healthz":
            return self.get_response(request)
        report = self.report()
        status = 200 if report["status"] == "ok" else 503
        return JsonResponse(report, status=status, headers={"Cache-Control": "no-store"})

    def report(self) -> dict[str, object]:
        """What there is to say of this installation's health."""
        try:
            # In order once is in order for the life of this process: migrations only ever move on.
            self.migrations_in_order = self.migrations_in_order or are_migrations_in_order()
            if not self.migrations_in_order:
                return {"status": "unavailable", "database": "ok", "migrations": "waiting"}
            return {"status": "ok", "database": "ok", "migrations": "ok", "worker": worker_report()}
        except DatabaseError as error:
            log.warning("healthz: the database does not answer (%s)", type(error).__name__)
            return {"status": "unavailable", "database": "unavailable"}


def are_migrations_in_order() -> bool:
    """Whether every migration of this version stands in the database.

    Their names say it: reading hundreds of migrations costs seconds, and is only needed when one is not there.
    """
    if set(migrations_on_disk()) <= set(MigrationRecorder(connection).applied_migrations()):
        return True
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def migrations_on_disk() -> Iterator[tuple[str, str]]:
    """App and name of each migration that comes with this version."""
    for app in apps.get_app_configs():
        module, _ = MigrationLoader.migrations_module(app.label)
        found = find_spec(module) if module else None
        for place in (found.submodule_search_locations or ()) if found else ():
            for each in iter_modules([place]):
                if not each.ispkg and each.name[0] not in "_~":
                    yield app.label, each.name


def worker_report() -> dict[str, float | int | None]:
    """How far the worker is behind, what it parked, and when it was last seen."""
    with connection.cursor() as cursor:
        cursor.execute(WORKER)
        lag, parked, failed, seen = cursor.fetchone()
    return {
        "lag_seconds": round(float(lag), 1) if lag is not None else 0.0,
        "parked_deliveries": parked,
        "failed_jobs": failed,
        "seen_seconds_ago": round(float(seen), 1) if seen is not None else None,
    }
