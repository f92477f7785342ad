"""What every table of Stoep has in common: a time-ordered UUID as key, and locking by id."""

from __future__ import annotations

import uuid
from typing import Generic, Self, TypeVar

import uuid_utils.compat
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import models

from stoep.foundation.errors import NotFound

ModelT = TypeVar("ModelT", bound=models.Model)


def new_id() -> uuid.UUID:
    """A UUIDv7: unguessable in its last 74 bits, and ordered by time so that indexes stay compact."""
    return uuid_utils.compat.uuid7()


class RowQuerySet(models.QuerySet[ModelT], Generic[ModelT]):
    """Queries that every table has."""

    def locked(self, row_id: uuid.UUID | str) -> ModelT:
        """Take one row for writing until the transaction ends. Raises NotFound."""
        try:
            return self.select_for_update(of=("self",)).get(pk=row_id)
        except (ObjectDoesNotExist, ValidationError, ValueError) as error:
            raise NotFound from error

    def one(self, row_id: uuid.UUID | str) -> ModelT:
        """Read one row. Raises NotFound, whatever was given as id."""
        try:
            return self.get(pk=row_id)
        except (ObjectDoesNotExist, ValidationError, ValueError) as error:
            raise NotFound from error


class Row(models.Model):
    """The base of Stoep's tables. No save() overrides, no signals: commands write."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)

    objects = RowQuerySet[Self].as_manager()

    class Meta:
        abstract = True
