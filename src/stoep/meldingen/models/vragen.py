"""What we ask besides what and where: for some categories, and only when it matters."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from stoep.foundation.rows import Row, RowQuerySet


class VraagSoort(models.TextChoices):
    """How a question is answered."""

    TEKST = "tekst", _("Korte tekst")
    KEUZE = "keuze", _("Eén keuze")
    MEERKEUZE = "meerkeuze", _("Meer keuzes")
    JA_NEE = "ja-nee", _("Ja of nee")
    GETAL = "getal", _("Getal")
    DATUM = "datum", _("Datum")


class Vraag(Row):
    """An extra question of a category. One of a heading is asked for all its categories.

    `sleutel` never changes: answers, conditions and rules point at it. `voorwaarde` is JsonLogic over the
    answers so far; empty means always. `objectnummer`: who pointed at a thing on the map has answered it already.
    """

    categorie = models.ForeignKey(
        "meldingen.Categorie", models.PROTECT, related_name="vragen", verbose_name=_("categorie")
    )
    sleutel = models.SlugField(_("sleutel"), max_length=40)
    tekst = models.CharField(_("vraag"), max_length=200)
    hulp = models.CharField(_("uitleg"), max_length=200, blank=True)
    soort = models.CharField(_("soort antwoord"), max_length=12, choices=VraagSoort.choices)
    verplicht = models.BooleanField(_("verplicht"), default=False)
    keuzes: models.JSONField[Any] = models.JSONField(_("keuzes"), default=list, blank=True)
    voorwaarde: models.JSONField[Any] = models.JSONField(_("voorwaarde"), null=True, blank=True)
    objectnummer = models.BooleanField(_("vraagt het nummer van het object op de kaart"), default=False)
    volgorde = models.PositiveSmallIntegerField(_("volgorde"), default=0)
    actief = models.BooleanField(_("actief"), default=True)

    objects: ClassVar = RowQuerySet["Vraag"].as_manager()

    class Meta:
        verbose_name = _("vraag")
        verbose_name_plural = _("vragen")
        ordering = ["volgorde", "id"]
        constraints = [
            models.UniqueConstraint(fields=["categorie", "sleutel"], name="meldingen_vraag_uniek"),
        ]

    def __str__(self) -> str:
        return self.tekst
