"""Types for tests: a catalogus and a zaaktype that is ready for use."""

from __future__ import annotations

from datetime import date

from stoep.catalogi.commands import (
    add_eigenschap,
    add_informatieobjecttype,
    add_resultaattype,
    add_roltype,
    add_statustype,
    create_besluittype,
    create_catalogus,
    create_informatieobjecttype,
    create_zaaktype,
    publish_besluittype,
    publish_informatieobjecttype,
    publish_zaaktype,
)
from stoep.catalogi.models import Besluittype, Catalogus, Informatieobjecttype, Resultaattype, Zaaktype
from stoep.toegang.actors import SYSTEM

LONG_AGO = date(2020, 1, 1)
RSIN = "812345678"
STATUSSEN = ("Ontvangen", "In behandeling", "Afgehandeld")


def make_catalogus() -> Catalogus:
    """The catalogus of the municipality; asked twice it is the same."""
    present = Catalogus.objects.filter(domein="HAVEN", rsin=RSIN).first()
    return present or create_catalogus(
        domein="HAVEN", rsin=RSIN, naam="Gemeente Havendam", contactpersoon_beheer_naam="Anouk de Wit", actor=SYSTEM
    )


def make_informatieobjecttype(
    omschrijving: str = "Foto", *, vertrouwelijkheid: str = "zaakvertrouwelijk"
) -> Informatieobjecttype:
    """A published document type; asked twice it is the same."""
    present: Informatieobjecttype | None = Informatieobjecttype.objects.filter(omschrijving=omschrijving).first()
    if present is not None:
        return present
    made = create_informatieobjecttype(
        catalogus_id=make_catalogus().pk,
        omschrijving=omschrijving,
        vertrouwelijkheidaanduiding=vertrouwelijkheid,
        informatieobjectcategorie="beeldmateriaal",
        begin_geldigheid=LONG_AGO,
        actor=SYSTEM,
    )
    return publish_informatieobjecttype(made.pk, actor=SYSTEM)


def make_besluittype(omschrijving: str = "Vergunning") -> Besluittype:
    """A published decision type; asked twice it is the same."""
    present: Besluittype | None = Besluittype.objects.filter(omschrijving=omschrijving).first()
    if present is not None:
        return present
    made = create_besluittype(
        catalogus_id=make_catalogus().pk, omschrijving=omschrijving, begin_geldigheid=LONG_AGO, actor=SYSTEM
    )
    return publish_besluittype(made.pk, actor=SYSTEM)


def make_zaaktype(
    identificatie: str = "melding-openbare-ruimte",
    *,
    doorlooptijd: str = "P8W",
    servicenorm: str = "P14D",
    vertrouwelijkheid: str = "zaakvertrouwelijk",
    verlenging: str = "P6W",
    published: bool = True,
) -> Zaaktype:
    """A zaaktype with three statuses, two results, three roles and photos; asked twice it is the same."""
    present: Zaaktype | None = Zaaktype.objects.filter(identificatie=identificatie).first()
    if present is not None:
        return present
    make_informatieobjecttype()
    make_besluittype()
    zaaktype = create_zaaktype(
        catalogus_id=make_catalogus().pk,
        identificatie=identificatie,
        omschrijving=identificatie.replace("-", " ").capitalize(),
        vertrouwelijkheidaanduiding=vertrouwelijkheid,
        doel="De openbare ruimte heel en veilig houden",
        aanleiding="Iemand ziet dat er iets kapot is",
        indicatie_intern_of_extern="extern",
        handeling_initiator="Melden",
        onderwerp="Openbare ruimte",
        handeling_behandelaar="Behandelen",
        doorlooptijd=doorlooptijd,
        servicenorm=servicenorm,
        opschorting_en_aanhouding_mogelijk=True,
        verlenging_mogelijk=bool(verlenging),
        verlengingstermijn=verlenging,
        referentieproces_naam="Melding behandelen",
        verantwoordelijke="Openbare ruimte",
        besluittypen=["Vergunning"],
        begin_geldigheid=LONG_AGO,
        actor=SYSTEM,
    )
    add_parts(zaaktype)
    if published:
        publish_zaaktype(zaaktype.pk, actor=SYSTEM)
    zaaktype.refresh_from_db()
    return zaaktype


def add_parts(zaaktype: Zaaktype) -> None:
    """Its statuses, results, roles, a property and its documents."""
    for number, name in enumerate(STATUSSEN, start=1):
        add_statustype(zaaktype.pk, omschrijving=name, volgnummer=number, actor=SYSTEM)
    for name in ("Verholpen", "Niet verholpen"):
        add_resultaattype(
            zaaktype.pk, omschrijving=name, archiefnominatie="vernietigen", archiefactietermijn="P5Y", actor=SYSTEM
        )
    for generiek in ("initiator", "behandelaar", "belanghebbende"):
        add_roltype(zaaktype.pk, omschrijving=generiek.capitalize(), omschrijving_generiek=generiek, actor=SYSTEM)
    add_eigenschap(zaaktype.pk, naam="lantaarnpaal", definitie="Nummer van de lantaarnpaal", actor=SYSTEM)
    add_informatieobjecttype(zaaktype.pk, informatieobjecttype="Foto", volgnummer=1, richting="inkomend", actor=SYSTEM)


def resultaattype(zaaktype: Zaaktype, omschrijving: str = "Verholpen") -> Resultaattype:
    """A result of a zaaktype, by name."""
    return Resultaattype.objects.get(zaaktype=zaaktype, omschrijving=omschrijving)
