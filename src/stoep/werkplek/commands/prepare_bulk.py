"""Lay down what a bulk act will do, before it does anything: what is previewed is what is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from stoep.buitendienst.models import Rondestop
from stoep.foundation import audit, clock
from stoep.meldingen.rules.statussen import Daad, is_possible
from stoep.organisatie.queries import medewerker_of
from stoep.toegang.actors import Actor
from stoep.werkplek.errors import BulkEmpty, WithoutMedewerker
from stoep.werkplek.models import Bulkactie, Bulkregel, Bulksoort, Bulkstand
from stoep.werkplek.queries.werklijst import Werkregel, with_meldingen
from stoep.zaken.models import Zaak

MOST = 1000
RIGHT = {
    Bulksoort.TOEWIJZEN: "zaken.assign",
    Bulksoort.INPLANNEN: "zaken.set_status",
    Bulksoort.ONDERWERP: "zaken.set_status",
    Bulksoort.RONDE: "buitendienst.walk",
    Bulksoort.AFHANDELEN: "zaken.close",
}
STAP = {Bulksoort.INPLANNEN: Daad.INPLANNEN, Bulksoort.AFHANDELEN: Daad.AFHANDELEN}


@transaction.atomic
def prepare_bulk(
    *, soort: str, waarden: Mapping[str, Any], omschrijving: str, zaak_ids: Sequence[UUID], terug: str, actor: Actor
) -> Bulkactie:
    """Keep the zaken in order, each with whether it can be done and why not. A fixed number of queries."""
    kind = Bulksoort(soort)
    actor.require(RIGHT[kind])
    medewerker = medewerker_of(actor)
    if medewerker is None:
        raise WithoutMedewerker
    zaken = (
        Zaak.objects.visible_to(actor)
        .filter(pk__in=list(zaak_ids)[:MOST])
        .select_related("zaaktype", "statustype", "behandelaar", "groep")
        .order_by("einddatum_gepland", "id")
    )
    regels = with_meldingen(zaken, actor)
    if not regels:
        raise BulkEmpty
    actie = Bulkactie(
        eigenaar=medewerker,
        soort=kind,
        waarden=dict(waarden),
        omschrijving=omschrijving[:300],
        terug=terug[:2000],
        gemaakt_op=clock.now(),
    )
    actie.save(force_insert=True)
    elsewhere = on_other_rounds(regels, waarden) if kind == Bulksoort.RONDE else {}
    Bulkregel.objects.bulk_create(
        row_of(actie, regel, place, why_not(kind, regel, waarden, elsewhere, actor))
        for place, regel in enumerate(regels, start=1)
    )
    audit.record(actor, "werkplek.prepare_bulk", subject=actie.ref, soort=str(kind), aantal=len(regels))
    return actie


def row_of(actie: Bulkactie, regel: Werkregel, place: int, reden: str) -> Bulkregel:
    """A row, with what must come back when it is undone."""
    zaak, melding = regel.zaak, regel.melding
    return Bulkregel(
        actie=actie,
        zaak=zaak,
        volgorde=place,
        stand=Bulkstand.KAN_NIET if reden else Bulkstand.WACHT,
        reden=reden[:300],
        voor={
            "medewerker": str(zaak.behandelaar_id or ""),
            "groep": str(zaak.groep_id or ""),
            "categorie": melding.categorie.slug if melding else "",
        },
        bericht=bool(not reden and actie.waarden.get("tekst") and melding and melding.wil_bericht),
    )


def why_not(
    kind: Bulksoort, regel: Werkregel, waarden: Mapping[str, Any], elsewhere: Mapping[UUID, str], actor: Actor
) -> str:
    """Why this zaak cannot take part; empty when it can."""
    zaak, melding = regel.zaak, regel.melding
    if zaak.is_closed:
        return _("is al afgehandeld")
    if kind != Bulksoort.RONDE and not actor.may(RIGHT[kind], zaak):
        return _("u mag dit niet doen bij deze zaak")
    if kind == Bulksoort.TOEWIJZEN:
        present = (str(zaak.behandelaar_id or ""), str(zaak.groep_id or ""))
        is_there = present == (waarden.get("medewerker", ""), waarden.get("groep", ""))
        return _("is al van {naam}").format(naam=waarden.get("naam", "")) if is_there else ""
    if melding is None:
        return _("is geen melding, of u mag de melding niet zien")
    if kind == Bulksoort.ONDERWERP and melding.categorie.slug == waarden.get("categorie"):
        return _("heeft dit onderwerp al")
    if kind in STAP and not is_possible(STAP[kind], melding.stand):
        return _("dat kan niet bij status {status}").format(status=regel.status)
    if kind == Bulksoort.RONDE and melding.pk in elsewhere:
        return _("staat die dag al op de ronde van {naam}").format(naam=elsewhere[melding.pk])
    return ""


def on_other_rounds(regels: Sequence[Werkregel], waarden: Mapping[str, Any]) -> dict[UUID, str]:
    """Which of these reports wait on a round of that day already, and on whose. One query."""
    ids = [regel.melding.pk for regel in regels if regel.melding]
    return dict(
        Rondestop.objects.filter(melding__in=ids, ronde__dag=waarden["dag"]).values_list(
            "melding_id", "ronde__medewerker__naam"
        )
    )
