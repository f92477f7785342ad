"""Open a zaak."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from stoep.catalogi.models import Zaaktype
from stoep.catalogi.queries import first_statustype_of, zaaktype_in_force
from stoep.foundation import audit, clock, outbox, transactions
from stoep.foundation.geo import Point
from stoep.foundation.number_series import next_number
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor, ActorKind
from stoep.zaken.commands.history import write_gebeurtenis
from stoep.zaken.commands.statuses import add_status
from stoep.zaken.errors import DeelzaakAsHoofdzaak, OmschrijvingMissing, ZaakAlreadyClosed
from stoep.zaken.events import ZaakOpened
from stoep.zaken.models import Voorrang, Zaak
from stoep.zaken.rules.termijnen import decide_termijnen


@whole
def open_zaak(
    *,
    zaaktype_identificatie: str,
    omschrijving: str,
    toelichting: str = "",
    kanaal: str,
    point: Point | None = None,
    startdatum: date | None = None,
    vertrouwelijkheid: str | None = None,
    geplande_einddatum: date | None = None,
    hoofdzaak_id: UUID | None = None,
    spoed: bool = False,
    actor: Actor,
) -> Zaak:
    """Open a zaak with a number, its terms and its first status.

    A resident may always ask for something; an employee or application needs the right `zaken.open`. A
    promised day (`geplande_einddatum`) wins over the servicenorm of the zaaktype, but not over the law.
    """
    start = startdatum or clock.today()
    zaaktype = zaaktype_in_force(zaaktype_identificatie, start)
    if actor.kind is not ActorKind.RESIDENT:
        actor.require("zaken.open", zaaktype)
    if not omschrijving.strip():
        raise OmschrijvingMissing
    hoofdzaak = take_hoofdzaak(hoofdzaak_id) if hoofdzaak_id else None

    zaak = with_number_and_terms(zaaktype, start=start, beloofd=geplande_einddatum)
    zaak.omschrijving = shorten(omschrijving.strip(), 80)
    zaak.toelichting = shorten(toelichting.strip(), 1000)
    zaak.communicatiekanaal = kanaal
    zaak.vertrouwelijkheidaanduiding = vertrouwelijkheid or zaaktype.vertrouwelijkheidaanduiding
    zaak.hoofdzaak = hoofdzaak
    zaak.voorrang = Voorrang.SPOED if spoed else Voorrang.GEWOON
    if point is not None:
        zaak.zaakgeometrie = {"type": "Point", "coordinates": [point.lon, point.lat]}
        zaak.lon, zaak.lat = point.lon, point.lat
    start_zaak(zaak, zaaktype, actor=actor)
    audit.record(actor, "zaken.open", subject=zaak.ref)
    outbox.publish(ZaakOpened(zaak_id=zaak.pk, zaaktype=zaaktype.identificatie, kanaal=kanaal))
    return zaak


def with_number_and_terms(zaaktype: Zaaktype, *, start: date, beloofd: date | None) -> Zaak:
    """A new zaak of this type, not stored yet: its number, its organisation and its two terms."""
    today = clock.today()
    termijnen = decide_termijnen(
        start,
        doorlooptijd=zaaktype.wettelijke_doorlooptijd,
        servicenorm=zaaktype.beloofde_doorlooptijd,
        beloofd=beloofd,
    )
    return Zaak(
        identificatie=f"ZAAK-{today.year}-{next_number('zaak', today.year):06d}",
        bronorganisatie=zaaktype.catalogus.rsin,
        verantwoordelijke_organisatie=zaaktype.catalogus.rsin,
        zaaktype=zaaktype,
        registratiedatum=today,
        startdatum=start,
        einddatum_gepland=termijnen.gepland,
        uiterlijke_einddatum_afdoening=termijnen.uiterlijk,
        producten_of_diensten=list(zaaktype.producten_of_diensten),
        laatst_gewijzigd=clock.now(),
    )


def start_zaak(zaak: Zaak, zaaktype: Zaaktype, *, actor: Actor) -> None:
    """Store the zaak in its first phase, with the first line of its history.

    The status goes first: it sets the moment that the zaak remembers, and keys are checked at commit.
    """
    first = first_statustype_of(zaaktype.pk)
    if first is not None:
        add_status(zaak, first, actor=actor)
    zaak.save(force_insert=True)
    transactions.hold(zaak.pk, zaak)
    write_gebeurtenis(zaak, "geopend", actor=actor, waarden={"kanaal": zaak.communicatiekanaal})


def take_hoofdzaak(hoofdzaak_id: UUID) -> Zaak:
    """Lock the zaak of which this becomes a part. A part has no parts of its own."""
    hoofdzaak: Zaak = Zaak.objects.locked(hoofdzaak_id)
    if hoofdzaak.hoofdzaak_id is not None:
        raise DeelzaakAsHoofdzaak(identificatie=hoofdzaak.identificatie)
    if hoofdzaak.is_closed:
        raise ZaakAlreadyClosed(identificatie=hoofdzaak.identificatie)
    return hoofdzaak


def shorten(text: str, length: int) -> str:
    """The text, or its beginning with an ellipsis when it is longer than the norm allows."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
