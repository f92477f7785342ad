"""Write down who read whose personal data, many lines at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import connection

COPY = "COPY toegang_verwerking (at, actor_kind, actor_id, gebruiker, doel, soort, object_ids) FROM STDIN"


class Noted(NamedTuple):
    """One answer with personal data, as it waits to be written."""

    at: datetime
    actor_kind: str
    actor_id: str
    gebruiker: str
    doel: str
    soort: str
    object_ids: str


def write_verwerkingen(lines: Sequence[Noted]) -> None:
    """Add lines in one statement: all of them, or none when the database refuses."""
    with connection.cursor() as cursor, connection.wrap_database_errors, cursor.copy(COPY) as copy:
        for line in lines:
            copy.write_row(line)
