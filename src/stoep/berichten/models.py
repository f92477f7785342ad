"""Messages to people outside, and the texts they are made from."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stoep.foundation.ref import Ref
from stoep.foundation.rows import Row, RowQuerySet


class Kanaal(models.TextChoices):
    """By what way a message goes."""

    EMAIL = "email", _("E-mail")


class Verzendstatus(models.TextChoices):
    """How far a message is."""

    TE_VERZENDEN = "te_verzenden", _("Wordt verstuurd")
    VERZONDEN = "verzonden", _("Verstuurd")
    MISLUKT = "mislukt", _("Niet verstuurd")


def no_names() -> list[str]:
    """An empty list, as default of a field with several names."""
    return []


class Bericht(Row):
    """One message to one person, exactly as it goes out, with the proof that it did.

    `bijlagen` names stored files (`naam`, `sha256`, `formaat`) that go with it. `message_id` is made with the row and never changes: a mail that is sent again after a crash is
    recognisable as the same mail.
    """

    kanaal = models.CharField(max_length=10, choices=Kanaal.choices, default=Kanaal.EMAIL)
    soort = models.CharField(max_length=60)
    ontvanger = models.CharField(max_length=254)
    onderwerp = models.CharField(max_length=200)
    tekst = models.TextField()
    html = models.TextField(blank=True)
    betreft = models.CharField(max_length=100)
    afzender = models.CharField(max_length=100)
    status = models.CharField(max_length=12, choices=Verzendstatus.choices, default=Verzendstatus.TE_VERZENDEN)
    pogingen = models.PositiveSmallIntegerField(default=0)
    begonnen_op = models.DateTimeField(null=True, blank=True)
    verzonden_op = models.DateTimeField(null=True, blank=True)
    message_id = models.CharField(max_length=250, unique=True)
    fout = models.CharField(max_length=500, blank=True)
    bijlagen: models.JSONField[Any, Any] = models.JSONField(default=list, blank=True)
    aangemaakt_op = models.DateTimeField()

    objects: ClassVar = RowQuerySet["Bericht"].as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["betreft", "aangemaakt_op"], name="bericht_betreft"),
            models.Index(fields=["aangemaakt_op"], condition=~Q(status="verzonden"), name="bericht_niet_verzonden"),
        ]

    def __str__(self) -> str:
        return self.onderwerp

    @property
    def ref(self) -> Ref:
        """How other layers and the logs name this message."""
        return Ref("bericht", str(self.pk))

    @property
    def is_verzonden(self) -> bool:
        """True when a mail server has accepted it."""
        return self.status == Verzendstatus.VERZONDEN

    @property
    def is_mislukt(self) -> bool:
        """True when it will not go out by itself any more."""
        return self.status == Verzendstatus.MISLUKT


class Sjabloon(Row):
    """A text from which messages of one soort are made. `plaatshouders` are the names that it may use."""

    soort = models.CharField(_("soort"), max_length=60, unique=True)
    omschrijving = models.CharField(_("omschrijving"), max_length=200)
    onderwerp = models.CharField(_("onderwerp"), max_length=200)
    tekst = models.TextField(_("tekst"))
    plaatshouders = ArrayField(models.CharField(max_length=40), default=no_names, blank=True)
    versie = models.PositiveIntegerField(default=1)
    gewijzigd_op = models.DateTimeField()

    objects: ClassVar = RowQuerySet["Sjabloon"].as_manager()

    class Meta:
        ordering = ["omschrijving"]

    def __str__(self) -> str:
        return self.omschrijving

    @property
    def ref(self) -> Ref:
        """How other layers and the logs name this text."""
        return Ref("sjabloon", self.soort)

    @property
    def geheel(self) -> str:
        """Subject and text together, as `rules.sjablonen.fill` takes them."""
        return f"{self.onderwerp}\n\n{self.tekst}"
