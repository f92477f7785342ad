"""Take the objects of a layer of the map from a GeoJSON file: all of them, or none."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.db import transaction

from stoep.foundation import audit, clock, outbox
from stoep.foundation.errors import DomainError
from stoep.foundation.geo import Point, is_in_netherlands
from stoep.gebieden.errors import KaartlaagFileNotUsable
from stoep.gebieden.events import KaartlaagImported
from stoep.gebieden.models import Kaartlaag, Kaartobject
from stoep.toegang.actors import Actor

MOST = 200_000
LONGEST = 40
LONGEST_SOORT = 80
MOST_PROPERTIES = 12
NUMBERS = ("objectnummer", "nummer", "id")


@transaction.atomic
def import_kaartlaag(geojson: object, *, code: str, naam: str, enkelvoud: str, actor: Actor) -> int:
    """Make the layer or read it anew; answers how many objects it has.

    What the file no longer names stays as a row, marked as gone: reports of before still name its number.
    """
    actor.require("gebieden.manage")
    features = geojson.get("features") if isinstance(geojson, dict) else None
    if not isinstance(features, list) or not features or len(features) > MOST:
        raise KaartlaagFileNotUsable(waarom=f"het is geen FeatureCollection met 1 tot {MOST} punten")
    read = [read_object(feature, number) for number, feature in enumerate(features, start=1)]
    numbers = [one.nummer for one in read]
    double, times = Counter(numbers).most_common(1)[0]
    if times > 1:
        raise KaartlaagFileNotUsable(waarom=f"nummer {double} staat er twee keer in")

    laag = Kaartlaag.objects.select_for_update().filter(code=code).first() or Kaartlaag(code=code)
    laag.naam, laag.enkelvoud, laag.bijgewerkt_op = naam, enkelvoud, clock.now()
    laag.save()
    Kaartobject.objects.filter(laag=laag).update(is_weg=True)
    for one in read:
        one.laag = laag
    Kaartobject.objects.bulk_create(
        read,
        update_conflicts=True,
        unique_fields=["laag", "nummer"],
        update_fields=["soort", "lon", "lat", "eigenschappen", "is_weg"],
        batch_size=1000,
    )
    audit.record(actor, "gebieden.import_kaartlaag", subject=laag.ref, aantal=len(read))
    outbox.publish(KaartlaagImported(code=code))
    return len(read)


def read_object(feature: Any, number: int) -> Kaartobject:
    """One object. Raises KaartlaagFileNotUsable, with its place in the file."""
    properties = feature.get("properties") if isinstance(feature, dict) else None
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    if not isinstance(properties, dict) or not isinstance(geometry, dict):
        raise KaartlaagFileNotUsable(waarom=f"object {number} heeft geen eigenschappen of geen plek")
    nummer = next((str(properties[name]).strip() for name in NUMBERS if properties.get(name) not in (None, "")), "")
    if not nummer or len(nummer) > LONGEST or not nummer.isprintable():
        raise KaartlaagFileNotUsable(waarom=f"object {number} heeft geen bruikbaar nummer")
    try:
        point = Point.from_geojson(geometry)
    except DomainError as error:
        raise KaartlaagFileNotUsable(waarom=f"object {nummer} heeft geen punt in lengte- en breedtegraden") from error
    if not is_in_netherlands(point):
        raise KaartlaagFileNotUsable(waarom=f"object {nummer} ligt niet in Nederland")
    rest = {
        str(name)[:LONGEST]: str(value)[:LONGEST_SOORT]
        for name, value in list(properties.items())[:MOST_PROPERTIES]
        if name not in (*NUMBERS, "soort") and value is not None
    }
    return Kaartobject(
        nummer=nummer,
        soort=str(properties.get("soort") or "")[:LONGEST_SOORT],
        lon=round(point.lon, 6),
        lat=round(point.lat, 6),
        eigenschappen=rest,
    )
