"""Take all areas from one GeoJSON file: all of them, or none."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from stoep.gebieden.commands.put_gebied import put_gebied
from stoep.gebieden.errors import GebiedenFileNotUsable
from stoep.gebieden.models import Gebied, Soort
from stoep.toegang.actors import Actor


@transaction.atomic
def import_gebieden(geojson: object, *, actor: Actor) -> list[Gebied]:
    """Put every area of a FeatureCollection whose features name their code, naam and soort.

    Areas that the file does not name stay as they are.
    """
    actor.require("gebieden.manage")
    features = geojson.get("features") if isinstance(geojson, dict) else None
    if not isinstance(features, list) or not features:
        raise GebiedenFileNotUsable(waarom="het is geen FeatureCollection met gebieden")
    return [
        put_gebied(**read_properties(feature, number), geometrie=feature.get("geometry"), actor=actor)
        for number, feature in enumerate(features, start=1)
    ]


def read_properties(feature: Any, number: int) -> dict[str, str]:
    """Code, naam and soort of one feature."""
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(properties, dict):
        raise GebiedenFileNotUsable(waarom=f"gebied {number} heeft geen eigenschappen")
    values = {name: str(properties.get(name) or "").strip() for name in ("code", "naam", "soort")}
    missing = [name for name, value in values.items() if not value]
    if missing:
        raise GebiedenFileNotUsable(waarom=f"gebied {number} mist {' en '.join(missing)}")
    if values["soort"] not in Soort.values:
        raise GebiedenFileNotUsable(waarom=f"gebied {number} heeft soort '{values['soort']}', en dat kennen we niet")
    return values
