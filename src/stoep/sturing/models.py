"""Figures: a row for each report and counts per month, kept by handlers and never written by hand."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stoep.foundation.ref import Ref
from stoep.foundation.rows import Row, RowQuerySet


class MeldingcijferQuerySet(RowQuerySet["Meldingcijfer"]):
    """Counting reports. There is nothing personal in them: who may see figures may see them all."""

    def between(self, van: date, tot: date) -> Self:
        """Those reported from one day up to and including another."""
        return self.filter(gemeld_op__gte=van, gemeld_op__lte=tot)

    def still_open(self) -> Self:
        """Those that were not handled."""
        return self.filter(afgehandeld_op__isnull=True)


class Meldingcijfer(models.Model):
    """What the figures need of one report: codes and days, no words, no names, no address. `vak` is some 4 hectares."""

    melding_id = models.UUIDField(primary_key=True)
    zaak_id = models.UUIDField(unique=True)
    hoofdcategorie = models.CharField(_("hoofdcategorie"), max_length=60)
    categorie = models.CharField(_("categorie"), max_length=60)
    afdeling = models.CharField(_("afdeling"), max_length=60, blank=True)
    gebied = models.CharField(_("gebied"), max_length=40, blank=True)
    kanaal = models.CharField(_("kanaal"), max_length=12)
    vak = models.CharField(_("vak op de kaart"), max_length=16, blank=True)
    gemeld_op = models.DateField(_("gemeld op"))
    norm_op = models.DateField(_("klaar volgens de servicenorm"))
    afgehandeld_op = models.DateField(_("afgehandeld op"), null=True)
    werkdagen = models.PositiveIntegerField(_("werkdagen tot afgehandeld"), null=True)
    heropend = models.PositiveSmallIntegerField(_("keer heropend"), default=0)
    herverdeeld = models.PositiveSmallIntegerField(_("keer doorgestuurd"), default=0)
    tevreden = models.BooleanField(_("melder tevreden"), null=True)
    volgers = models.PositiveIntegerField(_("volgers"), default=0)
    opdrachten = models.PositiveSmallIntegerField(_("opdrachten gereed"), default=0)
    opdrachten_op_tijd = models.PositiveSmallIntegerField(_("opdrachten op tijd gereed"), default=0)

    objects: ClassVar = MeldingcijferQuerySet.as_manager()

    class Meta:
        verbose_name = _("cijfer van een melding")
        verbose_name_plural = _("cijfers van meldingen")
        indexes = [
            models.Index(fields=["gemeld_op", "gebied", "vak"], name="sturing_dag_vak"),
            models.Index(fields=["categorie", "gebied", "gemeld_op"], name="sturing_cel"),
            models.Index(fields=["norm_op"], condition=Q(afgehandeld_op__isnull=True), name="sturing_open"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(afgehandeld_op__isnull=True, werkdagen__isnull=True)
                | Q(afgehandeld_op__isnull=False, werkdagen__isnull=False),
                name="sturing_afgehandeld_met_duur",
            )
        ]


class Maandcijfer(models.Model):
    """The same counted per month and group, so that a page over years reads thousands of rows and not a million.

    `duren` counts the handled ones per duration, by `rules.verdeling.GRENZEN`.
    """

    maand = models.DateField(_("eerste dag van de maand"))
    hoofdcategorie = models.CharField(max_length=60)
    categorie = models.CharField(max_length=60)
    afdeling = models.CharField(max_length=60, blank=True)
    gebied = models.CharField(max_length=40, blank=True)
    kanaal = models.CharField(max_length=12)
    aantal = models.PositiveIntegerField()
    afgehandeld = models.PositiveIntegerField()
    op_tijd = models.PositiveIntegerField()
    heropend = models.PositiveIntegerField()
    herverdeeld = models.PositiveIntegerField()
    beoordelingen = models.PositiveIntegerField()
    tevreden = models.PositiveIntegerField()
    volgers = models.PositiveIntegerField()
    opdrachten = models.PositiveIntegerField()
    opdrachten_op_tijd = models.PositiveIntegerField()
    werkdagen_som = models.PositiveBigIntegerField()
    werkdagen_kwadraat = models.PositiveBigIntegerField()
    duren = ArrayField(models.PositiveIntegerField())

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["maand", "categorie", "gebied", "kanaal", "afdeling", "hoofdcategorie"],
                name="sturing_maandcijfer_uniek",
            )
        ]
        indexes = [models.Index(fields=["categorie", "maand"], name="sturing_maand_categorie")]


class Vakcijfer(models.Model):
    """How many reports per month, category and hexagon: the heat map reads these."""

    maand = models.DateField(_("eerste dag van de maand"))
    hoofdcategorie = models.CharField(max_length=60)
    categorie = models.CharField(max_length=60)
    afdeling = models.CharField(max_length=60, blank=True)
    gebied = models.CharField(max_length=40, blank=True)
    vak = models.CharField(max_length=16)
    aantal = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["maand", "categorie", "gebied", "vak", "afdeling", "hoofdcategorie"],
                name="sturing_vakcijfer_uniek",
            )
        ]
        indexes = [
            models.Index(fields=["categorie", "maand"], name="sturing_vak_categorie"),
            models.Index(fields=["hoofdcategorie", "maand"], name="sturing_vak_hoofd"),
        ]


class Cijfersom(models.Model):
    """The same counted per day (`stap` d) or month (m) by few dimensions at once: a page reads hundreds of rows.

    `soort` says which dimensions are told apart (`rules.sommen.BITS`); the others are empty.
    """

    stap = models.CharField(max_length=1)
    soort = models.SmallIntegerField()
    dag = models.DateField(_("dag, of eerste dag van de maand"))
    hoofdcategorie = models.CharField(max_length=60)
    categorie = models.CharField(max_length=60)
    afdeling = models.CharField(max_length=60)
    gebied = models.CharField(max_length=40)
    kanaal = models.CharField(max_length=12)
    aantal = models.IntegerField()
    afgehandeld = models.IntegerField()
    op_tijd = models.IntegerField()
    heropend = models.IntegerField()
    herverdeeld = models.IntegerField()
    beoordelingen = models.IntegerField()
    tevreden = models.IntegerField()
    volgers = models.IntegerField()
    opdrachten = models.IntegerField()
    opdrachten_op_tijd = models.IntegerField()
    werkdagen_som = models.BigIntegerField()
    werkdagen_kwadraat = models.BigIntegerField()
    duren = ArrayField(models.IntegerField())

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["stap", "soort", "dag", "categorie", "gebied", "kanaal", "afdeling", "hoofdcategorie"],
                name="sturing_cijfersom_uniek",
            )
        ]


class Vaksom(models.Model):
    """How many reports per month, area and hexagon, whatever the category: the heat map of everything reads these."""

    maand = models.DateField(_("eerste dag van de maand"))
    gebied = models.CharField(max_length=40, blank=True)
    vak = models.CharField(max_length=16)
    aantal = models.IntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["maand", "gebied", "vak"], name="sturing_vaksom_uniek")]


class Markering(Row):
    """Something changed on a day, marked in the charts: for one category or area, or for all."""

    dag = models.DateField(_("sinds"))
    label = models.CharField(_("wat er veranderde"), max_length=60)
    categorie = models.CharField(_("onderwerp"), max_length=60, blank=True)
    gebied = models.CharField(_("gebied"), max_length=40, blank=True)
    wie_naam = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-dag", "label"]
        constraints = [
            models.UniqueConstraint(fields=["dag", "label", "categorie", "gebied"], name="sturing_markering_uniek")
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def ref(self) -> Ref:
        """How the logs name this mark."""
        return Ref("markering", str(self.pk))


class Wijziging(Row):
    """What a category promises or asks was changed on a day: heard from events, marked in the charts by itself.

    `categorie` is a slug, "" for all; `wat` is a code of the event.
    """

    dag = models.DateField(_("sinds"))
    categorie = models.CharField(_("onderwerp"), max_length=60, blank=True)
    wat = models.CharField(_("wat er veranderde"), max_length=20)

    class Meta:
        ordering = ["dag", "categorie", "wat"]
        constraints = [models.UniqueConstraint(fields=["dag", "categorie", "wat"], name="sturing_wijziging_uniek")]


class Streefwaarde(Row):
    """What the municipality aims at for one indicator, in percent."""

    indicator = models.CharField(_("cijfer"), max_length=30, unique=True)
    procent = models.PositiveSmallIntegerField(_("streefwaarde in procent"))

    class Meta:
        ordering = ["indicator"]
        constraints = [
            models.CheckConstraint(condition=Q(procent__gte=1, procent__lte=100), name="sturing_streefwaarde_procent")
        ]

    @property
    def ref(self) -> Ref:
        """How the logs name this target."""
        return Ref("streefwaarde", str(self.pk))
