"""Documents follow their zaak: zaken answers the port of documenten."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q

from stoep.toegang.actors import Actor, Grant
from stoep.toegang.queries import condition_of
from stoep.zaken.models import Besluitinformatieobject, Zaakinformatieobject


class DocumentsOfZaken:
    """Answers documenten which documents an actor sees by way of a zaak or a decision in it."""

    def shown_to(self, actor: Actor) -> Q:
        """Documents in a zaak that the actor may read, up to the confidentiality of that same grant."""
        shown = Q(pk__in=[])
        for grant in actor.grants_for("zaken.read"):
            level = Q(laatste_versie__vertrouwelijkheidaanduiding__in=grant.up_to.and_below())
            in_zaak = Zaakinformatieobject.objects.filter(zaken_of(grant, "zaak"), informatieobject=OuterRef("pk"))
            in_besluit = Besluitinformatieobject.objects.filter(
                zaken_of(grant, "besluit__zaak"), besluit__zaak__isnull=False, informatieobject=OuterRef("pk")
            )
            shown |= level & (Q(Exists(in_zaak)) | Q(Exists(in_besluit)))
        return shown

    def bound(self) -> Q:
        """Documents that are in any zaak or decision."""
        return Q(Exists(Zaakinformatieobject.objects.filter(informatieobject=OuterRef("pk")))) | Q(
            Exists(Besluitinformatieobject.objects.filter(informatieobject=OuterRef("pk")))
        )


def zaken_of(grant: Grant, path: str) -> Q:
    """The condition that a zaak, found along `path`, is covered by a grant."""
    zaaktype = f"{path}__zaaktype"
    condition = condition_of(
        [grant], f"{zaaktype}__identificatie", f"{path}__vertrouwelijkheidaanduiding", f"{zaaktype}__catalogus"
    )
    return condition if condition is not None else Q(pk__in=[])
