"""The reporter answers a question."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from stoep.foundation import audit, clock, outbox
from stoep.meldingen.commands.attach_fotos import Foto, attach_fotos
from stoep.meldingen.commands.pause_norm import NORM_FIELDS, end_question
from stoep.meldingen.commands.set_phase import set_phase
from stoep.meldingen.commands.take_melding import take_for_melder
from stoep.meldingen.commands.tell_melder import tell_melder
from stoep.meldingen.commands.write_concept import check_tekst
from stoep.meldingen.errors import NoQuestionOpen, TekstMissing
from stoep.meldingen.events import MeldingAnswered
from stoep.meldingen.models import FotoSoort, Handeling
from stoep.meldingen.queries import is_answerable
from stoep.meldingen.rules.statussen import Stand
from stoep.toegang.actors import SYSTEM, Actor
from stoep.zaken.commands import record_gebeurtenis


@transaction.atomic
def answer_melding(
    melding_id: UUID, *, tekst: str, fotos: Sequence[Foto] = (), vraag: int | None = None, actor: Actor
) -> None:
    """Keep the answer with the zaak and go on with the work. Only while a question is open, so once.

    Whoever holds the signed link may answer: the view checked it. `vraag` is the number of the question that
    the link belongs to: a link of an earlier question answers nothing.
    """
    melding = take_for_melder(melding_id)
    if not is_answerable(melding, vraag):
        raise NoQuestionOpen
    check_tekst(tekst)
    if not tekst.strip() and not fotos:
        raise TekstMissing(field="tekst")
    stoep = SYSTEM.on_behalf_of(actor)
    end_question(melding, actor=stoep)
    melding.antwoord_op = clock.now()
    melding.save(update_fields=NORM_FIELDS)
    attach_fotos(melding, fotos=fotos, soort=FotoSoort.ANTWOORD, auteur="melder", actor=stoep)
    record_gebeurtenis(melding.zaak_id, soort="antwoord", tekst=tekst or "De melder stuurde een foto.", actor=stoep)
    set_phase(melding, Stand.REACTIE_ONTVANGEN, actor=stoep)
    tell_melder(melding, handeling=Handeling.REACTIE_ONTVANGEN, actor=stoep)
    audit.record(actor, "meldingen.answer", subject=melding.ref)
    outbox.publish(MeldingAnswered(melding_id=melding.pk, zaak_id=melding.zaak_id))
