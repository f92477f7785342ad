"""Reading what was published, from any point on, without a gap and without a repeat, whoever writes meanwhile.

Numbers of events become visible out of order: a transaction that began early may commit late. So a reader does not
keep a number, it keeps a snapshot of the database: the list of transactions whose events it has had. What it gets
next are the events of transactions that were committed since, in the order of their numbers, which for one
subject is the order in which they happened. Nothing is written for it, and no reader waits for a slow transaction.
"""

from __future__ import annotations

import binascii
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import msgspec
from django.db import connection

from stoep.foundation import clock
from stoep.foundation.outbox.events import Event, EventUnknown, read_event

EVERYTHING = "3:3:"  # the snapshot that has seen no transaction yet
KEPT = timedelta(days=399)  # events are kept for 400
LOOKED_AT = 20_000  # events that one reading looks at, at most
LONGEST_PLACE = 8000
SNAPSHOT = re.compile(r"(\d{1,19}):(\d{1,19}):((?:\d{1,19}(?:,\d{1,19})*)?)")
LARGEST = 2**63 - 1

# One statement, so one snapshot: what can be seen now, and between which numbers lies what was not seen before.
# The server, and its timeline: that is a new one after a restore to an earlier moment, and after a failover.
STATE = """
pg_current_snapshot()::text,
(SELECT system_identifier FROM pg_control_system()) || '-' || left(pg_walfile_name(pg_current_wal_lsn()), 8),
pg_snapshot_xmax(pg_current_snapshot())::text::bigint
"""
LOOK = f"""
SELECT {STATE}, (SELECT max(id) FROM foundation_outboxevent), CASE WHEN %(all)s
    THEN (SELECT min(id) FROM foundation_outboxevent)
    ELSE (SELECT min(id) FROM foundation_outboxevent
          WHERE xid >= pg_snapshot_xmin(%(seen)s::pg_snapshot) AND NOT pg_visible_in_snapshot(xid, %(seen)s::pg_snapshot))
END
"""  # noqa: S608 our own words only

READ = """
SELECT id, name, subject, payload::text, occurred_at
FROM foundation_outboxevent
WHERE id > %(after)s AND id <= %(until)s AND name = ANY(%(names)s)
  AND pg_visible_in_snapshot(xid, %(seeing)s::pg_snapshot) AND NOT pg_visible_in_snapshot(xid, %(seen)s::pg_snapshot)
ORDER BY id LIMIT %(most)s
"""

# After a restore into another server the transactions of before mean nothing: they are over, all of them.
STRANGE = """
SELECT EXISTS (
    SELECT FROM foundation_outboxevent
    WHERE xid >= pg_snapshot_xmax(pg_current_snapshot()) AND xid IS DISTINCT FROM pg_current_xact_id_if_assigned()
)
"""
SETTLE = """
UPDATE foundation_outboxevent SET xid = '3'
WHERE xid >= pg_snapshot_xmax(pg_current_snapshot()) AND xid IS DISTINCT FROM pg_current_xact_id_if_assigned()
"""


class PlaceUnreadable(Exception):
    """What was given as a place is none."""


class PlaceGone(Exception):
    """This place lies before what is kept, or in another database: the reader must begin anew."""


@dataclass(frozen=True, slots=True)
class Place:
    """How far a reader is.

    `seen` is the snapshot of which it has had everything. While it reads in pieces, `seeing` is the snapshot that it is
    reading, up to number `last`, and `after` the number up to which it has read.
    """

    seen: str = EVERYTHING
    seeing: str = ""
    after: int = 0
    last: int = 0
    server: str = ""
    at: int = 0

    def text(self) -> str:
        """This place as a token that fits in an address."""
        values = (self.seen, self.seeing, self.after, self.last, self.server, self.at)
        return urlsafe_b64encode(msgspec.msgpack.encode(values)).decode().rstrip("=")


BEGINNING = Place()


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as a reader gets it."""

    event_id: int
    event: Event
    subject: str
    occurred_at: datetime


@dataclass(frozen=True, slots=True)
class Piece:
    """The next events, where to go on, and whether there is more now."""

    entries: Sequence[Entry]
    place: Place
    is_more: bool


def read_place(token: str) -> Place:
    """The place of a token. Raises PlaceUnreadable."""
    if len(token) > LONGEST_PLACE:
        raise PlaceUnreadable
    try:
        raw = urlsafe_b64decode(token + "=" * (-len(token) % 4))
        values = msgspec.msgpack.decode(raw, type=tuple[str, str, int, int, str, int])
    except (binascii.Error, ValueError, msgspec.DecodeError) as error:
        raise PlaceUnreadable from error
    place = Place(*values)
    sound = is_snapshot(place.seen) and (not place.seeing or is_snapshot(place.seeing))
    if not sound or not all(0 <= number <= LARGEST for number in (place.after, place.last, place.at)):
        raise PlaceUnreadable
    return place


def is_snapshot(text: str) -> bool:
    """Whether the database can read a text as a snapshot."""
    found = SNAPSHOT.fullmatch(text)
    if found is None:
        return False
    low, high = int(found[1]), int(found[2])
    running = [int(number) for number in found[3].split(",")] if found[3] else []
    inside = all(low <= number < high for number in running)
    return 0 < low <= high <= LARGEST and inside and running == sorted(set(running))


def place_now() -> Place:
    """The place after everything that is committed now."""
    snapshot, server, _highest = state()
    return Place(seen=snapshot, server=server, at=int(clock.now().timestamp()))


def read_on(place: Place, names: Sequence[str], *, most: int) -> Piece:
    """What comes next of events with these names. Raises PlaceGone."""
    place = refreshed(place)
    if place.after >= place.last:
        return Piece((), finished(place), is_more=False)
    until = min(place.after + LOOKED_AT, place.last)
    values: dict[str, str | int | list[str]] = {"after": place.after, "until": until, "names": list(names)}
    with connection.cursor() as cursor:
        cursor.execute(READ, {**values, "most": most, "seeing": place.seeing, "seen": place.seen})
        rows = cursor.fetchall()
    entries = [entry for row in rows if (entry := entry_of(*row)) is not None]
    place = replace(place, after=rows[-1][0] if len(rows) == most else until)
    if place.after >= place.last:
        return Piece(entries, finished(place), is_more=False)
    return Piece(entries, place, is_more=True)


def refreshed(place: Place) -> Place:
    """The same place, with a snapshot to read up to; a new one when the one before was read to its end."""
    _snapshot, server, highest = state()
    now = int(clock.now().timestamp())
    if place != BEGINNING and (place.server != server or not is_of_today(place, highest, now)):
        raise PlaceGone
    if place.seeing:
        return place
    settle_strange_transactions()
    with connection.cursor() as cursor:
        cursor.execute(LOOK, {"seen": place.seen, "all": place.seen == EVERYTHING})
        snapshot, server, _highest, last, first = cursor.fetchone()
    if first is None:
        return Place(place.seen, snapshot, server=server, at=now)
    return Place(place.seen, snapshot, first - 1, last, server, now)


def is_of_today(place: Place, highest: int, now: int) -> bool:
    """Whether what comes after a place is still kept, and its transactions are those of this database."""
    known = max(int(text.split(":")[1]) for text in (place.seen, place.seeing) if text)
    return known <= highest and place.at >= now - int(KEPT.total_seconds())


def finished(place: Place) -> Place:
    """The place after all of the snapshot that was being read."""
    return Place(seen=place.seeing, server=place.server, at=place.at)


def state() -> tuple[str, str, int]:
    """The snapshot of this moment, which server this is, and how far its transactions are."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {STATE}")
        found: tuple[str, str, int] = cursor.fetchone()
    return found


def settle_strange_transactions() -> None:
    """Settle events that were restored from another server, if there are any."""
    with connection.cursor() as cursor:
        cursor.execute(STRANGE)
        if cursor.fetchone()[0]:
            cursor.execute(SETTLE)


def entry_of(event_id: int, name: str, subject: str, payload: str, occurred_at: datetime) -> Entry | None:
    """A row as an entry; None for an event that this version of Stoep has no class for."""
    try:
        return Entry(event_id, read_event(name, payload), subject, occurred_at)
    except (EventUnknown, msgspec.ValidationError):
        return None
