"""A report that is being written: kept for a day, so that nothing typed is lost."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from stoep.foundation.geo import Point
from stoep.foundation.rows import Row, RowQuerySet


def no_hints() -> list[str]:
    """An empty list, as default of a field with codes."""
    return []


class Concept(Row):
    """A draft. Its token stands in the address and is the only key; no login, no session."""

    token = models.CharField(_("sleutel in het adres"), max_length=64, unique=True)
    tekst = models.TextField(_("tekst"), blank=True)
    categorie = models.ForeignKey(
        "meldingen.Categorie", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("categorie")
    )
    voorgesteld = models.BooleanField(_("categorie is voorgesteld uit de tekst"), default=False)
    lon = models.FloatField(_("lengtegraad"), null=True, blank=True)
    lat = models.FloatField(_("breedtegraad"), null=True, blank=True)
    adres = models.CharField(_("adres of plek"), max_length=200, blank=True)
    object_nummer = models.CharField(_("nummer van het object"), max_length=40, blank=True)
    antwoorden: models.JSONField[Any] = models.JSONField(_("antwoorden op extra vragen"), default=dict, blank=True)
    naam = models.CharField(_("naam"), max_length=120, blank=True)
    email = models.CharField(_("e-mailadres"), max_length=254, blank=True)
    telefoon = models.CharField(_("telefoon"), max_length=40, blank=True)
    melding = models.OneToOneField(
        "meldingen.Melding", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("melding")
    )
    gemaakt_op = models.DateTimeField(_("gemaakt op"))
    verloopt_op = models.DateTimeField(_("verloopt op"), db_index=True)
    hints = models.JSONField(_("aanwijzingen van misbruik"), default=no_hints, blank=True)

    objects: ClassVar = RowQuerySet["Concept"].as_manager()

    class Meta:
        verbose_name = _("concept")
        verbose_name_plural = _("concepten")

    @property
    def is_sent(self) -> bool:
        """True when it has become a report."""
        return self.melding_id is not None

    @property
    def has_plek(self) -> bool:
        """True when it is known where."""
        return self.lon is not None and self.lat is not None

    @property
    def point(self) -> Point:
        """Where it is. Ask `has_plek` first."""
        if self.lon is None or self.lat is None:
            raise ValueError("Dit concept heeft nog geen plek.")
        return Point(lon=self.lon, lat=self.lat)


class ConceptFoto(Row):
    """A photo of a draft: already turned, stripped and checked; the bytes lie in storage by hash."""

    concept = models.ForeignKey(Concept, models.CASCADE, related_name="fotos", verbose_name=_("concept"))
    sha256 = models.CharField(_("controlegetal"), max_length=64, db_index=True)
    formaat = models.CharField(_("soort bestand"), max_length=40)
    omvang = models.PositiveIntegerField(_("omvang in bytes"))
    breedte = models.PositiveIntegerField(_("breedte"))
    hoogte = models.PositiveIntegerField(_("hoogte"))
    volgorde = models.PositiveSmallIntegerField(_("volgorde"))

    gemaakt_op = models.DateTimeField(_("gemaakt op"))
    is_stored = models.BooleanField(_("is opgeslagen"), default=False)

    objects: ClassVar = RowQuerySet["ConceptFoto"].as_manager()

    class Meta:
        verbose_name = _("foto bij concept")
        verbose_name_plural = _("foto's bij concepten")
        ordering = ["volgorde"]
        constraints = [
            models.UniqueConstraint(fields=["concept", "volgorde"], name="meldingen_conceptfoto_volgorde"),
            models.CheckConstraint(
                condition=models.Q(volgorde__gte=1, volgorde__lte=3), name="meldingen_conceptfoto_hoogstens_drie"
            ),
        ]
