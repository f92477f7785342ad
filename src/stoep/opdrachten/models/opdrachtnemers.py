"""Contractors, and what was agreed with them."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stoep.foundation.ref import Ref
from stoep.foundation.rows import Row, RowQuerySet

MOST_WERKDAGEN = 250
MOST_UREN = 240


def no_codes() -> list[str]:
    """An empty list, as default."""
    return []


class Opdrachtnemer(Row):
    """A contractor. No area named: it serves the whole municipality."""

    naam = models.CharField(_("naam"), max_length=120, unique=True)
    email = models.CharField(_("e-mailadres voor opdrachten"), max_length=254)
    telefoon = models.CharField(_("telefoon"), max_length=40, blank=True)
    contactpersoon = models.CharField(_("contactpersoon"), max_length=120, blank=True)
    contractnummer = models.CharField(_("contractnummer"), max_length=60, blank=True)
    gebieden = ArrayField(models.CharField(max_length=40), default=no_codes, blank=True, verbose_name=_("gebieden"))
    actief = models.BooleanField(_("krijgt nieuwe opdrachten"), default=True)
    versie = models.PositiveIntegerField(default=1)

    objects: ClassVar = RowQuerySet["Opdrachtnemer"].as_manager()

    class Meta:
        verbose_name = _("opdrachtnemer")
        verbose_name_plural = _("opdrachtnemers")
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam

    @property
    def ref(self) -> Ref:
        """How other domains and logs point at this contractor."""
        return Ref("opdrachtnemer", str(self.pk))


class Afspraak(Row):
    """What was agreed for one category, or for a heading with all under it: how soon the work is done."""

    opdrachtnemer = models.ForeignKey(Opdrachtnemer, models.CASCADE, related_name="afspraken")
    categorie = models.ForeignKey("meldingen.Categorie", models.PROTECT, related_name="+", verbose_name=_("onderwerp"))
    werkdagen = models.PositiveSmallIntegerField(_("werkdagen"))
    spoed_uren = models.PositiveSmallIntegerField(_("uren bij spoed"), null=True, blank=True)

    objects: ClassVar = RowQuerySet["Afspraak"].as_manager()

    class Meta:
        verbose_name = _("afspraak")
        verbose_name_plural = _("afspraken")
        constraints = [
            models.UniqueConstraint(fields=["opdrachtnemer", "categorie"], name="opdrachten_afspraak_uniek"),
            models.CheckConstraint(
                condition=Q(werkdagen__gte=1, werkdagen__lte=MOST_WERKDAGEN), name="opdrachten_afspraak_werkdagen"
            ),
            models.CheckConstraint(
                condition=Q(spoed_uren__isnull=True) | Q(spoed_uren__gte=1, spoed_uren__lte=MOST_UREN),
                name="opdrachten_afspraak_uren",
            ),
        ]
