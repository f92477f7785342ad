"""What is told, and who still must hear it."""

from __future__ import annotations

from typing import Self

import msgspec
from django.db import models
from django.db.models import Q

from stoep.foundation.ref import Ref
from stoep.foundation.rows import RowQuerySet
from stoep.notificaties.models.abonnement import MANAGE, Abonnement, Kanaal
from stoep.toegang.actors import Actor


class Notificatie(models.Model):
    """One message as it goes out, the same text for every subscriber. Its number is the order in which it was told."""

    id = models.BigAutoField(primary_key=True)
    kanaal = models.ForeignKey(Kanaal, on_delete=models.PROTECT, related_name="+")
    hoofd_object = models.CharField(max_length=1000)
    bericht = models.TextField()
    ontvangen_op = models.DateTimeField()

    @property
    def wat(self) -> str:
        """What it tells, in two words: `status create`."""
        told = msgspec.json.decode(self.bericht)
        return f"{told['resource']} {told['actie']}"


class AfleveringQuerySet(RowQuerySet["Aflevering"]):
    """Queries on deliveries."""

    def visible_to(self, actor: Actor) -> Self:
        """Deliveries are looked at by who manages subscriptions."""
        return self if actor.may(MANAGE) else self.none()

    def parked(self) -> Self:
        """The dead letters: tried often enough, a person decides."""
        return self.filter(geparkeerd_op__isnull=False)


class Aflevering(models.Model):
    """One message that one subscriber still must hear. Delivered is: the row is gone.

    `onderwerp` is a hash of the hoofdObject: messages about one object go in order, so what failed holds up the
    messages about the same object. What is parked holds up nothing any more.
    """

    id = models.BigAutoField(primary_key=True)
    abonnement = models.ForeignKey(Abonnement, on_delete=models.CASCADE, related_name="afleveringen", db_index=False)
    notificatie = models.ForeignKey(Notificatie, on_delete=models.CASCADE, related_name="afleveringen")
    onderwerp = models.UUIDField()
    pogingen = models.PositiveSmallIntegerField(default=0)
    volgende_op = models.DateTimeField()
    status = models.PositiveSmallIntegerField(null=True)
    fout = models.CharField(max_length=300, blank=True, db_default="", default="")
    geparkeerd_op = models.DateTimeField(null=True)

    objects = AfleveringQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["abonnement", "notificatie"], name="aflevering_eenmaal_per_abonnement")
        ]
        indexes = [
            models.Index(fields=["abonnement", "id"], name="aflevering_wacht", condition=Q(geparkeerd_op__isnull=True)),
            # What failed holds up its object; nearly always empty, so the check is nearly free.
            models.Index(
                fields=["abonnement", "onderwerp", "id"],
                name="aflevering_mislukt",
                condition=Q(pogingen__gt=0, geparkeerd_op__isnull=True),
            ),
            models.Index(
                fields=["-geparkeerd_op", "-id"],
                name="aflevering_geparkeerd",
                condition=Q(geparkeerd_op__isnull=False),
            ),
        ]

    @property
    def ref(self) -> Ref:
        """How the logs name this delivery."""
        return Ref("notificatie-aflevering", str(self.pk))
