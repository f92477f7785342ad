"""Following a report: the links, and what a follower may see of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from stoep.foundation import clock, links
from stoep.foundation.errors import NotFound
from stoep.meldingen.models import Melding, Volger
from stoep.meldingen.queries.samen import hoofdmelding
from stoep.meldingen.queries.voor_melder import show_to_melder
from stoep.meldingen.rules.tijdlijn import Regel
from stoep.meldingen.rules.volgteksten import for_others, vague_place

VOLGER = "meldingen.volger"
OFFER = "meldingen.volgen"
OFFERED_FOR = timedelta(days=1)
CONFIRM_WITHIN = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Volgweergave:
    """A report as a follower sees it: what, roughly where, and how it stands. No words, no names, no photos."""

    categorie: str
    plek: str
    status: str
    toon: str
    tijdlijn: Sequence[Regel]
    verwachting: str
    verwachte_dag: date | None
    is_bevestigd: bool


def volger_link(volger: Volger) -> str:
    """The address by which a follower confirms, looks and stops; the same in every mail."""
    with clock.at(volger.gevraagd_op):
        token = links.sign(VOLGER, str(volger.pk))
    return f"{settings.BASE_URL}{reverse('meldingen:volgen', args=[token])}"


def get_volger(token: str) -> Volger:
    """The follower of a link. Raises NotFound: tampered, expired, stopped and never given look the same."""
    try:
        volger_id = UUID(links.unsign(VOLGER, token))
    except ValueError as error:
        raise NotFound from error
    volger: Volger = Volger.objects.select_related(
        "melding__categorie", "melding__gebied", "melding__zaak__statustype"
    ).one(volger_id)
    if volger.bevestigd_op is None and clock.now() - volger.gevraagd_op > CONFIRM_WITHIN:
        raise NotFound
    return volger


def offer_token(melding_id: UUID) -> str:
    """A reference to a report that was offered nearby: good for a day, and tells nothing."""
    return links.sign(OFFER, str(melding_id))


def get_offered(token: str) -> Melding:
    """The report that was offered. Raises NotFound; also when it was closed or taken for abuse meanwhile."""
    try:
        melding_id = UUID(links.unsign(OFFER, token, max_age=OFFERED_FOR))
    except ValueError as error:
        raise NotFound from error
    melding: Melding = Melding.objects.trusted().open().whole().one(melding_id)
    return melding


def show_to_volger(volger: Volger) -> Volgweergave:
    """What a follower sees; of a deelmelding the progress of its hoofdmelding."""
    melding = volger.melding
    shown = show_to_melder(hoofdmelding(melding) or melding)
    return Volgweergave(
        categorie=melding.categorie.naam,
        plek=place_of(melding),
        status=shown.status,
        toon=shown.toon,
        tijdlijn=[replace(regel, zin=for_others(regel.zin)) for regel in shown.tijdlijn],
        verwachting="" if "onze vraag" in shown.verwachting else shown.verwachting,
        verwachte_dag=shown.verwachte_dag,
        is_bevestigd=volger.bevestigd_op is not None,
    )


def place_of(melding: Melding) -> str:
    """Where it is, as everybody may know it."""
    return vague_place(melding.adres, melding.gebied.naam if melding.gebied else "")
