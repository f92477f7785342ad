"""Which lamp post is it: things of the map near the place, for categories that have a layer of the map."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from stoep.gebieden.kaartlagen import get_kaartlaag, list_objecten_vlakbij
from stoep.meldingen.models import Concept

ASKED = "object_gevraagd"


def must_ask(request: HttpRequest, concept: Concept, chosen: str, lon: float, lat: float) -> bool:
    """Whether somebody still has to be asked which thing it is: there are some near, and none was chosen or waved away."""
    if chosen or concept.categorie is None or not concept.categorie.kaartlaag:
        return False
    has_moved = (concept.lon, concept.lat) != (lon, lat)
    return ASKED not in request.POST or has_moved


def objecten_context(concept: Concept) -> dict[str, Any]:
    """The layer of the category and what stands near; nothing for categories without a layer."""
    laag = get_kaartlaag(concept.categorie.kaartlaag) if concept.categorie else None
    if laag is None:
        return {}
    near = list_objecten_vlakbij(laag.code, concept.point) if concept.has_plek else []
    return {"laag": laag, "objecten": near}
