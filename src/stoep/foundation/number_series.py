"""Readable numbers that count up within a year: one database sequence per series and year.

A sequence holds no lock until commit, so that a thousand people can ask at once; a number that was
given to a transaction that failed is skipped. The unique constraint on the column that holds the
number is what guarantees that no number is used twice.
"""

from __future__ import annotations

import re

from django.db import connection, transaction

NAME = re.compile(r"^[a-z]{1,30}$")
TAKE = "SELECT nextval(to_regclass(%s))"


def next_number(series: str, year: int) -> int:
    """The next number of a series ("zaak") in a year, from 1. One query, except for the first of the year."""
    if not NAME.match(series):
        raise ValueError(f"geen naam van een nummerreeks: {series!r}")
    sequence = f"nummerreeks_{series}_{year:04d}"
    with connection.cursor() as cursor:
        cursor.execute(TAKE, [sequence])
        (number,) = cursor.fetchone()
        if number is None:
            # The first of the year makes the sequence; whoever asks meanwhile waits until that is committed.
            with transaction.atomic():
                cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [sequence])
                cursor.execute(f"CREATE SEQUENCE IF NOT EXISTS {sequence}")  # the name was checked above
            cursor.execute(TAKE, [sequence])
            (number,) = cursor.fetchone()
    return int(number)
