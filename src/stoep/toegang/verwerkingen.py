"""Keeping who read whose personal data, through which application and for what purpose: in bulk, off the request's path.

A read only adds a line to a list in memory (`note`). A thread of each web process writes the list every second with
COPY, and once more when the process stops. So a process that is killed loses what it noted in the last second; a
database that is away loses what does not fit in the list, and the log of the server says how much.
"""

from __future__ import annotations

import atexit
import logging
import multiprocessing.util
import os
import threading
from collections import deque
from collections.abc import Iterable
from uuid import UUID

from django.db import DatabaseError, close_old_connections

from stoep.foundation import clock
from stoep.toegang.actors import Actor
from stoep.toegang.commands.write_verwerkingen import Noted, write_verwerkingen

log = logging.getLogger(__name__)

EVERY = 1.0
MOST_NOTED = 10_000
LONGEST = 255


class Keeper:
    """The list of one process, and the thread that writes it."""

    def __init__(self) -> None:
        self.waiting: deque[Noted] = deque(maxlen=MOST_NOTED)
        self.lost = 0
        self.is_kept = False
        self.process = 0
        self.stopping = threading.Event()
        self.writing = threading.Lock()
        self.starting = threading.Lock()

    def add(self, noted: Noted) -> None:
        """Put a line in the list; when it is full the oldest makes room."""
        if len(self.waiting) == MOST_NOTED:
            self.lost += 1
        self.waiting.append(noted)
        if self.is_kept and self.process != os.getpid():
            self.start()

    def start(self) -> None:
        """Let a thread of this process write; processes are forked, so it starts at the first line."""
        with self.starting:
            if self.process == os.getpid():
                return
            self.process = os.getpid()
            self.writing, self.stopping = threading.Lock(), threading.Event()
            threading.Thread(target=self.run, name="verwerkingen", daemon=True).start()
            atexit.register(self.stop)
            multiprocessing.util.Finalize(None, self.stop, exitpriority=10)

    def run(self) -> None:
        """Write every second."""
        while not self.stopping.wait(EVERY):
            self.try_to_write()
            close_old_connections()

    def stop(self) -> None:
        """Write what is left, when the process stops."""
        if self.process == os.getpid():
            self.stopping.set()
            self.try_to_write()

    def try_to_write(self) -> None:
        """Write; a database that is away is tried again the next time."""
        try:
            self.write()
        except DatabaseError as error:
            log.warning("The log of processing waits for the database (%s lines): %s", len(self.waiting), type(error))
        if self.lost:
            log.error("The log of processing lost %s lines: the database was away for too long.", self.lost)
            self.lost = 0

    def write(self) -> int:
        """Write all lines that wait, in one statement. Answers how many; they stay in the list when it fails."""
        with self.writing:
            lines = [self.waiting.popleft() for _ in range(len(self.waiting))]
            if not lines:
                return 0
            try:
                write_verwerkingen(lines)
            except DatabaseError:
                room = MOST_NOTED - len(self.waiting)
                self.lost += max(len(lines) - room, 0)
                self.waiting.extendleft(reversed(lines[-room:] if room else []))
                raise
            return len(lines)


keeper = Keeper()


def note(actor: Actor, soort: str, object_ids: Iterable[UUID | str], doel: str = "") -> None:
    """Note that personal data of these objects goes to this actor; costs a few microseconds, never a query.

    `soort` is a noun of the norm ("zaak"), `doel` what the request says of its purpose (X-NLX-Logrecord-ID).
    """
    listed = ",".join(map(str, object_ids))
    if not listed:
        return
    user = actor.acting_for
    keeper.add(
        Noted(
            clock.now(),
            actor.kind.value,
            actor.id,
            user.id[:LONGEST] if user else "",
            doel[:LONGEST] if doel.isprintable() else "",
            soort,
            f"{{{listed}}}",
        )
    )


def write_noted() -> int:
    """Write now what this process noted. Answers how many lines."""
    return keeper.write()


def keep() -> None:
    """Let each web process write by itself; the server says so when it loads."""
    keeper.is_kept = True
