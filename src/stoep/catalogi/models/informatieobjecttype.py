"""What sort of document something is, and what sort of decision."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from stoep.catalogi.models.catalogus import Catalogus, Geldigheid, TypeQuerySet
from stoep.catalogi.models.keuzes import Vertrouwelijkheidaanduiding
from stoep.catalogi.models.zaaktype import no_texts
from stoep.foundation.ref import Ref
from stoep.toegang.actors import Guard, Vertrouwelijkheid


class Informatieobjecttype(Geldigheid):
    """One version of a sort of document."""

    catalogus = models.ForeignKey(Catalogus, on_delete=models.PROTECT, related_name="informatieobjecttypen")
    omschrijving = models.CharField(max_length=80)
    vertrouwelijkheidaanduiding = models.CharField(max_length=20, choices=Vertrouwelijkheidaanduiding.choices)
    informatieobjectcategorie = models.CharField(max_length=80)
    trefwoord = ArrayField(models.CharField(max_length=30), default=no_texts, blank=True)
    omschrijving_generiek = models.CharField(max_length=80, blank=True)
    omschrijving_generiek_definitie = models.CharField(max_length=255, blank=True)
    omschrijving_generiek_herkomst = models.CharField(max_length=12, blank=True)
    omschrijving_generiek_hierarchie = models.CharField(max_length=80, blank=True)
    omschrijving_generiek_opmerking = models.CharField(max_length=255, blank=True)

    objects: ClassVar = TypeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["catalogus", "omschrijving", "begin_geldigheid"],
                condition=Q(concept=False),
                name="informatieobjecttype_uniek_per_begin",
            )
        ]

    def __str__(self) -> str:
        return self.omschrijving

    @property
    def ref(self) -> Ref:
        """How other layers and the logs name this type."""
        return Ref("informatieobjecttype", str(self.pk))

    @property
    def guard(self) -> Guard:
        """By what documents of this type are guarded, unless they say otherwise."""
        return Guard(self.omschrijving, Vertrouwelijkheid(self.vertrouwelijkheidaanduiding), str(self.catalogus_id))


class Besluittype(Geldigheid):
    """One version of a sort of decision."""

    catalogus = models.ForeignKey(Catalogus, on_delete=models.PROTECT, related_name="besluittypen")
    omschrijving = models.CharField(max_length=80, blank=True)
    omschrijving_generiek = models.CharField(max_length=80, blank=True)
    besluitcategorie = models.CharField(max_length=40, blank=True)
    reactietermijn = models.CharField(max_length=24, blank=True)
    publicatie_indicatie = models.BooleanField(default=False)
    publicatietekst = models.TextField(blank=True)
    publicatietermijn = models.CharField(max_length=24, blank=True)
    toelichting = models.TextField(blank=True)
    informatieobjecttypen = ArrayField(models.CharField(max_length=80), default=no_texts, blank=True)

    objects: ClassVar = TypeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["catalogus", "omschrijving", "begin_geldigheid"],
                condition=Q(concept=False),
                name="besluittype_uniek_per_begin",
            )
        ]

    def __str__(self) -> str:
        return self.omschrijving

    @property
    def ref(self) -> Ref:
        """How other layers and the logs name this type."""
        return Ref("besluittype", str(self.pk))

    @property
    def guard(self) -> Guard:
        """By what decisions of this type are guarded."""
        return Guard(self.omschrijving, catalogus=str(self.catalogus_id))
