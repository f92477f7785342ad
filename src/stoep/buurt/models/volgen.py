"""Who follows an area by mail."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from stoep.foundation.ref import Ref
from stoep.foundation.rows import Row, RowQuerySet


class Ritme(models.TextChoices):
    """How often somebody wants mail."""

    DIRECT = "direct", _("Meteen, hoogstens eens per tien minuten")
    DAG = "dag", _("Eens per dag, om 7 uur")
    WEEK = "week", _("Eens per week, op maandag")


class Buurtabonnement(Row):
    """Somebody follows a quarter, a village or a circle. Until it is confirmed no mail but that question goes out."""

    email = models.CharField(_("e-mailadres"), max_length=254)
    gebied = models.CharField(_("gebied"), max_length=40, blank=True)
    adres = models.CharField(_("adres"), max_length=200, blank=True)
    lon = models.FloatField(_("lengtegraad"), null=True)
    lat = models.FloatField(_("breedtegraad"), null=True)
    straal = models.PositiveIntegerField(_("straal in meters"), null=True)
    hoofdcategorieen: models.JSONField[Any, Any] = models.JSONField(_("onderwerpen"), default=list)
    ritme = models.CharField(_("hoe vaak"), max_length=8, choices=Ritme.choices)
    aangevraagd_op = models.DateTimeField(_("aangevraagd op"))
    bevestigd_op = models.DateTimeField(_("bevestigd op"), null=True)
    verteld_tot = models.DateTimeField(_("verteld tot en met"))

    objects: ClassVar = RowQuerySet["Buurtabonnement"].as_manager()

    CONFIRM_WITHIN = timedelta(days=2)

    class Meta:
        verbose_name = _("buurtabonnement")
        verbose_name_plural = _("buurtabonnementen")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(lon__isnull=True, lat__isnull=True, straal__isnull=True) & ~models.Q(gebied="")
                | models.Q(lon__isnull=False, lat__isnull=False, straal__isnull=False, gebied=""),
                name="buurt_abonnement_gebied_of_cirkel",
            ),
        ]
        indexes = [
            models.Index(fields=["ritme", "verteld_tot"], name="buurt_abonnement_ritme"),
            models.Index(fields=["email"], name="buurt_abonnement_email"),
        ]

    @property
    def ref(self) -> Ref:
        """How the logs and messages point at it."""
        return Ref("buurtabonnement", str(self.pk))
