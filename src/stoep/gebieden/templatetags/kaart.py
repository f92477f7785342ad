"""What the map component needs to know: where its tiles are, and which land it shows."""

from __future__ import annotations

from typing import Any

from django import template
from django.forms import BaseForm

from stoep.foundation.errors import DomainError, Unavailable
from stoep.foundation.geo import Point
from stoep.gebieden import ports, queries
from stoep.gebieden.rules.tegels import tiles_around

register = template.Library()

WIDTH, HEIGHT = 704, 400  # the picture before, or instead of, the live map


@register.simple_tag
def kaart_gegevens(lon: object = None, lat: object = None, zoom: object = None, punten: Any = None) -> dict[str, Any]:
    """Everything that `gebieden/kaart.html` shows around these points."""
    gemeente = queries.gemeente()
    point = read_point(lon, lat) or first_of(punten)
    gegevens: dict[str, Any] = {"point": point, "zoom": zoom or (17 if point else 13), "punten": punten_of(punten)}
    if gemeente:
        gegevens["grenzen"] = f"{gemeente.west:.5f},{gemeente.south:.5f},{gemeente.east:.5f},{gemeente.north:.5f}"
        gegevens["versie"] = gemeente.versie
        gegevens["midden"] = "{:.5f},{:.5f}".format(*queries.middle_of_town(gemeente))
    try:
        gegevens["bron"] = ports.tegelbron()
    except Unavailable:
        return gegevens
    if point:
        gegevens["tegels"] = tiles_around(gegevens["bron"].template, point, 16, WIDTH, HEIGHT)
    return gegevens


def read_point(lon: object, lat: object) -> Point | None:
    """The point, or None for whatever else stands in a form."""
    try:
        return Point.from_text(str(lon), str(lat))
    except DomainError:
        return None


def first_of(punten: Any) -> Point | None:
    """The only point of a list."""
    return read_point(punten[0].get("lon"), punten[0].get("lat")) if punten and len(punten) == 1 else None


def punten_of(punten: Any) -> list[dict[str, Any]]:
    """Points as the script reads them: numbers as numbers, the rest as text."""
    found = []
    for punt in punten or []:
        point = read_point(punt.get("lon"), punt.get("lat"))
        if point:
            words = {key: str(value) for key, value in punt.items() if key not in ("lon", "lat") and value is not None}
            found.append({"lon": point.lon, "lat": point.lat, **words})
    return found


@register.filter
def plek_velden(form: BaseForm) -> dict[str, str]:
    """The ids of the fields that hold a place."""
    return {name: form[name].id_for_label or form[name].auto_id for name in ("lon", "lat", "adres")}
