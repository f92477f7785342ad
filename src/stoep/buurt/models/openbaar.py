"""What everybody may know of a report: a row for each public one, kept by handlers and never written by hand."""

from __future__ import annotations

from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from stoep.foundation.geo import Bounds, Point
from stoep.foundation.ref import Ref
from stoep.foundation.rows import RowQuerySet


class Stand(models.TextChoices):
    """How it stands, in the words of the neighbourhood."""

    NIEUW = "nieuw", _("Nieuw")
    BEZIG = "bezig", _("In behandeling")
    GEPLAND = "gepland", _("Ingepland")
    ELDERS = "elders", _("Bij een ander")
    KLAAR = "klaar", _("Afgehandeld")


class OpenbareMeldingQuerySet(RowQuerySet["OpenbareMelding"]):
    """Reading what is public. There is nothing personal in it: everybody may see all of it."""

    def within(self, box: Bounds) -> Self:
        """Those in a box."""
        return self.filter(lat__range=(box.south, box.north), lon__range=(box.west, box.east))


class OpenbareMelding(models.Model):
    """One report as everybody may know it. No words and no photo stand here: those are released one by one."""

    melding_id = models.UUIDField(primary_key=True)
    zaak_id = models.UUIDField(unique=True)
    nummer = models.CharField(_("openbaar nummer"), max_length=12, unique=True)
    hoofdcategorie = models.CharField(_("hoofdcategorie"), max_length=60)
    categorie = models.CharField(_("categorie"), max_length=60)
    gebied = models.CharField(_("gebied"), max_length=40, blank=True)
    plek = models.CharField(_("plek"), max_length=120, blank=True)
    lon = models.FloatField(_("lengtegraad"))
    lat = models.FloatField(_("breedtegraad"))
    is_precies = models.BooleanField(_("plek zoals gemeld"))
    stand = models.CharField(_("stand"), max_length=8, choices=Stand.choices)
    is_open = models.BooleanField(_("nog niet klaar"))
    gemeld_op = models.DateTimeField(_("gemeld op"))
    norm_op = models.DateField(_("klaar volgens de servicenorm"))
    gepland_op = models.DateField(_("ingepland op"), null=True)
    afgehandeld_op = models.DateField(_("afgehandeld op"), null=True)
    zichtbaar_op = models.DateTimeField(_("zichtbaar sinds"))
    gesloten_op = models.DateTimeField(_("afgehandeld gezien op"), null=True)
    gewijzigd_op = models.DateTimeField(_("gewijzigd op"))
    vak_x = models.IntegerField()
    vak_y = models.IntegerField()

    objects: ClassVar = OpenbareMeldingQuerySet.as_manager()

    class Meta:
        verbose_name = _("openbare melding")
        verbose_name_plural = _("openbare meldingen")
        indexes = [
            models.Index(fields=["-gemeld_op", "-nummer"], name="buurt_nieuwste"),
            models.Index(
                fields=["-gemeld_op", "-nummer"], name="buurt_nieuwste_open", condition=models.Q(is_open=True)
            ),
            models.Index(fields=["gebied", "-gemeld_op", "-nummer"], name="buurt_gebied"),
            models.Index(fields=["categorie", "-gemeld_op", "-nummer"], name="buurt_categorie"),
            models.Index(fields=["hoofdcategorie", "-gemeld_op", "-nummer"], name="buurt_hoofdcategorie"),
            models.Index(fields=["lat", "lon"], name="buurt_plek"),
            models.Index(fields=["-gewijzigd_op"], name="buurt_gewijzigd"),
            models.Index(fields=["zichtbaar_op"], name="buurt_zichtbaar"),
            models.Index(fields=["gesloten_op"], name="buurt_gesloten", condition=models.Q(gesloten_op__isnull=False)),
        ]

    @property
    def ref(self) -> Ref:
        """How the logs point at it."""
        return Ref("openbare-melding", str(self.melding_id))

    @property
    def point(self) -> Point:
        """Where it is, as far as everybody may know."""
        return Point(self.lon, self.lat)


class Kaartvak(models.Model):
    """How many reports lie in one square of the map: so that a map of all years counts squares, not reports."""

    pk = models.CompositePrimaryKey("zoom", "x", "y", "categorie", "is_open", "jaar")
    zoom = models.SmallIntegerField()
    x = models.IntegerField()
    y = models.IntegerField()
    categorie = models.CharField(max_length=60)
    is_open = models.BooleanField()
    jaar = models.SmallIntegerField()
    aantal = models.IntegerField()

    class Meta:
        verbose_name = _("kaartvak")
        verbose_name_plural = _("kaartvakken")
        indexes = [models.Index(fields=["zoom"], name="buurt_vak_leeg", condition=models.Q(aantal__lte=0))]
