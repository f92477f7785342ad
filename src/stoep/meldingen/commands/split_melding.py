"""Make a part independent again: its own status, its own term, its own message."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit, outbox
from stoep.meldingen.commands.set_phase import put_into
from stoep.meldingen.commands.take_melding import take_melding
from stoep.meldingen.commands.tell_melder import tell_melder
from stoep.meldingen.commands.write_concept import check_tekst
from stoep.meldingen.errors import NotMerged, RedenMissing
from stoep.meldingen.events import MeldingSplit
from stoep.meldingen.models import Handeling, Melding
from stoep.meldingen.rules.statussen import Stand
from stoep.toegang.actors import Actor
from stoep.zaken.commands import record_gebeurtenis, replan_zaak, set_hoofdzaak


@transaction.atomic
def split_melding(
    melding_id: UUID, *, reden: str, tekst: str = "", onderwerp: str = "", versie: int | None = None, actor: Actor
) -> None:
    """Take a part out of its hoofdmelding. The day planned for the whole does not hold for it; its own norm does."""
    melding = take_melding(melding_id, right="zaken.set_status", versie=versie, actor=actor)
    head = Melding.objects.filter(zaak=melding.zaak.hoofdzaak_id).first() if melding.zaak.hoofdzaak_id else None
    if head is None:
        raise NotMerged
    if not reden.strip():
        raise RedenMissing(field="reden")
    check_tekst(tekst)
    set_hoofdzaak(melding.zaak_id, hoofdzaak_id=None, actor=actor)
    melding.gepland_op = None
    melding.save(update_fields=["gepland_op"])
    replan_zaak(melding.zaak_id, geplande_einddatum=melding.verwacht_op, actor=actor)
    if melding.stand in (Stand.INGEPLAND, Stand.DOORGEZET):
        put_into(melding, Stand.IN_BEHANDELING, actor=actor)
    for here, other, rol in ((melding, head, "deel"), (head, melding, "hoofd")):
        record_gebeurtenis(
            here.zaak_id,
            soort="losgemaakt",
            tekst=reden,
            waarden={"rol": rol, "ander": other.meldernummer, "zaak": str(other.zaak_id)},
            actor=actor,
        )
    audit.record(actor, "meldingen.split", subject=melding.ref, hoofd=str(head.pk))
    outbox.publish(MeldingSplit(melding_id=melding.pk, zaak_id=melding.zaak_id, hoofd_id=head.pk))
    if tekst.strip():
        tell_melder(melding, handeling=Handeling.LOSGEMAAKT, tekst=tekst, onderwerp=onderwerp, actor=actor)
