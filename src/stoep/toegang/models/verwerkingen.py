"""Which personal data was read by whom, through which application and for what purpose."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import BrinIndex
from django.db import models


class Verwerking(models.Model):
    """One answer with personal data: to whom, for what, and of which objects. Rows come in bulk, see `verwerkingen`."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    actor_kind = models.CharField(max_length=20)
    actor_id = models.CharField(max_length=100)
    gebruiker = models.CharField(max_length=255)
    doel = models.CharField(max_length=255)
    soort = models.CharField(max_length=60)
    object_ids = ArrayField(models.UUIDField())

    class Meta:
        # By moment only: an index on the objects would cost each list of a hundred more than its own reading.
        indexes = [BrinIndex(fields=["at"], name="verwerking_op_moment")]
