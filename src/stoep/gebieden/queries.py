"""Reading areas: in which one a point lies, and whether it lies in the municipality.

Borders are public, so there is nothing to guard here. Shapes stay in memory, prepared; one small
query per question notices that an area was made or changed, in whatever process that happened.
"""

from __future__ import annotations

from uuid import UUID

from django.db.models import Max, Min

from stoep.foundation.geo import Point
from stoep.foundation.remembered import remembered
from stoep.gebieden.models import Gebied, Soort
from stoep.gebieden.rules.geometrie import Gebiedenkaart, Vlak, check_grens

SMALL = (Soort.WIJK.value, Soort.DORP.value)


def gebied_at(point: Point, soort: str | None = None) -> Gebied | None:
    """The wijk or dorp in which a point lies, or the area of `soort`. None: outside all of them."""
    vlak = kaart().at(point, (soort,) if soort else SMALL)
    return known_gebied(vlak.id) if vlak else None


@remembered("gebieden_gebied")
def known_gebied(gebied_id: UUID) -> Gebied:
    """One area as value for others: nobody changes this row."""
    return Gebied.objects.get(pk=gebied_id)


def lies_in_gemeente(point: Point) -> bool:
    """Does the point lie in the municipality? The border itself does."""
    return kaart().at(point, (Soort.GEMEENTE.value,)) is not None


def list_gebieden(soort: str | None = None) -> list[Gebied]:
    """All areas, by sort and name."""
    gebieden = Gebied.objects.all()
    return list(gebieden.filter(soort=soort) if soort else gebieden)


def get_gebied(code: str) -> Gebied | None:
    """The area with this code."""
    return Gebied.objects.filter(code=code).first()


@remembered("gebieden_gebied")
def gemeente() -> Gebied | None:
    """The municipality itself; None while no areas have been imported."""
    return Gebied.objects.filter(soort=Soort.GEMEENTE).first()


@remembered("gebieden_gebied")
def middle_of_town(gemeente: Gebied) -> tuple[float, float]:
    """Longitude and latitude of the middle of the wijken, where most people live; of the gemeente when it has none."""
    wijken = Gebied.objects.filter(soort=Soort.WIJK)
    sides = wijken.aggregate(w=Min("west"), s=Min("south"), e=Max("east"), n=Max("north"))
    if sides["w"] is None:
        return (gemeente.west + gemeente.east) / 2, (gemeente.south + gemeente.north) / 2
    return (sides["w"] + sides["e"]) / 2, (sides["s"] + sides["n"]) / 2


@remembered("gebieden_gebied")
def kaart() -> Gebiedenkaart:
    """All areas, ready for questions; built anew when one of them changed."""
    rows = Gebied.objects.values_list("pk", "code", "soort", "geometrie")
    return Gebiedenkaart([Vlak(pk, code, soort, check_grens(geometrie)) for pk, code, soort, geometrie in rows])
