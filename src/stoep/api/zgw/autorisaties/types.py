"""The types of authorisations: on the wire the address of each version, in Stoep a name that holds for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias
from uuid import UUID

from stoep.api.zgw.addresses import url_of
from stoep.api.zgw.catalogi.versions import RESOURCES, Versioned, key_of
from stoep.catalogi.models import Besluittype, Informatieobjecttype, Zaaktype
from stoep.toegang.rules.autorisaties import ANY_TYPE, Verlening
from stoep.toegang.rules.scopes import Component

TypeName: TypeAlias = tuple[str, str]

MODELS: Mapping[Component, Versioned] = {
    Component.ZRC: Zaaktype,
    Component.DRC: Informatieobjecttype,
    Component.BRC: Besluittype,
}


def names_of_types(component: Component, ids: Iterable[UUID]) -> Mapping[UUID, TypeName]:
    """The catalogus and name of each of these versions that exists."""
    model = MODELS[component]
    rows = model.objects.filter(pk__in=set(ids)).values_list("pk", "catalogus_id", key_of(model))
    return {row_id: (str(catalogus), name) for row_id, catalogus, name in rows}


@dataclass(frozen=True)
class Types:
    """All types there are, with the addresses of their versions, per component."""

    urls: Mapping[Component, Mapping[TypeName, Sequence[str]]]

    def spread(self, verlening: Verlening) -> list[tuple[Verlening, str]]:
        """An authorisation as the norm writes it: one for each version of each type that it is about.

        One that is about no type that exists stands alone, without an address.
        """
        found = [
            (replace(verlening, type_naam=name, catalogus=catalogus), url)
            for (catalogus, name), urls in self.urls.get(verlening.component, {}).items()
            if verlening.type_naam in (ANY_TYPE, name) and verlening.catalogus in (ANY_TYPE, catalogus)
            for url in urls
        ]
        return found or [(verlening, "")]

    def named(self, verlening: Verlening) -> set[Verlening]:
        """The types that an authorisation is about, each by itself."""
        return {each for each, url in self.spread(verlening) if url}


def read_types() -> Types:
    """All types: three queries, however many applications are shown."""
    found: dict[Component, dict[TypeName, list[str]]] = {}
    for component, model in MODELS.items():
        by_name: dict[TypeName, list[str]] = defaultdict(list)
        rows = model.objects.order_by(key_of(model), "begin_geldigheid", "id")
        for row_id, catalogus, name in rows.values_list("pk", "catalogus_id", key_of(model)):
            by_name[str(catalogus), name].append(url_of("catalogi", RESOURCES[model], row_id))
        found[component] = by_name
    return Types(found)


def kept_broad(present: Iterable[Verlening], wanted: Sequence[Verlening], types: Types) -> list[Verlening]:
    """What is wanted, in which a right that was broad stays broad when all of it was given back.

    Who reads an application and writes it back sees a catalogus as a list of its types. Without this its right to
    types that come later would be lost.
    """
    left = list(dict.fromkeys(wanted))
    broad = []
    for verlening in present:
        parts = types.named(verlening)
        if verlening in parts or not parts <= set(left):
            continue
        if parts or verlening in left:
            broad.append(verlening)
            left = [each for each in left if each not in parts and each != verlening]
    return [*broad, *left]
