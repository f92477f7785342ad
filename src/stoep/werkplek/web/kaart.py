"""What the map beside a list asks while somebody moves it."""

from __future__ import annotations

from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from stoep.foundation.errors import Invalid
from stoep.foundation.geo import Bounds, Point
from stoep.foundation.web.permissions import requires
from stoep.organisatie.queries import medewerker_of
from stoep.toegang.web.actors import ActorRequest
from stoep.werkplek import queries
from stoep.werkplek.web.lijst import points_of
from stoep.werkplek.wensen import Plek, Wens

USUAL_ZOOM = 13


@requires("zaken.read")
@require_safe
def points(request: ActorRequest) -> HttpResponse:
    """The zaken of a list on one part of the map, as points or as counted squares."""
    plek = Plek(str(request.GET["plek"])) if request.GET.get("plek") in list(Plek) else Plek.MIJN
    wens = Wens.read(request.GET)
    bereik = queries.find_bereik(plek, medewerker_of(request.actor))
    zaken = queries.select_zaken(request.actor, wens, bereik)
    zoom = request.GET.get("zoom", "")
    level = int(zoom) if zoom.isascii() and zoom.isdigit() and len(zoom) < 3 else USUAL_ZOOM  # noqa: PLR2004
    rows, squares = queries.list_punten(zaken, request.actor, read_box(request.GET.get("vak", "")), level)
    return JsonResponse({"punten": [*points_of(rows), *squares]})


def read_box(text: str) -> Bounds:
    """The part of the map: west, south, east, north. Raises Invalid."""
    sides = text.split(",")
    if len(sides) != 4:  # noqa: PLR2004
        raise Invalid
    low, high = Point.from_text(sides[0], sides[1]), Point.from_text(sides[2], sides[3])
    return Bounds(low.lon, low.lat, high.lon, high.lat)
