"""Reaching the database from any command: the external one, the running one, or one started for the moment."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from stoep.cli.postgres.backup import archive_settings
from stoep.cli.postgres.binaries import find_binaries
from stoep.cli.postgres.cluster import Cluster, is_held
from stoep.cli.postgres.errors import DatabaseRefused
from stoep.config.environment import Environment, fill_in


def embedded_cluster(environment: Environment) -> Cluster:
    """The embedded database of this installation, not started."""
    if environment.database_url:
        raise DatabaseRefused(
            "Deze installatie gebruikt een eigen database (DATABASE_URL). Gebruik daarvoor de middelen van die server."
        )
    binaries = find_binaries(environment.postgres_bin)
    return Cluster(environment.data_path, binaries=binaries, settings=archive_settings(environment))


@contextlib.contextmanager
def database(environment: Environment) -> Iterator[str]:
    """The address of a database that answers, for as long as the block lasts.

    Whoever started the embedded one keeps it: when it runs we connect, otherwise we start it and
    stop it at the end.
    """
    if environment.database_url:
        yield environment.database_url
        return
    cluster = embedded_cluster(environment)
    if is_held(environment.data_path):
        cluster.wait_for_other()
        yield cluster.url()
        return
    with cluster:
        yield cluster.url()


@contextlib.contextmanager
def django(environment: Environment) -> Iterator[str]:
    """Django set up on a database that answers."""
    with database(environment) as url:
        set_up_django(url)
        yield url
        from django.db import connections

        for connection in connections.all(initialized_only=True):
            connection.close()
            connection.close_pool()  # type: ignore[attr-defined]


def set_up_django(url: str) -> None:
    """Import Django and every domain with this database."""
    fill_in(database_url=url)
    import django as framework

    framework.setup()
