"""One public report, as everybody may read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from stoep.buurt.models import Onderdeel, OpenbareMelding, Vrijgave
from stoep.buurt.rules.nummers import is_nummer
from stoep.buurt.rules.verloop import UITKOMSTEN, Regel, tell_verloop, tell_verwachting
from stoep.foundation import clock
from stoep.foundation.errors import NotFound
from stoep.meldingen.models import FotoSoort, MeldingFoto
from stoep.zaken.models import Resultaat, Status


@dataclass(frozen=True, slots=True)
class Foto:
    """A released photo."""

    vrijgave: Vrijgave
    is_herstel: bool


@dataclass(frozen=True, slots=True)
class Openbaar:
    """The page of a report as everybody sees it."""

    melding: OpenbareMelding
    verloop: Sequence[Regel]
    verwachting: str
    verwachte_dag: date | None
    uitkomst: str
    tekst: str
    fotos: Sequence[Foto]


def get_openbaar(nummer: str) -> OpenbareMelding:
    """The public report with this number. Raises NotFound: unknown, merged and not public are the same."""
    found = OpenbareMelding.objects.filter(nummer=nummer).first() if is_nummer(nummer) else None
    if found is None:
        raise NotFound
    return found


def nummer_of_melding(melding_id: UUID) -> str:
    """The public number of a report; "" when it is not public (yet)."""
    return OpenbareMelding.objects.filter(pk=melding_id).values_list("nummer", flat=True).first() or ""


def show_openbaar(melding: OpenbareMelding) -> Openbaar:
    """Gather what everybody sees: what happened, what to expect, and the words and photos that were released."""
    statussen = Status.objects.filter(zaak=melding.zaak_id).values_list(
        "statustype__omschrijving", "datum_status_gezet"
    )
    released = list(Vrijgave.objects.released().filter(melding_id=melding.melding_id).order_by("id"))
    herstel = set(
        MeldingFoto.objects.filter(melding_id=melding.melding_id, soort=FotoSoort.HERSTEL).values_list("pk", flat=True)
    )
    uitkomst = ""
    if not melding.is_open:
        resultaat = Resultaat.objects.filter(zaak=melding.zaak_id).values_list("resultaattype__omschrijving", flat=True)
        uitkomst = UITKOMSTEN.get(resultaat.first() or "", "")
    verwachting = tell_verwachting(
        is_open=melding.is_open, gepland_op=melding.gepland_op, norm_op=melding.norm_op, today=clock.today()
    )
    return Openbaar(
        melding=melding,
        verloop=tell_verloop(statussen),
        verwachting=verwachting,
        verwachte_dag=(melding.gepland_op if verwachting == "Wij komen op" else melding.norm_op)
        if verwachting
        else None,
        uitkomst=uitkomst,
        tekst=next((one.tekst for one in released if one.onderdeel == Onderdeel.TEKST), ""),
        fotos=[Foto(one, one.foto_id in herstel) for one in released if one.onderdeel == Onderdeel.FOTO],
    )
