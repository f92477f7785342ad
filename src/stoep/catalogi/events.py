"""What happened to types."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from stoep.foundation.outbox import Event


class ZaaktypePublished(Event, frozen=True, kw_only=True):
    """A version of a zaaktype may be used."""

    zaaktype_id: UUID
    identificatie: str

    @property
    def subject(self) -> str:
        """The zaaktype."""
        return f"zaaktype:{self.zaaktype_id}"


class InformatieobjecttypePublished(Event, frozen=True, kw_only=True):
    """A version of a document type may be used."""

    informatieobjecttype_id: UUID

    @property
    def subject(self) -> str:
        """The document type."""
        return f"informatieobjecttype:{self.informatieobjecttype_id}"


class BesluittypePublished(Event, frozen=True, kw_only=True):
    """A version of a decision type may be used."""

    besluittype_id: UUID

    @property
    def subject(self) -> str:
        """The decision type."""
        return f"besluittype:{self.besluittype_id}"


class TypeChanged(Event, frozen=True, kw_only=True):
    """A version of a zaaktype, document type or decision type was made, changed or removed."""

    soort: Literal["zaaktype", "informatieobjecttype", "besluittype"]
    type_id: UUID
    catalogus_id: UUID
    actie: Literal["create", "update", "destroy"]

    @property
    def subject(self) -> str:
        """The type."""
        return f"{self.soort}:{self.type_id}"
