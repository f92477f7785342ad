"""What the lists of the Catalogi API have in common: status, datumGeldigheid, and the parts of a zaaktype."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, TypeVar

from django.db.models import F, Q, QuerySet

from stoep.foundation.rest import Choice, Day, Many, Uri

RowsT = TypeVar("RowsT", bound="QuerySet[Any]")

READ = ("catalogi.lezen", "zaken.lezen", "documenten.lezen", "besluiten.lezen")
WRITE = ("catalogi.schrijven",)
WRITE_PUBLISHED = ("catalogi.schrijven", "catalogi.geforceerd-schrijven")
REMOVE = ("catalogi.schrijven", "catalogi.geforceerd-verwijderen")

Urls = Annotated[list[str], Many(Uri(), read_only=True)]
Status = Annotated[
    str, Choice(("alles", "definitief", "concept"), help="alles, concept, of definitief (dat is de standaard).")
]
ValidOn = Annotated[date | None, Day(help="Alleen wat op deze dag geldig is.")]


def with_status(rows: RowsT, status: str, path: str = "") -> RowsT:
    """Published ones, concepts, or both; `path` leads to the zaaktype of a part."""
    return rows if status == "alles" else rows.filter(**{f"{path}concept": status == "concept"})


def valid_on(rows: RowsT, on: date | None, path: str = "") -> RowsT:
    """Only those that are valid on a day, the last one included."""
    if on is None:
        return rows
    ends = Q(**{f"{path}einde_geldigheid__isnull": True}) | Q(**{f"{path}einde_geldigheid__gte": on})
    return rows.filter(ends, **{f"{path}begin_geldigheid__lte": on})


def newest_first(rows: RowsT) -> RowsT:
    """The order of every list: as they were made, the latest first."""
    return rows.order_by(F("id").desc())
