"""Finding zaken: the filters of the norm as conditions, always within what the caller may read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

import shapely
from django.db.models import Q, QuerySet

from stoep.api.zgw.links import id_of
from stoep.api.zgw.zaken.identified import IDENTIFIED, identified_by
from stoep.api.zgw.zaken.zaak_wire import ZaakWanted, ZaakZoek
from stoep.foundation.geo import GeometryNotValid, geometry_of
from stoep.foundation.rest import invalid
from stoep.foundation.rest.wire import entries_of
from stoep.toegang.actors import Actor, Vertrouwelijkheid
from stoep.zaken.models import Rol, Zaak

OTHERWISE = {
    "zaaktype",
    "rol__betrokkene_type",
    "rol__betrokkene",
    "rol__omschrijving_generiek",
    "maximale_vertrouwelijkheidaanduiding",
    "expand",
    *IDENTIFIED,
}
PLAIN = tuple(entry.attribute for entry in entries_of(ZaakWanted) if entry.attribute not in OTHERWISE)


def find_zaken(actor: Actor, query: ZaakWanted, ordering: Iterable[str] = ()) -> QuerySet[Zaak]:
    """Zaken that meet everything that was asked, newest first unless another order was."""
    asked = {name: value for name in PLAIN if (value := getattr(query, name)) is not None}
    if query.zaaktype is not None:
        asked["zaaktype"] = id_of(query.zaaktype)
    if query.maximale_vertrouwelijkheidaanduiding is not None:
        highest = Vertrouwelijkheid(query.maximale_vertrouwelijkheidaanduiding)
        asked["vertrouwelijkheidaanduiding__in"] = [level.value for level in highest.and_below()]
    found: QuerySet[Zaak] = Zaak.objects.visible_to(actor).filter(**asked)
    who = condition_on_rol(query)
    if who:
        found = found.filter(pk__in=Rol.objects.filter(who).values("zaak"))
    return found.order_by(*ordering, "-pk")


def condition_on_rol(query: ZaakWanted) -> Q:
    """What is asked of one rol; all of it of the same."""
    wanted = {
        "betrokkene_type": query.rol__betrokkene_type,
        "betrokkene": query.rol__betrokkene,
        "roltype__omschrijving_generiek": query.rol__omschrijving_generiek,
    }
    condition = Q(**{path: value for path, value in wanted.items() if value is not None})
    for name in IDENTIFIED:
        if (value := getattr(query, name)) is not None:
            condition &= identified_by(name, value)
    return condition


def search_zaken(actor: Actor, body: ZaakZoek) -> QuerySet[Zaak]:
    """The same, by what only a body can hold; the area is looked at apart."""
    found = find_zaken(actor, body, [body.ordering] if body.ordering else ())
    if body.uuid__in is not None:
        found = found.filter(pk__in=body.uuid__in)
    if body.zaaktype__in is not None:
        found = found.filter(zaaktype__in=[id_of(address) for address in body.zaaktype__in])
    return found


def those_within(found: QuerySet[Zaak], area: dict[str, Any]) -> Sequence[UUID]:
    """Of these zaken, in their order, those that lie wholly within an area: first by place, then by their form."""
    try:
        geometry = geometry_of(area)
    except GeometryNotValid as error:
        raise invalid("zaakgeometrie.within", "invalid", str(error)) from error
    west, south, east, north = geometry.bounds
    near = found.filter(lon__gte=west, lon__lte=east, lat__gte=south, lat__lte=north)
    rows = list(near.values_list("pk", "lon", "lat", "zaakgeometrie__type"))
    inside = shapely.intersects_xy(geometry, [row[1] or 0.0 for row in rows], [row[2] or 0.0 for row in rows])
    at_edge = [row[0] for row, is_in in zip(rows, inside, strict=True) if is_in]
    larger = {row[0] for row in rows if row[3] != "Point"}
    forms = dict(Zaak.objects.filter(pk__in=larger.intersection(at_edge)).values_list("pk", "zaakgeometrie"))
    return [each for each in at_edge if each not in forms or geometry.covers(geometry_of(forms[each]))]
