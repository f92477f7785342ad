"""What comes after a report was handled: whether its reporter is content, and whether we must look again."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from stoep.foundation.rows import Row, RowQuerySet


def no_texts() -> list[str]:
    """An empty list, as default of a field with several codes."""
    return []


class Tevredenheidsreden(Row):
    """A reason that a reporter can choose. `code` stays the same when the words change, so that figures go on."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    tevreden = models.BooleanField(_("hoort bij ja"))
    tekst = models.CharField(_("tekst"), max_length=120)
    volgorde = models.PositiveSmallIntegerField(_("volgorde"), default=0)
    actief = models.BooleanField(_("te kiezen"), default=True)

    objects: ClassVar = RowQuerySet["Tevredenheidsreden"].as_manager()

    class Meta:
        verbose_name = _("reden bij tevredenheid")
        verbose_name_plural = _("redenen bij tevredenheid")
        ordering = ["-tevreden", "volgorde", "tekst"]

    def __str__(self) -> str:
        return self.tekst


class Tevredenheid(Row):
    """What a reporter thinks of how a report was handled: once for each time that it was closed (`ronde`)."""

    melding = models.ForeignKey(
        "meldingen.Melding", models.CASCADE, related_name="tevredenheden", verbose_name=_("melding")
    )
    ronde = models.PositiveSmallIntegerField(_("de hoeveelste afsluiting"))
    tevreden = models.BooleanField(_("tevreden"))
    redenen = models.JSONField(_("codes van redenen"), default=no_texts, blank=True)
    tekst = models.TextField(_("woorden van de melder"), blank=True)
    gegeven_op = models.DateTimeField(_("gegeven op"))

    objects: ClassVar = RowQuerySet["Tevredenheid"].as_manager()

    class Meta:
        verbose_name = _("tevredenheid")
        verbose_name_plural = _("tevredenheid")
        ordering = ["ronde"]
        constraints = [
            models.UniqueConstraint(fields=["melding", "ronde"], name="meldingen_tevredenheid_eens_per_afsluiting")
        ]


class Heropenbesluit(models.TextChoices):
    """What a colleague decided about a request to look again."""

    OPEN = "", _("Wacht op een besluit")
    TOEGESTAAN = "toegestaan", _("Toegestaan")
    AFGEWEZEN = "afgewezen", _("Afgewezen")


class Heropenverzoek(Row):
    """A reporter asks to look again. One at a time waits for a decision."""

    melding = models.ForeignKey(
        "meldingen.Melding", models.CASCADE, related_name="heropenverzoeken", verbose_name=_("melding")
    )
    tekst = models.TextField(_("woorden van de melder"), blank=True)
    gevraagd_op = models.DateTimeField(_("gevraagd op"))
    besluit = models.CharField(_("besluit"), max_length=12, choices=Heropenbesluit.choices, blank=True)
    reden = models.TextField(_("wat wij antwoordden"), blank=True)
    besloten_op = models.DateTimeField(_("besloten op"), null=True, blank=True)
    besloten_door = models.CharField(_("besloten door"), max_length=100, blank=True)

    objects: ClassVar = RowQuerySet["Heropenverzoek"].as_manager()

    class Meta:
        verbose_name = _("verzoek tot heropenen")
        verbose_name_plural = _("verzoeken tot heropenen")
        ordering = ["gevraagd_op"]
        constraints = [
            models.UniqueConstraint(
                fields=["melding"], condition=models.Q(besluit=""), name="meldingen_heropenverzoek_een_open"
            )
        ]
