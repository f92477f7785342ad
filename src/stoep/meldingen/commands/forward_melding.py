"""Let somebody outside the municipality do the work, and take it back."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit, clock, outbox
from stoep.meldingen.commands.pause_norm import NORM_FIELDS, end_question
from stoep.meldingen.commands.set_phase import set_phase
from stoep.meldingen.commands.take_melding import take_for
from stoep.meldingen.commands.tell_melder import tell_melder
from stoep.meldingen.commands.write_concept import check_tekst
from stoep.meldingen.errors import RedenMissing
from stoep.meldingen.events import MeldingForwarded, MeldingReturned
from stoep.meldingen.models import Handeling
from stoep.meldingen.rules.statussen import Daad, Stand
from stoep.toegang.actors import Actor
from stoep.zaken.commands import record_gebeurtenis


@transaction.atomic
def forward_melding(
    melding_id: UUID, *, naar: str, tekst: str = "", onderwerp: str = "", versie: int | None = None, actor: Actor
) -> None:
    """Note that `naar` (a contractor or other organisation) does the work now; tell the reporter when there is a text.

    This sets the status and tells what happened: what goes to the contractor is the work of a higher domain.
    """
    melding = take_for(melding_id, Daad.DOORZETTEN, versie=versie, actor=actor)
    if not naar.strip():
        raise RedenMissing(field="naar")
    check_tekst(tekst)
    melding.doorgezet_op = clock.now()
    end_question(melding, actor=actor)
    melding.save(update_fields=["doorgezet_op", *NORM_FIELDS])
    set_phase(melding, Stand.DOORGEZET, tekst=tekst, actor=actor)
    record_gebeurtenis(melding.zaak_id, soort="doorgezet", waarden={"naar": naar.strip()[:200]}, actor=actor)
    if tekst.strip():
        tell_melder(melding, handeling=Handeling.DOORGEZET, tekst=tekst, onderwerp=onderwerp, actor=actor)
    audit.record(actor, "meldingen.forward", subject=melding.ref)
    outbox.publish(MeldingForwarded(melding_id=melding.pk, zaak_id=melding.zaak_id))


@transaction.atomic
def return_melding(melding_id: UUID, *, reden: str, versie: int | None = None, actor: Actor) -> None:
    """Take the work back: it is done, or the other does not do it. The report is in our hands again."""
    melding = take_for(melding_id, Daad.TERUGNEMEN, versie=versie, actor=actor)
    if not reden.strip():
        raise RedenMissing
    melding.doorgezet_op = None
    melding.save(update_fields=["doorgezet_op"])
    set_phase(melding, Stand.IN_BEHANDELING, actor=actor)
    record_gebeurtenis(melding.zaak_id, soort="teruggekomen", tekst=reden.strip(), actor=actor)
    audit.record(actor, "meldingen.return", subject=melding.ref)
    outbox.publish(MeldingReturned(melding_id=melding.pk, zaak_id=melding.zaak_id))
