"""The reporter answers a question."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from stoep.foundation import audit, outbox
from stoep.meldingen.commands.attach_fotos import Foto, attach_fotos
from stoep.meldingen.commands.set_phase import set_phase
from stoep.meldingen.commands.write_concept import check_tekst
from stoep.meldingen.errors import NoQuestionOpen, TekstMissing
from stoep.meldingen.events import MeldingAnswered
from stoep.meldingen.models import FotoSoort, Melding
from stoep.meldingen.rules.tijdlijn import IN_BEHANDELING
from stoep.toegang.actors import SYSTEM, Actor
from stoep.zaken.commands import record_gebeurtenis


@transaction.atomic
def answer_melding(melding_id: UUID, *, tekst: str, fotos: Sequence[Foto] = (), actor: Actor) -> None:
    """Keep the answer with the zaak and go on with the work. Only while a question is open, so once.

    Whoever holds the signed link may answer: the view checked it.
    """
    melding = Melding.objects.select_related("zaak__zaaktype", "zaak__statustype", "categorie").locked(melding_id)
    if not melding.vraag or melding.zaak.is_closed:
        raise NoQuestionOpen
    check_tekst(tekst)
    if not tekst.strip() and not fotos:
        raise TekstMissing
    stoep = SYSTEM.on_behalf_of(actor)
    melding.vraag = ""
    melding.save(update_fields=["vraag"])
    attach_fotos(melding, fotos=fotos, soort=FotoSoort.ANTWOORD, auteur="melder", actor=stoep)
    record_gebeurtenis(melding.zaak_id, soort="antwoord", tekst=tekst or "De melder stuurde een foto.", actor=stoep)
    set_phase(melding, IN_BEHANDELING, actor=stoep)
    audit.record(actor, "meldingen.answer", subject=melding.ref)
    outbox.publish(MeldingAnswered(melding_id=melding.pk, zaak_id=melding.zaak_id))
