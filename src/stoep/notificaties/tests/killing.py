"""A parent that forks deliverers and kills them at random moments; a subscriber in the parent writes down what comes.

Run as a program: `python -m stoep.notificaties.tests.killing <kills> <seed>`. DATABASE_URL names a migrated database. It
prints one line of JSON: what was sent and what the subscriber heard.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import threading
import time
from datetime import timedelta

import django

OBJECTS = 5
PER_ROUND = 12
QUIET_WITHIN = 60.0


def main(kills: int, seed: int) -> None:
    django.setup()
    from django.conf import settings
    from django.db import connection

    from stoep.notificaties import bezorgen
    from stoep.notificaties.commands import lanes
    from stoep.notificaties.models import Aflevering
    from stoep.notificaties.testing import make_abonnement, send_bericht
    from stoep.notificaties.tests.subscriber import AUTH, subscriber

    lanes.LEASE = timedelta(milliseconds=300)
    dice = random.Random(seed)
    with subscriber() as server:
        settings.OUTSIDE_ALLOWED = ("127.0.0.0/8",)
        server.answer = lambda _message: 204 if dice.random() < 0.97 else 500
        make_abonnement(server.url, AUTH)
        sent = 0
        for kill in range(kills + 1):
            for _ in range(PER_ROUND if kill < kills else 0):
                send_bericht(f"zaak-{sent % OBJECTS}", str(sent))
                sent += 1
            connection.close()
            connection.close_pool()
            child = fork(bezorgen.run)
            if kill < kills:
                time.sleep(dice.uniform(0.0, 0.4))
            else:
                wait_until_quiet(Aflevering)
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        print(json.dumps(account_of(server.heard, sent)))  # noqa: T201
    connection.close()
    connection.close_pool()


def fork(work: object) -> int:
    """Start a child that delivers until it is killed."""
    child = os.fork()
    if child:
        return child
    try:
        work(threading.Event())
    finally:
        os._exit(0)


def wait_until_quiet(model: object) -> None:
    """Wait until nothing is left to deliver."""
    deadline = time.monotonic() + QUIET_WITHIN
    while model.objects.exists():
        if time.monotonic() > deadline:
            raise TimeoutError(list(model.objects.values()[:3]))
        time.sleep(0.1)


def account_of(heard: list[dict], sent: int) -> dict[str, int]:
    """What never came, and what came for the first time after something later about the same object."""
    first: dict[str, list[int]] = {}
    seen: set[int] = set()
    for message in heard:
        number = int(message["resourceUrl"].rpartition("/")[2])
        if number not in seen:
            seen.add(number)
            first.setdefault(message["hoofdObject"], []).append(number)
    return {
        "sent": sent,
        "heard": len(heard),
        "never_heard": sent - len(seen),
        "out_of_order": sum(numbers != sorted(numbers) for numbers in first.values()),
    }


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
