"""Reading channels and subscriptions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from stoep.notificaties.models import Abonnement, Aflevering, Kanaal, Kanaalkeuze
from stoep.toegang.actors import Actor


@dataclass(frozen=True, slots=True)
class Keuze:
    """That one subscription wants messages of a channel."""

    abonnement_id: UUID
    filters: Mapping[str, str]


def keuzes_by_kanaal() -> dict[str, tuple[UUID, list[Keuze]]]:
    """Each channel that somebody is subscribed to: its id and who wants what of it. One query."""
    found: dict[str, tuple[UUID, list[Keuze]]] = {}
    rows = Kanaalkeuze.objects.order_by("id").values_list("kanaal__naam", "kanaal_id", "abonnement_id", "filters")
    for naam, kanaal_id, abonnement_id, filters in rows:
        found.setdefault(naam, (kanaal_id, []))[1].append(Keuze(abonnement_id, filters))
    return found


def list_kanalen(*, naam: str | None = None) -> QuerySet[Kanaal]:
    """All channels, by name; everybody who may use notificaties may know them."""
    kanalen = Kanaal.objects.order_by("naam")
    return kanalen if naam is None else kanalen.filter(naam=naam)


def get_kanaal(kanaal_id: UUID | str) -> Kanaal:
    """One channel. Raises NotFound."""
    found: Kanaal = Kanaal.objects.one(kanaal_id)
    return found


def list_abonnementen(actor: Actor) -> QuerySet[Abonnement]:
    """The subscriptions that this actor may see, oldest first, with their channels."""
    visible: QuerySet[Abonnement] = Abonnement.objects.visible_to(actor)
    return visible.order_by("id").prefetch_related("keuzes__kanaal")


def get_abonnement(abonnement_id: UUID | str, actor: Actor) -> Abonnement:
    """One subscription. Raises NotFound, also when the actor may not see it."""
    found: Abonnement = Abonnement.objects.visible_to(actor).one(abonnement_id)
    return found


def abonnementen_met_stand(actor: Actor) -> QuerySet[Abonnement]:
    """The subscriptions with how their lane is doing, how much waits (`wachtend`) and is parked (`geparkeerd`)."""
    counts = Aflevering.objects.filter(abonnement=OuterRef("pk")).order_by().values("abonnement")
    waiting = counts.annotate(n=Count("id", filter=Q(geparkeerd_op__isnull=True))).values("n")
    parked = counts.annotate(n=Count("id", filter=Q(geparkeerd_op__isnull=False))).values("n")
    return (
        list_abonnementen(actor)
        .select_related("baan")
        .annotate(
            wachtend=Coalesce(Subquery(waiting, output_field=IntegerField()), 0),
            geparkeerd=Coalesce(Subquery(parked, output_field=IntegerField()), 0),
        )
    )
