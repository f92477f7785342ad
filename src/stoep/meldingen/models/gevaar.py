"""Words that mean danger: what must be done before anything else."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from stoep.foundation.rows import Row, RowQuerySet


class Gevaar(Row):
    """A sort of danger: the words that point at it, and what somebody must do first."""

    slug = models.SlugField(_("sleutel"), max_length=40, unique=True)
    titel = models.CharField(_("kop van de waarschuwing"), max_length=120)
    tekst = models.CharField(_("wat u eerst doet"), max_length=400)
    telefoon = models.CharField(_("telefoonnummer"), max_length=20, blank=True)
    woorden: models.JSONField[Any] = models.JSONField(_("gevaarwoorden"), default=list, blank=True)
    behalve: models.JSONField[Any] = models.JSONField(_("niet bij deze woorden"), default=list, blank=True)
    categorieen: models.JSONField[Any] = models.JSONField(_("altijd bij deze categorieën"), default=list, blank=True)
    volgorde = models.PositiveSmallIntegerField(_("volgorde"), default=0)
    actief = models.BooleanField(_("actief"), default=True)

    objects: ClassVar = RowQuerySet["Gevaar"].as_manager()

    class Meta:
        verbose_name = _("gevaar")
        verbose_name_plural = _("gevaren")
        ordering = ["volgorde", "slug"]

    def __str__(self) -> str:
        return self.titel
