"""Change a version of a zaaktype, document type or decision type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction

from stoep.catalogi.commands.concepts import require_manage, take_type
from stoep.catalogi.commands.onderdelen import check_duur, check_procestype, refuse_unknown
from stoep.catalogi.commands.versions import refuse_overlap
from stoep.catalogi.errors import EndsBeforeBegin, VerlengingWithoutTerm
from stoep.catalogi.events import TypeChanged
from stoep.catalogi.models import (
    Besluittype,
    Catalogus,
    Informatieobjecttype,
    Procestype,
    Selectielijstresultaat,
    Zaaktype,
    Zaaktyperelatie,
)
from stoep.catalogi.selectielijst import find_item
from stoep.foundation import audit, outbox
from stoep.toegang.actors import Actor

TypeT = TypeVar("TypeT", Zaaktype, Informatieobjecttype, Besluittype)
TERMS = {
    Zaaktype: ("doorlooptijd", "servicenorm", "verlengingstermijn"),
    Besluittype: ("reactietermijn", "publicatietermijn"),
    Informatieobjecttype: (),
}
ONLY_THE_END = {"einde_geldigheid"}


@dataclass(frozen=True, slots=True)
class Relatie:
    """A zaaktype that bears on another: by identificatie or, when it lives elsewhere, by address."""

    zaaktype: str
    aard_relatie: str
    toelichting: str = ""


@transaction.atomic
def change_zaaktype(
    zaaktype_id: UUID, *, gerelateerde_zaaktypen: Sequence[Relatie] | None = None, actor: Actor, **fields: Any
) -> Zaaktype:
    """Change a version of a zaaktype; of a published one only its last day, but for a correction (ztc-009)."""
    only_end = gerelateerde_zaaktypen is None and set(fields) == ONLY_THE_END
    zaaktype = take(Zaaktype, zaaktype_id, only_end=only_end, actor=actor)
    store(zaaktype, fields)
    if gerelateerde_zaaktypen is not None:
        replace_relations(zaaktype, gerelateerde_zaaktypen)
    return told(zaaktype, actor=actor)


@transaction.atomic
def change_informatieobjecttype(type_id: UUID, *, actor: Actor, **fields: Any) -> Informatieobjecttype:
    """Change a version of a document type; of a published one only its last day, but for a correction (ztc-009)."""
    taken = take(Informatieobjecttype, type_id, only_end=set(fields) == ONLY_THE_END, actor=actor)
    store(taken, fields)
    return told(taken, actor=actor)


@transaction.atomic
def change_besluittype(type_id: UUID, *, actor: Actor, **fields: Any) -> Besluittype:
    """Change a version of a decision type; of a published one only its last day, but for a correction (ztc-009)."""
    taken = take(Besluittype, type_id, only_end=set(fields) == ONLY_THE_END, actor=actor)
    store(taken, fields)
    return told(taken, actor=actor)


def take(model: type[TypeT], type_id: UUID, *, only_end: bool, actor: Actor) -> TypeT:
    """Lock a type for what will be changed of it."""
    if not only_end:
        return take_type(model, type_id, actor=actor)
    objects: Any = model.objects
    taken: TypeT = objects.locked(type_id)
    require_manage(actor)
    return taken


def store(taken: Zaaktype | Informatieobjecttype | Besluittype, fields: dict[str, Any]) -> None:
    """Write the fields, once the whole is as it may be."""
    began = taken.begin_geldigheid
    for name, value in fields.items():
        setattr(taken, name, value)
    check_type(taken)
    if not taken.concept:
        Catalogus.objects.locked(taken.catalogus_id)
        refuse_overlap(taken, versions_of(taken))
    taken.save()
    if isinstance(taken, Zaaktype) and taken.begin_geldigheid != began:
        move_parts(taken, began)


def move_parts(zaaktype: Zaaktype, began: date) -> None:
    """Parts begin with their zaaktype, also when that begins on another day than it did."""
    parts = (zaaktype.statustypen, zaaktype.resultaattypen, zaaktype.roltypen, zaaktype.eigenschappen)
    for each in (*parts, zaaktype.zaakobjecttypen):
        each.filter(begin_geldigheid=began).update(begin_geldigheid=zaaktype.begin_geldigheid)


def versions_of(taken: Any) -> Any:
    """The published versions of the same type."""
    key = "identificatie" if isinstance(taken, Zaaktype) else "omschrijving"
    return type(taken).objects.published().filter(catalogus=taken.catalogus_id, **{key: getattr(taken, key)})


def check_type(taken: Zaaktype | Informatieobjecttype | Besluittype) -> None:
    """What must be so of each type, whenever it is made or changed."""
    if taken.einde_geldigheid is not None and taken.einde_geldigheid < taken.begin_geldigheid:
        raise EndsBeforeBegin
    for term in TERMS[type(taken)]:
        check_duur(getattr(taken, term), term)
    if isinstance(taken, Besluittype):
        refuse_unknown(Informatieobjecttype, taken, taken.informatieobjecttypen, "informatieobjecttypen")
    if isinstance(taken, Zaaktype):
        check_zaaktype(taken)


def check_zaaktype(zaaktype: Zaaktype) -> None:
    """Its process is of the Selectielijst (ztc-001) and fits its results (ztc-002); it names types that are there."""
    if zaaktype.verlenging_mogelijk and not zaaktype.verlengingstermijn:
        raise VerlengingWithoutTerm
    refuse_unknown(Besluittype, zaaktype, zaaktype.besluittypen, "besluittypen")
    if not zaaktype.selectielijst_procestype:
        return
    find_item(zaaktype.selectielijst_procestype, Procestype, field="selectielijst_procestype")
    for address in zaaktype.resultaattypen.exclude(selectielijstklasse="").values_list(
        "selectielijstklasse", flat=True
    ):
        klasse = find_item(address, Selectielijstresultaat, field="selectielijst_procestype")
        if klasse is not None:
            check_procestype(zaaktype, klasse)


def replace_relations(zaaktype: Zaaktype, relations: Sequence[Relatie]) -> None:
    """The zaaktypen that bear on this one, and no others."""
    zaaktype.gerelateerde_zaaktypen.all().delete()
    Zaaktyperelatie.objects.bulk_create(
        Zaaktyperelatie(
            zaaktype=zaaktype,
            gerelateerd_zaaktype=each.zaaktype,
            aard_relatie=each.aard_relatie,
            toelichting=each.toelichting,
        )
        for each in {(each.zaaktype, each.aard_relatie): each for each in relations}.values()
    )


def told(taken: TypeT, *, actor: Actor, actie: str = "update") -> TypeT:
    """Record and tell that a type was made or changed."""
    verb = {"update": "change", "create": "create"}[actie]
    audit.record(actor, f"catalogi.{verb}_{taken.ref.kind}", subject=taken.ref)
    outbox.publish(event_of(taken, actie))
    return taken


def event_of(taken: Any, actie: Any) -> TypeChanged:
    """What is told of a type."""
    return TypeChanged(soort=taken.ref.kind, type_id=taken.pk, catalogus_id=taken.catalogus_id, actie=actie)
