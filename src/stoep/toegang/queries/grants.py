"""Rights as a condition on a table: a list shows what an actor may see one by one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from stoep.toegang.actors import Actor, Grant, Vertrouwelijkheid

ModelT = TypeVar("ModelT", bound=Model)


def limit_to_grants(
    queryset: QuerySet[ModelT],
    actor: Actor,
    right: str,
    *,
    zaaktype_field: str = "",
    vertrouwelijkheid_field: str = "",
    catalogus_field: str = "",
) -> QuerySet[ModelT]:
    """Limit a queryset to what `actor` may with `right`: the same answer as `actor.may`, as one condition.

    The fields are paths to what `Guard` holds: the name of the type, the vertrouwelijkheidaanduiding and the id of
    the catalogus. A table without type or catalogus counts as "", one without confidentiality as openbaar.
    """
    condition = condition_of(actor.grants_for(right), zaaktype_field, vertrouwelijkheid_field, catalogus_field)
    if condition is None:
        return queryset.none()
    return queryset.filter(condition) if condition else queryset


def condition_of(
    grants: Iterable[Grant], zaaktype_field: str, vertrouwelijkheid_field: str = "", catalogus_field: str = ""
) -> Q | None:
    """What these grants together ask of a row: an empty Q asks nothing, None is never met.

    Types that may be seen up to the same level are one condition, so that hundreds of them stay quick.
    """
    together: dict[tuple[str, Vertrouwelijkheid], set[str]] = {}
    for grant in grants:
        together.setdefault((grant.catalogus, grant.up_to), set()).add(grant.zaaktype)
    wanted = Q()
    for (catalogus, up_to), types in together.items():
        condition = condition_of_types(types, zaaktype_field)
        if condition is None or (catalogus != "*" and not catalogus_field):
            continue
        if catalogus != "*":
            condition &= Q(**{catalogus_field: catalogus})
        if vertrouwelijkheid_field and up_to is not Vertrouwelijkheid.ZEER_GEHEIM:
            condition &= Q(**{f"{vertrouwelijkheid_field}__in": [level.value for level in up_to.and_below()]})
        if not condition:
            return condition
        wanted |= condition
    return wanted or None


def condition_of_types(types: set[str], zaaktype_field: str) -> Q | None:
    """What it asks of a row to be of one of these types; without a field a row is of the type ""."""
    if "*" in types:
        return Q()
    if not zaaktype_field:
        return Q() if "" in types else None
    return Q(**{f"{zaaktype_field}__in": sorted(types)}) if len(types) > 1 else Q(**{zaaktype_field: next(iter(types))})
