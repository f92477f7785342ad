"""The lamp post or container that a report is about: by its number, and in words."""

from __future__ import annotations

from stoep.foundation.geo import Point
from stoep.gebieden.kaartlagen import find_object, get_kaartlaag
from stoep.gebieden.models import Kaartobject
from stoep.meldingen.models import Categorie, Melding

NAMED_METRES = 250  # a number that was read well, with a pin that stands a little off


def say_object(melding: Melding) -> str:
    """`lantaarnpaal L-0042`: what stands there and its number; "" when nobody knows which one it is."""
    if not melding.object_nummer:
        return ""
    laag = get_kaartlaag(melding.object_laag)
    return f"{laag.enkelvoud} {melding.object_nummer}" if laag else melding.object_nummer


def find_named(categorie: Categorie, nummer: str, point: Point) -> Kaartobject | None:
    """The thing of the category's layer that somebody named by its number, if it stands about where they said."""
    found = find_object(categorie.kaartlaag, nummer)
    if found is None or point.distance_to(Point(found.lon, found.lat)) > NAMED_METRES:
        return None
    return found
