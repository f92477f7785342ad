"""What the reporter gets to see: on the status page, in the werkplek's 'dit ziet de melder', and in messages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from stoep.berichten.rules.sjablonen import fill_in
from stoep.foundation import clock, links
from stoep.foundation.nederlands import day
from stoep.meldingen.models import FotoSoort, Handeling, Melding, MeldingFoto, Standaardtekst
from stoep.meldingen.queries.categorieen import standaardteksten_for
from stoep.meldingen.rules.berichtteksten import Berichttekst, compose_bericht
from stoep.meldingen.rules.tijdlijn import TONEN, Regel, StatusGezet, tell_tijdlijn, tell_verwachting
from stoep.zaken.models import Status

LINK = "melding"


@dataclass(frozen=True, slots=True)
class Weergave:
    """The page of a report as its reporter sees it."""

    melding: Melding
    status: str
    toon: str
    tijdlijn: Sequence[Regel]
    verwachting: str
    verwachte_dag: date | None
    vraag: str
    oplossing: str
    fotos: Sequence[MeldingFoto]
    herstelfotos: Sequence[MeldingFoto]


def show_to_melder(melding: Melding) -> Weergave:
    """Gather what the reporter sees: statuses in plain words, the expected day, question, solution and photos."""
    gezet = [
        StatusGezet(naam, op)
        for naam, op in Status.objects.filter(zaak=melding.zaak_id).values_list(
            "statustype__omschrijving", "datum_status_gezet"
        )
    ]
    status = str(melding.zaak.statustype or "")
    verwachting = tell_verwachting(
        status=status, gepland_op=melding.gepland_op, verwacht_op=melding.verwacht_op, today=clock.today()
    )
    fotos = list(melding.fotos.all())
    return Weergave(
        melding=melding,
        status=status,
        toon=TONEN.get(status, "neutral"),
        tijdlijn=tell_tijdlijn(gezet),
        verwachting=verwachting,
        verwachte_dag=melding.verwachte_dag if verwachting.endswith("op") else None,
        vraag=melding.vraag,
        oplossing=melding.oplossing if melding.zaak.is_closed else "",
        fotos=[foto for foto in fotos if foto.soort not in (FotoSoort.HERSTEL, FotoSoort.BUITEN)],
        herstelfotos=[foto for foto in fotos if foto.soort == FotoSoort.HERSTEL],
    )


def status_link(melding: Melding) -> str:
    """The address of the status page: whoever holds it may see the report, as with a parcel.

    Signed as of the moment of the report, so that every message, and its preview, has the same link.
    """
    return f"{settings.BASE_URL}{status_path(melding)}"


def status_path(melding: Melding) -> str:
    """The path of the status page."""
    with clock.at(melding.gemeld_op):
        token = links.sign(LINK, str(melding.pk))
    return reverse("meldingen:status", args=[token])


def filled_in(melding: Melding, text: str) -> str:
    """A standard text as a colleague begins with it: all filled in but the day, which is still to be chosen."""
    return fill_in(text, {**message_values(melding), "dag": "{{ dag }}"})


def message_values(melding: Melding, dag: date | None = None) -> Mapping[str, str]:
    """What can be filled in in a message."""
    return {
        "aanhef": _("Beste {naam}").format(naam=melding.naam) if melding.naam else _("Beste melder"),
        "nummer": melding.meldernummer,
        "categorie": melding.categorie.naam,
        "adres": melding.adres or _("de plek die u op de kaart aanwees"),
        "wat_wij_doen": melding.categorie.handelingstekst,
        "dag": day(dag or melding.verwachte_dag),
        "link": status_link(melding),
    }


def preview_message(
    melding: Melding, *, handeling: Handeling | str, tekst: str = "", onderwerp: str = "", dag: date | None = None
) -> Berichttekst:
    """The message of an act exactly as it will be sent: what is previewed is what goes."""
    handeling = Handeling(handeling)
    standaard = standard_of(melding, handeling) if not (tekst and onderwerp) else None
    fallback = _("Over uw melding {{ nummer }}")
    return compose_bericht(
        handeling.value,
        onderwerp or (standaard.onderwerp if standaard else fallback),
        tekst or (standaard.tekst if standaard else ""),
        message_values(melding, dag),
    )


def standard_of(melding: Melding, handeling: Handeling) -> Standaardtekst | None:
    """The first standard text of an act for this report; that of its category first."""
    found = standaardteksten_for(melding, [handeling.value])
    return found[0] if found else None
