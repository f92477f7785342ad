"""Channels and subscriptions."""

from __future__ import annotations

from typing import Any, ClassVar, Self
from urllib.parse import urlsplit

from django.contrib.postgres.fields import ArrayField
from django.db import models

from stoep.foundation.ref import Ref
from stoep.foundation.rows import Row, RowQuerySet
from stoep.foundation.sealed import unseal
from stoep.toegang.actors import Actor, ActorKind

CONSUME = "notificaties.consume"
PUBLISH = "notificaties.publish"
MANAGE = "notificaties.manage"
AUTH = "notificaties.auth"


def no_texts() -> list[str]:
    """An empty list, as default of a field with several texts."""
    return []


def no_filters() -> dict[str, str]:
    """No filters: everything of the channel."""
    return {}


class Kanaal(Row):
    """A channel on which a source tells what happens. `filters` names the kenmerken of its messages."""

    naam = models.CharField(max_length=50, unique=True)
    documentatie_link = models.URLField(max_length=200, blank=True)
    filters = ArrayField(models.CharField(max_length=100), default=no_texts, blank=True)
    is_eigen = models.BooleanField(default=False)

    class Meta:
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam

    @property
    def ref(self) -> Ref:
        """How the logs name this channel."""
        return Ref("kanaal", str(self.pk))


class AbonnementQuerySet(RowQuerySet["Abonnement"]):
    """Queries on subscriptions."""

    def visible_to(self, actor: Actor) -> Self:
        """An application sees its own subscriptions; who manages them sees all."""
        if actor.may(MANAGE):
            return self
        if actor.kind is ActorKind.APPLICATION and (actor.may(CONSUME) or actor.may(PUBLISH)):
            return self.filter(eigenaar=actor.id)
        return self.none()


class Abonnement(Row):
    """Where an application wants to be told what happens, and of what.

    `auth_verzegeld` holds the Authorization header that the subscriber wants, sealed; `eigenaar` is the application
    that made it, empty when an employee did.
    """

    callback_url = models.URLField(max_length=200)
    auth_verzegeld = models.TextField()
    eigenaar = models.CharField(max_length=100, blank=True)
    aangemaakt_op = models.DateTimeField()

    objects: ClassVar = AbonnementQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["eigenaar"], name="abonnement_op_eigenaar")]

    def __str__(self) -> str:
        return self.callback_url

    @property
    def ref(self) -> Ref:
        """How the logs name this subscription."""
        return Ref("abonnement", str(self.pk))

    @property
    def server(self) -> str:
        """The host that is called."""
        return urlsplit(self.callback_url).netloc

    @property
    def auth(self) -> str:
        """The Authorization header that goes with each message. Raises SealBroken."""
        return unseal(AUTH, self.auth_verzegeld)


class Kanaalkeuze(Row):
    """A channel that a subscription is for, and which kenmerken a message must have. No filters: every message."""

    abonnement = models.ForeignKey(Abonnement, on_delete=models.CASCADE, related_name="keuzes")
    kanaal = models.ForeignKey(Kanaal, on_delete=models.PROTECT, related_name="keuzes")
    filters: models.JSONField[Any] = models.JSONField(default=no_filters, blank=True)

    class Meta:
        ordering = ["id"]


class Baan(models.Model):
    """The lane of one subscription: who serves it now, and how the subscriber is doing.

    A lane is served by one worker at a time (`bezet_door`, until `bezet_tot`), so that messages about one object
    arrive in order. After misses in a row it pauses, so that a subscriber that is down costs nearly nothing.
    """

    abonnement = models.OneToOneField(Abonnement, on_delete=models.CASCADE, primary_key=True, related_name="baan")
    bezet_door = models.UUIDField(null=True)
    bezet_tot = models.DateTimeField(null=True)
    bediend_op = models.DateTimeField(null=True)
    pauze_tot = models.DateTimeField(null=True)
    mislukt_op_rij = models.PositiveIntegerField(default=0)
    is_traag = models.BooleanField(default=False)
    afgeleverd = models.BigIntegerField(default=0)
    gelukt_op = models.DateTimeField(null=True)
    mislukt_op = models.DateTimeField(null=True)
    fout = models.CharField(max_length=300, blank=True)
