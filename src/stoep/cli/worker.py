"""The worker process: delivers the outbox and does the jobs until a signal comes."""

from __future__ import annotations

import signal
import threading

from stoep.cli.access import set_up_django


def run_worker(url: str) -> None:
    """Work until we are told to stop."""
    set_up_django(url)
    from stoep.foundation import worker

    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: stop.set())
    worker.run_worker(stop)
