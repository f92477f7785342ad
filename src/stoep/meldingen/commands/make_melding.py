"""Make a report: open its zaak, keep its photos, send it to the right colleague and confirm it."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping, Sequence
from typing import Any, TypedDict, Unpack

from django.db import connection
from django.db.models import Q

from stoep.foundation import audit, clock, outbox
from stoep.foundation.geo import Point
from stoep.foundation.kalender import add_werkdagen
from stoep.foundation.remembered import one_moment
from stoep.foundation.transactions import whole
from stoep.gebieden.queries import gebied_at
from stoep.meldingen.commands.attach_fotos import Foto, attach_fotos
from stoep.meldingen.commands.check_plek import check_plek
from stoep.meldingen.commands.golf import join_golf
from stoep.meldingen.commands.judge_melding import judge_melding
from stoep.meldingen.commands.judge_new import confirm_suspicious, judge_new
from stoep.meldingen.commands.on_behalf import able
from stoep.meldingen.commands.route_melding import route_melding
from stoep.meldingen.commands.tell_melder import tell_melder
from stoep.meldingen.commands.write_concept import check_tekst
from stoep.meldingen.errors import CategorieUnknown
from stoep.meldingen.events import MeldingMade
from stoep.meldingen.models import ZAAKTYPE, FotoSoort, Handeling, Kanaal, Melding, Misbruik
from stoep.meldingen.queries import known_categorie
from stoep.meldingen.rules.nummers import ALPHABET, LENGTH, write_nummer
from stoep.meldingen.rules.tekst import shorten
from stoep.toegang.actors import Actor
from stoep.zaken.commands import add_rol, add_zaakobject, open_zaak


class Written(TypedDict, total=False):
    """What the reporter wrote; all of it may be left out."""

    tekst: str
    adres: str
    naam: str
    email: str
    telefoon: str
    object_nummer: str
    antwoorden: Mapping[str, Any]


@whole
@one_moment()
def make_melding(
    *,
    categorie: str,
    point: Point,
    kanaal: Kanaal | str = Kanaal.SITE,
    fotos: Sequence[Foto] = (),
    sleutel: str = "",
    sporen: tuple[Collection[str], int] | None = None,
    actor: Actor,
    **written: Unpack[Written],
) -> Melding:
    """Make the report of anybody, as one whole or not at all.

    `categorie` is a slug. `sleutel` recognises the same submission: a second time it answers the report
    that was made the first time. `sporen` are hints of abuse and the number of reports from this network; without
    them (a colleague entered it) nobody is suspected. Nobody needs a right to report something; Stoep opens the zaak for them.
    """
    made, nummer = find_made_or_nummer(sleutel)
    if made:
        return made
    if (soort := known_categorie(categorie)) is None:
        raise CategorieUnknown
    check_tekst(written.get("tekst", ""))
    check_plek(point)

    opener = able(actor, "zaken.open")
    antwoorden = written.pop("antwoorden", {})
    melding = Melding(
        categorie=soort,
        meldernummer=nummer,
        lon=point.lon,
        lat=point.lat,
        gebied=gebied_at(point),
        kanaal=kanaal,
        gemeld_op=clock.now(),
        verwacht_op=add_werkdagen(clock.today(), soort.servicenorm_werkdagen),
        sleutel=sleutel or None,
        object_laag=soort.kaartlaag if written.get("object_nummer") else "",
        **written,
    )
    judge_melding(melding, soort, antwoorden)
    look_around(melding, sporen)
    open_zaak_of(melding, actor=opener)
    attach_fotos(melding, fotos=fotos, soort=FotoSoort.MELDER, auteur="melder", actor=opener)
    route_melding(melding, actor=opener)
    audit.record(actor, "meldingen.make", subject=melding.ref, kanaal=str(kanaal))
    outbox.publish(event_of(melding))
    confirm_to(melding, actor=opener)
    return melding


def look_around(melding: Melding, sporen: tuple[Collection[str], int] | None) -> None:
    """See whether it looks like abuse, and whether it belongs to a wave; what is suspicious joins nothing."""
    if sporen is not None:
        judge_new(melding, hints=sporen[0], netwerk=sporen[1])
    if melding.misbruik != Misbruik.MOGELIJK:
        join_golf(melding)


def confirm_to(melding: Melding, *, actor: Actor) -> None:
    """Send the receipt: in a wave the one that says that we know, in the words that a colleague may have written."""
    if melding.misbruik == Misbruik.MOGELIJK:
        confirm_suspicious(melding, actor=actor)
        return
    in_golf = melding.golf is not None
    handeling = Handeling.GOLF if in_golf else Handeling.ONTVANGEN
    tekst = melding.golf.ontvangsttekst if melding.golf else ""
    tell_melder(melding, handeling=handeling, tekst=tekst, actor=actor)


def open_zaak_of(melding: Melding, *, actor: Actor) -> None:
    """Open the zaak, with what it is about and who wants an answer, and store the report with it."""
    melding.zaak = open_zaak(
        zaaktype_identificatie=ZAAKTYPE,
        omschrijving=shorten(f"{melding.categorie.naam}, {melding.adres}" if melding.adres else melding.categorie.naam),
        toelichting=melding.tekst,
        kanaal=str(melding.kanaal),
        point=melding.point,
        geplande_einddatum=melding.verwacht_op,
        spoed=melding.is_spoed,
        actor=actor,
    )
    melding.save(force_insert=True)
    add_zaakobject(
        melding.zaak_id,
        object_type="adres" if melding.adres else "overige",
        object_identificatie={"adres": melding.adres} if melding.adres else {"lon": melding.lon, "lat": melding.lat},
        object_type_overige="" if melding.adres else "punt",
        relatieomschrijving="Plek van de melding",
        actor=actor,
    )
    if melding.object_nummer:
        add_zaakobject(
            melding.zaak_id,
            object_type="overige",
            object_type_overige=melding.object_laag,
            object_identificatie={"nummer": melding.object_nummer},
            relatieomschrijving="Waar de melding over gaat",
            actor=actor,
        )
    if melding.naam or melding.email or melding.telefoon:
        add_rol(
            melding.zaak_id,
            omschrijving_generiek="initiator",
            afwijkende_naam_betrokkene=melding.naam or melding.email or melding.telefoon,
            contactpersoon_naam=melding.naam,
            contactpersoon_emailadres=melding.email,
            contactpersoon_telefoonnummer=melding.telefoon,
            actor=actor,
        )


def event_of(melding: Melding) -> MeldingMade:
    """What happened, in codes."""
    return MeldingMade(
        melding_id=melding.pk,
        zaak_id=melding.zaak_id,
        categorie=melding.categorie.slug,
        gebied=melding.gebied.code if melding.gebied else "",
        kanaal=str(melding.kanaal),
    )


def wait_for_same(sleutel: str) -> None:
    """Let a simultaneous submission of the same go first."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"melding:{sleutel}"])


def find_made_or_nummer(sleutel: str) -> tuple[Melding | None, str]:
    """The report that this submission already made, or a receipt number that is not in use: one look for both."""
    if sleutel:
        wait_for_same(sleutel)
    while True:
        nummer = write_nummer(secrets.randbelow(len(ALPHABET) ** LENGTH))
        same = Q(meldernummer=nummer) | Q(sleutel=sleutel) if sleutel else Q(meldernummer=nummer)
        found = list(Melding.objects.filter(same))
        made = next((melding for melding in found if sleutel and melding.sleutel == sleutel), None)
        if made or not found:
            return made, nummer
