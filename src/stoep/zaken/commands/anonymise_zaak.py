"""Take out of a closed zaak what tells who asked for it, and the words of everybody in it."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit, outbox
from stoep.toegang.actors import Actor
from stoep.zaken.commands.taking import store_changes, take_zaak
from stoep.zaken.errors import ZaakNotClosed
from stoep.zaken.events import ZaakChanged
from stoep.zaken.models import Gebeurtenis, Notitie, Resultaat, Rol, Status, Zaakeigenschap

WIPED = "[gewist na de bewaartermijn]"


@transaction.atomic
def anonymise_zaak(zaak_id: UUID, *, actor: Actor) -> None:
    """Anonymise: what was done, when and by which colleague stays; names, addresses and free text go.

    The dossier itself is kept as the selectielijst says; only what points at a person is not needed so long
    (AVG art. 5 lid 1 e). Doing it twice changes nothing.
    """
    zaak = take_zaak(zaak_id, "zaken.close", actor=actor)
    if not zaak.is_closed:
        raise ZaakNotClosed(identificatie=zaak.identificatie)
    Rol.objects.filter(zaak=zaak, medewerker__isnull=True, groep__isnull=True).update(
        betrokkene="",
        betrokkene_identificatie={},
        afwijkende_naam_betrokkene="",
        contactpersoon_naam="",
        contactpersoon_emailadres="",
        contactpersoon_telefoonnummer="",
    )
    Status.objects.filter(zaak=zaak).update(statustoelichting="")
    Resultaat.objects.filter(zaak=zaak).update(toelichting="")
    Zaakeigenschap.objects.filter(zaak=zaak).update(waarde="")
    Gebeurtenis.objects.filter(zaak=zaak).update(tekst="", waarom="")
    Notitie.objects.filter(zaak=zaak).update(onderwerp="", tekst=WIPED)
    zaak.toelichting = zaak.opschorting_reden = zaak.verlenging_reden = ""
    store_changes(zaak, ["toelichting", "opschorting_reden", "verlenging_reden"])
    audit.destroy_trail(zaak.ref)
    audit.record(actor, "zaken.anonymise", subject=zaak.ref)
    outbox.publish(ZaakChanged(zaak_id=zaak.pk, wat="zaak", onderdeel_id=zaak.pk))
