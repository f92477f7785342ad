"""The parts of a zaaktype: its statuses, results, roles, properties, objects and documents."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from stoep.catalogi.models.catalogus import Onderdeelgeldigheid
from stoep.catalogi.models.keuzes import (
    Afleidingswijze,
    Archiefnominatie,
    Formaat,
    Objecttype,
    OmschrijvingGeneriekRol,
    Richting,
)
from stoep.catalogi.models.zaaktype import Zaaktype, no_texts
from stoep.foundation.rows import Row


def no_items() -> list[dict[str, Any]]:
    """An empty list, as default of a checklist."""
    return []


class Statustype(Onderdeelgeldigheid):
    """A phase in which a zaak can be. The highest volgnummer is the eindstatus."""

    zaaktype = models.ForeignKey(Zaaktype, on_delete=models.CASCADE, related_name="statustypen")
    omschrijving = models.CharField(max_length=80)
    omschrijving_generiek = models.CharField(max_length=80, blank=True)
    statustekst = models.CharField(max_length=1000, blank=True)
    volgnummer = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(9999)])
    is_eindstatus = models.BooleanField(default=False)
    informeren = models.BooleanField(default=False)
    doorlooptijd = models.CharField(max_length=24, blank=True)
    toelichting = models.CharField(max_length=1000, blank=True)
    checklistitems = models.JSONField(default=no_items, blank=True)

    class Meta:
        ordering = ["volgnummer"]
        constraints = [
            models.UniqueConstraint(fields=["zaaktype", "volgnummer"], name="statustype_uniek_volgnummer"),
            models.CheckConstraint(condition=Q(volgnummer__gte=1, volgnummer__lte=9999), name="statustype_volgnummer"),
            models.UniqueConstraint(
                fields=["zaaktype"], condition=Q(is_eindstatus=True), name="statustype_een_eindstatus"
            ),
        ]

    def __str__(self) -> str:
        return self.omschrijving


class Resultaattype(Onderdeelgeldigheid):
    """How a zaak can end, and what the archive then does with the dossier."""

    zaaktype = models.ForeignKey(Zaaktype, on_delete=models.CASCADE, related_name="resultaattypen")
    omschrijving = models.CharField(max_length=30)
    resultaattypeomschrijving = models.URLField(max_length=1000)
    omschrijving_generiek = models.CharField(max_length=20, blank=True)
    selectielijstklasse = models.URLField(max_length=1000)
    toelichting = models.TextField(blank=True)
    archiefnominatie = models.CharField(max_length=16, choices=Archiefnominatie.choices, blank=True)
    archiefactietermijn = models.CharField(max_length=24, blank=True)
    afleidingswijze = models.CharField(max_length=20, choices=Afleidingswijze.choices, blank=True)
    datumkenmerk = models.CharField(max_length=80, blank=True)
    einddatum_bekend = models.BooleanField(default=False)
    objecttype = models.CharField(max_length=30, choices=Objecttype.choices, blank=True)
    registratie = models.CharField(max_length=80, blank=True)
    brondatum_procestermijn = models.CharField(max_length=24, blank=True)
    procesobjectaard = models.CharField(max_length=200, blank=True)
    indicatie_specifiek = models.BooleanField(null=True, blank=True)
    procestermijn = models.CharField(max_length=24, blank=True)
    besluittypen = ArrayField(models.CharField(max_length=80), default=no_texts, blank=True)
    informatieobjecttypen = ArrayField(models.CharField(max_length=80), default=no_texts, blank=True)

    class Meta:
        ordering = ["omschrijving"]
        constraints = [
            models.UniqueConstraint(fields=["zaaktype", "omschrijving"], name="resultaattype_uniek_omschrijving")
        ]

    def __str__(self) -> str:
        return self.omschrijving


class Roltype(Onderdeelgeldigheid):
    """What people and organisations can be to zaken of this type."""

    zaaktype = models.ForeignKey(Zaaktype, on_delete=models.CASCADE, related_name="roltypen")
    omschrijving = models.CharField(max_length=100)
    omschrijving_generiek = models.CharField(max_length=20, choices=OmschrijvingGeneriekRol.choices)

    class Meta:
        ordering = ["omschrijving"]
        constraints = [models.UniqueConstraint(fields=["zaaktype", "omschrijving"], name="roltype_uniek_omschrijving")]

    def __str__(self) -> str:
        return self.omschrijving


class Eigenschap(Onderdeelgeldigheid):
    """A property that zaken of this type have, such as the date of an event."""

    zaaktype = models.ForeignKey(Zaaktype, on_delete=models.CASCADE, related_name="eigenschappen")
    naam = models.CharField(max_length=20)
    definitie = models.CharField(max_length=255)
    groep = models.CharField(max_length=32, blank=True)
    formaat = models.CharField(max_length=20, choices=Formaat.choices)
    lengte = models.CharField(max_length=14)
    kardinaliteit = models.CharField(max_length=3)
    waardenverzameling = ArrayField(models.CharField(max_length=100), default=no_texts, blank=True)
    toelichting = models.CharField(max_length=1000, blank=True)
    statustype = models.ForeignKey(
        Statustype, on_delete=models.PROTECT, null=True, blank=True, related_name="eigenschappen"
    )

    class Meta:
        ordering = ["naam"]
        constraints = [models.UniqueConstraint(fields=["zaaktype", "naam"], name="eigenschap_uniek_naam")]

    def __str__(self) -> str:
        return self.naam


class Zaakobjecttype(Onderdeelgeldigheid):
    """What zaken of this type can be about."""

    zaaktype = models.ForeignKey(Zaaktype, on_delete=models.CASCADE, related_name="zaakobjecttypen")
    ander_objecttype = models.BooleanField(default=False)
    objecttype = models.URLField(max_length=200)
    relatie_omschrijving = models.CharField(max_length=80)
    statustype = models.ForeignKey(
        Statustype, on_delete=models.PROTECT, null=True, blank=True, related_name="zaakobjecttypen"
    )
    resultaattypen = models.ManyToManyField(Resultaattype, related_name="zaakobjecttypen", blank=True)

    def __str__(self) -> str:
        return self.relatie_omschrijving


class ZaaktypeInformatieobjecttype(Row):
    """Which documents belong in dossiers of this type, by omschrijving so that versions may change."""

    zaaktype = models.ForeignKey(Zaaktype, on_delete=models.CASCADE, related_name="zaaktypeinformatieobjecttypen")
    informatieobjecttype = models.CharField(max_length=100)
    volgnummer = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(999)])
    richting = models.CharField(max_length=20, choices=Richting.choices)
    statustype = models.ForeignKey(
        Statustype, on_delete=models.PROTECT, null=True, blank=True, related_name="zaaktypeinformatieobjecttypen"
    )

    class Meta:
        ordering = ["volgnummer"]
        constraints = [
            models.UniqueConstraint(
                fields=["zaaktype", "volgnummer"], name="zaaktypeinformatieobjecttype_uniek_volgnummer"
            ),
            models.CheckConstraint(
                condition=Q(volgnummer__gte=1, volgnummer__lte=999), name="zaaktypeinformatieobjecttype_volgnummer"
            ),
        ]
