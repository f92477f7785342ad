"""What happened to applications; ids only."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation.outbox import Event


class ApplicatieCreated(Event, frozen=True, kw_only=True):
    """An application was added."""

    applicatie_id: UUID

    @property
    def subject(self) -> str:
        """The application."""
        return f"applicatie:{self.applicatie_id}"


class ApplicatieChanged(Event, frozen=True, kw_only=True):
    """An application got another name, other client ids or other rights."""

    applicatie_id: UUID

    @property
    def subject(self) -> str:
        """The application."""
        return f"applicatie:{self.applicatie_id}"


class ApplicatieRemoved(Event, frozen=True, kw_only=True):
    """An application can no longer come in."""

    applicatie_id: UUID

    @property
    def subject(self) -> str:
        """The application."""
        return f"applicatie:{self.applicatie_id}"
