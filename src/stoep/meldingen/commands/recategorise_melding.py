"""Put a report under another category, and send it on accordingly."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit, clock, outbox
from stoep.foundation.kalender import add_werkdagen
from stoep.meldingen.commands.learn_correctie import learn_correctie
from stoep.meldingen.commands.route_melding import route_melding
from stoep.meldingen.commands.take_melding import take_melding
from stoep.meldingen.errors import CategorieUnknown
from stoep.meldingen.events import MeldingRecategorised
from stoep.meldingen.models import Categorie
from stoep.toegang.actors import Actor
from stoep.zaken.commands import record_gebeurtenis, replan_zaak


@transaction.atomic
def recategorise_melding(melding_id: UUID, *, categorie: str, versie: int | None = None, actor: Actor) -> None:
    """Change the category (by slug). The norm of the new one counts from the day of the report; the rules decide anew.

    The same category again changes nothing.
    """
    melding = take_melding(melding_id, right="zaken.set_status", versie=versie, actor=actor)
    new = Categorie.objects.to_choose().filter(slug=categorie).first()
    if new is None:
        raise CategorieUnknown
    old = melding.categorie
    if new.pk == old.pk:
        return
    melding.categorie = new
    melding.verwacht_op = add_werkdagen(melding.gemeld_op.astimezone(clock.AMSTERDAM).date(), new.servicenorm_werkdagen)
    melding.save(update_fields=["categorie", "verwacht_op"])
    replan_zaak(melding.zaak_id, geplande_einddatum=melding.verwacht_op, actor=actor)
    record_gebeurtenis(
        melding.zaak_id, soort="categorie", tekst=f"Onderwerp veranderd van ‘{old.naam}’ in ‘{new.naam}’", actor=actor
    )
    learn_correctie(melding, van=old, naar=new)
    route_melding(melding, actor=actor)
    audit.record_change(
        actor,
        "meldingen.recategorise",
        subject=melding.ref,
        old={"categorie": old.slug},
        new={"categorie": new.slug},
    )
    outbox.publish(MeldingRecategorised(melding_id=melding.pk, zaak_id=melding.zaak_id, van=old.slug, naar=new.slug))
