"""The saved views that somebody may use."""

from __future__ import annotations

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from stoep.organisatie.models import Medewerker
from stoep.organisatie.queries import groepen_of
from stoep.werkplek.models import Deelkring, Weergave

MOST = 40


def list_weergaven(medewerker: Medewerker | None) -> QuerySet[Weergave]:
    """One's own views first, then those that colleagues share with us: a group of ours, our department or everybody."""
    if medewerker is None:
        none: QuerySet[Weergave] = Weergave.objects.none()
        return none
    mine = Q(eigenaar=medewerker)
    groups = groepen_of(medewerker).values("pk")
    shared = (
        Q(gedeeld_met=Deelkring.IEDEREEN)
        | Q(gedeeld_met=Deelkring.AFDELING, eigenaar__afdeling_id=medewerker.afdeling_id)
        | Q(gedeeld_met=Deelkring.GROEP, groep__in=groups)
    )
    found: QuerySet[Weergave] = Weergave.objects.filter(mine | shared)
    own_first = Case(When(mine, then=Value(0)), default=Value(1), output_field=IntegerField())
    return found.select_related("eigenaar", "groep").order_by(own_first, "eigenaar__sorteernaam", "naam", "pk")[:MOST]
