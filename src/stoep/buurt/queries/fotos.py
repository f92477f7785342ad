"""Which photos of reports were released, for the domain that offers reports nearby."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from django.urls import reverse

from stoep.buurt.models import Onderdeel, OpenbareMelding, Vrijgave
from stoep.meldingen.ports import Foto


class ReleasedFotos:
    """Serves `meldingen.ports.OpenbareFoto`."""

    def fotos_of(self, melding_ids: Collection[UUID]) -> Mapping[UUID, Foto]:
        """For each report that has one, its first released photo, small. Two queries."""
        numbers = dict(OpenbareMelding.objects.filter(pk__in=melding_ids).values_list("melding_id", "nummer"))
        released = Vrijgave.objects.released().filter(melding_id__in=numbers, onderdeel=Onderdeel.FOTO).order_by("-id")
        return {
            melding_id: Foto(f"{reverse('buurt:foto', args=[numbers[melding_id], pk])}?klein", "Foto van deze melding")
            for melding_id, pk in released.values_list("melding_id", "pk")
        }
