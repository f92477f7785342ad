"""Make an area, or change its name and border."""

from __future__ import annotations

from django.db import transaction

from stoep.foundation import audit, outbox
from stoep.foundation.geo import Point, is_in_netherlands
from stoep.foundation.rows import new_id
from stoep.gebieden.errors import GebiedGeometrieNotUsable
from stoep.gebieden.events import GebiedPut
from stoep.gebieden.models import Gebied, Soort
from stoep.gebieden.rules.geometrie import GeometrieNotUsable, as_geojson, check_grens
from stoep.toegang.actors import Actor


@transaction.atomic
def put_gebied(*, code: str, naam: str, soort: str, geometrie: object, actor: Actor) -> Gebied:
    """Make the area with this code, or give it this name and border.

    An area is never deleted: cases of years ago still name it.
    """
    gebied = Gebied.objects.select_for_update().filter(code=code).first() or Gebied(code=code)
    actor.require("gebieden.manage")
    try:
        grens = check_grens(geometrie)
        rounded = as_geojson(grens)
    except GeometrieNotUsable as error:
        raise GebiedGeometrieNotUsable(naam=naam, waarom=error) from error
    middle = grens.representative_point()
    if not is_in_netherlands(Point(middle.x, middle.y)):
        raise GebiedGeometrieNotUsable(naam=naam, waarom="het ligt niet in Nederland")

    gebied.naam = naam
    gebied.soort = Soort(soort).value
    gebied.geometrie = rounded
    gebied.west, gebied.south, gebied.east, gebied.north = grens.bounds
    gebied.versie = new_id()
    gebied.save()
    audit.record(actor, "gebieden.put", subject=gebied.ref, code=code)
    outbox.publish(GebiedPut(gebied_id=gebied.pk, code=code))
    return gebied
