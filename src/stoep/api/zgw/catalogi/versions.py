"""Which versions a name stands for on a day: relations between types go by omschrijving or identificatie (ztc-011).

On the wire a relation is the address of the versions that are valid on `datumGeldigheid`, or today.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeAlias
from uuid import UUID

from django.db.models import Q

from stoep.api.zgw.addresses import url_of
from stoep.catalogi.models import Besluittype, Informatieobjecttype, Zaaktype
from stoep.foundation import clock

Versioned: TypeAlias = type[Zaaktype] | type[Informatieobjecttype] | type[Besluittype]
Name: TypeAlias = tuple[UUID, str]

RESOURCES: Mapping[Versioned, str] = {
    Zaaktype: "zaaktypen",
    Informatieobjecttype: "informatieobjecttypen",
    Besluittype: "besluittypen",
}


def key_of(model: Versioned) -> str:
    """By which field other types refer to this one."""
    return "identificatie" if model is Zaaktype else "omschrijving"


def urls_on(model: Versioned, names: Iterable[Name], on: date | None) -> Mapping[Name, Sequence[str]]:
    """The addresses of the versions of each (catalogus, name) that are valid on a day; concepts only where no other is."""
    wanted = set(names)
    found: dict[Name, list[str]] = defaultdict(list)
    if not wanted:
        return found
    day, key = on or clock.today(), key_of(model)
    rows = (
        model.objects.filter(
            Q(einde_geldigheid__isnull=True) | Q(einde_geldigheid__gte=day),
            begin_geldigheid__lte=day,
            catalogus__in={catalogus for catalogus, _name in wanted},
            **{f"{key}__in": {name for _catalogus, name in wanted}},
        )
        .order_by("concept", "begin_geldigheid", "id")
        .values_list("catalogus_id", key, "concept", "id")
    )
    for catalogus, name, concept, row_id in rows:
        place = (catalogus, name)
        if place in wanted and not (concept and found[place]):
            found[place].append(url_of("catalogi", RESOURCES[model], row_id))
    return found


def flattened(found: Mapping[Name, Sequence[str]], catalogus: UUID, names: Iterable[str]) -> list[str]:
    """The addresses of several names, each once, in order."""
    return list(dict.fromkeys(url for name in names for url in found.get((catalogus, name), ())))
