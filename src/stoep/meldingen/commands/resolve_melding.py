"""Handle a report: say what was done, show it, and close its zaak."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit, outbox
from stoep.meldingen.commands.attach_fotos import Foto, attach_fotos
from stoep.meldingen.commands.close_parts import close_parts
from stoep.meldingen.commands.pause_norm import NORM_FIELDS, end_question
from stoep.meldingen.commands.set_phase import resultaattype_of
from stoep.meldingen.commands.take_melding import take_for
from stoep.meldingen.commands.tell_anderen import tell_anderen
from stoep.meldingen.commands.tell_melder import tell_melder
from stoep.meldingen.commands.write_concept import check_tekst
from stoep.meldingen.errors import TekstMissing
from stoep.meldingen.events import MeldingResolved
from stoep.meldingen.models import FotoSoort, Handeling
from stoep.meldingen.rules.statussen import Daad
from stoep.meldingen.rules.tekst import cut
from stoep.meldingen.rules.uitkomsten import RESULTAAT_OF
from stoep.toegang.actors import Actor
from stoep.zaken.commands import close_zaak


@transaction.atomic
def resolve_melding(
    melding_id: UUID,
    *,
    tekst: str,
    foto: Foto | None = None,
    uitkomst: Handeling | str = Handeling.OPGELOST,
    onderwerp: str = "",
    versie: int | None = None,
    actor: Actor,
) -> None:
    """Close the report with a text for the reporter and, when there is one, a photo of the repair."""
    melding = take_for(melding_id, Daad.AFHANDELEN, versie=versie, actor=actor)
    uitkomst = Handeling(uitkomst)
    if not tekst.strip():
        raise TekstMissing
    check_tekst(tekst)
    melding.oplossing, melding.uitkomst, melding.doorgezet_op = tekst, uitkomst.value, None
    end_question(melding, actor=actor)
    melding.save(update_fields=["oplossing", "uitkomst", "doorgezet_op", *NORM_FIELDS])
    attach_fotos(melding, fotos=[foto] if foto else [], soort=FotoSoort.HERSTEL, auteur=actor.name, actor=actor)
    resultaattype = resultaattype_of(melding, RESULTAAT_OF[uitkomst.value])
    close_parts(melding, resultaattype, tekst=tekst, uitkomst=uitkomst.value, actor=actor)
    close_zaak(melding.zaak_id, resultaattype_id=resultaattype.pk, toelichting=cut(tekst), actor=actor)
    tell_melder(melding, handeling=uitkomst, tekst=tekst, onderwerp=onderwerp, actor=actor)
    tell_anderen(melding, handeling=uitkomst, tekst=tekst, onderwerp=onderwerp, actor=actor)
    audit.record(actor, "meldingen.resolve", subject=melding.ref, uitkomst=uitkomst.value)
    outbox.publish(MeldingResolved(melding_id=melding.pk, zaak_id=melding.zaak_id, uitkomst=uitkomst.value))
