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


class Kaartlaag(Row):
    """A layer of the map: all lamp posts, all containers. Its code stands with the categories that point at one."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    naam = models.CharField(_("naam"), max_length=80)
    enkelvoud = models.CharField(_("naam van een object"), max_length=60)
    bijgewerkt_op = models.DateTimeField(_("bijgewerkt op"))

    class Meta:
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam

    @property
    def ref(self) -> Ref:
        """How others point at this layer."""
        return Ref("kaartlaag", self.code)


class Kaartobject(Row):
    """One thing in public space with its number, such as lamp post L-0123. What disappeared is kept, not shown."""

    laag = models.ForeignKey(Kaartlaag, models.CASCADE, related_name="objecten", verbose_name=_("kaartlaag"))
    nummer = models.CharField(_("nummer"), max_length=40)
    soort = models.CharField(_("soort"), max_length=80, blank=True)
    lon = models.FloatField(_("lengtegraad"))
    lat = models.FloatField(_("breedtegraad"))
    eigenschappen: models.JSONField[Any, Any] = models.JSONField(_("eigenschappen"), default=dict, blank=True)
    is_weg = models.BooleanField(_("staat er niet meer"), default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["laag", "nummer"], name="gebieden_object_nummer")]
        indexes = [models.Index(fields=["laag", "lat", "lon"], name="gebieden_object_plek")]

    def __str__(self) -> str:
        return self.nummer
