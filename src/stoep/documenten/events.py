"""What happened to documents."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation.outbox import Event


class DocumentCreated(Event, frozen=True, kw_only=True):
    """A document came in or was made."""

    document_id: UUID

    @property
    def subject(self) -> str:
        """The document."""
        return f"document:{self.document_id}"


class DocumentVersionAdded(Event, frozen=True, kw_only=True):
    """A document has a new version."""

    document_id: UUID
    versie: int

    @property
    def subject(self) -> str:
        """The document."""
        return f"document:{self.document_id}"
