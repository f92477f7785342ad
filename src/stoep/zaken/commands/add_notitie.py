"""Write a note on a zaak."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation import audit, clock, outbox
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.taking import store_changes, take_zaak
from stoep.zaken.errors import TekstMissing
from stoep.zaken.events import ZaakNoted
from stoep.zaken.models import Notitie, Notitietype


@whole
def add_notitie(
    zaak_id: UUID, *, tekst: str, onderwerp: str = "", notitie_type: str = Notitietype.INTERN, actor: Actor
) -> Notitie:
    """Add a note, also to a closed zaak. Notes are never changed, so two writers lose nothing."""
    zaak = take_zaak(zaak_id, "zaken.note", actor=actor)
    if not tekst.strip():
        raise TekstMissing
    moment = clock.now()
    notitie = Notitie(
        zaak=zaak,
        onderwerp=onderwerp[:255],
        tekst=tekst.strip(),
        aangemaakt_door=actor.name[:255],
        auteur=str(actor.ref),
        notitie_type=notitie_type,
        aanmaakdatum=moment,
        wijzigingsdatum=moment,
    )
    notitie.save(force_insert=True)
    store_changes(zaak)
    audit.record(actor, "zaken.note", subject=zaak.ref)
    outbox.publish(ZaakNoted(zaak_id=zaak.pk, notitie_id=notitie.pk))
    return notitie
