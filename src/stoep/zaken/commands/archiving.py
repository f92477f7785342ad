"""What the archive does with a dossier, decided at the end and again whenever what it rests on changes (zrc-021)."""

from __future__ import annotations

from django.db.models import Q

from stoep.catalogi.models import Resultaattype
from stoep.foundation import clock
from stoep.foundation.duur import Duur
from stoep.zaken.commands.taking import store_changes
from stoep.zaken.models import Besluit, Relevantezaak, Resultaat, Zaak, Zaakeigenschap, Zaakobject
from stoep.zaken.rules.archivering import Bewaarregel, Brondatumfeiten, decide_archivering

ARCHIVE_FIELDS = ("archiefnominatie", "archiefactiedatum", "startdatum_bewaartermijn")
REOPENING_FIELDS = ("einddatum", *ARCHIVE_FIELDS, "archivering_handmatig")


def decide_for(zaak: Zaak, resultaattype: Resultaattype) -> None:
    """Fill the archive fields of a zaak that has an einddatum. Days that people set themselves stay."""
    regel = Bewaarregel(
        nominatie=resultaattype.archiefnominatie,
        afleidingswijze=resultaattype.afleidingswijze or "afgehandeld",
        termijn=as_duur(resultaattype.archiefactietermijn),
        procestermijn=as_duur(resultaattype.brondatum_procestermijn),
    )
    archivering = decide_archivering(regel, gather_feiten(zaak, resultaattype), nominatie=zaak.archiefnominatie)
    zaak.archiefnominatie = archivering.nominatie
    if not zaak.archivering_handmatig:
        zaak.archiefactiedatum = archivering.actiedatum
        zaak.startdatum_bewaartermijn = archivering.brondatum


def decide_again(zaak: Zaak) -> tuple[str, ...]:
    """Decide anew for a closed zaak that is locked; answers the fields that the caller must store."""
    if not zaak.is_closed:
        return ()
    resultaat = Resultaat.objects.filter(zaak=zaak).select_related("resultaattype").first()
    if resultaat is None:
        return ()
    decide_for(zaak, resultaat.resultaattype)
    return ARCHIVE_FIELDS


def decide_for_followers(zaak: Zaak) -> None:
    """Decide anew for the closed zaken that count from the end of this one: its deelzaken and who names it related."""
    waiting = Q(hoofdzaak=zaak, resultaat__resultaattype__afleidingswijze="hoofdzaak") | Q(
        pk__in=Relevantezaak.objects.filter(andere_zaak=zaak).values("zaak"),
        resultaat__resultaattype__afleidingswijze="gerelateerde_zaak",
    )
    for follower in (
        Zaak.objects.filter(waiting, einddatum__isnull=False).select_for_update(of=("self",)).order_by("pk")
    ):
        if follower.hoofdzaak_id == zaak.pk:
            follower.hoofdzaak = zaak
        before = [getattr(follower, name) for name in ARCHIVE_FIELDS]
        decide_again(follower)
        if before != [getattr(follower, name) for name in ARCHIVE_FIELDS]:
            store_changes(follower, ARCHIVE_FIELDS)


def forget_end(zaak: Zaak) -> None:
    """The zaak has not ended after all (zrc-008); the caller stores it."""
    zaak.einddatum = zaak.archiefactiedatum = zaak.startdatum_bewaartermijn = None
    zaak.archiefnominatie = ""
    zaak.archivering_handmatig = False


def gather_feiten(zaak: Zaak, resultaattype: Resultaattype) -> Brondatumfeiten:
    """The days that this way of deriving needs, and no more."""
    einddatum = zaak.einddatum or clock.today()
    way, name = resultaattype.afleidingswijze, resultaattype.datumkenmerk
    if way == "hoofdzaak" and zaak.hoofdzaak is not None:
        return Brondatumfeiten(einddatum, hoofdzaak_einddatum=zaak.hoofdzaak.einddatum)
    if way in ("ingangsdatum_besluit", "vervaldatum_besluit"):
        days = list(Besluit.objects.filter(zaak=zaak).values_list("ingangsdatum", "vervaldatum"))
        return Brondatumfeiten(
            einddatum,
            ingangsdatums=tuple(ingang for ingang, _ in days),
            vervaldatums=tuple(verval for _, verval in days if verval),
        )
    if way == "gerelateerde_zaak":
        related = Zaak.objects.filter(relevant_voor__zaak=zaak).values_list("einddatum", flat=True)
        return Brondatumfeiten(einddatum, gerelateerde_einddatums=tuple(related))
    if way == "eigenschap":
        value = Zaakeigenschap.objects.filter(zaak=zaak, naam=name).values_list("waarde", flat=True).first()
        return Brondatumfeiten(einddatum, eigenschap_waarde=value or "")
    if way == "zaakobject":
        objecten = Zaakobject.objects.filter(zaak=zaak, object_type=resultaattype.objecttype)
        values = [values_in(each, name) for each in objecten.values_list("object_identificatie", flat=True)]
        return Brondatumfeiten(einddatum, zaakobject_waarden=tuple(values))
    return Brondatumfeiten(einddatum)


def values_in(identificatie: object, name: str) -> str:
    """The value of a field in what identifies an object, also when it is one of a sort of its own (overige)."""
    if not isinstance(identificatie, dict):
        return ""
    own = identificatie.get("overigeData")
    value = identificatie.get(name, own.get(name) if isinstance(own, dict) else None)
    return str(value) if value is not None else ""


def as_duur(text: str) -> Duur | None:
    """A duration, or None for an empty field."""
    return Duur.parse(text) if text else None
