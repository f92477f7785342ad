"""Applications that use the APIs: how they are known, with which secret, and what they may (ZGW Autorisaties 1.0)."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stoep.foundation import clock
from stoep.foundation.ref import Ref
from stoep.foundation.rows import Row, RowQuerySet
from stoep.toegang.actors import Vertrouwelijkheid
from stoep.toegang.rules.autorisaties import Verlening
from stoep.toegang.rules.scopes import Component


class Applicatie(Row):
    """A program of ours or of a supplier that uses the APIs."""

    label = models.CharField(_("naam"), max_length=100)
    heeft_alle_autorisaties = models.BooleanField(_("mag alles"), default=False)
    created_at = models.DateTimeField(default=clock.now)

    objects: ClassVar = RowQuerySet["Applicatie"].as_manager()

    class Meta:
        ordering = ["label", "id"]

    def __str__(self) -> str:
        return self.label

    @property
    def ref(self) -> Ref:
        """How the logs name this application."""
        return Ref("applicatie", str(self.pk))


class ClientId(Row):
    """A name by which an application makes itself known; it is of one application only (ac-001)."""

    applicatie = models.ForeignKey(Applicatie, on_delete=models.CASCADE, related_name="client_ids")
    client_id = models.CharField(max_length=50, unique=True)

    objects: ClassVar = RowQuerySet["ClientId"].as_manager()

    class Meta:
        ordering = ["client_id"]

    def __str__(self) -> str:
        return self.client_id


class Geheim(Row):
    """A secret with which a client id signs its tokens. Sealed: we must compute with it, but nobody reads it again."""

    client = models.ForeignKey(ClientId, on_delete=models.CASCADE, related_name="geheimen")
    sealed = models.TextField()
    made_at = models.DateTimeField(default=clock.now)
    valid_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at"]


class Autorisatie(Row):
    """What an application may in one component: for one type by its name, for a catalogus, or for all types.

    The type is the identificatie of a zaaktype, or the omschrijving of an informatieobjecttype or besluittype, so
    that it holds for all versions. "*" is every type, "" is none: the component has no types.
    """

    applicatie = models.ForeignKey(Applicatie, on_delete=models.CASCADE, related_name="autorisaties")
    component = models.CharField(max_length=3, choices=[(one.value, one.value) for one in Component])
    scopes = ArrayField(models.CharField(max_length=100))
    type_naam = models.CharField(max_length=80, blank=True)
    catalogus = models.UUIDField(null=True, blank=True)
    max_vertrouwelijkheidaanduiding = models.CharField(
        max_length=20, choices=[(level.value, level.value) for level in Vertrouwelijkheid], blank=True
    )
    volgorde = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["volgorde", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(scopes=[]), name="autorisatie_heeft_scopes"),
        ]

    @property
    def verlening(self) -> Verlening:
        """This row as a value that the rules know."""
        level = self.max_vertrouwelijkheidaanduiding
        return Verlening(
            Component(self.component),
            tuple(self.scopes),
            self.type_naam,
            str(self.catalogus) if self.catalogus else "*",
            Vertrouwelijkheid(level) if level else None,
        )
