"""The areas of a municipality: itself, its wijken and its dorpen, with their borders."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from stoep.foundation.ref import Ref
from stoep.foundation.rows import Row, new_id


class Soort(models.TextChoices):
    """What sort of area it is; a wijk and a dorp together cover the gemeente without overlap."""

    GEMEENTE = "gemeente", _("gemeente")
    WIJK = "wijk", _("wijk")
    DORP = "dorp", _("dorp")


class Gebied(Row):
    """One area. `geometrie` is a GeoJSON Polygon or MultiPolygon in WGS84."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    naam = models.CharField(_("naam"), max_length=80)
    soort = models.CharField(_("soort"), max_length=10, choices=Soort.choices)
    geometrie: models.JSONField[Any, Any] = models.JSONField(_("geometrie"))
    west = models.FloatField()
    south = models.FloatField()
    east = models.FloatField()
    north = models.FloatField()
    versie: models.UUIDField[Any, uuid.UUID] = models.UUIDField(default=new_id, editable=False)

    class Meta:
        ordering = ["soort", "naam"]

    def __str__(self) -> str:
        return self.naam

    @property
    def ref(self) -> Ref:
        """How others point at this area."""
        return Ref("gebied", str(self.pk))
