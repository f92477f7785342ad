"""Doing the past: step by step, stoppable at any moment, and giving way to whoever uses the site meanwhile."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from django.db import connection

from stoep.demo.gebeuren import Levensloop, Stap, begin_life, done_steps, forget_people, take_step
from stoep.demo.verleden import DAYS, KEY, in_order, tell_past
from stoep.foundation import clock
from stoep.foundation.errors import DomainError

LOCK = 7_206_514  # an advisory lock: one process builds the past
REST = 0.15  # of the time that work took
BUSY_REST = 1.0


def build_past(*, days: int = DAYS, rest: Callable[[float], None] | None = None) -> int:
    """Do what has not been done of the past. Answers how many steps; 0 too when another process is at it."""
    if not take_turn():
        return 0
    try:
        return do_past(days, rest or give_way)
    finally:
        leave_turn()


def do_past(days: int, rest: Callable[[float], None]) -> int:
    """Month by month, in the order in which it happened; a life that is still going on is left for later."""
    forget_people()
    done = done_steps(KEY)
    now = clock.now()
    number = 0
    for month in tell_past(clock.today(), days=days):
        ended = [loop for loop in month if loop.stappen and loop.stappen[-1].moment < now]
        seen: dict[str, int] = {}
        changed: set[str] = set()
        for _moment, loop, stap in in_order(ended):
            place = seen[loop.sleutel] = seen.get(loop.sleutel, -1) + 1
            if place <= done.get(loop.sleutel, -1) or loop.sleutel in changed:
                continue
            began = time.monotonic()
            try:
                do_one(loop, stap)
            except DomainError:
                changed.add(loop.sleutel)  # somebody did something else with it meanwhile: that holds
                continue
            number += 1
            rest(time.monotonic() - began)
    return number


def do_one(loop: Levensloop, stap: Stap | None) -> None:
    """Begin a life, or go on with it."""
    if stap is None:
        begin_life(loop)
    else:
        take_step(loop, stap)


def give_way(worked: float) -> None:
    """Rest a little after each step, and as long as the step took when the machine is busy."""
    is_busy = os.getloadavg()[0] > (os.cpu_count() or 1)
    time.sleep(worked * (BUSY_REST if is_busy else REST))


def take_turn() -> bool:
    """Try to be the one that builds. What it does may be lost in a crash and is done again, so no step waits for disk."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
        is_ours: bool = cursor.fetchone()[0]
        if is_ours:
            cursor.execute("SET synchronous_commit TO off")
    return is_ours


def leave_turn() -> None:
    """Let another process have its turn."""
    with connection.cursor() as cursor:
        cursor.execute("RESET synchronous_commit")
        cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
