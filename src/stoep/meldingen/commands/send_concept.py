"""Make a draft into a report."""

from __future__ import annotations

from collections.abc import Collection

from stoep.foundation import clock, storage
from stoep.foundation.geo import Point
from stoep.foundation.transactions import whole
from stoep.meldingen.commands.attach_fotos import Foto
from stoep.meldingen.commands.make_melding import make_melding
from stoep.meldingen.errors import CategorieUnknown, ConceptNotFound, PlekMissing
from stoep.meldingen.models import Concept, Kanaal, Melding
from stoep.toegang.actors import Actor


@whole
def send_concept(token: str, *, hints: Collection[str] = (), netwerk: int = 0, actor: Actor) -> Melding:
    """Make the report of a draft: once, however often it is asked.

    The row of the draft is locked, so a second click waits for the first and gets the same report.
    What the draft held of its writer is wiped: it lives on in the report only. `hints` of abuse come on top of those
    of earlier steps; `netwerk` is how many reports came from this connection in the last hour.
    """
    concept = (
        Concept.objects.select_for_update(of=("self",))
        .select_related("categorie")
        .filter(token=token, verloopt_op__gt=clock.now())
        .first()
    )
    if concept is None:
        raise ConceptNotFound
    if concept.melding_id is not None:  # read after the lock: a joined row would still be the one from before
        sent: Melding = Melding.objects.get(pk=concept.melding_id)
        return sent
    if concept.categorie is None:
        raise CategorieUnknown
    if concept.lon is None or concept.lat is None:
        raise PlekMissing
    melding = make_melding(
        categorie=concept.categorie.slug,
        tekst=concept.tekst,
        point=Point(lon=concept.lon, lat=concept.lat),
        adres=concept.adres,
        object_nummer=concept.object_nummer,
        kanaal=Kanaal.SITE,
        naam=concept.naam,
        email=concept.email,
        telefoon=concept.telefoon,
        antwoorden=concept.antwoorden,
        fotos=[read_foto(foto.sha256, foto.formaat) for foto in concept.fotos.filter(is_stored=True)],
        sleutel=f"concept:{concept.pk}",
        sporen=({*concept.hints, *hints}, netwerk),
        actor=actor,
    )
    concept.melding = melding
    concept.tekst = concept.naam = concept.email = concept.telefoon = concept.adres = concept.object_nummer = ""
    concept.lon = concept.lat = None
    concept.antwoorden = {}
    concept.save()
    concept.fotos.all().delete()
    return melding


def read_foto(sha256: str, formaat: str) -> Foto:
    """A photo from storage."""
    with storage.open_stored(sha256) as file:
        return Foto(data=file.read(), formaat=formaat)
