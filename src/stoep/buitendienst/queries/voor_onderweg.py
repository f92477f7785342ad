"""All that a telephone needs to go on without network: no name, mail or number of a reporter goes along."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from stoep.berichten.rules.sjablonen import fill_in
from stoep.buitendienst.models import Buitenhandeling, Ronde
from stoep.buitendienst.queries.rondes import Stopregel, list_stops
from stoep.buitendienst.rules.straattekst import HANDELING_OF
from stoep.buitendienst.rules.zonder_contact import without_contact
from stoep.foundation import clock
from stoep.foundation.nederlands import clock_time, day, days_left
from stoep.meldingen.models import FotoSoort, Melding, MeldingFoto, Standaardtekst
from stoep.toegang.actors import Actor

MOST_FOTOS = 2
KNOWN_DAYS = 2
SOON = 2


def collect_for_phone(ronde: Ronde | None, actor: Actor) -> dict[str, Any]:
    """The round with its stops, texts and photos, and which acts have arrived. Six queries."""
    if ronde is None:
        return {"ronde": None, "stops": [], "aangekomen": {}}
    regels = list_stops(ronde, actor)
    ids = [regel.melding.pk for regel in regels]
    fotos = fotos_of(ids)
    teksten = list(list_teksten())
    return {
        "ronde": {"id": str(ronde.pk), "dag": day(ronde.dag), "datum": ronde.dag.isoformat(), "start": ronde.start},
        "stops": [stop_for_phone(regel, fotos.get(regel.melding.pk, []), teksten) for regel in regels],
        "aangekomen": {str(one.sleutel): answer_of(one) for one in arrived(ronde)},
    }


def arrived(ronde: Ronde) -> Iterable[Buitenhandeling]:
    """The acts of this employee that arrived lately, of this round and the one before."""
    since = clock.now() - timedelta(days=KNOWN_DAYS)
    rows: Iterable[Buitenhandeling] = Buitenhandeling.objects.filter(
        ronde__medewerker=ronde.medewerker_id, ontvangen_op__gte=since
    )
    return rows


def answer_of(handeling: Buitenhandeling) -> dict[str, str]:
    """What the telephone is told of an act that arrived."""
    return {
        "stand": "botsing" if handeling.botsing else "verstuurd",
        "om": clock_time(handeling.ontvangen_op),
        "uitleg": handeling.uitleg,
    }


def fotos_of(melding_ids: Sequence[UUID]) -> dict[UUID, list[str]]:
    """Addresses of the first photos of each report, small."""
    found: dict[UUID, list[str]] = {}
    rows = MeldingFoto.objects.filter(melding__in=melding_ids).exclude(soort=FotoSoort.HERSTEL)
    for pk, melding_id in rows.order_by("melding", "volgorde").values_list("pk", "melding_id"):
        urls = found.setdefault(melding_id, [])
        if len(urls) < MOST_FOTOS:
            urls.append(reverse("meldingen:foto_medewerker", args=[pk]) + "?klein")
    return found


def stop_for_phone(regel: Stopregel, fotos: Sequence[str], teksten: Sequence[Standaardtekst]) -> dict[str, Any]:
    """One stop. The words of the reporter come without ways to reach who wrote them."""
    melding, stop = regel.melding, regel.stop
    left = (melding.verwacht_op - clock.today()).days
    return {
        "melding": str(melding.pk),
        "nummer": melding.meldernummer,
        "plaats": regel.nummer,
        "categorie": melding.categorie.naam,
        "adres": regel.kort_adres or _("op de kaart aangewezen"),
        "gebied": melding.gebied.naam if melding.gebied else "",
        "tekst": without_contact(melding.tekst),
        "lon": melding.lon,
        "lat": melding.lat,
        "meters": regel.meters,
        "termijn": days_left(melding.verwacht_op, clock.today()),
        "toon": "late" if left < 0 else "warn" if left <= SOON else "ok",
        "status": str(melding.zaak.statustype or ""),
        "gesloten": melding.zaak.is_closed,
        "kan_vragen": melding.wil_bericht,
        "fotos": list(fotos),
        "teksten": texts_for(melding, teksten),
        "uitkomst": stop.uitkomst,
        "uitkomst_naam": stop.get_uitkomst_display() if stop.uitkomst else "",
        "gedaan_om": clock_time(stop.gedaan_op) if stop.gedaan_op else "",
    }


def texts_of_stop(regel: Stopregel) -> dict[str, list[dict[str, str]]]:
    """The standard texts of one stop."""
    return texts_for(regel.melding, list(list_teksten()))


def list_teksten() -> Iterable[Standaardtekst]:
    """The standard texts of what an inspector does, in order."""
    rows: Iterable[Standaardtekst] = Standaardtekst.objects.filter(handeling__in=HANDELING_OF.values()).order_by(
        "volgorde", "pk"
    )
    return rows


def texts_for(melding: Melding, teksten: Sequence[Standaardtekst]) -> dict[str, list[dict[str, str]]]:
    """The standard texts per outcome: those of the category first, each by its name and words."""
    known = {
        "nummer": melding.meldernummer,
        "categorie": melding.categorie.naam,
        "adres": melding.adres or _("de plek op de kaart"),
        "dag": _("de dag die u kiest"),
    }
    return {
        uitkomst: [
            {"id": str(one.pk), "titel": one.titel, "tekst": fill_in(one.tekst, known)}
            for one in sorted(teksten, key=lambda one: one.categorie_id is None)
            if one.handeling == handeling and one.categorie_id in (None, melding.categorie_id)
        ]
        for uitkomst, handeling in HANDELING_OF.items()
    }
