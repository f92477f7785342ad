"""A decision that was taken in a zaak, with the documents that lay it down."""

from __future__ import annotations

from typing import ClassVar, Self, cast

from django.db import models
from django.db.models import F, Q

from stoep.catalogi.models import Besluittype
from stoep.documenten.models import EnkelvoudigInformatieobject
from stoep.foundation.ref import Ref
from stoep.foundation.rows import Row, RowQuerySet
from stoep.toegang.actors import Actor, ActorKind, Guard
from stoep.toegang.queries import limit_to_grants
from stoep.zaken.models.keuzes import Vervalreden
from stoep.zaken.models.zaak import Zaak


class BesluitQuerySet(RowQuerySet["Besluit"]):
    """Queries on decisions."""

    def visible_to(self, actor: Actor) -> Self:
        """Decisions that this actor may read: an application by their type, people those in zaken that they may read."""
        if actor.kind is ActorKind.SYSTEM:
            return self
        if actor.kind is not ActorKind.APPLICATION:
            return self.filter(zaak__in=Zaak.objects.visible_to(actor))
        limited = limit_to_grants(
            self,
            actor,
            "besluiten.read",
            zaaktype_field="besluittype__omschrijving",
            catalogus_field="besluittype__catalogus",
        )
        return cast("Self", limited)


class Besluit(Row):
    """A decision (ZGW Besluiten 1.1)."""

    identificatie = models.CharField(max_length=50)
    verantwoordelijke_organisatie = models.CharField(max_length=9)
    besluittype = models.ForeignKey(Besluittype, on_delete=models.PROTECT, related_name="+")
    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, null=True, blank=True, related_name="besluiten")
    datum = models.DateField()
    toelichting = models.TextField(blank=True)
    bestuursorgaan = models.CharField(max_length=50, blank=True)
    ingangsdatum = models.DateField()
    vervaldatum = models.DateField(null=True, blank=True)
    vervalreden = models.CharField(max_length=30, choices=Vervalreden.choices, blank=True)
    publicatiedatum = models.DateField(null=True, blank=True)
    verzenddatum = models.DateField(null=True, blank=True)
    uiterlijke_reactiedatum = models.DateField(null=True, blank=True)

    objects: ClassVar = BesluitQuerySet.as_manager()

    class Meta:
        ordering = ["-datum", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["verantwoordelijke_organisatie", "identificatie"], name="besluit_uniek_identificatie"
            ),
            models.CheckConstraint(
                condition=Q(vervaldatum__isnull=True) | Q(vervaldatum__gte=F("ingangsdatum")),
                name="besluit_vervalt_na_ingang",
            ),
        ]

    def __str__(self) -> str:
        return self.identificatie

    @property
    def ref(self) -> Ref:
        """How other layers and the logs name this decision."""
        return Ref("besluit", str(self.pk))

    @property
    def guard(self) -> Guard:
        """By what it is guarded towards applications: its besluittype. The norm gives it no confidentiality."""
        return Guard(self.besluittype.omschrijving, catalogus=str(self.besluittype.catalogus_id))


class Besluitinformatieobject(Row):
    """A document that lays a decision down."""

    besluit = models.ForeignKey(Besluit, on_delete=models.CASCADE, related_name="besluitinformatieobjecten")
    informatieobject = models.ForeignKey(EnkelvoudigInformatieobject, on_delete=models.PROTECT, related_name="+")

    objects: ClassVar = RowQuerySet["Besluitinformatieobject"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["besluit", "informatieobject"], name="besluitinformatieobject_uniek")
        ]
