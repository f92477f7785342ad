"""Make a report: open its zaak, keep its photos, send it to the right colleague and confirm it."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from django.db import connection, transaction

from stoep.foundation import audit, clock, outbox
from stoep.foundation.geo import Point
from stoep.foundation.kalender import add_werkdagen
from stoep.gebieden.queries import gebied_at
from stoep.meldingen.commands.attach_fotos import Foto, attach_fotos
from stoep.meldingen.commands.check_plek import check_plek
from stoep.meldingen.commands.on_behalf import able
from stoep.meldingen.commands.route_melding import route_melding
from stoep.meldingen.commands.tell_melder import tell_melder
from stoep.meldingen.commands.write_concept import check_tekst
from stoep.meldingen.errors import CategorieUnknown
from stoep.meldingen.events import MeldingMade
from stoep.meldingen.models import ZAAKTYPE, Categorie, FotoSoort, Handeling, Kanaal, Melding
from stoep.meldingen.rules.nummers import ALPHABET, LENGTH, write_nummer
from stoep.meldingen.rules.tekst import shorten
from stoep.toegang.actors import Actor
from stoep.zaken.commands import add_rol, add_zaakobject, open_zaak


@transaction.atomic
def make_melding(
    *,
    categorie: str,
    tekst: str,
    point: Point,
    adres: str = "",
    kanaal: Kanaal | str = Kanaal.SITE,
    naam: str = "",
    email: str = "",
    telefoon: str = "",
    fotos: Sequence[Foto] = (),
    sleutel: str = "",
    actor: Actor,
) -> Melding:
    """Make the report of anybody, as one whole or not at all.

    `categorie` is a slug. `sleutel` recognises the same submission: a second time it answers the report
    that was made the first time. Nobody needs a right to report something; Stoep opens the zaak for them.
    """
    if sleutel and (made := find_made(sleutel)):
        return made
    soort = Categorie.objects.to_choose().filter(slug=categorie).first()
    if soort is None:
        raise CategorieUnknown
    check_tekst(tekst)
    check_plek(point)

    opener = able(actor, "zaken.open")
    verwacht_op = add_werkdagen(clock.today(), soort.servicenorm_werkdagen)
    zaak = open_zaak(
        zaaktype_identificatie=ZAAKTYPE,
        omschrijving=shorten(f"{soort.naam}, {adres}" if adres else soort.naam),
        toelichting=tekst,
        kanaal=str(kanaal),
        point=point,
        geplande_einddatum=verwacht_op,
        actor=opener,
    )
    melding = Melding.objects.create(
        zaak=zaak,
        categorie=soort,
        meldernummer=free_nummer(),
        tekst=tekst,
        lon=point.lon,
        lat=point.lat,
        adres=adres,
        gebied=gebied_at(point),
        kanaal=kanaal,
        naam=naam,
        email=email,
        telefoon=telefoon,
        gemeld_op=clock.now(),
        verwacht_op=verwacht_op,
        sleutel=sleutel or None,
    )
    add_zaakobject(
        zaak.pk,
        object_type="adres" if adres else "overige",
        object_identificatie={"adres": adres} if adres else {"lon": point.lon, "lat": point.lat},
        object_type_overige="" if adres else "punt",
        relatieomschrijving="Plek van de melding",
        actor=opener,
    )
    if naam or email or telefoon:
        add_rol(
            zaak.pk,
            omschrijving_generiek="initiator",
            afwijkende_naam_betrokkene=naam or email or telefoon,
            contactpersoon_naam=naam,
            contactpersoon_emailadres=email,
            contactpersoon_telefoonnummer=telefoon,
            actor=opener,
        )
    attach_fotos(melding, fotos=fotos, soort=FotoSoort.MELDER, auteur="melder", actor=opener)
    route_melding(melding, actor=opener)
    audit.record(actor, "meldingen.make", subject=melding.ref, kanaal=str(kanaal))
    outbox.publish(
        MeldingMade(
            melding_id=melding.pk,
            zaak_id=zaak.pk,
            categorie=soort.slug,
            gebied=melding.gebied.code if melding.gebied else "",
            kanaal=str(kanaal),
        )
    )
    tell_melder(melding, handeling=Handeling.ONTVANGEN, actor=opener)
    return melding


def find_made(sleutel: str) -> Melding | None:
    """The report that this submission already made; a simultaneous one waits here for the first."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"melding:{sleutel}"])
    return Melding.objects.filter(sleutel=sleutel).first()


def free_nummer() -> str:
    """A receipt number that is not in use."""
    while True:
        nummer = write_nummer(secrets.randbelow(len(ALPHABET) ** LENGTH))
        if not Melding.objects.filter(meldernummer=nummer).exists():
            return nummer
