"""To what a document belongs: the mirror that the norm keeps beside documents (objectinformatieobject)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from stoep.documenten.models.informatieobject import EnkelvoudigInformatieobject
from stoep.documenten.models.keuzes import Objectsoort
from stoep.foundation.rows import Row, RowQuerySet


class Objectinformatieobject(Row):
    """That a document belongs to a zaak, a besluit or a verzoek; made and removed together with that relation.

    A zaak or besluit is ours and named by its key; a verzoek is kept elsewhere and named by its address.
    """

    informatieobject = models.ForeignKey(
        EnkelvoudigInformatieobject, on_delete=models.CASCADE, related_name="objectinformatieobjecten", db_index=False
    )
    object_type = models.CharField(max_length=10, choices=Objectsoort.choices)
    object_id = models.UUIDField(null=True, blank=True)
    object_url = models.URLField(max_length=1000, blank=True)

    objects: ClassVar = RowQuerySet["Objectinformatieobject"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["informatieobject", "object_type", "object_id", "object_url"],
                name="objectinformatieobject_uniek",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(object_id__isnull=False, object_url="") | (Q(object_id__isnull=True) & ~Q(object_url="")),
                name="objectinformatieobject_een_object",
            ),
        ]
        indexes = [models.Index(fields=["object_id"], name="objectinformatieobject_object")]
