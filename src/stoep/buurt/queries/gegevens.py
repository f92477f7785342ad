"""Reading the open data, in parts, so that a million reports never stand in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from django.db.models import Max, Sum

from stoep.buurt.models import Kaartvak, OpenbareMelding
from stoep.buurt.queries.lijst import list_openbaar
from stoep.buurt.queries.onderwerpen import Onderwerp
from stoep.buurt.rules.vakken import ZOOMS
from stoep.buurt.rules.wensen import Wens
from stoep.foundation import clock

AT_ONCE = 2000


def read_gegevens(
    wens: Wens, onderwerpen: Mapping[str, Onderwerp], gebieden: Mapping[str, str], *, base: str, limit: int
) -> Iterator[dict[str, Any]]:
    """The rows that were asked for, newest first, at most `limit`."""
    left, place = limit, wens
    while left > 0:
        lijst = list_openbaar(place, onderwerpen, size=min(AT_ONCE, left))
        for row in lijst.rows:
            yield as_gegeven(row, onderwerpen, gebieden, base)
        left -= len(lijst.rows)
        if not lijst.na or not lijst.rows:
            return
        place = replace(wens, na=lijst.na)


def as_gegeven(
    row: OpenbareMelding, onderwerpen: Mapping[str, Onderwerp], gebieden: Mapping[str, str], base: str
) -> dict[str, Any]:
    """One row with the fields of `rules.gegevens.VELDEN`, in that order."""
    return {
        "nummer": row.nummer,
        "url": f"{base}/buurt/{row.nummer}/",
        "hoofdcategorie": row.hoofdcategorie,
        "categorie": row.categorie,
        "categorie_naam": onderwerpen[row.categorie].naam if row.categorie in onderwerpen else "",
        "gebied": row.gebied,
        "gebied_naam": gebieden.get(row.gebied, ""),
        "plek": row.plek,
        "plek_precies": row.is_precies,
        "stand": row.stand,
        "uitvoering_open": row.is_open,
        "gemeld_op": row.gemeld_op.astimezone(clock.AMSTERDAM).date().isoformat(),
        "norm_op": row.norm_op.isoformat(),
        "gepland_op": row.gepland_op.isoformat() if row.gepland_op else None,
        "afgehandeld_op": row.afgehandeld_op.isoformat() if row.afgehandeld_op else None,
        "gewijzigd_op": row.gewijzigd_op.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "lon": row.lon,
        "lat": row.lat,
    }


def state_of_gegevens() -> tuple[datetime | None, int]:
    """When anything changed last, and how many there are: together they tell whether a copy is still good."""
    changed = OpenbareMelding.objects.aggregate(last=Max("gewijzigd_op"))["last"]
    number = Kaartvak.objects.filter(zoom=ZOOMS[0]).aggregate(n=Sum("aantal"))["n"]
    return changed, number or 0
