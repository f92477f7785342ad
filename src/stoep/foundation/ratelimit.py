"""How often something may be tried: counted in the database, so by all processes together."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import connection, transaction
from django.utils.crypto import salted_hmac

from stoep.foundation import clock
from stoep.foundation.errors import TooMany
from stoep.foundation.models import RateCount

COUNT = """
INSERT INTO foundation_ratecount AS counted (key, started_at, ends_at, count) VALUES (%(key)s, %(now)s, %(ends)s, 1)
ON CONFLICT (key) DO UPDATE SET
    count = CASE WHEN counted.ends_at <= %(now)s THEN 1 ELSE counted.count + 1 END,
    started_at = CASE WHEN counted.ends_at <= %(now)s THEN %(now)s ELSE counted.started_at END,
    ends_at = CASE WHEN counted.ends_at <= %(now)s THEN %(ends)s ELSE counted.ends_at END
RETURNING count
"""


def limit(key: str, *, times: int, seconds: int) -> int:
    """Count one try of `key` ("inloggen:noor"); answers how many there were. Raises TooMany after `times` within `seconds`.

    Call it before the transaction of what is tried (in the view): a refusal there must not undo the count.
    """
    now = clock.now()
    values: dict[str, str | datetime] = {"key": hashed(key), "now": now, "ends": now + timedelta(seconds=seconds)}
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        cursor.execute("SET LOCAL synchronous_commit = off")  # a count lost in a crash harms nobody
        cursor.execute(COUNT, values)
        count: int = cursor.fetchone()[0]
    if count > times:
        raise TooMany
    return count


def hashed(key: str) -> str:
    """The stored form of a key, so that the table holds no address, name or number of a person."""
    return salted_hmac("stoep.ratelimit", key, algorithm="sha256").hexdigest()


def forget(key: str) -> None:
    """Start counting anew: after a successful sign-in."""
    RateCount.objects.filter(key=hashed(key)).delete()


def forget_expired() -> int:
    """Remove counts whose time is over. Run daily."""
    removed, _ = RateCount.objects.filter(ends_at__lte=clock.now()).delete()
    return removed
