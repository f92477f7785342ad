"""Take a bulk act back."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from stoep.buitendienst.commands import remove_stop
from stoep.buitendienst.models import Rondestop
from stoep.foundation import audit, clock
from stoep.foundation.errors import DomainError
from stoep.meldingen.commands import recategorise_melding
from stoep.meldingen.models import Melding
from stoep.toegang.actors import Actor
from stoep.werkplek.commands.run_bulk import uuid_of
from stoep.werkplek.commands.start_bulk import UNDO, take_own_bulk
from stoep.werkplek.errors import BulkTooLate, ZaakChangedSince
from stoep.werkplek.models import Bulkactie, Bulkregel, Bulksoort, Bulkstand
from stoep.zaken.commands import assign_zaak, release_zaak
from stoep.zaken.models import Zaak

REDEN = "Bulkactie ongedaan gemaakt"


@transaction.atomic
def undo_bulk(actie_id: UUID | str, *, actor: Actor) -> Bulkactie:
    """What waits is not done any more; what was done goes back, unless a colleague changed it since.

    Possible for ten minutes: after that others count on it. Raises BulkTooLate.
    """
    actie = take_own_bulk(actie_id, actor=actor)
    if actie.ongedaan_op is not None:
        return actie
    if actie.begint_op is None or clock.now() > undo_until(actie):
        raise BulkTooLate
    actie.ongedaan_op = clock.now()
    actie.save(update_fields=["ongedaan_op"])
    actie.regels.filter(stand=Bulkstand.WACHT).update(stand=Bulkstand.ONGEDAAN)
    for regel in actie.regels.filter(stand=Bulkstand.GEDAAN).select_related("zaak"):
        try:
            with transaction.atomic():
                put_back(actie, regel, actor)
            regel.stand = Bulkstand.ONGEDAAN
        except DomainError as error:
            regel.reden = str(error)[:300]
        regel.save(update_fields=["stand", "reden"])
    audit.record(actor, "werkplek.undo_bulk", subject=actie.ref, soort=actie.soort)
    return actie


def undo_until(actie: Bulkactie) -> datetime:
    """Until when it can be taken back: what is held, until it begins; the rest ten minutes from its beginning."""
    if actie.begint_op is None:
        return clock.now()
    return actie.begint_op if actie.is_held else actie.begint_op + UNDO


def put_back(actie: Bulkactie, regel: Bulkregel, actor: Actor) -> None:
    """Put one zaak back as it was."""
    zaak: Zaak = Zaak.objects.for_writing().locked(regel.zaak_id)
    if actie.soort == Bulksoort.TOEWIJZEN:
        present = (str(zaak.behandelaar_id or ""), str(zaak.groep_id or ""))
        if present != (actie.waarden.get("medewerker", ""), actie.waarden.get("groep", "")):
            raise ZaakChangedSince
        give_back(regel, actor)
        return
    melding = Melding.objects.visible_to(actor).select_related("categorie").get(zaak=regel.zaak_id)
    if actie.soort == Bulksoort.RONDE:
        for stop in Rondestop.objects.filter(melding=melding, ronde__dag=actie.waarden["dag"], uitkomst=""):
            remove_stop(stop.pk, actor=actor)
    elif melding.categorie.slug != actie.waarden["categorie"]:
        raise ZaakChangedSince
    else:
        recategorise_melding(melding.pk, categorie=regel.voor["categorie"], actor=actor)
        give_back(regel, actor)


def give_back(regel: Bulkregel, actor: Actor) -> None:
    """To whom it was given before; to nobody when it was of nobody."""
    medewerker, groep = uuid_of(regel.voor["medewerker"]), uuid_of(regel.voor["groep"])
    now = Zaak.objects.values_list("behandelaar_id", "groep_id").get(pk=regel.zaak_id)
    if now == (medewerker, groep) or not actor.may("zaken.assign"):
        return
    if medewerker is None and groep is None:
        release_zaak(regel.zaak_id, reden=REDEN, actor=actor)
    else:
        assign_zaak(regel.zaak_id, medewerker_id=medewerker, groep_id=groep, reden=REDEN, actor=actor)
