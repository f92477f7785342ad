"""What the reporter gets to see: on the status page, in the werkplek's 'dit ziet de melder', and in messages."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from stoep.berichten.rules.sjablonen import fill_in
from stoep.foundation import clock, links
from stoep.foundation.nederlands import day
from stoep.meldingen.models import FotoSoort, Handeling, Melding, MeldingFoto, Meldinginstellingen, Standaardtekst
from stoep.meldingen.queries.categorieen import standaardtekst_of
from stoep.meldingen.queries.golven import golf_values
from stoep.meldingen.queries.instellingen import get_instellingen, is_answerable
from stoep.meldingen.queries.samen import hoofdmelding
from stoep.meldingen.rules.berichtteksten import ENDINGS, Berichttekst, compose_bericht
from stoep.meldingen.rules.statussen import Stand
from stoep.meldingen.rules.tijdlijn import TONEN, Regel, StatusGezet, tell_tijdlijn, tell_verwachting
from stoep.zaken.models import Status

LINK = "melding"
ANTWOORD = "meldingantwoord"
TEVREDEN = "meldingtevreden"
JA, NEE = "ja", "nee"
ASKING = (Stand.REACTIE_GEVRAAGD.value, Stand.REACTIE_ONTVANGEN.value, Stand.VERZOEK.value)
TEKSTEN = Path(__file__).resolve().parents[1] / "data" / "standaardteksten.json"


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
    antwoord_pad: str
    oplossing: str
    fotos: Sequence[MeldingFoto]
    herstelfotos: Sequence[MeldingFoto]
    buitenfotos: Sequence[MeldingFoto] = ()  # of the inspector: for colleagues only
    samen: bool = False


def show_to_melder(melding: Melding) -> Weergave:
    """Gather what the reporter sees: statuses in plain words, the expected day, question, solution and photos.

    Of a deelmelding it is the progress of its hoofdmelding: that is where the work is done.
    """
    at = melding if melding.vraag else hoofdmelding(melding) or melding
    gezet = [
        StatusGezet(naam, op)
        for naam, op in Status.objects.filter(zaak=at.zaak_id).values_list(
            "statustype__omschrijving", "datum_status_gezet"
        )
    ]
    status = at.stand.value
    gezet += later_statuses(at)
    if at is not melding:  # a question to another reporter is none of this one's business
        gezet = [one for one in gezet if one.naam not in ASKING]
        status = Stand.IN_BEHANDELING.value if status in ASKING else status
    verwachting = tell_verwachting(
        status=status, gepland_op=at.gepland_op, verwacht_op=at.verwacht_op, today=clock.today()
    )
    fotos = list(melding.fotos.all())
    mended = fotos if at is melding else list(at.fotos.all())
    return Weergave(
        melding=melding,
        status=status,
        toon=TONEN.get(status, "neutral"),
        tijdlijn=tell_tijdlijn(gezet),
        verwachting=verwachting,
        verwachte_dag=at.verwachte_dag if verwachting.endswith("op") else None,
        vraag=melding.vraag if is_answerable(melding) else "",
        antwoord_pad=answer_path(melding, melding.vragen_gesteld),
        oplossing=melding.oplossing if melding.zaak.is_closed else "",
        fotos=[foto for foto in fotos if foto.soort not in (FotoSoort.HERSTEL, FotoSoort.BUITEN)],
        buitenfotos=[foto for foto in fotos if foto.soort == FotoSoort.BUITEN],
        herstelfotos=[foto for foto in mended if foto.soort == FotoSoort.HERSTEL],
        samen=at is not melding,
    )


def later_statuses(melding: Melding) -> list[StatusGezet]:
    """What the phases of a closed zaak cannot say: that it was cancelled, or that the reporter asks to look again."""
    later = []
    closed_on = melding.zaak.status_gezet_op
    if melding.stand is Stand.GEANNULEERD and closed_on is not None:
        later.append(StatusGezet(Stand.GEANNULEERD.value, closed_on))
    if melding.heropenen_gevraagd_op is not None:
        later.append(StatusGezet(Stand.VERZOEK.value, melding.heropenen_gevraagd_op))
    return later


def status_link(melding: Melding) -> str:
    """The address of the status page: whoever holds it may see the report, as with a parcel."""
    return f"{settings.BASE_URL}{status_path(melding)}"


def status_path(melding: Melding) -> str:
    """The path of the status page."""
    return reverse("meldingen:status", args=[signed(melding, LINK, str(melding.pk))])


def answer_path(melding: Melding, vraag: int) -> str:
    """The path of the page to answer the question with this number; whether it still works, the report knows."""
    return reverse("meldingen:antwoord", args=[signed(melding, ANTWOORD, f"{melding.pk}.{vraag}")])


def tevreden_path(melding: Melding, ronde: int, antwoord: str) -> str:
    """The path of the page that asks whether the reporter is content, with `ja` or `nee` chosen."""
    return reverse("meldingen:tevreden", args=[signed(melding, TEVREDEN, f"{melding.pk}.{ronde}.{antwoord}")])


def signed(melding: Melding, purpose: str, value: str) -> str:
    """A token, signed as of the moment of the report, so that every message and its preview have the same one."""
    with clock.at(melding.gemeld_op):
        return links.sign(purpose, value)


def filled_in(melding: Melding, text: str) -> str:
    """A standard text as a colleague begins with it: all filled in but the day, which is still to be chosen."""
    return fill_in(text, {**message_values(melding), "dag": "{{ dag }}"})


def message_values(melding: Melding, dag: date | None = None, *, antwoord_dagen: int = 5) -> Mapping[str, str]:
    """What can be filled in in a message: the names of `rules.berichtteksten.PLACES`."""
    ronde = melding.heropend + 1
    return {
        "aanhef": _("Beste {naam}").format(naam=melding.naam) if melding.naam else _("Beste melder"),
        "nummer": melding.meldernummer,
        "categorie": melding.categorie.naam,
        "adres": melding.adres or _("de plek die u op de kaart aanwees"),
        "wat_wij_doen": melding.categorie.handelingstekst,
        "dag": day(dag or melding.verwachte_dag),
        "link": status_link(melding),
        "antwoordlink": f"{settings.BASE_URL}{answer_path(melding, melding.vragen_gesteld + 1)}",
        "antwoord_tot": day(clock.today() + timedelta(days=antwoord_dagen)),
        "tevreden_ja": f"{settings.BASE_URL}{tevreden_path(melding, ronde, JA)}",
        "tevreden_nee": f"{settings.BASE_URL}{tevreden_path(melding, ronde, NEE)}",
        **golf_values(melding),
    }


def preview_message(
    melding: Melding, *, handeling: Handeling | str, tekst: str = "", onderwerp: str = "", dag: date | None = None
) -> Berichttekst:
    """The message of an act exactly as it will be sent: what is previewed is what goes."""
    handeling = Handeling(handeling)
    standaard = standard_of(melding, handeling) if not (tekst and onderwerp) else None
    is_asking = handeling is Handeling.VRAAG or handeling.value in ENDINGS
    instellingen = get_instellingen() if is_asking else Meldinginstellingen()
    return compose_bericht(
        handeling.value,
        onderwerp or (standaard.onderwerp if standaard else _("Over uw melding {{ nummer }}")),
        tekst or (standaard.tekst if standaard else ""),
        message_values(melding, dag, antwoord_dagen=instellingen.antwoord_dagen),
        vraag_tevreden=instellingen.vraag_tevredenheid,
    )


def standard_of(melding: Melding, handeling: Handeling) -> Standaardtekst | None:
    """The first standard text of an act for this report; that of its category first, else the one Stoep brings."""
    return standaardtekst_of(melding.categorie_id, handeling.value) or brought_text(handeling.value)


@cache
def brought_text(handeling: str) -> Standaardtekst | None:
    """The first text for all categories that Stoep brings for an act: a new act always has words."""
    for row in json.loads(TEKSTEN.read_text(encoding="utf-8"))["standaardteksten"]:
        if row["handeling"] == handeling and "categorie" not in row:
            return Standaardtekst(
                handeling=handeling, titel=row["titel"], onderwerp=row["onderwerp"], tekst=row["tekst"]
            )
    return None
