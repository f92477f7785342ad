"""Reading extra questions and dangers: they seldom change, so each process remembers them."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation.remembered import remembered
from stoep.meldingen.models import Categorie, Gevaar, Vraag
from stoep.meldingen.rules.gevaar import Alarm, Gevaarsoort, find_alarm
from stoep.meldingen.rules.vragen import Vraagvorm


def vragen_of(categorie: Categorie) -> tuple[Vraagvorm, ...]:
    """The questions of a category: those of its heading first."""
    return read_vragen(categorie.pk, categorie.hoofdcategorie_id)


@remembered("meldingen_vraag")
def read_vragen(categorie_id: UUID, hoofd_id: UUID | None) -> tuple[Vraagvorm, ...]:
    """The questions that are on, of a heading and of a category."""
    rows = Vraag.objects.filter(categorie__in=[one for one in (hoofd_id, categorie_id) if one], actief=True)
    ordered = sorted(rows, key=lambda row: (row.categorie_id == categorie_id, row.volgorde, str(row.pk)))
    return tuple(as_vorm(row) for row in ordered)


def as_vorm(row: Vraag) -> Vraagvorm:
    """A row as the rules see it."""
    return Vraagvorm(
        sleutel=row.sleutel,
        tekst=row.tekst,
        soort=row.soort,
        hulp=row.hulp,
        verplicht=row.verplicht,
        keuzes=tuple(str(one) for one in row.keuzes),
        voorwaarde=row.voorwaarde,
        objectnummer=row.objectnummer,
    )


@remembered("meldingen_gevaar")
def list_gevaren() -> tuple[Gevaarsoort, ...]:
    """The sorts of danger that are on, in the order in which they count."""
    return tuple(
        Gevaarsoort(
            slug=row.slug,
            titel=row.titel,
            tekst=row.tekst,
            telefoon=row.telefoon,
            woorden=tuple(row.woorden),
            behalve=tuple(row.behalve),
            categorieen=tuple(row.categorieen),
        )
        for row in Gevaar.objects.filter(actief=True).order_by("volgorde", "slug")
    )


def alarm_for(tekst: str, categorie: str) -> Alarm | None:
    """What must be done first, by words and category; None when nothing has to."""
    return find_alarm(tekst, categorie, list_gevaren())
