"""Reading waves: as one row of a worklist, and as a page with all their reports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Q, QuerySet

from stoep.meldingen.models import Golf, Golfhandeling, Melding, MeldingQuerySet
from stoep.toegang.actors import Actor

OPEN = Q(meldingen__zaak__einddatum__isnull=True)
MOST_ON_MAP = 500


def golven_with_work(zaken: QuerySet[Any] | None = None) -> QuerySet[Golf]:
    """The waves that still hold work (within these zaken), with their counts. One query."""
    of_these = OPEN & Q(meldingen__zaak__in=zaken.order_by().values("pk")) if zaken is not None else OPEN
    golven: QuerySet[Golf] = (
        Golf.objects.annotate(
            aantal=Count("meldingen", distinct=True),
            open=Count("meldingen", filter=of_these, distinct=True),
            laatste=Max("meldingen__gemeld_op"),
        )
        .filter(open__gt=0)
        .order_by("-laatste")
    )
    return golven


def list_golven(actor: Actor) -> QuerySet[Golf]:
    """All waves, the newest first."""
    actor.require("meldingen.read")
    return Golf.objects.annotate(
        aantal=Count("meldingen", distinct=True),
        open=Count("meldingen", filter=OPEN, distinct=True),
        laatste=Max("meldingen__gemeld_op"),
    ).order_by("-begonnen_op", "-pk")


def get_golf(golf_id: UUID, actor: Actor) -> Golf:
    """One wave with its counts. Raises NotFound or NotAllowed."""
    golf: Golf = list_golven(actor).one(golf_id)  # type: ignore[attr-defined]
    return golf


def meldingen_of(golf: Golf, actor: Actor) -> MeldingQuerySet:
    """The reports of a wave, open ones first, then the newest."""
    found: MeldingQuerySet = (
        Melding.objects.visible_to(actor).whole().filter(golf=golf).order_by("zaak__einddatum", "-gemeld_op", "-pk")
    )
    return found


def points_of(golf: Golf, actor: Actor) -> list[dict[str, Any]]:
    """Where the reports of a wave lie, for the map."""
    rows = meldingen_of(golf, actor)[:MOST_ON_MAP]
    return [
        {
            "id": str(row.pk),
            "lon": row.lon,
            "lat": row.lat,
            "label": row.categorie.naam,
            "tekst": f"{row.adres.partition(',')[0] or row.meldernummer} · {row.stand.value}",
            "url": f"/werkplek/zaken/{row.zaak_id}/",
            "toon": "info" if row.zaak.is_closed else "warn",
        }
        for row in rows
    ]


def handelingen_of(golf: Golf) -> Sequence[Golfhandeling]:
    """What was done to the whole wave, the newest first."""
    return list(golf.handelingen.all()[:10])


def golf_values(melding: Melding) -> dict[str, str]:
    """What a receipt can say of the wave to which a report belongs; two queries, none outside a wave."""
    if melding.golf_id is None:
        return {}
    golf = Golf.objects.get(pk=melding.golf_id)
    aantal = Melding.objects.filter(golf=golf).count()
    return {"golf": golf.naam, "aantal": str(aantal), "golftekst": golf.ontvangsttekst}
