"""What an assignment rule said, from which moment on, by whom and why."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from stoep.foundation.rows import Row, RowQuerySet
from stoep.zaken.models.relaties import no_values
from stoep.zaken.models.werk import Toewijzingsregel


class Regelversie(Row):
    """One version of an assignment rule. Versions are added, never changed: `waarden` is what it said."""

    regel = models.ForeignKey(Toewijzingsregel, on_delete=models.CASCADE, related_name="versies")
    nummer = models.PositiveSmallIntegerField(_("versie"))
    waarden: models.JSONField[Any] = models.JSONField(default=no_values)
    moment = models.DateTimeField(_("sinds"))
    wie = models.CharField(max_length=100)
    wie_naam = models.CharField(max_length=200, blank=True)
    reden = models.CharField(_("waarom"), max_length=300, blank=True)

    objects: ClassVar = RowQuerySet["Regelversie"].as_manager()

    class Meta:
        ordering = ["-nummer"]
        constraints = [models.UniqueConstraint(fields=["regel", "nummer"], name="regelversie_uniek")]
        indexes = [models.Index(fields=["moment"], name="regelversie_moment")]

    def __str__(self) -> str:
        return f"{self.regel_id} ({self.nummer})"
