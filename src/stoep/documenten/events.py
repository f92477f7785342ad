"""What happened to documents."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation.outbox import Event


class DocumentEvent(Event, frozen=True, kw_only=True):
    """Something happened to one document; events of one document are heard in order."""

    document_id: UUID

    @property
    def subject(self) -> str:
        """The document."""
        return f"document:{self.document_id}"


class DocumentCreated(DocumentEvent, frozen=True, kw_only=True):
    """A document came in or was made."""


class DocumentVersionAdded(DocumentEvent, frozen=True, kw_only=True):
    """A document has a new version."""

    versie: int


class DocumentUploaded(DocumentEvent, frozen=True, kw_only=True):
    """The content of a version that came in parts is whole."""

    versie: int


class DocumentDestroyed(DocumentEvent, frozen=True, kw_only=True):
    """A document was destroyed. It tells by what it was known, for who must still be told."""

    bronorganisatie: str
    informatieobjecttype_id: UUID
    vertrouwelijkheidaanduiding: str


class DocumentPartChanged(DocumentEvent, frozen=True, kw_only=True):
    """Rights of use or a sending was added, changed or removed; `wat` names which ("gebruiksrecht", "verzending")."""

    wat: str
    onderdeel_id: UUID
    actie: str
