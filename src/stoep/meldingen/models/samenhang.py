"""What ties reports together: who follows one, a wave of many, and who looks at one now.

That a report is a part of another stands in its zaak (`zaak.hoofdzaak`), as the norm has it.
"""

from __future__ import annotations

from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from stoep.foundation.ref import Ref
from stoep.foundation.rows import Row, RowQuerySet


class VolgerQuerySet(RowQuerySet["Volger"]):
    """Reading followers."""

    def confirmed(self) -> Self:
        """Those who proved that the address is theirs."""
        return self.filter(bevestigd_op__isnull=False)


class Volger(Row):
    """Somebody who wants to hear what happens to a report of another. Who stops is forgotten at once."""

    melding = models.ForeignKey(
        "meldingen.Melding", models.CASCADE, related_name="volgers", verbose_name=_("melding"), db_index=False
    )
    email = models.CharField(_("e-mailadres"), max_length=254)
    gevraagd_op = models.DateTimeField(_("gevraagd op"))
    bevestigd_op = models.DateTimeField(_("bevestigd op"), null=True, blank=True)

    objects: ClassVar = VolgerQuerySet.as_manager()

    class Meta:
        verbose_name = _("volger")
        verbose_name_plural = _("volgers")
        constraints = [models.UniqueConstraint(fields=["melding", "email"], name="meldingen_volger_een_keer")]
        indexes = [
            models.Index(
                fields=["gevraagd_op"],
                condition=models.Q(bevestigd_op__isnull=True),
                name="meldingen_volger_onbevestigd",
            )
        ]


class GolfQuerySet(RowQuerySet["Golf"]):
    """Reading waves."""

    def open(self) -> Self:
        """The waves that new reports still join."""
        return self.filter(gesloten_op__isnull=True)


class Golf(Row):
    """A wave: many reports of one kind in one area in a short time, handled as one."""

    naam = models.CharField(_("naam"), max_length=120)
    begonnen_op = models.DateTimeField(_("begonnen op"))
    gesloten_op = models.DateTimeField(_("gesloten op"), null=True, blank=True)
    waarom = models.TextField(_("waarom"), blank=True)
    ontvangsttekst = models.TextField(_("bericht aan nieuwe melders"), blank=True)

    objects: ClassVar = GolfQuerySet.as_manager()

    class Meta:
        verbose_name = _("golf")
        verbose_name_plural = _("golven")
        ordering = ["-begonnen_op"]
        indexes = [
            models.Index(
                fields=["begonnen_op"], condition=models.Q(gesloten_op__isnull=True), name="meldingen_golf_open"
            )
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def ref(self) -> Ref:
        """How the logs name this wave."""
        return Ref("golf", str(self.pk))

    @property
    def is_open(self) -> bool:
        """True while new reports join."""
        return self.gesloten_op is None


class GolfBereik(Row):
    """A category in an area whose new reports join a wave."""

    golf = models.ForeignKey(Golf, models.CASCADE, related_name="bereiken", verbose_name=_("golf"))
    categorie = models.ForeignKey("meldingen.Categorie", models.PROTECT, related_name="+", verbose_name=_("categorie"))
    gebied = models.ForeignKey("gebieden.Gebied", models.PROTECT, related_name="+", verbose_name=_("gebied"))

    objects: ClassVar = RowQuerySet["GolfBereik"].as_manager()

    class Meta:
        verbose_name = _("bereik van een golf")
        verbose_name_plural = _("bereiken van golven")
        constraints = [
            models.UniqueConstraint(fields=["golf", "categorie", "gebied"], name="meldingen_golfbereik_een_keer")
        ]


class Golfhandeling(Row):
    """One act on all reports of a wave. `tot` says how far it is, so that after a crash it goes on, once each."""

    golf = models.ForeignKey(Golf, models.CASCADE, related_name="handelingen", verbose_name=_("golf"))
    handeling = models.CharField(_("handeling"), max_length=24)
    onderwerp = models.CharField(_("onderwerp"), max_length=160, blank=True)
    tekst = models.TextField(_("tekst"), blank=True)
    dag = models.DateField(_("dag"), null=True, blank=True)
    account_id = models.UUIDField(_("wie"))
    wie_naam = models.CharField(_("naam"), max_length=200)
    begonnen_op = models.DateTimeField(_("begonnen op"))
    tot = models.UUIDField(_("gedaan tot en met melding"), null=True, blank=True)
    gedaan = models.PositiveIntegerField(_("aantal gedaan"), default=0)
    overgeslagen = models.PositiveIntegerField(_("aantal overgeslagen"), default=0)
    klaar_op = models.DateTimeField(_("klaar op"), null=True, blank=True)

    objects: ClassVar = RowQuerySet["Golfhandeling"].as_manager()

    class Meta:
        verbose_name = _("handeling aan een golf")
        verbose_name_plural = _("handelingen aan golven")
        ordering = ["-begonnen_op"]


class Rondbericht(Row):
    """The words of an act that still go to many people, batch by batch. Gone when everybody has been told.

    `wachtend` holds who waits, as [sort, id]: set at the act, so that who comes later does not hear, and nobody twice.
    """

    melding = models.ForeignKey("meldingen.Melding", models.CASCADE, related_name="+", verbose_name=_("melding"))
    handeling = models.CharField(_("handeling"), max_length=24)
    onderwerp = models.CharField(_("onderwerp"), max_length=400, blank=True)
    tekst = models.TextField(_("tekst"), blank=True)
    wachtend = models.JSONField(_("wie nog wacht"), default=list)
    account_id = models.UUIDField(_("wie"), null=True, blank=True)
    begonnen_op = models.DateTimeField(_("begonnen op"))

    objects: ClassVar = RowQuerySet["Rondbericht"].as_manager()

    class Meta:
        verbose_name = _("rondbericht")
        verbose_name_plural = _("rondberichten")


class Deelsluiting(Row):
    """A hoofdmelding with many parts that is being closed, batch by batch. Gone when the report itself is closed."""

    melding = models.OneToOneField("meldingen.Melding", models.CASCADE, related_name="+", verbose_name=_("melding"))
    uitkomst = models.CharField(_("uitkomst"), max_length=24)
    tekst = models.TextField(_("tekst"), blank=True)
    onderwerp = models.CharField(_("onderwerp"), max_length=400, blank=True)
    reden = models.TextField(_("reden"), blank=True)
    aantal = models.PositiveIntegerField(_("deelmeldingen"))
    account_id = models.UUIDField(_("wie"))
    begonnen_op = models.DateTimeField(_("begonnen op"))

    objects: ClassVar = RowQuerySet["Deelsluiting"].as_manager()

    class Meta:
        verbose_name = _("sluiting van deelmeldingen")
        verbose_name_plural = _("sluitingen van deelmeldingen")


class Bekijker(Row):
    """Who has the page of a report open now, so that two colleagues do not do the same work."""

    melding = models.ForeignKey(
        "meldingen.Melding", models.CASCADE, related_name="bekijkers", verbose_name=_("melding"), db_index=False
    )
    medewerker = models.ForeignKey(
        "organisatie.Medewerker", models.PROTECT, related_name="+", verbose_name=_("medewerker")
    )
    gezien_op = models.DateTimeField(_("gezien op"))

    objects: ClassVar = RowQuerySet["Bekijker"].as_manager()

    class Meta:
        verbose_name = _("bekijker")
        verbose_name_plural = _("bekijkers")
        constraints = [models.UniqueConstraint(fields=["melding", "medewerker"], name="meldingen_bekijker_een_keer")]
