"""What lies along the way: open reports that are not on a round yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from stoep.buitendienst.models import Ronde, Rondestop
from stoep.buitendienst.queries.rondes import Stopregel
from stoep.buitendienst.rules.route import Plaats, distance_to_way
from stoep.foundation.geo import Point
from stoep.meldingen.models import Melding
from stoep.organisatie.queries import groepen_of
from stoep.toegang.actors import Actor

NEAR_METRES = 200
MOST_SHOWN = 8
MOST_MEASURED = 400
LAT_PER_METRE = 1 / 111_320
LON_PER_METRE = 1 / 62_000  # at the north of the country, where a degree is shortest


@dataclass(frozen=True, slots=True)
class OokVlakbij:
    """An open report along the way, and how far from it."""

    melding: Melding
    meters: int


def list_ook_vlakbij(ronde: Ronde, regels: Sequence[Stopregel], actor: Actor) -> list[OokVlakbij]:
    """Open reports within 200 metres of the way, for the groups or the department of this inspector, nearest first.

    What is on a round of this day already is left out. Two queries, whatever there is.
    """
    points = [*([ronde.point] if ronde.point else []), *(regel.melding.point for regel in regels)]
    if not regels:
        return []
    medewerker = ronde.medewerker
    competent = (
        Q(zaak__groep__in=groepen_of(medewerker))
        | Q(zaak__behandelaar=medewerker)
        | Q(categorie__afdeling=medewerker.afdeling.code)
    )
    found = (
        Melding.objects.visible_to(actor)
        .open()
        .filter(competent, within(points))
        .exclude(pk__in=Rondestop.objects.filter(ronde__dag=ronde.dag).values("melding"))
        .select_related("categorie", "zaak__statustype")
        .order_by("verwacht_op", "pk")[:MOST_MEASURED]
    )
    way: list[Plaats] = [point.to_rd() for point in points]
    near = [OokVlakbij(melding, round(distance_to_way(melding.point.to_rd(), way))) for melding in found]
    near = [one for one in near if one.meters <= NEAR_METRES]
    return sorted(near, key=lambda one: (one.meters, one.melding.verwacht_op))[:MOST_SHOWN]


def within(points: Sequence[Point]) -> Q:
    """In the box around the way, a little larger than need be."""
    lat, lon = NEAR_METRES * LAT_PER_METRE, NEAR_METRES * LON_PER_METRE
    lats, lons = [point.lat for point in points], [point.lon for point in points]
    return Q(lat__range=(min(lats) - lat, max(lats) + lat), lon__range=(min(lons) - lon, max(lons) + lon))
