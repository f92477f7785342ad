"""An inspector's day on the street: the yard, the round, its stops, and what was done at them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from stoep.foundation.geo import Point
from stoep.foundation.ref import Ref
from stoep.foundation.rows import Row, RowQuerySet

OP_AARDE = models.Q(lon__gte=-180, lon__lte=180, lat__gte=-90, lat__lte=90)


class Uitkomst(models.TextChoices):
    """What an inspector does at a stop."""

    GEZIEN = "gezien", _("Gezien")
    GEDAAN = "gedaan", _("Gedaan")
    NIET_GEVONDEN = "niet_gevonden", _("Niet gevonden")
    DOORZETTEN = "doorzetten", _("Doorzetten nodig")
    INPLANNEN = "inplannen", _("Inplannen")
    VRAAG = "vraag", _("Vraag aan de melder")


class Werf(Row):
    """A yard where rounds begin."""

    naam = models.CharField(_("naam"), max_length=80, unique=True)
    lon = models.FloatField(_("lengtegraad"))
    lat = models.FloatField(_("breedtegraad"))

    class Meta:
        verbose_name = _("werf")
        verbose_name_plural = _("werven")
        ordering = ["naam"]
        constraints = [models.CheckConstraint(condition=OP_AARDE, name="buitendienst_werf_op_aarde")]

    def __str__(self) -> str:
        return self.naam

    @property
    def ref(self) -> Ref:
        """How the logs name this yard."""
        return Ref("werf", str(self.pk))

    @property
    def point(self) -> Point:
        """Where it is."""
        return Point(lon=self.lon, lat=self.lat)


class Ronde(Row):
    """The shortlist of one inspector for one day, in the order of the route."""

    medewerker = models.ForeignKey(
        "organisatie.Medewerker", models.PROTECT, related_name="+", verbose_name=_("inspecteur")
    )
    dag = models.DateField(_("dag"))
    start = models.CharField(_("begint bij"), max_length=80, blank=True)
    lon = models.FloatField(_("lengtegraad van het begin"), null=True, blank=True)
    lat = models.FloatField(_("breedtegraad van het begin"), null=True, blank=True)
    zelf_geordend = models.BooleanField(_("volgorde met de hand gekozen"), default=False)

    objects: ClassVar = RowQuerySet["Ronde"].as_manager()

    class Meta:
        verbose_name = _("ronde")
        verbose_name_plural = _("rondes")
        ordering = ["dag", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["medewerker", "dag"], name="buitendienst_ronde_per_dag"),
            models.CheckConstraint(
                condition=models.Q(lon__isnull=True, lat__isnull=True) | OP_AARDE, name="buitendienst_ronde_op_aarde"
            ),
        ]
        indexes = [models.Index(fields=["dag"], name="buitendienst_ronde_dag")]

    def __str__(self) -> str:
        return f"{self.medewerker} {self.dag:%d-%m-%Y}"

    @property
    def ref(self) -> Ref:
        """How the logs name this round."""
        return Ref("ronde", str(self.pk))

    @property
    def point(self) -> Point | None:
        """Where it begins; None when nobody said."""
        return Point(lon=self.lon, lat=self.lat) if self.lon is not None and self.lat is not None else None


class Rondestop(Row):
    """A report on a round: its place in the order, and what came of it."""

    ronde = models.ForeignKey(Ronde, models.CASCADE, related_name="stops", verbose_name=_("ronde"))
    melding = models.ForeignKey("meldingen.Melding", models.PROTECT, related_name="+", verbose_name=_("melding"))
    volgorde = models.PositiveSmallIntegerField(_("volgorde"))
    uitkomst = models.CharField(_("uitkomst"), max_length=16, choices=Uitkomst.choices, blank=True)
    gedaan_op = models.DateTimeField(_("gedaan op"), null=True, blank=True)

    objects: ClassVar = RowQuerySet["Rondestop"].as_manager()

    class Meta:
        verbose_name = _("stop")
        verbose_name_plural = _("stops")
        ordering = ["volgorde", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["ronde", "melding"], name="buitendienst_stop_eenmaal"),
            models.CheckConstraint(
                condition=models.Q(uitkomst="", gedaan_op__isnull=True)
                | (~models.Q(uitkomst="") & models.Q(gedaan_op__isnull=False)),
                name="buitendienst_stop_gedaan",
            ),
        ]

    @property
    def ref(self) -> Ref:
        """How the logs name this stop."""
        return Ref("rondestop", str(self.pk))

    @property
    def is_done(self) -> bool:
        """True when the inspector has been there."""
        return bool(self.uitkomst)


class Buitenhandeling(Row):
    """One act on the street, known by the number that the telephone gave it: however often it is sent, it is one.

    Words and photos stay here only when they could not be carried over to the report.
    """

    sleutel = models.UUIDField(_("nummer van de telefoon"), unique=True)
    ronde = models.ForeignKey(Ronde, models.CASCADE, related_name="handelingen", verbose_name=_("ronde"))
    melding = models.ForeignKey("meldingen.Melding", models.PROTECT, related_name="+", verbose_name=_("melding"))
    uitkomst = models.CharField(_("uitkomst"), max_length=16, choices=Uitkomst.choices)
    gedaan_op = models.DateTimeField(_("gedaan op"))
    ontvangen_op = models.DateTimeField(_("ontvangen op"))
    botsing = models.CharField(_("waarom het niet kon"), max_length=60, blank=True)
    uitleg = models.CharField(_("uitleg"), max_length=400, blank=True)
    notitie = models.TextField(_("notitie"), blank=True)

    objects: ClassVar = RowQuerySet["Buitenhandeling"].as_manager()

    class Meta:
        verbose_name = _("handeling op straat")
        verbose_name_plural = _("handelingen op straat")
        ordering = ["ontvangen_op", "pk"]

    @property
    def ref(self) -> Ref:
        """How the logs name this act."""
        return Ref("buitenhandeling", str(self.pk))


class Buitenfoto(Row):
    """A photo that could not be put with its report, kept until somebody has looked at it."""

    handeling = models.ForeignKey(Buitenhandeling, models.CASCADE, related_name="fotos", verbose_name=_("handeling"))
    sha256 = models.CharField(_("controlegetal"), max_length=64)
    formaat = models.CharField(_("soort bestand"), max_length=40)
    volgorde = models.PositiveSmallIntegerField(_("volgorde"))

    objects: ClassVar = RowQuerySet["Buitenfoto"].as_manager()

    class Meta:
        verbose_name = _("foto van de straat")
        verbose_name_plural = _("foto's van de straat")
        ordering = ["volgorde"]
        constraints = [models.UniqueConstraint(fields=["handeling", "volgorde"], name="buitendienst_foto_volgorde")]
