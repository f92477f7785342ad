"""A text or photo of a report that somebody must look at before everybody may see it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from stoep.foundation import clock
from stoep.foundation.ref import Ref
from stoep.foundation.rows import Row, RowQuerySet

WAITS = timedelta(days=30)


class Onderdeel(models.TextChoices):
    """What is to be looked at."""

    TEKST = "tekst", _("Tekst")
    FOTO = "foto", _("Foto")


class Beoordeling(models.TextChoices):
    """What a person decided."""

    OPEN = "open", _("Te beoordelen")
    VRIJGEGEVEN = "vrijgegeven", _("Vrijgegeven")
    ACHTERGEHOUDEN = "achtergehouden", _("Achtergehouden")
    INGETROKKEN = "ingetrokken", _("Ingetrokken")


class VrijgaveQuerySet(RowQuerySet["Vrijgave"]):
    """Reading what waits and what was released."""

    def waiting(self) -> Self:
        """What asks for a decision. What nobody looked at in a month stays within the house and leaves the list."""
        return self.filter(beoordeling=Beoordeling.OPEN, gemeld_op__gte=clock.now() - WAITS)

    def released(self) -> Self:
        """What everybody may see."""
        return self.filter(beoordeling=Beoordeling.VRIJGEGEVEN)


class Vrijgave(Row):
    """One text or photo of a report, with what was seen in it and what a person decided. The original is not touched."""

    melding_id = models.UUIDField(_("melding"), db_index=True)
    zaak_id = models.UUIDField(_("zaak"))
    onderdeel = models.CharField(_("onderdeel"), max_length=8, choices=Onderdeel.choices)
    foto_id = models.UUIDField(_("foto"), null=True)
    bron = models.CharField(_("controlegetal van het origineel"), max_length=64)
    gemeld_op = models.DateTimeField(_("gemeld op"))
    beoordeling = models.CharField(_("besluit"), max_length=16, choices=Beoordeling.choices, default=Beoordeling.OPEN)
    aanwijzingen: models.JSONField[Any, Any] = models.JSONField(_("wat in de foto is gezien"), default=list)
    gekeken_op = models.DateTimeField(_("automatisch bekeken op"), null=True)
    kon_niet_kijken = models.BooleanField(_("automatisch bekijken is niet gelukt"), default=False)
    tekst = models.TextField(_("openbare tekst"), blank=True)
    sha256 = models.CharField(_("controlegetal van de openbare foto"), max_length=64, blank=True)
    sha256_klein = models.CharField(_("controlegetal van de kleine openbare foto"), max_length=64, blank=True)
    breedte = models.PositiveIntegerField(_("breedte van de openbare foto"), null=True)
    hoogte = models.PositiveIntegerField(_("hoogte van de openbare foto"), null=True)
    bewerking: models.JSONField[Any, Any] = models.JSONField(_("wat is afgedekt of afgesneden"), default=dict)
    reden = models.CharField(_("reden"), max_length=200, blank=True)
    beoordeeld_op = models.DateTimeField(_("beoordeeld op"), null=True)
    beoordeeld_door = models.CharField(_("beoordeeld door"), max_length=100, blank=True)

    objects: ClassVar = VrijgaveQuerySet.as_manager()

    class Meta:
        verbose_name = _("vrijgave")
        verbose_name_plural = _("vrijgaven")
        constraints = [
            models.UniqueConstraint(
                fields=["melding_id", "onderdeel", "foto_id"], name="buurt_vrijgave_eenmaal", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=models.Q(onderdeel="foto", foto_id__isnull=False)
                | models.Q(onderdeel="tekst", foto_id__isnull=True),
                name="buurt_vrijgave_foto_heeft_foto",
            ),
        ]
        indexes = [
            models.Index(
                fields=["-gemeld_op", "id"], name="buurt_te_beoordelen", condition=models.Q(beoordeling="open")
            ),
        ]

    @property
    def ref(self) -> Ref:
        """How the logs point at it."""
        return Ref("vrijgave", str(self.pk))

    @property
    def is_released(self) -> bool:
        """True when everybody may see it."""
        return self.beoordeling == Beoordeling.VRIJGEGEVEN
