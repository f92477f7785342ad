"""The Selectielijst gemeenten: how long dossiers of a sort are kept, as the VNG publishes it."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from stoep.catalogi.models.keuzes import Archiefnominatie
from stoep.catalogi.models.zaaktype import no_texts
from stoep.foundation.rows import Row


class Procestype(Row):
    """A sort of process of the Selectielijst; its key is that of the VNG."""

    nummer = models.PositiveSmallIntegerField()
    jaar = models.PositiveSmallIntegerField()
    naam = models.CharField(max_length=100)
    omschrijving = models.CharField(max_length=300, blank=True)
    toelichting = models.TextField(blank=True)
    procesobject = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["nummer", "id"]

    def __str__(self) -> str:
        return self.naam


class Selectielijstresultaat(Row):
    """How a process of the Selectielijst can end, and how long its dossier is then kept."""

    procestype = models.ForeignKey(Procestype, on_delete=models.PROTECT, related_name="resultaten")
    nummer = models.PositiveSmallIntegerField()
    volledig_nummer = models.CharField(max_length=20)
    generiek = models.BooleanField(default=False)
    specifiek = models.BooleanField(default=False)
    naam = models.CharField(max_length=100)
    omschrijving = models.CharField(max_length=400, blank=True)
    herkomst = models.CharField(max_length=200, blank=True)
    waardering = models.CharField(max_length=50, choices=Archiefnominatie.choices)
    procestermijn = models.CharField(max_length=50, blank=True)
    procestermijn_weergave = models.CharField(max_length=200, blank=True)
    procestermijn_opmerking = models.CharField(max_length=200, blank=True)
    bewaartermijn = models.CharField(max_length=24, blank=True)
    toelichting = models.TextField(blank=True)
    taakgebieden = ArrayField(models.CharField(max_length=60), default=no_texts, blank=True)

    class Meta:
        ordering = ["volledig_nummer", "id"]

    def __str__(self) -> str:
        return f"{self.volledig_nummer} {self.naam}"


class Resultaattypeomschrijving(Row):
    """A generic word for how a zaak can end, such as 'Verleend'."""

    omschrijving = models.CharField(max_length=20)
    definitie = models.CharField(max_length=255, blank=True)
    opmerking = models.CharField(max_length=255, blank=True)

    class Meta:
        ordering = ["omschrijving", "id"]

    def __str__(self) -> str:
        return self.omschrijving
