"""A catalogus holds the types that one organisation uses."""

from __future__ import annotations

from datetime import date
from typing import Generic, Self, TypeVar

from django.db import models
from django.db.models import Q

from stoep.foundation.ref import Ref
from stoep.foundation.rows import Row, RowQuerySet

ModelT = TypeVar("ModelT", bound=models.Model)


class Catalogus(Row):
    """The case types, document types and decision types of one organisation."""

    domein = models.CharField(max_length=5)
    rsin = models.CharField(max_length=9)
    contactpersoon_beheer_naam = models.CharField(max_length=40)
    contactpersoon_beheer_telefoonnummer = models.CharField(max_length=20, blank=True)
    contactpersoon_beheer_emailadres = models.EmailField(max_length=254, blank=True)
    naam = models.CharField(max_length=200, blank=True)
    versie = models.CharField(max_length=20, blank=True)
    begindatum_versie = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["domein", "rsin"], name="catalogus_uniek_domein_rsin")]

    def __str__(self) -> str:
        return self.naam or self.domein

    @property
    def ref(self) -> Ref:
        """How other layers and the logs name this catalogus."""
        return Ref("catalogus", str(self.pk))


class TypeQuerySet(RowQuerySet[ModelT], Generic[ModelT]):
    """Queries on types that have versions in time."""

    def published(self) -> Self:
        """Only versions that may be used."""
        return self.filter(concept=False)

    def in_force(self, on: date) -> Self:
        """Published versions that are valid on a day. The last day of validity still counts."""
        ends = Q(einde_geldigheid__isnull=True) | Q(einde_geldigheid__gte=on)
        return self.published().filter(ends, begin_geldigheid__lte=on)


class Geldigheid(Row):
    """Fields of every type that has versions, a period of validity and a concept phase."""

    begin_geldigheid = models.DateField()
    einde_geldigheid = models.DateField(null=True, blank=True)
    begin_object = models.DateField(null=True, blank=True)
    einde_object = models.DateField(null=True, blank=True)
    concept = models.BooleanField(default=True)

    class Meta:
        abstract = True

    def is_in_force(self, on: date) -> bool:
        """Published, and valid on a day."""
        return not self.concept and self.begin_geldigheid <= on <= (self.einde_geldigheid or date.max)


class Onderdeelgeldigheid(Row):
    """Optional dates of a part of a zaaktype; the zaaktype itself decides what is in force."""

    begin_geldigheid = models.DateField(null=True, blank=True)
    einde_geldigheid = models.DateField(null=True, blank=True)
    begin_object = models.DateField(null=True, blank=True)
    einde_object = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True
