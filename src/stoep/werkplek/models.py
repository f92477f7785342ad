"""What the werkplek keeps itself: how somebody wants to see the work."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from stoep.foundation.ref import Ref
from stoep.foundation.rows import Row, RowQuerySet
from stoep.organisatie.models import Medewerker
from stoep.werkplek.wensen import Plek


class Weergave(Row):
    """A list of work with its filters under a name, for oneself or for the whole department."""

    naam = models.CharField(_("naam"), max_length=40)
    eigenaar = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    plek = models.CharField(_("lijst"), max_length=10, choices=[(plek.value, plek.name) for plek in Plek])
    vraag = models.CharField(_("filters"), max_length=2000, blank=True)
    gedeeld = models.BooleanField(_("gedeeld met de afdeling"), default=False)

    objects: ClassVar = RowQuerySet["Weergave"].as_manager()

    class Meta:
        ordering = ["naam", "pk"]
        constraints = [models.UniqueConstraint(fields=["eigenaar", "naam"], name="weergave_eigen_naam")]

    def __str__(self) -> str:
        return self.naam

    @property
    def ref(self) -> Ref:
        """How the logs name this view."""
        return Ref("weergave", str(self.pk))

    @property
    def url(self) -> str:
        """Where it is shown."""
        return f"/werkplek/{self.plek}/?{self.vraag}"
