"""One zaak, its history and documents, and lists of work."""

from __future__ import annotations

from uuid import UUID

from django.db.models import F, QuerySet

from stoep.organisatie.models import Groep, Medewerker
from stoep.toegang.actors import Actor
from stoep.zaken.models import Gebeurtenis, Zaak, Zaakinformatieobject

TOGETHER = ("zaaktype", "statustype", "behandelaar", "groep")


def get_zaak(zaak_id: UUID | str, actor: Actor) -> Zaak:
    """One zaak with its type, status and people. Raises NotFound, also when the actor may not see it."""
    zaak: Zaak = Zaak.objects.visible_to(actor).select_related(*TOGETHER).one(zaak_id)
    return zaak


def worklist(
    actor: Actor,
    *,
    behandelaar: Medewerker | UUID | None = None,
    groep: Groep | UUID | None = None,
    zaaktype: str = "",
    kanaal: str = "",
    unassigned: bool = False,
    include_closed: bool = False,
) -> QuerySet[Zaak]:
    """Zaken to work on, most urgent first, in one query whatever their number. Page the answer."""
    zaken: QuerySet[Zaak] = Zaak.objects.visible_to(actor).select_related(*TOGETHER)
    if not include_closed:
        zaken = zaken.filter(einddatum__isnull=True)
    if behandelaar is not None:
        zaken = zaken.filter(behandelaar=behandelaar)
    if groep is not None:
        zaken = zaken.filter(groep=groep)
    if zaaktype:
        zaken = zaken.filter(zaaktype__identificatie=zaaktype)
    if kanaal:
        zaken = zaken.filter(communicatiekanaal=kanaal)
    if unassigned:
        zaken = zaken.filter(behandelaar__isnull=True)
    return zaken.order_by("voorrang", F("einddatum_gepland").asc(nulls_last=True), "id")


def history_of(zaak: Zaak) -> QuerySet[Gebeurtenis]:
    """What happened to a zaak, oldest first."""
    return Gebeurtenis.objects.filter(zaak=zaak).order_by("moment", "id")


def list_documents(zaak: Zaak) -> QuerySet[Zaakinformatieobject]:
    """The dossier, in the order in which it grew, with the latest version of each document."""
    return Zaakinformatieobject.objects.filter(zaak=zaak).select_related(
        "informatieobject__laatste_versie", "informatieobject__informatieobjecttype"
    )
