"""Reading contractors, and who is proposed for a report."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from stoep.meldingen.models import Melding
from stoep.opdrachten.models import Afspraak, Opdrachtnemer
from stoep.opdrachten.rules.keuze import Aanbod, rank_aanbod, say_why
from stoep.opdrachten.rules.opdrachtstatussen import OPEN
from stoep.toegang.actors import Actor


@dataclass(frozen=True, slots=True)
class Voorstel:
    """A contractor that fits a report, with what was agreed and why it is proposed."""

    aanbod: Aanbod
    waarom: str


def list_opdrachtnemers(actor: Actor) -> QuerySet[Opdrachtnemer]:
    """All contractors with how many orders run, those that get work first."""
    actor.require("opdrachten.read")
    running = Count("opdrachten", filter=Q(opdrachten__status__in=[stand.value for stand in OPEN]))
    found: QuerySet[Opdrachtnemer] = Opdrachtnemer.objects.annotate(lopend=running)
    return found.prefetch_related("afspraken__categorie").order_by("-actief", "naam")


def get_opdrachtnemer(opdrachtnemer_id: UUID | str, actor: Actor) -> Opdrachtnemer:
    """One contractor. Raises NotFound."""
    actor.require("opdrachten.read")
    found: Opdrachtnemer = Opdrachtnemer.objects.prefetch_related("afspraken__categorie").one(opdrachtnemer_id)
    return found


def propose_opdrachtnemers(melding: Melding) -> list[Voorstel]:
    """Who serves what this report is about, there where it is: the best first. One query."""
    rows = Afspraak.objects.filter(opdrachtnemer__actief=True).select_related("opdrachtnemer", "categorie")
    aanbod = [
        Aanbod(
            row.opdrachtnemer_id,
            row.opdrachtnemer.naam,
            row.categorie.slug,
            tuple(row.opdrachtnemer.gebieden),
            row.werkdagen,
            row.spoed_uren,
        )
        for row in rows
    ]
    hoofd = melding.categorie.hoofdcategorie
    names = {melding.categorie.slug: melding.categorie.naam} | ({hoofd.slug: hoofd.naam} if hoofd else {})
    gebied = melding.gebied
    ranked = rank_aanbod(aanbod, categorieen=tuple(names), gebied=gebied.code if gebied else "")
    return [
        Voorstel(one, say_why(one, categorie_naam=names[one.categorie], gebied_naam=gebied.naam if gebied else ""))
        for one in ranked
    ]
