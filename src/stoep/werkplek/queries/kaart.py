"""A list of work on the map: points where there are few, counted squares where there are many."""

from __future__ import annotations

from typing import Any

from django.db.models import Avg, Count, F, FloatField, QuerySet
from django.db.models.expressions import Func

from stoep.foundation.geo import Bounds
from stoep.meldingen.models import Melding
from stoep.toegang.actors import Actor
from stoep.werkplek.queries.werklijst import Werkregel
from stoep.zaken.models import Zaak

MOST_POINTS = 150
MOST_SQUARES = 400
PIXELS = 64  # the side of a square on the screen
WORLD_PIXELS = 256  # the whole world at zoom 0
HIGHEST_ZOOM = 19


class Square(Func):
    """In which square of a grid a coordinate lies."""

    function = "FLOOR"
    template = "%(function)s(%(expressions)s / %(side)s)"
    output_field = FloatField()


def list_punten(
    zaken: QuerySet[Zaak], actor: Actor, box: Bounds, zoom: int
) -> tuple[list[Werkregel], list[dict[str, Any]]]:
    """What lies in the box: rows when that is at most 150, else squares with how many each holds. At most two queries."""
    inside = Melding.objects.visible_to(actor).filter(
        zaak__in=zaken.order_by().values("pk"),
        lat__range=(box.south, box.north),
        lon__range=(box.west, box.east),
    )
    few = list(inside.select_related("categorie", "gebied", "zaak__statustype").order_by("pk")[: MOST_POINTS + 1])
    if len(few) <= MOST_POINTS:
        return [Werkregel(melding.zaak, melding) for melding in few], []
    side = 360 / (WORLD_PIXELS * 2 ** min(max(zoom, 0), HIGHEST_ZOOM)) * PIXELS
    squares = (
        inside.order_by()
        .annotate(column=Square(F("lon"), side=f"{side:.9f}"), row=Square(F("lat"), side=f"{side * 0.62:.9f}"))
        .values("column", "row")
        .annotate(aantal=Count("pk"), lon=Avg("lon"), lat=Avg("lat"))
        .order_by("-aantal")[:MOST_SQUARES]
    )
    return [], [{"lon": one["lon"], "lat": one["lat"], "aantal": one["aantal"]} for one in squares]
