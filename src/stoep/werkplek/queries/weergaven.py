"""The saved views that somebody may use."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from stoep.organisatie.models import Medewerker
from stoep.werkplek.models import Weergave

MOST = 20


def list_weergaven(medewerker: Medewerker | None) -> QuerySet[Weergave]:
    """One's own views, and those that colleagues of the department share."""
    if medewerker is None:
        none: QuerySet[Weergave] = Weergave.objects.none()
        return none
    mine = Q(eigenaar=medewerker)
    shared = Q(gedeeld=True, eigenaar__afdeling_id=medewerker.afdeling_id)
    found: QuerySet[Weergave] = Weergave.objects.filter(mine | shared)
    return found.select_related("eigenaar")[:MOST]
