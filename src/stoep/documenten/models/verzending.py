"""What goes with a document: parts of an upload, rights of use, and to whom it was sent."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from stoep.documenten.models.informatieobject import EnkelvoudigInformatieobject
from stoep.documenten.models.keuzes import AardVerzending
from stoep.foundation.rows import Row, RowQuerySet


class Bestandsdeel(Row):
    """A part of a large upload; the parts are joined when the document is unlocked."""

    informatieobject = models.ForeignKey(
        EnkelvoudigInformatieobject, on_delete=models.CASCADE, related_name="bestandsdelen"
    )
    volgnummer = models.PositiveIntegerField()
    omvang = models.BigIntegerField()
    sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    ontvangen_op = models.DateTimeField(null=True, blank=True)

    objects: ClassVar = RowQuerySet["Bestandsdeel"].as_manager()

    class Meta:
        ordering = ["volgnummer"]
        constraints = [
            models.UniqueConstraint(fields=["informatieobject", "volgnummer"], name="bestandsdeel_uniek_volgnummer")
        ]

    @property
    def is_voltooid(self) -> bool:
        """True when this part has come in."""
        return self.sha256 != ""


class Gebruiksrecht(Row):
    """Under which conditions a document may be used, and when."""

    informatieobject = models.ForeignKey(
        EnkelvoudigInformatieobject, on_delete=models.CASCADE, related_name="gebruiksrechten"
    )
    startdatum = models.DateTimeField()
    einddatum = models.DateTimeField(null=True, blank=True)
    omschrijving_voorwaarden = models.TextField()

    objects: ClassVar = RowQuerySet["Gebruiksrecht"].as_manager()


class Verzending(Row):
    """Who sent a document to us, or to whom we sent it, and where that was."""

    informatieobject = models.ForeignKey(
        EnkelvoudigInformatieobject, on_delete=models.CASCADE, related_name="verzendingen"
    )
    betrokkene = models.CharField(max_length=200)
    aard_relatie = models.CharField(max_length=20, choices=AardVerzending.choices)
    toelichting = models.CharField(max_length=200, blank=True)
    ontvangstdatum = models.DateField(null=True, blank=True)
    verzenddatum = models.DateField(null=True, blank=True)
    contact_persoon = models.URLField(max_length=1000)
    contactpersoonnaam = models.CharField(max_length=40, blank=True)
    binnenlands_correspondentieadres: models.JSONField[dict[str, Any] | None] = models.JSONField(null=True, blank=True)
    buitenlands_correspondentieadres: models.JSONField[dict[str, Any] | None] = models.JSONField(null=True, blank=True)
    correspondentie_postadres: models.JSONField[dict[str, Any] | None] = models.JSONField(null=True, blank=True)
    faxnummer = models.CharField(max_length=15, blank=True)
    emailadres = models.CharField(max_length=100, blank=True)
    mijn_overheid = models.BooleanField(default=False)
    telefoonnummer = models.CharField(max_length=15, blank=True)

    objects: ClassVar = RowQuerySet["Verzending"].as_manager()

    class Meta:
        indexes = [models.Index(fields=["betrokkene"], name="verzending_betrokkene")]
