"""The web server: granian in front of config.asgi, its processes forked after everything is loaded."""

from __future__ import annotations

import gc
import importlib
import logging
import multiprocessing
import os
import signal
import socket
import time
from collections.abc import Callable
from typing import Any

from stoep.cli.access import set_up_django
from stoep.cli.errors import CommandRefused
from stoep.cli.postgres.processes import dies_with_parent
from stoep.config.environment import Environment

APPLICATION = "stoep.config.asgi:application"
WAIT_FOR_PORT = 5.0


def check_port(environment: Environment, *, seconds: float = WAIT_FOR_PORT) -> None:
    """Refuse a port that something else holds; a server that is just ending gets a few seconds."""
    family = socket.AF_INET6 if ":" in environment.bind else socket.AF_INET
    end = time.monotonic() + seconds
    while True:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((environment.bind, environment.port))
            except PermissionError as error:
                raise CommandRefused(
                    f"Poort {environment.port} mag alleen root gebruiken. Kies een poort boven 1024 met PORT."
                ) from error
            except OSError as error:
                if time.monotonic() < end:
                    time.sleep(0.1)
                    continue
                raise CommandRefused(
                    f"Op {environment.bind} poort {environment.port} draait al iets ({error.strerror}). "
                    f"Stop dat, of kies een andere poort: PORT={environment.port + 1} make run"
                ) from error
            return


def run_web(environment: Environment, url: str) -> None:
    """Serve until we are told to stop."""
    from granian import Granian
    from granian.constants import HTTPModes, Interfaces

    check_port(environment)
    # Load everything once and fork: the processes share this memory and start at once.
    multiprocessing.set_start_method("fork", force=True)
    gc.disable()  # nothing that is loaded now is ever let go
    set_up_django(url)
    application = load_application()
    # granian speaks of its workers; we name what a person must know
    logging.getLogger("_granian").setLevel(logging.ERROR)
    server = Granian(
        APPLICATION,
        address=environment.bind,
        port=environment.port,
        interface=Interfaces.ASGINL,
        http=HTTPModes.http1,
        websockets=False,
        workers=environment.web_processes,
        runtime_threads=1,
        backlog=1024,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
        process_name=None,
        log_enabled=False,
    )
    gc.collect()
    gc.freeze()
    gc.enable()
    parent = os.getpid()

    def loader() -> Any:
        dies_with_parent(signal.SIGKILL, parent)()
        return application

    server.serve(target_loader=loader, wrap_loader=False)


def load_application() -> Callable[..., Any]:
    """The ASGI application and all that its first request would import."""
    from django.urls import get_resolver

    module, name = APPLICATION.split(":")
    application: Callable[..., Any] = getattr(importlib.import_module(module), name)
    get_resolver().url_patterns  # noqa: B018 - imports every view
    return application
