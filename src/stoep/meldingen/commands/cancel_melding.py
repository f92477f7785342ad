"""Cancel a report: it need not be handled."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit, outbox
from stoep.meldingen.commands.close_parts import close_parts
from stoep.meldingen.commands.pause_norm import NORM_FIELDS, end_question
from stoep.meldingen.commands.set_phase import resultaattype_of
from stoep.meldingen.commands.take_melding import take_for
from stoep.meldingen.commands.tell_anderen import tell_anderen
from stoep.meldingen.commands.tell_melder import tell_melder
from stoep.meldingen.commands.write_concept import check_tekst
from stoep.meldingen.errors import RedenMissing
from stoep.meldingen.events import MeldingCancelled
from stoep.meldingen.models import GEANNULEERD, Handeling
from stoep.meldingen.rules.statussen import Daad, Stand
from stoep.meldingen.rules.tekst import cut
from stoep.toegang.actors import Actor
from stoep.zaken.commands import close_zaak


@transaction.atomic
def cancel_melding(
    melding_id: UUID, *, reden: str, tekst: str = "", onderwerp: str = "", versie: int | None = None, actor: Actor
) -> None:
    """Cancel: withdrawn, a mistake, or no report at all. `reden` is for colleagues; `tekst` goes to the reporter."""
    melding = take_for(melding_id, Daad.ANNULEREN, versie=versie, actor=actor)
    if not reden.strip():
        raise RedenMissing(field="reden")
    check_tekst(tekst)
    melding.oplossing, melding.uitkomst, melding.doorgezet_op = tekst, GEANNULEERD, None
    end_question(melding, actor=actor)
    melding.save(update_fields=["oplossing", "uitkomst", "doorgezet_op", *NORM_FIELDS])
    resultaattype = resultaattype_of(melding, Stand.GEANNULEERD.value)
    close_parts(melding, resultaattype, tekst=tekst, uitkomst=GEANNULEERD, actor=actor)
    close_zaak(melding.zaak_id, resultaattype_id=resultaattype.pk, toelichting=cut(reden), actor=actor)
    if tekst.strip():
        tell_melder(melding, handeling=Handeling.GEANNULEERD, tekst=tekst, onderwerp=onderwerp, actor=actor)
        tell_anderen(melding, handeling=Handeling.GEANNULEERD, tekst=tekst, onderwerp=onderwerp, actor=actor)
    audit.record(actor, "meldingen.cancel", subject=melding.ref)
    outbox.publish(MeldingCancelled(melding_id=melding.pk, zaak_id=melding.zaak_id))
