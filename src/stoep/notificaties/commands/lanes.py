"""Serving lanes: taking one, what is next in it, and writing down how it went.

Each is one statement of its own: no transaction is ever open while a subscriber is being called. A lane is held by
a lease; who dies lets go of it when that ends, and what was sent but not written down is sent again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from stoep.foundation import clock
from stoep.notificaties.rules.herhalen import next_attempt

LEASE = timedelta(seconds=30)
LONGEST_REASON = 300
Values = dict[str, str | int | datetime | UUID | None]

CLAIM = """
UPDATE notificaties_baan b
SET bezet_door = gen_random_uuid(), bezet_tot = %(until)s, bediend_op = %(now)s
FROM (
    SELECT free.abonnement_id FROM notificaties_baan free
    WHERE (free.bezet_tot IS NULL OR free.bezet_tot <= %(now)s) AND (free.pauze_tot IS NULL OR free.pauze_tot <= %(now)s)
      AND free.is_traag = %(slow)s
      AND EXISTS (
        SELECT FROM notificaties_aflevering f WHERE f.abonnement_id = free.abonnement_id
          AND f.geparkeerd_op IS NULL AND f.volgende_op <= %(now)s
      )
    ORDER BY free.bediend_op NULLS FIRST
    LIMIT %(most)s FOR UPDATE SKIP LOCKED
) AS taken JOIN notificaties_abonnement a ON a.id = taken.abonnement_id
WHERE b.abonnement_id = taken.abonnement_id
RETURNING b.abonnement_id, b.bezet_door, a.callback_url, a.auth_verzegeld, b.mislukt_op_rij, b.is_traag
"""

# In order, without what waits behind a miss about the same object.
NEXT = """
SELECT f.id, f.onderwerp, f.pogingen, n.bericht
FROM notificaties_aflevering f JOIN notificaties_notificatie n ON n.id = f.notificatie_id
WHERE f.abonnement_id = %(lane)s AND f.geparkeerd_op IS NULL AND f.volgende_op <= %(now)s
  AND NOT EXISTS (
    SELECT FROM notificaties_aflevering earlier
    WHERE earlier.abonnement_id = f.abonnement_id AND earlier.onderwerp = f.onderwerp AND earlier.id < f.id
      AND earlier.pogingen > 0 AND earlier.geparkeerd_op IS NULL AND earlier.volgende_op > %(now)s
  )
ORDER BY f.id
LIMIT %(most)s
"""

DELIVERED = "DELETE FROM notificaties_aflevering WHERE id = ANY(%(ids)s)"

MISSED = """
UPDATE notificaties_aflevering
SET pogingen = pogingen + 1, volgende_op = coalesce(%(again)s, volgende_op), status = %(status)s, fout = %(reason)s,
    geparkeerd_op = CASE WHEN %(again)s::timestamptz IS NULL THEN %(now)s END
WHERE id = %(id)s
"""

KEEP = """
UPDATE notificaties_baan
SET bezet_tot = %(until)s, pauze_tot = %(pause)s, mislukt_op_rij = %(misses)s, is_traag = %(slow)s,
    afgeleverd = afgeleverd + %(delivered)s,
    gelukt_op = CASE WHEN %(delivered)s > 0 THEN %(now)s ELSE gelukt_op END,
    mislukt_op = CASE WHEN %(reason)s <> '' THEN %(now)s ELSE mislukt_op END,
    fout = CASE WHEN %(reason)s <> '' THEN %(reason)s WHEN %(delivered)s > 0 THEN '' ELSE fout END
WHERE abonnement_id = %(lane)s AND bezet_door = %(token)s
"""


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane that we hold, by this token."""

    abonnement_id: UUID
    token: UUID
    callback_url: str
    auth_verzegeld: str
    misses: int
    is_slow: bool


@dataclass(frozen=True, slots=True)
class Item:
    """A delivery that is to be done."""

    id: int
    onderwerp: UUID
    pogingen: int
    bericht: str


@dataclass(frozen=True, slots=True)
class Miss:
    """A delivery that failed, with the answer of the subscriber if there was one."""

    item: Item
    status: int | None
    reason: str


@dataclass(slots=True)
class Stand:
    """How a lane is doing; `pause` is until when it stands still."""

    misses: int
    is_slow: bool
    pause: datetime | None = None


def claim_lanes(most: int, *, slow: bool) -> list[Lane]:
    """Take free lanes with work, those that waited longest first."""
    now = clock.now()
    values: Values = {"until": now + LEASE, "now": now, "slow": slow, "most": most}
    with connection.cursor() as cursor:
        cursor.execute(CLAIM, values)
        return [Lane(*row) for row in cursor.fetchall()]


def next_items(lane: Lane, most: int) -> list[Item]:
    """What is next in a lane."""
    with connection.cursor() as cursor:
        cursor.execute(NEXT, {"lane": lane.abonnement_id, "now": clock.now(), "most": most})
        return [Item(*row) for row in cursor.fetchall()]


def settle(
    lane: Lane, delivered: Sequence[Item], missed: Sequence[Miss], stand: Stand, *, let_go: bool = False
) -> bool:
    """Write down what was delivered and what was not. False: the lane is ours no longer, somebody else serves it."""
    now = clock.now()
    with connection.cursor() as cursor:
        if delivered:
            cursor.execute(DELIVERED, {"ids": [item.id for item in delivered]})
        for miss in missed:
            again = next_attempt(miss.item.pogingen + 1, now)
            reason = miss.reason[:LONGEST_REASON]
            values: Values = {"again": again, "status": miss.status, "reason": reason, "now": now, "id": miss.item.id}
            cursor.execute(MISSED, values)
        values = {
            "until": None if let_go else now + LEASE,
            "pause": stand.pause,
            "misses": stand.misses,
            "slow": stand.is_slow,
            "delivered": len(delivered),
            "now": now,
            "reason": missed[-1].reason[:LONGEST_REASON] if missed else "",
            "lane": lane.abonnement_id,
            "token": lane.token,
        }
        cursor.execute(KEEP, values)
        return int(cursor.rowcount) == 1
