"""Documents follow their zaak: zaken answers the port of documenten."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q

from stoep.toegang.actors import Actor
from stoep.zaken.models import Besluitinformatieobject, Zaakinformatieobject, covered_by


class DocumentsOfZaken:
    """Answers documenten which documents an actor sees by way of a zaak or a decision in it."""

    def shown_to(self, actor: Actor) -> Q:
        """Documents in a zaak that the actor may read, up to the confidentiality of that same grant."""
        shown = Q(pk__in=[])
        for grant in actor.grants_for("zaken.read"):
            level = Q(laatste_versie__vertrouwelijkheidaanduiding__in=grant.up_to.and_below())
            in_zaak = Exists(
                Zaakinformatieobject.objects.filter(covered_by(grant, "zaak__"), informatieobject=OuterRef("pk"))
            )
            in_besluit = Exists(
                Besluitinformatieobject.objects.filter(
                    covered_by(grant, "besluit__zaak__"),
                    besluit__zaak__isnull=False,
                    informatieobject=OuterRef("pk"),
                )
            )
            shown |= level & (Q(in_zaak) | Q(in_besluit))
        return shown

    def bound(self) -> Q:
        """Documents that are in any zaak or decision."""
        return Q(Exists(Zaakinformatieobject.objects.filter(informatieobject=OuterRef("pk")))) | Q(
            Exists(Besluitinformatieobject.objects.filter(informatieobject=OuterRef("pk")))
        )
