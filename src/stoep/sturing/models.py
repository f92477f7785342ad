"""Figures: a row for each report, kept by handlers and never written by hand."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from stoep.foundation.rows import RowQuerySet


class MeldingcijferQuerySet(RowQuerySet["Meldingcijfer"]):
    """Counting reports. There is nothing personal in them: who may see figures may see them all."""

    def between(self, van: date, tot: date) -> Self:
        """Those reported from one day up to and including another."""
        return self.filter(gemeld_op__gte=van, gemeld_op__lte=tot)


class Meldingcijfer(models.Model):
    """What the figures need of one report: codes and days, no words, no names, no place."""

    melding_id = models.UUIDField(primary_key=True)
    zaak_id = models.UUIDField(unique=True)
    hoofdcategorie = models.CharField(_("hoofdcategorie"), max_length=60)
    categorie = models.CharField(_("categorie"), max_length=60)
    afdeling = models.CharField(_("afdeling"), max_length=60, blank=True)
    gebied = models.CharField(_("gebied"), max_length=40, blank=True)
    kanaal = models.CharField(_("kanaal"), max_length=12)
    gemeld_op = models.DateField(_("gemeld op"))
    norm_op = models.DateField(_("klaar volgens de servicenorm"))
    afgehandeld_op = models.DateField(_("afgehandeld op"), null=True)
    werkdagen = models.PositiveIntegerField(_("werkdagen tot afgehandeld"), null=True)
    heropend = models.PositiveSmallIntegerField(_("keer heropend"), default=0)

    objects: ClassVar = MeldingcijferQuerySet.as_manager()

    class Meta:
        verbose_name = _("cijfer van een melding")
        verbose_name_plural = _("cijfers van meldingen")
        indexes = [
            models.Index(fields=["gemeld_op"], name="sturing_gemeld_op"),
            models.Index(fields=["categorie", "gemeld_op"], name="sturing_categorie"),
            models.Index(fields=["gebied", "gemeld_op"], name="sturing_gebied"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(afgehandeld_op__isnull=True, werkdagen__isnull=True)
                | models.Q(afgehandeld_op__isnull=False, werkdagen__isnull=False),
                name="sturing_afgehandeld_met_duur",
            )
        ]
