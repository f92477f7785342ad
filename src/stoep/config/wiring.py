"""Who listens to which event, and which adapter serves which port: the one table of the house."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import models

from stoep.berichten import events as berichten
from stoep.berichten.ports import Afzender, bind_afzender
from stoep.buitendienst import events as buitendienst
from stoep.buitendienst.models import Buitenfoto
from stoep.buurt import handlers as buurt
from stoep.buurt.models import Vrijgave
from stoep.buurt.ports import bind_fotokijker
from stoep.buurt.queries.fotos import ReleasedFotos
from stoep.documenten.ports import bind_bestandshouders, bind_virusscanner, bind_zichtbare_objecten
from stoep.foundation.outbox import Event
from stoep.foundation.remembered import remembered
from stoep.gebieden import events as gebieden
from stoep.kennisbank import events as kennisbank
from stoep.koppelingen.clamd.scanner import ClamdScanner
from stoep.koppelingen.fotokijker.kijker import OpencvKijker
from stoep.koppelingen.pdok.bronnen import Kaartkeuze, bind_kaart
from stoep.meldingen import events as meldingen
from stoep.meldingen.models import ConceptFoto, MeldingFoto
from stoep.meldingen.ports import bind_openbare_foto
from stoep.notificaties import bezorgen
from stoep.notificaties import handlers as notificaties
from stoep.notificaties.vertaling import TABLE as TOLD_TO_SUBSCRIBERS
from stoep.opdrachten import events as opdrachten
from stoep.opdrachten import handlers as opdrachten_handlers
from stoep.opdrachten.models import OpdrachtFoto
from stoep.sturing import handlers as sturing
from stoep.website.models import Gemeente
from stoep.zaken import events as zaken
from stoep.zaken import handlers as zaken_handlers
from stoep.zaken.visible_documents import DocumentsOfZaken

Handler = Callable[[Any], None]

LISTENERS: dict[type[Event], tuple[Handler, ...]] = {
    berichten.BerichtFailed: (zaken_handlers.on_bericht_failed, opdrachten_handlers.on_bericht_failed),
    berichten.BerichtSent: (zaken_handlers.on_bericht_sent,),
    meldingen.CategorieChanged: (sturing.on_categorie_changed,),
    meldingen.MeldingAnonymised: (buurt.on_melding_anonymised,),
    meldingen.MeldingMade: (sturing.on_melding_changed, buurt.on_melding_changed),
    meldingen.MeldingMerged: (buurt.on_melding_changed, opdrachten_handlers.on_melding_merged),
    meldingen.MeldingSplit: (buurt.on_melding_changed,),
    meldingen.MisbruikJudged: (buurt.on_melding_changed,),
    meldingen.MeldingPlanned: (buurt.on_melding_changed,),
    meldingen.MeldingReturned: (opdrachten_handlers.on_melding_returned,),
    meldingen.MeldingRecategorised: (sturing.on_melding_changed, buurt.on_melding_changed),
    meldingen.MelderTevredenheidGiven: (sturing.on_melding_changed,),
    meldingen.VolgersChanged: (sturing.on_melding_changed,),
    opdrachten.OpdrachtAccepted: (sturing.on_melding_changed,),
    opdrachten.OpdrachtReady: (sturing.on_melding_changed,),
    opdrachten.OpdrachtRejected: (sturing.on_melding_changed,),
    zaken.ZaakAssigned: (sturing.on_melding_changed,),
    zaken.ZaakClosed: (
        sturing.on_melding_changed,
        buurt.on_melding_changed,
        opdrachten_handlers.on_zaak_closed,
    ),
    zaken.ZaakReopened: (sturing.on_melding_changed, buurt.on_melding_changed),
    zaken.ZaakStatusSet: (buurt.on_melding_changed,),
}

# What the APIs show is told to subscribers too, by one handler so that it stays in order; it sleeps while there are none.
LISTENERS |= {event: (*LISTENERS.get(event, ()), notificaties.tell_what_happened) for event in TOLD_TO_SUBSCRIBERS}

# Events that nobody needs to hear yet, each with its reason.
UNHEARD: dict[type[Event], str] = {
    buitendienst.StopDone: "the act itself is one of meldingen, which tells it; notifications will listen",
    gebieden.KaartlaagImported: "layers of the map are read from their tables",
    gebieden.GebiedPut: "borders are read from their table; a process notices a change by itself",
    kennisbank.MededelingPlaced: "notices are read from their table; search and links will listen",
    kennisbank.MededelingWithdrawn: "notices are read from their table; search and links will listen",
    kennisbank.PagePublished: "pages are searched in Wagtail's own index until there is one index",
    kennisbank.PageUnpublished: "pages are searched in Wagtail's own index until there is one index",
    meldingen.MelderAsked: "the question goes out with the command itself; notifications will listen",
    meldingen.GolfClosed: "worklists read the waves; notifications will listen",
    meldingen.GolfOpened: "worklists read the waves; notifications will listen",
    meldingen.HeropenenDeclined: "the answer goes out with the command itself; notifications will listen",
    meldingen.HeropenenRequested: "the werkplek reads the requests; notifications will listen",
    meldingen.MelderAnswerExpired: "the note and the mail go out with the command itself",
    meldingen.MeldingCancelled: "figures hear that the zaak closed; notifications will listen",
    meldingen.MeldingForwarded: "the report says that it is outside; notifications will listen",
    meldingen.MeldingReopened: "figures hear that the zaak was reopened; notifications will listen",
    meldingen.MeldingAnswered: "the worklist reads the report; notifications will listen",
    meldingen.MeldingResolved: "the message goes out with the command itself; figures hear that the zaak closed",
    opdrachten.OpdrachtAsked: "the list of orders reads what waits; notifications will listen",
    opdrachten.OpdrachtPlanned: "the day stands in the report; notifications will listen",
    opdrachten.OpdrachtReminded: "the mail goes out with the command itself; notifications will listen",
    opdrachten.OpdrachtReturned: "the list of orders reads what waits; notifications will listen",
    opdrachten.OpdrachtSent: "the mail goes out with the command itself",
    opdrachten.OpdrachtWithdrawn: "the mail goes out with the command itself",
}


# What runs in the worker beside the outbox and the jobs, until it is told to stop.
ALONGSIDE: tuple[Callable[[threading.Event], None], ...] = (bezorgen.run,)


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column in which a table above documenten names files."""

    model: type[models.Model]
    name: str = "sha256"

    def held(self, hashes: Collection[str]) -> set[str]:
        """Which of these it names."""
        found = self.model._default_manager.filter(**{f"{self.name}__in": hashes})
        return set(found.values_list(self.name, flat=True))


BESTANDSHOUDERS = (
    Kolom(Buitenfoto),
    Kolom(ConceptFoto),
    Kolom(MeldingFoto),
    Kolom(OpdrachtFoto),
    Kolom(Vrijgave),
    Kolom(Vrijgave, "sha256_klein"),
)


def bind_adapters() -> None:
    """Let an adapter serve each port; called once when Django starts."""
    bind_zichtbare_objecten(DocumentsOfZaken())
    bind_bestandshouders(*BESTANDSHOUDERS)
    bind_virusscanner(ClamdScanner(settings.ENVIRONMENT.clamd) if settings.ENVIRONMENT.clamd else None)
    bind_afzender(letterhead)
    bind_fotokijker(OpencvKijker())
    bind_openbare_foto(ReleasedFotos())
    bind_kaart(
        Kaartkeuze(
            source=settings.MAP_SOURCE,
            tiles_url=settings.MAP_TILES_URL,
            addresses_url=settings.MAP_ADDRESSES_URL,
            municipality_code=settings.MAP_MUNICIPALITY_CODE,
            is_production=settings.IS_PRODUCTION,
            geografie=settings.GEOGRAFIE,
            keep_in=settings.DATA / "tegels",
        )
    )


@remembered("website_gemeente")
def letterhead() -> Afzender:
    """Name and address of the municipality, as its editors keep them, for the head of messages."""
    gemeente = Gemeente.objects.first() or Gemeente()
    return Afzender(
        naam=f"Gemeente {gemeente.naam}",
        telefoon=gemeente.telefoon,
        adres=f"{gemeente.gebouw}, {gemeente.adres}, {gemeente.postcode_plaats}",
        website=settings.BASE_URL,
    )
