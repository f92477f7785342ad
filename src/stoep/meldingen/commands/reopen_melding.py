"""Look again at a report that was closed: on request of its reporter, or because a colleague sees the need."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.db import transaction

from stoep.foundation import audit, clock, outbox
from stoep.foundation.kalender import add_werkdagen
from stoep.meldingen.commands.attach_fotos import Foto, attach_fotos
from stoep.meldingen.commands.on_behalf import able
from stoep.meldingen.commands.route_melding import route_melding
from stoep.meldingen.commands.set_phase import phase_of
from stoep.meldingen.commands.take_melding import refuse_impossible, take_for, take_for_melder
from stoep.meldingen.commands.tell_melder import tell_melder
from stoep.meldingen.commands.write_concept import check_tekst
from stoep.meldingen.errors import HeropenenTooLate, RedenMissing, TekstMissing
from stoep.meldingen.events import HeropenenDeclined, HeropenenRequested, MeldingReopened
from stoep.meldingen.models import FotoSoort, Handeling, Heropenbesluit, Heropenverzoek, Melding
from stoep.meldingen.queries import get_instellingen
from stoep.meldingen.rules.statussen import Daad, Stand
from stoep.toegang.actors import SYSTEM, Actor
from stoep.zaken.commands import record_gebeurtenis, reopen_zaak, replan_zaak


@transaction.atomic
def request_heropenen(melding_id: UUID, *, tekst: str, fotos: Sequence[Foto] = (), actor: Actor) -> Heropenverzoek:
    """The reporter asks to look again. Whoever holds the signed link may: the view checked it.

    Asked twice, the first request stands.
    """
    melding = take_for_melder(melding_id)
    waiting = Heropenverzoek.objects.filter(melding=melding, besluit=Heropenbesluit.OPEN).first()
    if waiting is not None:
        return waiting
    refuse_impossible(melding, Daad.VERZOEKEN)
    einddatum = melding.zaak.einddatum
    if einddatum is None or clock.today() > einddatum + timedelta(days=get_instellingen().heropenen_dagen):
        raise HeropenenTooLate
    if not tekst.strip():
        raise TekstMissing
    check_tekst(tekst)
    stoep = SYSTEM.on_behalf_of(actor)
    verzoek: Heropenverzoek = Heropenverzoek.objects.create(melding=melding, tekst=tekst, gevraagd_op=clock.now())
    melding.heropenen_gevraagd_op = verzoek.gevraagd_op
    melding.save(update_fields=["heropenen_gevraagd_op"])
    attach_fotos(melding, fotos=fotos, soort=FotoSoort.HEROPENEN, auteur="melder", actor=stoep)
    record_gebeurtenis(melding.zaak_id, soort="heropenverzoek", tekst=tekst, actor=stoep)
    tell_melder(melding, handeling=Handeling.VERZOEK_ONTVANGEN, actor=stoep)
    audit.record(actor, "meldingen.request_heropenen", subject=melding.ref)
    outbox.publish(HeropenenRequested(melding_id=melding.pk, zaak_id=melding.zaak_id))
    return verzoek


@transaction.atomic
def accept_heropenverzoek(
    melding_id: UUID, *, tekst: str, onderwerp: str = "", versie: int | None = None, actor: Actor
) -> None:
    """Look again, as the reporter asked; `tekst` tells what happens now."""
    melding = take_for(melding_id, Daad.TOESTAAN, versie=versie, actor=actor)
    check_tekst(tekst)
    decide(melding, Heropenbesluit.TOEGESTAAN, reden=tekst, actor=actor)
    open_again(melding, reden=tekst or "Op verzoek van de melder", op_verzoek=True, actor=actor)
    tell_melder(melding, handeling=Handeling.HEROPEND, tekst=tekst, onderwerp=onderwerp, actor=actor)


@transaction.atomic
def decline_heropenverzoek(
    melding_id: UUID, *, tekst: str, onderwerp: str = "", versie: int | None = None, actor: Actor
) -> None:
    """Leave the report closed; the reporter reads why."""
    melding = take_for(melding_id, Daad.AFWIJZEN, versie=versie, actor=actor)
    if not tekst.strip():
        raise RedenMissing
    check_tekst(tekst)
    decide(melding, Heropenbesluit.AFGEWEZEN, reden=tekst, actor=actor)
    record_gebeurtenis(melding.zaak_id, soort="heropenen-afgewezen", tekst=tekst, actor=actor)
    tell_melder(melding, handeling=Handeling.HEROPENEN_AFGEWEZEN, tekst=tekst, onderwerp=onderwerp, actor=actor)
    audit.record(actor, "meldingen.decline_heropenen", subject=melding.ref)
    outbox.publish(HeropenenDeclined(melding_id=melding.pk, zaak_id=melding.zaak_id))


@transaction.atomic
def reopen_melding(
    melding_id: UUID, *, reden: str, tekst: str = "", onderwerp: str = "", versie: int | None = None, actor: Actor
) -> None:
    """Open a closed report again. `reden` is for colleagues; the reporter hears of it when there is a `tekst`."""
    melding = take_for(melding_id, Daad.HEROPENEN, versie=versie, actor=actor)
    if not reden.strip():
        raise RedenMissing(field="reden")
    check_tekst(tekst)
    open_again(melding, reden=reden, op_verzoek=False, actor=actor)
    if tekst.strip():
        tell_melder(melding, handeling=Handeling.HEROPEND, tekst=tekst, onderwerp=onderwerp, actor=actor)


def decide(melding: Melding, besluit: Heropenbesluit, *, reden: str, actor: Actor) -> None:
    """Write down what was decided about the request that waits."""
    Heropenverzoek.objects.filter(melding=melding, besluit=Heropenbesluit.OPEN).update(
        besluit=besluit, reden=reden, besloten_op=clock.now(), besloten_door=str(actor.ref)
    )
    melding.heropenen_gevraagd_op = None
    melding.save(update_fields=["heropenen_gevraagd_op"])


def open_again(melding: Melding, *, reden: str, op_verzoek: bool, actor: Actor) -> None:
    """Open the zaak, count it, and promise a new day by the norm. Who had it gets it back; who left does not."""
    reopener = able(actor, "zaken.reopen", "zaken.set_status")
    melding.heropend += 1
    melding.uitkomst, melding.gepland_op, melding.antwoord_op, melding.heropenen_gevraagd_op = "", None, None, None
    melding.verwacht_op = add_werkdagen(clock.today(), melding.categorie.servicenorm_werkdagen)
    melding.save(
        update_fields=["heropend", "uitkomst", "gepland_op", "antwoord_op", "heropenen_gevraagd_op", "verwacht_op"]
    )
    melding.zaak = reopen_zaak(
        melding.zaak_id, reden=reden, statustype_omschrijving=phase_of(melding, Stand.HEROPEND), actor=reopener
    )
    replan_zaak(melding.zaak_id, geplande_einddatum=melding.verwacht_op, actor=reopener)
    behandelaar = melding.zaak.behandelaar
    if behandelaar is not None and not behandelaar.actief:
        route_melding(melding, actor=SYSTEM.on_behalf_of(actor))
    audit.record(actor, "meldingen.reopen", subject=melding.ref)
    outbox.publish(
        MeldingReopened(melding_id=melding.pk, zaak_id=melding.zaak_id, keer=melding.heropend, op_verzoek=op_verzoek)
    )
