"""Everything that the page of a zaak shows, read once. The number of queries does not grow with the zaak."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from stoep.berichten.models import Bericht
from stoep.berichten.queries import berichten_of
from stoep.catalogi.models import Statustype
from stoep.documenten.queries import download_path
from stoep.foundation import clock, nederlands
from stoep.meldingen.models import Heropenverzoek, Melding
from stoep.meldingen.queries import Mening, Weergave, melding_of_zaak, meningen_of, open_heropenverzoek, show_to_melder
from stoep.meldingen.rules.statussen import Stand
from stoep.opdrachten.models import Opdracht
from stoep.opdrachten.queries import opdrachten_of
from stoep.toegang.actors import Actor
from stoep.werkplek.geschiedenis import Voorval, icon_of, tell
from stoep.werkplek.queries.werklijst import Werkregel
from stoep.zaken.models import Gebeurtenis, Notitie, Status, Zaak, Zaakinformatieobject
from stoep.zaken.queries import get_zaak, history_of, list_documents

NEAR_METRES = 75
NEAR_DAYS = 365
METRES_PER_DEGREE = 111_320
MOST_SHOWN = 5
MOST_READ = 60


# Phases that a report reaches only when something happens; they are no part of the way ahead.
BESIDE = frozenset({Stand.REACTIE_GEVRAAGD, Stand.REACTIE_ONTVANGEN, Stand.DOORGEZET, Stand.HEROPEND})


@dataclass(frozen=True, slots=True)
class Fase:
    """A phase across the top of the page."""

    label: str
    text: str
    state: str


@dataclass(frozen=True, slots=True)
class Samenhang:
    """What belongs with this zaak: reports close by, at the address, and by the same person."""

    dichtbij: list[Werkregel]
    aantal_dichtbij: int
    van_melder: list[Werkregel]
    aantal_van_melder: int


@dataclass(frozen=True, slots=True)
class Zaakpagina:
    """One zaak, whole."""

    regel: Werkregel
    fasen: list[Fase]
    voorvallen: list[Voorval]
    documenten: list[Zaakinformatieobject]
    berichten: list[Bericht]
    samenhang: Samenhang
    weergave: Weergave | None
    opdrachten: list[Opdracht]
    meningen: list[Mening]
    heropenverzoek: Heropenverzoek | None

    @property
    def zaak(self) -> Zaak:
        """The zaak itself."""
        return self.regel.zaak

    @property
    def melding(self) -> Melding | None:
        """Its report; None when it is another sort of zaak, or may not be read."""
        return self.regel.melding


def show_zaak(zaak_id: UUID, actor: Actor) -> Zaakpagina:
    """Read a zaak for its page. Raises NotFound."""
    zaak = get_zaak(zaak_id, actor)
    melding = melding_of_zaak(zaak.pk, actor)
    regel = Werkregel(zaak, melding)
    weergave = show_to_melder(melding) if melding else None
    berichten = list(berichten_of(zaak.ref)[:MOST_READ])
    events = list(history_of(zaak))
    return Zaakpagina(
        regel=regel,
        fasen=tell_fasen(zaak, melding, events),
        voorvallen=tell_history(regel, events, berichten),
        documenten=list(list_documents(zaak)[:MOST_READ]) if actor.may("documenten.read") else [],
        berichten=berichten,
        samenhang=find_samenhang(melding, actor),
        weergave=weergave,
        opdrachten=opdrachten_of(melding, actor) if melding else [],
        meningen=meningen_of(melding) if melding else [],
        heropenverzoek=open_heropenverzoek(melding) if melding and melding.heropenen_gevraagd_op else None,
    )


def tell_fasen(zaak: Zaak, melding: Melding | None, events: Iterable[Gebeurtenis]) -> list[Fase]:
    """The phases of the zaaktype: reached ones with their moment, then what comes next."""
    current = zaak.statustype.volgnummer if zaak.statustype else 0
    reached = {
        status.statustype_id: status
        for status in Status.objects.filter(zaak=zaak)
        .order_by("datum_status_gezet")
        .only("statustype_id", "datum_status_gezet")
    }
    rule = next((event.regel for event in events if event.regel and event.soort == "toegewezen"), "")
    fasen: list[Fase] = []
    is_next = not zaak.is_closed
    for statustype in Statustype.objects.filter(zaaktype_id=zaak.zaaktype_id).order_by("volgnummer"):
        status = reached.get(statustype.pk)
        if status is not None and statustype.volgnummer <= current:
            text = nederlands.moment(status.datum_status_gezet)
            if rule and statustype.volgnummer == 1:
                text = _("{moment} · regel '{regel}'").format(moment=text, regel=rule)
            fasen.append(Fase(statustype.omschrijving, text, "done"))
        elif statustype.volgnummer > current and statustype.omschrijving not in BESIDE and not zaak.is_closed:
            fasen.append(coming(statustype, melding, is_next=is_next))
            is_next = False
    return fasen


def coming(statustype: Statustype, melding: Melding | None, *, is_next: bool) -> Fase:
    """A phase that is still to come."""
    text = _("nog te doen") if is_next else ""
    if statustype.is_eindstatus and melding is not None and melding.wil_bericht:
        text = _("melder krijgt bericht")
    return Fase(statustype.omschrijving, text, "current" if is_next else "todo")


def tell_history(regel: Werkregel, events: Iterable[Gebeurtenis], berichten: Iterable[Bericht]) -> list[Voorval]:
    """What happened, what people noted and what was sent, newest first."""
    voorvallen = [
        Voorval(
            moment=event.moment,
            icoon=icon_of(event.soort),
            zin=tell(event.soort, event.waarden, event.regel, kanaal=regel.kanaal),
            wie="" if event.is_automatic or event.regel else event.wie_naam,
            citaat=event.tekst,
            regel=event.regel,
            waarom=event.waarom,
            url=download_path(event.waarden["document"]) if event.waarden.get("document") else "",
        )
        for event in events
    ]
    voorvallen += [
        Voorval(note.aanmaakdatum, icon_of("notitie"), _("Notitie."), note.aangemaakt_door, note.tekst)
        for note in Notitie.objects.filter(zaak=regel.zaak)
    ]
    voorvallen += [
        Voorval(
            bericht.aangemaakt_op,
            icon_of("verzonden"),
            _("Bericht aan de melder: {onderwerp}").format(onderwerp=bericht.onderwerp),
            url=reverse("werkplek:bericht", args=[regel.zaak.pk, bericht.pk]),
        )
        for bericht in berichten
    ]
    return sorted(voorvallen, key=lambda one: one.moment)[::-1]


def find_samenhang(melding: Melding | None, actor: Actor) -> Samenhang:
    """Reports nearby in a year, and earlier ones by the same reporter, as far as this actor may see them."""
    if melding is None:
        return Samenhang([], 0, [], 0)
    others: QuerySet[Melding] = Melding.objects.visible_to(actor).exclude(pk=melding.pk)
    near = [one for one in read_whole(others.filter(in_box(melding))) if is_near(one, melding)]
    same = read_whole(others.filter(~Q(email=""), email__iexact=melding.email)) if melding.email else []
    return Samenhang(
        dichtbij=[Werkregel(one.zaak, one) for one in near[:MOST_SHOWN]],
        aantal_dichtbij=len(near),
        van_melder=[Werkregel(one.zaak, one) for one in same[:MOST_SHOWN]],
        aantal_van_melder=len(same),
    )


def read_whole(meldingen: QuerySet[Melding]) -> list[Melding]:
    """The newest of these reports, with what a line about them needs."""
    found = meldingen.select_related("categorie", "gebied", "zaak__statustype").order_by("-gemeld_op")
    return list(found[:MOST_READ])


def in_box(melding: Melding) -> Q:
    """Within a square around the place, in the last year: what the index on places finds quickly."""
    lat = NEAR_METRES / METRES_PER_DEGREE
    lon = lat / max(math.cos(math.radians(melding.lat)), 0.01)
    return Q(
        lat__range=(melding.lat - lat, melding.lat + lat),
        lon__range=(melding.lon - lon, melding.lon + lon),
        gemeld_op__gte=clock.now() - timedelta(days=NEAR_DAYS),
    )


def is_near(other: Melding, melding: Melding) -> bool:
    """Within walking sight, as the crow flies."""
    return other.point.distance_to(melding.point) <= NEAR_METRES
