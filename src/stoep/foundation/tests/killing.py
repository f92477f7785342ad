"""A parent that has everything loaded, forks publishers and workers, and kills them at random moments.

Run as a program: `python -m stoep.foundation.tests.killing <rounds> <seed>`. DATABASE_URL names a migrated
database. It prints one line of JSON: what was acknowledged, published and heard.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import threading
import time
from collections.abc import Callable

import django
import psycopg

SUBJECTS = 7
PER_TRANSACTION = 3
QUIET_WITHIN = 60.0


def main(rounds: int, seed: int) -> None:
    django.setup()
    from stoep.foundation.tests import killed

    url = os.environ["DATABASE_URL"]
    dice = random.Random(seed)
    with psycopg.connect(url, autocommit=True) as database:
        database.execute(killed.TABLES)
    acknowledged = os.pipe()
    for _ in range(rounds):
        children = [fork(lambda: killed.publish_forever(acknowledged[1], SUBJECTS, PER_TRANSACTION))]
        children += [fork(killed.work_forever) for _ in range(2)]
        dice.shuffle(children)
        for child in children:
            time.sleep(dice.uniform(0.0, 0.06))
            os.kill(child, signal.SIGKILL)
        for child in children:
            os.waitpid(child, 0)
    worker = fork(killed.work_forever)
    with psycopg.connect(url, autocommit=True) as database:
        wait_until_quiet(database)
        os.kill(worker, signal.SIGKILL)
        os.waitpid(worker, 0)
        os.close(acknowledged[1])
        numbers = [int(line) for line in os.fdopen(acknowledged[0])]
        print(json.dumps(killed.account_of(database, numbers)))  # noqa: T201


def fork(work: Callable[[], None]) -> int:
    """Start a child that does `work`; it never returns here."""
    child = os.fork()
    if child:
        return child
    try:
        work()
    finally:
        os._exit(0)


def wait_until_quiet(database: psycopg.Connection) -> None:
    """Wait until nothing is left to deliver."""
    deadline = time.monotonic() + QUIET_WITHIN
    rest = threading.Event()
    while database.execute("SELECT EXISTS (SELECT FROM foundation_delivery)").fetchone() == (True,):
        if time.monotonic() > deadline:
            left = database.execute("SELECT * FROM foundation_delivery LIMIT 3").fetchall()
            raise TimeoutError(left)
        rest.wait(0.05)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
