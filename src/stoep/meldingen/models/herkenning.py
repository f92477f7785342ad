"""How categories are recognised in words: the model in use, those of before, and what employees corrected."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from stoep.foundation.rows import Row, RowQuerySet


class Herkenner(Row):
    """One trained version. Exactly one is in use, so that every process proposes the same."""

    versie = models.PositiveIntegerField(_("versie"), unique=True)
    in_gebruik = models.BooleanField(_("in gebruik"), default=False)
    gewichten = models.BinaryField(_("gewichten"))
    sha256 = models.CharField(_("controlegetal"), max_length=64)
    leerstof = models.CharField(_("controlegetal van de voorbeelden"), max_length=64, blank=True)
    getraind_op = models.DateTimeField(_("getraind op"))
    categorieen = models.PositiveIntegerField(_("aantal categorieën"))
    voorbeelden = models.PositiveIntegerField(_("aantal voorbeelden"))
    correcties = models.PositiveIntegerField(_("waarvan correcties"), default=0)
    juist = models.FloatField(_("deel dat bij kruisproef meteen juist is"))
    juist_in_drie = models.FloatField(_("deel dat bij kruisproef bij de eerste drie zit"))
    juist_ervoor = models.FloatField(_("deel dat de vorige versie juist heeft"), null=True, blank=True)
    per_categorie: models.JSONField[Any] = models.JSONField(_("per categorie"), default=dict, blank=True)

    objects: ClassVar = RowQuerySet["Herkenner"].as_manager()

    class Meta:
        verbose_name = _("herkenner")
        verbose_name_plural = _("herkenners")
        ordering = ["-versie"]
        constraints = [
            models.UniqueConstraint(
                fields=["in_gebruik"], condition=models.Q(in_gebruik=True), name="meldingen_herkenner_een_in_gebruik"
            ),
        ]

    def __str__(self) -> str:
        return str(self.versie)


class Correctie(Row):
    """What an employee taught us: these words meant that category. Words only, sorted, nothing about a person."""

    melding = models.OneToOneField(
        "meldingen.Melding", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("melding")
    )
    van = models.ForeignKey("meldingen.Categorie", models.PROTECT, related_name="+", verbose_name=_("van"))
    naar = models.ForeignKey("meldingen.Categorie", models.PROTECT, related_name="+", verbose_name=_("naar"))
    woorden: models.JSONField[Any] = models.JSONField(_("woorden"), default=list)
    gemaakt_op = models.DateTimeField(_("gemaakt op"), db_index=True)

    objects: ClassVar = RowQuerySet["Correctie"].as_manager()

    class Meta:
        verbose_name = _("correctie")
        verbose_name_plural = _("correcties")
