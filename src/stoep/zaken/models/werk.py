"""How the work on a zaak goes: to whom it falls, what people note, and what happened."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stoep.foundation.ref import Ref
from stoep.foundation.rows import Row, RowQuerySet
from stoep.organisatie.models import Groep, Medewerker
from stoep.zaken.models.keuzes import Notitiestatus, Notitietype
from stoep.zaken.models.relaties import no_values
from stoep.zaken.models.zaak import Zaak, no_texts


def no_numbers() -> list[int]:
    """An empty list, as default of a field with several numbers."""
    return []


class Toewijzingsregel(Row):
    """To whom new zaken go. An empty condition holds for every zaak.

    The lowest `prioriteit` is looked at first; among equals the rule with most conditions.
    """

    naam = models.CharField(_("naam"), max_length=100, unique=True)
    prioriteit = models.PositiveSmallIntegerField(_("prioriteit"), default=100)
    actief = models.BooleanField(_("actief"), default=True)
    zaaktypen = ArrayField(models.CharField(max_length=50), default=no_texts, blank=True)
    categorieen = ArrayField(models.CharField(max_length=100), default=no_texts, blank=True)
    gebieden = ArrayField(models.CharField(max_length=100), default=no_texts, blank=True)
    kanalen = ArrayField(models.CharField(max_length=50), default=no_texts, blank=True)
    weekdagen = ArrayField(models.PositiveSmallIntegerField(), default=no_numbers, blank=True)
    alleen_spoed = models.BooleanField(_("alleen spoed"), default=False)
    uur_van = models.PositiveSmallIntegerField(_("van uur"), null=True, blank=True)
    uur_tot = models.PositiveSmallIntegerField(_("tot uur"), null=True, blank=True)
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    groep = models.ForeignKey(Groep, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    kies_lid = models.BooleanField(_("kies een lid van de groep"), default=False)

    objects: ClassVar = RowQuerySet["Toewijzingsregel"].as_manager()

    class Meta:
        ordering = ["prioriteit", "naam"]
        constraints = [
            models.CheckConstraint(
                condition=Q(medewerker__isnull=False, groep__isnull=True)
                | Q(medewerker__isnull=True, groep__isnull=False),
                name="toewijzingsregel_een_doel",
            ),
            models.CheckConstraint(
                condition=Q(uur_van__isnull=True, uur_tot__isnull=True)
                | Q(uur_van__gte=0, uur_van__lte=23, uur_tot__gte=1, uur_tot__lte=24),
                name="toewijzingsregel_uren",
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def ref(self) -> Ref:
        """How other layers and the logs name this rule."""
        return Ref("toewijzingsregel", str(self.pk))


class Notitie(Row):
    """A note on a zaak. Notes are added, never changed: nobody's words are lost."""

    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="notities")
    onderwerp = models.CharField(max_length=255, blank=True)
    tekst = models.TextField()
    aangemaakt_door = models.CharField(max_length=255)
    auteur = models.CharField(max_length=100)
    notitie_type = models.CharField(max_length=10, choices=Notitietype.choices, default=Notitietype.INTERN)
    status = models.CharField(max_length=10, choices=Notitiestatus.choices, default=Notitiestatus.DEFINITIEF)
    aanmaakdatum = models.DateTimeField()
    wijzigingsdatum = models.DateTimeField()

    class Meta:
        ordering = ["aanmaakdatum", "id"]


class Gebeurtenis(Row):
    """A line in the history of a zaak, as people read it: when, who, what, and which rule decided why."""

    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="gebeurtenissen", db_index=False)
    moment = models.DateTimeField()
    soort = models.CharField(max_length=40)
    wie = models.CharField(max_length=100)
    wie_naam = models.CharField(max_length=200, blank=True)
    tekst = models.TextField(blank=True)
    waarden: models.JSONField[Any] = models.JSONField(default=no_values, blank=True)
    regel = models.CharField(max_length=100, blank=True)
    waarom = models.TextField(blank=True)

    class Meta:
        ordering = ["moment", "id"]
        indexes = [models.Index(fields=["zaak", "moment", "id"], name="gebeurtenis_van_zaak")]

    @property
    def is_automatic(self) -> bool:
        """True when Stoep did it by itself."""
        return self.wie.startswith("systeem:")
