"""The end of a zaak: the part that closing and setting the eindstatus share."""

from __future__ import annotations

from collections.abc import Iterable

from stoep.catalogi.models import Resultaattype, Statustype
from stoep.foundation import audit, clock, outbox
from stoep.foundation.duur import Duur
from stoep.toegang.actors import Actor
from stoep.zaken.commands.history import write_gebeurtenis
from stoep.zaken.commands.statuses import add_status
from stoep.zaken.commands.taking import store_changes
from stoep.zaken.errors import DeelzakenStillOpen, GebruiksrechtUnknown
from stoep.zaken.events import ZaakClosed, ZaakStatusSet
from stoep.zaken.models import Besluit, Status, Zaak
from stoep.zaken.rules.archivering import Bewaarregel, Brondatumfeiten, decide_archivering


def finish(
    zaak: Zaak, eindstatus: Statustype, resultaattype: Resultaattype, *, toelichting: str = "", actor: Actor
) -> Status:
    """Close a zaak that is locked and has its resultaat: einddatum, eindstatus, archive, history, events."""
    deelzaken = refuse_unfinished(zaak)
    status = add_status(zaak, eindstatus, toelichting=toelichting, actor=actor)
    zaak.einddatum = max(status.datum_status_gezet.astimezone(clock.AMSTERDAM).date(), zaak.startdatum)
    if zaak.opschorting_indicatie:
        zaak.opschorting_indicatie, zaak.opschorting_eerdere, zaak.opgeschort_op = False, True, None
    archive(zaak, resultaattype, deelzaken)
    store_changes(zaak, ENDING_FIELDS)
    write_gebeurtenis(
        zaak,
        "afgesloten",
        actor=actor,
        tekst=toelichting,
        waarden={"resultaat": resultaattype.omschrijving, "status": eindstatus.omschrijving},
    )
    audit.record(actor, "zaken.close", subject=zaak.ref)
    outbox.publish(
        ZaakStatusSet(
            zaak_id=zaak.pk,
            statustype_id=eindstatus.pk,
            volgnummer=eindstatus.volgnummer,
            informeren=eindstatus.informeren,
        )
    )
    outbox.publish(ZaakClosed(zaak_id=zaak.pk, resultaattype_id=resultaattype.pk, einddatum=zaak.einddatum))
    return status


ENDING_FIELDS = (
    "statustype",
    "status_gezet_op",
    "einddatum",
    "opschorting_indicatie",
    "opschorting_eerdere",
    "opgeschort_op",
    "archiefnominatie",
    "archiefactiedatum",
    "startdatum_bewaartermijn",
)


def refuse_unfinished(zaak: Zaak) -> list[Zaak]:
    """Refuse while a deelzaak is open or it is unknown whether a document has rights of use.

    Answers the deelzaken, all closed.
    """
    deelzaken = list(zaak.deelzaken.select_related("resultaat__resultaattype"))
    if not all(deelzaak.is_closed for deelzaak in deelzaken):
        raise DeelzakenStillOpen(identificatie=zaak.identificatie)
    if zaak.zaakinformatieobjecten.filter(informatieobject__indicatie_gebruiksrecht__isnull=True).exists():
        raise GebruiksrechtUnknown(identificatie=zaak.identificatie)
    return deelzaken


def archive(zaak: Zaak, resultaattype: Resultaattype, deelzaken: Iterable[Zaak]) -> None:
    """Decide what the archive does. Deelzaken that wait for this end are decided now as well (zrc-021)."""
    decide_for(zaak, resultaattype)
    for deelzaak in deelzaken:
        if deelzaak.resultaat.resultaattype.afleidingswijze == "hoofdzaak":
            deelzaak.hoofdzaak = zaak
            decide_for(deelzaak, deelzaak.resultaat.resultaattype)
            store_changes(deelzaak, ["archiefnominatie", "archiefactiedatum", "startdatum_bewaartermijn"])


def decide_for(zaak: Zaak, resultaattype: Resultaattype) -> None:
    """Fill the archive fields of a zaak that has an einddatum."""
    regel = Bewaarregel(
        nominatie=resultaattype.archiefnominatie,
        afleidingswijze=resultaattype.afleidingswijze or "afgehandeld",
        termijn=as_duur(resultaattype.archiefactietermijn),
        procestermijn=as_duur(resultaattype.brondatum_procestermijn),
    )
    archivering = decide_archivering(regel, gather_feiten(zaak, regel.afleidingswijze), nominatie=zaak.archiefnominatie)
    zaak.archiefnominatie = archivering.nominatie
    zaak.archiefactiedatum = archivering.actiedatum
    zaak.startdatum_bewaartermijn = archivering.brondatum


def gather_feiten(zaak: Zaak, afleidingswijze: str) -> Brondatumfeiten:
    """The days that this way of deriving needs, and no more."""
    einddatum = zaak.einddatum or clock.today()
    if afleidingswijze == "hoofdzaak" and zaak.hoofdzaak is not None:
        return Brondatumfeiten(einddatum, hoofdzaak_einddatum=zaak.hoofdzaak.einddatum)
    if afleidingswijze in ("ingangsdatum_besluit", "vervaldatum_besluit"):
        days = list(Besluit.objects.filter(zaak=zaak).values_list("ingangsdatum", "vervaldatum"))
        return Brondatumfeiten(
            einddatum,
            ingangsdatums=tuple(ingang for ingang, _ in days),
            vervaldatums=tuple(verval for _, verval in days if verval),
        )
    return Brondatumfeiten(einddatum)


def as_duur(text: str) -> Duur | None:
    """A duration, or None for an empty field."""
    return Duur.parse(text) if text else None
